"""Rows and columns of a grid that print nothing: what lies between two boxes, not in one.

Browsers print a box around each cell, apart from each other, and close the box of a group a little above
the rule below its last row; a page that begins inside a table leaves a strip above the first rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nianbao.read.pdf_tables import PageTable

_LOWEST = 0.8  # of the font size: less holds no line of text


def without_gaps(table: PageTable) -> PageTable:
    """Return the table without rows and columns that are gaps between boxes.

    A gap is too narrow for the smallest text of the table and holds none; or it is a row in which only
    empty cells begin, while the figure at its end stands in a cell that began above.
    """
    size = min(
        (glyph.size for cell in table.cells for line in cell.lines for glyph in line.glyphs), default=0
    )
    if not size:
        return table
    filled = [cell for cell in table.cells if cell.lines]
    rows = _kept(table.ys, {cell.row for cell in filled}, _LOWEST * size, _between_groups(table))
    columns = _kept(table.xs, {cell.column for cell in filled}, _LOWEST * size, frozenset())
    if len(rows) == table.rows and len(columns) == table.columns:
        return table
    cells = (
        replace(
            cell,
            row=_index(rows, cell.row),
            column=_index(columns, cell.column),
            rowspan=_index(rows, cell.row + cell.rowspan) - _index(rows, cell.row),
            colspan=_index(columns, cell.column + cell.colspan) - _index(columns, cell.column),
        )
        for cell in table.cells
    )
    return replace(
        table,
        xs=(*(table.xs[column] for column in columns), table.xs[-1]),
        ys=(*(table.ys[row] for row in rows), table.ys[-1]),
        cells=tuple(cell for cell in cells if cell.rowspan and cell.colspan),
    )


def _between_groups(table: PageTable) -> frozenset[int]:
    begin = {cell.row for cell in table.cells if cell.column + cell.colspan == table.columns}
    return frozenset(range(table.rows)) - begin


def _kept(rules: Sequence[float], filled: set[int], lowest: float, gaps: frozenset[int]) -> list[int]:
    """Return the rows (or columns) between these rules that are no gap."""
    return [
        index
        for index in range(len(rules) - 1)
        if index in filled or (index not in gaps and rules[index + 1] - rules[index] >= lowest)
    ]


def _index(kept: Sequence[int], old: int) -> int:
    """Return how many of the kept rows stand before the one that had the index `old`."""
    return sum(index < old for index in kept)
