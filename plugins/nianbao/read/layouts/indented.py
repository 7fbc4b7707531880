"""L1t: one cell per line behind a tab, an empty line between rows, lines with a tab only for empty cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from nianbao.cells import Place
from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, cell_at, line_at
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import PAGE_MARK, is_prose, is_value, tabs_between_pipes

_FEWEST_CELLS = 12  # half of the smallest table of the forms, captions and headers included
_HEADING = re.compile(r"[一二三四五六七][、.．]")  # the labels that begin so stand behind a tab


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether most lines with tabs have exactly one, at their start."""
    tabbed = [line for line in lines if "\t" in line]
    single = [line for line in tabbed if line.startswith("\t") and line.count("\t") == 1]
    figures = [line for line in lines if is_value(line.strip())]
    behind = sum(line.startswith("\t") for line in figures)  # else tabs alone stand between cells
    filled = sum(bool(line.strip()) for line in single) * 2 >= len(single) and behind * 2 >= len(figures)
    own = len(single) * 10 >= len(tabbed) * 8 and (filled or 0 < len(figures) == behind)
    return len(single) >= _FEWEST_CELLS and own and not tabs_between_pipes(lines)


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order.

    A line without a tab directly below a cell continues that cell (`本年新↵制作数量`). A page's number and
    running head, with the empty lines around them, may cut a row anywhere.
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

    furniture = _furniture(lines)
    for number, line in enumerate(lines, 1):
        if number in furniture:
            continue
        if not line.strip() and "\t" not in line:
            end_row()
        elif line.startswith("\t") and not is_prose(line):
            row.append(cell_at(line[1:], number, 2))
        elif row and not (is_prose(line) or _HEADING.match(line) or begins_section(line)):
            row[-1] = _continued(row[-1], line)
        else:
            end_grid()
            blocks.append(line_at(line, number))
    end_grid()
    return tuple(blocks)


def _furniture(lines: Sequence[str]) -> Collection[int]:
    """Return the numbers of the lines that a page end puts between two cells: mark, blanks, running head."""
    found: set[int] = set()
    heads: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        if not PAGE_MARK.fullmatch(line.strip()):
            continue
        below = number + 1
        while below <= len(lines) and not lines[below - 1].rstrip(" \r\n"):
            below += 1
        found.update(range(number, below))
        if below <= len(lines) and "\t" not in lines[below - 1]:
            heads.setdefault(lines[below - 1].strip(), []).append(below)
    for places in heads.values():
        found.update(places if len(places) > 1 else ())
    return found


def _continued(cell: GridCell, line: str) -> GridCell:
    at = cell.at if cell.text else Place(cell.at.line, cell.at.column)
    return GridCell(cell.text + line.strip(), at, cell.printed + line.strip())
