"""What the printed header of a table tells about its columns, and where its order cannot be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nianbao.forms import TableForm, squeeze
from nianbao.interpret.columns import Shape
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Header, Known, prints_together, values_of
from nianbao.interpret.vocabulary import TableWords, words_of
from nianbao.read.layouts.shape import is_value

_SCRAMBLED = "表头印在数字后面，文字的次序乱了，不能确定数字属于哪一栏"

DISORDER = "表头的次序与规定格式不同，不能确定数字属于哪一栏"
ELSEWHERE = "本行名称后面没有数字，而表中别处印着没有名称的数字，本行的可能在其中，不能确定"
PILED = "几行的数字印在一起，与各行的名称分开了，不能确定数字属于哪一行哪一栏"
_MOST_FIGURES = 18  # cells: the widest row has fifteen figures, and may have got some too many


def header_shape(items: Sequence[Item], known: Sequence[Known], table: TableForm) -> tuple[Shape, str]:
    """Return where the header prints the columns of a table, and what is wrong with their order.

    The shape is empty where the header is incomplete or has several rows.
    """
    words = words_of(table)
    heads = [each for each in known if isinstance(each, Header) and each.table == table.id]
    columns = [column.id for column in table.columns]
    shape = Shape(0, ())
    for each in heads:
        row = items[each.item].row
        found = [(index, _column(words, cell.text)) for index, cell in enumerate(row)]
        printed = [column for _, column in found if column]
        if printed == columns and table.section == 2:
            shape = Shape(len(row), tuple(index for index, column in found if column))
    disorder = _disorder(items, heads, words) or _scrambled(items, known, words)
    return shape, disorder or _detached(items, known, words) or piled(items, table)


def header_texts(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[str, str]:
    """Return the printed header of each column, which may state the unit of an amount."""
    words = words_of(table)
    texts: dict[str, str] = {}
    for each in mine:
        for cell in items[each.item].row if isinstance(each, Header) else ():
            column = words.column(cell.text) if cell.text else None
            if column:
                texts.setdefault(column.id, cell.text)
    return texts


def _column(words: TableWords, text: str) -> str:
    column = words.column(text) if text else None
    return column.id if column else ""


def _scrambled(items: Sequence[Item], known: Sequence[Known], words: TableWords) -> str:
    """Return a reason where a text prints a table column by column: headers stand behind figures."""
    columns: dict[bool, set[str]] = {True: set(), False: set()}  # behind the first figures, and before them
    behind = False
    for each in known:
        item = items[each.item]
        if each.table != words.table.id or not item.rowless:
            continue
        if isinstance(each, Header):
            heads = (cell.text for cell in item.row if not words.is_weak(cell.text))
            columns[behind] |= {column for text in heads if (column := _column(words, text))}
        elif isinstance(each, Data):
            behind = behind or any(cell.text for cell in values_of(items, each))
    return _SCRAMBLED if columns[True] - columns[False] else ""


def _detached(items: Sequence[Item], known: Sequence[Known], words: TableWords) -> str:
    """Return a reason where the labels of a text have no figures and its header stands behind them all.

    A program has printed the columns one by one: the figures are somewhere below, not blank.
    """
    mine = [each for each in known if each.table == words.table.id and items[each.item].rowless]
    rows = [each for each in mine if isinstance(each, Data)]
    if not rows or any(cell.text for each in rows for cell in values_of(items, each)):
        return ""
    behind = [each.item for each in mine if isinstance(each, Header) and each.item > rows[-1].item]
    texts = {squeeze(cell.text) for item in behind for cell in items[item].row}
    return PILED if texts - {"", words.table.stub} else ""  # the stub may be that of the next table


def empty_beside_others(items: Sequence[Item], known: Sequence[Known], table: TableForm) -> Iterator[int]:
    """Yield the rows without figures of a table that prints figures without a label, or too many behind one.

    A program has printed some labels first, then their figures: these are somewhere, not blank.
    """
    rows = [each for each in known if isinstance(each, Data)]
    mine = [each for each in rows if each.table == table.id]
    empty = [each.item for each in mine if not any(cell.text for cell in values_of(items, each))]
    if empty and (
        _has_loose_figures(items, rows, table) or any(_too_many(items, each, table) for each in mine)
    ):
        yield from empty


def _too_many(items: Sequence[Item], each: Data, table: TableForm) -> bool:
    filled = sum(bool(cell.text) for cell in values_of(items, each))
    return items[each.item].rowless and (prints_together(items, each) or filled > len(table.columns))


def _has_loose_figures(items: Sequence[Item], rows: Sequence[Data], table: TableForm) -> bool:
    """Return whether a row of this section that is none of the form's has a figure for each column."""
    owned = {each.item for each in rows}
    return table.printed == "grid" and any(
        item.section == table.section
        and index not in owned
        and sum(len(cell.text.split()) for cell in item.row if is_value(cell.text)) >= len(table.columns)
        for index, item in enumerate(items)
    )


def piled(items: Sequence[Item], table: TableForm) -> str:
    """Return a reason where more figures than any row has stand in one pile: columns, or a page of rows.

    Which of the labels printed elsewhere has any of the figures, nothing tells.
    """
    piles = (item for item in items if len(item.row) > _MOST_FIGURES and item.rowless)
    return PILED if any(item.section in (0, table.section) for item in piles) else ""


def _disorder(items: Sequence[Item], heads: Sequence[Header], words: TableWords) -> str:
    """Return a reason where the columns are printed in another order than the form's.

    A total that spans two header rows is read before the columns of the lower one, so it is only
    compared with the first column, and only in the same header row.
    """
    order = {column.id: index for index, column in enumerate(words.table.columns)}
    first = words.table.columns[0].id
    lines: list[list[str]] = []
    for head in heads if words.table.printed == "grid" else ():
        found = [column for cell in items[head.item].row if (column := _column(words, cell.text))]
        if "total" in found and first in found and found.index("total") < found.index(first):
            return DISORDER
        lines.append([column for column in found if column != "total"])
    if not _at_several_heights(items, heads):
        lines = [[column for line in lines for column in line]]
    once = [list(dict.fromkeys(line)) for line in lines]
    return DISORDER if any(line != sorted(line, key=order.__getitem__) for line in once) else ""


def _at_several_heights(items: Sequence[Item], heads: Sequence[Header]) -> bool:
    """Return whether a text sets the names of its columns each in the middle of the header's height.

    Then only those on one line stand in order.
    """
    rows = [items[head.item] for head in heads]
    return len({len(item.row) for item in rows}) > 1 and not any(item.exact or item.rowless for item in rows)
