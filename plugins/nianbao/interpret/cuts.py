"""The ways to cut figures that are printed without gaps: `000` into three, `801000081` into seven."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from nianbao.forms import Column, Identity, TableForm

Cut = tuple[str, ...]

_MOST_CUTS = 3000  # some ten milliseconds of work; a row of seven columns reaches it with fifteen digits
_COUNT = re.compile(r"0|[1-9]\d{0,8}|[/—无-]")
_SIGNED = re.compile(r"[+＋\-－−–—]?(?:0|[1-9]\d{0,8})|[/—无-]")
_MONEY = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?(?:万元|亿元|元)?|[/—无-]")


def cuts_of(text: str, columns: Sequence[Column]) -> tuple[Cut, ...]:
    """Return every way to cut `text` into one figure per column; blanks in it separate figures.

    A figure has no leading zero. Nothing where there are too many ways to look at.

    >>> from nianbao.forms import FORMS
    >>> columns = FORMS["2021-30"].table("art20_1").columns
    >>> cuts_of("000", columns), len(cuts_of("77132470", columns))
    ((('0', '0', '0'),), 15)
    """
    text = text.strip()
    spare = _spare(text, len(columns))
    found = tuple(
        islice((cut for cut, end in _from(text, 0, columns, spare) if end == len(text)), _MOST_CUTS + 1)
    )
    return found if len(found) <= _MOST_CUTS else ()


def wide_cuts(text: str, table: TableForm) -> tuple[Cut, ...]:
    """Return the ways to cut `text` into one figure per cell of a wide table whose groups all add up."""
    text = text.strip()
    spare = _spare(text, len(table.rows) * len(table.columns))
    open_cuts: list[tuple[Cut, int]] = [((), 0)]
    for row in table.rows:
        identities = row_identities(table, row.id)
        open_cuts = [
            (before + cut, end)
            for before, start in open_cuts
            for cut, end in islice(_from(text, start, table.columns, spare), _MOST_CUTS)
            if all(holds(identity, cut, table.columns) for identity in identities)
        ]
        if len(open_cuts) > _MOST_CUTS:
            return ()
    return tuple(cut for cut, end in open_cuts if end == len(text))


def row_identities(table: TableForm, row: str) -> tuple[Identity, ...]:
    """Return the identities that hold within this row."""
    return tuple(each for each in table.identities if each.each == "row" and row in (each.rows or (row,)))


def holds(identity: Identity, cut: Cut, columns: Sequence[Column]) -> bool:
    """Return whether a row of figures satisfies an identity; a mark satisfies none."""
    if not all(part.isdecimal() for part in cut):
        return False
    figures = {column.id: int(part) for column, part in zip(columns, cut, strict=True)}
    return sum(figures[column] for column in identity.left) == sum(
        figures[column] for column in identity.right
    )


def _spare(text: str, count: int) -> int:
    """Return how many characters remain when each figure has one."""
    return len(re.sub(r"\s", "", text)) - count


def _from(text: str, start: int, columns: Sequence[Column], spare: int) -> Iterator[tuple[Cut, int]]:
    """Yield each cut of the beginning of `text` from `start`, with the place behind it."""
    while start < len(text) and text[start].isspace():
        start += 1
    if not columns:
        yield (), start
        return
    for end in range(start + 1, min(start + spare + 1, len(text)) + 1):
        part = text[start:end]
        if part[-1].isspace():
            return
        if _part(columns[0]).fullmatch(part):
            for rest, last in _from(text, end, columns[1:], spare - len(part) + 1):
                yield (part, *rest), last


def _part(column: Column) -> re.Pattern[str]:
    if column.money:
        return _MONEY
    return _SIGNED if column.signed else _COUNT
