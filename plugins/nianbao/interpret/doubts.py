"""Rows with a cell for every column that may have been shifted all the same, as the rows beside them tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from nianbao.cells import Cell, State
from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data
from nianbao.interpret.sums import adds_up

_UNEVEN = "同一页上多数行缺数字或多数字，本行各项之和又不等于总计，无法确定数字属于哪一栏"
_ENDS_EARLY = "本行最后一格空白，前一个数字又不小于其余各项之和，可能是左移了一栏的总计，不能确定"


def doubts(
    items: Sequence[Item],
    read: Mapping[str, tuple[Data, Sequence[Cell]]],
    table: TableForm,
    uneven: Mapping[int, int],
) -> Mapping[str, str]:
    """Return by row why its figures cannot be given to columns.

    `uneven` gives by page fragment how many rows more lost or gained figures than did not: among such, one
    that has seven by chance may be shifted too, unless it adds up.
    """
    if not table.has_totals:
        return {}
    totalled = {items[data.item].fragment for data, figures in read.values() if figures and figures[-1].known}
    found: dict[str, str] = {}
    for row, (data, figures) in read.items():
        fragment = items[data.item].fragment
        if uneven[fragment] > 0 and not adds_up(table, row, figures):
            found[row] = _UNEVEN
        elif figures and fragment in totalled and _ends_early(figures):
            found[row] = _ENDS_EARLY
    return found


def _ends_early(figures: Sequence[Cell]) -> bool:
    """Return whether the figure before an empty total may be the total: it holds all the others together.

    `3 0 0 0 0 3 ␣` is a row without its total, or one that has lost a zero and stands one cell too far left.
    """
    *parts, last, _ = (figure.value or Decimal(0) for figure in figures)
    return figures[-1].state is State.BLANK and last > 0 and last >= sum(parts)
