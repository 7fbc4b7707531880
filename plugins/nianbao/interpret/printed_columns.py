"""Which cell stands below which header: only in tables whose merged cells were marked up and expanded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Header, Known
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell


def place_below_header(
    items: Sequence[Item], each: Data, mine: Sequence[Known], table: TableForm
) -> tuple[GridCell, ...]:
    """Return the cells of a row in the form's columns, empty ones included, or nothing where that is open.

    Header and row must stand on the same page fragment and be equally long; every column must be printed
    at one index, in the form's order, and no figure may stand anywhere else.
    """
    item = items[each.item]
    indices = _indices(items, item, mine, table) if item.exact else ()
    filled = {index for index, cell in enumerate(item.row) if index > each.label and cell.text}
    if not indices or indices[0] <= each.label or not filled <= set(indices):
        return ()
    return tuple(item.row[index] for index in indices)


def _indices(items: Sequence[Item], item: Item, mine: Sequence[Known], table: TableForm) -> tuple[int, ...]:
    printed = _printed(items, item, mine, table)
    found = [printed[column.id] for column in table.columns if column.id in printed]
    indices = tuple(index for each in found for index in each)
    once = len(found) == len(table.columns) and all(len(each) == 1 for each in found)
    return indices if once and list(indices) == sorted(set(indices)) else ()


def _printed(
    items: Sequence[Item], item: Item, mine: Sequence[Known], table: TableForm
) -> Mapping[str, set[int]]:
    """Return the indices at which the headers above `item` print each column."""
    words = words_of(table)
    printed: dict[str, set[int]] = defaultdict(set)
    for each in mine:
        head = items[each.item]
        if not isinstance(each, Header) or head.fragment != item.fragment or len(head.row) != len(item.row):
            continue
        for index, cell in enumerate(head.row):
            column = words.column(cell.text) if cell.text else None
            if column:
                printed[column.id].add(index)
    return printed
