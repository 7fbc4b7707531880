"""Rows whose label is lost are read where those around them and their sums leave no choice."""

import pytest

from nianbao.cells import Cell, State
from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.read import read

TABLE = FORMS["2021-30"].table("applications")
ROWS = TABLE.rows if TABLE else ()
HEAD = (
    "某镇2022年政府信息公开工作年度报告",
    "第二十条第（一）项",
    "信息内容",
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
    "规章",
    *"000",
    "三、收到和处理政府信息公开申请情况",
)
LOST, ABOVE = "denied.internal_affairs", "denied.third_party_rights"


def cells(lost: tuple[str, ...], figures: str, gone: str = "") -> list[Cell]:
    """Return two rows of 表三, a cell on each line, the second without its label and `gone` nowhere."""
    lines = [
        line
        for row in ROWS
        if row.id != gone
        for line in (*(() if row.id in lost else (row.label,)), *(figures if row.id == LOST else "0000000"))
    ]
    found = interpret(read("\n".join((*HEAD, *lines)).encode(), "a.txt"), FORMS).cells
    return [found[address] for row in (ABOVE, LOST) for address in TABLE.row_addresses(row)] if TABLE else []


def test_the_figures_of_a_row_without_its_label_stand_behind_those_above() -> None:
    found = cells((LOST,), "3000014")
    assert [cell.value for cell in found] == [0] * 7 + [3, 0, 0, 0, 0, 1, 4]
    assert {cell.state for cell in found} == {State.INFERRED}


@pytest.mark.parametrize(
    ("lost", "figures"),
    [((LOST,), "3000015"), ((LOST,), "300004"), ((LOST, "denied.process_information"), "30000140")],
    ids=["does not add up", "a figure lost", "another count"],
)
def test_where_the_sum_or_the_count_is_wrong_both_rows_are_nobodys(
    lost: tuple[str, ...], figures: str
) -> None:
    assert {cell.value for cell in cells(lost, figures)} == {None}


@pytest.mark.parametrize("gone", ["new", "not_processed.repeated", "carried_forward"])
def test_where_another_row_is_missing_the_figures_may_be_those_of_that_one(gone: str) -> None:
    assert {cell.value for cell in cells((LOST,), "3000014", gone)} == {None}
