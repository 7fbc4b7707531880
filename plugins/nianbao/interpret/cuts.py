"""The ways to cut figures that are printed without gaps: `000` into three, `801000081` into seven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from nianbao.forms import Column, Identity, TableForm

Cut = tuple[str, ...]

_MOST_CUTS = 3000  # some ten milliseconds of work; a row of seven columns reaches it with fifteen digits
_MOST_STEPS = 50_000  # some tens of milliseconds; three groups of figures with two digits take a third
_COUNT = re.compile(r"0|[1-9]\d{0,8}|[/—无-]")
_NUMBER = re.compile(r"0|[1-9]\d{0,8}")
_SIGNED = re.compile(r"[+＋\-－−–—]?(?:0|[1-9]\d{0,8})|[/—无-]")
_MONEY = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?(?:万元|亿元|元)?|[/—无-]")


def cuts_of(text: str, columns: Sequence[Column]) -> tuple[Cut, ...]:
    """Return every way to cut `text` into one figure per column; blanks in it separate figures.

    A figure has no leading zero. Nothing where there are too many ways to look at.

    >>> from nianbao.forms import FORMS
    >>> columns = FORMS["2021-30"].table("art20_1").columns
    >>> cuts_of("000", columns), len(cuts_of("77132470", columns))
    ((('0', '0', '0'),), 21)
    """
    text = text.strip()
    spare = _spare(text, len(columns))
    found = tuple(
        islice((cut for cut, end in _from(text, 0, columns, spare) if end == len(text)), _MOST_CUTS + 1)
    )
    return found if len(found) <= _MOST_CUTS else ()


def adding_cuts(text: str, columns: Sequence[Column]) -> tuple[Cut, ...] | None:
    """Return the ways to cut `text` in which the last figure, the total, is the sum of the others.

    None where there are too many ways to look at.
    """
    text = _plain(text)
    return _bounded(text, _adding(text, 0, len(columns) - 1, _spare(text, len(columns)), 0))


def wide_cuts(text: str, table: TableForm) -> tuple[Cut, ...] | None:
    """Return the ways to cut `text` into one figure per cell of a wide table whose groups all add up.

    None where there are too many ways to look at.
    """
    text = _plain(text)
    return _bounded(text, _groups(text, len(table.rows), len(table.columns)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _bounded(text: str, found: Iterator[tuple[Cut, int] | None]) -> tuple[Cut, ...] | None:
    """Return the cuts of the whole text, or None after too many steps: what is left unseen may fit too."""
    steps = list(islice(found, _MOST_STEPS + 1))
    if len(steps) > _MOST_STEPS:
        return None
    return tuple(each[0] for each in steps if each and each[1] == len(text))


def _groups(text: str, rows: int, columns: int) -> Iterator[tuple[Cut, int] | None]:
    """Yield the ways to cut all groups of a wide table, and None for every step in vain."""
    spare = _spare(text, rows * columns)
    open_cuts: list[tuple[Cut, int]] = [((), 0)]
    for _ in range(rows):
        grown: list[tuple[Cut, int]] = []
        for before, start in open_cuts:
            for found in _adding(text, start, columns - 1, spare, 0):
                yield None
                if found:
                    grown.append((before + found[0], found[1]))
        open_cuts = grown
    yield from open_cuts


def _adding(text: str, start: int, parts: int, spare: int, total: int) -> Iterator[tuple[Cut, int] | None]:
    """Yield the ways to cut `parts` figures and their total from `start` on, with the place behind it.

    None stands for a step in vain, so that whoever asks can count them.
    """
    while start < len(text) and text[start].isspace():
        start += 1
    if not parts:
        fits = text.startswith(str(total), start)
        yield ((str(total),), start + len(str(total))) if fits else None
        return
    for end in range(start + 1, min(start + spare + 1, len(text)) + 1):
        part = text[start:end]
        if not _NUMBER.fullmatch(part):
            return
        for found in _adding(text, end, parts - 1, spare - len(part) + 1, total + int(part)):
            yield ((part, *found[0]), found[1]) if found else None


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
