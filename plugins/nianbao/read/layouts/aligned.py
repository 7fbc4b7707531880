"""L8 with its columns kept (`pdftotext -layout`): labels broken over lines are made whole by their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import DocumentBlock, Line
from nianbao.read.layouts import worded
from nianbao.read.layouts.shape import display_width, is_prose
from nianbao.read.layouts.words import is_whole_label
from nianbao.read.pdf_lines import Glyph, TextLine
from nianbao.read.row_labels import Printed, with_whole_labels

_FEWEST_ROWS = 8  # of three figures or more, each behind a gap; 表三 has some thirty
_FEWEST_BROKEN = 8  # of these without their whole label beside them; wide columns break five labels
_FIGURE = r"[+\-－−]?\d[\d.,]*"
_ROW = re.compile(rf"(?P<label>.*?)(?:^|\s{{2,}}){_FIGURE}(?:\s+{_FIGURE}){{2,}}\s*")  # 0   0   0 0
_LONGEST_ROW = 400  # characters with the blanks between them
_EM = 2.0  # columns: a Han character takes two


class _Origin(NamedTuple):
    """A line to be read, and the place of each of its characters in the text (none where it is as it was)."""

    text: str
    line: int
    places: tuple[Place, ...] = ()


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether there are rows of figures in columns, some without their whole label beside them."""
    rows = broken = 0
    for line in lines:
        found = _row_of(line)
        if found:
            rows += 1
            broken += _is_broken(found["label"].split())
            if rows >= _FEWEST_ROWS and broken >= _FEWEST_BROKEN:
                return True
    return False


def _row_of(line: str) -> re.Match[str] | None:
    """Return the label and the figures of a line that ends with three figures or more behind a gap."""
    may = "  " in line and line[-1:].isdecimal() and len(line) <= _LONGEST_ROW
    return _ROW.fullmatch(line) if may else None


def _is_broken(words: Sequence[str]) -> bool:
    """Return whether no whole label of a row stands before the figures, a group before it or not."""
    return not any(is_whole_label("".join(words[start:])) for start in range(len(words)))


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order; every place is that of the text as it was."""
    origins = list(_origins(lines))
    return tuple(_placed(block, origins) for block in worded.read([origin.text for origin in origins]))


def _origins(lines: Sequence[str]) -> Iterator[_Origin]:
    columns = [{} if is_prose(line) and not _row_of(line) else dict(_columns(line)) for line in lines]
    glyphs = [
        TextLine(tuple(_glyph(text[at], x, number) for x, at in places.items()))
        for number, (text, places) in enumerate(zip(lines, columns, strict=True))
    ]
    inked = [line for line in glyphs if line.glyphs]
    printed = dict(zip((int(line.base) for line in inked), with_whole_labels(inked), strict=True))
    for number, text in enumerate(lines):
        parts = printed.get(number, [])
        if not glyphs[number].glyphs or parts == [Printed(glyphs[number].glyphs)]:
            yield _Origin(text, number + 1)
        else:
            yield from (_put_together(lines, columns, part, number) for part in parts)


def _columns(line: str) -> Iterator[tuple[float, int]]:
    """Yield the column at which each visible character begins, and its index."""
    column = 0.0
    for index, letter in enumerate(line):
        if not letter.isspace():
            yield column, index
        column += display_width(letter) * _EM / 2


def _glyph(letter: str, x: float, line: int) -> Glyph:
    return Glyph(letter, x, x + display_width(letter) * _EM / 2, float(line), _EM)


def _put_together(
    lines: Sequence[str], columns: Sequence[Mapping[float, int]], part: Printed, number: int
) -> _Origin:
    """Return a row as its label and its figures, two blanks before each."""
    chunks = [list(part.label)] if part.label else []
    chunks += TextLine(part.glyphs).chunks
    text, places = "", []
    for chunk in chunks:
        for position, glyph in enumerate(chunk):
            line = int(glyph.base)
            place = Place(line + 1, columns[line][glyph.x0] + 1)
            text += glyph.text if position else f"  {glyph.text}"
            places += [place] if position else [place] * 3
    return _Origin(text, number + 1, tuple(places))


def _placed(block: DocumentBlock, origins: Sequence[_Origin]) -> DocumentBlock:
    """Return a block with the places of the text as it was."""

    def at(place: Place) -> Place:
        origin = origins[place.line - 1]
        return origin.places[place.column - 1] if origin.places else place._replace(line=origin.line)

    if isinstance(block, Line):
        return Line(block.text, at(block.at))
    return replace(
        block, rows=tuple(tuple(cell._replace(at=at(cell.at)) for cell in row) for row in block.rows)
    )
