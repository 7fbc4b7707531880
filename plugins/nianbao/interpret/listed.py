"""表四 printed as a list: a line for each of its fifteen cells, its group and its column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.titled import rows_named
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value


def listed_rows(items: Sequence[Item], table: TableForm) -> Mapping[str, tuple[GridCell, ...]]:
    """Return the figures of each row of the form, or nothing where any of them is open.

    A group is named on the first of its lines, or above it. Every group has each column once.
    """
    found: defaultdict[str, dict[str, GridCell]] = defaultdict(dict)
    group = ""
    for item in items:
        if item.section != table.section or item.heads or not item.row:
            continue
        named = rows_named(item, table)
        group = named[0] if len(named) == 1 else group
        column, cell = _column_and_figure(item, table)
        if cell and (not group or column in found[group]):
            return {}
        if cell:
            found[group][column] = cell
    columns = [column.id for column in table.columns]
    if any(found[row.id].keys() != {*columns} for row in table.rows):
        return {}
    return {row.id: tuple(found[row.id][column] for column in columns) for row in table.rows}


def _column_and_figure(item: Item, table: TableForm) -> tuple[str, GridCell | None]:
    """Return the column that a line names last, and the one cell behind it: empty where it is marked up."""
    words = [index for index, cell in enumerate(item.row) if cell.text and not is_value(cell.text)]
    behind = item.row[words[-1] + 1 :] if words else ()
    column = words_of(table).column(item.row[words[-1]].text) if words else None
    cells = behind if item.exact else [cell for cell in behind if cell.text]
    return (column.id, cells[0]) if column and len(cells) == 1 else ("", None)
