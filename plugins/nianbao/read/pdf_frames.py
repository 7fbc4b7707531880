"""Grids of rules that lay out a page: what stands in them is prose, or tables of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nianbao.read.layouts.shape import is_value

if TYPE_CHECKING:
    from nianbao.read.pdf_tables import PageTable

_LONGEST_CELL = 300  # characters: the longest label with its definition has some 60


def lays_out(grid: PageTable, grids: Sequence[PageTable]) -> bool:
    """Return whether a grid stands around others that have more cells than itself."""
    inside = (
        other
        for other in grids
        if other is not grid
        and grid.xs[0] <= other.xs[0] <= other.xs[-1] <= grid.xs[-1]
        and grid.ys[0] <= other.ys[0] <= other.ys[-1] <= grid.ys[-1]
    )
    return sum(len(other.cells) for other in inside) > len(grid.cells)


def holds_prose(table: PageTable) -> bool:
    """Return whether a cell holds paragraphs, and no cell a figure."""
    texts = ["".join(line.text for line in cell.lines) for cell in table.cells]
    return max(map(len, texts)) > _LONGEST_CELL and not any(map(is_value, filter(None, texts)))
