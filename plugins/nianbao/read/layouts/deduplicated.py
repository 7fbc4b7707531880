"""L12: one cell per line, of which the extractor has left out every line that it had printed before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nianbao.read.document import DocumentBlock, Grid
from nianbao.read.layouts import stacked
from nianbao.read.layouts.shape import is_value
from nianbao.read.layouts.words import is_caption, is_word

_SEVERAL = re.compile(r"(\d)\s+\1\s+\1\s*$")  # 0 0 0
_APART = re.compile(r"\s{2,}")
_LABELLED = re.compile(r"^([^\d\s]+)(\d+)$")  # 规章000
_FEW_ROWS = 3
_CAPTIONS = 2
_FEWEST_WORDS = 15  # the forms print about sixty different words


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether many words of the forms stand on lines of their own, none of them twice.

    Every form prints 信息内容 once per clause of 表二 and 总计 four times.
    """
    if any(map(_SEVERAL.search, lines)):
        return False  # a line that says one figure twice
    cells = [line for line in map(str.strip, lines) if is_value(line) or is_word(line)]
    words = [cell for cell in cells if not is_value(cell)]
    if len(words) < _FEWEST_WORDS or sum(map(is_caption, words)) < _CAPTIONS or len(set(cells)) < len(cells):
        return False
    return sum(map(_holds_cells, lines)) < _FEW_ROWS  # a line with several cells is no cell


def _holds_cells(line: str) -> bool:
    """Return whether a line is a row: words of the forms and figures alone, far apart or one of each."""
    parts = _APART.split(_LABELLED.sub(r"\1  \2", line.strip()))
    return len(parts) > 1 and all(is_value(part) or is_word(part) for part in parts)


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return grids and lines of prose, in order: labels and headers stay, figures cannot be placed."""
    return tuple(
        replace(block, deduplicated=True) if isinstance(block, Grid) else block
        for block in stacked.read(lines)
    )
