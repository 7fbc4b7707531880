"""A file that ends right behind a digit may have lost the rest of the number."""

import pytest

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read

TEXT = (
    "桃溪镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n"
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t1\t0\t12"
)


def of(text: str) -> Reading:
    return interpret(read(text.encode(), "a.txt"), FORMS)


def test_the_last_figure_of_a_cut_file_is_open_and_no_other() -> None:
    found = of(TEXT).cells
    cell = found["art20_1.normative_documents.in_force"]
    assert (cell.state, cell.raw, cell.value) == (State.AMBIGUOUS, "12…", None)
    assert "中断" in cell.why
    assert found["art20_1.normative_documents.issued"].value == 1


@pytest.mark.parametrize("end", ["\n", "\t", "件", "\n五、存在的主要问题及改进情况\n见2023"])
def test_a_figure_with_anything_behind_it_is_whole(end: str) -> None:
    assert of(TEXT + end).cells["art20_1.normative_documents.in_force"].value == 12


def test_a_page_cut_inside_a_cell_leaves_its_figure_open() -> None:
    rows = "".join(f"<tr><td>{'<td>'.join(line.split(chr(9)))}" for line in TEXT.splitlines()[2:])
    page = "<html><body><p>桃溪镇2022年政府信息公开工作年度报告<p>二、主动公开政府信息情况<table>" + rows
    assert of(page).cells["art20_1.normative_documents.in_force"].state is State.AMBIGUOUS
    assert of(f"{page}</table>").cells["art20_1.normative_documents.in_force"].value == 12
