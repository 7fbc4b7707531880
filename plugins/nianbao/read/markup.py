"""A tree of HTML elements → the lines and tables that a browser would show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.shape import is_value
from nianbao.read.rendition import Printed, PrintedTable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TITLES = frozenset(("h1", "h2", "h3"))
# A cell with more text than any label and its definition holds a column of the page, not a figure.
_LONGEST_CELL = 300
_FIGURES_OF_A_TABLE = 6
_LONGEST_FIGURE = 40
_LEADING = re.compile(r"\s*(\d{1,5})")
_MOST_TABLES = 40  # nested in each other; seen: 4

Content = tuple[list[Printed], range]


def printed_blocks(root: LexborNode, content: LexborNode) -> Content:
    """Return the lines and tables in `root` down to the end of the element `content`, and which are in it."""
    writer = _Writer(content.mem_id)
    _walk(root, writer, 0)
    writer.end_line()
    return writer.blocks, range(writer.first, len(writer.blocks) if writer.last < 0 else writer.last)


class _Cell(NamedTuple):
    """What the markup of a cell tells."""

    span: Span
    figure: bool
    nests: bool  # cells of its own
    long: bool  # text of an article's length


Cells = list[tuple["LexborNode", _Cell]]  # of one row

_known: dict[str, _Cell | None] = {}  # by markup: most cells are alike, from report to report too
_MOST_KNOWN = 16384
_LONGEST_KNOWN = 1000  # characters


class _Writer:
    """Collects lines and tables; `first` and `last` are the indices between which the content stands."""

    def __init__(self, content: int) -> None:
        self.blocks: list[Printed] = []
        self.content, self.first, self.last = content, 0, -1
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
    """Write what is below `root`, with a stack of its own: pages nest deeper than Python may.

    Nothing is asked of what stands behind the report, often most of a portal's page.
    """
    todo: list[LexborNode | str] = [root]
    while todo and writer.last < 0:
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
    if not is_styled(node.attributes, UNSHOWN):
        return False
    text = node.text().lstrip() if node.tag in ("div", "section", "article", "main", "ul") else ""
    return len(text) <= _LONGEST_CELL and not begins_section(text)


def _table(table: LexborNode, writer: _Writer, tables: int) -> None:
    """Write a table: rows of figures as a table, rows that hold columns of the page cell by cell."""
    rows = [_cells(row) for row in _rows(table)]
    figures = sum(cell.figure for row in rows for _, cell in row)
    spans: list[list[Span]] = []
    for caption in table.css("caption"):
        if caption.parent and caption.parent.mem_id == table.mem_id:
            writer.add(tidy(caption.text()))
    for row in rows:
        # A cell with tables or an article in it is part of the page's layout.
        if not any(cell.nests or (cell.long and figures < _FIGURES_OF_A_TABLE) for _, cell in row):
            spans.append([cell.span for _, cell in row])
            continue
        _end_rows(spans, writer)
        for node, _ in row:
            _walk(node, writer, tables)
    _end_rows(spans, writer)


def _end_rows(spans: list[list[Span]], writer: _Writer) -> None:
    rows: PrintedTable = tuple(expand(spans))
    spans.clear()
    if any(len(row) > 1 for row in rows):
        writer.add(rows)
        return
    for row in rows:
        writer.add("".join(row))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for part in table.iter():
        if part.tag == "tr" and not is_styled(part.attributes, GONE):
            yield part
        elif part.tag in ("tbody", "thead", "tfoot") and not is_styled(part.attributes, GONE):
            yield from (row for row in part.iter() if row.tag == "tr" and not is_styled(row.attributes, GONE))


def _cells(row: LexborNode) -> Cells:
    return [(node, cell) for node in row.iter() if (cell := _cell(node))]


def _cell(node: LexborNode) -> _Cell | None:
    """Return what a cell's markup tells, or None where it is no cell or takes no place in its row."""
    markup = node.html or ""
    if len(markup) > _LONGEST_KNOWN:
        return _told(node)
    if markup not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[markup] = _told(node)
    return _known[markup]


def _told(node: LexborNode) -> _Cell | None:
    attributes = node.attributes
    if node.tag not in ("td", "th") or is_styled(attributes, GONE):
        return None
    markup, whole = node.inner_html or "", node.text()
    # Asked of the markup first: `css` takes long, and finds the cell itself.
    nests = "<table" in markup and sum(each.mem_id != node.mem_id for each in node.css("td, th")) > 1
    text = "" if nests or is_styled(attributes, UNSHOWN) else cell_text(node, markup)
    return _Cell(
        span=Span(text, _number(attributes.get("rowspan")), _number(attributes.get("colspan"))),
        figure=len(whole) < _LONGEST_FIGURE and is_value(whole.strip()),
        nests=nests,
        long=len(whole) > _LONGEST_CELL,
    )


def _number(text: str | None) -> int:
    found = _LEADING.match(text) if text else None
    return int(found.group(1)) if found else 1
