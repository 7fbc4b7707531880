"""Where the columns of a table stand, told by the words of its header in a text set in columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from nianbao.forms import FORMS, TableForm, normalise

_TALLEST = 14  # lines of a header whose words stand one character a line, page ends between them
_LONGEST_NAME = 16  # characters of a column's name with its unit


Measure = Callable[[str], int]  # how many columns of the page a text takes


class Span(NamedTuple):
    """What a figure or a header word takes of its line: its first column and the one behind it."""

    start: int
    end: int


class _Letter(NamedTuple):
    start: int
    end: int
    line: int
    text: str


def columns_named(lines: Sequence[str], measure: Measure) -> tuple[Span, ...]:
    """Return where the columns stand that the last of these lines name, two at least; nothing if unclear.

    Each letter belongs to one column of one table of the forms, names may be broken over lines, and all
    columns are named. What stands left of them, or above them all, does not matter.
    """
    letters: list[_Letter] = []
    for number in range(len(lines) - 1, max(-1, len(lines) - 1 - _TALLEST), -1):
        row = list(_letters(lines[number], number, measure))
        if row:
            letters = sorted((*letters, *row), reverse=True)
            found = {spans for names in _tables() if (spans := _named(letters, names))}
            if len(found) == 1:
                spans = found.pop()
                crowded = any(one.end >= other.start for one, other in pairwise(spans))  # and moved aside
                return () if crowded else spans
    return ()


def _letters(line: str, number: int, measure: Measure) -> Iterator[_Letter]:
    """Yield the letters of a line but for the words above several columns."""
    above = {at for found in _above().finditer(line) for at in range(*found.span())}
    column = 0
    for index, letter in enumerate(line):
        end = column + measure(letter)
        if not letter.isspace() and index not in above:
            yield _Letter(column, end, number, letter)
        column = end


def _named(letters: Sequence[_Letter], names: Sequence[frozenset[str]]) -> tuple[Span, ...]:
    """Return the spans of the columns, of which the letters, from right to left, spell the names."""
    if not names:
        return ()
    for count in range(1, min(len(letters), _LONGEST_NAME) + 1):
        mine = letters[:count]
        if mine[-1].text not in _letters_of(names[-1]):
            return ()
        if count < len(letters) and letters[count].start == mine[-1].start:
            continue  # below one another
        spelled = "".join(each.text for each in sorted(mine, key=lambda each: (each.line, each.start)))
        if normalise(spelled) in names[-1]:
            before = _named(letters[count:], names[:-1])
            if before or len(names) == 1:
                return (*before, Span(mine[-1].start, max(each.end for each in mine)))
    return ()


@cache
def _letters_of(names: frozenset[str]) -> frozenset[str]:
    """Return the letters that names may be printed with, those of a unit behind them too."""
    return frozenset("".join(names)) | set("它（）()：:/／单位万元件")


@cache
def _tables() -> tuple[tuple[frozenset[str], ...], ...]:
    """Return the names of the columns, from left to right, of every table with several."""
    tables = (table for form in FORMS.values() for table in form.tables)
    return tuple({_names(table) for table in tables if len(table.columns) > 1})


def _names(table: TableForm) -> tuple[frozenset[str], ...]:
    names = tuple(
        frozenset(normalise(name) for name in (column.label, *column.aliases)) for column in table.columns
    )
    return names * (len(table.rows) if table.printed == "wide" else 1)


@cache
def _above() -> re.Pattern[str]:
    """Match the words that stand above several columns."""
    tables = [table for form in FORMS.values() for table in form.tables]
    words = {word for table in tables for column in table.columns for word in column.path}
    for table in tables:
        if table.printed == "wide":
            words |= {word for row in table.rows for word in (row.label, *row.aliases, *row.path)}
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(r"[ \u3000]?".join(map(re.escape, word)) for word in longest_first))
