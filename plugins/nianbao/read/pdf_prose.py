"""The lines of a PDF outside its tables: page furniture dropped, lines of a paragraph joined.

A paragraph ends with a line that leaves room at the right margin, and begins with an indented one.
Lengths are in points.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import is_value
from nianbao.read.pdf_groups import parted
from nianbao.read.pdf_lines import TextLine, chunk_text
from nianbao.read.pdf_tables import PageTable

_OUTER = 0.12  # of the page's height: where page numbers and running titles stand
_FEWEST_REPEATS = 3  # pages on which the same words are a running title
_PAGE_MARK = re.compile(
    r"[-–—―－]\s*\d{1,3}\s*[-–—―－]|(?:Page|P\.)\s*\d{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
)
# The hour of printing, which browsers put beside the title of the page.
_PRINTED_AT = re.compile(
    r"\d{1,4}/\d{1,2}/\d{1,4},? ?(?:上午|下午|凌晨|晚上)? ?\d{1,2}:\d{2}(?::\d{2})? ?(?:[AP]M)?", re.I
)
_BARE_NUMBER = re.compile(r"(\d{1,3})(?:\s*/\s*\d{1,3})?")
_LONG = 0.6  # of the page's width: shorter lines do not tell where the margins are
_FULL = 1.6  # of the font size: what a line may leave at the right margin, as punctuation is not broken
_INDENT = 0.9  # of the font size
_PITCH = 2.6  # of the font size: the widest line spacing of official documents is 28 pt for 16 pt type
_CLOSE = 1.7  # of the font size: lines of one cell
_LONGEST_CELL = 40  # characters: a line of two sentences with a gap is prose
_LABELS = 0.5  # of the page's width: how far the labels of a table reach
_MOST_ROOM = 60  # columns of half an em
_FIGURE_LINES = 3  # so many lines of separated figures in a file are a table without rules
_WIDE = 12  # so many figures in one line are too: 表四 has fifteen, and no other row


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What is printed on a page: its tables, and the lines outside them, both from top to bottom."""

    number: int
    width: float
    height: float
    tables: tuple[PageTable, ...]
    lines: tuple[TextLine, ...]


class Margins(NamedTuple):
    """Where full lines begin and end; None where no line is long enough to tell."""

    left: float
    right: float


class Printed(NamedTuple):
    """A paragraph, or a line of a table without rules (`spaced`); `top` orders it among the tables."""

    text: str
    top: float
    spaced: bool = False


def without_furniture(pages: Sequence[PdfPage]) -> list[PdfPage]:
    """Return the pages without the page numbers and running titles in their outer lines.

    A number without dashes must be the first or last line of its page and near the number it should be.
    """
    titles = Counter(key for page in pages for key in {_key(line) for line in _outer_lines(page)})
    repeated = {key for key, count in titles.items() if count >= _FEWEST_REPEATS and count * 2 >= len(pages)}
    return [replace(page, lines=tuple(_kept(page, repeated, len(pages)))) for page in pages]


def margins_of(pages: Sequence[PdfPage]) -> Margins | None:
    """Return the margins of the prose, from its long lines; a few lines beyond them do not count."""
    long = [line for page in pages for line in page.lines if line.x1 - line.x0 >= _LONG * page.width]
    if not long:
        return None
    lefts, rights = sorted(line.x0 for line in long), sorted(line.x1 for line in long)
    few = len(long) // 20
    return Margins(lefts[few], rights[-1 - few])


def has_unruled_tables(pages: Sequence[PdfPage]) -> bool:
    """Return whether tables without rules are printed: lines of separated figures outside of all rules."""
    counts = [sum(map(is_value, _chunks(line))) for page in pages for line in page.lines]
    return sum(count > 1 for count in counts) >= _FIGURE_LINES or max(counts, default=0) >= _WIDE


class Columns(NamedTuple):
    """How the lines of tables without rules are set in columns: from where on, and half as wide as `em`."""

    left: float
    em: float


def columns_of(tables: Sequence[Sequence[TextLine]]) -> Columns:
    """Return the columns for the tables without rules of all pages, with room for their longest label.

    A label that a narrow column has broken over lines is wider in one line than its column.
    """
    lines = [line for table in tables for line in table]
    if not lines:
        return Columns(0.0, 0.0)
    left, em = min(line.x0 for line in lines), min(line.size for line in lines)
    room = max(line.overhang(left, em) - round((line.x0 - left) * 2 / em) for line in lines)
    return Columns(left - min(max(room, 0), _MOST_ROOM) * em / 2, em)


def prose_of(
    page: PdfPage, margins: Margins | None, rows: range, table: Sequence[TextLine], columns: Columns
) -> list[Printed]:
    """Return the paragraphs of a page, and, for the lines `rows` of it, those of a table without rules."""
    spaced = [Printed(line.spaced(*columns), line.base, spaced=True) for line in parted(table)]
    above, below = page.lines[: rows.start], page.lines[rows.stop :]
    return [*_paragraphs(page, above, margins), *spaced, *_paragraphs(page, below, margins)]


def _paragraphs(page: PdfPage, lines: Sequence[TextLine], margins: Margins | None) -> list[Printed]:
    printed: list[Printed] = []
    last: TextLine | None = None
    for line in lines:
        if last and margins and _goes_on(last, line, margins) and not _between(page, last, line):
            printed[-1] = printed[-1]._replace(text=printed[-1].text + line.text)
        else:
            printed.append(Printed(line.text, line.base))
        last = line
    return printed


def _outer_lines(page: PdfPage) -> Iterator[TextLine]:
    for line in page.lines:
        if not _OUTER * page.height < line.base < (1 - _OUTER) * page.height:
            yield line


def _key(line: TextLine) -> str:
    return re.sub(r"[\d\s]", "", line.text)


def _kept(page: PdfPage, repeated: set[str], pages: int) -> Iterator[TextLine]:
    outer = set(_outer_lines(page))
    ends = {page.lines[0], page.lines[-1]} if page.lines else set()
    for line in page.lines:
        number = _BARE_NUMBER.fullmatch(line.text) if line in ends else None
        bare = number is not None and int(number.group(1)) <= pages + page.number
        title = page.number > 1 and len(_key(line)) > 1 and _key(line) in repeated
        if line not in outer:
            yield line
        elif not (bare or title or _PAGE_MARK.fullmatch(line.text)):
            yield from _unstamped(line)


def _unstamped(line: TextLine) -> Iterator[TextLine]:
    """Yield a line of the margin without the hour of printing at its beginning or end."""
    words = list(map(chunk_text, line.chunks))
    start, stop = 0, len(words)
    for count in range(1, len(words) + 1):
        if _PRINTED_AT.fullmatch(" ".join(words[:count])):
            start = count
        if _PRINTED_AT.fullmatch(" ".join(words[-count:])):
            stop = len(words) - count
    if start < stop:
        yield TextLine(tuple(glyph for chunk in line.chunks[start:stop] for glyph in chunk))


def _goes_on(last: TextLine, line: TextLine, margins: Margins) -> bool:
    size = line.size
    return (
        last.x1 >= margins.right - _FULL * size
        and line.x0 <= margins.left + _INDENT * size
        and abs(last.size - size) <= 0.2 * size
        and line.base - last.base <= _PITCH * size
    )


def _between(page: PdfPage, last: TextLine, line: TextLine) -> bool:
    return any(last.base <= table.ys[0] <= line.base for table in page.tables)


def unruled_lines(page: PdfPage) -> range:
    """Return the lines of a table without rules: from the first line of separated words to the last.

    Pieces of labels at the head or foot of a page, beside no figures, belong to it, and those close to it.
    """
    chunks = [_chunks(line) for line in page.lines]
    rows = [
        index for index, texts in enumerate(chunks) if len(texts) > 1 and max(map(len, texts)) < _LONGEST_CELL
    ]
    if not any(is_value(text) for index in rows for text in chunks[index]):
        return range(0)
    start, stop = rows[0], rows[-1] + 1
    if all(_is_piece(page, line) for line in page.lines[:start]):
        start = 0
    if all(_is_piece(page, line) for line in page.lines[stop:]):
        stop = len(chunks)
    while start and _goes_with(page, page.lines[start - 1], page.lines[start]):
        start -= 1
    while stop < len(chunks) and _goes_with(page, page.lines[stop], page.lines[stop - 1]):
        stop += 1
    return range(start, stop)


def _goes_with(page: PdfPage, line: TextLine, table: TextLine) -> bool:
    close = abs(line.base - table.base) <= _CLOSE * line.size
    return close and _is_piece(page, line) and not begins_section(line.text)


def _is_piece(page: PdfPage, line: TextLine) -> bool:
    return line.x1 <= _LABELS * page.width


def _chunks(line: TextLine) -> list[str]:
    return re.split(r"\s{2,}", line.spaced(line.x0))
