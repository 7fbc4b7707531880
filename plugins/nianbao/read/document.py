"""A document as every reader gives it: blocks in printed order, each line and cell with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.cells import Place

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
"""Characters without width, which portals put inside words and figures."""


class GridCell(NamedTuple):
    """A cell of a printed table. `text` may be repaired, `printed` never is; both without outer blanks."""

    text: str
    at: Place
    printed: str


GridRow = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line or paragraph, without outer blanks."""

    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Grid:
    """A printed table: rows of cells, not necessarily of one width, empty cells included.

    `breaks` are the indices of the rows that begin a new page; `rowless` says that the layout does not
    print where a row ends, so that empty cells may have vanished; `exact` says that merged cells are
    expanded, so that in rows of one length the same index is the same printed column; `glued` says that
    the figures of a row are printed without gaps, `deduplicated` that lines printed before were left out.
    `placed` are the indices of rows with a cell for each column, as their place on the page tells.
    """

    rows: tuple[GridRow, ...]
    breaks: tuple[int, ...] = ()
    rowless: bool = False
    exact: bool = False
    glued: bool = False
    deduplicated: bool = False
    placed: frozenset[int] = frozenset()

    def fragments(self) -> Iterator[tuple[int, GridRow]]:
        """Yield every row with the number of the page fragment it stands in, counted from 0."""
        fragment = 0
        for index, row in enumerate(self.rows):
            fragment += index in self.breaks
            yield fragment, row


DocumentBlock = Line | Grid


class Step(NamedTuple):
    """What a repair did at one place; `after` is None where the line was dropped."""

    name: str
    at: Place
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A raw file as text. `text` is the decoded original to which every `Place` refers."""

    name: str
    media_type: str
    text: str
    blocks: tuple[DocumentBlock, ...]
    steps: tuple[Step, ...] = ()


def as_one(parts: Iterable[str]) -> str:
    """Return the lines of a cell as one text: a blank stays between parts that are not both words.

    >>> as_one(["商业", "企业"]), as_one(["1", "2"])
    ('商业企业', '1 2')
    """
    text = ""
    for part in filter(None, parts):
        words = text and _HAN.match(text[-1]) and _HAN.match(part)
        text += part if words or not text else f" {part}"
    return text


_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff0f\uff1a-\uff5e“”（）]")


def cell_at(printed: str, line: int, column: int) -> GridCell:
    """Return the cell that starts at `line`, `column`, placed at its first visible character.

    >>> cell_at("  0 ", 7, 3)
    GridCell(text='0', at=Place(line=7, column=5, page=0), printed='0')
    """
    text, lead = _visible(printed)
    return GridCell(text, Place(line, column + lead), text)


def line_at(printed: str, line: int, column: int = 1) -> Line:
    """Return the line of prose that starts at `line`, `column`, placed at its first visible character."""
    text, lead = _visible(printed)
    return Line(text, Place(line, column + lead))


def _visible(printed: str) -> tuple[str, int]:
    """Return the text without outer blanks, and how many stood before it; control characters are blanks."""
    if printed.isprintable() and " " not in printed:  # most cells: other blanks are no printable characters
        return printed, 0
    text = printed if printed.isprintable() else _CONTROL.sub(" ", printed)
    visible = text.strip()
    return visible, text.index(visible) if visible else 0


def in_order(grids: Sequence[Grid], rest: Iterable[DocumentBlock]) -> tuple[DocumentBlock, ...]:
    """Return tables and what was read around them, from top to bottom."""
    return tuple(sorted((*grids, *rest), key=_first_line)) if grids else tuple(rest)


def _first_line(block: DocumentBlock) -> int:
    places = (block.at,) if isinstance(block, Line) else (cell.at for row in block.rows for cell in row)
    return next((place.line for place in places), 0)
