"""The ways in which a table was flattened to text, one module each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from nianbao.read.document import DocumentBlock
from nianbao.read.layouts import aligned, deduplicated, indented, piped, prose, stacked, tabbed, worded
from nianbao.read.layouts.sections import begins_section


class Layout(NamedTuple):
    """A layout: `looks_like` decides on all lines of a file, `read` turns them into blocks."""

    name: str
    looks_like: Callable[[Sequence[str]], bool]
    read: Callable[[Sequence[str]], tuple[DocumentBlock, ...]]


LAYOUTS: tuple[Layout, ...] = (
    Layout("indented", indented.looks_like, indented.read),  # has tabs too, so before `tabbed`
    Layout("tabbed", tabbed.looks_like, tabbed.read),  # a tab never occurs by chance
    Layout("piped", piped.looks_like, piped.read),  # some breadcrumbs have a pipe or two
    Layout("deduplicated", deduplicated.looks_like, deduplicated.read),  # what is left of `stacked`
    Layout("aligned", aligned.looks_like, aligned.read),  # `worded`, with labels broken over lines
    Layout("worded", worded.looks_like, worded.read),  # labels and figures on one line, no other mark
    Layout("stacked", stacked.looks_like, stacked.read),  # only figures on their own lines tell it
    Layout("prose", prose.looks_like, prose.read),  # always fits
)


def read_lines(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return the blocks of a text: all of it in one layout, but for sections that are set in another.

    A clerk pastes each table from where it was made: pipes in section 二, a cell on each line in section 三.
    """
    whole = layout_of(lines)
    blocks: list[DocumentBlock] = []
    for layout, run in groupby(_sections(lines), key=lambda section: _layout_in(lines, section, whole)):
        sections = list(run)
        start, end = sections[0].start, sections[-1].stop
        blocks += layout.read([*[""] * start, *lines[start:end]])  # every block keeps its place
    return tuple(blocks)


def layout_of(lines: Sequence[str]) -> Layout:
    """Return the first layout that the lines look like; prose always fits."""
    return next(layout for layout in LAYOUTS if layout.looks_like(lines))


def _layout_in(lines: Sequence[str], section: range, whole: Layout) -> Layout:
    """Return the layout of a section: that of the whole unless nothing in it looks so, and it has its own."""
    mine = lines[section.start : section.stop]
    if whole.name in _OF_ALL or whole.looks_like(mine):
        return whole
    own = layout_of(mine)
    return whole if own.name in _OF_ALL or (whole.name, own.name) == ("aligned", "worded") else own


_OF_ALL = ("deduplicated", "prose")


def _sections(lines: Sequence[str]) -> list[range]:
    starts = [number for number, line in enumerate(lines) if number and begins_section(line)]
    return [range(start, end) for start, end in pairwise([0, *starts, len(lines)])]
