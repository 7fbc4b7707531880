"""PDFs as word processors export them: rules as lines, rows cut by page ends, a font that is not embedded."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
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
LEFT, BOTTOM = 20 * mm, 22 * mm


class Look(NamedTuple):
    """How a report is printed; sizes in points.

    `rules` are those drawn: all, rows (horizontal ones), open (none at the outer sides) or none. `middle`
    or top says where text stands in a cell, `align` where figures do. `foot_rules` close a cut row on both
    pages (Word does, WPS does not). `header` rows of 表三 are printed again on every page. `mark` is the
    page number, of `{}` or `{}` and `{}`, `title` runs along the head of all pages.
    """

    rules: str = "all"
    middle: bool = True
    align: str = "left"
    foot_rules: bool = False
    boxes: bool = False  # rules are thin filled boxes, as browsers draw them
    bold: bool = False  # figures are printed twice, a little apart
    header: int = 0
    size: float = 9.0
    leading: float = 12.0
    pad: float = 3.0
    mark: str = "—{}—"
    title: str = ""
    noise: tuple["Noise", ...] = ()


Noise = Callable[[Canvas], None]  # draws on every page what is no part of the report


class _Painted(NamedTuple):
    """A cell on the long sheet that is then cut into pages: `top` and `bottom` count downwards."""

    lines: tuple[str, ...]
    x0: float
    x1: float
    top: float
    bottom: float


class Printer:
    """Prints paragraphs and tables page after page, and cuts a table wherever a page is full.

    `turned` pages are landscape ones, stored upright with the mark that they be turned for reading.
    """

    def __init__(self, look: Look, password: str = "") -> None:
        self.file = io.BytesIO()
        secret = pdfencrypt.StandardEncryption(password) if password else None
        self.canvas = Canvas(self.file, pagesize=A4, encrypt=secret)
        self.look, self.turned = look, False
        self._begin()

    @property
    def right(self) -> float:
        """The right margin."""
        return (A4[1] if self.turned else A4[0]) - LEFT

    def _begin(self) -> None:
        if self.turned:
            self.canvas.translate(A4[0], 0)
            self.canvas.rotate(90)
        self.y = self.top = (A4[0] if self.turned else A4[1]) - LEFT
        for noise in self.look.noise:
            noise(self.canvas)

    def turn(self, *, landscape: bool = False) -> None:
        """End the page and begin one."""
        self.canvas.setFont(FONT, 10)
        middle, number = (self.right + LEFT) / 2, self.canvas.getPageNumber()
        if self.look.title:
            self.canvas.drawCentredString(middle, self.top + 5 * mm, self.look.title)
        self.canvas.drawCentredString(middle, 12 * mm, self.look.mark.format(number, 9))
        self.canvas.setPageSize(A4[::-1] if self.turned else A4)  # reportlab stores a turned page upright
        self.canvas.setPageRotation(90 if self.turned else 0)
        self.canvas.showPage()
        self.turned = landscape
        self._begin()

    def paragraph(self, text: str, size: float, *, indent: float = 2, centred: bool = False) -> None:
        """Print a paragraph."""
        for number, line in enumerate(_wrapped("　" * int(indent) + text, size, self.right - LEFT)):
            if self.y - size * 1.7 < BOTTOM:
                self.turn(landscape=self.turned)
            self.y -= size * 1.7
            self.canvas.setFont(FONT, size)
            if centred:
                self.canvas.drawCentredString((self.right + LEFT) / 2, self.y, line)
            else:
                shift = size * indent if not number else 0
                self.canvas.drawString(LEFT + shift, self.y, line.lstrip("　"))

    def table(self, rows: Sequence[PrintedRow], widths: Sequence[float], header: int = 0) -> None:
        """Print a table; `widths` are in mm, `header` rows are repeated on its further pages."""
        cells, ends = _painted(rows, [width * mm for width in widths], self.look)
        start = 0.0
        self.y -= 6
        if self.y < BOTTOM + self.look.leading:
            self.turn(landscape=self.turned)
        while start < ends[-1]:
            end = start + self.y - BOTTOM
            if end < ends[-1]:
                end = self._cut(end, start, ends)
            self._segment(cells, start, min(end, ends[-1]))
            start = end
            if start < ends[-1]:
                self.turn(landscape=self.turned)
            if header and ends[header - 1] < start < ends[-1]:
                self._segment(cells, 0.0, ends[header - 1])

    def _cut(self, end: float, start: float, ends: Sequence[float]) -> float:
        """Return where the page ends: below a row, or below a line of text inside a row."""
        row = max(each for each in (start, *ends) if each <= end)
        lines = int((end - row - self.look.pad) // self.look.leading)
        return row + self.look.pad + lines * self.look.leading if lines > 0 else row

    def _segment(self, cells: Sequence[_Painted], start: float, end: float) -> None:
        shift, look = self.y + start, self.look
        right = max(cell.x1 for cell in cells)
        for cell in cells:
            top, bottom = max(cell.top, start), min(cell.bottom, end)
            if top >= bottom:
                continue
            self._text(cell, start, end, shift)
            for x in (cell.x0, cell.x1) if look.rules in ("all", "open") else ():
                if look.rules == "all" or 0 < x < right:
                    self._rule(LEFT + x, shift - top, LEFT + x, shift - bottom)
            for edge, cut in ((top, top > cell.top), (bottom, bottom < cell.bottom)):
                if look.rules != "none" and (look.foot_rules or not cut):
                    self._rule(LEFT + cell.x0, shift - edge, LEFT + cell.x1, shift - edge)
        self.y = shift - end

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if self.look.boxes:
            self.canvas.rect(x0, y1, max(x1 - x0, 0.7), max(y0 - y1, 0.7), stroke=0, fill=1)
        else:
            self.canvas.line(x0, y0, x1, y1)

    def _text(self, cell: _Painted, start: float, end: float, shift: float) -> None:
        """Print the lines of a cell that end on this page; one that would be cut goes to the next."""
        look = self.look
        height = len(cell.lines) * look.leading
        top = cell.top + ((cell.bottom - cell.top - height) / 2 if look.middle else look.pad)
        self.canvas.setFont(FONT, look.size)
        for number, line in enumerate(cell.lines):
            upper = top + number * look.leading
            if upper + look.leading - 1 > end or upper + look.leading - 1 <= start:
                continue
            base = max(upper, start) + look.size
            self._string(cell, line, shift - base)

    def _string(self, cell: _Painted, line: str, y: float) -> None:
        look = self.look
        room = cell.x1 - cell.x0 - 2 * look.pad - pdfmetrics.stringWidth(line, FONT, look.size)
        figure = line[-1:].isdecimal()
        shift = room * {"left": 0.0, "center": 0.5, "right": 1.0}[look.align] if figure else 0
        x = LEFT + cell.x0 + look.pad + shift
        self.canvas.drawString(x, y, line)
        if look.bold and figure:
            self.canvas.drawString(x + 0.3, y, line)

    def data(self) -> bytes:
        """Return the file."""
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

    `lead` mm of space move the page ends; without `ruled` no rule is drawn; `password` is needed to open
    the file.
    """
    form = FORMS[form_id]
    look = Look(rules="all" if ruled else "none", middle=middle, foot_rules=foot_rules)
    printer = Printer(look, password)
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


def _painted(
    rows: Sequence[PrintedRow], widths: Sequence[float], look: Look
) -> tuple[list[_Painted], list[float]]:
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
            width = xs[column + cell.columns] - xs[column] - 2 * look.pad
            lines = tuple(_wrapped(cell.text, look.size, width))
            placed.append((row, column, cell, lines))
            span = range(row, row + cell.rows), range(column, column + cell.columns)
            taken |= set(product(*span))
            if cell.rows == 1:
                heights[row] = max(heights[row], max(len(lines), 1) * look.leading + 2 * look.pad)
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
