"""Blocks read out of a page or a word processor's file → their text, and a document placed in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.read.document import DocumentBlock, Grid, GridCell, Line, cell_at, in_order, line_at
from nianbao.read.layouts import read_lines

_MAY_BE_ROW = re.compile(r"\d[\s|]+\d+[\s|]*$|^\s*\d+\s*$|\d{5}$")  # figures at the end of a line, or alone

PrintedRow = tuple[str, ...]
PrintedTable = tuple[PrintedRow, ...]
Printed = str | PrintedTable  # a line of prose, or the rows of a table; no text holds a line break


def rendition(printed: Sequence[Printed]) -> tuple[str, tuple[DocumentBlock, ...]]:
    """Return the readable text, one line for each paragraph and table row, and the blocks placed in it.

    Markup has no lines of its own that a person could look up, so every `Place` counts the lines of this
    text, in which the cells of a row are separated by tabs. What was not marked up as a table may be one
    that was flattened before it was put on the page: the layouts of text decide.
    """
    lines: list[str] = []
    unmarked: list[str] = []  # with nothing in the place of the tables
    grids: list[Grid] = []
    for block in printed:
        if isinstance(block, str):
            lines.append(block)
            unmarked.append(block)
        else:
            first = len(lines) + 1
            lines.extend("\t".join(row) for row in block)
            unmarked.extend("" for _ in block)
            grids.append(Grid(tuple(_row(row, first + at) for at, row in enumerate(block)), exact=True))
    flattened = not grids or any(map(_MAY_BE_ROW.search, unmarked))
    if not flattened:
        rest = [line_at(line, number) for number, line in enumerate(unmarked, 1) if line]
        return "\n".join(lines), in_order(grids, rest)
    found = [block for block in read_lines(unmarked) if not isinstance(block, Line) or block.text]
    return "\n".join(lines), in_order(grids, found)


def _row(texts: PrintedRow, line: int) -> tuple[GridCell, ...]:
    cells = []
    column = 1
    for text in texts:
        cells.append(cell_at(text, line, column))
        column += len(text) + 1
    return tuple(cells)
