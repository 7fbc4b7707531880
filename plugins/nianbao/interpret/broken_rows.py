"""A row whose figures go on alone on the next line, as a program breaks it that writes narrow lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nianbao.cells import State
from nianbao.forms import TableForm
from nianbao.interpret.figures import parse_figure
from nianbao.interpret.lines import Item
from nianbao.interpret.loose import Figures
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.interpret.sums import adds_up
from nianbao.interpret.vocabulary import has_ordinal
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value


def broken_rows(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[str, Figures]:
    """Return by row the figures printed on two lines that together fill the columns and add up.

    One figure alone below a row may be the number of a page; only a 0 is none.
    """
    if not any(identity.each == "row" for identity in table.identities):
        return {}
    rows = [each for each in mine if isinstance(each, Data) and _is_numbered(items, each)]
    return {row: cells for each in rows for row, cells in _whole(items, each, table)}


def _is_numbered(items: Sequence[Item], each: Data) -> bool:
    """Return whether the label has its numeral: a bare 其他 may be the last word of the header."""
    return has_ordinal(items[each.item].row[each.label].text)


def _whole(items: Sequence[Item], each: Data, table: TableForm) -> Iterator[tuple[str, Figures]]:
    above = _figures(values_of(items, each))
    below = _figures(items[each.item + 1].row) if each.item + 1 < len(items) else ()
    texts = [cell.text for cell in below]
    if not above or len(above) + len(below) != len(table.columns) or (len(below) == 1 and texts != ["0"]):
        return
    cells = tuple(
        parse_figure(cell.printed, column, cell.at)
        for cell, column in zip((*above, *below), table.columns, strict=True)
    )
    if all(cell.state is State.REPORTED for cell in cells) and adds_up(table, each.row.id, cells):
        yield each.row.id, cells


def _figures(cells: Sequence[GridCell]) -> tuple[GridCell, ...]:
    """Return the cells that are filled, where all of them are figures."""
    filled = tuple(cell for cell in cells if cell.text)
    return filled if all(is_value(cell.text) for cell in filled) else ()
