"""表四 printed as a small table for each of its rows, below a line that names the row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from nianbao.forms import Row, TableForm, split_ordinal, squeeze
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Wide, values_of
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell

_NOT_LETTERS = re.compile(r"[\W_]+|情况$")


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
    return found


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


def _titles(items: Sequence[Item], place: int, table: TableForm) -> list[str]:
    """Return the rows that the line two above names, in printed order; nothing where it names others too."""
    title = items[place - 2] if place >= 2 else None
    texts = [cell.text for cell in title.row if cell.text] or [title.text] if title else []
    rows = [_names(table).get(_NOT_LETTERS.sub("", _name(text))) for text in texts]
    known = [row.id for row in rows if row]
    return known if len(known) == len(rows) == len(set(known)) else []


def _name(text: str) -> str:
    return split_ordinal(squeeze(text.lstrip("# ")))[1]


def _below_header(items: Sequence[Item], each: Wide, table: TableForm) -> tuple[GridCell, ...]:
    """Return the figures of a row that has one in each column of the header just above it, or nothing."""
    words = words_of(table)
    header = [words.column(cell.text) for cell in items[each.item - 1].row]
    figures = tuple(cell for cell in values_of(items, each) if cell.text)
    whole = len(header) // len(table.columns) * list(table.columns)
    return figures if header == whole and len(figures) == len(items[each.item].row) == len(header) else ()


@cache
def _names(table: TableForm) -> Mapping[str, Row]:
    return {
        group + label: row
        for row in table.rows
        for label in (row.label, *row.aliases)
        for group in {"", "".join(row.path)}
    }
