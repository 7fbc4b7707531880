"""Damaged PDFs with truth: rules missing or partial, pages turned or cut, text that nobody sees, fonts
without characters, scans."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import factory_authorities
from damaged import cover as covers
from damaged import figures, labels, prose
from damaged.paper import Paper, Row, Table, tables
from damaged.truth import Case, Cells, Truth
from nianbao.forms import FORMS
from pdf_forms import PrintedRow, Spanned
from pdf_printer import FONT, LEFT, WIDTHS, Look, Printer, scan_pdf

# name, share, the rules drawn
LAYOUTS: tuple[tuple[str, int, str], ...] = (
    ("ruled", 40, "all"),
    ("open", 15, "open"),  # without outer sides
    ("rows", 10, "rows"),  # horizontal rules only
    ("bare", 15, "none"),
    ("turned", 10, "all"),  # 表三 on landscape pages
    ("scan", 5, "all"),
    ("nameless", 5, "all"),  # a font that tells no characters
)
NAMES = tuple(name for name, _, _ in LAYOUTS)
UNREADABLE = ("scan", "nameless")
UNRULED = ("rows", "bare")
SECTIONS = {"art20": 2, "applications": 3, "disputes": 4}
HEADER_OF_THIRD = 3  # rows
TURNED = (A4[1] - 2 * LEFT) / (A4[0] - 2 * LEFT)  # how much wider a landscape page is
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
MARKS = ("—{}—", "- {} -", "{}", "第 {} 页 共 {} 页", "{} / {}", "Page {}")


def damaged_pdf(seed: int, layout: str = "") -> tuple[bytes, Truth]:
    """Return the PDF of this seed and the truth about it; without `layout` one is drawn."""
    case = pdf_case(seed, layout)
    return case.data, case.truth


def pdf_case(seed: int, layout: str = "") -> Case:
    """Return the PDF of this seed as a case to be judged."""
    rng = Random(f"pdf/{seed}/{layout}")
    layout = layout or rng.choices(NAMES, [share for _, share, _ in LAYOUTS])[0]
    authority = factory_authorities.authority(rng.randrange(2000))
    year = rng.randint(2019, 2025)
    form = FORMS["2019-60" if year <= 2020 else "2021-30"]
    level = authority.kind if authority.kind == "department" else authority.level
    true = figures.true_figures(rng, form, seed, year, level if rng.random() < 0.3 else "prefecture")
    true, changed = figures.change(rng, form, true, parted=True)
    words = labels.words(rng, "L7", form.id)
    made = tables(form, true, words, wide_first=rng.random() < 0.5)
    body, unusual = prose.sections(rng, form, made, authority.name, year)
    top = covers.cover(rng, authority, year)
    look, noises = _look(rng, layout, authority.name)
    paper: Paper = (*top.lines, *body, *top.signature)
    wide = rng.random() < 0.1
    data = _printed(rng, paper, look, turned=layout == "turned", wide=wide)
    cells: Cells = figures.doubt_rows(form, true, blanks=layout not in UNRULED)
    done = (*top.done, *changed, *words.done, *unusual, *noises, *(["wide"] if wide else []))
    truth = Truth(layout, form.id, top.year, top.names, (), cells, done)
    if layout in UNREADABLE:
        hidden = "\n".join(line.text for line in top.lines)
        data = _without_names(data) if layout == "nameless" else scan_pdf(hidden)
        truth = replace(truth, form="", year=None, names=frozenset(), cells={})
    return Case(f"{seed}-{layout}.pdf", data, truth, authority.name, year)


def pdf_cases(count: int, seed: int, layout: str = "") -> Iterator[Case]:
    """Yield `count` PDFs; other seeds give other ones."""
    return (pdf_case(seed * 1_000_000 + number, layout) for number in range(count))


def _look(rng: Random, layout: str, name: str) -> tuple[Look, list[str]]:
    drawn = [each for each in NOISES if rng.random() < 0.12]
    size = rng.choice((6.5, 8.0, 9.0, 9.0, 10.5))
    look = Look(
        rules=next(rules for each, _, rules in LAYOUTS if each == layout),
        middle=rng.random() < 0.6,
        align=rng.choice(("left", "center", "center", "right")),
        foot_rules=rng.random() < 0.5,
        boxes=rng.random() < 0.3,
        bold=rng.random() < 0.15,
        header=HEADER_OF_THIRD if rng.random() < 0.25 else 0,
        size=size,
        leading=size * rng.choice((1.15, 1.33, 1.5)),
        pad=rng.choice((2.0, 3.0, 5.0)),
        mark=rng.choice(MARKS),
        title=rng.choice(("", "", f"{name}政府信息公开")),
        noise=tuple(partial(NOISES[each], rng.randrange(1000)) for each in drawn),
    )
    return look, [*drawn, *(["header"] if look.header else []), *(["bold"] if look.bold else [])]


def _printed(rng: Random, paper: Paper, look: Look, *, turned: bool, wide: bool) -> bytes:
    printer = Printer(look)
    for block in paper:
        if not isinstance(block, Table):
            size = {1: 18, 2: 14}.get(block.level, 12)
            printer.paragraph(block.text.strip(), size, indent=0 if block.level == 1 else 2)
            continue
        rows = [_row(row, wide=wide) for row in block.rows]
        widths = WIDTHS[SECTIONS[block.id]]
        landscape = turned and block.id == "applications"
        if landscape:
            printer.turn(landscape=True)
            widths = [width * TURNED for width in widths]
        printer.y -= rng.choice((0, 0, 30, 80, 140))  # so that pages end anywhere in a table
        printer.table(rows, widths, look.header if block.id == "applications" else 0)
        if landscape:
            printer.turn()
    return printer.data()


def _row(row: Row, *, wide: bool) -> PrintedRow:
    return tuple(
        Spanned(box.text.translate(WIDE) if wide and box.address else box.text, box.wide, box.tall)
        for box in row
    )


def _without_names(data: bytes) -> bytes:
    """Return the PDF with a font whose codes are glyphs, and nothing that tells their characters."""
    codes = data.replace(b"/UniGB-UCS2-H", b"/Identity-H  ")
    return codes.replace(b"(GB1)", b"(XX1)").replace(b"(Adobe)", b"(Xdobe)")


def _over(seed: int, canvas: Canvas, draw: Callable[[float, float, str], None]) -> None:
    """Draw figures at random places of the page."""
    rng = Random(seed)
    for _ in range(6):
        draw(rng.uniform(60, 520), rng.uniform(80, 780), f"{rng.randrange(1000)}")


def _inkless(seed: int, canvas: Canvas) -> None:
    def draw(x: float, y: float, text: str) -> None:
        inkless = canvas.beginText(x, y)
        inkless.setFont(FONT, 9)
        inkless.setTextRenderMode(3)
        inkless.textOut(text)
        inkless.setTextRenderMode(0)
        canvas.drawText(inkless)

    _over(seed, canvas, draw)


def _white(seed: int, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont(FONT, 9)
    _over(seed, canvas, canvas.drawString)
    canvas.restoreState()


def _outside(seed: int, canvas: Canvas) -> None:
    canvas.setFont(FONT, 9)
    for y in range(50, 900, 12):
        canvas.drawString(-60, y, f"{seed}")
        canvas.drawString(900, y, f"{seed}")


def _watermark(seed: int, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.setFont(FONT, 40)
    canvas.translate(150, 300)
    canvas.rotate(30 + seed % 30)
    canvas.drawString(0, 0, f"内部资料{seed}")
    canvas.restoreState()


def _text_box(seed: int, canvas: Canvas) -> None:
    """A framed note in the right margin."""
    canvas.setFont(FONT, 8)
    canvas.rect(552, 400, 38, 30)
    canvas.drawString(555, 415, f"附{seed}")


NOISES: dict[str, Callable[[int, Canvas], None]] = {
    "inkless": _inkless,
    "white": _white,
    "outside": _outside,
    "watermark": _watermark,
    "text box": _text_box,
}
