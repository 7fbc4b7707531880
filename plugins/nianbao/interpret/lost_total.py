"""A marked-up table whose last column, the total, was cut off: the other figures stand below their header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from nianbao.cells import Cell, State
from nianbao.forms import TableForm
from nianbao.interpret.figures import read_figure
from nianbao.interpret.lines import Item
from nianbao.interpret.printed_columns import indices_below, named_without_total
from nianbao.interpret.recognise import Data, Known
from nianbao.interpret.row_figures import Figures

_CUT_OFF = Cell(State.MISSING, why="原文这张表没有总计一栏")


def without_total(
    items: Sequence[Item], mine: Sequence[Known], rows: Mapping[str, Sequence[Data]], table: TableForm
) -> Mapping[str, Figures]:
    """Return by row the figures of a table that has a column for each but the total, which is `missing`.

    Nothing where the last figure of any row is the sum of those before it: then it may be the total, and
    another column the one that is gone.
    """
    marked_up = table.has_totals and any(items[each.item].exact for each in mine)
    named = named_without_total(items, mine, table) if marked_up else {}
    found: dict[str, Figures] = {}
    for row, (each, *others) in rows.items() if named else ():
        indices = () if others else indices_below(items, each, named)
        if not indices:
            return {}
        columns = zip(indices, table.columns, strict=False)
        figures = tuple(read_figure(items[each.item].row[index], column) for index, column in columns)
        if _ends_with_sum(figures):
            return {}
        found[row] = (*figures, _CUT_OFF)
    return found


def _ends_with_sum(figures: Figures) -> bool:
    *others, last = (figure.value or Decimal(0) for figure in figures)
    return last > 0 and last == sum(others)
