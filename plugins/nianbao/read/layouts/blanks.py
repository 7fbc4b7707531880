"""Empty cells of a table set in columns, of which only the places of the figures around them are left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow
from nianbao.read.layouts.shape import display_width, is_value

_FEWEST_COLUMNS = 5  # of 表三 and 表四; tables of three have too few rows to tell their columns
_FEWEST_ROWS = 3  # without an empty cell
_GAP = 2  # columns of the page between two figures
_WITNESSES = 3  # complete rows that must put every figure in the same column
_NEAR = 2  # columns between a figure and those of its column, at their beginnings, middles or ends


class _Span(NamedTuple):
    """Where a figure stands on its line: its first column and the one behind it, wide characters as two."""

    start: int
    end: int


_Spans = tuple[_Span, ...]


def with_blank_cells(blocks: Sequence[DocumentBlock], lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return the blocks, in rows with fewer figures an empty cell for each column that has none.

    Each figure stands where the complete rows around it have one, and only one, by its beginning, middle or
    end, and the last where they have theirs. A row that leaves a choice stays as it was.
    """
    return tuple(
        replace(block, rows=_filled(block.rows, lines))
        if isinstance(block, Grid) and not block.glued
        else block
        for block in blocks
    )


def _filled(rows: Sequence[GridRow], lines: Sequence[str]) -> tuple[GridRow, ...]:
    spans = [_spans(row, lines) for row in rows]
    counts = Counter(len(each) for each in spans if len(each) >= _FEWEST_COLUMNS)
    width = max(counts, default=0)
    if counts[width] < _FEWEST_ROWS:
        return tuple(rows)
    complete = [index for index, each in enumerate(spans) if len(each) == width]
    found = list(rows)
    for index, mine in enumerate(spans):
        if 0 < len(mine) < width:
            beside = sorted(complete, key=lambda each: abs(each - index))[:_WITNESSES]
            places = {_columns(mine, spans[each]) for each in beside}
            columns = places.pop() if len(places) == 1 else ()
            if columns and columns[-1] == width - 1:  # else a page may have lost any column
                found[index] = _with_empty(rows[index], columns, width)
    return tuple(found)


def _spans(row: GridRow, lines: Sequence[str]) -> _Spans:
    """Return where the figures behind the label of a row stand, or nothing where no gaps part them."""
    values = row[_label(row) + 1 :]
    if not values or len({cell.at.line for cell in values}) > 1:
        return ()
    line = lines[values[0].at.line - 1]
    starts = [display_width(line[: cell.at.column - 1]) for cell in values]
    spans = tuple(
        _Span(start, start + display_width(cell.printed)) for start, cell in zip(starts, values, strict=True)
    )
    parted = all(after.start - before.end >= _GAP for before, after in pairwise(spans))
    return spans if parted else ()


def _label(row: GridRow) -> int:
    return max((index for index, cell in enumerate(row) if not is_value(cell.text)), default=-1)


def _columns(mine: _Spans, complete: _Spans) -> tuple[int, ...]:
    """Return the column of each figure, or nothing where two have one, or none stands by one."""
    near = [[column for column, other in enumerate(complete) if _is_near(span, other)] for span in mine]
    columns = [found[0] for found in near if len(found) == 1]
    return tuple(columns) if len(columns) == len(mine) and columns == sorted(set(columns)) else ()


def _is_near(one: _Span, other: _Span) -> bool:
    start, end = abs(one.start - other.start), abs(one.end - other.end)
    return min(start, end, abs(sum(one) - sum(other)) // 2) <= _NEAR


def _with_empty(row: GridRow, columns: Sequence[int], width: int) -> GridRow:
    label = _label(row)
    values = dict(zip(columns, row[label + 1 :], strict=True))
    empty = GridCell("", row[label + 1].at, "")
    return (*row[: label + 1], *(values.get(column, empty) for column in range(width)))
