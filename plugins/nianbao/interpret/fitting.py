"""Tables whose every row has one cell for each column of the form, the empty ones included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.printed_columns import columns_below
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.read import GridCell

_FEWEST_ROWS = 3  # that print a cell for each column: by chance one or two may


class Fit(NamedTuple):
    """The indices of the form's columns in a row; none: the columns begin right behind its label.

    `totals` says that several rows print their total alone, as many reports do.
    """

    columns: tuple[int, ...]
    totals: bool = False

    def of(self, each: Data, table: TableForm) -> tuple[int, ...]:
        """Return the indices for a row."""
        first = each.label + 1
        return self.columns or tuple(range(first, first + len(table.columns)))


def fits(
    items: Sequence[Item], known: Sequence[Known], tables: Mapping[str, TableForm]
) -> Mapping[tuple[int, str], Fit]:
    """Return by page fragment and table how its rows fit: all below the header, or all behind their labels.

    One row that is longer or shorter than the others leaves nothing certain.
    """
    kin: dict[tuple[int, str], list[Data]] = defaultdict(list)
    for each in known:
        if isinstance(each, Data) and each.table in tables and not items[each.item].rowless:
            kin[items[each.item].fragment, each.table].append(each)
    found = {key: _fit(items, known, rows, tables[key[1]]) for key, rows in kin.items()}
    return {key: fit for key, fit in found.items() if fit}


def _fit(items: Sequence[Item], known: Sequence[Known], rows: Sequence[Data], table: TableForm) -> Fit | None:
    count, values = len(table.columns), [values_of(items, each) for each in rows]
    if len(rows) < _FEWEST_ROWS or not any(_lacks_figures(each, count) for each in values):
        return None
    first = items[rows[0].item]
    alike = all(len(items[each.item].row) == len(first.row) for each in rows)
    mine = [each for each in known if each.table == table.id] if alike else []
    columns = columns_below(items, mine, table).get((first.fragment, len(first.row)), ())
    if not columns and (not _behind_labels(values, count) or not _alike_by_depth(items, rows)):
        return None
    fit = Fit(columns)
    alone = sum(total_alone([items[each.item].row[index] for index in fit.of(each, table)]) for each in rows)
    return fit._replace(totals=alone >= _FEWEST_ROWS)


def _lacks_figures(values: Sequence[GridCell], count: int) -> bool:
    return 0 < sum(bool(cell.text) for cell in values) < count


def _behind_labels(rows: Sequence[Sequence[GridCell]], count: int) -> bool:
    """Return whether the cells behind a label are the columns: as many, or with padding behind them.

    Padding fills the place of merged labels, so there is more of it where fewer labels stand before the
    figures; where the last figure has the same place all the same, the padding stands behind it.
    """
    widths = {len(values) for values in rows}
    if widths == {count}:
        return True
    padded = min(widths) >= count and not any(cell.text for values in rows for cell in values[count:])
    return padded and len({len(values) for values in rows if values[count - 1].text}) > 1


def _alike_by_depth(items: Sequence[Item], rows: Sequence[Data]) -> bool:
    """Return whether rows below as many groups are as wide: one that is not has lost or won a cell."""
    widths: defaultdict[int, set[int]] = defaultdict(set)
    for each in rows:
        widths[len(each.row.path)].add(len(values_of(items, each)))
    return all(len(found) == 1 for found in widths.values())


def total_alone(cells: Sequence[GridCell]) -> bool:
    """Return whether a row prints its last figure only."""
    *parts, total = cells
    return bool(total.text) and not any(cell.text for cell in parts)
