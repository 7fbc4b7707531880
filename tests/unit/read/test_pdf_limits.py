"""PDFs that are made, or broken, so that a reader hangs: each is refused in words that say what to do."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from nianbao.errors import SourceError
from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.read import read
from pdf_forms import random_figures, wrong_or_lost
from pdf_printer import reportlab_pdf
from pdf_raw import page_of, stream

FIGURES = random_figures("2021-30", 1)
REPORT = reportlab_pdf("2021-30", FIGURES)


def form(number: int, last: int) -> bytes:
    """Return a form that prints the next one ten times."""
    extra = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    if number == last:
        return stream(b"0 0 m 9 9 l S\n", extra)
    names = b"/Resources <</XObject <</X %d 0 R>>>>" % (number + 1)
    return stream(b"/X Do\n" * 10, extra + names)


def many_pages(count: int) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for _ in range(count):
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as refused:
        read(data, "raw/a.pdf")
    assert refused.value.where == "raw/a.pdf"
    return refused.value.what


def test_a_book_is_refused_by_its_pages() -> None:
    assert "PDF 有 3000 页，应在 1 至 300 页之间" in refusal(many_pages(3000))


def test_a_page_of_a_million_lines_is_refused() -> None:
    assert "第 1 页的图形和文字多得不像一页报告" in refusal(page_of(b"10 10 m 90 90 l S\n" * 1_000_000))


def test_a_page_of_a_million_operators_in_another_syntax_is_refused() -> None:
    data = page_of(b"% a comment\n" + b"10 10 m 90 90 l S\n" * 1_000_000)
    assert "第 1 页的图形和文字多得不像一页报告" in refusal(data)


def test_a_form_that_prints_ten_forms_that_print_ten_forms_is_refused() -> None:
    forms = (form(number, 14) for number in range(5, 15))
    data = page_of(b"/X Do\n", b"/XObject <</X 5 0 R>>", *forms)
    assert "第 1 页的图形和文字多得不像一页报告" in refusal(data)


@pytest.mark.parametrize("nested", [b"[", b"<<", b"q ", b"("])
def test_a_page_that_is_nested_without_end_holds_no_text(nested: bytes) -> None:
    assert "PDF 里没有文字" in refusal(page_of(nested * 30_000))


def test_objects_nested_without_end_do_no_harm() -> None:
    nested = b"[" * 30_000 + b"]" * 30_000
    assert "PDF 里没有文字" in refusal(page_of(b"", b"/Font " + nested))


@pytest.mark.parametrize(
    "data",
    [
        REPORT.replace(b"startxref\n", b"startxref\n9"),
        REPORT[: REPORT.index(b"xref\n")] + REPORT[REPORT.index(b"trailer") :],
        REPORT.replace(b"%%EOF\n", b""),
    ],
)
def test_a_file_with_a_broken_table_of_objects_is_read_all_the_same(data: bytes) -> None:
    assert wrong_or_lost(FIGURES, interpret(read(data, "a.pdf"), FORMS).cells) == {}


def test_a_file_without_its_objects_is_told_to_be_fetched_again() -> None:
    lost = REPORT[: REPORT.index(b"xref\n")] + b"trailer\n<</Root 1 0 R>>\n"
    assert "PDF 已损坏或不完整" in refusal(lost)
    assert "请重新下载" in refusal(lost)
