"""Empty cells between columns are found by the places of the figures around them."""

from collections.abc import Callable, Mapping

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.read import read
from nianbao.read.document import Grid
from nianbao.read.layouts import read_lines
from nianbao.read.layouts.shape import display_width

LABELS = ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及三安全一稳定")
OTHERS = ("2.重复申请", "3.要求提供公开出版物", "（七）总计", "四、结转下年度继续办理", "（一）予以公开")
FULL = "       85      50       6      32      64      14     250"
_LABEL = 30  # columns; a Chinese character takes two


def line(label: str, figures: str) -> str:
    return label + " " * (_LABEL - sum(1 + (letter > "\u2e80") for letter in label)) + figures


def rows(*figures: str) -> list[list[str]]:
    """Return the cells behind the labels of rows with these figures, between complete rows."""
    mine = [line(label, each) for label, each in zip(LABELS, figures, strict=False)]
    full = [line(label, FULL) for label in OTHERS]
    blocks = read_lines(["某镇2022年政府信息公开工作年度报告", *full, *mine, *full])
    found = [row for block in blocks if isinstance(block, Grid) for row in block.rows]
    return [[cell.text for cell in row[1:]] for row in found if row[0].text in LABELS]


def test_a_figure_stands_in_the_column_it_is_printed_in() -> None:
    found = rows(
        "        2       3                       1       3      10",
        "       11                                               11",
        "                                        1                1",
    )
    assert found == [
        ["2", "3", "", "", "1", "3", "10"],
        ["11", "", "", "", "", "", "11"],
        ["", "", "", "", "1", "", "1"],
    ]


def test_a_row_without_its_last_figure_may_have_lost_any_column() -> None:
    assert rows("       85      50       6      32      64      14") == [["85", "50", "6", "32", "64", "14"]]


def test_figures_between_two_columns_leave_their_row_as_it_was() -> None:
    assert rows("            2               3              10") == [["2", "3", "10"]]


PLACES = (40, 54, 68, 82, 96, 110, 124)  # columns of the page at which the names of the columns begin
ONE_LINE = (
    dict(
        zip(
            PLACES,
            ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
            strict=True,
        )
    ),
)
BROKEN = (
    {40: "自然人", 54: "商业", 68: "科研", 82: "社会公", 96: "法律服", 124: "总计"},
    {110: "其他"},
    {0: "（本列数据的勾稽关系为：", 54: "企业", 68: "机构", 82: "益组织", 96: "务机构"},
)
ZERO_ROWS = ("3.其他", *OTHERS[:4], "1.信访举报投诉类申请", "8.属于行政查询事项", "7.属于行政执法案卷")
ZEROS = [{0: label, 124: "0"} for label in ZERO_ROWS]


def page(*lines: Mapping[int, str], width: Callable[[str], int]) -> list[str]:
    """Return lines with words at columns of the page; `width` is what a program takes a text to be wide."""
    printed = []
    for words in lines:
        text = ""
        for column, word in words.items():
            text += " " * (column - width(text)) + word
        printed.append(text)
    return printed


def below_names(lines: list[str]) -> dict[str, list[str]]:
    """Return the cells behind the labels of rows, of which none is complete."""
    title = "某镇2022年政府信息公开工作年度报告"
    blocks = read_lines([title, "三、收到和处理政府信息公开申请情况", *lines])
    rows = [row for block in blocks if isinstance(block, Grid) for row in block.rows]
    return {row[0].text: [cell.text for cell in row[1:]] for row in rows if len(row) > 1}


@pytest.mark.parametrize("width", [len, display_width])
@pytest.mark.parametrize("head", [ONE_LINE, BROKEN])
def test_figures_stand_below_the_names_of_their_columns(
    head: tuple[dict[int, str], ...], width: Callable[[str], int]
) -> None:
    rows = ({0: OTHERS[4], 41: "3", 125: "3"}, {0: LABELS[0], 55: "12", 110: "1", 124: "13"})
    found = below_names(page(*head, *rows, *ZEROS, width=width))
    assert found[OTHERS[4]] == ["3", "", "", "", "", "", "3"]
    assert found[LABELS[0]] == ["", "12", "", "", "", "1", "13"]
    assert found["3.其他"] == ["", "", "", "", "", "", "0"]


@pytest.mark.parametrize("end", ["— 3 —", "\f"])
def test_names_tell_nothing_of_another_page_or_of_figures_between_two(end: str) -> None:
    row = {0: OTHERS[4], 41: "3", 125: "3"}
    assert below_names([*page(*ONE_LINE, *ZEROS, width=len), end, *page(row, width=len)])[OTHERS[4]] == [
        "3",
        "3",
    ]
    between = {0: LABELS[0], 49: "3", 125: "3"}
    assert below_names(page(*ONE_LINE, row, between, *ZEROS, width=len))[OTHERS[4]] == ["3", "3"]


def test_a_figure_on_a_line_of_its_own_may_be_that_of_a_row_beside_it() -> None:
    rows = ({0: OTHERS[4], 41: "3", 55: "0", 125: "3"}, {69: "0"}, {0: LABELS[0], 41: "1", 125: "1"})
    found = below_names(page(*ONE_LINE, *rows, *ZEROS, width=len))
    assert (found[OTHERS[4]], found[LABELS[0]]) == (["3", "0", "3"], ["1", "1"])


def test_a_row_below_names_is_read_with_its_blanks_be_they_first_or_last() -> None:
    rows = ({0: OTHERS[4], 55: "3", 125: "3"}, {0: LABELS[1], 41: "7"}, {0: LABELS[0], 55: "3", 125: "5"})
    form = ("信息内容  本年制发件数  本年废止件数  现行有效件数", "规章  0  0  0")
    text = "\n".join(
        ("某镇2022年政府信息公开工作年度报告", *form, *page(*ONE_LINE, *rows, *ZEROS, width=len))
    )
    cells = interpret(read(text.encode(), "a.txt"), FORMS).cells

    def states(row: str) -> list[str]:
        return [
            f"{cell.state.value} {cell.raw}"
            for at, cell in cells.items()
            if at.startswith(f"applications.{row}.")
        ]

    assert states("granted") == ["blank ", "reported 3", *["blank "] * 4, "reported 3"]
    assert states("denied.prohibited_by_law") == ["reported 7", *["blank "] * 6]
    assert states("denied.state_secret") == ["ambiguous 3 5"] * 7  # moved, or does not add up: left open


def test_a_figure_behind_the_gap_of_all_cells_stands_below_a_name_by_chance() -> None:
    rows = [
        f"{label}   0   0   0" for label in ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制")
    ]
    text = ("某镇2020年政府信息公开工作年度报告", "二、主动公开政府信息情况", *rows * 2, "第二十条第（九）项")
    blocks = read_lines([*text, "信息内容   采购项目数量   采购总金额", "政府集中采购   1"])
    found = [row for block in blocks if isinstance(block, Grid) for row in block.rows]
    assert [cell.text for cell in found[-1]] == ["政府集中采购", "1"]
