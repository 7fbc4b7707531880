"""PDFs as word processors export them: rules as lines, rows cut by page ends, a font that is not embedded."""

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, product
from typing import NamedTuple

from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from nianbao.forms import FORMS
from pdf_forms import LEAD, PROSE, TITLE, Figures, PrintedRow, Spanned, tables_of

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
WIDTHS: Mapping[int, Sequence[float]] = {  # mm, by section
    2: (50, 40, 40, 40),
    3: (9, 20, 43, *(14,) * 7),
    4: (11.3,) * 15,
}
LEFT, RIGHT, TOP, BOTTOM = 20 * mm, A4[0] - 20 * mm, A4[1] - 20 * mm, 22 * mm
LEADING, SIZE, PAD = 12.0, 9.0, 3.0  # of the text in cells, points


class _Painted(NamedTuple):
    """A cell on the long sheet that is then cut into pages: `top` and `bottom` count downwards."""

    lines: tuple[str, ...]
    x0: float
    x1: float
    top: float
    bottom: float


class _Printer:
    """Prints paragraphs and ruled tables page after page, and cuts a table wherever a page is full."""

    def __init__(self, *, middle: bool, ruled: bool, foot_rules: bool, password: str) -> None:
        self.file = io.BytesIO()
        secret = pdfencrypt.StandardEncryption(password) if password else None
        self.canvas = Canvas(self.file, pagesize=A4, encrypt=secret)
        self.y, self.middle, self.ruled, self.foot_rules = TOP, middle, ruled, foot_rules

    def turn(self) -> None:
        self.canvas.setFont(FONT, 10)
        self.canvas.drawCentredString(A4[0] / 2, 12 * mm, f"—{self.canvas.getPageNumber()}—")
        self.canvas.showPage()
        self.y = TOP

    def paragraph(self, text: str, size: float, *, indent: float = 2, centred: bool = False) -> None:
        for number, line in enumerate(_wrapped("　" * int(indent) + text, size, RIGHT - LEFT)):
            if self.y - size * 1.7 < BOTTOM:
                self.turn()
            self.y -= size * 1.7
            self.canvas.setFont(FONT, size)
            if centred:
                self.canvas.drawCentredString(A4[0] / 2, self.y, line)
            else:
                shift = size * indent if not number else 0
                self.canvas.drawString(LEFT + shift, self.y, line.lstrip("　"))

    def table(self, rows: Sequence[PrintedRow], widths: Sequence[float]) -> None:
        cells, ends = _painted(rows, [width * mm for width in widths])
        start = 0.0
        self.y -= 6
        if self.y < BOTTOM + LEADING:
            self.turn()
        while start < ends[-1]:
            end = start + self.y - BOTTOM
            if end < ends[-1]:
                end = self._cut(end, start, ends)
            self._segment(cells, start, min(end, ends[-1]))
            start = end
            if start < ends[-1]:
                self.turn()

    def _cut(self, end: float, start: float, ends: Sequence[float]) -> float:
        """Return where the page ends: below a row, or below a line of text inside a row."""
        row = max(each for each in (start, *ends) if each <= end)
        lines = int((end - row - PAD) // LEADING)
        return row + PAD + lines * LEADING if lines > 0 else row

    def _segment(self, cells: Sequence[_Painted], start: float, end: float) -> None:
        shift = self.y + start
        for cell in cells:
            top, bottom = max(cell.top, start), min(cell.bottom, end)
            if top >= bottom:
                continue
            self._text(cell, start, end, shift)
            for x in (cell.x0, cell.x1) if self.ruled else ():
                self.canvas.line(LEFT + x, shift - top, LEFT + x, shift - bottom)
            for edge, cut in ((top, top > cell.top), (bottom, bottom < cell.bottom)):
                if self.ruled and (self.foot_rules or not cut):
                    self.canvas.line(LEFT + cell.x0, shift - edge, LEFT + cell.x1, shift - edge)
        self.y = shift - end

    def _text(self, cell: _Painted, start: float, end: float, shift: float) -> None:
        """Print the lines of a cell that end on this page; one that would be cut goes to the next."""
        height = len(cell.lines) * LEADING
        top = cell.top + ((cell.bottom - cell.top - height) / 2 if self.middle else PAD)
        self.canvas.setFont(FONT, SIZE)
        for number, line in enumerate(cell.lines):
            upper = top + number * LEADING
            if upper + LEADING - 1 > end or upper + LEADING - 1 <= start:
                continue
            base = max(upper, start) + SIZE
            self.canvas.drawString(LEFT + cell.x0 + PAD, shift - base, line)

    def data(self) -> bytes:
        self.turn()
        self.canvas.save()
        return self.file.getvalue()


def reportlab_pdf(
    form_id: str,
    figures: Figures,
    *,
    lead: float = 0,
    middle: bool = True,
    ruled: bool = True,
    foot_rules: bool = False,
    password: str = "",
    widths: Mapping[int, Sequence[float]] = WIDTHS,
) -> bytes:
    """Return a report whose rows a page end may cut.

    `lead` mm of space move the page ends; without `ruled` no rule is drawn; `middle` or top says where
    text stands in a cell; `foot_rules` close a cut row on both pages (Word does, WPS does not);
    `password` is needed to open the file.
    """
    form = FORMS[form_id]
    printer = _Printer(middle=middle, ruled=ruled, foot_rules=foot_rules, password=password)
    printer.paragraph(TITLE, 18, indent=0, centred=True)
    printer.y -= lead * mm
    printer.paragraph(LEAD, 12)
    for section in form.sections:
        printer.paragraph(f"{'一二三四五六'[section.number - 1]}、{section.title}", 14)
        if section.number in (2, 3, 4):
            printer.table(tables_of(form, figures, section.number), widths[section.number])
        else:
            printer.paragraph(PROSE, 12)
            printer.paragraph(PROSE, 12)
    return printer.data()


def _painted(rows: Sequence[PrintedRow], widths: Sequence[float]) -> tuple[list[_Painted], list[float]]:
    """Return the cells of a table, and the lower ends of its rows."""
    xs = list(accumulate(widths, initial=0.0))
    placed: list[tuple[int, int, Spanned, tuple[str, ...]]] = []
    taken: set[tuple[int, int]] = set()
    heights = [0.0] * len(rows)
    for row, printed in enumerate(rows):
        column = 0
        for cell in printed:
            while (row, column) in taken:
                column += 1
            lines = tuple(_wrapped(cell.text, SIZE, xs[column + cell.columns] - xs[column] - 2 * PAD))
            placed.append((row, column, cell, lines))
            span = range(row, row + cell.rows), range(column, column + cell.columns)
            taken |= set(product(*span))
            if cell.rows == 1:
                heights[row] = max(heights[row], max(len(lines), 1) * LEADING + 2 * PAD)
    ys = list(accumulate(heights, initial=0.0))
    cells = [
        _Painted(lines, xs[column], xs[column + cell.columns], ys[row], ys[row + cell.rows])
        for row, column, cell, lines in placed
    ]
    return cells, ys[1:]


def _wrapped(text: str, size: float, width: float) -> Iterator[str]:
    line = ""
    for letter in text:
        if line and pdfmetrics.stringWidth(line + letter, FONT, size) > width:
            yield line
            line = ""
        line += letter
    if line:
        yield line


def scan_pdf(hidden_text: str = "") -> bytes:
    """Return a page that is only a picture, and the text that an OCR program has laid over it invisibly."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("L", (800, 1100), 230)), 0, 0, *A4)
    for number, line in enumerate(hidden_text.split("\n")):
        text = canvas.beginText(60, 780 - 20 * number)
        text.setFont(FONT, 12)
        text.setTextRenderMode(3)
        text.textOut(line)
        canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()
