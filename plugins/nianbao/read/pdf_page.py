"""One page of a PDF → its tables with their texts, the lines outside them, and whether it is a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nianbao.errors import SourceError
from nianbao.read.pdf_cells import confirmed, rows_of
from nianbao.read.pdf_gaps import without_gaps
from nianbao.read.pdf_lines import lines_of
from nianbao.read.pdf_prose import PdfPage
from nianbao.read.pdf_tables import find_tables
from nianbao.read.pdf_witness import PageWitness

if TYPE_CHECKING:
    from nianbao.read.pdf_objects import PrintedPage

_MOST_GLYPHS = 40_000  # a page of 8 pt type holds some 6,000 characters
_FEWEST_GLYPHS = 20  # fewer are the page number or the stamp on a scan
_PICTURE = 0.5  # of the page's area


class ReadPage(NamedTuple):
    """A page, the texts of its tables (rows × columns each), and what kind of text it has.

    `scanned` says that the page is a picture without text, or with text that an OCR program has laid
    over it; `glyphs` counts the visible characters, `undecoded` those whose font does not tell them.
    """

    page: PdfPage
    tables: tuple[list[list[str]], ...]
    scanned: bool
    glyphs: int
    undecoded: int


def read_page(page: PrintedPage, witness: PageWitness | None, name: str) -> ReadPage:
    """Return what is printed on a page. Raises `SourceError` where it holds more than any page can."""
    if len(page.glyphs) > _MOST_GLYPHS:
        raise SourceError(name, f"PDF 第 {page.page_number} 页有 {len(page.glyphs)} 个字符，超过上限")
    glyphs = [glyph for glyph in page.glyphs if glyph.text.strip()]
    scanned = _is_picture(page) and len(glyphs) < max(_FEWEST_GLYPHS, page.hidden)
    found, rest = ((), []) if scanned else find_tables(page, glyphs)
    tables = tuple(map(without_gaps, found))
    return ReadPage(
        page=PdfPage(
            page.page_number,
            float(page.width),
            float(page.height),
            tables,
            tuple(confirmed(line, witness) for line in lines_of(rest)),
        ),
        tables=tuple(rows_of(table, witness) for table in tables),
        scanned=scanned,
        glyphs=len(glyphs),
        undecoded=sum("\ufffd" in glyph.text for glyph in glyphs),
    )


def _is_picture(page: PrintedPage) -> bool:
    """Return whether pictures cover most of the page; a scanner may cut a page into strips."""
    area = sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)
    return bool(area >= _PICTURE * page.width * page.height)
