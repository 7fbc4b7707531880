"""Which cell stands below which header: a proof only where merged cells were marked up and expanded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nianbao.forms import Column, TableForm, squeeze
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Header, Known
from nianbao.interpret.vocabulary import words_of
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

_REMARKS = "备注"
_TWO = 2

Printing = tuple[int, int]  # page fragment and length of rows: headers speak for rows that share both


def columns_below(
    items: Sequence[Item], mine: Sequence[Known], table: TableForm
) -> Mapping[Printing, tuple[int, ...]]:
    """Return the indices at which the headers of a table print its columns, for each of its printings.

    Only where every column is printed at one index, and they stand in the form's order. 总计 alone is no
    header but a row of that name, left blank.
    """
    named = named_once(items, mine, table)
    return {printing: indices for printing, indices in named.items() if list(indices) == sorted(indices)}


def named_once(
    items: Sequence[Item], mine: Sequence[Known], table: TableForm
) -> Mapping[Printing, tuple[int, ...]]:
    """Return the index of each of the form's columns, in whatever order the headers print them.

    Only where every column is printed at one index, and no two at the same. A column in a name that is not
    known stands where just one place is left between its neighbours.
    """
    printed = _printed(items, mine, table)
    found = {printing: _indices(columns, table.columns) for printing, columns in printed.items()}
    return {printing: indices for printing, indices in found.items() if indices}


def named_without_total(
    items: Sequence[Item], mine: Sequence[Known], table: TableForm
) -> Mapping[Printing, tuple[int, ...]]:
    """Return the indices of all columns but the total where headers name these, in order, and no total."""
    *columns, total = table.columns
    printed = _printed(items, mine, table)
    found = {
        printing: _indices(named, columns) for printing, named in printed.items() if total.id not in named
    }
    return {printing: indices for printing, indices in found.items() if indices == tuple(sorted(indices))}


def _printed(
    items: Sequence[Item], mine: Sequence[Known], table: TableForm
) -> Mapping[Printing, Mapping[str, set[int]]]:
    """Return for each printing of the headers the indices at which each column is named."""
    words = words_of(table)
    printed: dict[Printing, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    above: dict[tuple[Printing, int], str] = {}  # 商业 | 科研, and 企业 | 机构 on the next line
    for head in _header_lines(items, mine):
        heads = [(index, words.column(cell.text), cell) for index, cell in enumerate(head.row) if cell.text]
        alone = len(heads) == 1 and words.is_weak(heads[0][2].text)
        printing = head.fragment, len(head.row)
        for index, known, cell in heads if not alone else ():
            column = known or words.column(above.get((printing, index), "") + cell.text)
            above[printing, index] = cell.text
            if column:
                printed[printing][column.id].add(index)
    return printed


def _header_lines(items: Sequence[Item], mine: Sequence[Known]) -> Iterator[Item]:
    """Yield the headers of a table, each with a line of words below it that holds the rest of its names."""
    taken = {each.item for each in mine}
    for each in mine:
        if isinstance(each, Header):
            yield items[each.item]
            below = items[each.item + 1 : each.item + 2]
            rest = [item for item in below if each.item + 1 not in taken and not _has_figures(item)]
            yield from (item for item in rest if len(item.row) == len(items[each.item].row))


def _has_figures(item: Item) -> bool:
    return any(is_value(cell.text) for cell in item.row)


def _indices(printed: Mapping[str, set[int]], columns: Sequence[Column]) -> tuple[int, ...]:
    found = [printed.get(column.id, set()) for column in columns]
    for at in range(1, len(found) - 1):
        before, after = found[at - 1], found[at + 1]
        if not found[at] and len(before) == len(after) == 1 and min(after) - min(before) == _TWO:
            found[at] = {min(before) + 1}
    indices = tuple(index for each in found for index in each)
    once = all(len(each) == 1 for each in found) and len(set(indices)) == len(indices)
    return indices if once else ()


def indices_below(
    items: Sequence[Item], each: Data, named: Mapping[Printing, tuple[int, ...]], beside: Iterable[int] = ()
) -> tuple[int, ...]:
    """Return the indices that a row's printing names, or none where the row fills any but these and `beside`.

    Only where merged cells were expanded, so that a cell surely stands below its header.
    """
    item = items[each.item]
    indices = named.get((item.fragment, len(item.row)), ()) if item.exact else ()
    if not indices or min(indices) <= each.label:
        return ()
    filled = {index for index, cell in enumerate(item.row) if index > each.label and cell.text}
    return indices if filled <= {*indices, *beside} else ()


def place_below_header(
    items: Sequence[Item], each: Data, mine: Sequence[Known], columns: Mapping[Printing, tuple[int, ...]]
) -> tuple[GridCell, ...]:
    """Return the cells of a row in the form's columns, empty ones included, or nothing where that is open.

    No figure may stand anywhere but below a column of the header, and below 备注 no digit.
    """
    item = items[each.item]
    indices = indices_below(items, each, columns, _remarks(items, item, mine))
    return tuple(item.row[index] for index in indices)


def _remarks(items: Sequence[Item], item: Item, mine: Sequence[Known]) -> Iterator[int]:
    """Yield the indices of a row's words in the columns that the headers of its printing call remarks."""
    for each in mine:
        head = items[each.item]
        if isinstance(each, Header) and (head.fragment, len(head.row)) == (item.fragment, len(item.row)):
            told = (index for index, cell in enumerate(head.row) if squeeze(cell.text) == _REMARKS)
            yield from (index for index in told if not any(map(str.isdigit, item.row[index].text)))


Spans = tuple[tuple[int, ...], ...]  # of each column, the cells it takes


def _spans_below(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[Printing, Spans]:
    """Return the cells that the headers of a table print each column in, where one has several side by side.

    A program that knows no merged cells prints one again for each column it spans: 本年增/减 | 本年增/减.
    """
    found: dict[Printing, Spans] = {}
    for printing, columns in _printed(items, mine, table).items():
        spans = tuple(tuple(sorted(columns.get(column.id, ()))) for column in table.columns)
        cells = [index for span in spans for index in span]
        if all(spans) and len(cells) > len(spans) and cells == list(range(cells[0], cells[-1] + 1)):
            found[printing] = spans
    return found


def place_in_spans(
    items: Sequence[Item], each: Data, mine: Sequence[Known], table: TableForm
) -> tuple[GridCell, ...]:
    """Return the cells of a row in the form's columns, or nothing where those of one column differ."""
    item = items[each.item]
    filled = [index for index, cell in enumerate(item.row) if index > each.label and cell.text]
    if len(filled) <= len(table.columns):
        return ()
    found = _spans_below(items, mine, table).get((item.fragment, len(item.row)), ())
    same = all(len({item.row[index].text for index in span}) == 1 for span in found)
    if not found or not same or filled != [index for span in found for index in span]:
        return ()
    return tuple(item.row[span[0]] for span in found)
