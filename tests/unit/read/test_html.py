"""Pages of portals: the report is found, its merged tables are read, and nothing around it is."""

from random import Random

import pytest

from factory_figures import figures
from html_factory import PAINTS, TITLE, Paint, Style, portal, report
from nianbao.cells import Cell, State
from nianbao.errors import SourceError
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import Grid, Line, read
from nianbao.read.html_cells import tidy
from nianbao.read.portal import MARKERS

YEARS = {"2019-60": 2020, "2021-30": 2023}
BLANK = Cell(State.BLANK)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def lines(markup: str) -> list[str]:
    return [block.text for block in read(markup.encode(), "a.html").blocks if isinstance(block, Line)]


def cells(rows: str) -> list[list[str]]:
    """Return the rows of the one table of a page."""
    document = read(page(f"<p>政府信息公开</p><table>{rows}</table>").encode(), "a.html")
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for row in grid.rows]


def reading(form: str, figures_: dict[str, Cell], style: Style, seed: int, codec: str = "utf-8") -> Reading:
    title = TITLE.format(year=YEARS[form])
    body = report(form, YEARS[form], figures_, style, title if seed % 2 else "")
    return interpret(read(portal(body, title, Random(seed)).encode(codec), "a.html"), FORMS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paint", PAINTS)
@pytest.mark.parametrize("seed", range(4))
def test_every_cell_of_a_portal_page_is_right(form: str, paint: Paint, seed: int) -> None:
    truth = figures(FORMS[form], seed, YEARS[form], "county")

    got = reading(form, truth, Style(paint, sloppy=seed == 2), seed, "gb18030" if seed == 3 else "utf-8")

    assert {address: cell.value for address, cell in got.cells.items()} == {
        address: cell.value for address, cell in truth.items()
    }
    assert (got.form, got.title) == (form, TITLE.format(year=YEARS[form]))
    assert str(got.published) == "2024-01-22"
    assert [section.number for section in got.sections] == [1, 2, 3, 4, 5, 6]
    assert got.notes == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paint", PAINTS)
def test_a_cell_printed_empty_is_blank_and_moves_no_other(form: str, paint: Paint) -> None:
    rng = Random(7)
    truth = figures(FORMS[form], 7, YEARS[form], "county")
    truth |= {address: BLANK for address in truth if rng.random() < 0.1 or address.endswith(".total")}

    got = reading(form, truth, Style(paint), 1)

    assert {address: (cell.state, cell.value) for address, cell in got.cells.items()} == {
        address: (cell.state, cell.value) for address, cell in truth.items()
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(10))
def test_a_row_that_lost_a_cell_gives_no_wrong_figure(form: str, seed: int) -> None:
    rng = Random(seed)
    truth = figures(FORMS[form], seed, YEARS[form], "county")
    title = TITLE.format(year=YEARS[form])
    parts = report(form, YEARS[form], truth, Style(PAINTS[seed % len(PAINTS)]), title).split("<td")
    for lost in sorted(rng.sample(range(1, len(parts)), 8), reverse=True):
        _, _, behind = parts[lost].partition("</tr>")
        parts[lost - 1] += f"</tr>{behind}" if behind else ""
        del parts[lost]

    got = interpret(read(portal("<td".join(parts), title, rng).encode(), "a.html"), FORMS)

    wrong = [a for a, cell in got.cells.items() if cell.known and cell.value != truth[a].value]
    assert wrong == []
    assert all(cell.known or cell.why for cell in got.cells.values())


def test_merged_cells_are_expanded_with_their_text_once() -> None:
    rows = "<tr><td rowspan=2>甲<td colspan=2>乙<td rowspan=0>丙<tr><td>1<td>2<tr><td>3<td>4<td>5"
    assert cells(rows) == [["甲", "乙", "", "丙"], ["", "1", "2", ""], ["3", "4", "5", ""]]


def test_a_row_with_too_few_cells_stays_short() -> None:
    assert cells("<tr><td>a<td>b<td>c<tr><td>1<td>2") == [["a", "b", "c"], ["1", "2"]]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>商业</p><p>企业</p>", "商业企业"),
        ("本年新<br>制作数量", "本年新制作数量"),
        ("<p>1</p><p>2</p>", "1 2"),
        ("<span>1</span><span>2</span>", "12"),
        ("5<sup>2</sup>", "5 2"),
        ("<s>12</s>34", "12 34"),
        ('<span style="text-decoration: line-through">12</span>34', "12 34"),
        ('5<a href="#_ftn1"><sup>[1]</sup></a>', "5"),
        ('<span style="display:none">9</span>3', "3"),
        ("<input value=7>", "7"),
        ("<input type=text value='1,204' readonly>件", "1,204 件"),
        ("<input value='&#8203;7'>", "7"),
        ("<input type=hidden value=7><input value=搜索>", ""),
        ("&nbsp;&#8203;", ""),
        ("１２", "１２"),
        ("<table><tr><td>8</td></tr></table>", "8"),
        ("规\r\n    章", "规章"),
        ("<del>4</del><ins>5</ins>", "5"),
    ],
)
def test_a_cell_is_what_a_browser_shows(markup: str, text: str) -> None:
    assert cells(f"<tr><td>标签</td><td>{markup}</td></tr>") == [["标签", text]]


def test_a_hidden_cell_or_row_leaves_no_place_but_an_invisible_one_does() -> None:
    hidden, invisible = 'style="display: none"', 'style="visibility:hidden"'
    rows = f"<tr><td>a<td {hidden}>b<td>c<tr {hidden}><td>d<td>e<tr><td>f<td {invisible}>g"
    assert cells(rows) == [["a", "c"], ["f", ""]]


def test_a_hidden_box_is_read_where_it_begins_a_section_as_the_tabs_of_a_page_do() -> None:
    tab = '<div style="display:none">{}<table><tr><td>规章<td>{}</table></div>'
    whole = page(
        "<p>政府信息公开</p>"
        + tab.format("<h4>二、主动公开政府信息情况</h4>", 1)
        + tab.format("<p>备份</p>", 7)
    )
    blocks = read(whole.encode(), "a.html").blocks
    assert [[cell.text for cell in block.rows[0]] for block in blocks if isinstance(block, Grid)] == [
        ["规章", "1"]
    ]


def test_tables_inside_a_layout_table_are_read_one_by_one() -> None:
    inner = "<table><tr><td>规章<td>1</table><p>二、主动公开</p><table><tr><td>行政许可<td>2</table>"
    outer = f"<table><tr><td>菜单<td>一、政府信息公开{inner}</table>"
    blocks = read(page(outer).encode(), "a.html").blocks
    assert [
        block.text if isinstance(block, Line) else [cell.text for cell in block.rows[0]] for block in blocks
    ] == ["菜单", "一、政府信息公开", ["规章", "1"], "二、主动公开", ["行政许可", "2"]]


def test_rows_before_a_cell_that_was_never_closed_stay_a_table() -> None:
    open_cell = "<p>政府信息公开<table><tr><td>规章<td>1<tr><td>行政许可<td>2"
    markup = f"{open_cell}<p>四、</p><table><tr><td>甲<td>3</table>"
    grids = [block for block in read(page(markup).encode(), "a.html").blocks if isinstance(block, Grid)]
    assert [[[cell.text for cell in row] for row in grid.rows] for grid in grids] == [
        [["规章", "1"]],
        [["甲", "3"]],
    ]


def test_every_place_leads_to_its_text_in_the_readable_text() -> None:
    truth = figures(FORMS["2021-30"], 3, 2023, "county")
    body = report("2021-30", 2023, truth, Style(PAINTS[3]), "")
    document = read(portal(body, TITLE.format(year=2023), Random(0)).encode(), "a.html")
    printed = document.text.split("\n")
    placed = [
        (cell.at, cell.printed)
        for block in document.blocks
        if isinstance(block, Grid)
        for row in block.rows
        for cell in row
    ]
    assert len(placed) > 300
    assert all(printed[at.line - 1][at.column - 1 :].startswith(text) for at, text in placed)


def test_the_furniture_of_the_portal_is_left_out() -> None:
    truth = figures(FORMS["2021-30"], 1, 2023, "county")
    for seed in range(8):
        body = report("2021-30", 2023, truth, Style(PAINTS[0]), "")
        text = read(portal(body, TITLE.format(year=2023), Random(seed)).encode(), "a.html").text
        for word in ("首页", "位置", "浏览", "字体", "打印", "上一篇", "主办", "依申请公开", "var a"):
            assert word not in text
        assert text.startswith(f"{TITLE.format(year=2023)}\n发布日期：2024-01-22\n根据《")


def test_a_menu_with_the_words_of_the_sections_does_not_hide_the_report() -> None:
    sections = "".join(
        f"<p>{text}</p>" for text in ("总体情况", "收到和处理政府信息公开申请", "存在的主要问题")
    )
    menu = "<ul><li><a href=a>主动公开</a><li><a href=b>行政复议</a></ul>"
    assert lines(page(f"<div>{menu}</div><div>{sections}</div><div>友情链接</div>")) == [
        "总体情况",
        "收到和处理政府信息公开申请",
        "存在的主要问题",
    ]


def test_prose_beside_the_sections_is_kept() -> None:
    sections = "<div><p>一、总体情况</p><p>二、主动公开</p><p>三、收到和处理</p></div>"
    lead = "根据《政府信息公开条例》的规定，编制并公布本报告。"
    assert lines(page(f"<div><p>{lead}</p>{sections}</div>"))[0] == lead


def test_the_title_comes_from_the_page_where_the_report_has_none() -> None:
    head = "<meta name=ArticleTitle content='甲镇2023年政府信息公开工作年度报告'><title>甲镇_门户</title>"
    assert lines(page("<p>一、总体情况</p><p>无。</p>", head)) == [
        "甲镇2023年政府信息公开工作年度报告",
        "一、总体情况",
        "无。",
    ]


@pytest.mark.parametrize(
    ("head", "above", "line"),
    [
        ("", "<p>发布时间：2024-01-09 来源：甲县水利局 字号：[大 中 小]</p>", "来源：甲县水利局"),
        ("<meta name=ContentSource content=甲县水利局>", "<p>首页</p>", "来源：甲县水利局"),
        (
            "",
            "<table><tr><td>发布机构：甲县水利局</td><td>主题：其他</td></tr></table>",
            "发布机构：甲县水利局",
        ),
        ("", "<p>您的位置：首页 > 甲县水利局 > 年报</p>", "首页>甲县水利局>年报"),
        (
            "<title>甲县水利局2023年政府信息公开工作年度报告</title>",
            "<p>您的位置：首页 / 政府信息公开 / 年度报告 / 2023</p>",
            "甲县水利局2023年政府信息公开工作年度报告",
        ),
    ],
)
def test_a_page_tells_who_reports_where_the_title_above_the_report_does_not(
    head: str, above: str, line: str
) -> None:
    title = "<h1>2023年政府信息公开工作年度报告</h1>"
    sections = "".join(
        f"<p>{numeral}、{marker}情况</p>" for numeral, marker in zip("一二三四五六", MARKERS, strict=True)
    )
    found = lines(page(f"{above}{title}<div>{sections}<p>{'我局推进公开。' * 9}</p></div>", head))
    assert line in found[:3]


def test_tables_that_are_no_tables_are_read_as_text() -> None:
    rows = ("规章", "0", "1", "2") + ("行政规范性文件", "3", "4", "5") * 5
    document = read(
        page("<p>政府信息公开。</p>" + "".join(f"<div>{row}</div>" for row in rows)).encode(), "a"
    )
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    assert [cell.text for cell in grid.rows[0]] == ["规章", "0", "1", "2"]
    assert (grid.rowless, grid.exact) == (True, False)


def test_a_mark_on_a_line_of_its_own_is_a_cell_not_a_separator_of_the_portal() -> None:
    cells = ("第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    rows = ("规章", "0", "-", "0", "行政规范性文件", "1", "/", "3")
    third = FORMS["2021-30"].table("applications")
    assert third
    filler = [text for row in third.rows for text in (row.label, *"0000000")]
    lines = ("桃尧镇2023年政府信息公开工作年度报告", *cells, *rows, *filler)
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    found = interpret(read(page.encode(), "a.html"), FORMS).cells
    printed = [found[f"art20_1.{row}"] for row in ("rules.repealed", "normative_documents.repealed")]
    assert [(cell.state.value, cell.raw) for cell in printed] == [("mark", "-"), ("mark", "/")]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_bytes_tell_the_encoding_whatever_the_page_declares(codec: str) -> None:
    markup = page("<p>镕㐱𠮷镇政府信息公开</p>", "<meta charset=gb2312>")
    assert read(markup.encode(codec), "a").text == "镕㐱𠮷镇政府信息公开"


def test_a_character_cut_in_the_head_does_not_matter_but_one_in_the_report_does() -> None:
    cut = "镇".encode()[:2]
    head, body = b"<!DOCTYPE html><meta name=d content='", "'><p>甲镇政府信息公开".encode()
    assert read(head + cut + body, "a").text == "甲镇政府信息公开"
    assert read(head + body + cut, "a").text == "甲镇政府信息公开"
    with pytest.raises(SourceError, match="编码"):
        read(head + body + cut + "年报".encode(), "a")


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>甲镇2023年政府信息公开工作年度报告</h1><iframe src=a.pdf></iframe>",
        "<h1>甲镇2023年政府信息公开工作年度报告</h1><p><a href='/f/a.pdf'>附件</a></p>",
        "<h1>甲镇2023年政府信息公开工作年度报告</h1><p><img src=1.png><img src=2.png></p>",
    ],
)
def test_a_page_that_only_shows_a_file_says_so(markup: str) -> None:
    with pytest.raises(SourceError, match="附件"):
        read(page(markup).encode(), "a.html")


def test_a_part_of_a_page_is_read_as_one() -> None:
    assert lines("<div><p>甲镇政府信息公开</p></div>") == ["甲镇政府信息公开"]


def test_markdown_with_marked_up_tables_keeps_its_lines_and_tables() -> None:
    text = "# 甲镇政府信息公开\n\n一、<b>总体</b>\n<table><tr><td>规章</td><td>1</td></tr></table>\n二、& 完"
    document = read(text.encode(), "a.md")
    assert document.text == "# 甲镇政府信息公开\n一、<b>总体</b>\n规章\t1\n二、& 完"
    assert document.media_type == "text/plain"


def test_a_page_saved_as_one_file_is_read() -> None:
    part = "Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n"
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
    markup = page("<p>甲镇政府信息公开</p>").encode("gb18030")
    assert read(head + part.encode() + markup + b"\n--x--\n", "a.doc").text == "甲镇政府信息公开"


def test_a_line_wrapped_in_the_source_is_one_word() -> None:
    assert tidy("政府\r\n  信息") == "政府信息"


def test_scripts_and_links_leave_only_their_text() -> None:
    link = "<a href='javascript:alert(1)' onclick=x()>条例</a>"
    assert read(page(f"<p>政府信息公开{link}<script>x</script>").encode(), "a").text == "政府信息公开条例"


@pytest.mark.parametrize(
    "damage",
    [
        [("<td", "<th"), ("</td", "</th")],
        [("</p>", ""), ("</span>", "")],
        [("</table></div>", "</table>")],
        [("</table>", "")],
        [("<tr>", ""), ("</tr>", "</tr><tr>")],
        [("（七）总计", "</table><table border=1><tr><td colspan=2>（七）总计")],
    ],
)
def test_markup_that_browsers_forgive_is_read_all_the_same(damage: list[tuple[str, str]]) -> None:
    truth = figures(FORMS["2021-30"], 5, 2023, "county")
    markup = portal(report("2021-30", 2023, truth, Style(PAINTS[0]), ""), TITLE.format(year=2023), Random(2))
    for old, new in damage:
        assert old in markup
        markup = markup.replace(old, new)

    got = interpret(read(markup.encode(), "a.html"), FORMS)

    wrong = [a for a, cell in got.cells.items() if cell.known and cell.value != truth[a].value]
    lost = [a for a, cell in got.cells.items() if not cell.known]
    assert (wrong, lost) == ([], [])


def test_a_table_drawn_with_characters_is_one_on_a_page_too() -> None:
    rule = "├──────┼────┼────┤\n"
    drawn = rule + "".join(f"│规章  │{number}   │2   │\n{rule}" for number in range(6))
    page = f"<h1>桃溪镇2023年政府信息公开工作年度报告</h1><pre>一、总体情况\n{drawn}三、收到</pre>"
    (grid,) = (block for block in read(page.encode(), "a.html").blocks if isinstance(block, Grid))
    rows = [[cell.text for cell in row] for row in grid.rows]
    assert rows == [["规章", str(number), "2"] for number in range(6)]
