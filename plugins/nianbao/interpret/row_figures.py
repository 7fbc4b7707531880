"""The figures of one row, one for each column, from the cells that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nianbao.cells import Cell, Place, State
from nianbao.forms import Row, TableForm
from nianbao.interpret.cuts import row_identities
from nianbao.interpret.figures import read_figure
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, goes_on_below, values_of
from nianbao.interpret.sums import adds_up
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

_TOGETHER = "原文把几个数字印在一格里；按空格分开正好每栏一个，各项之和等于总计"

Figures = tuple[Cell, ...]


def row_figures(cells: Sequence[GridCell], table: TableForm, row: str) -> Figures:
    """Return the figures of a row that has one for each column, or nothing.

    Where fewer cells hold them all, with blanks between, they are `inferred`: the row must then add up.
    """
    filled = [cell for cell in cells if cell.text]
    if not all(is_value(cell.text) for cell in filled):
        return ()
    if len(filled) == len(table.columns):
        return parsed(filled, table)
    return adding_up([part for cell in filled for part in _parts(cell)], table, row, _TOGETHER)


def wide_figures(cells: Sequence[GridCell], table: TableForm, why: str = "") -> Figures:
    """Return the figures of a wide table, group after group, where each adds up, or nothing.

    They are printed several to a cell, or otherwise not one to a column, which `why` tells.
    """
    parts = [part for cell in cells for part in _parts(cell)]
    width = len(table.columns)
    if len(parts) != width * len(table.rows):
        return ()
    groups = [
        adding_up(parts[index * width : (index + 1) * width], table, row.id, why or _TOGETHER)
        for index, row in enumerate(table.rows)
    ]
    return tuple(figure for group in groups for figure in group) if all(groups) else ()


def adding_up(parts: Sequence[GridCell], table: TableForm, row: str, why: str) -> Figures:
    """Return a figure for each column, `inferred` for this reason, where they add up; else nothing."""
    identities = row_identities(table, row)
    if len(parts) != len(table.columns) or not identities:
        return ()
    figures = parsed(parts, table)
    told = all(figure.known or figure.state is State.MARK for figure in figures)
    if not told or not adds_up(table, row, figures):
        return ()
    by = identities[-1].id
    return tuple(
        figure._replace(state=State.INFERRED, why=why, by=by) if figure.known else figure
        for figure in figures
    )


def rows_adding_up(
    cells: Sequence[GridCell], rows: Sequence[Row], table: TableForm, why: str
) -> Mapping[str, Figures]:
    """Return by id the figures of rows printed one behind the other, or nothing where one does not add up."""
    width = len(table.columns)
    if len(cells) != width * len(rows):
        return {}
    found = {
        row.id: adding_up(cells[place * width : (place + 1) * width], table, row.id, why)
        for place, row in enumerate(rows)
    }
    return found if all(found.values()) else {}


def together_rows(
    items: Sequence[Item], rows: Mapping[str, Sequence[Data]], table: TableForm
) -> Mapping[str, Figures]:
    """Return by row the figures that are printed several to a cell; `rows` are the printings of each row."""
    found: dict[str, Figures] = {}
    for row, printed in rows.items():
        filled = [cell for cell in values_of(items, printed[0]) if cell.text]
        if len(printed) == 1 and len(filled) != len(table.columns) and not goes_on_below(items, printed[0]):
            found[row] = row_figures(filled, table, row)
    return {row: figures for row, figures in found.items() if figures}


def parsed(cells: Sequence[GridCell], table: TableForm) -> Figures:
    """Return the figures of cells that stand one to a column."""
    return tuple(read_figure(cell, column) for cell, column in zip(cells, table.columns, strict=True))


def _parts(cell: GridCell) -> Iterator[GridCell]:
    """Yield what a cell prints between its blanks, each at its own place."""
    for found in re.finditer(r"\S+", cell.printed):
        at = Place(cell.at.line, cell.at.column + found.start(), cell.at.page)
        yield GridCell(found[0], at, found[0])
