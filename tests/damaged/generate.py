"""A damaged report and the truth about it, from a seed and a layout."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

import factory_authorities
from damaged import cover as covers
from damaged import damage, figures, furniture, labels, prose, readable
from damaged.layouts import LAYOUTS
from damaged.paper import Box, Line, Paper, Table, tables
from damaged.truth import LOST, Case, TrueCell, Truth
from nianbao.forms import FORMS, Form
from nianbao.model import Authority

NAMES = tuple(name for name, _, _ in LAYOUTS)
RENDER = {name: render for name, _, render in LAYOUTS}
PARTED = tuple(name for name in NAMES if name not in ("L9", "L10", "L12"))
WEB = tuple(name for name in NAMES if name not in ("L7", "L8", "MSO", "DOCX"))


def generate(seed: int, layout: str = "") -> Case:
    """Return the report of this seed; without `layout` one is drawn as real reports have them."""
    rng = Random(f"damaged/{seed}/{layout}")
    layout = layout or rng.choices(NAMES, [share for _, share, _ in LAYOUTS])[0]
    authority = _authority(rng)
    year = rng.randint(2019, 2025)
    form = _form(rng, year)
    top = covers.cover(rng, authority, year)
    name = authority.region.township or authority.region.county or authority.name
    if authority.region.township and year <= 2020 and rng.random() < 0.03:
        cells: readable.Cells = {}
        body, done, form_id = prose.free_form(rng, year), ("S4",), ""
    else:
        body, cells, done = _body(rng, layout, form, authority, year, name, seed)
        form_id = "" if layout == "L11" else form.id
    truth = Truth(layout, form_id, top.year, top.names, _numbers(body), cells, (*top.done, *done))
    if form_id and layout in PARTED and rng.random() < 0.01:
        body, truth = _second_report(rng, truth, body, form, authority, year, seed)
    paper, truth = _page(rng, truth, top, body, authority, year)
    made = RENDER[layout](rng, paper)
    data = made.encode() if isinstance(made, str) else made
    return Case(f"{seed}-{layout}.txt", data, truth, authority.name, year)


def _authority(rng: Random) -> Authority:
    turn = rng.choices((0, 1, 3 * rng.randrange(8) + 4, rng.randint(30, 400)), (15, 8, 27, 50))[0]
    return factory_authorities.authority(20 * turn + rng.randrange(20))


def _form(rng: Random, year: int) -> Form:
    """Return the form in force that year, now and then the other one (S5)."""
    old = year <= 2020
    return FORMS["2019-60" if old != (rng.random() < 0.02) else "2021-30"]


def _body(
    rng: Random, layout: str, form: Form, authority: Authority, year: int, name: str, seed: int
) -> tuple[Paper, readable.Cells, tuple[str, ...]]:
    level = authority.kind if authority.kind == "department" else authority.level
    true = figures.true_figures(rng, form, seed, year, level)
    true, changed = figures.change(rng, form, true, parted=layout in PARTED)
    words = labels.words(rng, layout, form.id)
    made = tables(form, true, words, wide_first=rng.random() < 0.5)
    hybrid = form.id == "2021-30" and layout in PARTED and rng.random() < 0.02
    if hybrid:
        made[2], true = _hybrid(rng, made[2], true, words)
    paper, unusual = prose.sections(rng, form, made, name, year)
    printed = damage.damage(rng, layout, damage.Printed(paper, true))
    paper, cells = readable.seen_through(rng, layout, form, printed)
    return paper, cells, (*changed, *words.done, *unusual, *printed.done, *(["S5-hybrid"] if hybrid else []))


def _second_report(
    rng: Random, truth: Truth, body: Paper, form: Form, authority: Authority, year: int, seed: int
) -> tuple[Paper, Truth]:
    """Print the report of the year before on the same page (S12): a figure is the first one's or none."""
    other, _, _ = _body(rng, truth.layout, form, authority, max(year - 1, 2019), authority.name, seed + 1)
    title = Line(f"{authority.name}{year - 1}年政府信息公开工作年度报告", 1)
    cells = {at: cell.doubtful() for at, cell in truth.cells.items()}
    return (*body, title, *other), replace(truth, cells=cells, damages=(*truth.damages, "S12"))


def _hybrid(
    rng: Random, table: Table, cells: dict[str, TrueCell], label: labels.Words
) -> tuple[Table, dict[str, TrueCell]]:
    """Print 第二十条第（一）项 in the columns of 2019: none of its figures belongs into those of 2021."""
    old = FORMS["2019-60"]
    drawn = {at: rng.choice((0, 0, 3, 12)) for at in old.addresses()}
    printed = {at: TrueCell(str(value), Decimal(value), readable=False) for at, value in drawn.items()}
    rows = tables(old, printed, label, wide_first=True)[2].rows[:4]
    foreign = tuple(tuple(Box(*box[:3], "foreign" if box.address else "") for box in row) for row in rows)
    lost = {at: LOST for at in cells if at.startswith("art20_1.")}
    kept = {at: cell for at, cell in printed.items() if at.startswith("art20_1.")}
    return table._replace(rows=(*foreign, *table.rows[4:])), {**kept, **cells, **lost}


def _numbers(body: Paper) -> tuple[int, ...]:
    heads = [block.text for block in body if isinstance(block, Line) and block.level == 2]
    return tuple(prose.NUMERALS.index(text[0]) + 1 for text in heads if text[0] in prose.NUMERALS[:6])


def _page(
    rng: Random, truth: Truth, top: covers.Cover, body: Paper, authority: Authority, year: int
) -> tuple[Paper, Truth]:
    """Put the page together: furniture, cover, body, signature; then what a converter does to its prose."""
    web = truth.layout in WEB and rng.random() < 0.6
    above, done = furniture.before(rng, authority.name, year) if web else ((), ())
    below = furniture.after(rng, authority.name, year) if web and rng.random() < 0.4 else ()
    cut = "M-TRUNC" in truth.damages
    paper: Paper = (*above, *top.lines, *body, *(() if cut else (*top.signature, *below)))
    truth = replace(truth, damages=(*truth.damages, *done))
    for name, share, step in CONVERSIONS:
        if rng.random() < share:
            paper, truth = step(rng, paper, replace(truth, damages=(*truth.damages, name)))
    return paper, truth


def _lines(paper: Paper, change: Callable[[str], str]) -> Paper:
    return tuple(each._replace(text=change(each.text)) if isinstance(each, Line) else each for each in paper)


def _narrow(rng: Random, paper: Paper, truth: Truth) -> tuple[Paper, Truth]:
    return _lines(paper, lambda text: text.translate(labels.NARROW)), truth


def _short_nodes(rng: Random, paper: Paper, truth: Truth) -> tuple[Paper, Truth]:
    """Drop single characters that stood in elements of their own."""
    char = rng.choice("月〕，@")
    titled = "P5" not in truth.damages
    told = titled or char != "月"
    return _lines(paper, lambda text: text.replace(char, "")), truth if told else replace(truth, year=None)


def _hijacked(rng: Random, paper: Paper, truth: Truth) -> tuple[Paper, Truth]:
    """Put an advertiser in place of the authority, and readings after some characters."""
    brand = rng.choice(furniture.ADVERTS)
    names = sorted(truth.names, key=len, reverse=True)

    def replaced(text: str) -> str:
        for name in names:
            text = text.replace(name, brand)
        return text.replace("数据", "数(shù)据(jù)").replace("。", "。。" if rng.random() < 0.05 else "。")

    paper = _lines(paper, replaced)
    return (Line(f"{brand}：首页"), *paper), replace(truth, names=frozenset())


def _copied(rng: Random, paper: Paper, truth: Truth) -> tuple[Paper, Truth]:
    """Put a sentence copied from another body and year into section 一 (S10)."""
    other = factory_authorities.authority(rng.randrange(900)).name
    year = rng.choice((2018, 2020, 2022))
    count = rng.randint(9, 999)
    copied = Line(f"{year}年，{other}认真贯彻落实《条例》，{other}办公室牵头主动公开政府信息{count}条。")
    heads = [at for at, each in enumerate(paper) if isinstance(each, Line) and each.level == 2]
    at = heads[0] + 1 if heads else len(paper)
    return (*paper[:at], copied, *paper[at:]), truth


def _collapsed(rng: Random, paper: Paper, truth: Truth) -> tuple[Paper, Truth]:
    """Put the prose of each section on one line, with blanks as paragraph marks (S11)."""
    blocks: list[Line | Table] = []
    for each in paper:
        last = blocks[-1] if blocks else None
        inside = isinstance(each, Line) and each.level not in (1, 2)
        if inside and isinstance(last, Line) and last.level == 0 and _below_heading(blocks):
            blocks[-1] = Line(f"{last.text} {each.text}")
        else:
            blocks.append(each)
    return tuple(blocks), truth


def _below_heading(blocks: list[Line | Table]) -> bool:
    return any(isinstance(each, Line) and each.level == 2 for each in blocks)


def _cut_sentences(rng: Random, paper: Paper, truth: Truth) -> tuple[Paper, Truth]:
    """Cut some paragraphs where a page ends (P15)."""
    blocks: list[Line | Table] = []
    for each in paper:
        if isinstance(each, Line) and each.level == 0 and len(each.text) > 60 and rng.random() < 0.3:
            at = rng.randint(20, len(each.text) - 20)
            blocks += [Line(each.text[:at]), Line(each.text[at:])]
        else:
            blocks.append(each)
    return tuple(blocks), truth


CONVERSIONS = (
    ("S10", 0.05, _copied),
    ("S11", 0.02, _collapsed),
    ("P15", 0.2, _cut_sentences),
    ("M-SHORTNODE", 0.08, _short_nodes),
    ("M-HIJACK", 0.03, _hijacked),
    ("M-NFKC", 0.4, _narrow),
)
