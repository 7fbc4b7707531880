"""The rows of a PDF table as texts, each figure with the word of a second witness.

A figure that is not certain gets a mark behind it, so that no later stage can take it for a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from nianbao.read.layouts.shape import is_value
from nianbao.read.pdf_boxes import Box
from nianbao.read.pdf_lines import Glyph, TextLine, chunk_text
from nianbao.read.pdf_tables import PageTable, TableCell
from nianbao.read.pdf_witness import PageWitness

UNCONFIRMED = "(?)"  # the two programs read different digits
UNPLACED = "(??)"  # the figure belongs to more than one cell of the grid

Texts = Mapping[TableCell, str]  # the cells with text in them

_PADDING = 12.0  # points: both sides of a cell in Word and WPS (2 × 5.4), rounded up
_WRAPPED = 1.6  # of the font size: lines of one cell stand closer than the figures of two rows
_JUSTIFIED = re.compile("(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")  # gaps that fill a line, not blanks
_NUMERIC = frozenset("0123456789.,，．+-−－０１２３４５６７８９")


def rows_of(table: PageTable, witness: PageWitness | None) -> list[list[str]]:
    """Return rows × columns of texts; a merged cell stands once, at its upper left, the rest is empty."""
    rows = [[""] * table.columns for _ in range(table.rows)]
    wraps = [_wraps([cell for cell in table.cells if cell.row == row]) for row in range(table.rows)]
    texts = {cell: _text(cell, wraps[cell.row]) for cell in table.cells if cell.lines}
    for part in _parts(texts, table.columns):
        for cell, text in part.items():
            rows[cell.row][cell.column] = text + _doubt(cell, part, witness)
    return rows


def _parts(texts: Texts, columns: int) -> list[Texts]:
    """Return the tables that a frame around the page's content makes one, cut at its headings.

    The columns of one are not those of the next.
    """
    headings = {cell.row for cell, text in texts.items() if cell.colspan == columns and not is_value(text)}
    parts: list[dict[TableCell, str]] = [{}]
    for cell in sorted(texts, key=lambda cell: cell.row):
        if cell.row in headings:
            parts.append({})
        parts[-1][cell] = texts[cell]
    return list(parts)


def confirmed(line: TextLine, witness: PageWitness | None) -> TextLine:
    """Return a line outside all rules with the figures blotted out that the witness reads otherwise.

    Such a line may be the row of a table; a figure cannot carry a mark there, as it has no cell.
    """
    glyphs: list[Glyph] = []
    for chunk in line.chunks:
        text = chunk_text(chunk)
        box = Box(chunk[0].x0 - 1, line.base - line.size, chunk[-1].x1 + 1, line.base + 0.3 * line.size)
        if is_value(text) and not _agrees(text, box, witness):
            glyphs.extend(glyph._replace(text="\ufffd") for glyph in chunk)
        else:
            glyphs.extend(chunk)
    return TextLine(tuple(glyphs))


def is_full(cell: TableCell) -> bool:
    """Return whether the last line of a cell reaches its border, so that the text may go on elsewhere."""
    return bool(cell.lines) and _is_full(cell.lines[-1], cell)


def _is_full(line: TextLine, cell: TableCell) -> bool:
    return (cell.box.x1 - cell.box.x0) - (line.x1 - line.x0) <= line.size + _PADDING


def _wraps(row: list[TableCell]) -> bool:
    """Return whether figures on two lines may be one figure: most figures of the row fill one line.

    Where most have two, the rule between two rows is missing.
    """
    figures = [cell for cell in row if cell.lines and all(is_value(line.text) for line in cell.lines)]
    return sum(len(cell.lines) > 1 for cell in figures) * 2 <= len(figures)


def _text(cell: TableCell, wraps: bool) -> str:
    text = cell.lines[0].text
    for above, below in pairwise(cell.lines):
        apart = above.text[-1] in _NUMERIC and below.text[0] in _NUMERIC
        close = below.base - above.base <= _WRAPPED * above.size
        text += (" " if apart and not (wraps and close and _is_full(above, cell)) else "") + below.text
    return _JUSTIFIED.sub("", text)


def _doubt(cell: TableCell, texts: Texts, witness: PageWitness | None) -> str:
    if not is_value(texts[cell]):
        return ""
    if cell.crossed or cell.rowspan > 1 or _is_merged(cell, texts):
        return UNPLACED
    return "" if _agrees(texts[cell], cell.box, witness) else UNCONFIRMED


def _is_merged(cell: TableCell, texts: Texts) -> bool:
    """Return whether a figure spans columns in which other rows print several figures.

    It belongs to one column all the same where the next words above it span just as much: its header.
    """
    span = range(cell.column, cell.column + cell.colspan)
    inside = Counter(
        other.row
        for other, text in texts.items()
        if other.colspan < cell.colspan and other.column in span and is_value(text)
    )
    if max(inside.values(), default=0) < 2:
        return False
    above = [
        other
        for other, text in texts.items()
        if other.row < cell.row and not is_value(text) and other.column + other.colspan > span.start
        if other.column < span.stop
    ]
    last = max((other.row for other in above), default=-1)
    return {(each.column, each.colspan) for each in above if each.row == last} != {(span.start, len(span))}


def _agrees(text: str, box: Box, witness: PageWitness | None) -> bool:
    if not any(letter.isdecimal() for letter in text):
        return True
    return witness is not None and witness.confirms(text, box)
