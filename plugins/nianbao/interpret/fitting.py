"""Tables whose every row has one cell for each column of the form, the empty ones included."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.printed_columns import columns_below
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

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
    kin = _kin(items, known, tables)
    found = {key: _fit(items, known, rows, tables[key[1]]) for key, rows in kin.items()}
    return {key: fit for key, fit in found.items() if fit}


def _fit(items: Sequence[Item], known: Sequence[Known], rows: Sequence[Data], table: TableForm) -> Fit | None:
    count, values = len(table.columns), [values_of(items, each) for each in rows]
    if len(rows) < _FEWEST_ROWS or not any(_lacks_figures(each, count) for each in values):
        return None
    first = items[rows[0].item]
    as_wide = all(len(items[each.item].row) == len(first.row) for each in rows)
    mine = [each for each in known if each.table == table.id] if as_wide else []
    columns = columns_below(items, mine, table).get((first.fragment, len(first.row)), ())
    alike = _alike_by_depth(items, rows) or _alike_in_all(items, rows)
    if not columns and not (_behind_labels(values, count) and alike):
        return None
    fit = Fit(columns)
    alone = sum(total_alone([items[each.item].row[index] for index in fit.of(each, table)]) for each in rows)
    return fit._replace(totals=alone >= _FEWEST_ROWS)


def _lacks_figures(values: Sequence[GridCell], count: int) -> bool:
    return 0 < sum(bool(cell.text) for cell in values) < count


def _behind_labels(rows: Sequence[Sequence[GridCell]], count: int) -> bool:
    """Return whether the cells behind a label are the columns: as many, or with padding behind them.

    Padding fills the place of merged labels, so there is more of it where fewer labels stand before the
    figures; where the last figure has the same place all the same, the padding stands behind it. So it does
    where a figure follows right behind the label, in rows of every width.
    """
    widths = {len(values) for values in rows}
    if widths == {count}:
        return True
    if min(widths) < count or any(cell.text for values in rows for cell in values[count:]):
        return False
    first = {len(values) for values in rows if values[0].text}
    last = {len(values) for values in rows if values[count - 1].text}
    return len(last) > 1 or first == {len(values) for values in rows if any(cell.text for cell in values)}


def _alike_by_depth(items: Sequence[Item], rows: Sequence[Data]) -> bool:
    """Return whether rows below as many groups are as wide: one that is not has lost or won a cell."""
    widths: defaultdict[int, set[int]] = defaultdict(set)
    for each in rows:
        widths[len(each.row.path)].add(len(values_of(items, each)))
    return all(len(found) == 1 for found in widths.values())


def _alike_in_all(items: Sequence[Item], rows: Sequence[Data]) -> bool:
    """Return whether rows are as wide with the labels of their groups, each a row of its own before them."""
    return len({_width_in_all(items, each.item) for each in rows}) == 1


def _width_in_all(items: Sequence[Item], index: int) -> int:
    before = index
    while before and len(items[before - 1].row) == 1 and not is_value(items[before - 1].row[0].text):
        before -= 1
    return len(items[index].row) + index - before


def ending_in_place(
    items: Sequence[Item], known: Sequence[Known], tables: Mapping[str, TableForm]
) -> Mapping[int, tuple[int, ...]]:
    """Return the indices of the form's columns for rows with empty cells that end with their total.

    By item. A row that has lost a cell, or won one, has moved its total: where those of its page stand in
    one place, counted from the label or from the header, and what it prints adds up to its own, its empty
    cells are the ones that are blank.
    """
    found: dict[int, tuple[int, ...]] = {}
    for (_, table_id), rows in _kin(items, known, tables).items():
        marked_up = any(items[each.item].exact for each in rows)  # spans tell, and a lost cell has moved them
        if not marked_up and tables[table_id].has_totals:
            found |= _in_place(items, rows, _places(items, known, rows, tables[table_id]))
    return found


def _kin(
    items: Sequence[Item], known: Sequence[Known], tables: Mapping[str, TableForm]
) -> Mapping[tuple[int, str], Sequence[Data]]:
    """Return the rows by page fragment and table."""
    kin: dict[tuple[int, str], list[Data]] = defaultdict(list)
    for each in known:
        if isinstance(each, Data) and each.table in tables and not items[each.item].rowless:
            kin[items[each.item].fragment, each.table].append(each)
    return kin


_Places = Mapping[int, tuple[int, ...]]


def _in_place(items: Sequence[Item], rows: Sequence[Data], places: _Places) -> _Places:
    """Return the rows of a page that end in place, if enough of them do."""
    printed = [each for each in rows if any(cell.text for cell in values_of(items, each))]
    ending = {
        each.item: places[each.item]
        for each in printed
        if each.item in places and items[each.item].row[places[each.item][-1]].text
    }
    if len(ending) < max(_FEWEST_ROWS, len(printed) / 2):
        return {}
    return {
        item: columns
        for item, columns in ending.items()
        if ends_with_sum([items[item].row[index].text for index in columns])
    }


def _places(items: Sequence[Item], known: Sequence[Known], rows: Sequence[Data], table: TableForm) -> _Places:
    """Return by item where the columns are: right behind all labels, else as its length and label tell."""
    count = len(table.columns)
    behind = {each.item: tuple(range(each.label + 1, each.label + 1 + count)) for each in rows}
    if all(_within(items[each.item], each, behind[each.item]) for each in rows):
        return {item: columns for item, columns in behind.items() if columns[-1] < len(items[item].row)}
    if common := _common(items, rows, count):
        return common
    mine = [each for each in known if each.table == table.id]
    below = columns_below(items, mine, table)
    places: dict[int, tuple[int, ...]] = {}
    for each in rows:
        item = items[each.item]
        columns = below.get((item.fragment, len(item.row)), ())
        if len(item.row) == each.label + 1 + count and not _may_be_padded(items, each, rows):
            places[each.item] = behind[each.item]
        elif columns and each.label < columns[0] and _within(item, each, columns):
            places[each.item] = columns
    return places


def _common(items: Sequence[Item], rows: Sequence[Data], count: int) -> Mapping[int, tuple[int, ...]]:
    """Return by item where the columns are, if the rows print figures in just as many places.

    A label stands in the column of its depth; where it does not, its row has moved with its figures.
    """
    moved = {each.item: len(each.row.path) - each.label for each in rows}
    filled = {
        index + moved[each.item]
        for each in rows
        for index, cell in enumerate(items[each.item].row)
        if index > each.label and cell.text
    }
    if len(filled) != count or min(filled) <= max(len(each.row.path) for each in rows):
        return {}
    columns = {item: tuple(index - moved[item] for index in sorted(filled)) for item in moved}
    width = Counter(len(items[item].row) + moved[item] for item in moved).most_common(1)[0][0]
    return {
        item: found
        for item, found in columns.items()
        if found[-1] < len(items[item].row)
        # an empty first cell of a longer row may be one that it has won
        if items[item].row[found[0]].text or len(items[item].row) + moved[item] == width
    }


def _may_be_padded(items: Sequence[Item], each: Data, rows: Sequence[Data]) -> bool:
    """Return whether the empty cell behind a label may be padding, as in a longer row: a cell is lost."""
    first = items[each.item].row[each.label + 1]
    lengths = {len(items[other.item].row) for other in rows if other.label == each.label}
    return not first.text and max(lengths) > len(items[each.item].row)


def _within(item: Item, each: Data, columns: Sequence[int]) -> bool:
    """Return whether a row has no figure outside these columns."""
    filled = {index for index, cell in enumerate(item.row) if index > each.label and cell.text}
    return filled <= {*columns}


def ends_with_sum(texts: Sequence[str]) -> bool:
    """Return whether the last of these figures is printed, and the sum of the others that are.

    >>> ends_with_sum(["3", "", "0", "3"]), ends_with_sum(["3", "", "0", ""])
    (True, False)
    """
    *parts, total = texts
    plain = total.isdecimal() and all(text.isdecimal() for text in parts if text)
    return plain and sum(map(int, filter(None, parts))) == int(total)


def total_alone(cells: Sequence[GridCell]) -> bool:
    """Return whether a row prints its last figure only."""
    *parts, total = cells
    return bool(total.text) and not any(cell.text for cell in parts)
