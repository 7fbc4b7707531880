"""The first row of 表二 is read without its label where header and second row leave no choice."""

import pytest

from nianbao.cells import Cell, State
from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.read import read

HEAD = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"


def rules(*lines: str) -> list[Cell]:
    text = "\n".join(("某镇2022年政府信息公开工作年度报告", "第二十条第（一）项\t\t\t", *lines))
    cells = interpret(read(text.encode(), "a.txt"), FORMS).cells
    return [cell for at, cell in cells.items() if at.startswith("art20_1.rules.")]


@pytest.mark.parametrize("row", ["\t1\t0\t7", " \t1\t/\t7"])
def test_figures_between_the_header_and_the_second_row_are_those_of_the_first(row: str) -> None:
    found = rules(HEAD, row, "行政规范性文件\t1\t2\t3")
    assert [cell.raw for cell in found] == row.split("\t")[1:]
    assert {cell.state for cell in found} <= {State.INFERRED, State.MARK}
    assert "规章" in found[0].why


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, "\t1\t0", "行政规范性文件\t1\t2\t3"),
        (HEAD, "某处\t1\t0\t7", "行政规范性文件\t1\t2\t3"),
        (HEAD, "行政规范性文件\t1\t2\t3", "\t1\t0\t7"),
        (HEAD, "\t1\t0\t7", "行政许可\t1\t2\t3"),
        ("\t1\t0\t7", "行政规范性文件\t1\t2\t3"),
    ],
    ids=["a figure lost", "another label", "below the second row", "no second row", "no header"],
)
def test_any_other_figures_are_not(lines: tuple[str, ...]) -> None:
    assert {cell.value for cell in rules(*lines)} <= {None}
