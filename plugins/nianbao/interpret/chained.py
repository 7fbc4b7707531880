"""Rows of which some print their labels apart from their figures, told by the rows in order around them.

A program that reads a page block by block prints `4.… 0 0 0 0 0 0 0 2 0 0 0 0 0 2`, and the label of the
second row far below. Where each label is followed by as many rows of figures as the form has up to the next
label, from the first row of the table on, or up to its last, no row can have got the figures of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.interpret.row_figures import Figures, rows_adding_up
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

_IN_ORDER = "几行的数字印在一起；前后各行的次序与格式一致，各项之和等于总计"


class _Stretch(NamedTuple):
    """The figures between two labels: the place of the row in the form whose label is first, or -1."""

    place: int
    cells: Sequence[GridCell]


def chained_rows(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[str, Figures]:
    """Return by row the figures that the order of labels and figures tells, all of them `inferred`."""
    if not table.has_totals or not all(items[each.item].rowless for each in mine):
        return {}
    stretches = list(_stretches(items, mine, table))
    found: dict[str, Figures] = {}
    for links in _chains(stretches, table):
        places = [each.place for each in links]
        whole = places[0] == 0 and links[0] is stretches[0]
        ends = places[-1] + len(links[-1].cells) // len(table.columns) == len(table.rows)
        if whole or (ends and links[-1] is stretches[-1]):
            found |= _given(links, table)
    return found


def _stretches(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Iterator[_Stretch]:
    """Yield the figures of the table in printed order, those behind no label of it too."""
    order = {row.id: place for place, row in enumerate(table.rows)}
    rows = {each.item: each for each in mine if isinstance(each, Data)}
    first = min(rows, default=len(items))
    section = items[first].section if rows else 0
    while 0 < first < len(items) and items[first - 1].row and items[first - 1].section == section:
        first -= 1  # figures above the first label count too
    for index in range(first, len(items)):
        item = items[index]
        if item.section > table.section:
            break
        each = rows.get(index)
        cells = [cell for cell in (values_of(items, each) if each else item.row) if is_value(cell.text)]
        if cells:
            yield _Stretch(order[each.row.id] if each else -1, cells)


def _chains(stretches: Sequence[_Stretch], table: TableForm) -> Iterator[Sequence[_Stretch]]:
    """Yield the runs of stretches that follow each other as in the form; each row of them adds up."""
    links: list[_Stretch] = []
    expected = -1
    for each in chain(stretches, [_Stretch(-1, ())]):
        fits = each.place >= 0 and bool(_given([each], table))
        if links and not (fits and each.place == expected):
            yield links
            links = []
        if fits:
            links.append(each)
            expected = each.place + len(each.cells) // len(table.columns)


def _given(links: Sequence[_Stretch], table: TableForm) -> Mapping[str, Figures]:
    """Return the figures of the rows that stretches hold, but for those of which one does not add up."""
    found: dict[str, Figures] = {}
    for place, cells in links:
        rows = table.rows[place : place + len(cells) // len(table.columns)]
        found |= rows_adding_up(cells, rows, table, _IN_ORDER)
    return found
