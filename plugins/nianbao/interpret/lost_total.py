"""A marked-up table whose last column, the total, was cut off: the other figures stand below their header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from nianbao.cells import Cell, State
from nianbao.forms import TableForm
from nianbao.interpret.figures import read_figure
from nianbao.interpret.lines import Item
from nianbao.interpret.printed_columns import named_without_total
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
    named = named_without_total(items, mine, table) if table.has_totals else {}
    found: dict[str, Figures] = {}
    for row, (each, *others) in rows.items() if named else ():
        item = items[each.item]
        indices = named.get((item.fragment, len(item.row)), ()) if item.exact and not others else ()
        behind = {index for index, cell in enumerate(item.row) if index > each.label and cell.text}
        if not indices or not behind <= set(indices):
            return {}
        columns = zip(indices, table.columns, strict=False)
        figures = tuple(read_figure(item.row[index], column) for index, column in columns)
        if _ends_with_sum(figures):
            return {}
        found[row] = (*figures, _CUT_OFF)
    return found


def _ends_with_sum(figures: Figures) -> bool:
    *others, last = (figure.value or Decimal(0) for figure in figures)
    return last > 0 and last == sum(others)
