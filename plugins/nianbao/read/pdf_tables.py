"""The ruled tables of a PDF page: rules → boxes → a grid of merged cells with their lines of text.

Lengths are in points. A row that a page end has cut has no closing rule and would be lost; so each group
of vertical rules is closed at its upper and lower end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from nianbao.read.pdf_boxes import Box, groups_of
from nianbao.read.pdf_frames import holds_prose, lays_out
from nianbao.read.pdf_lines import Glyph, TextLine, lines_of

if TYPE_CHECKING:
    from nianbao.read.pdf_objects import PrintedPage

_SAME_RULE = 3.0  # two edges of one thick or doubled rule; a row of 5 pt type is higher
_OPEN = 8.0  # a column is wider; a rule may reach a little beyond the frame
_MOST_EDGES = 8000  # a filled form has some 600 a page; a map or a chart has tens of thousands
_TOUCHING = 0.25  # of the font size: digits closer than that are one number
_NUMBER = frozenset("0123456789.,")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with its place in the grid.

    `crossed` says that a number is printed across its border, `printed` that it has rules on all sides.
    """

    box: Box
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    lines: tuple[TextLine, ...] = ()
    crossed: bool = False
    printed: bool = True


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table or the part of it on one page: its rules, and its cells row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[TableCell, ...]
    overlaps: bool

    @property
    def complete(self) -> bool:
        """Whether the printed boxes fill the grid without gap or overlap."""
        return not self.overlaps and all(cell.printed for cell in self.cells)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.xs) - 1

    def holds(self, glyph: Glyph) -> bool:
        """Return whether a glyph is printed inside the table."""
        x, y = glyph.middle
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def find_tables(page: PrintedPage, glyphs: Sequence[Glyph]) -> tuple[tuple[PageTable, ...], list[Glyph]]:
    """Return the ruled tables of a page, top to bottom, and the glyphs outside of them.

    A table of one column is a frame around prose or an underline and is none; so is one that lays out the
    page.
    """
    if not page.edges or len(page.edges) > _MOST_EDGES:
        return (), list(glyphs)
    groups = _vertical_groups(page)
    settings: dict[str, Any] = {
        "explicit_horizontal_lines": [end for group in groups for end in (group.top, group.bottom)],
        "explicit_vertical_lines": [side for group in groups for side in _open_sides(page, group)],
    }
    found = page.debug_tablefinder(settings)
    tables_of_boxes = [[Box(*cell) for cell in table.cells] for table in found.tables]
    apart = set(found.cells).difference(*(table.cells for table in found.tables))
    boxes = [*tables_of_boxes, *groups_of([Box(*cell) for cell in sorted(apart)])]
    grids = [grid for each in boxes if (grid := _grid(each)).columns > 1]
    tables: list[PageTable] = []
    rest = list(glyphs)
    for grid in sorted((grid for grid in grids if not lays_out(grid, grids)), key=lambda grid: grid.ys[0]):
        inside = [glyph for glyph in rest if grid.holds(glyph)]
        filled = _filled(grid, inside)
        if any(glyph.text.strip() for glyph in inside) and not holds_prose(filled):
            tables.append(filled)
            rest = [glyph for glyph in rest if not grid.holds(glyph)]
    return tuple(tables), rest


def _vertical_groups(page: PrintedPage) -> list[Box]:
    """Return the extent of each group of vertical rules that overlap in height: a table, or a part of it."""
    groups: list[Box] = []
    for edge in sorted(page.vertical_edges, key=lambda edge: (edge["top"], edge["bottom"])):
        box = Box(edge["x0"], edge["top"], edge["x1"], edge["bottom"])
        last = groups[-1] if groups else None
        if last and box.top <= last.bottom + _SAME_RULE:
            groups[-1] = Box(
                min(last.x0, box.x0), last.top, max(last.x1, box.x1), max(last.bottom, box.bottom)
            )
        else:
            groups.append(box)
    return groups


def _open_sides(page: PrintedPage, box: Box) -> Iterator[dict[str, Any]]:
    """Yield rules that close a table on the left and right where its horizontal rules reach further.

    A frame beside the table is none of it: its rules touch none of the table's.
    """
    rules = [edge for edge in page.horizontal_edges if box.top - 1 <= edge["top"] <= box.bottom + 1]
    for left, right in _spans((edge["x0"], edge["x1"]) for edge in rules):
        inside = [
            edge
            for edge in page.vertical_edges
            if left - _OPEN <= edge["x0"] <= right + _OPEN
            and box.top <= edge["top"]
            and edge["bottom"] <= box.bottom
        ]
        top = min((edge["top"] for edge in inside), default=box.top)
        bottom = max((edge["bottom"] for edge in inside), default=box.bottom)
        for x in (left, right):
            if inside and not any(abs(edge["x0"] - x) <= _OPEN for edge in inside):
                ends = {"x0": x, "x1": x, "top": top, "bottom": bottom, "width": 0, "height": bottom - top}
                yield {"object_type": "line", **ends}


def _spans(pieces: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the stretches that pieces cover together, those joined that touch.

    >>> _spans([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    spans: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def _grid(boxes: Sequence[Box]) -> PageTable:
    """Return the empty table that the boxes span; a place that no box covers becomes a cell of its own."""
    xs = rules_of(x for box in boxes for x in (box.x0, box.x1))
    ys = rules_of(y for box in boxes for y in (box.top, box.bottom))
    free = {(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}
    cells: list[TableCell] = []
    overlaps = False
    for box in sorted(boxes, key=_area):  # one around others is the rest of a box that is open
        row, column = nearest(ys, box.top), nearest(xs, box.x0)
        cell = TableCell(box, row, column, nearest(ys, box.bottom) - row, nearest(xs, box.x1) - column)
        covered = set(_slots(cell))
        if covered <= free:
            cells.extend([cell] if covered else [])  # a box between the edges of one thick rule covers none
            free -= covered
        else:
            overlaps = True
    cells.extend(
        TableCell(Box(xs[column], ys[row], xs[column + 1], ys[row + 1]), row, column, printed=False)
        for row, column in free
    )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return PageTable(tuple(xs), tuple(ys), tuple(cells), overlaps)


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def rules_of(ends: Iterable[float]) -> list[float]:
    """Return the distinct rules that these edges belong to, in order."""
    rules: list[float] = []
    for end in sorted(ends):
        if not rules or end - rules[-1] > _SAME_RULE:
            rules.append(end)
    return rules


def nearest(rules: Sequence[float], end: float) -> int:
    """Return the index of the rule that an edge belongs to."""
    return min(range(len(rules)), key=lambda index: abs(rules[index] - end))


def _slots(cell: TableCell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.rowspan):
        for column in range(cell.column, cell.column + cell.colspan):
            yield row, column


def _filled(grid: PageTable, glyphs: Sequence[Glyph]) -> PageTable:
    """Return the table with each glyph in the cell that holds its middle."""
    owner = {slot: index for index, cell in enumerate(grid.cells) for slot in _slots(cell)}
    owned: list[list[Glyph]] = [[] for _ in grid.cells]
    where: dict[Glyph, int] = {}
    for glyph in glyphs:
        x, y = glyph.middle
        row = min(bisect_right(grid.ys, y), grid.rows) - 1
        column = min(bisect_right(grid.xs, x), grid.columns) - 1
        where[glyph] = owner[row, column]
        owned[where[glyph]].append(glyph)
    crossed = set(_crossed(lines_of(glyphs), where))
    cells = (
        replace(cell, lines=tuple(lines_of(owned[index])), crossed=index in crossed)
        for index, cell in enumerate(grid.cells)
    )
    return replace(grid, cells=tuple(cells))


def _crossed(lines: Iterable[TextLine], where: dict[Glyph, int]) -> Iterator[int]:
    """Yield the cells that share a number: its digits touch each other across the border between them."""
    for line in lines:
        for left, right in pairwise(line.glyphs):
            touching = right.x0 - left.x1 <= _TOUCHING * min(left.size, right.size)
            if touching and where[left] != where[right] and {left.text, right.text} <= _NUMBER:
                yield from (where[left], where[right])
