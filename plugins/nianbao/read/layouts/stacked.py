"""L1: one cell per line, with empty lines between; nothing marks where a row ends or a cell is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, Line, cell_at, line_at
from nianbao.read.layouts.labels import join_cut_labels
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import is_prose, is_value, says_nothing
from nianbao.read.layouts.words import is_row_label, is_word, widths

_FEWEST_FIGURES = 15  # the smallest table read in this layout: one row of 表四
_MOST_PIECES = 3  # lines of a header cell before the one that is a word by itself
_LONGEST_PIECE = 5  # characters: section headings are longer
_ORDINAL = re.compile(r"\d{1,2}[.．、]")  # of the next label, on a line of its own
_STOP = re.compile(r"[.．、]")
_NUMERAL = re.compile(r"[1-9１-９]")
_FEWEST_GLUED = 5  # rows; one or two may be codes
_SEVERAL = re.compile(r"0\d|\d{7}")  # figures printed as one: nobody receives a million applications
_FEWEST_BLANKS = 12  # lines of nothing but a hard blank; fewer may part paragraphs
_BLANK_ROW = 2  # cells of a row that has no more than one figure or blank
_NEARLY_ALL = 0.9
_FEWEST_WORDS = 20  # a report whose figures are all blank still prints some sixty words of the form


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether many lines hold nothing but a figure, or nothing but a word of the forms."""
    if sum(is_value(line.strip()) for line in lines) >= _FEWEST_FIGURES:
        return True
    return sum(is_word(line) for line in lines if line.strip()) >= _FEWEST_WORDS


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order.

    A row is the last line of words before figures, and these figures. The words between two runs of
    figures belong to the grid as rows of one cell; a sentence ends it. Where empty cells are printed as hard
    blanks, each on its line, rows with a cell for every column keep them.
    """
    blocks: list[DocumentBlock] = []
    rows: list[GridRow] = []
    blanks = sum(map(_is_blank_cell, lines)) >= _FEWEST_BLANKS
    for number, line in enumerate(lines, 1):
        if blanks and rows and _is_blank_cell(line):
            rows[-1] = (*rows[-1], cell_at("", number, 1))
        elif says_nothing(line):  # - 3 - is no figure of the row it cuts
            continue
        elif _STOP.fullmatch(line.strip()) and rows and _NUMERAL.fullmatch(rows[-1][-1].text):
            numeral = rows[-1][-1]  # of the next label, cut from its stop
            rows[-1:] = [row for row in (rows[-1][:-1], (_with_stop(numeral, line),)) if row]
        elif _is_figure(line.strip()) and (rows or blocks):
            rows = rows or _taken_back(blocks) or [()]
            rows[-1] = (*rows[-1], *_figures(line, number))
        elif (rows and not is_prose(line)) or is_word(line):
            rows = rows or _pieces_above(blocks)
            rows.append(_row(line, number))
        else:
            _end(rows, blocks)
            rows = []
            blocks.append(line_at(line, number))
    _end(rows, blocks)
    return _with_glued(blocks)


def _is_blank_cell(line: str) -> bool:
    return "\u00a0" in line and not line.strip()


def _row(line: str, number: int) -> GridRow:
    """Return the label of a line and the figures that some lines print beside it."""
    beside = _BESIDE.search(line)
    label = line[: beside.start()] if beside else line
    if not beside or not is_row_label(label):
        return (cell_at(line, number, 1),)
    return (cell_at(label, number, 1), cell_at(beside[0], number, beside.start() + 1))


_BESIDE = re.compile(r"(?<=\D)(?:\s+[\d/—-]{1,9}){3,15}\s*$")


def _figures(line: str, number: int) -> Iterator[GridCell]:
    """Yield the figures of a line, which has several where gaps stand between them."""
    start = 0
    for gap in (*_GAP.finditer(line.rstrip()), None):
        end = gap.start() if gap else len(line)
        if line[start:end].strip():
            yield cell_at(line[start:end], number, start + 1)
        start = gap.end() if gap else end


_GAP = re.compile(r"[ ]*[\t\u3000][ \t\u3000]*|[ ]{2,}")


def _with_glued(blocks: Sequence[DocumentBlock]) -> tuple[DocumentBlock, ...]:
    """Return the blocks, tables marked that print the figures of each row as one (`0012`) below its label."""
    rows = [row for block in blocks if isinstance(block, Grid) for row in block.rows]
    if sum(len(row) == 2 and bool(_SEVERAL.match(row[1].text)) for row in rows) < _FEWEST_GLUED:
        return tuple(blocks)
    return tuple(map(_glued, blocks))


def _glued(block: DocumentBlock) -> DocumentBlock:
    """Return a table with its glued figures behind a label, those of 表四 alone in their row."""
    if not isinstance(block, Grid) or any(len(row) > 2 for row in block.rows):
        return block
    rows: list[GridRow] = []
    for row in block.rows:
        headed = len(row) == 2 and not is_row_label(row[0].text)
        rows += [row[:1], row[1:]] if headed else [row]
    return Grid(tuple(rows), glued=True)


def _with_stop(numeral: GridCell, line: str) -> GridCell:
    text = numeral.text + line.strip()
    return GridCell(text, numeral.at, text)


def _is_figure(text: str) -> bool:
    return is_value(text) and not _ORDINAL.fullmatch(text)


def _taken_back(blocks: list[DocumentBlock]) -> list[GridRow]:
    """Move the words above the first figure of a table from the prose to the grid."""
    rows: list[GridRow] = []
    while blocks:
        line = blocks[-1]
        if not isinstance(line, Line) or (rows and is_prose(line.text)) or begins_section(line.text):
            break
        blocks.pop()
        rows.insert(0, (GridCell(line.text, line.at, line.text),))
    return rows


def _pieces_above(blocks: list[DocumentBlock]) -> list[GridRow]:
    """Move the short lines above the first word of a table to the grid: pieces of its header."""
    rows: list[GridRow] = []
    while blocks and len(rows) < _MOST_PIECES:
        line = blocks[-1]
        if not isinstance(line, Line) or len(line.text) > _LONGEST_PIECE:
            break
        blocks.pop()
        rows.insert(0, (GridCell(line.text, line.at, line.text),))
    return rows


def _end(rows: list[GridRow], blocks: list[DocumentBlock]) -> None:
    """Close a grid at its last figure or word of the forms: what is behind it is prose again."""
    rows = _with_blanks(rows)
    table = [index for index, row in enumerate(rows) if len(row) > 1 or is_word(row[0].text)]
    last = max(table, default=-1)
    if last >= 0:
        whole = join_cut_labels(rows[: last + 1])
        placed = (index for index, row in enumerate(whole) if any(not cell.text for cell in row))
        blocks.append(Grid(whole, rowless=True, placed=frozenset(placed)))
    blocks.extend(Line(row[0].text, row[0].at) for row in rows[last + 1 :])


def _with_blanks(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows, empty cells only in those that have a cell for each column, if nearly all have."""
    labelled = [row for row in rows if len(row) > _BLANK_ROW and is_row_label(row[0].text)]
    whole = [row for row in labelled if len(row) - 1 in widths()]
    kept = set(map(id, whole)) if len(whole) >= _NEARLY_ALL * len(labelled) else set()
    filled = (row if id(row) in kept else tuple(cell for cell in row if cell.text) for row in rows)
    return [row for row in filled if row]
