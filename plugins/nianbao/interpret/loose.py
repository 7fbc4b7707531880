"""Figures on a line without their label: whose they are where the rows around them leave no choice.

A program that takes a page line by line tears a row apart when its label stands a little above or below its
figures. The form's rows have an order, so between two rows that are read there are as many lines of figures
as the form has rows there, or some are lost and none is given to anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from nianbao.cells import State
from nianbao.forms import Row, TableForm, normalise
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.interpret.row_figures import Figures, row_figures
from nianbao.interpret.sums import adds_up
from nianbao.interpret.vocabulary import numbered_otherwise
from nianbao.read.layouts.shape import is_value

_IN_ORDER = "原文的数字与名称没有印在一行，按格式的次序对上；各栏的数相加都等于总计"


def loose_rows(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[str, Figures]:
    """Return by row the figures that stand on a line without its label.

    They are `reported` where the labels of just these rows stand there without figures, and `inferred`
    where they make every column of the table add up.
    """
    if not table.has_totals:
        return {}
    read = _read(items, mine, table)
    order = {row.id: place for place, row in enumerate(table.rows)}
    if [order[each.row.id] for each in read] != sorted({order[each.row.id] for each in read}):
        return {}
    sure: dict[str, Figures] = {}
    open_: dict[str, Figures] = {}
    for above, below in pairwise(read):
        rows = table.rows[order[above.row.id] + 1 : order[below.row.id]]
        lines = range(above.item + 1, below.item)
        loose = [index for index in lines if _figures(items[index])]
        if not rows or len(loose) != len(rows):
            continue
        if any(_names_another(items[index], row, table) for row, index in zip(rows, loose, strict=True)):
            continue  # a row has moved here
        given = {row.id: _cells(items[index], table, row.id) for row, index in zip(rows, loose, strict=True)}
        if all(_is_sure(cells) and adds_up(table, row, cells) for row, cells in given.items()):
            whole = _labels(items, mine, lines, loose) == len(rows)
            (sure if whole else open_).update(given)
    return {**sure, **dict(_inferred(items, read, sure, open_, table))}


def _read(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> list[Data]:
    """Return the rows that are printed with a figure in every column."""
    return [each for each in mine if isinstance(each, Data) and _is_whole(items, each, table)]


def _is_whole(items: Sequence[Item], each: Data, table: TableForm) -> bool:
    cells = values_of(items, each)
    filled = [cell.text for cell in cells if cell.text]
    plain = len(filled) == len(table.columns) and all(map(is_value, filled))  # as most, which need no reading
    return plain or bool(row_figures(cells, table, each.row.id))


def _figures(item: Item) -> int:
    return sum(is_value(cell.text) for cell in item.row)


def _names_another(item: Item, row: Row, table: TableForm) -> bool:
    """Return whether the words of a line have another numeral than the row, or begin another row's label."""
    text = next((cell.text for cell in reversed(item.row) if cell.text and not is_value(cell.text)), "")
    if numbered_otherwise(text, row):
        return True
    name = normalise(text)
    if any(name in normalise(group) for group in row.path):
        return False  # a group's name runs down its column, a character a line
    begun = {other.id for other in table.rows if normalise(other.label).startswith(name)}
    return bool(begun) and row.id not in begun


def _cells(item: Item, table: TableForm, row: str) -> Figures:
    """Return the figures of a line that has one for each column behind its words, or nothing."""
    words = [index for index, cell in enumerate(item.row) if cell.text and not is_value(cell.text)]
    return row_figures(item.row[max(words, default=-1) + 1 :], table, row)


def _is_sure(cells: Figures) -> bool:
    return bool(cells) and all(cell.known for cell in cells)


def _labels(items: Sequence[Item], mine: Sequence[Known], lines: range, loose: Sequence[int]) -> int:
    """Return how many labels stand on these lines: known ones without figures, others beside figures."""
    known = {each.item for each in mine if isinstance(each, Data) and each.item in lines} - set(loose)
    other = [
        index for index in loose if any(cell.text and not is_value(cell.text) for cell in items[index].row)
    ]
    return len(known) + len(other)


def _inferred(
    items: Sequence[Item],
    read: Sequence[Data],
    sure: Mapping[str, Figures],
    open_: Mapping[str, Figures],
    table: TableForm,
) -> Iterator[tuple[str, Figures]]:
    """Yield the rows that no label confirms, where with them every column adds up as the form prints it."""
    sums = [identity for identity in table.identities if identity.each == "column"]
    largest = max(sums, key=lambda identity: len(identity.left) + len(identity.right), default=None)
    if largest is None or not open_:
        return
    given = {
        **{each.row.id: row_figures(values_of(items, each), table, each.row.id) for each in read},
        **sure,
        **open_,
    }
    rows = (*largest.left, *largest.right)
    if not all(_is_sure(given.get(row, ())) for row in rows) or not set(open_) <= set(rows):
        return
    for place in range(len(table.columns)):
        left, right = (
            sum((given[row][place].value or Decimal(0) for row in side), Decimal(0))
            for side in (largest.left, largest.right)
        )
        if left != right:
            return
    for row, cells in open_.items():
        yield row, tuple(cell._replace(state=State.INFERRED, why=_IN_ORDER, by=largest.id) for cell in cells)
