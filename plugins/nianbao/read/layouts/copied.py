"""Copied from a browser: cells are paragraphs, a tab stands between them, several empty lines below a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, Line, cell_at, line_at
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import is_prose, is_value
from nianbao.read.layouts.words import is_caption, is_word

_FEWEST_TABS = 12  # lines of nothing but a tab; the smallest table read so has as many
_FEWEST_ROWS = 6
_APART = 3  # empty lines below a row; between its cells there are fewer


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether many tabs, and most, stand alone on their lines, and empty lines end rows."""
    tabbed = [line for line in lines if "\t" in line]
    if sum(map(_is_tab, tabbed)) < max(_FEWEST_TABS, 0.8 * len(tabbed)):
        return False
    runs = groupby(lines, key=lambda line: not line.strip() and not _is_tab(line))
    return sum(empty and len(list(run)) >= _APART for empty, run in runs) >= _FEWEST_ROWS


def _is_tab(line: str) -> bool:
    return line.strip(" \r\n") == "\t"


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order; a cell may have several paragraphs."""
    blocks: list[DocumentBlock] = []
    rows: list[GridRow] = []
    row: list[GridCell] = []
    tabs = empty = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            tabs += _is_tab(line)
            empty = 0 if _is_tab(line) else empty + 1
            continue
        prose = begins_section(line) or is_prose(line)
        another = bool(row) and not tabs and is_value(row[-1].text) and is_caption(line)  # the next table
        goes_on = bool(row) and empty < _APART and not (prose or another)
        goes_on = goes_on and bool(tabs or len(row) > 1 or rows)
        if not goes_on:
            _end_row(row, tabs, rows)
            row = []
        if prose:
            _end_table(rows, blocks)
            rows = []
            blocks.append(line_at(line, number))
        elif goes_on and not tabs:
            text = row[-1].text + line.strip()
            row[-1] = row[-1]._replace(text=text, printed=text)
        else:
            row += (
                [*_empty(tabs - 1, number), cell_at(line, number, 1)] if row else [cell_at(line, number, 1)]
            )
        tabs = empty = 0
    _end_row(row, 0, rows)
    _end_table(rows, blocks)
    return tuple(blocks)


def _empty(count: int, number: int) -> list[GridCell]:
    return [cell_at("", number, 1)] * count


def _end_row(row: Sequence[GridCell], tabs: int, rows: list[GridRow]) -> None:
    if row:
        rows.append((*row, *_empty(tabs, row[-1].at.line)))


def _end_table(rows: Sequence[GridRow], blocks: list[DocumentBlock]) -> None:
    """Append the rows as a table with its caption; other lines of one cell above and below it are prose."""
    wide = [index for index, row in enumerate(rows) if len(row) > 1]
    start, stop = (wide[0], wide[-1] + 1) if wide else (0, 0)
    start -= start > 0 and is_word(rows[start - 1][0].text)
    blocks.extend(Line(row[0].text, row[0].at) for row in rows[:start])
    blocks.extend([Grid(tuple(rows[start:stop]))] if wide else [])
    blocks.extend(Line(row[0].text, row[0].at) for row in rows[stop:])
