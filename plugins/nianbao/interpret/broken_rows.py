"""A row whose figures go on alone on the next line, as a program breaks it that writes narrow lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.interpret.row_figures import Figures, row_figures
from nianbao.interpret.sums import adds_up
from nianbao.interpret.vocabulary import has_ordinal
from nianbao.read import GridRow


def broken_rows(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Mapping[str, Figures]:
    """Return by row the figures printed on two lines that together fill the columns and add up.

    One figure alone below a row may be the number of a page; only a 0 is none.
    """
    if not table.has_totals:
        return {}
    rows = [each for each in mine if isinstance(each, Data) and _is_numbered(items, each)]
    return {row: cells for each in rows for row, cells in _whole(items, each, table)}


def _is_numbered(items: Sequence[Item], each: Data) -> bool:
    """Return whether the label has its numeral: a bare 其他 may be the last word of the header."""
    return has_ordinal(items[each.item].row[each.label].text)


def _whole(items: Sequence[Item], each: Data, table: TableForm) -> Iterator[tuple[str, Figures]]:
    above = values_of(items, each)
    below = items[each.item + 1].row if each.item + 1 < len(items) else ()
    texts = [cell.text for cell in below if cell.text]
    if not any(cell.text for cell in above) or not texts or (len(texts) == 1 and texts != ["0"]):
        return
    if _is_set_in_columns(below):  # its lines are those of a page: what stands above may be the last figure
        return
    cells = row_figures((*above, *below), table, each.row.id)
    if cells and all(cell.known for cell in cells) and adds_up(table, each.row.id, cells):
        yield each.row.id, cells


def _is_set_in_columns(row: GridRow) -> bool:
    """Return whether wide gaps part the figures of a line: `2      0      0` is no end of a broken line."""
    ends = [cell.at.column + len(cell.printed) for cell in row]
    return any(cell.at.column - end > _GAP for end, cell in zip(ends, row[1:], strict=False) if cell.text)


_GAP = 3  # characters: a pipe between blanks
