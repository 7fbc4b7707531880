"""Who reports, for which year: the title first, then the preamble, then the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from nianbao.interpret.headings import plain
from nianbao.interpret.lines import Item
from nianbao.model import Note, Period, Scope

_BLANKS = re.compile(r"[\s\u200b-\u200f\ufeff]+")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "000123456789" + "0123456789")
_YEAR = (
    r"(?P<year>(?:20|２０)[\d０-９]{2}|二[〇○零][〇○零一二三四五六七八九]{2})"
    r"(?:年度?|度|(?=政府信息|信息公开|政务))"
)
_REPORT = (
    r"(?:政府信息公开|政务公开|政务信息公开|信息公开)(?:工作)?(?:情况)?(?:的)?"
    r"(?:年度工作报告|年度报告|工作报告|年报|报告|工作年报|工作年度报告)"
)
_TITLE = re.compile(
    rf"(?:关于)?(?P<before>.*?)(?:关于)?{_YEAR}(?P<after>.*?){_REPORT}(?P<tail>[（(].{{1,12}}[)）])?"
)
# Below a portal's meta data, in a table cell or on the one line of a whole page, a title has no line of
# its own: then it is what stands without a gap around the year.
_WITHIN = re.compile(rf"[^|]{{0,60}}?{_YEAR}[\u4e00-\u9fff（）()·]{{0,30}}?{_REPORT}")
_LONGEST_TITLE = 70  # characters
_LONGEST_NAME = 30
_COVER_LINES = 30  # a title stands within the first lines, below breadcrumbs and meta data
_LINES_OF_A_TITLE = 3
_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_PERIOD = re.compile(rf"{_DAY}起?(?:至|到|—+|－|-|~|～)(?:(\d{{4}})年)?(\d{{1,2}})月(\d{{1,2}})日")
_PUBLISHED = re.compile(r"(?:发布|公开|成文|生成)(?:日期|时间)[:：]?(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})")
_BY = re.compile(r"由([^，。；：由]{2,30}?)(?:根据|按照|依据|依照|编制|组织编制|汇总)")
_BODY = re.compile(
    r".{2,28}(?:政府|办公室|办事处|局|委|厅|中心|院|镇|乡|街道|部|省|市|县|区|旗|州|盟|队|站|所|会)"
)
_SENTENCE = re.compile("[，。；《》]|公布|发布|根据|按照|依据|本报告|现将|编制|如下")
# What portals print right before a title; no name of a body has it in it.
_FURNITURE = re.compile(
    r".*(?:年度报告|年报|〔〕?号|打印|关闭|注册|登录|长辈版|无障碍|大中小|朗读|下载|次|[】\]|>〉:：\d-])"
)
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
    preamble = _unspaced("".join(item.text for item in lead))
    title, lines = _title(items)
    found = _TITLE.fullmatch(title)
    period = _period(preamble)
    year = _year(found["year"]) if found else None
    notes = () if title else (Note("title-missing", "原文没有印出标题"),)
    if year and period and period.start.year != year:
        text = f"标题写的是 {year} 年，统计期限写的是 {period.start.year} 年，以标题为准"
        notes = (*notes, Note("year-conflict", text))
    return Cover(
        title=title,
        authority=_name_of(title) or _from_preamble(preamble) or _from_signature(items),
        year=year or (period.start.year if period else None) or _year_in(preamble),
        scope=_scope(title, preamble),
        period=period,
        published=_published(items),
        lines=frozenset(lines),
        notes=notes,
    )


def _unspaced(text: str) -> str:
    return _BLANKS.sub("", text)


def _title(items: Sequence[Item]) -> tuple[str, set[int]]:
    """Return the title without blanks, and its lines: one to three, printed once or several times.

    A title that prints a name on its own line wins over one that needs the line above it.
    """
    cover = [index for index, item in enumerate(items[:_COVER_LINES]) if _stands_alone(item)]
    found: list[tuple[str, range]] = []
    for count in range(1, _LINES_OF_A_TITLE + 1):
        for start in cover:
            lines = range(start, start + count)
            if set(lines) <= set(cover):
                text = _unspaced("".join(plain(items[index].text) for index in lines))
                text = _without_furniture(text)
                found.extend([(text, lines)] if _is_title(text, _unspaced(items[start].text)) else [])
    best = next((text for text, _ in found if _name_of(text)), found[0][0] if found else "")
    if not best:
        return _title_within(items), set()
    return best, {index for text, lines in found if text == best for index in lines}


def _stands_alone(item: Item) -> bool:
    return item.section == 0 and sum(bool(cell.text) for cell in item.row) <= 1


def _title_within(items: Sequence[Item]) -> str:
    """Return the first title that stands inside other text before the first section."""
    for item in items[:_COVER_LINES]:
        found = _WITHIN.search(_unspaced(item.text)) if item.section == 0 else None
        title = _without_furniture(found[0]) if found else ""
        name = _name_of(title)
        if name and len(name) <= _LONGEST_NAME and not _SENTENCE.search(name):
            return title
    return ""


def _without_furniture(title: str) -> str:
    """Return a title without what stood before it on its line."""
    found = _TITLE.fullmatch(title)
    return title[len(rest[0]) :] if found and (rest := _FURNITURE.match(found["before"])) else title


def _is_title(text: str, first: str) -> bool:
    """Return whether `text` is a title; a `first` line without the year must be the name of a body."""
    if len(text) > _LONGEST_TITLE or re.search("[。；：，《》“”:;,>|]", text) or not _TITLE.fullmatch(text):
        return False
    return len(_name_of(text)) <= _LONGEST_NAME and bool(re.search(_YEAR, first) or _BODY.fullmatch(first))


def _name_of(title: str) -> str:
    found = _TITLE.fullmatch(title)
    return _name(found["before"] or found["after"]) if found else ""


def _name(text: str) -> str:
    name = re.sub(r"^[#*]+|^关于|(?:关于|的)$", "", text)
    return f"{name}政府" if name.endswith("人民") else name  # 某镇人民政府信息公开: 政府 is printed once


def _year(text: str) -> int:
    return int(text.translate(_CHINESE_DIGITS))


def _year_in(preamble: str) -> int | None:
    found = re.search(rf"{_YEAR}.{{0,20}}?{_REPORT}", preamble)
    return _year(found["year"]) if found else None


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
    for item in items:
        for year, month, day in _PUBLISHED.findall(_unspaced(item.text)):
            try:
                days.append(date(int(year), int(month), int(day)))
            except ValueError:
                continue
    return min(days, default=None)


def _from_preamble(text: str) -> str:
    found = _BY.search(text)
    return found.group(1) if found else ""


def _from_signature(items: Sequence[Item]) -> str:
    """Return the body that signs at the end of the report."""
    for item in reversed(items[-4:]):
        name = _unspaced(item.text)
        if (
            not item.row
            and len(name) <= _LONGEST_NAME
            and _BODY.fullmatch(name)
            and not re.search("[，。、]", name)
        ):
            return name
    return ""


def _scope(title: str, preamble: str) -> Scope:
    """Return AGGREGATE where the report says that it holds the figures of other bodies too."""
    return Scope.AGGREGATE if _WHOLE.search(title) or _WHOLE_OF.search(preamble) else Scope.OWN
