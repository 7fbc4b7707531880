"""Joins what a page end has cut inside a table: a row printed in two halves, a group label in two parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import GridCell
from nianbao.read.layouts.shape import is_value
from nianbao.read.pdf_cells import UNPLACED, is_full
from nianbao.read.pdf_tables import PageTable, TableCell, nearest, rules_of

_SAME_EDGE = 6.0  # points: the same column on two pages, as programs round it
# What begins with a numeral or a bracket is a label of its own, never the rest of one.
_OPENING = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]+\s*[、.．)）]|第[一二三四五六七八九十])")


class Part(NamedTuple):
    """The part of a table on one page: its geometry, and its rows of placed cells.

    A row that was joined to the page before stays as an empty list, so that the geometry still counts it.
    """

    table: PageTable
    rows: list[list[GridCell]]


class Seam(NamedTuple):
    """A cell above a page end and the one below it that goes on with its text."""

    above: TableCell
    below: TableCell


def stitch(above: Part, below: Part) -> None:
    """Join the last row of `above` with the first row of `below`, in place, where a page end has cut it.

    A row is joined whole where everything in one half goes on with the other, and only one of them has
    figures. Otherwise only the labels of groups are joined, whose cells span several rows. Nothing is
    joined that begins with a numeral, or to a cell whose last line leaves room for another character.
    """
    if not above.rows[-1] or not _same_table(above.table, below.table):
        return
    seams = list(_seams(above, below))
    goes_on = {seam.below.column for seam in seams}
    torn = _torn(above, seams)
    upper, lower = above.rows[-1], below.rows[0]
    sunk = set(_sunk(above, below, torn))
    words = [index for index in _words(lower) if index not in sunk]
    rest = all(index in goes_on for index in words)  # also where the lower half has no words at all
    if rest or not _words(upper):
        _doubt_cut_figures(above, below)
    same_grid = above.table.columns == below.table.columns
    if words and rest and same_grid and not (_has_figures(upper) and _has_figures(lower)):
        _join_labels(above, below, seams)
        _take(upper, lower, sunk)
        lower.clear()
    elif torn and rest and not _has_figures(upper):
        _put_before(above, below, seams)
        upper.clear()
    else:
        groups = [seam for seam in seams if seam.above.rowspan > 1 or seam.below.rowspan > 1]
        _join_labels(above, below, groups)


def aligned(parts: Sequence[Part]) -> list[list[GridCell]]:
    """Return the rows of parts that follow each other, in common columns where they are one table.

    A page without a row that divides a column prints one column less; its rows get an empty cell there.
    """
    rows: list[list[GridCell]] = []
    start = 0
    for end in range(1, len(parts) + 1):
        if end == len(parts) or not _same_table(parts[end - 1].table, parts[end].table):
            xs = rules_of(x for part in parts[start:end] for x in part.table.xs)
            rows.extend(_spread(row, part.table, xs) for part in parts[start:end] for row in part.rows if row)
            start = end
    return rows


def _spread(row: list[GridCell], table: PageTable, xs: Sequence[float]) -> list[GridCell]:
    index = {nearest(xs, table.xs[column]): cell for column, cell in enumerate(row)}
    behind = row[-1].at.column + len(row[-1].printed)
    line, page = row[0].at.line, row[0].at.page
    blanks = (GridCell("", Place(line, behind + column, page), "") for column in range(1, len(xs)))
    return [index.get(column, blank) for column, blank in enumerate(blanks)]


def _same_table(above: PageTable, below: PageTable) -> bool:
    return _close(above.xs[0], below.xs[0]) and _close(above.xs[-1], below.xs[-1])


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_EDGE


def _seams(above: Part, below: Part) -> Iterator[Seam]:
    """Yield the pairs of labels that may be one: the lower begins no label, the upper fills its cell."""
    for seam in _neighbours(above, below):
        upper, lower = _texts(seam, above, below)
        labels = upper and lower and not is_value(upper) and not is_value(lower)
        if labels and not _OPENING.match(lower) and is_full(seam.above):
            yield seam


def _neighbours(above: Part, below: Part) -> Iterator[Seam]:
    """Yield the cells of the same column on both sides of the page end."""
    lowest = [
        cell
        for cell in above.table.cells
        if cell.row + cell.rowspan == above.table.rows and above.rows[cell.row]
    ]
    for lower in (cell for cell in below.table.cells if cell.row == 0):
        for upper in lowest:
            if _close(upper.box.x0, lower.box.x0) and _close(upper.box.x1, lower.box.x1):
                yield Seam(upper, lower)


def _texts(seam: Seam, above: Part, below: Part) -> tuple[str, str]:
    return above.rows[seam.above.row][seam.above.column].text, below.rows[0][seam.below.column].text


def _doubt_cut_figures(above: Part, below: Part) -> None:
    """Mark the figures of a cut row that may be one figure printed in two halves."""
    for seam in list(_neighbours(above, below)):
        if all(map(is_value, _texts(seam, above, below))) and is_full(seam.above):
            _mark(above.rows[seam.above.row], seam.above.column)
            _mark(below.rows[0], seam.below.column)


def _mark(row: list[GridCell], column: int) -> None:
    text = row[column].text + UNPLACED
    row[column] = row[column]._replace(text=text, printed=text)


def _words(row: list[GridCell]) -> list[int]:
    """Return the columns that hold text and no figure."""
    return [index for index, cell in enumerate(row) if cell.text and not is_value(cell.text)]


def _has_figures(row: list[GridCell]) -> bool:
    return any(is_value(cell.text) for cell in row)


def _join_labels(above: Part, below: Part, seams: list[Seam]) -> None:
    for seam in seams:
        upper = above.rows[seam.above.row][seam.above.column]
        lower = below.rows[0][seam.below.column]
        text = upper.text + lower.text
        above.rows[seam.above.row][seam.above.column] = upper._replace(text=text, printed=text)
        below.rows[0][seam.below.column] = lower._replace(text="", printed="")


def _take(upper: list[GridCell], lower: list[GridCell], sunk: Collection[int]) -> None:
    """Take over the figures of the lower half, and the labels of groups."""
    for index, cell in enumerate(lower):
        if is_value(cell.text) or index in sunk:
            upper[index] = cell


def _put_before(above: Part, below: Part, seams: list[Seam]) -> None:
    for seam in seams:
        lower = below.rows[0][seam.below.column]
        text = "".join(_texts(seam, above, below))
        below.rows[0][seam.below.column] = lower._replace(text=text, printed=text)


def _torn(above: Part, seams: Sequence[Seam]) -> bool:
    """Return whether all words of the last row go on below the page end."""
    goes_on = {seam.above.column for seam in seams}
    words = _words(above.rows[-1])
    return bool(words) and goes_on.issuperset(words)


def _sunk(above: Part, below: Part, torn: bool) -> Iterator[int]:
    """Yield the columns where what goes on below the page end is printed in its lower half only.

    That is the label of a group, or any cell of a torn row.
    """
    for seam in _neighbours(above, below):
        upper, lower = _texts(seam, above, below)
        if lower and not upper and not is_value(lower) and (torn or seam.below.rowspan > 1):
            yield seam.below.column
