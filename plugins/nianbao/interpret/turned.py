"""表四 turned: its rows side by side, and a line for each of its columns (结果维持 6 3 10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Wide
from nianbao.interpret.titled import rows_named
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

_HEADER_LINES = 6  # cell by cell: 类别, 行政复议, 行政诉讼, 未经复议直接起诉, 复议后起诉, and one to spare


def turned_rows(
    items: Sequence[Item], rows: Sequence[Wide], table: TableForm
) -> Mapping[str, tuple[GridCell, ...]]:
    """Return the figures of each row of the form, or nothing where any of them is open.

    Every column has one line, with a figure for each row, below a header that names the rows in the form's
    order.
    """
    found: dict[str, tuple[GridCell, ...]] = {}
    first = _first_line(items, rows[0].item, table)
    for item in items[first:]:
        column, cells = _line(item, table)
        if not column or column in found:
            break
        found[column] = cells
    names = _names_above(items, first, table)
    lines = range(first, first + len(found))
    whole = all(found.values()) and found.keys() == {column.id for column in table.columns}
    if names != [row.id for row in table.rows] or not whole or any(each.item not in lines for each in rows):
        return {}
    return {
        row: tuple(found[column.id][place] for column in table.columns) for place, row in enumerate(names)
    }


def _first_line(items: Sequence[Item], index: int, table: TableForm) -> int:
    """Return the first of the lines of columns around one of them: blank ones stand above it too."""
    while index and _line(items[index - 1], table)[0]:
        index -= 1
    return index


def _line(item: Item, table: TableForm) -> tuple[str, tuple[GridCell, ...]]:
    """Return the column that a line names, alone, and its figures: none where they are open."""
    words = [index for index, cell in enumerate(item.row) if cell.text and not is_value(cell.text)]
    column = words_of(table).column(item.row[words[0]].text) if len(words) == 1 else None
    if column is None:
        return "", ()
    values = item.row[words[0] + 1 :]
    filled = tuple(cell for cell in values if cell.text)
    cells = values if item.exact and len(values) == len(table.rows) else filled
    return column.id, cells if len(cells) == len(table.rows) else ()


def _names_above(items: Sequence[Item], first: int, table: TableForm) -> list[str]:
    """Return the rows that the lines above the first one name, in printed order."""
    above = items[max(first - _HEADER_LINES, 0) : first]
    inside = [item for item in above if item.section == items[first].section and not item.heads]
    return [row for item in inside for row in rows_named(item, table)]
