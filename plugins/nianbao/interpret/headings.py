"""Which lines are headings: the six sections by their titles, sub-headings by their printed numeral."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from nianbao.forms import Form, normalise, squeeze

_MARKS = " \t\r\n\u3000\u00a0#|*"
_PUNCTUATION = re.compile("[、，,.;:和与]")
_NUMERALS = "一二三四五六七八九十"
_FIRST_LEVEL = re.compile(rf"(?:第?([{_NUMERALS}]{{1,2}})(?:部分)?[、.,:]|(\d)[、.,])")
_SECOND_LEVEL = re.compile(rf"\([{_NUMERALS}]+\)")
_THIRD_LEVEL = re.compile(r"\(?\d{1,2}[、.)]\.?(?!\d)")
_LONGEST_HEADING = 40  # characters: the longest official title has 25
_LONGEST_ITEM = 30
_STOPS = ("。", "；", "：", "，", ";", ":", ",", ".", "！", "？")
# A title reworded beyond the known variants still names its matter; the printed numeral must agree.
_MATTERS = {
    1: "总体|概述|概况",
    2: "主动公开",
    3: "申请",
    4: "复议|诉讼",
    5: "问题",
    6: "其他|其它|报告的事项",
}


def plain(text: str) -> str:
    """Return a line without Markdown's heading and list marks, and without what lost blanks have become.

    >>> plain("### （一）主动公开情况"), plain("????一、总体情况")
    ('（一）主动公开情况', '一、总体情况')
    """
    text = text.lstrip(f"{_MARKS}>").rstrip(_MARKS)
    return text.lstrip("?") if text.startswith("??") else text


@cache  # the forms are the same for every report
def section_titles(forms: tuple[Form, ...]) -> Mapping[str, int]:
    """Return every title of a section, normalised and without punctuation, with the section's number."""
    return {
        _key(title): section.number
        for form in forms
        for section in form.sections
        for title in (section.title, section.long, *section.variants)
        if title
    }


def section_number(text: str, titles: Mapping[str, int]) -> int:
    """Return the number of the section that a line heads, or 0.

    The title decides, not the numeral, which is often wrong; but （一）-style numerals are sub-headings.
    """
    if len("".join(text.split())) > 2 * _LONGEST_HEADING:  # more than quotes and invisible characters add
        return 0
    line = squeeze(plain(text))
    if not line or len(line) > _LONGEST_HEADING or _SECOND_LEVEL.match(line):
        return 0
    number = titles.get(_key(line), 0)
    ordinal = _FIRST_LEVEL.match(line)
    if number or not ordinal or plain(text).endswith(_STOPS):
        return number
    printed = _NUMERALS.find(ordinal.group(1) or "") + 1 if ordinal.group(1) else 0
    matter = _MATTERS.get(printed, "")
    return printed if matter and re.search(matter, line) else 0


def numeral_rank(text: str) -> int:
    """Return how little a numeral looks like a section's: 0 for 一、, 1 for none, 2 for 1."""
    ordinal = _FIRST_LEVEL.match(squeeze(plain(text)))
    if not ordinal:
        return 1
    return 0 if ordinal.group(1) else 2


def section_title(text: str) -> str:
    """Return the heading as printed, without marks and numeral."""
    title = plain(text)
    ordinal = re.match(rf"\s*(?:第?[{_NUMERALS}]{{1,2}}(?:部分)?|\d)\s*[、.．,，:：]\s*", title)
    return title[ordinal.end() :] if ordinal else title


def heading_level(text: str) -> int:
    """Return 3, 4 or 5 for a sub-heading, or 0 for a line of prose.

    >>> heading_level("（一）主要做法"), heading_level("1.公开平台"), heading_level("##### 下一步")
    (3, 4, 5)
    >>> heading_level("（三）健全完善政务公开制度，规范公开内容。")
    0
    """
    line = squeeze(plain(text))
    if not line or len(line) > _LONGEST_HEADING or plain(text).endswith(_STOPS):
        return 0
    if _SECOND_LEVEL.match(line) or re.match(rf"[{_NUMERALS}]{{1,2}}、", line):
        return 3
    if len(line) <= _LONGEST_ITEM and _THIRD_LEVEL.match(line) and not re.search("[，,]", line):
        return 4
    return 5 if re.match(r"\s*#{1,6}\s*\S", text) else 0


def _key(title: str) -> str:
    return _PUNCTUATION.sub("", re.sub(r"^第[一二三四五六七]部分", "", normalise(title)))
