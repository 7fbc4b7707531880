"""Tables without rules: the label of a row that a narrow column has broken over lines is put together again.

Its pieces are found by where they stand: left of the figures of their row, none further left than the column
begins. They are joined only where they are the whole label of a row, ordinal included. Distances are in
points.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nianbao.read.layouts.shape import is_value
from nianbao.read.layouts.words import whole_label
from nianbao.read.pdf_lines import Glyph, TextLine, chunk_text

_REACH = 14  # lines above or below its figures: the longest label, three characters a line
_FIGURE_GAP = 1.5  # of the font size: between a label and its figures
_ALIGNED = 0.15  # of the font size: pieces that begin at one place
_LONGEST = 50  # characters: the longest label has 38
_COLUMN = 4  # lines that begin a word at one place
_ORDINAL = re.compile(r"[1-9][.．、]")
_UNITS = frozenset(("万元", "亿元", "元", "件", "项", "条", "个"))


class Printed(NamedTuple):
    """A line as it was, or a row with its label, or (without label) what a label has left of a line."""

    glyphs: tuple[Glyph, ...]
    label: tuple[Glyph, ...] = ()

    @property
    def line(self) -> TextLine:
        """The line with its label before the figures, set as narrow as it must be to fit."""
        return TextLine((*_set_before(self.label, self.glyphs[0]), *self.glyphs))


@dataclass(slots=True)
class _Entry:
    """A line: the glyphs before its figures that no label has taken yet, and the figures (none, or some)."""

    words: tuple[Glyph, ...]
    figures: tuple[Glyph, ...]
    taken: bool = False
    label: tuple[Glyph, ...] = field(default=())


class _Found(NamedTuple):
    """A label of a row, and its pieces: the glyphs of each line, by the line's index."""

    name: str
    pieces: dict[int, tuple[Glyph, ...]]

    @property
    def size(self) -> int:
        """The number of glyphs."""
        return sum(map(len, self.pieces.values()))


def with_whole_labels(lines: Sequence[TextLine]) -> list[list[Printed]]:
    """Return what each line of a table prints once labels are whole: the line itself, or less, or more.

    A label stands on the line of its figures; what else that line prints before them goes before it, as a
    line of its own. A line of which labels have taken all is empty.
    """
    entries = [_entry(line) for line in lines]
    columns = _columns(entries)
    for index, entry in enumerate(entries):
        if entry.figures and (found := _label(entries, index, columns)):
            for each, glyphs in found.pieces.items():
                entries[each].words = tuple(glyph for glyph in entries[each].words if glyph not in glyphs)
                entries[each].taken = True
            entry.label = tuple(glyph for glyphs in found.pieces.values() for glyph in glyphs)
            entry.taken = True
    return [
        list(_printed(entry)) if entry.taken else [Printed(line.glyphs)]
        for line, entry in zip(lines, entries, strict=True)
    ]


def _entry(line: TextLine) -> _Entry:
    """Return a line divided before the figures at its end.

    The first of several may touch the label, whose last character fills its column.
    """
    glyphs = line.glyphs
    chunks = line.chunks
    start = len(chunks)
    while start and _is_figure(chunk_text(chunks[start - 1]), first=start == 1):
        start -= 1
    cut = sum(map(len, chunks[:start]))
    if 0 < cut < len(glyphs):
        while cut > 1 and glyphs[cut - 1].text.isdecimal():
            cut -= 1
    return _Entry(glyphs[:cut], glyphs[cut:])


def _is_figure(text: str, *, first: bool) -> bool:
    if text in _UNITS or _ORDINAL.fullmatch(text):
        return not first
    return is_value(text) and (len(text) == 1 or any(map(str.isdecimal, text)))  # no header (增/减)


def _printed(entry: _Entry) -> Iterator[Printed]:
    """Yield what a line prints of which labels have taken something."""
    if entry.words:
        yield Printed(entry.words)
    if entry.figures:
        yield Printed(entry.figures, entry.label)


def _set_before(label: Sequence[Glyph], figure: Glyph) -> Iterator[Glyph]:
    """Yield the glyphs of a label side by side on the line of a figure, as narrow as they must be to fit."""
    start = min((glyph.x0 for glyph in label), default=figure.x0)
    room = figure.x0 - _FIGURE_GAP * figure.size - start
    width = min(figure.size, room / max(len(label), 1))
    for number, glyph in enumerate(label):
        x0 = start + number * width
        yield glyph._replace(x0=x0, x1=x0 + width, base=figure.base)


def _columns(entries: Sequence[_Entry]) -> frozenset[float]:
    """Return where many lines begin a word: there a column begins, also in lines without a gap before it."""
    starts = Counter(start for entry in entries for start in _starts(entry.words))
    return frozenset(start for start, count in starts.items() if count >= _COLUMN)


def _label(entries: Sequence[_Entry], index: int, columns: frozenset[float]) -> _Found | None:
    """Return the label of the row with this index; None where no pieces, or those of two labels, fit."""
    window = _window(entries, index)
    right = entries[index].figures[0].x0
    starts = columns.union(*(_starts(entries[each].words) for each in window))
    best: _Found | None = None
    cuts = dict.fromkeys(_pieces(entries, window, left, right) for left in sorted(starts) if left < right)
    for pieces in cuts:
        found = _whole(dict(pieces), index)
        if found and best and found.name != best.name:
            return None
        best = max(filter(None, (best, found)), key=lambda each: each.size, default=None)
    return best


def _window(entries: Sequence[_Entry], index: int) -> range:
    """Return the lines around a row up to the rows above and below it."""
    start = stop = index
    while start and index - start < _REACH and not entries[start - 1].figures:
        start -= 1
    while stop + 1 < len(entries) and stop - index < _REACH and not entries[stop + 1].figures:
        stop += 1
    return range(start, stop + 1)


def _starts(words: Sequence[Glyph]) -> Iterator[float]:
    """Yield where the chunks of a line begin."""
    return (round(chunk[0].x0, 1) for chunk in TextLine(tuple(words)).chunks)


def _pieces(
    entries: Sequence[_Entry], window: range, left: float, right: float
) -> tuple[tuple[int, tuple[Glyph, ...]], ...]:
    """Return what each line of a window prints between two places, with the line's index."""
    pieces: list[tuple[int, tuple[Glyph, ...]]] = []
    for each in window:
        words = entries[each].words
        glyphs = tuple(glyph for glyph in words if left - _ALIGNED * glyph.size <= glyph.x0 < right)
        if glyphs:
            pieces.append((each, glyphs))
    return tuple(pieces)


def _whole(pieces: dict[int, tuple[Glyph, ...]], index: int) -> _Found | None:
    """Return the longest run of pieces around a row that is a whole label.

    It goes through the line of the row, or stands above and below it: what stands on one side alone may be
    the label of another row.
    """
    texts = {each: chunk_text(glyphs) for each, glyphs in pieces.items()}
    above = [each for each in pieces if each < index]
    below = [each for each in pieces if each > index]
    own = [index] if index in pieces else []
    for first in range(len(above) + bool(own)):
        for last in range(len(below), -1 if own else 0, -1):
            run = _in_order((*above[first:], *own, *below[:last]), texts)
            if sum(len(texts[each]) for each in run) > _LONGEST:
                continue
            name = whole_label("".join(texts[each] for each in run))
            if name:
                return _Found(name, {each: pieces[each] for each in run})
    return None


def _in_order(run: Sequence[int], texts: Mapping[int, str]) -> list[int]:
    """Return the pieces in reading order: an ordinal that a program has put on a line of its own is first."""
    return sorted(run, key=lambda each: not _ORDINAL.fullmatch(texts[each]))
