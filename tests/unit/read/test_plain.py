"""What stands around and between the figures of a text, but is neither a word of the forms nor a figure."""

import pytest

from nianbao.read import Grid, Line, read

TITLE = "桃尧镇2020年政府信息公开工作年度报告"
SHEET = ("规章,1,0,7", "行政规范性文件,,2,9", "行政许可,17,,", "行政处罚,4,,", "行政强制,0,,")
IN_CELLS = [
    ["规章", "1", "0", "7"],
    ["行政规范性文件", "", "2", "9"],
    ["行政许可", "17", "", ""],
    ["行政处罚", "4", "", ""],
    ["行政强制", "0", "", ""],
]


def grids(*lines: str, name: str = "a.txt") -> list[list[list[str]]]:
    found = read("\n".join((TITLE, *lines)).encode(), name).blocks
    return [[[cell.text for cell in row] for row in block.rows] for block in found if isinstance(block, Grid)]


def test_commas_separate_the_cells_of_a_sheet() -> None:
    prose = ("一、总体情况", "2020年,我镇共收到申请3件,答复3件", "公开信息9条,")
    assert grids(*prose, "二、主动公开政府信息情况", *SHEET, *prose, "三、收到, 和处理情况。") == [IN_CELLS]


def test_semicolons_do_where_a_program_writes_them() -> None:
    quoted = (";".join(f'"{cell}"' for cell in line.split(",")) for line in SHEET)
    assert grids("一、总体情况", "公开信息；收到申请。", *quoted, "三、收到和处理情况。") == [IN_CELLS]


def test_in_a_sheet_with_semicolons_a_row_of_figures_and_a_line_of_prose_are_cells_too() -> None:
    quoted = [";".join(f'"{cell}"' for cell in line.split(",")) for line in SHEET]
    title = f'"{TITLE}";;;'
    found = read("\n".join((title, *quoted, "2;1;0;3", ";;;", '"五、问题";;;')).encode(), "a.csv").blocks
    lines = [(block.text, str(block.at)) for block in found if isinstance(block, Line)]
    assert lines == [(TITLE, "L1C2"), ("五、问题", f"L{len(SHEET) + 4}C2")]
    (grid,) = (block for block in found if isinstance(block, Grid))
    assert [cell.text for cell in grid.rows[-1]] == ["2", "1", "0", "3"]


def test_rows_that_are_written_out_need_no_mark_before_a_figure_behind_a_colon() -> None:
    names = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其 他", "总计")
    row = "1.属于国家秘密:" + ",".join(f"{name} {at}.0" for at, name in enumerate(names))
    money = "政府集中采购:采购项目数量 3,采购总金额 1411300元"
    found = grids(
        "三、收到和处理政府信息公开申请情况", row, "行政许可：上一年项目数量：2；本年增/减：↓6", money
    )
    assert found[0] == [["", *names], ["1.属于国家秘密", *(f"{at}.0" for at in range(7))]]
    assert [grid[1] for grid in found[1:]] == [["行政许可", "2", "↓6"], ["政府集中采购", "3", "1411300元"]]


def test_a_quoted_cell_may_hold_commas_and_quotation_marks() -> None:
    found = grids(*SHEET, '"3.危及""三安全一稳定""",0,"1,204",0')
    assert found[0][-1] == ["3.危及“”三安全一稳定“”", "0", "1,204", "0"]


def test_a_cell_copied_from_a_sheet_goes_on_below_in_its_quotation_marks() -> None:
    labels = ("一、本年新收", "二、上年结转", "1.属于国家", "2.其他法律", "3.危及三安")
    found = grids(*(line for label in labels for line in (f'"{label}', '某某"\t\t3\t0')))
    assert found == [[[f"{label}某某", "", "3", "0"] for label in labels]]


def test_the_place_of_a_quoted_cell_is_its_first_character() -> None:
    (grid,) = [
        block
        for block in read("\n".join((TITLE, *SHEET, '"规\n章",3,4,"5"')).encode(), "a").blocks
        if isinstance(block, Grid)
    ]
    assert [str(cell.at) for cell in grid.rows[-1]] == ["L7C2", "L8C4", "L8C6", "L8C9"]


def test_a_quotation_mark_that_is_never_closed_opens_no_cell() -> None:
    assert grids(*SHEET, '"规章,3,4,5', *["无。"] * 9)[0][-1] == ['"规章', "3", "4", "5"]


@pytest.mark.parametrize(
    "lines",
    [
        ("规章：本年制发件数：1；本年废止件数：0；现行有效件数：7", "行政许可：本年处理决定数量：17件。"),
        ("规章 本年制发件数=1 / 本年废止件数=0 / 现行有效件数=7", "行政许可 本年处理决定数量 = 17"),
        (
            "规章",
            "  本年制发件数：1",
            "  本年废止件数：0",
            "  现行有效件数：7",
            "行政许可",
            "  本年处理决定数量：17",
        ),
    ],
)
def test_rows_that_are_written_out_are_rows(lines: tuple[str, ...]) -> None:
    assert grids("二、主动公开政府信息情况", *lines) == [
        [["", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "0", "7"]],
        [["", "本年处理决定数量"], ["行政许可", "17"]],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "规章：本年制发件数：1；本年共召开会议3次",
        "规章：本年制发件数1现行有效件数7",
        "某某：本年制发件数：1；本年废止件数：0",
        "一、本年新收政府信息公开申请数量 （一）予以公开 3",
    ],
)
def test_a_line_that_holds_anything_else_is_not_written_out(line: str) -> None:
    assert not any(row[0] == "" for grid in grids("二、主动公开政府信息情况", line) for row in grid)


@pytest.mark.parametrize("before", ["> ", "> > ", "{}: ", "{:4}\t"])
def test_what_a_mail_or_an_editor_prints_before_each_line_is_no_part_of_it(before: str) -> None:
    lines = ("二、主动公开政府信息情况", "规章\t1\t0\t7", *["行政处罚\t4\t\t"] * 18, "三、收到申请情况")
    text = "\n".join(f"{before.format(number)}{line}" for number, line in enumerate((TITLE, *lines), 1))
    blocks = read(text.encode(), "a.txt").blocks
    assert [block.text for block in blocks if isinstance(block, Line)] == [TITLE, lines[0], lines[-1]]
    (grid,) = [block for block in blocks if isinstance(block, Grid)]
    assert [cell.text for cell in grid.rows[0]][:4] == ["规章", "1", "0", "7"]
    assert grid.rows[0][1].at.column == len(f"{before.format(3)}规章\t") + 1


def test_figures_one_below_the_other_are_no_numbers_of_lines() -> None:
    figures = [str(number) for number in range(2, 32)]
    assert [row[0] for grid in grids("规章", *figures) for row in grid][:1] == ["规章"]
    assert [cell for grid in grids("规章", *figures) for row in grid for cell in row[1:]] == figures


def test_marks_of_markdown_and_names_of_characters_are_no_part_of_a_cell() -> None:
    rows = ("| 规 章 | **12** | \\+2 | __0__ |", "|---|---|---|---|", "| 行政许可 | 3 | &nbsp; | &#48; |")
    assert grids(*rows, *rows[-1:] * 3)[0][:2] == [["规 章", "12", "+2", "0"], ["行政许可", "3", "", "0"]]


def test_cells_that_a_converter_left_in_tags_are_read_one_below_the_other() -> None:
    cells = ("规章", *"107", "行政规范性文件", *"209", "行政许可", "8", "行政处罚", "4", "行政强制", *"0" * 7)
    lines = [line for cell in cells for line in ('<div align="center">', "", cell, "", "</div>", "")]
    found = grids("\u00a0\u00a0**二、主动公开政府信息情况**", *lines)
    assert [row for grid in found for row in grid][:2] == [["规章", *"107"], ["行政规范性文件", *"209"]]


def test_markdown_that_begins_with_a_tag_is_no_page() -> None:
    table = "<table><tr><td>行政许可</td><td>8</td></tr></table>"
    rows = ("| 规章 | 1 | 0 | 7 |", "|---|---|---|---|", "| 行政规范性文件 | 2 | 0 | 9 |")
    text = "\n".join(('<div class="header">', "", "</div>", "", f"# {TITLE}", "", *rows, "", table, ""))
    found = read(text.encode(), "a.md").blocks
    assert [
        [cell.text for cell in row] for block in found if isinstance(block, Grid) for row in block.rows
    ] == [
        ["规章", "1", "0", "7"],
        ["行政规范性文件", "2", "0", "9"],
        ["行政许可", "8"],
    ]


@pytest.mark.parametrize("between", ["  ", "\u3000", "; ", "；", "、"])
def test_figures_on_the_line_below_their_label_are_cells(between: str) -> None:
    rows = [line for label in ("规章", "行政规范性文件") for line in (label, between.join("107"))]
    alone = [line for label in ("行政许可", "行政处罚", "行政强制") for line in (label, *"0" * 5)]
    found = [row for grid in grids(*rows, *alone) for row in grid]
    assert found[:2] == [["规章", *"107"], ["行政规范性文件", *"107"]]


def test_a_section_counted_in_arabic_numerals_begins_behind_glued_figures() -> None:
    words = (
        "政府集中采购00" + "3、收到和处理政府信息公开申请情况" + "一、本年新收政府信息公开申请数量3100004" * 9
    )
    found = read(f"{TITLE}\n{words}".encode(), "a.txt").blocks
    assert "3、收到和处理政府信息公开申请情况" in [block.text for block in found if isinstance(block, Line)]


def test_a_paragraph_counted_like_a_section_begins_none() -> None:
    words = "（一）主动公开。1、主动公开政府信息情况良好。" + "全年有序开展。" * 9
    assert [block.text for block in read(f"{TITLE}\n{words}".encode(), "a.txt").blocks][1:] == [words]
