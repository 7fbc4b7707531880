"""L7: one table row per line, cells separated by tabs. A page break is an empty line inside the table."""

from __future__ import annotations

from collections.abc import Sequence

from nianbao.read.document import DocumentBlock, Grid, GridRow, cell_at, line_at
from nianbao.read.layouts.shape import is_prose, tabs_between_pipes


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether any line has a tab between or after its cells, and most tabs do not stand alone.

    A browser that copies cells with paragraphs inside puts each tab on a line of its own (`stacked`).
    """
    printed = [line.strip(" \r\n") for line in lines if "\t" in line]
    rows = sum("\t" in line.lstrip("\t") for line in printed)
    alone = printed.count("\t")
    return rows > 0 and rows >= alone and not tabs_between_pipes(lines)


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids (runs of lines with tabs) and lines of prose, in order.

    A short line without tabs directly between two lines with tabs is a row of one cell: a caption whose
    trailing tabs an editor has stripped.
    """
    blocks: list[DocumentBlock] = []
    rows: list[GridRow] = []
    for index, line in enumerate(lines):
        if _is_row(line) or (rows and _is_bare_row(lines, index)):
            rows.append(_row(line, index + 1))
            continue
        if rows:
            blocks.append(Grid(tuple(rows)))
            rows = []
        if line.strip():
            blocks.append(line_at(line, index + 1))
    if rows:
        blocks.append(Grid(tuple(rows)))
    return tuple(blocks)


def _is_row(line: str) -> bool:
    return "\t" in line and bool(line.strip()) and not (line.count("\t") <= 1 and is_prose(line))


def _is_bare_row(lines: Sequence[str], index: int) -> bool:
    if not lines[index].strip() or is_prose(lines[index]) or index + 1 >= len(lines):
        return False
    return _is_row(lines[index + 1])


def _row(line: str, number: int) -> GridRow:
    cells = []
    column = 1
    for part in line.split("\t"):
        cells.append(cell_at(part, number, column))
        column += len(part) + 1
    return tuple(cells)
