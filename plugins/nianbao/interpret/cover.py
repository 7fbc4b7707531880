"""Who reports, for which year: the title first, then the preamble, then the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import date
from typing import NamedTuple

from nianbao.interpret.lines import Item
from nianbao.interpret.signers import body_of, first_words
from nianbao.interpret.titles import (
    COVER_LINES,
    LAST_LINES,
    TOLD_OF,
    YEAR,
    find_title,
    in_digits,
    name_of,
    unspaced,
    year_of,
)
from nianbao.model import Note, Period, Scope

_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_PERIOD = re.compile(rf"{_DAY}起?[，,]?(?:至|到|—+|－|-|~|～)(?:(\d{{4}})年)?(\d{{1,2}})月(\d{{1,2}})日")
_COUNTED_FROM = re.compile(r"统计(?:期限|时限|时间|时段|范围|周期)[^，。；\d]{0,6}(20\d\d)年1月1日")
_BEGINS = re.compile(r"(20\d\d)年(?:度|[，,]|以来|全年)")
_LISTED = re.compile(r"年(?:度报告|报)[^\d，。；]{0,4}(20\d\d)|(20\d\d)年?度?[^\d，。；]{0,8}年(?:度报告|报)")
_SIGNED = re.compile(r".{0,30}?(20\d\d)年\d{1,2}月\d{1,2}日")
_PUBLISHED = re.compile(r"(?:发布|公开|成文|生成)(?:日期|时间)[:：]?(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})")
_WHOLE = re.compile(r"汇总|全省|全市|全县|全区|全州|全旗")
_WHOLE_OF = re.compile(
    r"汇总.{0,40}?(?:部门|乡镇|街道|下级|所属|各单位)|(?:部门|乡镇|街道|所属|各单位).{0,30}?汇总"
)


class Cover(NamedTuple):
    """What the first page tells; `lines` are the indices of the items that print the title."""

    title: str = ""
    authority: str = ""
    year: int | None = None
    scope: Scope = Scope.OWN
    period: Period | None = None
    published: date | None = None
    lines: frozenset[int] = frozenset()
    notes: tuple[Note, ...] = ()


def read_cover(items: Sequence[Item]) -> Cover:
    """Return the cover; what the text does not tell stays empty."""
    lead = [item for item in items if item.section == 0 and not item.heads]
    preamble = unspaced("".join(item.text for item in lead))
    title, lines = find_title(items)
    below = first_words(items)
    period = _period(preamble) or _period(below)
    year = year_of(title)
    published = _published(items)
    told = period.start.year if period else _year_in(preamble) or _year_in(below)
    notes = () if title else (Note("title-missing", "原文没有印出标题"),)
    if year and period and period.start.year != year:
        text = f"标题写的是 {year} 年，统计期限写的是 {period.start.year} 年，以标题为准"
        notes = (*notes, Note("year-conflict", text))
    return Cover(
        title=title,
        authority=body_of(name_of(title), items, preamble, lines),
        year=year or told or _year_told(items, published),
        scope=_scope(title, preamble),
        period=period,
        published=published,
        lines=frozenset(lines),
        notes=notes,
    )


def _year_in(preamble: str) -> int | None:
    if begun := _COUNTED_FROM.search(preamble):  # 统计期限为2021年1月1日到1231日
        return int(begun[1])
    found = re.search(rf"{YEAR}.{{0,20}}?{TOLD_OF}", preamble)
    return in_digits(found["year"]) if found else None


def _year_told(items: Sequence[Item], published: date | None) -> int | None:
    """Return the year that section 一 begins with, or the path of the page ends with.

    The report must be signed or published in the year after it, or its paragraphs tell of no other year.
    """
    begun = [_BEGINS.match(unspaced(item.text)) for item in items if item.section == 1 and not item.row]
    listed = [_LISTED.search(unspaced(item.text)) for item in items[:COVER_LINES] if item.section == 0]
    told = {int(found[found.lastindex or 1]) for found in (*begun, *listed) if found}
    signed = [_SIGNED.fullmatch(unspaced(item.text)) for item in items[-LAST_LINES:]]
    later = {int(found[1]) for found in signed if found} | ({published.year} if published else set())
    return next((year for year in sorted(told) if year + 1 in later), _year_throughout(items, later))


def _year_throughout(items: Sequence[Item], later: Set[int]) -> int | None:
    """Return the only year that paragraphs begin with, or whose end figures are given for.

    It is enough that section 一 names no other year, or that nothing above it does, where the page has no
    date, or one in the year after it (`later`); years of documents do not count.
    """
    printed = [(item.section, unspaced(item.text)) for item in items if item.section < 2 and not item.row]
    texts = [(section, _OF_DOCUMENTS.sub("", text)) for section, text in printed]
    begun = [int(found[1]) for _, text in texts if (found := _PARAGRAPH_BEGINS.match(text))]
    ended = {int(year) for _, text in printed for year in _UNTIL.findall(text)}
    told = {*begun, *ended}
    if len(told) == 1 and (ended or len(begun) >= _PARAGRAPHS):
        return told.pop()
    for section in (1, 0):
        named = {in_digits(year) for mine, text in texts if mine == section for year in _NAMED.findall(text)}
        named |= told if section else set()
        if named:
            year = named.pop()
            return year if not named and (not later or year + 1 in later) else None
    return None


_PARAGRAPH_BEGINS = re.compile(
    r"(?:[（(]?[一二三四五六七八九十1-9][)）.、][^，。]{2,24}。)?(?:[\u4e00-\u9fff]{2,30})?(20\d\d)年(?!\d|第)"
)
_NAMED = re.compile(r"(20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年")
_OF_DOCUMENTS = re.compile(  # and years that are only compared with
    r"《[^》]*》|[比较与同于]20\d\d年|20\d\d年度?(?:相比|同期)|20\d\d年(?:(?!1月(?:1日)?[至到—－~～-])\d{1,2}月|修[订正]|新?修)|年报.{0,3}20\d\d年?$"
)
_UNTIL = re.compile(r"截[至止](?:时间|日期|时点)?[到为是]?(20\d\d)年(?:12月31日|年?[底末])")
_PARAGRAPHS = 3


def _period(text: str) -> Period | None:
    """Return the days the figures cover; damaged dates (`2025111231日`) give none."""
    for found in _PERIOD.finditer(text):
        first, month, day, last, end_month, end_day = found.groups()
        try:
            start = date(int(first), int(month), int(day))
            end = date(int(last or first), int(end_month), int(end_day))
        except ValueError:
            continue
        if start <= end:
            return Period(start, end)
    return None


def _published(items: Sequence[Item]) -> date | None:
    """Return the earliest day of publication that is printed: portals move pages and date them anew."""
    days = []
    for text in (unspaced(item.text) for item in items if "期" in item.text or "间" in item.text):
        for year, month, day in _PUBLISHED.findall(text):
            try:
                days.append(date(int(year), int(month), int(day)))
            except ValueError:
                continue
    return min(days, default=None)


def _scope(title: str, preamble: str) -> Scope:
    """Return AGGREGATE where the report says that it holds the figures of other bodies too."""
    return Scope.AGGREGATE if _WHOLE.search(title) or _WHOLE_OF.search(preamble) else Scope.OWN
