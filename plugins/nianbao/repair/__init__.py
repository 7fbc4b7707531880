"""Repairs that change no number; of the forms they know only the section titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import is_
from typing import TypeAlias

from nianbao.cells import Place
from nianbao.read.document import Document, DocumentBlock, GridRow, Line, Step
from nianbao.repair.figures import plain_figures, without_units
from nianbao.repair.grids import (
    close_spaced_labels,
    drop_repeated_headers,
    join_split_grids,
    narrow_digits,
)
from nianbao.repair.lines import (
    close_spaced_words,
    drop_markdown_residue,
    drop_page_marks,
    join_cut_paragraphs,
    split_joined_sections,
)
from nianbao.repair.wrapped import join_wrapped_lines

__all__ = ["PASSES", "Pass", "run"]

Pass: TypeAlias = Callable[[tuple[DocumentBlock, ...]], tuple[DocumentBlock, ...]]

PASSES: tuple[Pass, ...] = (
    drop_page_marks,  # first: a page number between two halves keeps them apart
    drop_markdown_residue,  # before anything looks at how a line begins or ends
    split_joined_sections,  # before a heading could be joined to a paragraph
    close_spaced_words,
    narrow_digits,
    plain_figures,  # behind them: full-width digits too
    without_units,
    close_spaced_labels,  # before headers are compared with each other
    join_split_grids,
    drop_repeated_headers,  # needs the page breaks that the join has found
    join_wrapped_lines,
    join_cut_paragraphs,  # last: every line that could stand between is gone or clean
)


def run(document: Document, passes: tuple[Pass, ...] = PASSES) -> Document:
    """Return the repaired document; each change is a `Step` named after its pass."""
    for each in passes:
        blocks = each(document.blocks)
        steps = tuple(_steps(each.__name__, document.blocks, blocks))
        document = replace(document, blocks=blocks, steps=document.steps + steps)
    return document


def _steps(name: str, before: tuple[DocumentBlock, ...], after: tuple[DocumentBlock, ...]) -> Iterator[Step]:
    """Compare by place, not by position: a pass may drop or join."""
    if len(before) == len(after) and all(map(is_, before, after)):
        return
    untouched = set(map(id, _parts(before))).intersection(map(id, _parts(after)))
    kept = dict(_texts(part for part in _parts(after) if id(part) not in untouched))
    for at, text in _texts(part for part in _parts(before) if id(part) not in untouched):
        if kept.get(at) != text:
            yield Step(name, at, text, kept.get(at))
    yield from _joins(name, before, after)


def _joins(name: str, before: tuple[DocumentBlock, ...], after: tuple[DocumentBlock, ...]) -> Iterator[Step]:
    old = {place for block in before if not isinstance(block, Line) for place in _breaks(block)}
    for block in after:
        if not isinstance(block, Line):
            for place in _breaks(block):
                if place not in old and name == join_split_grids.__name__:
                    yield Step(name, place, "", "")


def _breaks(block: DocumentBlock) -> Iterator[Place]:
    if not isinstance(block, Line):
        yield from (block.rows[index][0].at for index in block.breaks)


def _parts(blocks: Iterable[DocumentBlock]) -> Iterator[Line | GridRow]:
    for block in blocks:
        yield from [block] if isinstance(block, Line) else block.rows


def _texts(parts: Iterable[Line | GridRow]) -> Iterator[tuple[Place, str]]:
    for part in parts:
        yield from ((each.at, each.text) for each in ([part] if isinstance(part, Line) else part))
