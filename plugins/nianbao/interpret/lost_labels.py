"""Rows whose label is printed nowhere, or elsewhere: their figures stand behind those of the row above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from nianbao.forms import Row, TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.interpret.row_figures import Figures, rows_adding_up

_IN_ORDER = "原文这里少印了一行的名称；数字按格式的次序对上，各项之和等于总计"


def rows_in_one(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[str, Figures]:
    """Return by row the figures of rows that are printed as one, behind the label of the first.

    A program that loses a label, or prints it further down, puts the figures of its row behind those above.
    They are as many as the rows have columns that the form prints from this label to the next one with
    figures, and each row adds up. Where any other row is missing too, theirs may be the figures of that one,
    which a page has moved.
    """
    rows = [each for each in mine if isinstance(each, Data)]
    filled = [each for each in rows if any(cell.text for cell in values_of(items, each))]
    return _rows_in_one(items, rows, table) or _rows_in_one(items, filled, table)


def _rows_in_one(items: Sequence[Item], rows: Sequence[Data], table: TableForm) -> Mapping[str, Figures]:
    order = {row.id: place for place, row in enumerate(table.rows)}
    places = [order[each.row.id] for each in rows]
    if not table.has_totals or places[:1] != [0] or places != sorted(set(places)):
        return {}
    found: dict[str, Figures] = {}
    for each, (start, end) in zip(rows, pairwise([*places, len(table.rows)]), strict=True):
        if end - start == 1:
            continue
        given = _in_turn(items, each, table.rows[start:end], table)
        if not given:
            return {}
        found |= given
    return found


def _in_turn(
    items: Sequence[Item], each: Data, rows: Sequence[Row], table: TableForm
) -> Mapping[str, Figures]:
    """Return the figures behind a label for these rows in turn, or nothing where they are not all theirs."""
    values = [cell for cell in values_of(items, each) if cell.text]
    given = rows_adding_up(values, rows, table, _IN_ORDER)
    return given if all(cell.known for figures in given.values() for cell in figures) else {}
