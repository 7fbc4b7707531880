"""Which cell of a row belongs to which column: only where nothing else is possible."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nianbao.forms import TableForm
from nianbao.interpret.fitting import ending_in_place, ends_with_sum, fits, total_alone
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

_SIGNED = "带正负号的数字不在“增/减”一栏的位置，数字的次序可能乱了，不能确定属于哪一栏"
_SIGN = re.compile(r"[+＋\-－−–—]\s*\d")
_ONE_MORE = "本行比别的行多一格，其中一格是空的，各项之和又不等于总计，不能确定数字属于哪一栏"
_WORDS = "本行的数字旁边印着文字，数字比栏数少，无法确定缺的是哪一栏"


class Shape(NamedTuple):
    """How a complete row is printed: the number of its cells and the indices that hold the figures.

    `totals` says that the rows around it print their total alone.
    """

    length: int
    filled: tuple[int, ...]
    totals: bool = False


class Placed(NamedTuple):
    """The cells of a row in the order of the form's columns, or the reason why that is not known."""

    cells: tuple[GridCell, ...]
    why: str = ""


ShapeKey = tuple[int, str, int, int]  # fragment, table, index of the label, depth of the row


class Shapes(NamedTuple):
    """How the rows of a document are printed.

    `complete` has the shapes of the complete rows, by page fragment and kind of row; `ending` by item the
    indices of the columns, for rows that lack figures and print their total in its place.
    """

    complete: Mapping[ShapeKey, frozenset[Shape]]
    ending: Mapping[int, tuple[int, ...]]


def shapes_of(items: Sequence[Item], known: Sequence[Known], tables: Mapping[str, TableForm]) -> Shapes:
    """Return how the rows are printed.

    Where every row has a cell for each column, empty ones among them (many print totals only), no
    complete row is needed to tell.
    """
    shapes: dict[ShapeKey, set[Shape]] = defaultdict(set)
    fitting = fits(items, known, tables)
    for each in known:
        if isinstance(each, Data) and each.table in tables:
            item = items[each.item]
            fit = fitting.get((item.fragment, each.table))
            shape = _shape(item, each.label)._replace(totals=bool(fit and fit.totals))
            if len(shape.filled) == len(tables[each.table].columns):
                shapes[_key(items, each)].add(shape)
            if fit:
                shapes[_key(items, each)].add(shape._replace(filled=fit.of(each, tables[each.table])))
    complete = {key: frozenset(found) for key, found in shapes.items()}
    return Shapes(complete, ending_in_place(items, known, tables))


def place(
    items: Sequence[Item],
    each: Data,
    table: TableForm,
    shapes: Shapes,
    header: Shape,
) -> Placed:
    """Return the cells of a row in the form's columns.

    As many figures as columns fit one way only. Fewer figures are placed where all complete rows of the
    same page and kind, and the header, are printed in one shape that this row shares.
    """
    count = len(table.columns)
    values = values_of(items, each)
    filled = [cell for cell in values if cell.text]
    if len(filled) == count:
        blanks = len(values) > count  # as few rows have
        one_more = blanks and _may_have_one_more(items, each, shapes) and not _may_add_up(filled, table)
        why = _ONE_MORE if one_more else _doubt(filled, table)
        return Placed((), why) if why else Placed(tuple(filled))
    if not filled:
        blank = values[:1] * count
        if not blank and items[each.item].rowless:  # the layout leaves no trace of an empty cell
            blank = (items[each.item].row[each.label]._replace(text="", printed=""),) * count
        return Placed(blank) if blank else Placed((), "原文印了本行的名称，没有数字")
    if items[each.item].placed and len(values) == count and _may_add_up(values, table):
        return Placed(tuple(values))
    if not items[each.item].rowless and _merged(values, count):  # there the next row has lost its label
        return Placed(tuple(filled[:count]))
    ending = tuple(items[each.item].row[index] for index in shapes.ending.get(each.item, ()))
    if ending and len(filled) < count and not _looks_moved_right([cell.text for cell in ending]):
        return Placed(ending)
    if len(filled) < count:
        found = _by_shape(items, each, table, shapes, header)
        if found:
            return Placed(found)
    return Placed((), _why(len(filled), count))


def _doubt(filled: Sequence[GridCell], table: TableForm) -> str:
    """Return why as many cells as the table has columns may not be these."""
    if not all(_may_be_figure(cell.text) for cell in (filled[0], filled[-1])):
        return _WORDS  # a unit before them, or a remark behind: one of the figures is lost
    return _SIGNED if _signed_elsewhere(filled, table) else ""


def _may_have_one_more(items: Sequence[Item], each: Data, shapes: Shapes) -> bool:
    """Return whether a blank stands among the figures of a row whose like are printed without: 0 ␣ 0 3 0.

    One of its columns may be blank, and a figure that is no column's have got into the row.
    """
    mine = _shape(items[each.item], each.label)
    blank = len(mine.filled) <= mine.filled[-1] - mine.filled[0]
    return blank and not shapes.complete.get(_key(items, each), frozenset()) <= {mine}


def _may_be_figure(text: str) -> bool:
    return is_value(text) or any(map(str.isdigit, text))


def _may_add_up(values: Sequence[GridCell], table: TableForm) -> bool:
    """Return whether figures, one to a column, give the total that is printed, if one is."""
    texts = [cell.text for cell in values]
    return not table.has_totals or not texts[-1] or ends_with_sum(texts)


def _shape(item: Item, label: int) -> Shape:
    filled = tuple(index for index, cell in enumerate(item.row) if index > label and cell.text)
    return Shape(len(item.row), filled)


def _key(items: Sequence[Item], each: Data) -> ShapeKey:
    return (items[each.item].fragment, each.table, each.label, len(each.row.path))


def _by_shape(
    items: Sequence[Item],
    each: Data,
    table: TableForm,
    shapes: Shapes,
    header: Shape,
) -> tuple[GridCell, ...]:
    row = items[each.item].row
    evidence = set(shapes.complete.get(_key(items, each), frozenset()))
    if header.filled:
        evidence.add(header)
    if len(evidence) != 1 or items[each.item].rowless:
        return ()
    shape = evidence.pop()
    mine = _shape(items[each.item], each.label)
    below_label = shape.filled[0] <= each.label  # the header of rows with fewer labels before the figures
    if mine.length != shape.length or below_label or not set(mine.filled) <= set(shape.filled):
        return ()
    found = tuple(row[index] for index in shape.filled)
    certain = (shape.totals and total_alone(found)) or not _looks_shifted(found, table)
    return found if certain else ()


def _signed_elsewhere(cells: Sequence[GridCell], table: TableForm) -> bool:
    """Return whether a figure with a sign stands in a column that has none, beside one for changes."""
    return any(column.signed for column in table.columns) and any(
        _SIGN.match(cell.text) and not column.signed
        for column, cell in zip(table.columns, cells, strict=True)
    )


def _looks_shifted(cells: Sequence[GridCell], table: TableForm) -> bool:
    """Return whether an empty cell at an end may be there because the row has lost a cell and moved.

    Without a total (表二) nothing tells a blank first or last cell from a row that has lost any of its
    figures and was filled up to the width of its header.
    """
    texts = [cell.text for cell in cells]
    if not table.has_totals:
        return not (texts[0] and texts[-1])
    return _looks_moved_right(texts) or looks_moved_left(texts)


def _looks_moved_right(texts: Sequence[str]) -> bool:
    """Return whether the figures behind an empty first cell may belong one column to the left.

    Zeros that fill the last columns without a gap (six empty cells, then a total of 0) read the same.
    """
    if texts[0]:
        return False
    filled = [text for text in texts if text]
    return any(text != "0" for text in filled) or any(texts[: -len(filled)])


def looks_moved_left(texts: Sequence[str]) -> bool:
    """Return whether the figure before an empty last cell could be the total.

    `3 0 0 0 0 3 ␣` is either a row without its total, or one that has lost a zero; with a second empty
    cell nothing tells the two apart.
    """
    if texts[-1]:
        return False
    if not all(text.isdecimal() for text in texts[:-1]):
        return True
    *others, last = map(int, texts[:-1])
    return last > 0 and last >= sum(others)


def _merged(values: Sequence[GridCell], count: int) -> bool:
    """Return whether merged cells were printed once per column they span: more figures, all the same.

    An empty cell between them parts two rows, the second of which has lost its label.
    """
    filled = [index for index, cell in enumerate(values) if cell.text]
    alike = {values[index].text for index in filled}
    together = len(filled) == filled[-1] - filled[0] + 1
    return together and len(filled) > count and len(alike) == 1 and is_value(values[filled[0]].text)


def _why(figures: int, count: int) -> str:
    if figures < count:
        return f"本行只有 {figures} 个数字，表有 {count} 栏，无法确定缺的是哪一栏"
    return f"本行有 {figures} 个数字，表只有 {count} 栏，无法确定哪些属于本表"
