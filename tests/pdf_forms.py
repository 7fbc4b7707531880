"""Filled forms as they are printed: the rows of their tables with merged cells, and whole pages in HTML.

`chromium_pdfs` prints them as browsers and Skia do: rules as thin boxes, an embedded subset font whose
characters are found by glyph (so that some Han characters come out as radicals).
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from itertools import product
from random import Random
from typing import NamedTuple

from playwright.sync_api import Browser

from nianbao.cells import Cell
from nianbao.forms import FORMS, Form, TableForm

Figures = Mapping[str, str]  # address → what is printed there
TITLE = "宿城区人民政府2023年政府信息公开工作年度报告"
LEAD = (
    "本报告由宿城区人民政府办公室根据《中华人民共和国政府信息公开条例》和有关格式要求编制，"
    "所列数据的统计期限自2023年1月1日起至2023年12月31日止，如有疑问请与本机关联系。"
)
PROSE = (
    "一年来，本机关围绕中心工作，坚持以公开为常态、不公开为例外，主动回应群众关切，全年通过门户网站"
    "发布信息1204条，办理留言86件，比上一年增加两成，公开的范围、质量和效率都有提高，群众满意度稳步上升。"
)


def random_figures(form_id: str, seed: int, biggest: int = 300) -> dict[str, str]:
    """Return a text for every cell of a form: half of them 0, the others up to `biggest`, signs and units."""
    rng = Random(f"{form_id}/{seed}")
    figures = {}
    for table in FORMS[form_id].tables:
        for row, column in product(table.rows, table.columns):
            value = rng.choice((0, 0, rng.randrange(10), rng.randrange(biggest)))
            text = f"{rng.choice('+-')}{value}" if column.signed and value else f"{value}"
            if column.money:
                text += f".{rng.randrange(1, 100):02d}" + ("" if column.unit_printed else "万元")
            figures[table.address(row.id, column.id)] = text
    return figures


def wrong_or_lost(figures: Figures, cells: Mapping[str, Cell]) -> dict[str, tuple[str, Cell | None]]:
    """Return the cells that do not carry the printed figure, with what was printed."""
    return {
        at: (text, cells.get(at))
        for at, text in figures.items()
        if at not in cells or cells[at].value != (Decimal(text.removesuffix("万元")) if text else None)
    }


def silently_wrong(figures: Figures, cells: Mapping[str, Cell]) -> set[str]:
    """Return the cells that carry another number than the printed one."""
    return {at for at, (_, cell) in wrong_or_lost(figures, cells).items() if cell and cell.known}


class Spanned(NamedTuple):
    """A printed cell: its text and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


PrintedRow = tuple[Spanned, ...]


def tables_of(form: Form, figures: Figures, section: int) -> tuple[PrintedRow, ...]:
    """Return the printed table of section 2, 3 or 4, with the merged cells of the official form."""
    tables = [table for table in form.tables if table.section == section]
    if section == 2:
        return tuple(row for table in tables for row in _proactive(table, figures))
    return tuple({3: _applications, 4: _disputes}[section](tables[0], figures))


def _proactive(table: TableForm, figures: Figures) -> Iterator[PrintedRow]:
    last = 4 - len(table.columns)  # the last column takes what is left of the four
    yield (Spanned(table.title, 4),)
    labels = [column.label for column in table.columns]
    yield (Spanned(table.stub), *(Spanned(text) for text in labels[:-1]), Spanned(labels[-1], last))
    for row in table.rows:
        texts = [figures[table.address(row.id, column.id)] for column in table.columns]
        yield (Spanned(row.label), *(Spanned(text) for text in texts[:-1]), Spanned(texts[-1], last))


def _applications(table: TableForm, figures: Figures) -> Iterator[PrintedRow]:
    natural, *legal, total = table.columns
    yield (Spanned(table.stub, 3, 3), Spanned("申请人情况", 7))
    yield (Spanned(natural.label, 1, 2), Spanned("法人或其他组织", len(legal)), Spanned(total.label, 1, 2))
    yield tuple(Spanned(column.label) for column in legal)
    done: set[tuple[str, ...]] = set()
    for row in table.rows:
        cells = []
        for depth in range(1, len(row.path) + 1):
            group = row.path[:depth]
            if group not in done:
                done.add(group)
                cells.append(Spanned(group[-1], 1, sum(each.path[:depth] == group for each in table.rows)))
        cells.append(Spanned(row.label, 3 - len(row.path)))
        values = (figures[table.address(row.id, column.id)] for column in table.columns)
        yield (*cells, *map(Spanned, values))


def _disputes(table: TableForm, figures: Figures) -> Iterator[PrintedRow]:
    columns = table.columns
    yield (Spanned(table.rows[0].label, len(columns)), Spanned("行政诉讼", 2 * len(columns)))
    narrow = tuple(Spanned(column.label, 1, 2) for column in columns)
    yield (*narrow, *(Spanned(row.label, len(columns)) for row in table.rows[1:]))
    yield tuple(Spanned(column.label) for _ in table.rows[1:] for column in columns)
    yield tuple(
        Spanned(figures[table.address(row.id, column.id)]) for row in table.rows for column in columns
    )


def html_of(form_id: str, figures: Figures, *, rules: str = "1px solid black", style: str = "") -> str:
    """Return a report as a page; without rules the tables print as columns of text."""
    form = FORMS[form_id]
    parts = [f"<h1>{TITLE}</h1><p>{LEAD}</p>"]
    for section in form.sections:
        numeral = "一二三四五六"[section.number - 1]
        parts.append(f"<h2>{numeral}、{section.title}</h2>")
        if section.number in (2, 3, 4):
            parts.append(_html_table(tables_of(form, figures, section.number)))
        else:
            parts.append(f"<p>{PROSE}</p>" * 3)
    return (
        "<!doctype html><meta charset=utf-8><style>"
        f"body{{font:14px 'Noto Serif CJK SC',serif}} p{{text-indent:2em}} td{{border:{rules};padding:4px}}"
        "table{border-collapse:collapse;width:100%} td:empty::before{content:''}"
        f"{style}</style>{''.join(parts)}"
    )


def _html_table(rows: Sequence[PrintedRow]) -> str:
    lines = (
        "".join(f"<td colspan={cell.columns} rowspan={cell.rows}>{escape(cell.text)}</td>" for cell in row)
        for row in rows
    )
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def chromium_pdfs(browser: Browser, pages: Sequence[str]) -> list[bytes]:
    """Return each page printed by a headless Chromium on A4 with page numbers."""
    foot = "<div style='font-size:9px;width:100%;text-align:center'>- <span class=pageNumber></span> -</div>"
    page = browser.new_page()
    printed = []
    for html in pages:
        page.set_content(html)
        printed.append(
            page.pdf(
                format="A4",
                margin={"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"},
                display_header_footer=True,
                header_template="<span></span>",
                footer_template=foot,
            )
        )
    page.close()
    return printed
