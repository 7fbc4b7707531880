"""表四 turned: its rows side by side, and a line for each of its columns (结果维持 6 3 10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Wide, values_of
from nianbao.interpret.titled import rows_named
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell

_HEADER_LINES = 6  # cell by cell: 类别, 行政复议, 行政诉讼, 未经复议直接起诉, 复议后起诉, and one to spare


def turned_rows(
    items: Sequence[Item], rows: Sequence[Wide], table: TableForm
) -> Mapping[str, tuple[GridCell, ...]]:
    """Return the figures of each row of the form, or nothing where any of them is open.

    Every column has one line, with a figure for each row, below a header that names the rows in the form's
    order.
    """
    found: dict[str, tuple[GridCell, ...]] = {}
    for each in rows:
        column = words_of(table).column(items[each.item].row[each.label].text) if each.label >= 0 else None
        values = values_of(items, each)
        filled = tuple(cell for cell in values if cell.text)
        cells = values if items[each.item].exact and len(values) == len(table.rows) else filled
        if column is None or column.id in found or len(cells) != len(table.rows):
            return {}
        found[column.id] = cells
    names = _names_above(items, rows[0], table)
    if names != [row.id for row in table.rows] or found.keys() != {column.id for column in table.columns}:
        return {}
    return {
        row: tuple(found[column.id][place] for column in table.columns) for place, row in enumerate(names)
    }


def _names_above(items: Sequence[Item], first: Wide, table: TableForm) -> list[str]:
    """Return the rows that the lines above the first row name, in printed order."""
    start = max(first.item - _HEADER_LINES, 0)
    above = [item for item in items[start : first.item] if item.section == items[first.item].section]
    return [row for item in above if not item.heads for row in rows_named(item, table)]
