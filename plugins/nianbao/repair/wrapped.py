"""Paragraphs printed line by line, as programs take them from a page, made whole again.

Sentences must be whole: their figures are read in them, and words are searched across the end of a line.
Widths count a Chinese character as 1, a Latin one as a half.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial

from nianbao.read.document import DocumentBlock, Line
from nianbao.read.layouts.sections import begins_section
from nianbao.repair.paragraphs import join_lines

_SLACK = 3.0  # what does not fit on a line of prose: it ends within this of the margin
_INDENT = 2.0  # of a paragraph's first line, which is lost
_NARROWEST = 16.0
_FEWEST = 5  # lines
_MOST_WIDER = 0.2  # of the full lines: a paragraph on one line is no wrapped one
_HALF_WIDTH = re.compile("[ -~]")
_ENDED = re.compile(r"[。！？；：…!?;:][”』」）)》]*$")
_STOP = re.compile("[，。；：、,;]")
_OPENING = re.compile(
    r"[#*>|]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d+[、.．](?!\d)|第[一二三四五六七八九十]+[部条]|[①-⑳]"
)
_TITLE = re.compile(r"(?:报告|年报)$")


def join_wrapped_lines(blocks: tuple[DocumentBlock, ...]) -> tuple[DocumentBlock, ...]:
    """Join each line that reaches the margin and ends no sentence with the next one.

    Only where lines of prose show a margin. A number that would be joined from two lines stays broken.
    """
    margin = _margin([block.text for block in blocks if isinstance(block, Line)])
    if not margin:
        return blocks
    return join_lines(blocks, partial(_is_next, margin), _blank)


def _is_next(margin: float, above: Sequence[Line], line: Line) -> bool:
    last = above[-1].text
    indent = _INDENT if len(above) == 1 else 0
    full = _width(last) >= margin - _SLACK - indent
    return full and _is_open(last) and _goes_on(last, line.text)


def _blank(end: str, start: str) -> str:
    return " " if _is_latin(end[-1]) and _is_latin(start[0]) else ""


def _margin(texts: Sequence[str]) -> float:
    """Return the width at which lines of prose are broken, or 0 where they are not."""
    open_ = (_width(text) for text in texts if _is_open(text) and _STOP.search(text))
    widths = sorted(width for width in open_ if width >= _NARROWEST)
    if len(widths) < _FEWEST:
        return 0.0
    full, margin = max(
        (bisect_right(widths, width) - bisect_left(widths, width - _SLACK), width) for width in widths
    )
    wider = sum(_width(text) > margin + 1 for text in texts)
    shown = full >= _FEWEST and full * 3 >= len(widths) * 2 and wider <= full * _MOST_WIDER
    return margin if shown else 0.0


def _width(text: str) -> float:
    text = " ".join(text.split())
    return len(text) - len(_HALF_WIDTH.findall(text)) / 2


def _is_open(text: str) -> bool:
    """Return whether a line may go on: it ends no sentence, and is neither a title nor a heading."""
    heading = _OPENING.match(text) and not _STOP.search(text, 3)
    return not (_ENDED.search(text) or _TITLE.search(text) or heading)


def _goes_on(tail: str, text: str) -> bool:
    number = tail[-1].isdigit() and text[:1].isdigit()
    return bool(text) and not (number or _OPENING.match(text) or begins_section(text))


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
