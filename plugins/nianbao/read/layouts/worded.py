"""L8–L10: rows found by their words, because blanks or nothing at all stand between the cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import product, takewhile
from typing import NamedTuple

from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, Line, line_at
from nianbao.read.layouts.runs import Run, is_glued, runs_of
from nianbao.read.layouts.sections import split_sections
from nianbao.read.layouts.shape import is_prose, says_nothing
from nianbao.read.layouts.words import (
    begins_label,
    continues_label,
    is_caption,
    is_column,
    is_fragment,
    is_row_label,
    is_whole_label,
    whole_label,
    without_group,
)

_FEWEST_ROWS = 8  # the shortest form has 34 rows; a sentence names four kinds of decisions at most
_CAPTIONS_OF_A_TABLE = 2  # on lines of their own or before a header, as no sentence prints them
_ROWS_BELOW_CAPTIONS = 3  # a report that is cut short behind 表二 has seven
_SHORTEST_WORD = 3  # characters: 自然人; 总计 may be a piece
# 予以公开 3; matched from the start, so that a long line is read once
_FIGURE_BEHIND = re.compile(r"[^一-\u9fff]*+[一-\u9fff].*[\d０-９+＋\-－−–—―⸺/／＼\\*○〇无?？OolI↑↓]")
_PAGE_INSIDE = re.compile(r"(?<=\d)\s+[-–—]\d{1,3}[-–—](?=\s+[^\d\s])")  # 0000000 -4- 2.重复申请
_LONGEST_PIECE = 20  # characters in a line of a narrow column
_PIECES_OF_A_LABEL = 10  # lines that a label in a narrow column takes above or below its figures


class Text(NamedTuple):
    """A line without figures that may be a piece of a label, header or group."""

    line: Line


Part = Line | Run | Text


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether many words of the forms are followed by figures on their own line."""
    rows, captions = 0, sum(map(is_caption, lines))
    telling = [line if "条" in line or _FIGURE_BEHIND.match(line) else "" for line in lines]
    parts = (part for line in telling if not says_nothing(line) for part in _of_line(line, 0))
    for run in (part for part in parts if isinstance(part, Run)):
        captions += any(is_caption(cell.text) for cell in run.words[:-1])  # on a line with its header
        rows += bool(run.label and run.figures)
        if rows >= (_FEWEST_ROWS if captions < _CAPTIONS_OF_A_TABLE else _ROWS_BELOW_CAPTIONS):
            return True
    return False


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order; `glued` grids print their figures without gaps.

    A label may be printed above and below its figures (`…只计这一情 / 447 7 0 / 形，不计其他情形）`): pieces
    are joined only where they give the whole label of a row.
    """
    parts = list(_parts(lines))
    glued = is_glued([part for part in parts if isinstance(part, Run)])
    blocks: list[DocumentBlock] = []
    table: list[Run | Text] = []
    for part in parts:
        if isinstance(part, Line):
            blocks += _table(table, glued)
            table = []
            blocks.append(part)
        elif table or isinstance(part, Run) or begins_label(part.line.text):
            table.append(part)
        else:
            blocks.append(part.line)
    return (*blocks, *_table(table, glued))


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    for number, line in enumerate(lines, 1):
        if not says_nothing(line):
            yield from _of_line(line, number)


@lru_cache(maxsize=1024)  # a report is looked at as a whole, then section by section
def _of_line(line: str, number: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    for piece in split_sections(line):
        if piece.heading:
            parts.append(line_at(piece.text, number, piece.start + 1))
        else:
            parts += _of_piece(piece.text, number, piece.start + 1)
    return tuple(parts)


def _of_piece(text: str, line: int, column: int) -> Iterator[Part]:
    text = _PAGE_INSIDE.sub(lambda mark: " " * len(mark[0]), text)
    for found in runs_of(text, line, column):
        if isinstance(found, Run) or _is_prose(found.text):
            yield found
        else:
            yield Text(found)


def _is_prose(text: str) -> bool:
    """Return whether a line without figures is a sentence or a heading, not a piece of a label."""
    if is_prose(text):
        return True
    if is_row_label(text) or begins_label(text):
        return False
    heading = bool(re.match(r"[#一二三四五六七][、#\s]", text)) and not is_fragment(text)
    return heading or (len(text) > _LONGEST_PIECE and bool(re.search("[，。：；]", text)))


def _table(parts: Sequence[Run | Text], glued: bool) -> list[DocumentBlock]:
    """Return the grid of a run of parts; what stands behind its last row is prose again."""
    last = max((index for index, part in enumerate(parts) if isinstance(part, Run)), default=-1)
    end = last + 1
    rows: list[GridRow] = []
    taken: set[int] = set()
    for index, part in enumerate(parts):
        if isinstance(part, Run) and part.figures:
            label, used = _label(parts, index, taken)
            taken |= used
            rows += _pending(parts, index, taken)
            rows.append((*part.before, *label, *part.figures))
            end = max(end, max(used, default=0) + 1)
        elif isinstance(part, Run):
            rows += _pending(parts, index, taken)
            rows.append(_header(parts, index))
    found: list[DocumentBlock] = [Grid(tuple(rows), glued=glued)] if rows else []
    rest = (part.line for index, part in enumerate(parts) if index >= end and isinstance(part, Text))
    return [*found, *rest]


def _header(parts: Sequence[Run | Text], index: int) -> GridRow:
    """Return a row of header words; one cell where the header is printed piecemeal on several lines.

    The order of its words is then that of the lines, not of the columns.
    """
    run = parts[index]
    assert isinstance(run, Run)
    cells = (*run.before, *run.words)
    near = (*_near(parts, index, -1, set()), *_near(parts, index, 1, set()))
    if len(cells) == 1 or not any(map(_is_header_piece, (_text(parts, each) for each in near))):
        return cells
    text = " ".join(cell.text for cell in cells)
    return (GridCell(text, cells[0].at, text),)


def _is_header_piece(text: str) -> bool:
    """行政复议情况 is the title of a table, no piece of a broken header."""
    return is_fragment(text) and any(len(chunk) < _SHORTEST_WORD for chunk in text.split())


def _pending(parts: Sequence[Run | Text], index: int, taken: set[int]) -> list[GridRow]:
    """Return the pieces above a row that belong to no label, as one row: a vertical header or group."""
    start = index
    while start and isinstance(parts[start - 1], Text):
        start -= 1
    cells: list[GridCell] = []
    for each in range(start, index):
        part = parts[each]
        if isinstance(part, Text) and each not in taken:
            cells.append(GridCell(part.line.text, part.line.at, part.line.text))
            taken.add(each)
    return [tuple(cells)] if cells else []


def _label(parts: Sequence[Run | Text], index: int, taken: set[int]) -> tuple[tuple[GridCell, ...], set[int]]:
    """Return the label of a row of figures and the indices of the pieces it is joined from."""
    run = parts[index]
    assert isinstance(run, Run)
    own = run.label
    if own and is_whole_label(own[-1].text):
        return own, set()
    above, below = _near(parts, index, -1, taken), _near(parts, index, 1, taken)
    for plain in (str, without_group):
        for up, down in product((above, _lines(parts, above)), (below, _lines(parts, below))):
            pieces, text = _whole(parts, index, up[-_PIECES_OF_A_LABEL:], down[:_PIECES_OF_A_LABEL], plain)
            if pieces:
                return _joined(parts, pieces, text, own), set(pieces) - {index}
    if not own and (label := _label_above(parts, index)):
        return (label,), set()
    heads = [] if own else [each for each in above if is_row_label(_text(parts, each))][-1:]
    return (_joined(parts, heads, _text(parts, heads[0]), own) if heads else own), set(heads)


def _label_above(parts: Sequence[Run | Text], index: int) -> GridCell | None:
    """Return the label that stands alone on the line above figures, unless one above it has lost its own."""
    label, row = parts[index - 1] if index else None, parts[index - 2] if index > 1 else None
    words = label.words if isinstance(label, Run) else ()
    if not words or any(is_column(cell.text) for cell in words[:-1]):
        return None
    text = words[-1].text
    if not isinstance(row, Run):  # below a broken header, it may be 总计
        above = row.line.text if row else ""
        lost = not whole_label(text) or begins_label(above) or continues_label(above)
    else:
        lost = not row.figures and any(whole_label(cell.text) for cell in row.words)
    return words[-1] if not lost and is_whole_label(text) else None


def _lines(parts: Sequence[Run | Text], found: Sequence[int]) -> list[int]:
    """Return the pieces that are neither letters nor the stop of a vertical group."""
    return [each for each in found if not is_fragment(_text(parts, each)) and _text(parts, each) != "、"]


def _whole(
    parts: Sequence[Run | Text],
    index: int,
    up: Sequence[int],
    down: Sequence[int],
    plain: Callable[[str], str],
) -> tuple[list[int], str]:
    """Return the pieces around a row that together, each made plain, are the label of a row, most first.

    What stands below alone is the label of the next row.
    """
    own = bool(_text(parts, index))
    for first in range(len(up) + own):
        for last in range(len(down), -1, -1):
            pieces = [*up[first:], index, *down[:last]]
            text = "".join(plain(_text(parts, each)) for each in pieces)
            if is_whole_label(text):
                return pieces, text
    return [], ""


def _near(parts: Sequence[Run | Text], index: int, step: int, taken: set[int]) -> list[int]:
    """Return the pieces next to a row, in printed order, up to the row before or behind it."""
    ahead = range(index + step, len(parts) if step > 0 else -1, step)
    found = takewhile(lambda each: isinstance(parts[each], Text), ahead)
    return sorted(each for each in found if each not in taken)


def _text(parts: Sequence[Run | Text], index: int) -> str:
    part = parts[index]
    return part.line.text if isinstance(part, Text) else "".join(cell.text for cell in part.label)


def _joined(
    parts: Sequence[Run | Text], pieces: Sequence[int], text: str, own: tuple[GridCell, ...]
) -> tuple[GridCell, ...]:
    first = parts[pieces[0]]
    at = first.line.at if isinstance(first, Text) else own[0].at  # pieces begin above or with the own label
    return (GridCell(text, at, text),)
