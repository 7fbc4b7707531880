"""Pages as portals publish them: merged tables, an editor's or Word's markup, furniture around the report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import takewhile
from random import Random

import html_factory
from damaged.paper import Box, Line, Paper, Row, Table, is_data, pages

HEADER_ROWS = {"applications": 3, "art20": 0, "disputes": 3}
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
NOISE = (
    "<!-- 9 -->",
    '<span style="display:none">9</span>',
    "<script>var a = 9;</script>",
    '<input type="hidden" value="9">',
    "\u200b",
    "",
)
CHARSETS = (
    ("utf-8", '<meta charset="utf-8">'),
    ("utf-8", '<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />'),
    ("utf-8-sig", ""),
    ("gb18030", '<meta charset="gb2312">'),
    ("gb18030", '<META content="text/html; charset=gbk" http-equiv=Content-Type>'),
    ("gb18030", ""),
)


def paragraph(text: str) -> str:
    """One paragraph, as Word saves it: every run of Latin characters in a span of its own."""
    inner = escape(text) or "&nbsp;"
    style = "style='text-align:center;mso-line-height-alt:0pt'"
    return f"<p class=MsoNormal {style}>\n<span lang=EN-US>{inner}<o:p></o:p></span></p>"


def runs(text: str) -> str:
    """Each half of a figure in a span of its own, as an editor leaves them behind."""
    cut = len(text) // 2 if text.isdigit() else 0
    return f"<p><span>{escape(text[:cut])}</span><span>{escape(text[cut:])}</span></p>"


PAINTS: tuple[html_factory.Paint, ...] = (*html_factory.PAINTS, runs, paragraph)


@dataclass(frozen=True)
class Look:
    """How one page is marked up. `noise` is the share of cells with something in them that is not shown."""

    paint: html_factory.Paint
    head: str = "td"
    sloppy: bool = False
    noise: float = 0
    wide_digits: bool = False
    again: bool = False  # the header is printed again on every page
    nested: bool = False

    def cell(self, rng: Random, box: Box) -> str:
        text = box.text.translate(WIDE) if self.wide_digits and box.address else box.text
        spans = (f" rowspan={box.tall}" if box.tall > 1 else "") + (
            f' colspan="{box.wide}"' if box.wide > 1 else ""
        )
        noise = rng.choice(NOISE) if rng.random() < self.noise else ""
        tag = "td" if box.address else self.head
        return f"<{tag}{spans} width=60>{self.paint(text)}{noise}" + ("" if self.sloppy else f"</{tag}>\n")

    def rows(self, rng: Random, rows: Sequence[Row]) -> str:
        end = "" if self.sloppy else "</tr>\n"
        return "".join(f"<tr>{''.join(self.cell(rng, box) for box in row)}{end}" for row in rows)


def look(rng: Random) -> Look:
    """Draw the markup of a page."""
    return Look(
        paint=rng.choice(PAINTS),
        head=rng.choice(("td", "td", "th")),
        sloppy=rng.random() < 0.1,
        noise=rng.choice((0, 0, 0.05)),
        wide_digits=rng.random() < 0.04,
        again=rng.random() < 0.4,
        nested=rng.random() < 0.15,
    )


def html(rng: Random, paper: Paper) -> bytes:
    """Return a portal's page with the report in it."""
    mine = look(rng)
    cover = takewhile(lambda each: isinstance(each, Line) and each.level < 2, paper)
    titles = [each for each in cover if isinstance(each, Line) and each.level == 1]
    above = len(titles) == 1 and rng.random() < 0.4  # the title stands outside of the report
    report = tuple(each for each in paper if not (above and each == titles[0]))
    prose = _prose(rng)
    body = "\n".join(_block(rng, each, mine, prose) for each in report)
    charset, meta = rng.choice(CHARSETS)
    page = _page(rng, body, titles[0].text if above else "", meta)
    return page.encode(charset)


def word(rng: Random, paper: Paper) -> bytes:
    """Return a document that Word has saved as a page."""
    mine = Look(rng.choice((paragraph, html_factory.wrapped)), again=rng.random() < 0.3)
    body = "\n".join(_block(rng, each, mine, _mso) for each in paper)
    charset = rng.choice(("gb18030", "utf-8"))
    name = "gb2312" if charset == "gb18030" else charset
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset={name}">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{mso-style-unhide:no;}} @page {{size:595.3pt 841.9pt;}} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1 style='layout-grid:15.6pt'>
{body}<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p></div>
</body></html>""".encode(charset)


def _mso(line: Line) -> str:
    inner = "".join(
        f"<span lang=EN-US>{escape(char)}</span>" if char.isascii() else escape(char) for char in line.text
    )
    return f"<p class=MsoNormal style='text-indent:32.0pt'>{inner}<span\nlang=EN-US><o:p></o:p></span></p>"


def _prose(rng: Random) -> Callable[[Line], str]:
    """Return one of the ways in which an editor marks paragraphs and headings up."""
    return rng.choice(
        (
            lambda line: f'<p style="text-indent: 2em;">{escape(line.text)}</p>',
            lambda line: f"<p>&emsp;&emsp;<span>{escape(line.text)}</span>&nbsp;</p>",
            lambda line: (
                f"<div>{'<b>' if line.level else ''}{escape(line.text)}{'</b>' if line.level else ''}</div>"
            ),
            lambda line: (
                f"<h{line.level + 1}>{escape(line.text)}</h{line.level + 1}>"
                if line.level
                else f"<p>{escape(line.text)}"
            ),
            lambda line: f"　　{escape(line.text)}<br />\n",
        )
    )


def _block(rng: Random, block: Line | Table, mine: Look, prose: Callable[[Line], str]) -> str:
    if isinstance(block, Line):
        return prose(block)
    header = HEADER_ROWS[block.id] if mine.again and not any(map(is_data, block.rows[:3])) else 0
    parts = [
        f"<table border=1><tbody>{mine.rows(rng, rows)}</tbody></table>"
        for rows in pages(block, header=header)
    ]
    whole = "<p>&nbsp;</p>".join(parts)
    return f"<table><tr><td align=center>{whole}</td></tr></table>" if mine.nested else f"<div>{whole}</div>"


def _page(rng: Random, body: str, title: str, meta: str) -> str:
    opening, closing = rng.choice(
        (
            ('<div class="TRS_Editor">', "</div>"),
            ("<div id=zoom><!--ZOOM--><div class=pages_content>", "</div><!--/ZOOM--></div>"),
            (
                "<table width=980><tr><td width=200><a href=/>依申请公开</a></td><td><div>",
                "</div></td></tr></table>",
            ),
            ("<form id=aspnetForm><ucapcontent>", "</ucapcontent></form>"),
            ('<article class="con"><section>', "</section></article>"),
        )
    )
    head = f"<title>{title}</title>" if title else "<title>政府信息公开年报_门户网站</title>"
    return f"""<!DOCTYPE html>
<html><head>{meta}{head}<style>.t td {{ width: 7px }}</style><script>var all = [1, 2];</script></head><body>
<div class="top"><ul><li><a href=/>首页</a></li><li><a href=/zd>主动公开</a></li>
<li><a href=/sq>依申请公开</a></li></ul></div>
<div class="crumb">当前位置：<a href=/>首页</a> &gt; <a href=/nb>政府信息公开年报</a></div>
{f"<h1>{escape(title)}</h1>" if title else ""}
<div class=info><span>发布时间：2024-01-2{rng.randint(0, 9)}</span> <span>浏览次数：<i>12</i></span></div>
{opening}
{body}
{closing}
<div style="display:none">备份 <table><tr><td>规章</td><td>7</td><td>7</td><td>7</td></tr></table></div>
<div class=bar><a href=javascript:print()>打印</a> <a>关闭</a></div>
<div class=list><ul><li><a href=/1>2019年政府信息公开工作年度报告</a></li>
<li><a href=/2>2020年政府信息公开工作年度报告</a></li></ul></div>
<div class=foot>主办：市人民政府办公室 <script>document.write("<table><td>9</table>")</script></div>
</body></html>"""


def fake(rng: Random, paper: Paper) -> bytes:
    """Return a page whose tables are no tables: boxes in rows, paragraphs, or lines with blanks."""
    paint = rng.choice((_boxes, _paragraphs, _spaced))
    body = "\n".join(
        f"<p>{escape(each.text)}</p>" if isinstance(each, Line) else paint(each.rows) for each in paper
    )
    return _page(rng, body, "", '<meta charset="utf-8">').encode()


def _boxes(rows: Sequence[Row]) -> str:
    cells = (
        "".join(f'<div style="display:table-cell">{escape(box.text) or "&nbsp;"}</div>' for box in row)
        for row in rows
    )
    lines = "".join(f'<div style="display:table-row">{row}</div>' for row in cells)
    return f'<div style="display:table">{lines}</div>'


def _paragraphs(rows: Sequence[Row]) -> str:
    return "".join(f"<p>{escape(box.text) or '&nbsp;'}</p>" for row in rows for box in row)


def _spaced(rows: Sequence[Row]) -> str:
    cell = partial("<span>{}</span>".format)
    return "".join(f"<div>{'&nbsp;&nbsp;'.join(cell(escape(box.text)) for box in row)}</div>" for row in rows)
