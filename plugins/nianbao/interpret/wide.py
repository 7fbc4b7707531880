"""表四: one row of fifteen figures under three groups of headers, without a label of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from nianbao.cells import Cell, State
from nianbao.forms import TableForm
from nianbao.interpret.damaged_figures import read_damaged
from nianbao.interpret.figures import read_figure
from nianbao.interpret.fitting import ends_with_sum
from nianbao.interpret.glued import wide_glued
from nianbao.interpret.headers import piled
from nianbao.interpret.lines import Item
from nianbao.interpret.listed import listed_rows
from nianbao.interpret.recognise import (
    BROKEN,
    TOGETHER,
    Header,
    Known,
    Wide,
    goes_on_below,
    prints_together,
    values_of,
)
from nianbao.interpret.row_figures import wide_figures
from nianbao.interpret.sums import adds_up
from nianbao.interpret.titled import names_rows_in_turn, rows_in_turn, titled_rows
from nianbao.interpret.turned import turned_rows
from nianbao.read import GridCell
from nianbao.read.layouts.shape import is_value

_HEADER_LINES = 60  # each of fifteen columns on up to three lines, and the groups
_IN_TURN = "原文把本表印成几张小表，数字按格式的次序对上；各项之和等于总计"
_APART = "原文把本表的数字印在表头的文字之间，数字按格式的次序对上；各项之和等于总计"
_MIXED = "表头各栏的文字混在一起，数字的次序也可能乱了，不能确定属于哪一栏"


def wide_cells(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Iterator[tuple[str, Cell]]:
    """Yield every cell of a wide table, group after group.

    As many figures as cells fit one way only. Empty cells inside keep their column where every
    header row is exactly as wide as the row of figures. Otherwise no figure is given to a column.
    """
    places = [(row, column) for row in table.rows for column in table.columns]
    addresses = [table.address(row.id, column.id) for row, column in places]
    rows = [each for each in mine if isinstance(each, Wide)]
    titled = titled_rows(items, rows, table) or turned_rows(items, rows, table)
    if titled:
        yield from _titled_cells(titled, table)
        return
    versions = {tuple(cell.text for cell in values_of(items, each) if cell.text): each for each in rows}
    full = [texts for texts in versions if len(texts) == len(places)]
    chosen = full if full else list(versions)
    each = versions[chosen[0]]
    cells: tuple[GridCell, ...] = ()
    if len(chosen) == 1:
        cells = _placed(items, mine, each, len(places)) or _by_totals(items, each, table)
    figures = [read_figure(cell, place[1]) for place, cell in zip(places, cells, strict=False)]
    doubt = _doubt(items, each, table)
    if figures and not doubt and not _has_moved(cells, figures, table):
        yield from zip(addresses, _joined(figures, table), strict=True)
        return
    filled = [cell for cell in values_of(items, each) if cell.text]
    several = len(chosen) > 1
    printed = rows_in_turn(items, rows, table) if several else filled
    together = wide_figures(printed, table, _IN_TURN if several else "") if doubt in ("", TOGETHER) else ()
    if together:
        yield from zip(addresses, together, strict=True)
        return
    in_turn = len(rows) > 1 and not doubt and names_rows_in_turn(items, table)
    if apart := dict(wide_apart(items, table)) if in_turn else {}:
        yield from apart.items()
        return
    cut = wide_glued(filled, table) if items[each.item].glued and len(chosen) == 1 else ()
    if cut:
        yield from zip(addresses, cut, strict=True)
        return
    why = f"本表只有 {len(filled)} 个数字，应有 {len(places)} 个，无法确定缺的是哪一栏"
    if len(chosen) > 1:
        why = f"原文印了 {len(chosen)} 行不同的数字，无法确定以哪一行为准"
    elif doubt:
        why = doubt
    raw = " / ".join(" ".join(texts) for texts in chosen)
    unclear = Cell(State.AMBIGUOUS, raw=raw, at=filled[0].at, why=why)
    yield from ((address, unclear) for address in addresses)


def wide_apart(items: Sequence[Item], table: TableForm) -> Iterator[tuple[str, Cell]]:
    """Yield every cell of a wide table that prints its figures among the words of its header.

    A program that reads a page block by block prints 结果维持 … 1 0 0 0, 总计 1, then the next group. Nothing
    is yielded where not all groups add up.
    """
    mine = (item for item in items if item.section == table.section and item.rowless)
    figures = wide_figures([cell for item in mine for cell in item.row if is_value(cell.text)], table, _APART)
    yield from zip(table.addresses(), figures, strict=False)


def wide_listed(items: Sequence[Item], table: TableForm) -> Iterator[tuple[str, Cell]]:
    """Yield every cell of a wide table that prints one to a line, where none of them is open."""
    if listed := listed_rows(items, table):
        yield from _titled_cells(listed, table)


def _joined(figures: Sequence[Cell], table: TableForm) -> Iterator[Cell]:
    """Yield the figures of all groups, those with blanks inside as one number where a group adds up."""
    width = len(table.columns)
    for index, row in enumerate(table.rows):
        yield from read_damaged(
            figures[index * width : (index + 1) * width], table, row.id, {}, in_cells=True
        )


def _titled_cells(titled: Mapping[str, Sequence[GridCell]], table: TableForm) -> Iterator[tuple[str, Cell]]:
    for row in table.rows:
        cells = titled.get(row.id, ())
        for index, column in enumerate(table.columns):
            lost = Cell(State.MISSING, why="原文的表中没有这一行")
            cell = read_figure(cells[index], column) if cells else lost
            yield table.address(row.id, column.id), cell


def _doubt(items: Sequence[Item], each: Wide, table: TableForm) -> str:
    """Return a reason why the figures of a row may not be those of its columns, however many they are."""
    if goes_on_below(items, each):
        return BROKEN
    if prints_together(items, each):
        return TOGETHER
    return _MIXED if _is_mixed(items, each, table) else piled(items, table)


def _is_mixed(items: Sequence[Item], each: Wide, table: TableForm) -> bool:
    """Return whether figures one below the other follow a header printed line by line, not cell by cell.

    (结果, 结果, 其他 … 维持, 纠正: a program has read a page, and in which order it met the figures is open.)
    """
    if not items[each.item].rowless or len({cell.text for cell in values_of(items, each)}) == 1:
        return False
    words = [item.row[0].text for item in items[: each.item] if len(item.row) == 1]
    pairs = set(pairwise(words[-_HEADER_LINES:]))
    first, second = (column.label for column in table.columns[:2])
    return (first[:2], second[:2]) in pairs and (first[2:], second[2:]) in pairs


def _has_moved(cells: Sequence[GridCell], figures: Sequence[Cell], table: TableForm) -> bool:
    """Return whether a row with an empty end may have lost a figure there: a full group does not add up."""
    width = len(table.columns)
    groups = [figures[start : start + width] for start in range(0, len(figures), width)]
    whole = cells[0].text and cells[-1].text
    return not whole and not all(
        adds_up(table, row.id, group)
        for row, group in zip(table.rows, groups, strict=True)
        if all(figure.known for figure in group)
    )


def _placed(items: Sequence[Item], mine: Sequence[Known], each: Wide, count: int) -> tuple[GridCell, ...]:
    values = values_of(items, each)
    filled = tuple(cell for cell in values if cell.text)
    if len(filled) == count:
        return filled
    widths = {len(items[head.item].row) for head in mine if isinstance(head, Header) and not head.remnant}
    row = items[each.item].row
    if items[each.item].placed and len(row) == count:
        return row
    exact = len(row) == count and widths == {count} and not items[each.item].rowless
    # An empty end may be a lost figure, and the row has moved; less so where every cell was marked up.
    inner = items[each.item].exact or bool(row[0].text and row[-1].text)
    return row if exact and inner and len(filled) < count else ()


def _by_totals(items: Sequence[Item], each: Wide, table: TableForm) -> tuple[GridCell, ...]:
    """Return the only stretch of a row with empty cells in which every group ends with its sum.

    An empty first cell may be one that the row has won, or lost a figure behind: then its group must print
    its total alone, and no group may end with its sum one cell further.
    """
    values, width = () if items[each.item].rowless else values_of(items, each), len(table.columns)
    count = width * len(table.rows)
    filled = [index for index, cell in enumerate(values) if cell.text]
    found = [
        values[start : start + count]
        for start in range(len(values) - count + 1)
        if filled and filled[0] - start in (0, width - 1) and filled[-1] < start + count
        if start == filled[0] or not _add_up(values[start + 1 : start + 1 + 2 * width], width)
    ]
    fitting = [cells for cells in found if _add_up(cells, width)]
    return tuple(fitting[0]) if len(fitting) == 1 else ()


def _add_up(cells: Sequence[GridCell], width: int) -> bool:
    texts = [cell.text for cell in cells]
    return all(ends_with_sum(texts[start : start + width]) for start in range(0, len(texts), width))
