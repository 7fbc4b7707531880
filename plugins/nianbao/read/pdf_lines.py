"""Glyphs of a PDF page → printed lines, for cells and for prose alike. All lengths are in points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nianbao.read.layouts.shape import display_width
from nianbao.read.script import RADICALS

_BLANK_GAP = 0.3  # of the font size: less is kerning or the space between Han and Latin characters
_SAME_BASELINE = 0.4  # of the font size: lines stand at least one size apart
_SAME_GLYPH = 0.15  # of the font size: bold type made by printing a glyph twice
_APART = 2  # columns: two blanks part what one does not
_UNDECODED = re.compile(r"\(cid:\d+\)")


class Glyph(NamedTuple):
    """A printed character; `base` is its baseline, measured from the top of the page like `top`."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the ink, taken from the baseline: a font's own box may be far off."""
        return (self.x0 + self.x1) / 2, self.base - 0.35 * self.size


class TextLine(NamedTuple):
    """Glyphs on one baseline, from left to right, without blanks at the ends."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The text with one blank wherever the line prints a gap."""
        return " ".join(chunk_text(chunk) for chunk in self.chunks)

    @property
    def chunks(self) -> list[list[Glyph]]:
        """The glyphs, divided at the gaps."""
        return _chunks(self.glyphs)

    @property
    def x0(self) -> float:
        """The left end."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """The right end."""
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def base(self) -> float:
        """The baseline."""
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        """The size of the largest type."""
        return max(glyph.size for glyph in self.glyphs)

    def spaced(self, left: float, em: float = 0.0) -> str:
        """Return the text in columns half an `em` wide (of the line, if 0), which are counted from `left`.

        A gap of more than the size of the type becomes two blanks or more, a smaller one becomes one. Where
        the first words are wider than their place, they begin as much further left, if they can.
        """
        text, end = "", left
        too_wide = max(0, self.overhang(left, em))
        for chunk in self.chunks:
            column = round((chunk[0].x0 - left) * 2 / (em or self.size)) - (0 if text else too_wide)
            apart = _APART if chunk[0].x0 - end > self.size else 1
            blanks = max(apart if text else 0, column - display_width(text)) if apart > 1 else bool(text)
            text += " " * blanks + chunk_text(chunk)
            end = chunk[-1].x1
        return text

    def overhang(self, left: float, em: float = 0.0) -> int:
        """Return by how many columns the first words reach into what follows, less than 0 if they do not."""
        first, *others = self.chunks
        half = (em or self.size) / 2
        starts = [round((chunk[0].x0 - left) / half) for chunk in (first, *others[:1])]
        return starts[0] + display_width(chunk_text(first)) + _APART - starts[1] if others else -1


def glyph_text(text: str) -> str:
    """Return the characters of a glyph as pdfminer gives them; an undecoded one reads `\ufffd`."""
    return _UNDECODED.sub("\ufffd", text).translate(RADICALS)


def lines_of(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Return the lines from top to bottom; a glyph printed twice at one place counts once."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        first = rows[-1][0] if rows else None
        if first and glyph.base - first.base <= _SAME_BASELINE * min(glyph.size, first.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = (_line(row) for row in rows)
    return [line for line in lines if line.glyphs]


def chunk_text(chunk: Sequence[Glyph]) -> str:
    """Return the characters of glyphs without a gap between them."""
    return "".join(glyph.text for glyph in chunk)


def _line(row: list[Glyph]) -> TextLine:
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.x0):
        if not glyph.text.strip():
            continue
        last = kept[-1] if kept else None
        if last and last.text == glyph.text and glyph.x0 - last.x0 < _SAME_GLYPH * glyph.size:
            continue
        kept.append(glyph)
    return TextLine(tuple(kept))


def _chunks(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    chunks: list[list[Glyph]] = []
    for glyph in glyphs:
        last = chunks[-1][-1] if chunks else None
        if last and glyph.x0 - last.x1 <= _BLANK_GAP * min(last.size, glyph.size):
            chunks[-1].append(glyph)
        else:
            chunks.append([glyph])
    return chunks
