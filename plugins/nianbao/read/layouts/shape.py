"""What a printed cell looks like, without knowing any form: a figure, a word, or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import east_asian_width

# Digits of any width with separators, signs, zero marks and the unit words seen in cells.
_VALUE = re.compile(r"[\d\s.,，．+＋\-－−–—―⸺/／＼\\*○〇零?？()（）件项条个次宗份增加减少万亿元↑↓OolI]+")
_ZERO_WORD = re.compile(r"\s*无\s*")
# - 4 -, —4—, Page 9, P. 9, 第 4 页, 第 4 页 共 9 页; a bare number may be a figure.
PAGE_MARK = re.compile(
    r"[-–—]\s*\d{1,3}\s*[-–—]|(?:Page|P\.)\s*\d{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
)
# The longest label of the forms has 38 characters; a paragraph ends with a full stop or is longer.
_LONGEST_LABEL = 60


@lru_cache(maxsize=16384)  # asked of the same few figures and labels at every stage
def is_value(text: str) -> bool:
    """Return whether a cell holds a figure or a mark that stands for none, well-formed or not.

    >>> [is_value(text) for text in ("+32", "78.80 万元", "—", "无", "1.属于国家秘密", "件", "")]
    [True, True, True, True, False, False, False]
    """
    if _ZERO_WORD.fullmatch(text):
        return True
    return bool(_VALUE.fullmatch(text)) and bool(re.search(r"[\d○〇零/／＼\\*\-－−–—―⸺OolI?？]", text))


def is_prose(text: str) -> bool:
    """Return whether a line is too long for a cell or ends like a sentence.

    >>> is_prose("我镇未收到申请。"), is_prose("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
    (True, False)
    """
    text = text.strip()
    return len(text) > _LONGEST_LABEL or text.endswith(("。", "；", "！", "？"))


def says_nothing(line: str) -> bool:
    """Return whether a line is empty, or holds the number of a page alone."""
    line = line.strip()
    return not line or bool(PAGE_MARK.fullmatch(line))


def display_width(text: str) -> int:
    """Return how many columns of a page set in columns a text takes; a Han character takes two.

    >>> display_width("规章 12")
    7
    """
    return len(text) + sum(east_asian_width(letter) in "WF" for letter in text if letter > "\x7f")


def tabs_between_pipes(lines: Sequence[str]) -> bool:
    """Return whether most lines with tabs have pipes too: the tabs indent what stands in their cells."""
    tabbed = [line for line in lines if "\t" in line]
    return sum("|" in line for line in tabbed) * 2 > len(tabbed)
