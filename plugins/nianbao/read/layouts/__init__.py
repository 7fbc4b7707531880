"""The ways in which a table was flattened to text, one module each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from nianbao.read.document import DocumentBlock, in_order
from nianbao.read.layouts import (
    aligned,
    copied,
    deduplicated,
    indented,
    piped,
    prose,
    sheet,
    stacked,
    tabbed,
    worded,
)
from nianbao.read.layouts.blanks import with_blank_cells
from nianbao.read.layouts.drawn import take_drawn
from nianbao.read.layouts.runs import Run, runs_of
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.spelled import take_spelled


class Layout(NamedTuple):
    """A layout: `looks_like` decides on all lines of a file, `read` turns them into blocks."""

    name: str
    looks_like: Callable[[Sequence[str]], bool]
    read: Callable[[Sequence[str]], tuple[DocumentBlock, ...]]


LAYOUTS: tuple[Layout, ...] = (
    Layout("sheet", sheet.looks_like, sheet.read),  # may have tabs, and line breaks inside its rows
    Layout("copied", copied.looks_like, copied.read),  # tabs alone on their lines, so before all with tabs
    Layout("indented", indented.looks_like, indented.read),  # has tabs too, so before `tabbed`
    Layout("tabbed", tabbed.looks_like, tabbed.read),  # a tab never occurs by chance
    Layout("piped", piped.looks_like, piped.read),  # some breadcrumbs have a pipe or two
    Layout("deduplicated", deduplicated.looks_like, deduplicated.read),  # what is left of `stacked`
    Layout("aligned", aligned.looks_like, aligned.read),  # `worded`, with labels broken over lines
    Layout("worded", worded.looks_like, worded.read),  # labels and figures on one line, no other mark
    Layout("stacked", stacked.looks_like, stacked.read),  # only figures on their own lines tell it
    Layout("prose", prose.looks_like, prose.read),  # always fits
)


def read_lines(lines: Sequence[str], plain: Callable[[str], str] = str) -> tuple[DocumentBlock, ...]:
    """Return the blocks of a text: its drawn tables, its rows written out, and the rest in its layout.

    `plain` takes marks out of a line; a drawing needs them.
    """
    drawn = take_drawn(lines)
    spelled = take_spelled(list(map(plain, drawn.rest)))
    return in_order((*drawn.grids, *spelled.grids), _in_layouts(spelled.rest))


def _in_layouts(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return the blocks of lines: all of them in one layout, but for sections that are set in another.

    A clerk pastes each table from where it was made: pipes in section 二, a cell on each line in section 三.
    """
    lines = ["" if _RULE.fullmatch(line) else line for line in lines]
    whole = layout_of(lines)
    blocks: list[DocumentBlock] = []
    for layout, run in groupby(_sections(lines), key=lambda section: _layout_in(lines, section, whole)):
        sections = list(run)
        start, end = sections[0].start, sections[-1].stop
        mine = [*[""] * start, *lines[start:end]]  # every block keeps its place
        found = layout.read(mine)
        blocks += with_blank_cells(found, mine) if layout.name in _IN_COLUMNS else found
    return tuple(blocks)


def layout_of(lines: Sequence[str]) -> Layout:
    """Return the first layout that the lines look like; prose always fits."""
    return next(layout for layout in LAYOUTS if layout.looks_like(lines))


def layout_of_tables(lines: Sequence[str]) -> Layout:
    """Return the layout of lines that hold tables, or 表四 alone, which has too few rows for most layouts."""
    own = layout_of(lines)
    small = _of_small_table(lines) if own.name == "prose" else ""
    return next((layout for layout in LAYOUTS if layout.name == small), own)


def _layout_in(lines: Sequence[str], section: range, whole: Layout) -> Layout:
    """Return the layout of a section: that of the whole unless nothing in it looks so, and it has its own."""
    mine = lines[section.start : section.stop]
    if whole.name == "deduplicated" or (whole.name != "prose" and whole.looks_like(mine)):
        return whole
    own = layout_of_tables(mine) if mine and begins_section(mine[0]) else layout_of(mine)
    if own.name in _OF_ALL or (whole.name, own.name) == ("aligned", "worded"):
        return whole
    blank = whole.name == "indented" and any("\t" in line for line in mine)  # most of its cells are empty
    return whole if blank else own


def _of_small_table(lines: Sequence[str]) -> str:
    """Return the name of the layout of a section that holds nothing but 表四, or nothing: it has few rows."""
    if sum("|" in line for line in lines) > 1:
        return "piped"
    ends = [line for line in lines if _FIGURES_AT_END.search(line)]  # most sections are prose
    runs = (run for line in ends for run in runs_of(line, 1, 1))
    figures = [(bool(run.label), len(run.figures)) for run in runs if isinstance(run, Run)]
    labelled = sum((label and count >= _FEWEST_ROWS) or count >= _OF_A_KIND for label, count in figures)
    wide = any(count >= _FEWEST_IN_ONE_ROW for _, count in figures)
    return "worded" if wide or labelled >= _FEWEST_ROWS else ""


_RULE = re.compile(r"\s*-{4,}(?:\s+-{4,})+\s*")  # above and below the rows of a table of pandoc's
_FIGURES_AT_END = re.compile(r"\d\s+\d+\s+\d+\s*$")
_FEWEST_ROWS = 3  # of three figures, or three of five
_OF_A_KIND = 5  # figures in a small table of one kind of dispute, which has its name above it
_FEWEST_IN_ONE_ROW = 12  # of the fifteen that it has where all stand in one row
_IN_COLUMNS = ("aligned", "worded")
_OF_ALL = ("deduplicated", "prose")


def _sections(lines: Sequence[str]) -> list[range]:
    starts = [number for number, line in enumerate(lines) if number and begins_section(line)]
    return [range(start, end) for start, end in pairwise([0, *starts, len(lines)])]
