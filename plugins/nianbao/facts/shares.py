"""Percentages that stand beside what they are made of: 占 12 件的 75 %, 由 8 件增加到 10 件，增长 25 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from nianbao.facts.numbers import Quantity, quantities
from nianbao.facts.text import Printed, printed, sentences
from nianbao.model import Report

_OF = re.compile(r"[^，；。（）]{0,12}，?占[^，；。（）]{0,20}（?")  # 9 件，占办结总数 12 件
_RATIO = re.compile(r"）?的?(?:比例为?)?")
_SHARE = re.compile(r"占(?:比|总[数量])?(?:约|为|达)?$")
_THAN = re.compile(r"[较比][^，；。\d]{0,8}(?:年|年度|同期)的?$")
_GREW = re.compile(
    r"[^，；。]{0,8}(?:增加|增长|上升|提高|增|升|减少|下降|降低|减|降)[到至为][^，；。\d]{0,6}"
)
_FROM = re.compile(r"(?:由|从)[^，；。]{0,12}$")
_LESS = re.compile(
    r"[^，；。\d]{0,6}(?:增加|减少|增长|下降|上升|降低|多|少)了?"
)  # 比上年的 9 件减少 3 件，下降 33.3 %
_BY = re.compile(
    r"[^，；。\d]{0,6}，?(?:同比|较上年|比上年|较上一年度)?(?:增长|增加|上升|提高|下降|减少|降低|增幅|降幅)(?:了|约|达|为)?"
)


class Share(NamedTuple):
    """A percentage and the figures that it must follow from; the place is one in the block, as in `Fact`."""

    section: int
    block: int
    start: int
    end: int
    stated: Decimal
    computed: Decimal
    step: Decimal


def shares_of(report: Report) -> Iterator[Share]:
    """Yield every percentage whose parts stand in its own sentence."""
    for each in printed(report):
        text = each.squeezed.text
        for start, end in sentences(text) if "%" in text else ():
            if "%" in text[start:end]:
                yield from _in_sentence(each, text[start:end], start)


def _in_sentence(place: Printed, text: str, offset: int) -> Iterator[Share]:
    found = [figure for figure in quantities(text) if not figure.step]
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        if third.unit == "%" and first.unit == second.unit != "%" and first.value and second.value:
            if _OF.fullmatch(text, first.end, second.start) and _RATIO.fullmatch(
                text, second.end, third.start
            ):
                yield _share(place, offset, third, first.value, second.value)
            elif (
                _FROM.search(text[max(0, first.start - 16) : first.start])
                and _GREW.fullmatch(text, first.end, second.start)
                and _BY.fullmatch(text, second.end, third.start)
            ):
                yield _share(place, offset, third, abs(second.value - first.value), first.value)
            elif (
                _THAN.search(text[max(0, first.start - 16) : first.start])
                and _LESS.fullmatch(text, first.end, second.start)
                and _BY.fullmatch(text, second.end, third.start)
            ):
                yield _share(place, offset, third, second.value, first.value)
    for percent, part in pairwise(found):
        bracketed = text[percent.end : part.start] == "（" and text[part.end : part.end + 1] == "）"
        if percent.unit == "%" and bracketed and _SHARE.search(text[: percent.start]):
            whole = found[0]
            if whole.unit == part.unit and whole.end < percent.start and whole.value >= part.value > 0:
                yield _share(place, offset, percent, part.value, whole.value)


def _share(place: Printed, offset: int, percent: Quantity, part: Decimal, whole: Decimal) -> Share:
    to = place.squeezed.place
    start, end = to(offset + percent.start), to(offset + percent.end - 1) + 1
    computed = part * 100 / whole
    return Share(place.section, place.number, start, end, percent.value, computed, percent.step)


__all__ = ["Share", "shares_of"]
