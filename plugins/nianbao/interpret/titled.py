"""表四 printed as a small table for each of its rows, below a line that names the row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from nianbao.forms import Row, TableForm, split_ordinal, squeeze
from nianbao.interpret.columns import looks_moved_left
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Wide, values_of
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell, GridRow
from nianbao.read.layouts.shape import is_value

_NOT_LETTERS = re.compile(r"[\W_]+|情况")


def titled_rows(
    items: Sequence[Item], rows: Sequence[Wide], table: TableForm
) -> Mapping[str, tuple[GridCell, ...]]:
    """Return the figures of each row of the form, or nothing where any of them is open.

    They stand below a header with every column in the form's order, and this below the row's name; the
    names of several rows side by side, each with its columns, are one such table.
    """
    found: dict[str, tuple[GridCell, ...]] = {}
    for each in rows:
        named = _titles(items, each.item, table)
        figures = _below_header(items, each, table)
        width = len(table.columns)
        if not named or len(figures) != width * len(named) or not found.keys().isdisjoint(named):
            return {}
        for place, row in enumerate(named):
            found[row] = figures[place * width : (place + 1) * width]
    texts = [[cell.text for cell in cells] for cells in found.values()]
    moved = any(each[-1] for each in texts) and any(map(looks_moved_left, texts))
    return {} if moved else found


def rows_in_turn(items: Sequence[Item], rows: Sequence[Wide], table: TableForm) -> tuple[GridCell, ...]:
    """Return the figures of all rows, printed in the form's order on two lines, each below its names.

    行政复议 and its five figures, then 行政诉讼 and its ten, cell by cell; nothing where that is open.
    """
    width, count = len(table.columns), len(table.rows)
    printed = [tuple(cell for cell in values_of(items, each) if cell.text) for each in rows]
    groups = [table.rows[0].path or (table.rows[0].label,), table.rows[-1].path or (table.rows[-1].label,)]
    if [len(each) for each in printed] != [width, width * (count - 1)]:
        return ()
    between = ((0, rows[0].item), (rows[0].item, rows[1].item))
    named = all(
        any(_NOT_LETTERS.sub("", _name(item.text)) in names for item in items[start:end])
        for names, (start, end) in zip(groups, between, strict=True)
    )
    return tuple(cell for each in printed for cell in each) if named else ()


def names_rows_in_turn(items: Sequence[Item], table: TableForm) -> bool:
    """Return whether its section names each row of a table once, in the form's order, and nothing else."""
    inside = [item for item in items if item.section == table.section and item.row and not item.heads]
    named = [row for item in inside for row in rows_named(item, table)]
    columns = "".join(column.label for column in table.columns)
    letters = {*columns, *"".join("".join((row.label, *row.path)) for row in table.rows)}
    printed = {*"".join(cell.text for item in inside for cell in item.row if not is_value(cell.text))}
    return named == [row.id for row in table.rows] and printed <= letters


def _titles(items: Sequence[Item], place: int, table: TableForm) -> list[str]:
    """Return the rows that the line two above names, in printed order; nothing where it names others too."""
    title = items[place - 2] if place >= 2 else None
    rows = _rows_of(title, table) if title else []
    known = [row.id for row in rows if row]
    return known if len(known) == len(rows) == len(set(known)) else []


def rows_named(item: Item, table: TableForm) -> list[str]:
    """Return the rows that the cells of a line name, in printed order."""
    return [row.id for row in _rows_of(item, table) if row]


def _rows_of(item: Item, table: TableForm) -> list[Row | None]:
    texts = [cell.text for cell in item.row if cell.text] or [item.text]
    return [_names(table).get(_NOT_LETTERS.sub("", _name(text))) for text in texts]


def _name(text: str) -> str:
    return split_ordinal(squeeze(text.lstrip("# ")))[1]


def _below_header(items: Sequence[Item], each: Wide, table: TableForm) -> tuple[GridCell, ...]:
    """Return the cells of a row in the columns of the header just above it, or nothing.

    Every column has a figure; where merged cells are expanded it may be blank, and cells beside may be empty.
    """
    words = words_of(table)
    item, above = items[each.item], _without_end(items[each.item - 1].row)
    columns = {
        index: words.column(cell.text) for index, cell in enumerate(above) if cell.text or not item.exact
    }
    whole = len(columns) // len(table.columns) * list(table.columns)
    filled = [index for index, cell in enumerate(item.row) if cell.text]
    row = item.row[: len(above)]  # a table may be wider than its header
    if any(cell.text for cell in item.row[len(above) :]):
        return ()
    if list(columns.values()) != whole or len(row) < len(above) or each.label >= 0:
        return ()
    fits = set(filled) <= set(columns) if item.exact else filled == list(columns)
    return tuple(item.row[index] for index in columns) if fits else ()


def _without_end(row: GridRow) -> GridRow:
    """Return a row without the empty cells at its end."""
    filled = [index for index, cell in enumerate(row) if cell.text]
    return row[: filled[-1] + 1] if filled else ()


@cache
def _names(table: TableForm) -> Mapping[str, Row]:
    return {
        group + label: row
        for row in table.rows
        for label in (row.label, *row.aliases)
        for group in {"", "".join(row.path)}
    }
