"""L2–L6, L13: cells separated by pipes, row by row (L2, L3) or with line breaks anywhere (L4–L6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, cell_at, line_at
from nianbao.read.layouts.labels import join_cut_labels
from nianbao.read.layouts.runs import Run, runs_of
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import PAGE_MARK, is_prose, is_value
from nianbao.read.layouts.words import is_row_label, is_whole_label, is_word

_FEWEST_LINES = 5
_MANY_PIPES = 300
_FEWEST_ROWS = 3  # that begin without a pipe; one or two may have lost it
_FEWEST_CELLS = 5  # on each line with a figure; lines that break anywhere hold one or two
RULE = re.compile(r"[\s|:\-]*-{3,}[\s|:\-]*")
_SHORT_RULE = re.compile(r"\s*\|(?:\s*:?-{1,2}:?\s*\|)+\s*")
_PADS = re.compile(r"\s*(?:\|\s*){20,}")  # L13: a page that is one table, no row of the forms is so wide
# L3 prints several rows on a line, with eight or more blanks between them.
_GAP_OF_ROWS = re.compile(r"(?<=\|)(?:\s{6,}(?=[^\s|])|\s(?=\|))")
_WIDE_GAP = 6


class Piece(NamedTuple):
    """A part of a line and where it begins."""

    line: int
    column: int
    text: str


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether pipes stand on several lines, or hundreds on a few that hold a whole table each."""
    counts = [line.count("|") for line in lines]
    return sum(map(bool, counts)) >= _FEWEST_LINES or sum(counts) >= _MANY_PIPES


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order."""
    by_line, framed = _prints_rows(lines), _is_framed(lines)
    first = next((number for number, line in enumerate(lines) if begins_section(line)), 0)
    blocks: list[DocumentBlock] = []
    region: list[tuple[int, str]] = []

    def end_region() -> None:
        if region:
            rows = tuple(_line_rows(region, framed)) if by_line else join_cut_labels(_stream_rows(region))
            blocks.extend([Grid(rows)] if rows else [])
            region.clear()

    for number, line in enumerate(lines, 1):
        short = len(region) == 1 and _SHORT_RULE.fullmatch(line)  # elsewhere they may be marks for zeros
        if "|" in line and (RULE.fullmatch(line) or short or _PADS.fullmatch(line)):
            continue
        if region and PAGE_MARK.fullmatch(line.strip()):  # — 3 — is no figure of the row it cuts
            continue
        inside = bool(region) and number > first  # pipes of a menu enclose no title
        if _belongs(line, inside, by_line) or (by_line and _is_cut_label(line, "".join(lines[number:][:1]))):
            region.append((number, line))
        elif line.strip():
            end_region()
            blocks.append(_prose(line, number))
    end_region()
    return tuple(blocks)


def _prose(line: str, number: int) -> DocumentBlock:
    """Return a paragraph without the pipes of the cell it was printed in, or a row that has none."""
    runs = tuple(runs_of(line, number, 1)) if "|" not in line and line.strip()[-1].isdigit() else ()
    if len(runs) == 1 and isinstance(runs[0], Run) and _is_row(runs[0]):
        return Grid(((*runs[0].label, *runs[0].figures),), rowless=True)
    start = len(line) - len(line.lstrip(" |"))
    return line_at(line[start:].rstrip(" |"), number, start + 1)


def _is_row(run: Run) -> bool:
    return bool(run.figures) and not run.before and any(is_word(cell.text) for cell in run.label)


def _prints_rows(lines: Sequence[str]) -> bool:
    """Return whether lines with figures hold their whole row, label included; in Markdown each line does."""
    piped = [line.strip() for line in lines if "|" in line]
    ruled = any(map(RULE.fullmatch, piped)) or any(map(_SHORT_RULE.fullmatch, piped[1:2]))
    if ruled and all(line[0] == line[-1] == "|" for line in piped):
        return True
    rows = [_texts(line) for line in lines if not RULE.fullmatch(line)]
    with_figure = [cells for cells in rows if any(is_value(text) for text in cells)]
    whole = [cells for cells in with_figure if any(text and not is_value(text) for text in cells)]
    alone = sum("|" not in line and is_value(line.strip()) for line in lines)
    if not alone and with_figure and all(len(cells) >= _FEWEST_CELLS for cells in with_figure):
        return True  # the fifteen figures of 表四 on one line have no word
    return bool(with_figure) and len(whole) * 10 >= len(with_figure) * 7 and len(whole) >= alone


def _texts(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")] if "|" in line else []


def _belongs(line: str, inside: bool, by_line: bool) -> bool:
    if "|" not in line and (by_line or not inside or not line.strip() or begins_section(line)):
        return False
    parts = [part for part in line.split("|") if part.strip()]
    return not any(is_prose(part) and not is_word(part) for part in parts)


def _is_cut_label(line: str, below: str) -> bool:
    """Return whether the last cell of a line is a label that goes on in the first cell of the line below."""
    start, bar, _ = below.partition("|")
    cut = line.rpartition("|")[2].strip()
    end = start.strip()
    return bool(bar and cut and end) and is_word(cut + end) and not is_whole_label(cut) and not is_word(end)


def _line_rows(region: list[tuple[int, str]], framed: bool) -> Iterator[GridRow]:
    """Yield the rows of lines that hold whole rows; a row may go on over lines of pipes and figures."""
    rows: list[list[Piece]] = []
    for number, line in region:
        start = 0
        for end in (*_row_ends(line), len(line)):
            piece = Piece(number, start + 1, line[start:end])
            if rows and (_goes_on(rows[-1], piece) or _is_cut_label(rows[-1][-1].text, piece.text)):
                rows[-1].append(piece)
            else:
                rows.append([piece])
            start = end
    for pieces in rows:
        row = tuple(_cells(pieces))
        row = row[1:] if framed and pieces[0].text.lstrip().startswith("|") else row
        if any(cell.text for cell in row):
            yield row


def _is_framed(lines: Sequence[str]) -> bool:
    """Return whether a pipe before the first cell is the frame's; if rows begin without, it ends a cell."""
    rows = [line for line in lines if any(map(is_value, _texts(line)))]
    return sum(not line.lstrip().startswith("|") for line in rows) < _FEWEST_ROWS


def _row_ends(line: str) -> Iterator[int]:
    """Yield where rows end inside a line: at a wide gap, or between pipes where several rows share a line."""
    several = sum(map(is_row_label, line.split("|"))) > 1
    for gap in _GAP_OF_ROWS.finditer(line):
        begins = line[gap.end() :].lstrip("|").partition("|")[0]
        if len(gap[0]) >= _WIDE_GAP or (several and line[gap.end()] == "|" and is_word(begins)):
            yield gap.end()


def _goes_on(row: list[Piece], piece: Piece) -> bool:
    """Return whether a line without words goes on with a row that has printed nothing but its label."""
    texts = _texts(piece.text)
    words = [text for each in row for text in _texts(each.text) if text]
    label = len(row) == 1 and len(words) == 1 and is_row_label(words[0])
    open_row = len(row) > 1 and not any(map(is_value, words))
    return bool(texts) and not any(text and not is_value(text) for text in texts) and (label or open_row)


def _stream_rows(region: list[tuple[int, str]]) -> list[GridRow]:
    """Return a row per label: the last word before figures, and the cells behind it, empty ones too."""
    rows: list[list[GridCell]] = []
    for cell in _cells([Piece(number, 1, line) for number, line in region]):
        if cell.text and not is_value(cell.text):
            rows.append([cell])
        elif rows:
            rows[-1].append(cell)
        elif cell.text:
            rows.append([cell])
    return [tuple(row) for row in rows]


def _cells(pieces: Iterable[Piece]) -> Iterator[GridCell]:
    """Yield the cells between pipes; a cell may take several lines."""
    cell: list[GridCell] = []
    for line, column, text in pieces:
        for index, part in enumerate(text.split("|")):
            if index:
                yield from _closed(cell, Place(line, max(column - 1, 1)))
                cell = []
            if part.strip():
                cell.append(cell_at(part, line, column))
            column += len(part) + 1
    if cell:
        yield from _closed(cell, cell[0].at)


def _closed(lines: list[GridCell], at: Place) -> Iterator[GridCell]:
    """Yield the cell printed on these lines; a word of the forms below other words is a cell of its own."""
    if len(lines) < 2:
        yield lines[0] if lines else GridCell("", at, "")
        return
    between = " " if any(is_value(each.text) for each in lines) else ""
    text = between.join(each.text for each in lines)
    if is_word(lines[-1].text) and not is_word(text):
        yield from _closed(lines[:-1], at)
        yield lines[-1]
    else:
        yield GridCell(text, lines[0].at, text)
