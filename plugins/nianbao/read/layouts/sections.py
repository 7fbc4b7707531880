"""Section headings that share a line with prose, figures or each other (`…编制。一、总体情况2021年，…`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from nianbao.forms import FORMS

# A title that opens a line on which everything follows it.
_TITLE = re.compile(
    r"\s*[^，。；：]{2,40}?20\d\d\s*年[^，。；：]{0,16}?报告(?=\s|根据|按照|依据|依照|为|本报告|[一1]、)"
)
_LEAD = " \t\u3000\u00a0\u2002\u2003#*"
_LONGEST_HEADING = 60  # characters: a shorter line is a heading, a title or a sentence of its own
# A heading does not follow what opens or continues an enumeration (`包括：一、总体情况；二、…`). The numeral
# and its mark stand between; asked for behind them, since a search for a numeral is quick.
_NOT_BEHIND = "(?<![：:，,；;、“《（(第及和与]..)"


class Piece(NamedTuple):
    """A part of a line: its first character (from 0), its text, and whether it is a heading or the title."""

    start: int
    text: str
    heading: bool


def split_sections(line: str) -> tuple[Piece, ...]:
    """Return the line cut before and behind every section heading in it.

    A short line stays whole, unless a sentence stands behind a blank after the heading that opens it.

    >>> [piece.text for piece in split_sections("根据要求编制。一、总体情况" + "全年工作有序开展。" * 6)][:2]
    ['根据要求编制。', '一、总体情况']
    """
    if len(line) <= _LONGEST_HEADING and not _sentence_behind(line):
        return (Piece(0, line, heading=False),)
    return tuple(_pieces(line))


def _sentence_behind(line: str) -> bool:
    found = _headings().match(line)
    return bool(found and re.match(r"\s+.*[，,。；;]", line[found.end() :]))


def begins_section(line: str) -> bool:
    """Return whether a line begins with a section heading."""
    return bool(_headings().match(line.lstrip(_LEAD)))


def _pieces(line: str) -> Iterator[Piece]:
    title = _TITLE.match(line)
    start = title.end() if title else 0
    if title:
        yield Piece(0, line[:start], heading=True)
    for found in _headings().finditer(line):
        if line[start : found.start()].strip():
            yield Piece(start, line[start : found.start()], heading=False)
        yield Piece(found.start(), found.group(), heading=True)
        start = found.end()
    if line[start:].strip():
        yield Piece(start, line[start:], heading=False)


@cache
def _headings() -> re.Pattern[str]:
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for section in (section for form in FORMS.values() for section in form.sections):
        titles[str(section.number)] |= {section.title, section.long, *section.variants} - {""}
    any_title = _either(set().union(*titles.values()))
    # In Arabic numerals paragraphs are counted too: 1、主动公开政府信息情况 is one of section 一.
    own = "|".join(rf"{number}[、.．]\s*(?:{_either(its)})" for number, its in titles.items())
    return re.compile(
        r"(?=[一二三四五六七1-6][、.．，,])"
        rf"(?:[一二三四五六七][、.．，,]{_NOT_BEHIND}\s*(?:{any_title})|{own})(?![，,；;、”》])"
    )


def _either(titles: Set[str]) -> str:
    return "|".join(map(re.escape, sorted(titles, key=len, reverse=True)))
