"""Figures that a whole table prints in another way than in plain digits (`12.0`, 十二), and their units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from nianbao.numerals import han_number
from nianbao.read.document import DocumentBlock, Grid, GridRow
from nianbao.read.layouts.shape import is_value

_FEWEST = 5  # cells of a document: one alone may be a damaged figure, or the ordinal of a label
_PLAIN = re.compile(r"\d+")
_DECIMAL = re.compile(r"(\d{1,9})\.0{1,2}")  # what programs make of a column of counts with blanks
_BRACKETED = re.compile(r"[(（]\s*(\d{1,9})\s*[)）]")
_NUMERAL = re.compile("[〇零一二两三四五六七八九十百千]{1,9}")
_DASHES = frozenset("一〇零")  # which clerks also type where there is nothing
_UNITS = frozenset("件项条个宗")
_WIDE = 15  # cells of a row of 表四, which has no label


def plain_figures(blocks: tuple[DocumentBlock, ...]) -> tuple[DocumentBlock, ...]:
    """Write the figures of such tables in plain digits; what is printed stays with the cell."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    texts = Counter(cell.text for grid in grids for row in grid.rows for cell in row if cell.text)
    changed: dict[str, str] = {}
    for style in (_DECIMAL, _BRACKETED):
        found = [each for text in texts if (each := style.fullmatch(text))]
        mixed = style is _BRACKETED and any(map(_PLAIN.fullmatch, texts))
        if sum(texts[each[0]] for each in found) >= _FEWEST and not mixed:
            changed |= {each[0]: each[1] for each in found}
    spelled = {text for text in texts if _is_numeral(text)}
    told = sum(texts[text] for text in spelled) >= _FEWEST and len(spelled - _DASHES) > 1
    numerals = {text: str(han_number(text)) for text in spelled if told}
    if not changed and not numerals:
        return blocks
    return tuple(_plain(block, changed, numerals) if isinstance(block, Grid) else block for block in blocks)


def without_units(blocks: tuple[DocumentBlock, ...]) -> tuple[DocumentBlock, ...]:
    """Empty the column of a table that prints nothing but the unit of each row (计量单位: 件)."""
    return tuple(_without_units(block) if isinstance(block, Grid) else block for block in blocks)


def _without_units(grid: Grid) -> Grid:
    places = Counter(
        (len(row), index) for row in grid.rows for index, cell in enumerate(row) if cell.text in _UNITS
    )
    found = {place for place, count in places.items() if count >= _FEWEST and not grid.rowless}
    if not found:
        return grid
    rows = (
        tuple(
            cell._replace(text="") if (len(row), index) in found and cell.text in _UNITS else cell
            for index, cell in enumerate(row)
        )
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


def _plain(grid: Grid, changed: Mapping[str, str], numerals: Mapping[str, str]) -> Grid:
    spelled = {} if grid.rowless else numerals
    return replace(grid, rows=tuple(_row(row, changed, spelled) for row in grid.rows))


def _row(row: GridRow, changed: Mapping[str, str], numerals: Mapping[str, str]) -> GridRow:
    # A numeral before all words is a piece of a group's label (三), but in a row of figures alone.
    unlabelled = -1 if len(row) >= _WIDE else len(row)
    behind = next((index for index, cell in enumerate(row) if not _is_figure(cell.text)), unlabelled)
    return tuple(
        cell._replace(text=new)
        if (new := changed.get(cell.text) or (numerals.get(cell.text) if index > behind else ""))
        else cell
        for index, cell in enumerate(row)
    )


def _is_figure(text: str) -> bool:
    return not text or is_value(text) or _is_numeral(text)


def _is_numeral(text: str) -> bool:
    return bool(_NUMERAL.fullmatch(text)) and han_number(text) is not None
