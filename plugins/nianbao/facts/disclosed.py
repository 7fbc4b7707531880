"""Items published and their break-down: 主动公开政府信息 1035 条，其中 … (rules NAR-11, UNT-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nianbao.facts.fact import Fact
from nianbao.facts.numbers import Quantity

if TYPE_CHECKING:
    from nianbao.facts.read import _Sentence

_TOTAL = re.compile(
    r"(?:主动公开|(?<!申请)公开|发布|公布)(?:了|各类|各项|各种|有关|相关|类|的)*(?:政府|政务)?信息(?:共"
    r"|共计|总数|总计|累计|达|约|数量|为|各类)*$|主动公开(?:共|共计|约)*$"
)
_ITEMS = frozenset("条篇件份项")
_OPEN_LIST = re.compile(r"等|主要|例如|比如|分别|同比|较|比")
DISCLOSED = "disclosed"
PART = "disclosed.part"


def disclosed(sentence: _Sentence, found: list[Quantity]) -> Iterator[Fact]:
    """Yield the total and, where the list of parts is closed, its parts."""
    text = sentence.text
    for number, total in enumerate(found):
        if total.unit in _ITEMS and _TOTAL.search(text[max(sentence.start, total.start - 24) : total.start]):
            yield sentence.fact(DISCLOSED, total, text[sentence.start : total.start], "")
            parts = found[number + 1 :]
            if len(parts) > 1 and _closed(text, sentence.end, total, parts):
                for part in parts:
                    yield sentence.fact(PART, part, text[sentence.start : part.start], "")
            return


def _closed(text: str, end: int, total: Quantity, parts: list[Quantity]) -> bool:
    """Return whether the parts are a list of 其中 in the total's unit, to the end of the sentence."""
    between = text[total.end : parts[0].start]
    return (
        between.startswith(("，其中", "（其中", "：", "；其中", "。其中"))
        and all(part.unit == total.unit for part in parts)
        and len(text[parts[-1].end : end]) <= 1
        and not _OPEN_LIST.search(text[total.end : end])
    )
