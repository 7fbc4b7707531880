"""Blocks read out of a page or a word processor's file → their text, and a document placed in it."""

from __future__ import annotations

from collections.abc import Sequence

from nianbao.read.document import DocumentBlock, Grid, GridCell, Line, cell_at, line_at
from nianbao.read.layouts import read_lines

PrintedRow = tuple[str, ...]
PrintedTable = tuple[PrintedRow, ...]
Printed = str | PrintedTable  # a line of prose, or the rows of a table; no text holds a line break


def rendition(printed: Sequence[Printed]) -> tuple[str, tuple[DocumentBlock, ...]]:
    """Return the readable text, one line for each paragraph and table row, and the blocks placed in it.

    Markup has no lines of its own that a person could look up, so every `Place` counts the lines of this
    text, in which the cells of a row are separated by tabs. Where no table was marked up, the lines may
    be a table that was flattened before it was put on the page, and the layouts of text decide.
    """
    lines: list[str] = []
    blocks: list[DocumentBlock] = []
    for block in printed:
        if isinstance(block, str):
            lines.append(block)
            blocks.append(line_at(block, len(lines)))
        else:
            first = len(lines) + 1
            lines.extend("\t".join(row) for row in block)
            blocks.append(Grid(tuple(_row(row, first + at) for at, row in enumerate(block)), exact=True))
    if not any(isinstance(block, Grid) for block in blocks):
        blocks = list(read_lines(lines))
    return "\n".join(lines), tuple(block for block in blocks if not isinstance(block, Line) or block.text)


def _row(texts: PrintedRow, line: int) -> tuple[GridCell, ...]:
    cells = []
    column = 1
    for text in texts:
        cells.append(cell_at(text, line, column))
        column += len(text) + 1
    return tuple(cells)
