"""Empty cells of a table set in columns, of which only the places of the figures around them are left."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow
from nianbao.read.layouts.headed import Measure, Span, columns_named
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import PAGE_MARK, display_width, is_value
from nianbao.read.layouts.words import begins_table

_FEWEST_COLUMNS = 5  # of 表三 and 表四; tables of three have too few rows to tell their columns
_FEWEST_ROWS = 3  # without an empty cell
_GAP = 2  # columns of the page between two figures
_WITNESSES = 3  # complete rows of the page that must put every figure in the same column
_FEWEST_WITNESSES = 2
_FEWEST_FIGURES = 5  # below names: fewer may stand there by chance
_NEAR = 2  # columns between a figure and those of its column, at their beginnings, middles or ends
# Of the distance to the next column: how far from the middle of its name a figure stands, below its letters
# or not.
_BELOW = 0.4
_BESIDE = 0.25

_Spans = tuple[Span, ...]


class _Placed(NamedTuple):
    """The column of each figure of a row, and how many columns its table has."""

    columns: tuple[int, ...]
    width: int


class _Columns(NamedTuple):
    """Where the figures of each row stand, and above it the names of its columns."""

    spans: Sequence[_Spans]
    heads: Sequence[_Spans]

    @classmethod
    def of(cls, rows: Sequence[GridRow], lines: Sequence[str], measure: Measure) -> _Columns:
        """Return the columns as a program has them that takes each character to be so wide."""
        return cls([_spans(row, lines, measure) for row in rows], list(_heads(rows, lines, measure)))

    @property
    def ragged(self) -> int:
        """In how many places figures end: few where a column is what the program took for one."""
        return len({span.end for spans in self.spans for span in spans})


def with_blank_cells(
    blocks: Sequence[DocumentBlock], lines: Sequence[str], *, measured: bool = False
) -> tuple[DocumentBlock, ...]:
    """Return the blocks, in rows with fewer figures an empty cell for each column that has none.

    Each figure stands where the complete rows around it have one, and only one, by its beginning, middle or
    end, and the last where they have theirs; or all figures of a table stand below the names of its columns.
    A row that leaves a choice stays as it was. Where the places are not `measured` on a page, the lines must
    show that they are set in columns.
    """
    return tuple(
        _filled(block, lines, measured) if isinstance(block, Grid) and not block.glued else block
        for block in blocks
    )


def _filled(grid: Grid, lines: Sequence[str], measured: bool) -> Grid:
    columns = [_Columns.of(grid.rows, lines, measure) for measure in (display_width, len)]
    spans, heads = min(columns, key=lambda each: (each.ragged, not any(each.heads)))
    gaps = None if measured else [_gaps(row, lines) for row in grid.rows]
    found = dict((*_below_names(spans, heads, gaps), *_beside_rows(spans, list(_pages(grid.rows, lines)))))
    placed = {index: each for index, each in found.items() if not _is_beside_loose(grid.rows, index, lines)}
    rows = (
        _with_empty(row, *placed[index]) if index in placed else row for index, row in enumerate(grid.rows)
    )
    return replace(grid, rows=tuple(rows), placed=frozenset(placed))


def _is_beside_loose(rows: Sequence[GridRow], index: int, lines: Sequence[str]) -> bool:
    """Return whether a figure without a label stands next to a row: it may be one that the row lacks."""
    label = rows[index][_label(rows[index])] if _label(rows[index]) >= 0 else None
    if label and label.at.line != rows[index][-1].at.line and label.text in lines[label.at.line - 1]:
        return True  # its own figures stand a line below the whole label
    beside = [rows[each] for each in (index - 1, index + 1) if 0 <= each < len(rows)]
    return label is not None and any(_label(row) < 0 for row in beside)


def _spans(row: GridRow, lines: Sequence[str], measure: Measure) -> _Spans:
    """Return where the figures behind the label of a row stand, or nothing where no gaps part them."""
    values = row[_label(row) + 1 :]
    if not values or len({cell.at.line for cell in values}) > 1:
        return ()
    line = lines[values[0].at.line - 1]
    starts = [measure(line[: cell.at.column - 1]) for cell in values]
    spans = tuple(
        Span(start, start + measure(cell.printed)) for start, cell in zip(starts, values, strict=True)
    )
    parted = all(after.start - before.end >= _GAP for before, after in pairwise(spans))
    return spans if parted else ()


def _label(row: GridRow) -> int:
    return max((index for index, cell in enumerate(row) if not is_value(cell.text)), default=-1)


def _pages(rows: Sequence[GridRow], lines: Sequence[str]) -> Iterator[int]:
    """Yield for each row on which page it stands, where page ends are printed."""
    ends = [number for number, line in enumerate(lines, 1) if _ends_page(line)]
    return (bisect_right(ends, row[-1].at.line) for row in rows)


def _beside_rows(spans: Sequence[_Spans], pages: Sequence[int]) -> Iterator[tuple[int, _Placed]]:
    """Yield the columns of the rows with empty cells that the complete rows around them tell."""
    counts = Counter(len(each) for each in spans if len(each) >= _FEWEST_COLUMNS)
    width = max(counts, default=0)
    if counts[width] < _FEWEST_ROWS:
        return
    complete = [index for index, each in enumerate(spans) if len(each) == width]
    for index, mine in enumerate(spans):
        if 0 < len(mine) < width:
            page = [each for each in complete if pages[each] == pages[index]]
            beside = sorted(page, key=lambda each: abs(each - index))[:_WITNESSES]
            places = {_columns(mine, spans[each]) for each in beside}
            columns = places.pop() if len(places) == 1 and len(beside) >= _FEWEST_WITNESSES else ()
            if columns and columns[-1] == width - 1:  # else a page may have lost any column
                yield index, _Placed(columns, width)


def _columns(mine: _Spans, complete: _Spans) -> tuple[int, ...]:
    """Return the column of each figure, or nothing where two have one, or none stands by one."""
    near = [[column for column, other in enumerate(complete) if _is_near(span, other)] for span in mine]
    return _in_order([found[0] if len(found) == 1 else -1 for found in near])


def _is_near(one: Span, other: Span) -> bool:
    start, end = abs(one.start - other.start), abs(one.end - other.end)
    return min(start, end, abs(sum(one) - sum(other)) // 2) <= _NEAR


def _in_order(columns: Sequence[int]) -> tuple[int, ...]:
    return tuple(columns) if -1 not in columns and list(columns) == sorted(set(columns)) else ()


def _gaps(row: GridRow, lines: Sequence[str]) -> Sequence[int]:
    """Return how many blanks stand before each figure: as many before all where they only separate cells."""
    values = row[_label(row) + 1 :]
    before = [lines[cell.at.line - 1][: cell.at.column - 1] for cell in values]
    return [len(text) - len(text.rstrip()) for text in before]


def _below_names(
    spans: Sequence[_Spans], heads: Sequence[_Spans], gaps: Sequence[Sequence[int]] | None
) -> Iterator[tuple[int, _Placed]]:
    """Yield the columns of the rows with empty cells whose table has all its figures below its names."""
    figures = [index for index, mine in enumerate(spans) if mine]
    for names, run in groupby(figures, key=lambda index: heads[index]):
        placed = {index: _under(spans[index], names) for index in run}
        all_gaps = [gap for index in placed for gap in gaps[index]] if gaps else []
        in_columns = gaps is None or (len(all_gaps) >= _FEWEST_FIGURES and len({*all_gaps}) > 1)
        if names and in_columns and all(placed.values()):
            for index, columns in placed.items():
                if len(columns) < len(names):
                    yield index, _Placed(columns, len(names))


def _heads(rows: Sequence[GridRow], lines: Sequence[str], measure: Measure) -> Iterator[_Spans]:
    """Yield for each row where the names of its columns stand on its page, or nothing."""
    names: _Spans = ()
    last = 0
    for row in rows:
        values = row[_label(row) + 1 :]
        if values:
            between = lines[last : values[0].at.line - 1]
            if any(map(_ends_table, between)):
                names = ()
            names = columns_named(between, measure) or names
            last = values[0].at.line
        yield names


def _ends_table(line: str) -> bool:
    """Return whether the columns above a line are not those below it: of another table, or another page."""
    return _ends_page(line) or begins_section(line) or begins_table(line)


def _ends_page(line: str) -> bool:
    return "\f" in line or bool(PAGE_MARK.fullmatch(line.strip()))


def _under(mine: _Spans, names: _Spans) -> tuple[int, ...]:
    """Return the column of each figure by the name it stands below, or nothing if unclear."""
    return _in_order([_nearest(span, names) for span in mine]) if names else ()


def _nearest(span: Span, names: _Spans) -> int:
    """Return the index of the name whose middle is nearest, or -1 where it may as well be the next one's."""
    far = [abs(sum(name) - sum(span)) / 2 for name in names]
    index = min(range(len(names)), key=lambda each: far[each])
    name = names[index]
    beside = [names[each] for each in (index - 1, index + 1) if 0 <= each < len(names)]
    next_one = min(abs(sum(other) - sum(name)) / 2 for other in beside)
    below = name.start <= span.end and span.start <= name.end
    return index if far[index] <= (_BELOW if below else _BESIDE) * next_one else -1


def _with_empty(row: GridRow, columns: Sequence[int], width: int) -> GridRow:
    label = _label(row)
    values = dict(zip(columns, row[label + 1 :], strict=True))
    empty = GridCell("", row[label + 1].at, "")
    return (*row[: label + 1], *(values.get(column, empty) for column in range(width)))
