"""A sheet as a spreadsheet gives it away: marks between cells, or tabs with line breaks in quoted cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, Line, line_at
from nianbao.read.layouts.shape import is_prose, is_value
from nianbao.read.layouts.words import is_row_label, is_word

_FEWEST_ROWS = 5
_FEWEST_MARKS = 3  # the smallest table has four columns
_FEWEST_QUOTED = 3
_QUOTE_ENDS = re.compile(r'[^\t"]"(?:\t|$)')
_WIDE_BLANK = "\N{IDEOGRAPHIC SPACE}"
_FIGURES = re.compile(rf"[\d.,+\- ]+(?:{_WIDE_BLANK}[\d.,+\- ]+)+")
_MOST_LINES = 8  # of one cell; a quotation mark that stays open longer opens none


class _Record(NamedTuple):
    """The cells of a row, and the index of the line behind it."""

    row: GridRow
    end: int


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether rows of the forms stand between marks, or a quoted cell among tabs goes on below."""
    return bool(_mark(lines))


def _mark(lines: Sequence[str]) -> str:
    """Return what stands between the cells, or nothing."""
    for mark in ",;":
        marked = [index for index, line in enumerate(lines) if line.count(mark) >= _FEWEST_MARKS]
        enough = len(marked) >= _FEWEST_ROWS
        if enough and sum(_is_row(_record(lines, index, mark).row) for index in marked) >= _FEWEST_ROWS:
            return mark
    quoted = sum(_goes_on_below(line, below) for line, below in pairwise(lines) if '"' in line)
    return "\t" if quoted >= _FEWEST_QUOTED else ""


def _is_row(row: GridRow) -> bool:
    label, *figures = [cell.text for cell in row if cell.text] or [""]
    return is_row_label(label) and bool(figures) and all(map(is_value, figures))


def _belongs(row: GridRow) -> bool:
    """Return whether figures and words of the forms are half of a row or more; prose has commas too."""
    texts = [cell.text for cell in row if cell.text]
    known = sum(is_value(text) or is_word(text) for text in texts)
    return len(row) > 1 and bool(texts) and known * 2 >= len(texts) and not any(map(is_prose, texts[1:]))


def _goes_on_below(line: str, below: str) -> bool:
    """Return whether a line ends inside a quoted cell, which a line below ends among tabs."""
    last = line.rpartition("\t")[2]
    return last.startswith('"') and last.count('"') % 2 == 1 and bool(_QUOTE_ENDS.search(below.rstrip()))


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order; a cell is placed where it begins."""
    mark = _mark(lines) or "\t"
    if mark == ";":  # between figures alone it has been taken for punctuation: see `plain_line`
        lines = [line.replace(_WIDE_BLANK, mark) if _FIGURES.fullmatch(line) else line for line in lines]
    blocks: list[DocumentBlock] = []
    rows: list[GridRow] = []
    start = 0
    while start < len(lines):
        row, end = _record(lines, start, mark)
        told = [cell for cell in row if cell.text]
        alone, belongs = len(row) > 1 and len(told) < 2, _belongs(row)
        if belongs:
            rows.append(row)
        elif lines[start].strip():
            blocks.extend([Grid(tuple(rows))] if rows else [])
            rows = []
            prose = [Line(cell.text, cell.at) for cell in told]
            blocks.extend(prose if alone else [line_at(lines[start], start + 1)])
        start = end if alone or belongs else start + 1
    return (*blocks, Grid(tuple(rows))) if rows else tuple(blocks)


def _record(lines: Sequence[str], start: int, mark: str) -> _Record:
    """Return the row that begins on a line, quoted as RFC 4180 has it whatever stands between its cells."""
    row: list[GridCell] = []
    number, column = start, 0
    while True:
        cell = _quoted(lines, number, column, mark) or _plain(lines[number], number, column, mark)
        row.append(cell.cell)
        number, column = cell.line, cell.column + 1
        if cell.column >= len(lines[number]):
            return _Record(tuple(row), number + 1)


class _Cell(NamedTuple):
    """A cell, and the line and the offset at which it ends."""

    cell: GridCell
    line: int
    column: int


def _plain(line: str, number: int, column: int, mark: str) -> _Cell:
    end = line.find(mark, column)
    end = len(line) if end < 0 else end
    printed = line[column:end]
    text = printed.strip()
    at = Place(number + 1, column + 1 + (printed.index(text) if text else 0))
    return _Cell(GridCell(text, at, text), number, end)


def _quoted(lines: Sequence[str], number: int, column: int, mark: str) -> _Cell | None:
    """Return the cell in quotation marks, which may hold line breaks; None where there is none."""
    if not lines[number].startswith('"', column):
        return None
    parts: list[str] = []
    at, rest = Place(number + 1, column + 2), lines[number][column + 1 :].replace('""', "“”")
    for below in range(number, min(number + _MOST_LINES, len(lines))):
        rest = rest if below == number else lines[below].replace('""', "“”")
        end = rest.find('"')
        if end >= 0:
            parts.append(rest[:end])
            column = len(lines[below]) - len(rest) + end + 1
            closed = lines[below].startswith(mark, column) or column >= len(lines[below])
            between = " " if any(map(is_value, parts)) else ""
            text = between.join(part.strip() for part in parts)
            return _Cell(GridCell(text, at, text), below, column) if closed else None
        parts.append(rest)
    return None
