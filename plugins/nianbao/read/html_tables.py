"""Merged cells of a marked-up table → rows in which every column keeps its index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_WIDEST = 200  # columns: layout tables of real pages reach 110


class Span(NamedTuple):
    """A cell as marked up: its text, and how many rows and columns it covers (0 rows: all that follow)."""

    text: str
    rows: int = 1
    columns: int = 1


def expand(rows: Sequence[Sequence[Span]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows with an empty text wherever a merged cell of the same or an earlier row lies.

    Nothing is padded: a row that marks up fewer cells than the others is shorter, so that nobody takes
    the cell that it has lost for one printed empty.

    >>> list(expand([[Span("a", 2), Span("b", 1, 2)], [Span("c"), Span("d")]]))
    [('a', 'b', ''), ('', 'c', 'd')]
    """
    covered: dict[int, int] = {}  # column → rows still covered from above
    for index, row in enumerate(rows):
        if not covered and len(row) <= _WIDEST and all(cell.rows == cell.columns == 1 for cell in row):
            yield tuple(cell.text for cell in row)  # a shortcut: most rows are printed so
            continue
        texts: list[str] = []
        fresh: dict[int, int] = {}
        for cell in row[:_WIDEST]:
            if covered:
                _skip(texts, covered)
            width = min(max(cell.columns, 1), _WIDEST)
            if cell.rows != 1:
                height = min(cell.rows or len(rows), len(rows) - index) - 1
                fresh.update(dict.fromkeys(range(len(texts), len(texts) + width), height))
            texts.extend((cell.text, *[""] * (width - 1)))
        _skip(texts, covered)
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        covered.update({column: left for column, left in fresh.items() if left > 0})
        yield tuple(texts)


def _skip(texts: list[str], covered: dict[int, int]) -> None:
    while covered.get(len(texts), 0) > 0:
        texts.append("")
