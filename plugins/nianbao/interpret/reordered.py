"""A marked-up table whose header names every column in another order than the form's (总计 | 自然人)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.printed_columns import indices_below, named_once
from nianbao.interpret.recognise import Data, Known
from nianbao.interpret.row_figures import Figures, parsed
from nianbao.interpret.sums import adds_up


def reordered_rows(
    items: Sequence[Item], mine: Sequence[Known], rows: Mapping[str, Sequence[Data]], table: TableForm
) -> Mapping[str, Figures]:
    """Return the figures of each row below the columns that the header names, or nothing where that is open.

    The sums must bear the header out: some row adds up as it says, and none as the form says alone. A clerk
    may have typed the header over a table that keeps the form's order. Where none does, only rows that
    print one figure throughout are certain.
    """
    named = named_once(items, mine, table) if table.has_totals else {}
    found: dict[str, Figures] = {}
    for row, (each, *others) in rows.items():
        indices = () if others else indices_below(items, each, named)
        if not indices:
            continue
        cells = items[each.item].row
        found[row] = parsed([cells[index] for index in indices], table)
        in_order = parsed([cells[index] for index in sorted(indices)], table)
        if adds_up(table, row, in_order) and not adds_up(table, row, found[row]):
            return {}
    sums = [cells for row, cells in found.items() if cells[-1].value and adds_up(table, row, cells)]
    alike = {row: cells for row, cells in found.items() if len({cell.value for cell in cells}) == 1}
    return found if sums else alike
