"""Web pages as portals publish them: the report's element, its lines and its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from nianbao.errors import SourceError
from nianbao.read import preflight
from nianbao.read.document import Document, DocumentBlock, Grid
from nianbao.read.layouts.drawn import take_drawn
from nianbao.read.layouts.piped import RULE
from nianbao.read.markup import printed_blocks
from nianbao.read.portal import MARKERS, cover_lines, report_element, without_furniture
from nianbao.read.rendition import rendition
from nianbao.read.script import in_simplified_script
from nianbao.read.text import IN_PIPES, SUBJECT, decode, open_end, plain_line, without_tags

MEDIA_TYPE = "text/html"

_GARBLED = "\N{REPLACEMENT CHARACTER}"
# Where portals put a report that is not on the page itself.
_ELSEWHERE = (
    "iframe, embed, object, canvas, a[href$='.pdf'], a[href$='.PDF'], a[href$='.doc'], a[href$='.docx'],"
    " a[href$='.wps'], a[href$='.zip'], a[href$='.rar']"
)
_SHORTEST_REPORT = 300  # characters; titles, dates and the names of attachments stay below


def read_html(data: bytes, name: str) -> Document:
    """Return the document of a page; `text` is its readable text, to which every `Place` refers.

    Raises `SourceError` for a page over the limits, one whose report is garbled, and one without a report.
    """
    return read_markup(_decode(data, name), name, MEDIA_TYPE)


def read_markup(source: str, name: str, media_type: str) -> Document:
    """Return the document in the HTML `source`."""
    from selectolax.lexbor import LexborHTMLParser

    preflight.check_markup(source, name)
    source, steps = in_simplified_script(source)
    tree = LexborHTMLParser(source)
    body = tree.body
    if body is None:
        raise SourceError(name, "网页没有内容")
    element = report_element(body)
    blocks, mine = printed_blocks(body, element)
    before, report = blocks[: mine.start], blocks[mine.start : mine.stop]
    report, furniture = without_furniture(report)
    text, placed = rendition([*cover_lines(tree, before, report, furniture), *report])
    squeezed = "".join(text.split())
    if _is_empty(squeezed, placed) and (tree.css_first(_ELSEWHERE) or element.css_first("img")):
        raise SourceError(name, "网页里没有报告的正文，只有附件、嵌入的 PDF 或图片；请下载附件作为原件")
    if SUBJECT not in squeezed:
        raise SourceError(name, f"文中没有“{SUBJECT}”一词，不像政府信息公开工作年度报告")
    if _GARBLED in text:
        raise SourceError(name, "正文中有无法辨认的编码，请重新保存网页（UTF-8 或 GB18030）")
    return Document(name, media_type, text, placed, (*open_end(source), *steps))


def _is_empty(squeezed: str, placed: tuple[DocumentBlock, ...]) -> bool:
    """Return whether a page shows no report, which it may offer as a file or as pictures."""
    told = len(squeezed) > _SHORTEST_REPORT or any(marker in squeezed for marker in MARKERS)
    return not told and not any(isinstance(block, Grid) for block in placed)


def _decode(data: bytes, name: str) -> str:
    """Return the text of a page, by the encoding in which it is about this subject.

    Portals cut the page's description in the middle of a character, and saved pages end in one: bytes
    that fit no encoding stay as a mark, which may stand in the furniture but not in the report.
    """
    try:
        text = decode(data, name)
        if SUBJECT in text:
            return text
    except SourceError:
        if b"\0" in data or not data.strip():
            raise
        text = ""
    loose = (data.decode(codec, "replace").rstrip(_GARBLED) for codec in ("utf-8", "gb18030"))
    return next((each for each in loose if SUBJECT in each), text or decode(data, name))


def read_text_with_tables(data: bytes, name: str) -> Document:
    """Return the document in a text (often Markdown) whose tables are marked up as HTML."""
    return read_markup("".join(_pages(decode(data, name))), name, "text/plain")


def _pages(text: str) -> Iterator[str]:
    """Yield the tables as they are, and the lines between them as paragraphs."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    start = 0
    while 0 <= (table := lower.find("<table", start)) < (end := lower.find("</table>", table)):
        yield _paragraphs(text[start:table])
        start = end + len("</table>")
        yield text[table:start]
    yield _paragraphs(text[start:])


def _paragraphs(text: str) -> str:
    """Return lines as paragraphs, and the tables among them that are drawn or printed in pipes as markup."""
    drawn = take_drawn(text.splitlines())
    parts = {grid.rows[0][0].at.line: [_table(grid)] for grid in drawn.grids}
    rows: list[str] = []
    for number, line in enumerate((*drawn.rest, ""), 1):
        piped = IN_PIPES.fullmatch(plain_line(line))
        if piped:
            rows.append("" if RULE.fullmatch(line) else _table_row(piped[1].split("|")))
        elif rows:
            parts.setdefault(number - 1, []).append(f"<table>{''.join(rows)}</table>")
            rows = []
        if without_tags(line).strip() and not piped:
            parts.setdefault(number, []).append(f"<p>{escape(line)}</p>")
    return "".join("".join(parts[number]) for number in sorted(parts))


def _table(grid: Grid) -> str:
    return f"<table>{''.join(_table_row([cell.text for cell in row]) for row in grid.rows)}</table>"


def _table_row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell.strip())}</td>' for cell in cells)}</tr>"
