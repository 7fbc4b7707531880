"""The title of a report: its words in any order, on one to three lines or inside other text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from functools import lru_cache

from nianbao.interpret.headings import plain
from nianbao.interpret.lines import CLOSING, Item

_INVISIBLE = re.compile("[\u200b-\u200f\ufeff]+")
_CHINESE_DIGITS = str.maketrans(
    "〇○零一二三四五六七八九OoＯО０１２３４５６７８９", "0001234567890000" + "0123456789"
)
_DIGITS = (
    r"(?:20\d\d[-—－~～至])?"  # a school year is named after its end
    r"(?P<year>(?:2[0OoＯ]|２０)[\d０-９]{2}|二[〇○零OoＯО][〇○零一二三四五六七八九]{2})"
)
YEAR = rf"{_DIGITS}(?:学?年度?|度|(?=政府信息|信息公开|政务))"
SUBJECT = "(?:政府信息公开|政务公开|政务信息公开|信息公开|公开政府信息|政府信息(?=工作年度))"
_KIND = "(?:工作|情况|年度|自查|的){0,5}(?:报告|年报|总结)"
REPORT = SUBJECT + _KIND
TOLD_OF = rf"(?:{REPORT}|{SUBJECT}工作(?:情况|实际|的?开展))"  # what a preamble says it reports
_TAIL = r"(?:的(?:公告|通告|通知|函|报告|说明))?(?P<tail>[（(].{1,12}[)）])?"
_TITLE = re.compile(rf"(?:关于)?(?P<before>.*?)(?:关于)?{YEAR}(?P<after>(?:(?!20\d\d年).)*?){REPORT}{_TAIL}")
# The year behind everything else, in brackets or on a line of its own.
_YEAR_LAST = re.compile(rf"(?P<before>.*?)(?P<after>){REPORT}[（(]?{_DIGITS}(?:年度?|度)?[)）]?{_TAIL}")
# 某局政府信息公开工作2022年度报告
_YEAR_INSIDE = re.compile(rf"(?P<before>.*?)(?P<after>){SUBJECT}(?:工作|情况|的)*{_DIGITS}年?{_KIND}{_TAIL}")
# Below a portal's meta data, in a table cell or on the one line of a whole page, a title has no line of
# its own: then it is what stands without a gap around the year.
_WITHIN = re.compile(rf"[^|]{{0,60}}?{YEAR}[\u4e00-\u9fff（）()·]{{0,30}}?{REPORT}")
_LONGEST_TITLE = 70  # characters
LONGEST_NAME = 30
COVER_LINES = 30  # a title stands within the first lines, below breadcrumbs and meta data
LAST_LINES = 8  # a signature and its date, above what a portal prints below a report
_LINES_OF_A_TITLE = 3
BODY = re.compile(
    r".{2,28}(?:政府(?:机关)?|办公室|办事处|局|委|厅|中心|院|镇|乡|街道|部|省|市|县|区|旗|州|盟|队|站|所|会"
    r"|海关|社|署|银行|[分支]行|大学|学校|学院|中学|小学|医院|公司|集团|兵团)"
)
_SENTENCE = re.compile("[，。；《》]|公布|发布|根据|按照|依据|本报告|现将|编制|如下")
_DATE = re.compile(r"\d月")
# What portals print right before a title; no name of a body has it in it.
_FURNITURE = re.compile(
    r".*(?:年度报告|年报|〔〕?号|打印|关闭|注册|登录|长辈版|无障碍|大中小|朗读|下载|次|和谐"
    r"|微信|微博|QQ空间|QQ好友|朋友圈|分享到?|收藏|二维码|[AP]M|以下[是为]|(?<=[:：])(?:有效|主动公开|面向全?社会(?:公开)?|长期公开)|[】\]|>〉:：/-]|\d(?![年月日\d]))"
)
# The first line of a name that is broken inside: it names a region and no body yet, nor a page.
_REGION = re.compile(r"(?:中国|中华|国家|.{1,12}?[省市县区州盟旗镇乡])[\u4e00-\u9fff]{0,16}")
_NO_NAME = re.compile(r"公开|信息|网|首页|新闻|频道|栏目|[，。；：:>|]")
_WHOLE_BODY = re.compile(r".*(?:政府|办公室|办事处|局|委|厅|中心|院|街道|委员会)")


def unspaced(text: str) -> str:
    """Return a text without any blanks."""
    text = "".join(text.split())
    return text if text.isprintable() else _INVISIBLE.sub("", text)


_Title = tuple[str, Sequence[int]]  # its text, and the lines it is printed on


def find_title(items: Sequence[Item]) -> tuple[str, set[int]]:
    """Return the title without blanks, and its lines: one to three, printed once or several times.

    A title that prints a whole name on its own line wins over one that needs the line above it.
    """
    cover = [
        index
        for index, item in enumerate(items[:COVER_LINES])
        if stands_alone(item) and not _MENU.fullmatch(item.text) and not _PATH.search(unspaced(item.text))
    ]
    found: list[_Title] = []
    for count in range(1, _LINES_OF_A_TITLE + 1):
        for place in range(len(cover) - count + 1):
            lines = cover[place : place + count]
            if _follow_each_other(items, lines):
                text = unspaced("".join(_line(items[index]) for index in lines)).strip("《》")
                text = _without_furniture(text)
                found.extend([(text, lines)] if _is_title(text, unspaced(_line(items[lines[0]]))) else [])
    linked, found = found, _without_links(found)
    found.sort(key=lambda each: bool(_LINKED.fullmatch(items[each[1][0]].text)))
    best = next((text for text, _ in found if name_of(text)), found[0][0] if found else "")
    if not best:
        return _title_within(items, {index for _, lines in linked for index in lines}), set()
    used = {index for text, lines in found if text == best for index in lines}
    above = unspaced(items[min(used) - 1].text) if min(used) - 1 in cover else ""
    if _goes_on(above, name_of(best)):
        return above + best, used | {min(used) - 1}
    return best, used


def _without_links(found: Sequence[_Title]) -> list[_Title]:
    """Return the titles without those that differ only in their year: a list of the reports of a region.

    One of them that stands there once more is the page's own.
    """
    years: defaultdict[str, set[int | None]] = defaultdict(set)
    for text, _ in found:
        years[_without_year(text)].add(year_of(text))
    printed = Counter(text for text, _ in {(text, lines[-1]) for text, lines in found})
    return [
        each for each in found if len(years[_without_year(each[0])]) < _LISTED_YEARS or printed[each[0]] > 1
    ]


def _without_year(title: str) -> str:
    found = _match(title)
    return title[: found.start("year")] + title[found.end("year") :] if found else title


_LISTED_YEARS = 3


def _follow_each_other(items: Sequence[Item], lines: Sequence[int]) -> bool:
    """Return whether lines stand together, with nothing but entries of a menu between them."""
    between = (index for index in range(lines[0], lines[-1]) if index not in lines)
    return all(_MENU.fullmatch(items[index].text) for index in between)


def _line(item: Item) -> str:
    """Return a line without the entry of the menu beside it: `·政策文件   桃溪镇人民政府`."""
    return _SITE.sub("", _BESIDE.sub("", plain(item.text)))


_SITE = re.compile(r"(?<=报告|年报)\s*[-_|—–]\s*[^-_|—–\d]{4,30}$")  # the title of a page tells whose it is
_PATH = re.compile(r"^.{0,8}(?:首页|当前位置|您的位置|所在位置).*[>»›/：]")
_MENU = re.compile(r"\s*[·•]\s*[^\s，。]{2,12}\s*")
_LINKED = re.compile(r"\s*[·•]\s*\S.*")  # the reports of other years, beside the page's own
_BESIDE = re.compile(
    r"^\s*(?:[·•]\s*[^\s，。]{2,12}\s+|公开(?:指南|制度|目录|年报)\s{2,}"
    r"|[\u4e00-\u9fff]{2,8}\s{8,}(?!政府信息|政务|关于|二)(?=[\u4e00-\u9fff]))(?=\S)"
)


def title_of_another_year(items: Sequence[Item], year: int | None) -> int:
    """Return the index of the line below a heading that is the title of a report of another year.

    The number of items where there is none. A title printed twice is a running head with a stale year. Where
    the report does not tell its own year, any title behind its last sections is that of another.
    """
    found = [
        (index, text)
        for index, item in enumerate(items)
        if item.section and not item.heads and item.alone and re.search("[报结]", item.text)
        for text in (unspaced(plain(item.text)).strip("《》"),)
        if _is_title(text, text) and name_of(text)
        if (year_of(text) != year if year else item.section >= CLOSING)
    ]
    texts = [text for _, text in found]
    return next((index for index, text in found if texts.count(text) == 1), len(items))


def stands_alone(item: Item) -> bool:
    """Return whether an item is a line of its own above the first section."""
    return item.section == 0 and item.alone


def year_of(title: str) -> int | None:
    """Return the year in a title, or None where it states none."""
    found = _match(title)
    return in_digits(found["year"]) if found else None


def in_digits(year: str) -> int:
    """Return a year printed in digits of any kind.

    >>> in_digits("二〇二三"), in_digits("2O23")
    (2023, 2023)
    """
    return int(year.translate(_CHINESE_DIGITS))


def name_of(title: str) -> str:
    """Return the name of the body in a title, or nothing."""
    found = _match(title)
    return (_name(found["before"]) or _name(found["after"])) if found else ""


@lru_cache(maxsize=1024)  # each first line is asked for its year, its name and what stands before it
def _match(title: str) -> re.Match[str] | None:
    return _TITLE.fullmatch(title) or _YEAR_LAST.fullmatch(title) or _YEAR_INSIDE.fullmatch(title)


def _name(text: str) -> str:
    text = re.sub(r"^[#*]+|^20\d\d年", "", text)  # a breadcrumb's year
    text = re.sub(r"^(?:二[〇○零][〇○零一二三四五六七八九]{2}年度?)+", "", _LISTING.sub("", text))
    text = re.sub(r"^[）)]+|[（(]+$", "", text)  # of the year
    name = re.sub(r"^关于|(?:关于)?(?:[现特]?(?:向社会)?(?:报送|上报|印发|公布|发布|公开))?$|的$", "", text)
    name = re.sub(r"(?:全[省市县区州旗])$", "", name) or name  # 杭州市2023年全市政府信息公开…
    name = re.sub("(?<=政府)机关$", "", name)
    return f"{name}政府" if name.endswith("人民") else name  # 某镇人民政府信息公开: 政府 is printed once


_LISTING = re.compile(  # what a portal files the report under, or whose portal it is, printed right before it
    r"^(?:(?:[省市县区州旗]直|区县|县区|市县|[省市县区]级)?(?:政府)?部门|乡镇[、（]?街道[）]?|街道乡镇|各?乡镇|正文|本页|详情)(?=.{4}|$)|^.{2,24}门户网站"
)


def _title_within(items: Sequence[Item], links: Set[int]) -> str:
    """Return the first title inside other text above the first section, on none of the lines `links`."""
    found: list[_Title] = []
    for index, item in enumerate(items[:COVER_LINES]):
        inside = _WITHIN.search(unspaced(item.text)) if item.section == 0 and index not in links else None
        title = _without_furniture(inside[0]) if inside else ""
        name = name_of(title)
        if name and len(name) <= LONGEST_NAME and not _SENTENCE.search(name):
            found.append((title, [index]))
    return next((title for title, _ in _without_links(found)), "")


def _without_furniture(title: str) -> str:
    """Return a title without what stood before it on its line."""
    found = _match(title)
    return title[len(rest[0]) :] if found and (rest := _FURNITURE.match(found["before"])) else title


def _is_title(text: str, first: str) -> bool:
    """Return whether `text` is a title; a `first` line without the year must be the name of a body."""
    if len(text) > _LONGEST_TITLE or re.search("[。；：，《》“”:;,>|/»›]|首页", text) or _DATE.search(text):
        return False
    if not _match(text) or len(name_of(text)) > LONGEST_NAME or re.search(rf"\d年|{REPORT}", name_of(text)):
        return False  # the headline of another page above, 2025年招聘公告, is no part of a title
    return bool(re.search(rf"{_DIGITS}|^{REPORT}|{REPORT}$", first) or BODY.fullmatch(first.rstrip("20")))


def _goes_on(above: str, name: str) -> bool:
    """Return whether a name begins on the line above (`西湖区人力资源和社会 / 保障局`)."""
    alone = re.search("[省市县区州盟旗镇乡]|街道|国", name) is not None or not name
    whole = _WHOLE_BODY.fullmatch(above) or _NO_NAME.search(above)
    return bool(not alone and not whole and _REGION.fullmatch(above) and BODY.fullmatch(above + name))
