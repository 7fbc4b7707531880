"""Quantities in squeezed prose: Arabic and Chinese numerals with a unit word (spec §6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from nianbao.numerals import han_number

UNITS = (
    "人次|件次|户次|个百分点|元|%|件|份|条|宗|起|封|次(?!性)|项|例|篇|个(?!部分|方面|章节|月|小时|工作日)|场|期|家|名|人|部|页|字|批|户|台"
    "|套|张|处|天|日"
)
CASE_UNITS = frozenset(("", "件", "份", "条", "宗", "起", "封", "次", "项", "例", "个", "篇", "件次"))
"""Unit words that all count cases; the form says 件."""
PAPER_UNITS = CASE_UNITS | {"部"}

_HAN = "〇零一二三四五六七八九十百千两"
# Each alternative has one place to start (the lookbehinds) and a bounded length: the search is linear.
# Not a figure: 第5条, 3-5件, 每一件, 几十条, half of one that a blank has cut (12 34件, but 12 345件 is).
QUANTITY = re.compile(
    rf"(?=[\d{_HAN}])(?:(?<![\d.第\-—–~～/+])(?<!\d\s)"
    r"(?P<digits>\d{1,3}(?:[， ]\d{3}){1,3}(?![\d，])|\d{1,12})"
    rf"(?P<decimals>\.\d{{1,6}})?|(?<![第每逐统同唯单任某这那哪几{_HAN}])(?<!(?<![总件个为])数)(?P<han>[{_HAN}]{{1,12}}+))"
    rf"(?P<tail>[余多]?[万亿]?[余多]?)(?P<unit>{UNITS}|(?=[，。；、）]|和\d|$))(?P<near>以上|左右|上下)?"
)
_ONE = frozenset(f"一{unit}" for unit in "件例起宗份项")
_NO_COUNT = ("任何", "’", "”")  # 任何一件, “予以公开”一项
_NAMES = frozenset(("项", "个"))
_TOGETHER = re.compile("合计|共计?|总计|之和|相加|加总")
_NOT_ONE = re.compile(
    "(?:也|都|均|皆)(?:没有|未有|没|无|未)|(?:没有|未有|没|无)(?=[，。；、]|$)"
)  # 重复申请一件也没有
_ABOUT = re.compile(r"(?:约|近|逾|超过?|大约|将近|不到|不足|接近|突破)$")
_BARE = re.compile(r"(?:[为：是]|数量|总数|件数|申请数|共|计)$")
_AND = "、和"
_SCALES = {"万": 4, "亿": 8}


class Quantity(NamedTuple):
    """A number with its unit: `start` and `end` are offsets in the squeezed text; `step` as in `Fact`."""

    value: Decimal
    step: Decimal
    unit: str
    start: int
    end: int


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of squeezed text; a number without a unit counts only after 为, ： and the like.

    >>> [(str(each.value), each.unit) for each in quantities("收到1，204件，答复二十三份，公开1.2万余条")]
    [('1204', '件'), ('23', '份'), ('12000', '条')]
    """
    bare = -1  # the place behind a list of numbers without units
    for found in QUANTITY.finditer(text):
        before = text[max(0, found.start() - 4) : found.start()]
        if found[0] in _ONE and before.endswith(_NO_COUNT):
            continue
        if found[0] in _ONE and (nothing := _NOT_ONE.match(text, found.end())):
            yield Quantity(Decimal(0), Decimal(0), found["unit"], found.start(), nothing.end())
        elif found["unit"] or _BARE.search(before) or (bare == found.start() and before[-1] in _AND):
            bare = -1 if found["unit"] else found.end() + 1  # 分别为 41、39
            value, start = _value(found), found.start()
            if found["decimals"] and found["unit"] in _WHOLE and not found["tail"]:  # 1.48件新收: item 1
                value, start = Decimal(found["decimals"][1:]), found.start("decimals") + 1
            if value is not None:
                about = found["tail"] or found["near"] or _ABOUT.search(before)
                step = _step(value, found) if about and value else Decimal(0)
                yield Quantity(value, step, found["unit"], start, found.end())


def counts_names(quantity: Quantity, text: str) -> bool:
    """Return whether it counts what was just named: 予以公开 9 件、部分公开 1 件，两项合计占 54 %."""
    return quantity.unit in _NAMES and bool(_TOGETHER.match(text, quantity.end))


_WHOLE = frozenset(("件", "份", "条", "宗", "起", "封", "例", "篇"))


def _value(found: re.Match[str]) -> Decimal | None:
    scale = _scale(found)
    if found["han"]:
        value = han_number(found["han"])
        return None if value is None else Decimal(value).scaleb(scale) if scale else Decimal(value)
    number = Decimal(found["digits"].replace("，", "").replace(" ", "") + (found["decimals"] or ""))
    return Decimal(f"{number.scaleb(scale):f}") if scale else number


def _scale(found: re.Match[str]) -> int:
    return next((_SCALES[letter] for letter in found["tail"] if letter in _SCALES), 0)


def _step(value: Decimal, found: re.Match[str]) -> Decimal:
    """Return the place of the last digit that is not an idle zero; decimals are all printed on purpose."""
    if found["decimals"]:
        return Decimal(1).scaleb(_scale(found) - len(found["decimals"]) + 1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
