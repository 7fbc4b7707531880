"""PDFs without rules, PDFs printed by a browser, and those that are refused."""

import io

import pytest
from playwright.sync_api import Browser
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from nianbao.errors import SourceError
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read
from pdf_forms import (
    LEAD,
    PROSE,
    TITLE,
    chromium_pdfs,
    html_of,
    random_figures,
    silently_wrong,
    wrong_or_lost,
)
from pdf_printer import WIDTHS, reportlab_pdf, scan_pdf

MOST_LOST = 0.02  # without rules, what a page end may have cut is left open
FIGURES = random_figures("2021-30", 1)


def reading_of(data: bytes) -> Reading:
    return interpret(read(data, "a.pdf"), FORMS)


@pytest.mark.parametrize("form", tuple(FORMS))
@pytest.mark.parametrize("lead", [0, 24])
def test_tables_without_rules_are_read_by_their_words(form: str, lead: float) -> None:
    figures = random_figures(form, int(lead))
    reading = reading_of(reportlab_pdf(form, figures, lead=lead, ruled=False))
    assert silently_wrong(figures, reading.cells) == set()
    assert len(wrong_or_lost(figures, reading.cells)) <= MOST_LOST * len(figures)


@pytest.mark.parametrize("form", tuple(FORMS))
def test_nothing_is_guessed_where_neither_rules_nor_all_figures_are_printed(form: str) -> None:
    figures = random_figures(form, 2)
    printed = figures | dict.fromkeys(list(figures)[::5], "")
    reading = reading_of(reportlab_pdf(form, printed, ruled=False))
    assert silently_wrong(printed, reading.cells) == set()
    assert all(cell.why for cell in reading.cells.values() if not cell.known)


@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize("lead", [0, 13, 26, 39])
def test_a_figure_wrapped_in_a_narrow_column_without_rules_is_not_read_as_its_half(
    lead: float, middle: bool
) -> None:
    figures = random_figures("2019-60", int(lead), 2_000_000)
    widths = {**WIDTHS, 3: (8, 18, 81, *(9,) * 7)}
    data = reportlab_pdf("2019-60", figures, lead=lead, middle=middle, ruled=False, widths=widths)
    cells = reading_of(data).cells
    assert silently_wrong(figures, cells) == set()
    assert any(cell.known and cell.value for cell in cells.values())


def test_what_a_browser_prints_with_rules_is_read(browser: Browser) -> None:
    styles = (
        {},
        {"style": "body{font-size:18px} td{font-size:11px}"},
        {"style": "td{padding:9px 4px;text-align:center}"},
        {"rules": "1px dashed #999"},
        {"rules": "2px dotted black"},
        {"rules": "5px solid black"},
        {"style": "table{border-collapse:separate;border-spacing:8px}"},
        {"rules": "0; background: #eee; background-clip: padding-box; border: 1px solid transparent"},
        {"style": "td[rowspan='21'],td[rowspan='22']{writing-mode:vertical-rl}"},
        {"style": "body{border:2px solid black;padding:10px}"},
    )
    for style, data in zip(
        styles, chromium_pdfs(browser, [html_of("2021-30", FIGURES, **each) for each in styles]), strict=True
    ):
        assert (style, wrong_or_lost(FIGURES, reading_of(data).cells)) == (style, {})


def test_what_a_browser_prints_without_columns_of_rules_is_read_by_its_words(browser: Browser) -> None:
    styles = ("0", "0;border-bottom:1px solid black")
    for data in chromium_pdfs(browser, [html_of("2021-30", FIGURES, rules=rules) for rules in styles]):
        cells = reading_of(data).cells
        assert silently_wrong(FIGURES, cells) == set()
        assert len(wrong_or_lost(FIGURES, cells)) <= MOST_LOST * len(FIGURES)


def test_radicals_that_stand_for_characters_are_read_as_these(browser: Browser) -> None:
    [data] = chromium_pdfs(browser, [html_of("2021-30", FIGURES)])
    reading = reading_of(data)
    assert reading.title == TITLE
    assert "一年来，本机关围绕中心工作" in read(data, "a.pdf").text
    assert read(data, "a.pdf").text.split("\n").count(PROSE) == 9


def blank_pdf(pages: int) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for _ in range(pages):
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def other_pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawString(60, 700, "Annual report of a company, with some words in it")
    canvas.save()
    return file.getvalue()


REPORT = reportlab_pdf("2021-30", FIGURES)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (scan_pdf(), "需要 OCR：扫描件没有文字层"),
        (scan_pdf(f"{TITLE}\n{LEAD}"), "需要 OCR：扫描件没有文字层"),
        (reportlab_pdf("2021-30", FIGURES, password="geheim"), "PDF 设有打开密码，请提供没有密码的原件"),
        (REPORT[: len(REPORT) // 2], "PDF 已损坏或不完整"),
        (b"%PDF-1.7\n", "PDF 已损坏或不完整"),
        (blank_pdf(1), "PDF 里没有文字"),
        (blank_pdf(301), "PDF 有 301 页"),
        (other_pdf(), "政府信息公开"),
    ],
)
def test_what_holds_no_readable_report_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(data, "raw/a.pdf")
    assert (refused.value.where, reason in refused.value.what) == ("raw/a.pdf", True)


def test_a_scanned_page_among_others_is_told_and_nothing_is_read_from_it() -> None:
    from pypdfium2 import PdfDocument

    document = PdfDocument(REPORT)
    document.import_pages(PdfDocument(scan_pdf(f"{TITLE} 99")))
    file = io.BytesIO()
    document.save(file)
    reading = reading_of(file.getvalue())
    assert wrong_or_lost(FIGURES, reading.cells) == {}
    assert [note.text for note in reading.notes if note.code == "page-without-text"] == [
        "有 1 页是没有文字层的扫描图片，需要 OCR，没有读取"
    ]


@pytest.mark.parametrize("form", tuple(FORMS))
def test_empty_cells_are_told_by_the_names_of_the_columns_where_no_row_is_full(form: str) -> None:
    figures = random_figures(form, 3)
    empty = {
        at for at in figures if at.startswith("applications.") and at.endswith((".total", "_institution"))
    }
    printed = figures | dict.fromkeys(empty, "")
    cells = reading_of(reportlab_pdf(form, printed, ruled=False)).cells
    assert silently_wrong(printed, cells) == set()
    applications = {at: cell for at, cell in cells.items() if at.startswith("applications.")}
    known = sum(cell.known for cell in applications.values())
    assert known >= (1 - MOST_LOST) * (len(applications) - len(empty))


def test_disputes_without_rules_are_found_below_ruled_tables(browser: Browser) -> None:
    html = html_of("2021-30", FIGURES)
    start = html.rindex("<table")
    bare = html[:start] + html[start:].replace("<td", "<td style='border:0'")
    [data] = chromium_pdfs(browser, [bare])
    assert wrong_or_lost(FIGURES, reading_of(data).cells) == {}
