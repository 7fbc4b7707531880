"""PDFs whose tables have rules: every figure right, whatever a page end cuts, and none taken on trust."""

import io

import pdfplumber
import pytest
from pdfminer.pdfpage import PDFPage
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from nianbao.cells import Cell, State
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import Document, Grid, Line, read
from nianbao.read.pdf_fonts import Fonts
from nianbao.read.pdf_objects import PrintedPage
from pdf_forms import LEAD, PROSE, TITLE, random_figures, silently_wrong, wrong_or_lost
from pdf_printer import FONT, WIDTHS, reportlab_pdf
from pdf_raw import page_of, stream, with_inherited_box

FORM_IDS = tuple(FORMS)
NARROW = {**WIDTHS, 3: (9, 20, 85, *(8,) * 7)}  # mm; four digits fill a column


def reading_of(data: bytes) -> tuple[Document, Reading]:
    document = read(data, "a.pdf")
    return document, interpret(document, FORMS)


@pytest.mark.parametrize("form", FORM_IDS)
@pytest.mark.parametrize(
    ("lead", "middle", "foot_rules"),
    [(0, False, False), (9, False, True), (10.5, True, False), (18, True, False), (45, False, False)],
)
def test_every_figure_of_a_ruled_form_is_read_wherever_its_pages_end(
    form: str, lead: float, middle: bool, foot_rules: bool
) -> None:
    figures = random_figures(form, int(lead), 100_000)
    data = reportlab_pdf(form, figures, lead=lead, middle=middle, foot_rules=foot_rules)
    document, reading = reading_of(data)
    assert wrong_or_lost(figures, reading.cells) == {}
    assert (reading.form, reading.year, reading.authority_name) == (form, 2023, "宿城区人民政府")
    assert [section.number for section in reading.sections] == [1, 2, 3, 4, 5, 6]
    assert document.media_type == "application/pdf"


def test_a_group_label_cut_by_a_page_end_is_joined_and_stands_once() -> None:
    document, _ = reading_of(reportlab_pdf("2021-30", random_figures("2021-30", 0), middle=False))
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    texts = [cell.text for grid in grids for row in grid.rows for cell in row]
    assert "（三）不予\t" in document.text  # as it is printed at the foot of the first page
    for label in ("三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理"):
        assert texts.count(label) == 1


@pytest.mark.parametrize("form", FORM_IDS)
def test_an_empty_cell_stays_empty_in_its_column(form: str) -> None:
    figures = random_figures(form, 3)
    blank = dict.fromkeys(list(figures)[::7], "")
    _, reading = reading_of(reportlab_pdf(form, figures | blank))
    assert wrong_or_lost(figures | blank, reading.cells) == {}
    assert {reading.cells[at].state for at in blank} == {State.BLANK}


@pytest.mark.parametrize("middle", [True, False])
def test_a_figure_cut_by_a_page_end_is_not_read_as_one_of_its_halves(middle: bool) -> None:
    at = "applications.brought_forward.commercial_enterprise"
    whole = dict.fromkeys(random_figures("2021-30", 0), "0") | {at: "74967"}
    states = set()
    for lead in (0, 6, 9):
        _, reading = reading_of(reportlab_pdf("2021-30", whole, lead=lead, middle=middle, widths=NARROW))
        assert silently_wrong(whole, reading.cells) == set()
        states.add(reading.cells[at].state)
    assert states == {State.REPORTED, State.AMBIGUOUS}  # wrapped inside its cell, and cut by the page end


@pytest.mark.parametrize("box", [(-50, -30, 595, 842), (20, 30, 595, 842)])
def test_a_page_that_does_not_begin_at_zero_is_read_the_same(box: tuple[float, ...]) -> None:
    figures = random_figures("2021-30", 5)
    document = PdfDocument(reportlab_pdf("2021-30", figures))
    for page in document:
        page.set_mediabox(*box)
    file = io.BytesIO()
    document.save(file)
    document.close()
    assert wrong_or_lost(figures, reading_of(file.getvalue())[1].cells) == {}


def test_a_page_that_inherits_its_box_is_read_the_same() -> None:
    figures = random_figures("2021-30", 5)
    file = with_inherited_box(reportlab_pdf("2021-30", figures))
    assert wrong_or_lost(figures, reading_of(file)[1].cells) == {}


def test_a_font_with_its_own_code_table_is_read() -> None:
    table = b"1 begincidrange <0001> <0002> 7 endcidrange 1 begincidchar <0003> 9 endcidchar"
    names = b"3 beginbfchar <0001> <653F> <0002> <5E9C> <0003> <0032> endbfchar"
    file = page_of(
        b"BT /F1 10 Tf 100 700 Td <000100020003> Tj ET",
        b"/Font <</F1 5 0 R>>",
        b"<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding 7 0 R /ToUnicode 8 0 R"
        b" /DescendantFonts [6 0 R]>>",
        b"<</Type /Font /Subtype /CIDFontType0 /BaseFont /A /DW 1000 /W [9 [500]]"
        b" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>>",
        stream(table, b"/Type /CMap /CMapName /Own"),
        stream(names),
    )
    with pdfplumber.open(io.BytesIO(file)) as pdf:
        pdf.rsrcmgr = Fonts()
        glyphs = PrintedPage(pdf, next(PDFPage.create_pages(pdf.doc)), 1).glyphs
    assert [(each.text, round(each.x1 - each.x0)) for each in glyphs] == [("政", 10), ("府", 10), ("2", 5)]


def test_paragraphs_are_whole_lines_and_page_numbers_are_gone() -> None:
    document, _ = reading_of(reportlab_pdf("2021-30", random_figures("2021-30", 0)))
    lines = [block.text for block in document.blocks if isinstance(block, Line)]
    assert lines[:2] == [TITLE, LEAD]
    assert lines.count(PROSE) == 6
    assert not any("—" in line for line in document.text.split("\n"))


def test_every_place_names_its_page_and_the_line_that_prints_the_figure() -> None:
    document, reading = reading_of(reportlab_pdf("2019-60", random_figures("2019-60", 0)))
    lines = document.text.split("\n")
    places = [(cell.at, cell.raw) for cell in reading.cells.values() if cell.at]
    assert len(places) == len(reading.cells)
    assert all(lines[at.line - 1][at.column - 1 :].startswith(raw) for at, raw in places)
    assert {at.page for at, _ in places} == {1, 2}


def small_pdf(
    *cells: tuple[float, str], merged: bool = False, secret: str = "", shaded: bool = False
) -> bytes:
    """Return a page with 第二十条第（一）项, the figures of its first row printed at these places in points.

    `merged` leaves out the rules between the figures; `secret` is what only one of two programs reads
    in place of the last figure; `shaded` prints a white box behind each line above the table.
    """
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFillGray(1)
    for bottom in (770, 790, 810) if shaded else ():
        canvas.rect(59.5, bottom, 421, 20, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(FONT, 10)
    canvas.drawString(60, 800, TITLE)
    canvas.drawString(60, 780, "二、主动公开政府信息情况")
    xs, rows = (60, 180, 280, 380, 480), 3
    labels = (
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章",),
        ("行政规范性文件", "1", "2", "3"),
    )
    for row, texts in enumerate(labels):
        for x, text in zip(xs, texts, strict=False):
            canvas.drawString(x + 5, 756 - 20 * row, text)
    for x, text in cells:
        canvas.drawString(x, 736, text)
    if secret:
        canvas._code.append(f"/Span <</ActualText ({secret})>> BDC")
        canvas.drawString(385, 736, "7")
        canvas._code.append("EMC")
    for row in range(rows + 1):
        canvas.line(60, 770 - 20 * row, 480, 770 - 20 * row)
    for x in xs:
        if merged and 180 < x < 480:
            canvas.line(x, 770, x, 750)
            canvas.line(x, 730, x, 710)
        else:
            canvas.line(x, 770, x, 710)
    canvas.save()
    return file.getvalue()


def rules_row(data: bytes) -> list[Cell]:
    _, reading = reading_of(data)
    return [reading.cells[f"art20_1.rules.{column}"] for column in ("issued", "repealed", "in_force")]


def test_white_boxes_behind_the_lines_of_paragraphs_are_no_rows_of_the_table_below() -> None:
    document = read(small_pdf((200, "1"), (300, "2"), (400, "3"), shaded=True), "a.pdf")
    lines = [block.text for block in document.blocks if isinstance(block, Line)]
    assert lines == [TITLE, "二、主动公开政府信息情况"]
    assert [cell.value for cell in rules_row(small_pdf((200, "1"), (300, "2"), (400, "3"), shaded=True))] == [
        1,
        2,
        3,
    ]


def test_a_figure_that_the_second_program_reads_otherwise_is_not_taken() -> None:
    issued, repealed, in_force = rules_row(small_pdf((185, "5"), (285, "6"), secret="9"))
    assert (issued.value, repealed.value) == (5, 6)
    assert (in_force.state, in_force.why) == (State.AMBIGUOUS, "两个程序读出的数字不一致")


def test_a_figure_printed_across_a_rule_is_not_divided_between_its_cells() -> None:
    issued, repealed, in_force = rules_row(small_pdf((270, "12345"), (285, ""), (385, "7")))
    assert (issued.state, repealed.state, in_force.value) == (State.AMBIGUOUS, State.AMBIGUOUS, 7)
    assert "跨在两格之间" in issued.why


def framed_pdf() -> bytes:
    """Return a page whose frame makes one table of two, the columns of which do not meet."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.setFont(FONT, 9)
    canvas.drawString(60, 800, TITLE)
    canvas.drawString(60, 780, "二、主动公开政府信息情况")
    above = ("规章", "5", "6", "7"), ("行政规范性文件", "1", "2", "3")
    for row, texts in enumerate(above):
        for column, text in enumerate(texts):
            canvas.drawString(65 + 120 * column, 756 - 20 * row, text)
    canvas.drawString(65, 716, "三、收到和处理政府信息公开申请情况")
    for column in range(12):
        canvas.drawString(65 + 40 * column, 696, "1")
    for row in range(5):
        canvas.line(60, 770 - 20 * row, 540, 770 - 20 * row)
    for column in range(5):
        canvas.line(60 + 120 * column, 770, 60 + 120 * column, 730)
    for column in range(13):
        canvas.line(60 + 40 * column, 710, 60 + 40 * column, 690)
    for x in (60, 540):
        canvas.line(x, 770, x, 690)
    canvas.save()
    return file.getvalue()


def test_the_columns_of_a_table_below_in_the_same_frame_are_not_those_of_the_one_above() -> None:
    grids = [block for block in read(framed_pdf(), "a.pdf").blocks if isinstance(block, Grid)]
    rows = [[cell.text for cell in row if cell.text] for grid in grids for row in grid.rows]
    assert rows[:2] == [["规章", "5", "6", "7"], ["行政规范性文件", "1", "2", "3"]]


def test_one_figure_in_a_cell_merged_over_several_columns_is_given_to_none() -> None:
    cells = rules_row(small_pdf((325, "0"), merged=True))
    assert [cell.value for cell in cells] == [None, None, None]


def test_several_figures_in_a_merged_cell_are_given_to_none() -> None:
    cells = rules_row(small_pdf((185, "5"), (285, "6"), (385, "7"), merged=True))
    assert [cell.value for cell in cells] == [None, None, None]


def test_type_printed_twice_for_boldness_is_read_once() -> None:
    cells = rules_row(small_pdf((185, "11"), (185.3, "11"), (285, "6"), (285.4, "6"), (385, "7")))
    assert [cell.value for cell in cells] == [11, 6, 7]
