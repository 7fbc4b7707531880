"""表四 printed as a small table for each of its rows, below a line that names the row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from nianbao.forms import Row, TableForm, split_ordinal, squeeze
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Wide, values_of
from nianbao.interpret.vocabulary import words_of

_NOT_LETTERS = re.compile(r"[\W_]+|情况$")


def titled_rows(items: Sequence[Item], rows: Sequence[Wide], table: TableForm) -> Mapping[str, Wide]:
    """Return the row of figures of each row of the form, or nothing where any of them is open.

    Each stands below a header with every column in the form's order, and this below the row's name alone.
    """
    found: dict[str, Wide] = {}
    for each in rows:
        row = _title(items, each.item, table)
        if row is None or row.id in found or not _fits(items, each, table):
            return {}
        found[row.id] = each
    return found


def _title(items: Sequence[Item], place: int, table: TableForm) -> Row | None:
    title = items[place - 2] if place >= 2 else None
    if title is None or not title.alone:
        return None
    _, name = split_ordinal(squeeze(title.text.lstrip("# ")))
    return _names(table).get(_NOT_LETTERS.sub("", name))


def _fits(items: Sequence[Item], each: Wide, table: TableForm) -> bool:
    """Return whether the row has a figure in each column of the header that stands just above it."""
    words = words_of(table)
    header = [words.column(cell.text) for cell in items[each.item - 1].row]
    figures = [cell for cell in values_of(items, each) if cell.text]
    return header == list(table.columns) and len(figures) == len(items[each.item].row) == len(header)


@cache
def _names(table: TableForm) -> Mapping[str, Row]:
    return {
        group + label: row
        for row in table.rows
        for label in (row.label, *row.aliases)
        for group in {"", "".join(row.path)}
    }
