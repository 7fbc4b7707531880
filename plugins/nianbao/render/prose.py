"""Headings and paragraphs of a report as HTML; everything in them is escaped, nothing is markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from nianbao.model import Block, Heading, Paragraph, TableSlot
from nianbao.render.findings import Span
from nianbao.render.marked import marked_text, said_below

_UNMARKED: Mapping[int, tuple[Span, ...]] = MappingProxyType({})


class Fragment(NamedTuple):
    """A piece of a section: escaped HTML, or the table (`table` is its id) that stands in its place."""

    html: str = ""
    table: str = ""


class SubHeading(NamedTuple):
    """A sub-heading for the table of contents."""

    id: str
    text: str


def fragments(
    blocks: Iterable[Block], section: str, spans: Mapping[int, tuple[Span, ...]] = _UNMARKED
) -> tuple[tuple[Fragment, ...], tuple[SubHeading, ...]]:
    """Return the pieces of a section in order, and its sub-headings of the first rank.

    `section` is the id of the section (`s1`); sub-headings get `s1-1`, `s1-2` … in reading order. The
    rank of a heading never jumps by more than one, so that a screen reader's outline has no holes. `spans`
    are the marked words of each block, by its number; what was found on a block is told below it.
    """
    pieces: list[Fragment] = []
    headings: list[SubHeading] = []
    level = 2
    count = 0
    for index, block in enumerate(blocks):
        marked = spans.get(index, ())
        match block:
            case Heading():
                count += 1
                level = min(block.level, level + 1)
                anchor = f"{section}-{count}"
                if level == 3:
                    headings.append(SubHeading(anchor, block.text))
                text = f'<h{level} id="{anchor}">{marked_text(block.text, marked)}</h{level}>'
                pieces.append(Fragment(text + said_below(marked)))
            case Paragraph():
                text = f"<p>{marked_text(block.text, marked)}</p>"
                pieces.append(Fragment(text + said_below(marked)))
            case TableSlot():
                pieces.append(Fragment(table=block.table))
    return tuple(pieces), tuple(headings)
