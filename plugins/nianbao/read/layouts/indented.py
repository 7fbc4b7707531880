"""L1t: one cell per line behind a tab, an empty line between rows, lines with a tab only for empty cells."""

from __future__ import annotations

from collections.abc import Sequence

from nianbao.cells import Place
from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, cell_at, line_at
from nianbao.read.layouts.shape import is_prose, tabs_between_pipes

_FEWEST_CELLS = 12  # half of the smallest table of the forms, captions and headers included


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether most lines with tabs have exactly one, at their start."""
    tabbed = [line for line in lines if "\t" in line]
    single = [line for line in tabbed if line.startswith("\t") and line.count("\t") == 1]
    filled = sum(bool(line.strip()) for line in single)  # tabs alone stand between cells, not before them
    own = len(single) * 10 >= len(tabbed) * 8 and filled * 2 >= len(single)
    return len(single) >= _FEWEST_CELLS and own and not tabs_between_pipes(lines)


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order.

    A line without a tab directly below a cell continues that cell (`本年新↵制作数量`).
    """
    blocks: list[DocumentBlock] = []
    rows: list[GridRow] = []
    row: list[GridCell] = []

    def end_row() -> None:
        if row:
            rows.append(tuple(row))
            row.clear()

    def end_grid() -> None:
        end_row()
        if rows:
            blocks.append(Grid(tuple(rows)))
            rows.clear()

    for number, line in enumerate(lines, 1):
        if not line.strip() and "\t" not in line:
            end_row()
        elif line.startswith("\t") and not is_prose(line):
            row.append(cell_at(line[1:], number, 2))
        elif row and not is_prose(line):
            row[-1] = _continued(row[-1], line)
        else:
            end_grid()
            blocks.append(line_at(line, number))
    end_grid()
    return tuple(blocks)


def _continued(cell: GridCell, line: str) -> GridCell:
    at = cell.at if cell.text else Place(cell.at.line, cell.at.column)
    return GridCell(cell.text + line.strip(), at, cell.printed + line.strip())
