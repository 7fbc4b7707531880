"""A tree of HTML elements → the lines and tables that a browser would show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from nianbao.read.html_cells import (
    GONE,
    INLINE,
    INVISIBLE,
    UNSEEN,
    UNSHOWN,
    cell_text,
    children_of,
    is_styled,
    tidy,
)
from nianbao.read.html_tables import Span, expand
from nianbao.read.layouts.shape import is_value
from nianbao.read.rendition import Printed, PrintedTable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TITLES = frozenset(("h1", "h2", "h3"))
# A cell with more text than any label and its definition holds a column of the page, not a figure.
_LONGEST_CELL = 300
_FIGURES_OF_A_TABLE = 6
_LEADING = re.compile(r"\s*(\d{1,5})")
_MOST_TABLES = 40  # nested in each other; seen: 4

Content = tuple[list[Printed], range]


def printed_blocks(root: LexborNode, content: LexborNode) -> Content:
    """Return the lines and tables in `root`, and which of them stand in the element `content`."""
    writer = _Writer(content.mem_id)
    _walk(root, writer, 0)
    writer.end_line()
    return writer.blocks, range(writer.first, len(writer.blocks) if writer.last < 0 else writer.last)


class _Cell(NamedTuple):
    """A cell as marked up, with what is asked of it again and again."""

    node: LexborNode
    attributes: Mapping[str, str | None]
    markup: str  # inside the cell


class _Writer:
    """Collects lines and tables; `first` and `last` are the indices between which the content stands.

    `known` holds the texts of cells by what stands inside them: most are alike.
    """

    def __init__(self, content: int) -> None:
        self.blocks: list[Printed] = []
        self.content, self.first, self.last = content, 0, -1
        self.known: dict[str, str] = {}
        self._pieces: list[str] = []

    def text(self, text: str) -> None:
        self._pieces.append(text)

    def end_line(self) -> None:
        if self._pieces:
            self.add(tidy("".join(self._pieces)))
            self._pieces.clear()

    def add(self, block: Printed) -> None:
        if block:
            self.blocks.append(block)


def _walk(root: LexborNode, writer: _Writer, tables: int) -> None:
    """Write everything below `root`: with a stack of its own, since pages nest deeper than Python may."""
    todo: list[LexborNode | str] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            _end(node, writer)
        elif node.is_text_node:
            writer.text(node.text())
        elif node.is_element_node and not _dropped(node):
            todo.extend(_enter(node, writer, tables))


def _enter(node: LexborNode, writer: _Writer, tables: int) -> Iterable[LexborNode | str]:
    """Write what stands at the start of an element; return, last first, what is to be written of it."""
    tag = node.tag or ""
    if tag == "br":
        writer.end_line()
    if tag in INLINE or tag == "br":
        return children_of(node)
    writer.end_line()
    end = "line"
    if node.mem_id == writer.content:
        writer.first, end = len(writer.blocks), "content"
    if tag == "table" and tables < _MOST_TABLES:
        _table(node, writer, tables + 1)
        return (end,)
    if tag in _TITLES or (tag == "pre" and node.css_first("p, div, table, br") is None):
        lines = [tidy(node.text())] if tag in _TITLES else node.text().splitlines()
        for line in lines:
            writer.add(INVISIBLE.sub("", line).rstrip())
        return (end,)
    return (end, *children_of(node))


def _end(what: str, writer: _Writer) -> None:
    writer.end_line()
    if what == "content":
        writer.last = len(writer.blocks)


def _dropped(node: LexborNode) -> bool:
    if node.tag in UNSEEN:
        return True
    # A hidden box may be the other tab of the report; hidden text inside a line or a row is not.
    box = node.tag in ("div", "section", "article", "main", "ul")
    return is_styled(node.attributes, UNSHOWN) and not (box and len(node.text()) > _LONGEST_CELL)


def _table(table: LexborNode, writer: _Writer, tables: int) -> None:
    """Write a table: rows of figures as a table, rows that hold columns of the page cell by cell."""
    rows = [[cell for cell in _cells(row) if not is_styled(cell.attributes, GONE)] for row in _rows(table)]
    texts = (cell.node.text() for row in rows for cell in row)
    values = (text for text in texts if len(text) < 40 and is_value(text.strip()))
    figures = len(list(islice(values, _FIGURES_OF_A_TABLE)))
    spans: list[list[Span]] = []
    for caption in table.css("caption"):
        if caption.parent and caption.parent.mem_id == table.mem_id:
            writer.add(tidy(caption.text()))
    for row in rows:
        if not any(_holds_page(cell, figures) for cell in row):
            spans.append([_span(cell, writer.known) for cell in row])
            continue
        _end_rows(spans, writer)
        for cell in row:
            _walk(cell.node, writer, tables)
    _end_rows(spans, writer)


def _end_rows(spans: list[list[Span]], writer: _Writer) -> None:
    rows: PrintedTable = tuple(expand(spans))
    spans.clear()
    if any(len(row) > 1 for row in rows):
        writer.add(rows)
        return
    for row in rows:
        writer.add("".join(row))


def _holds_page(cell: _Cell, figures: int) -> bool:
    """Return whether a cell is part of the page's layout: it holds tables, or text of an article's length."""
    node = cell.node
    nested = "<table" in cell.markup  # asked first: `css` takes long, and finds the cell itself
    inner = [each for each in node.css("td, th") if each.mem_id != node.mem_id] if nested else []
    return len(inner) > 1 or (figures < _FIGURES_OF_A_TABLE and len(node.text()) > _LONGEST_CELL)


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for part in table.iter():
        if part.tag == "tr" and not is_styled(part.attributes, GONE):
            yield part
        elif part.tag in ("tbody", "thead", "tfoot") and not is_styled(part.attributes, GONE):
            yield from (row for row in part.iter() if row.tag == "tr" and not is_styled(row.attributes, GONE))


def _cells(row: LexborNode) -> Iterator[_Cell]:
    return (
        _Cell(node, node.attributes, node.inner_html or "") for node in row.iter() if node.tag in ("td", "th")
    )


def _span(cell: _Cell, known: dict[str, str]) -> Span:
    node, attributes, markup = cell
    text = "" if is_styled(attributes, UNSHOWN) else cell_text(node, markup, known)
    return Span(text, _number(attributes.get("rowspan")), _number(attributes.get("colspan")))


def _number(text: str | None) -> int:
    found = _LEADING.match(text) if text else None
    return int(found.group(1)) if found else 1
