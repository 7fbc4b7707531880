"""PDF with a text layer: what can be read at all, and the document that its pages make.

The text of the document is the text of all pages, a line for each paragraph and each table row (cells
separated by tabs). A `Place` gives the page and the line in that text, counted through all pages, so that
the original can be shown as numbered lines; its column counts the characters of the line.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from nianbao.errors import SourceError
from nianbao.read.document import Document
from nianbao.read.pdf_page import ReadPage, read_page
from nianbao.read.pdf_sheet import sheet_of
from nianbao.read.pdf_witness import Witness

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

MEDIA_TYPE = "application/pdf"

_MOST_PAGES = 300  # the longest reports have some 60
_UNDECODED = 0.1  # of the characters: a font without names for its glyphs, not a rare sign
_SUBJECT = "政府信息公开"


def read_pdf(data: bytes, name: str) -> Document:
    """Return the document in a PDF.

    Raises `SourceError` for a scan without text, an encrypted, broken, empty or overlong file, and for
    one that is not about this subject. Nothing is guessed from pictures.
    """
    with _opened(data, name) as pdf, _reading(name):
        pages = _read_pages(pdf, data, name)
    _require_text(pages, name)
    sheet = sheet_of(pages)
    if _SUBJECT not in "".join(sheet.text.split()):
        if any(page.scanned for page in pages):
            raise SourceError(name, "需要 OCR：多数页面是扫描图片，没有文字层")
        raise SourceError(name, f"文中没有“{_SUBJECT}”一词，不像政府信息公开工作年度报告")
    return Document(name, MEDIA_TYPE, sheet.text, sheet.blocks, sheet.steps)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[PDF]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    from nianbao.read.pdf_fonts import Fonts

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports every oddity of a font
    with ExitStack() as stack:
        try:
            pdf = stack.enter_context(pdfplumber.open(io.BytesIO(data)))
            pdf.rsrcmgr = Fonts()
        except Exception as error:  # whatever a hostile file makes the library raise
            causes = (error, *error.args, error.__cause__)
            if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
                raise SourceError(name, "PDF 设有打开密码，请提供没有密码的原件") from error
            raise SourceError(name, "PDF 已损坏或不完整，无法打开；请重新下载，或从原文件重新导出") from error
        yield pdf


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turn whatever a hostile page makes the libraries raise into an error of this file."""
    try:
        yield
    except SourceError:
        raise
    except Exception as error:
        raise SourceError(name, "PDF 已损坏或不完整，无法读取；请重新下载，或从原文件重新导出") from error


def _read_pages(pdf: PDF, data: bytes, name: str) -> list[ReadPage]:
    from pdfminer.pdfpage import PDFPage

    from nianbao.read.pdf_content import TooMuchError
    from nianbao.read.pdf_objects import PrintedPage

    pages: list[ReadPage] = []
    with Witness(data) as witness:
        if not 0 < witness.pages <= _MOST_PAGES:
            raise SourceError(name, f"PDF 有 {witness.pages} 页，应在 1 至 {_MOST_PAGES} 页之间")
        for index, each in enumerate(islice(PDFPage.create_pages(pdf.doc), witness.pages)):
            try:
                page = PrintedPage(pdf, each, index + 1)
            except TooMuchError as error:
                why = (
                    f"PDF 第 {index + 1} 页的图形和文字多得不像一页报告，超过上限；请确认文件，或重新导出 PDF"
                )
                raise SourceError(name, why) from error
            pages.append(read_page(page, witness.page(index, _height(page)), name))
    return pages


def _height(page: Page) -> float:
    _, bottom, _, top = page.mediabox
    return float(top - bottom)


def _require_text(pages: Sequence[ReadPage], name: str) -> None:
    glyphs = sum(page.glyphs for page in pages if not page.scanned)
    if sum(page.undecoded for page in pages) > _UNDECODED * max(glyphs, 1):
        raise SourceError(name, "需要 OCR：PDF 的字体没有字符对照表，文字无法识别")
    if not glyphs and any(page.scanned for page in pages):
        raise SourceError(name, "需要 OCR：扫描件没有文字层")
    if not glyphs:
        raise SourceError(name, "PDF 里没有文字；如果页面上看得见字，需要 OCR")
