"""Lines that belong together → one line, at the place of the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import add

from nianbao.read.document import DocumentBlock, Grid, Line

GoesOn = Callable[[Sequence[Line], Line], bool]
"""Whether a line goes on with the paragraph of which the first argument are the lines so far."""


def join_lines(
    blocks: Sequence[DocumentBlock], goes_on: GoesOn, blank: Callable[[str, str], str]
) -> tuple[DocumentBlock, ...]:
    """Return the blocks, each line joined to those above it with which it goes on.

    `blank` gives what stands between two lines. Time grows with the text, however many lines are one.
    """
    found: list[Grid | list[Line]] = []
    for block in blocks:
        above = found[-1] if found else None
        if isinstance(block, Line) and isinstance(above, list) and goes_on(above, block):
            above.append(block)
        else:
            found.append([block] if isinstance(block, Line) else block)
    return tuple(_joined(each, blank) if isinstance(each, list) else each for each in found)


def _joined(lines: Sequence[Line], blank: Callable[[str, str], str]) -> Line:
    first, *others = lines
    if not others:
        return first  # the same object: nothing was done to it
    texts = [line.text for line in lines]
    blanks = (blank(end, start) for end, start in pairwise(texts))
    return Line("".join((first.text, *map(add, blanks, texts[1:]))), first.at)
