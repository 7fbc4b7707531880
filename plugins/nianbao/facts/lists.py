"""Totals with all their parts: 主动公开政府信息 1035 条，其中 … (rules NAR-11, UNT-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from nianbao.facts.fact import Fact, Relation
from nianbao.facts.numbers import Quantity
from nianbao.facts.phrase import AND, in_turn

if TYPE_CHECKING:
    from nianbao.facts.read import _Sentence

LISTED = "listed"
PART = "listed.part"
MAY_LIST = re.compile(r"其中|分别[为是]|[组构]成|分为|，[总一]?共|合计|总计|：[^。]{0,20}\d")
"""A stretch without any of these words lists nothing."""

_UNITS = frozenset("条篇件份项个场次期")
# of the total: 公开信息 9 条，其中；分为三类：；由图解 3 篇、文字 6 篇组成
_LEADS = re.compile(
    r"[，；。（]其中|次?，[^，；。（）\d]{2,40}分别(?:为|是)|：|[^，；。（）]{0,24}分为[^，；。（）]{0,6}：|[^，；。（）]{0,12}由"
)
_SUMS = re.compile(r"，(?:[总一]?共计?|合计|总计)(?:为|有)?")  # 建议 5 件、提案 4 件，共 9 件
_SUMS_OF = re.compile(r"(?:合计|共计?|总计)[^，；。\d]{0,8}")
_AND = re.compile(r"、[^，；。（）：]{0,24}|[和及与][^，；。（）：]{0,24}")
_OPEN = re.compile(r"等|主要|例如|比如|分别(?![为是])|同比|较|比|占|近|超过|重复|同时|以上|不含|另")
_CLOSING = re.compile(r"[）]?(?:组成|构成)?[；）]?|，(?:均|都|全部)[^，；。\d]{2,16}")


def lists(sentence: _Sentence, found: Sequence[Quantity]) -> Iterator[Fact]:
    """Yield a total before its parts, where the sentence tells that these are all of them."""
    if len(found) < 3 or not MAY_LIST.search(sentence.text, sentence.start, sentence.end):
        return
    for total, parts in (_parts_behind(sentence, found), _parts_before(sentence, found)):
        whole = _fact(sentence, LISTED, total) if total else None
        if whole and whole.relation is not Relation.DIFFERENCE:
            yield whole
            yield from (_fact(sentence, PART, part) for part in parts)
            return


def _fact(sentence: _Sentence, kind: str, found: Quantity) -> Fact:
    prefix = sentence.text[sentence.start : found.start]
    return sentence.fact(kind, found, prefix, prefix.rpartition("，")[2])


_Listed = tuple[Quantity | None, Sequence[Quantity]]


def _parts_behind(sentence: _Sentence, found: Sequence[Quantity]) -> _Listed:
    """A figure and the list behind it, to the end of the sentence or of its brackets."""
    text = sentence.text
    for place, total in enumerate(found[:-2]):
        led = _LEADS.match(text, total.end, found[place + 1].start)
        if not led:
            continue
        parts, end = found[place + 1 :], sentence.end
        if "（" in led[0]:  # 不予公开 7 件（其中国家秘密 4 件、执法案卷 3 件），无法提供 8 件
            end = text.find("）", led.end(), sentence.end)
            parts = [part for part in parts if part.end <= end]
        if len(parts) < 2 or not _CLOSING.fullmatch(text, parts[-1].end, end) or _has_sum(total, parts):
            return None, ()
        if not led[0].endswith("由") or "成" in text[parts[-1].end : end]:
            both = place > 0 and _joined(text, found[place - 1], total, total.unit)  # 建议、提案，其中主办
            alike = total.unit[:1] in _UNITS and all(part.unit[:1] == total.unit[:1] for part in parts)
            closed = alike and not both and _is_one_list(sentence, parts, first=not place)
            return (total, parts) if closed and not _OPEN.search(text, total.end, end) else (None, ())
    return None, ()


def _has_sum(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """诉讼 9 件，其中直接起诉 5 件，复议后起诉 4 件，被纠正 2 件: the list has ended before."""
    return any(sum(part.value for part in parts[:count]) == total.value for count in range(2, len(parts)))


def _is_one_list(sentence: _Sentence, parts: Sequence[Quantity], *, first: bool) -> bool:
    """Return whether all parts are set alike: behind a ； among 、 the sentence goes on with something else.

    So it does behind every ； where the total is not the `first` figure of its sentence.
    """
    text = sentence.text
    apart = ["；" in text[left.end : right.start] for left, right in pairwise(parts)]
    if any(apart) and not (first and all(apart) and len(apart) > 1):
        return False
    names = in_turn(text[sentence.start : parts[0].start])
    return names is None or len(AND.split(names[0])) == len(parts)


def _parts_before(sentence: _Sentence, found: Sequence[Quantity]) -> _Listed:
    """A row of figures joined by 、 and their sum behind it."""
    text = sentence.text
    for place in range(2, len(found)):
        total, last = found[place], found[place - 1]
        if last.unit == "项" and _SUMS_OF.fullmatch(text, last.end, total.start):
            return _counted(found[: place - 1], int(last.value), total)
        if total.unit in _UNITS and _SUMS.fullmatch(text, last.end, total.start):
            first = place - 1
            while first and _joined(text, found[first - 1], found[first], total.unit):
                first -= 1
            led = text[max(sentence.start, found[first].start - 30) : found[first].start]
            if place - first > 1 and last.unit == total.unit and not _OPEN.search(led):
                return total, found[first:place]
    return None, ()


def _counted(before: Sequence[Quantity], count: int, total: Quantity) -> _Listed:
    """网站公开 9 条，微信公开 5 条，两项合计 14 条: so many figures before it are its parts."""
    parts = before[-count:]
    alike = len(parts) == count > 1 and all(part.unit == total.unit for part in parts)
    return (total, parts) if alike else (None, ())


def _joined(text: str, before: Quantity, after: Quantity, unit: str) -> bool:
    between = _AND.fullmatch(text, before.end, after.start)
    return before.unit == after.unit == unit and between is not None and not _OPEN.search(between[0])


__all__ = ["LISTED", "MAY_LIST", "PART", "lists"]
