"""Empty cells between columns are found by the places of the figures around them."""

from nianbao.read.document import Grid
from nianbao.read.layouts import read_lines

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
