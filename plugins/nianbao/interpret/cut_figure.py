"""The last figure of a file that ends right behind it: 12 may be the beginning of 128."""

from __future__ import annotations

from collections.abc import Sequence

from nianbao.interpret.lines import Item
from nianbao.read import Document, GridCell, Step
from nianbao.read.layouts.shape import is_value

_TABLE_SECTIONS = (2, 3, 4)
_OPEN = "…"  # behind a figure that may go on: what it prints is no number
_NO_DIGITS = "??"  # and cannot be cut into figures either


def doubt_cut_figure(items: tuple[Item, ...], document: Document) -> tuple[Item, ...]:
    """Return the items, the last figure marked where the file ends inside the sections of tables."""
    last = items[-1] if items else None
    if last is None or last.section not in _TABLE_SECTIONS or not _ends_open(document.steps):
        return items
    cell = max((index for index, cell in enumerate(last.row) if cell.text), default=-1)
    if cell < 0 or not is_value(last.row[cell].text):
        return items
    text, at, printed = last.row[cell]
    marked = GridCell(f"{text}{_NO_DIGITS}", at, f"{printed}{_OPEN}")
    return (*items[:-1], last._replace(row=(*last.row[:cell], marked, *last.row[cell + 1 :])))


def _ends_open(steps: Sequence[Step]) -> bool:
    return any(step.name == "open_end" for step in steps)
