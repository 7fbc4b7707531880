"""Tables of a PDF without rules: a figure that a narrow column has wrapped is not read as its first half.

Nothing tells where a cell ends there, so figures close below each other are either rows or one figure.
Where the lines do not look like rows, both are blotted out. Distances are in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from statistics import median
from typing import NamedTuple

from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import is_value
from nianbao.read.layouts.words import is_fragment, is_word
from nianbao.read.pdf_lines import Glyph, TextLine, chunk_text

_CLOSE = 1.7  # of the font size: single line spacing inside a cell
_APART = 2.6  # of the font size: the widest spacing inside a cell
_TIGHTER = 0.8  # of the usual distance of rows


class _Figure(NamedTuple):
    """A separate figure: the index of its line, of its chunk in the line, and its glyphs."""

    line: int
    chunk: int
    glyphs: Sequence[Glyph]

    @property
    def base(self) -> float:
        """The baseline."""
        return self.glyphs[0].base

    def overlaps(self, other: _Figure) -> bool:
        """Return whether two figures stand in the same column."""
        return self.glyphs[0].x0 < other.glyphs[-1].x1 and other.glyphs[0].x0 < self.glyphs[-1].x1

    def may_go_on(self, below: _Figure) -> bool:
        """Return whether this figure fills a column of several digits that the other one fits in."""
        width = self.glyphs[-1].x1 - self.glyphs[0].x0
        return len(self.glyphs) > 1 and below.glyphs[-1].x1 - below.glyphs[0].x0 <= width + 1


def without_wrapped_figures(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """Return the lines with every figure blotted out that may be the half of a wrapped one."""
    figures = [_figures(index, line) for index, line in enumerate(lines)]
    pairs = list(_pairs(figures))
    sizes = [above.glyphs[0].size for above, _ in pairs]
    distances = [below.base - above.base for above, below in pairs]
    usual = median([each for each in distances if each <= _APART * max(sizes, default=0.0)] or [0.0])
    doubtful: set[tuple[int, int]] = set()
    for (above, below), distance, size in zip(pairs, distances, sizes, strict=True):
        tight = distance < _TIGHTER * usual and distance <= _APART * size
        close = tight or (distance <= _CLOSE * size and not _are_rows(lines[above.line], lines[below.line]))
        if close and above.may_go_on(below):
            doubtful |= {(above.line, above.chunk), (below.line, below.chunk)}
    return tuple(_blotted(index, line, doubtful) for index, line in enumerate(lines))


def without_cut_figures(
    above: Sequence[TextLine], below: Sequence[TextLine]
) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...]]:
    """Return the lines of two pages with every figure blotted out that the page end may have cut in two."""
    last = next((index for index in reversed(range(len(above))) if _figures(index, above[index])), None)
    first = next((index for index in range(len(below)) if _figures(index, below[index])), None)
    upper: set[tuple[int, int]] = set()
    lower: set[tuple[int, int]] = set()
    if last is None or first is None or _has_ended(above[last], above[last + 1 :]):
        return tuple(above), tuple(below)
    if _may_be_cut(above[last], below, first):
        for one, other in product(_figures(last, above[last]), _figures(first, below[first])):
            if one.overlaps(other) and one.may_go_on(other):
                upper.add((last, one.chunk))
                lower.add((first, other.chunk))
    return (
        tuple(_blotted(index, line, upper) for index, line in enumerate(above)),
        tuple(_blotted(index, line, lower) for index, line in enumerate(below)),
    )


def _has_ended(row: TextLine, rest: Sequence[TextLine]) -> bool:
    """Return whether the header of another table is printed below a row: beside it, a label may go on."""
    left = min(figure.glyphs[0].x0 for figure in _figures(0, row))
    words = (chunk_text(chunk) for line in rest for chunk in line.chunks if chunk[0].x0 >= left)
    return any(is_word(text) or is_fragment(text) for text in words)


def _may_be_cut(above: TextLine, below: Sequence[TextLine], first: int) -> bool:
    """Return whether the first figures of a page may go on with those above its beginning.

    Figures of another section do not, nor those with a label of their own and other lines before them: the
    rest of a figure stands as high as the rest of its label.
    """
    if any(begins_section(line.text) for line in below[:first]):
        return False
    line = below[first]
    begins = line.base - below[0].base <= _CLOSE * line.size
    return (begins or not _has_words(line)) and not _are_rows(above, line)


def _are_rows(one: TextLine, other: TextLine) -> bool:
    """Return whether two lines look like two rows: as many figures, and each with its label.

    Without labels they do where the upper line has a single digit, which no column is too narrow for, so
    that no figure of its row begins above it, and a figure in the lower line goes on with none of these.
    """
    upper, lower = _figures(0, one), _figures(0, other)
    if len(upper) == len(lower) and _has_words(one) and _has_words(other):
        return True
    return any(len(above.glyphs) == 1 for above in upper) and not all(
        any(above.overlaps(below) and above.may_go_on(below) for above in upper) for below in lower
    )


def _figures(index: int, line: TextLine) -> list[_Figure]:
    return [
        _Figure(index, number, chunk)
        for number, chunk in enumerate(line.chunks)
        if is_value(chunk_text(chunk)) and any(glyph.text.isdecimal() for glyph in chunk)
    ]


def _pairs(figures: Sequence[Sequence[_Figure]]) -> Iterator[tuple[_Figure, _Figure]]:
    """Yield each figure with the next one below it in its column."""
    for index, line in enumerate(figures):
        for above in line:
            below = (each for later in figures[index + 1 :] for each in later if each.overlaps(above))
            found = next(below, None)
            if found:
                yield above, found


def _has_words(line: TextLine) -> bool:
    return any(not is_value(chunk_text(chunk)) for chunk in line.chunks)


def _blotted(index: int, line: TextLine, doubtful: set[tuple[int, int]]) -> TextLine:
    glyphs: list[Glyph] = []
    for number, chunk in enumerate(line.chunks):
        hidden = (index, number) in doubtful
        glyphs.extend(glyph._replace(text="\ufffd") if hidden else glyph for glyph in chunk)
    return TextLine(tuple(glyphs))
