"""L2–L6: cells separated by pipes, row by row (L2, L3) or with line breaks anywhere (L4, L5, L6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nianbao.read.document import DocumentBlock, Grid, GridCell, GridRow, Line, cell_at, line_at
from nianbao.read.layouts.shape import is_prose, is_value

_FEWEST_LINES = 5
_RULE = re.compile(r"[\s|:\-]*-{3,}[\s|:\-]*")
# L3 prints several rows on a line, with eight or more blanks between them.
_ROW_GAP = re.compile(r"(?<=\|)\s{6,}(?=[^\s|])")


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether pipes stand on several lines."""
    return sum("|" in line for line in lines) >= _FEWEST_LINES


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order."""
    rowless = not _prints_rows(lines)
    blocks: list[DocumentBlock] = []
    region: list[tuple[int, str]] = []

    def end_region() -> None:
        if region:
            rows = tuple(_stream_rows(region) if rowless else _line_rows(region))
            blocks.extend([Grid(rows, rowless=rowless)] if rows else [])
            region.clear()

    for number, line in enumerate(lines, 1):
        if _RULE.fullmatch(line) and "|" in line:
            continue
        if _belongs(line, bool(region), rowless):
            region.append((number, line))
        elif line.strip():
            end_region()
            blocks.append(_prose(line, number))
    end_region()
    return tuple(blocks)


def _prose(line: str, number: int) -> Line:
    """Return a paragraph without the pipes of the cell it was printed in."""
    start = len(line) - len(line.lstrip(" |"))
    return line_at(line[start:].rstrip(" |"), number, start + 1)


def _prints_rows(lines: Sequence[str]) -> bool:
    """Return whether lines with figures hold their whole row, label included."""
    rows = [_texts(line) for line in lines if not _RULE.fullmatch(line)]
    with_figure = [cells for cells in rows if any(is_value(text) for text in cells)]
    whole = [cells for cells in with_figure if any(text and not is_value(text) for text in cells)]
    return bool(with_figure) and len(whole) * 10 >= len(with_figure) * 7


def _texts(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")] if "|" in line else []


def _belongs(line: str, inside: bool, rowless: bool) -> bool:
    if "|" in line:
        return not is_prose(max(line.split("|"), key=len))
    return rowless and inside and bool(line.strip()) and not is_prose(line)


def _line_rows(region: list[tuple[int, str]]) -> Iterator[GridRow]:
    for number, line in region:
        start = 0
        for end in (*(gap.end() for gap in _ROW_GAP.finditer(line)), len(line)):
            row = _cells(line[start:end], number, start + 1)
            if any(cell.text for cell in row):
                yield row
            start = end


def _cells(text: str, number: int, column: int) -> GridRow:
    cells: list[GridCell] = []
    parts = text.split("|")
    for part in parts:
        cells.append(cell_at(part, number, column))
        column += len(part) + 1
    if not parts[0].strip() and len(parts) > 1:
        cells = cells[1:]
    return tuple(cells if parts[-1].strip() else cells[:-1])


def _stream_rows(region: list[tuple[int, str]]) -> Iterator[GridRow]:
    """Yield a row per label: the last word before figures, and the figures; words alone stand alone."""
    row: list[GridCell] = []
    for cell in (cell for number, line in region for cell in _visible(line, number)):
        if not is_value(cell.text) and row:
            yield tuple(row)
            row = []
        row.append(cell)
    if row:
        yield tuple(row)


def _visible(line: str, number: int) -> Iterator[GridCell]:
    column = 1
    for part in line.split("|"):
        if part.strip():
            yield cell_at(part, number, column)
        column += len(part) + 1
