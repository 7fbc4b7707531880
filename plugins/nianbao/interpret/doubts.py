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
_ZEROS = "本行是几个 0，最后一格空白，而别的行都印了总计的 0；可能缺了一格，不能确定"
_A_HABIT = 3  # rows


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
    found = _zeros_short_of_one(items, read)
    for row, (data, figures) in read.items():
        fragment = items[data.item].fragment
        if uneven[fragment] > 0 and not adds_up(table, row, figures):
            found[row] = _UNEVEN
        elif figures and fragment in totalled and _ends_early(figures):
            found[row] = _ENDS_EARLY
    return found


def _zeros_short_of_one(
    items: Sequence[Item], read: Mapping[str, tuple[Data, Sequence[Cell]]]
) -> dict[str, str]:
    """Return the one or two rows of zeros with a blank total where other rows of zeros print theirs.

    They may have lost one of seven zeros. More of them are how the table is filled in; expanded cells tell.
    """
    zeros = {
        row: cells[-1].state for row, (_, cells) in read.items() if cells and not any(_values(cells[:-1]))
    }
    loose = [row for row, state in zeros.items() if not items[read[row][0].item].exact]
    short = [row for row in loose if zeros[row] is State.BLANK and None not in _values(read[row][1][:-1])]
    others = sum(zeros[row] is not State.BLANK for row in loose)
    return dict.fromkeys(short, _ZEROS) if len(short) < _A_HABIT and others else {}


def _values(cells: Sequence[Cell]) -> list[Decimal | None]:
    return [cell.value for cell in cells]


def _ends_early(figures: Sequence[Cell]) -> bool:
    """Return whether the figure before an empty total may be the total: it holds all the others together.

    `3 0 0 0 0 3 ␣` is a row without its total, or one that has lost a zero and stands one cell too far left.
    """
    *parts, last, _ = (figure.value or Decimal(0) for figure in figures)
    return figures[-1].state is State.BLANK and last > 0 and last >= sum(parts)
