"""The quick lexer reads a page just as pdfminer does."""

import io

import pdfplumber
import pytest
from pdfminer.pdfpage import PDFPage

from nianbao.read.pdf_lines import glyph_text
from nianbao.read.pdf_objects import PrintedPage
from pdf_forms import random_figures
from pdf_printer import reportlab_pdf
from pdf_raw import page_of

FONT = b"/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
BEGIN = b"BT /F 12 Tf 50 700 Td "
CONTENTS = (
    BEGIN + b"(12) Tj ET",
    BEGIN + b"[(1)-20.5(2) -.5(3)]TJ ET",
    BEGIN + b"<31 3233>Tj ET",
    BEGIN + rb"(1\(2\)\\3\0614) Tj ET",
    BEGIN + b"(1(2)3) Tj ET",  # from here on syntax that the quick lexer leaves to pdfminer
    BEGIN + b"(12) Tj % a comment (34) Tj\nET",
    BEGIN + b"<313> Tj ET",
    BEGIN + b"(1\\\n2) Tj (3\r4) ' ET",
    BEGIN + b"/Span <</MCID 0 /A [1 2]>> BDC (12) Tj EMC T* 14 TL (3) ' 1 2 (4) \" ET",
    b"q 1 0 0 1 5 5 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q " + BEGIN + b"(12) Tj ET",
    BEGIN + b"(12) Tj ET ] 5 (unfinished",
)


def printed(data: bytes) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the characters of all pages with their ends, as we read them and as pdfplumber does."""
    ours, theirs = [], []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(PDFPage.create_pages(pdf.doc), 1):
            ours += [(each.text, each.x0, each.x1) for each in PrintedPage(pdf, page, number).glyphs]
        for page in pdf.pages:
            theirs += [(glyph_text(each["text"]), each["x0"], each["x1"]) for each in page.chars]
    return ours, theirs


@pytest.mark.parametrize("content", CONTENTS)
def test_a_page_in_any_syntax_is_read_as_pdfminer_reads_it(content: bytes) -> None:
    ours, theirs = printed(page_of(content, FONT))
    assert ours
    assert ours == theirs


@pytest.mark.parametrize("ruled", [True, False])
def test_a_report_is_read_as_pdfminer_reads_it(ruled: bool) -> None:
    ours, theirs = printed(reportlab_pdf("2021-30", random_figures("2021-30", 4), ruled=ruled))
    assert len(ours) > 1000
    assert ours == theirs


def test_a_rule_that_is_askew_by_what_arithmetic_rounds_off_is_upright_or_level() -> None:
    content = b"50 100 m 400 100.0000001 l S 50 100 m 50.0000001 700 l S"
    with pdfplumber.open(io.BytesIO(page_of(content))) as pdf:
        page = PrintedPage(pdf, next(PDFPage.create_pages(pdf.doc)), 1)
        level, upright = page.horizontal_edges, page.vertical_edges
    assert [(50, 400)] == [(each["x0"], each["x1"]) for each in level]
    assert [(142, 742)] == [(round(each["top"]), round(each["bottom"])) for each in upright]
