"""The rows of a wide table that say something, as a list: what a phone shows before the whole table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nianbao.cells import Cell
from nianbao.forms import Column, Row, TableForm
from nianbao.render.figures import NOT_READ, figure_text


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row with its group, its total as shown, and the columns that are not 0, as (label, text)."""

    group: str
    label: str
    total: str
    known: bool
    anchor: str
    parts: tuple[tuple[str, str], ...]


def flat_rows(table: TableForm, cells: Mapping[str, Cell]) -> tuple[FlatRow, ...]:
    """Return the rows of a table with a `total` column in which any cell is something else than 0."""
    total = next(column for column in table.columns if column.id == "total")
    columns = [column for column in table.columns if column is not total]
    result = []
    for row in table.rows:
        parts = _telling(table, row, columns, cells)
        address = table.address(row.id, total.id)
        if parts or _tells(cells.get(address, NOT_READ)):
            result.append(
                _flat_row(_group(table, row), row, total, parts, address, cells.get(address, NOT_READ))
            )
    return tuple(result)


def _group(table: TableForm, row: Row) -> str:
    """Return the label that a row's own needs beside it; 三、本年度办理结果 tells nothing of its rows."""
    inner = len(row.path) > 1 or table.printed == "wide"
    return row.path[-1] if row.path and inner else ""


def _flat_row(
    group: str, row: Row, total: Column, parts: tuple[tuple[str, str], ...], address: str, cell: Cell
) -> FlatRow:
    return FlatRow(
        group=group,
        label=row.label,
        total=figure_text(cell, total),
        known=cell.known,
        anchor=address,
        parts=parts,
    )


def _telling(
    table: TableForm, row: Row, columns: Sequence[Column], cells: Mapping[str, Cell]
) -> tuple[tuple[str, str], ...]:
    """Return the columns that are not 0; none where a whole row is blank or lost, which its total tells."""
    found = [(column, cells.get(table.address(row.id, column.id), NOT_READ)) for column in columns]
    telling = [(column, cell) for column, cell in found if _tells(cell)]
    if len(telling) == len(columns) and not any(cell.known for _, cell in telling):
        return ()
    return tuple((column.label, figure_text(cell, column)) for column, cell in telling)


def _tells(cell: Cell) -> bool:
    return cell.value is None or cell.value != 0
