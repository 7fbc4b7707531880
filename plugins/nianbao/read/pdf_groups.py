"""Tables of a PDF without rules: what stands in the columns of groups is parted from the labels of rows.

A group's name runs down beside several rows, so that its pieces share their lines with pieces of labels;
read as one text, neither is known. Distances are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nianbao.read.layouts.shape import is_value
from nianbao.read.layouts.words import is_column, is_fragment, is_row_label, is_whole_label
from nianbao.read.pdf_lines import Glyph, TextLine, chunk_text

_COLUMN_GAP = 1.0  # of the font size: wider than the blanks inside a label


def parted(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield the lines of a table, those that mix groups and labels divided."""
    for index, line in enumerate(lines):
        chunks = _columns(line)
        texts = [_text(chunk) for chunk in chunks]
        labels = next((at for at, text in enumerate(texts) if is_value(text)), len(texts))
        if labels == len(texts):
            cuts = range(1, labels) if line.x1 < _first_figure(lines, index) else range(0)
        else:
            cuts = range(1, labels + (labels == 1)) if _has_group(texts[:labels]) else range(0)
        start = 0
        for end in (*cuts, len(chunks)):
            yield TextLine(tuple(glyph for chunk in chunks[start:end] for glyph in chunk))
            start = end


def _has_group(texts: Sequence[str]) -> bool:
    """Return whether the texts before the figures of a line are not the label of its row alone."""
    if len(texts) == 1:
        return is_fragment(texts[0]) and not is_row_label(texts[0]) and not is_column(texts[0])
    whole = any(map(is_whole_label, (*texts, "".join(texts))))
    return len(texts) > 1 and (not whole or (_begins(texts[-1]) and not is_whole_label(texts[-1])))


def _begins(text: str) -> bool:
    return bool(re.match(r"[1-9１-９]\s*[.．、]", text))


def _first_figure(lines: Sequence[TextLine], index: int) -> float:
    """Return the left end of the figures in the next line that has some, or in the one before."""
    for line in (*lines[index:], *reversed(lines[:index])):
        for chunk in _columns(line):
            if is_value(_text(chunk)):
                return chunk[0].x0
    return 0.0


def _columns(line: TextLine) -> list[list[Glyph]]:
    """Return the glyphs divided at wide gaps, and before the ordinal of a label."""
    columns: list[list[Glyph]] = []
    for chunk in line.chunks:
        near = columns and chunk[0].x0 - columns[-1][-1].x1 <= _COLUMN_GAP * line.size
        if near and not _begins(_text(chunk)):
            columns[-1].extend(chunk)
        else:
            columns.append(chunk)
    return columns


def _text(chunk: Sequence[Glyph]) -> str:
    return chunk_text(chunk).strip()
