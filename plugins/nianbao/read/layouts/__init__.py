"""The ways in which a table was flattened to text, one module each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from nianbao.read.document import DocumentBlock
from nianbao.read.layouts import aligned, deduplicated, indented, piped, prose, stacked, tabbed, worded


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
