"""Reports as pages of HTML: the official merged tables, marked up in the ways that portals do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from random import Random

from nianbao.cells import Cell
from nianbao.forms import FORMS, Form, Row, TableForm

Paint = Callable[[str], str]  # the text of a cell → its markup
Markup = Mapping[str, Cell]

TITLE = "西湖区桃溪镇人民政府{year}年政府信息公开工作年度报告"
LEAD = "根据《中华人民共和国政府信息公开条例》规定，现公布{year}年度政府信息公开工作年度报告。"


def paragraph(text: str) -> str:
    return f'<p style="text-indent: 0em;"><span>{escape(text) or "&nbsp;"}</span></p>'


def bare(text: str) -> str:
    return escape(text)


def broken(text: str) -> str:
    """Break words as narrow columns do, never figures."""
    return "<br/>".join(map(escape, _halves(text))) or "&nbsp;&nbsp;"


def paragraphs(text: str) -> str:
    return "".join(f"<p>\n  <b>{escape(part)}</b>\n</p>\n" for part in _halves(text)) or "<p><br></p>"


def nested(text: str) -> str:
    """A table of one cell inside the cell, as one editor makes them to centre a text."""
    return f"<table width=100%><tr><td align=center>{escape(text)}</td></tr></table>"


def wrapped(text: str) -> str:
    """Source lines wrapped inside words, as Word does when it saves a page."""
    lines = "\r\n   ".join(map(escape, _halves(text)))
    return f"<p class=MsoNormal>\r\n  <span lang=EN-US>{lines}<o:p></o:p></span></p>"


PAINTS: tuple[Paint, ...] = (paragraph, bare, broken, paragraphs, nested, wrapped)


def _halves(text: str) -> list[str]:
    cut = len(text) // 2
    words = len(text) > 3 and not any(char.isdigit() or char in ".,+-" for char in text)
    return [text[:cut], text[cut:]] if words else [text] if text else []


@dataclass(frozen=True)
class Style:
    """How a page is marked up: its cells, and whether the end tags that HTML does not need are left out."""

    paint: Paint
    sloppy: bool = False

    def cell(self, text: str, rows: int = 1, columns: int = 1) -> str:
        spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f" colspan={columns}" if columns > 1 else "")
        return f"<td{spans} class='x'>{self.paint(text)}" + ("" if self.sloppy else "</td>\n")

    def row(self, cells: Sequence[str]) -> str:
        return f"<tr>{''.join(cells)}" + ("" if self.sloppy else "</tr>\n")


def _runs(paths: Sequence[tuple[str, ...]], level: int) -> list[tuple[int, str, int]]:
    """Return the groups at a level: index of the first, name, and how many share it."""
    found = []
    for key, run in groupby(range(len(paths)), lambda index: paths[index][: level + 1]):
        members = list(run)
        if len(key) > level:
            found.append((members[0], key[level], len(members)))
    return found


def _header(paths: Sequence[tuple[str, ...]], style: Style, corner: str = "") -> list[str]:
    """Return the header rows of columns whose printed names are `paths`, outermost first."""
    deepest = max(map(len, paths))
    rows = []
    for level in range(deepest):
        cells = [corner] if corner and level == 0 else []
        for first, name, count in _runs(paths, level):
            last = len(paths[first]) == level + 1
            cells.append(style.cell(name, deepest - level if last else 1, count))
        rows.append(style.row(cells))
    return rows


def _proactive(table: TableForm, cells: Markup, style: Style) -> list[str]:
    width = max(len(table.columns), 3)
    last = width - len(table.columns) + 1
    spans = [1] * (len(table.columns) - 1) + [last]
    rows = [style.row([style.cell(table.title, 1, width + 1)])]
    heads = [(column.label, span) for column, span in zip(table.columns, spans, strict=True)]
    rows.append(style.row([style.cell(table.stub), *(style.cell(text, 1, span) for text, span in heads)]))
    for row in table.rows:
        raws = [cells[table.address(row.id, column.id)].raw for column in table.columns]
        figures = [style.cell(raw, 1, span) for raw, span in zip(raws, spans, strict=True)]
        rows.append(style.row([style.cell(row.label), *figures]))
    return rows


def _applications(table: TableForm, cells: Markup, style: Style) -> list[str]:
    paths = [(*column.path, column.label) for column in table.columns]
    rows = _header(paths, style, style.cell(table.stub, 3, 3))
    groups = [row.path for row in table.rows]
    starts = [{first: (name, count) for first, name, count in _runs(groups, level)} for level in (0, 1)]
    for index, row in enumerate(table.rows):
        labels = [style.cell(name, count) for name, count in (s[index] for s in starts if index in s)]
        labels.append(style.cell(row.label, 1, 3 - len(row.path)))
        rows.append(style.row([*labels, *_figures(table, row, cells, style)]))
    return rows


def _figures(table: TableForm, row: Row, cells: Markup, style: Style) -> list[str]:
    return [style.cell(cells[table.address(row.id, column.id)].raw) for column in table.columns]


def _disputes(table: TableForm, cells: Markup, style: Style) -> list[str]:
    paths = [(*row.path, row.label, column.label) for row in table.rows for column in table.columns]
    figures = [cell for row in table.rows for cell in _figures(table, row, cells, style)]
    return [*_header(paths, style), style.row(figures)]


def _tables(form: Form, section: int, cells: Markup, style: Style) -> str:
    makers = {"applications": _applications, "disputes": _disputes}
    tables = [table for table in form.tables if table.section == section]
    rows = [row for table in tables for row in makers.get(table.id, _proactive)(table, cells, style)]
    return (
        f'<div align="center"><table border="1" cellspacing=0>{"".join(rows)}</table></div>' if rows else ""
    )


def report(form_id: str, year: int, cells: Markup, style: Style, title: str = "") -> str:
    """Return the markup of a report, without the page around it."""
    form = FORMS[form_id]
    parts = [f"<p align=center>{title}</p>" if title else "", f"<p>{LEAD.format(year=year)}</p>"]
    for section in form.sections:
        heading = f"{'一二三四五六'[section.number - 1]}、{section.title}"
        parts += [f"<p><strong>{heading}</strong></p>", _tables(form, section.number, cells, style)]
        parts.append("<p>我镇全年工作平稳有序。</p>")
    return "\n".join(parts)


def portal(body: str, title: str, rng: Random) -> str:
    """Return a page with the furniture of a portal around the report."""
    opening, closing = rng.choice(
        (
            ('<div class="TRS_Editor"><div class=Custom_UnionStyle>', "</div></div>"),
            (
                '<table width=980><tr><td width=200><a href=/>依申请公开</a></td><td id="zoom">',
                "</td></tr></table>",
            ),
            ("<div id=UCAP-CONTENT>", "</div>"),
            ("<form id=aspnetForm><div id=con><div>", "</div></div></form>"),
        )
    )
    return f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>{title}_西湖区人民政府</title>
<meta name="PubDate" content="2024-01-22 10:00"><style>td {{ x: y }}</style></head><body>
<div class="nav"><ul><li><a href=/>首页</a><li><a href=/zd>主动公开</a><li><a href=/fy>行政复议</a></ul></div>
<div class=where>您现在的位置：<a href=/>首页</a> &gt; 政府信息公开年报</div>
<h1>{title}</h1>
<div>来源：桃溪镇 发布时间：2024-01-22 浏览次数：<span id=hits>128</span> 【字体：大 中 小】</div>
{opening}{body}<p>打印 关闭</p>{closing}
<div>上一篇：没有了</div><div class=foot>主办：西湖区人民政府 <script>var a = "<td>9</td>";</script></div>
</body></html>"""
