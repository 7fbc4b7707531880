"""Figures torn from their labels are given to a row only where order and count leave no choice."""

from collections.abc import Sequence

import pytest

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read

TABLE = FORMS["2021-30"].table("applications")
ROWS = [row.id for row in TABLE.rows] if TABLE else []
LABELS = {row.id: row.label for row in TABLE.rows} if TABLE else {}
HEAD = (
    "某镇2022年政府信息公开工作年度报告",
    "第二十条第（一）项",
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
    "|---|---|---|---|",
    "| 规章 | 0 | 0 | 0 |",
    "三、收到和处理政府信息公开申请情况",
)
TORN = "denied.third_party_rights"
COUNTS = {"new": 9, "granted": 2, TORN: 3, "unable_to_provide.not_held": 4, "processed_total": 9}


def figures(count: int, total: int | None = None) -> str:
    return f"| {count} | 0 | 0 | 0 | 0 | 0 | {count if total is None else total} |"


def reading(torn: dict[str, Sequence[str]]) -> Reading:
    """Read 表三 in Markdown; a row in `torn` is printed as these lines."""
    lines = [
        line for row in ROWS for line in torn.get(row, (f"| {LABELS[row]} {figures(COUNTS.get(row, 0))}",))
    ]
    return interpret(read("\n".join((*HEAD, *lines)).encode(), "a.txt"), FORMS)


def cells(found: Reading, row: str) -> tuple[set[State], list[int | None]]:
    mine = [cell for address, cell in found.cells.items() if address.startswith(f"applications.{row}.")]
    return {cell.state for cell in mine}, [None if cell.value is None else int(cell.value) for cell in mine]


THREE = [3, 0, 0, 0, 0, 0, 3]


@pytest.mark.parametrize("lines", [(figures(3), f"| {LABELS[TORN]} |"), (f"| {LABELS[TORN]} |", figures(3))])
def test_a_line_of_figures_beside_the_only_label_without_any_is_its_row(lines: tuple[str, str]) -> None:
    assert cells(reading({TORN: lines}), TORN) == ({State.REPORTED}, THREE)


def test_lines_without_labels_are_rows_where_every_column_then_adds_up() -> None:
    found = reading({TORN: (figures(3),), "denied.internal_affairs": (figures(0),)})
    assert cells(found, TORN) == ({State.INFERRED}, THREE)
    assert {cell.by for address, cell in found.cells.items() if TORN in address} == {"APP-03"}
    assert cells(found, "denied.internal_affairs") == ({State.INFERRED}, [0] * 7)


@pytest.mark.parametrize(
    "torn",
    [
        {TORN: (figures(4),)},  # the columns do not add up
        {TORN: (figures(3),), "denied.internal_affairs": ()},  # one line for two rows
        {TORN: (figures(3), figures(3))},  # two lines for one row
        {TORN: (figures(3, 4),)},  # the row does not add up
        {TORN: ("| 3 | 0 | 0 | 0 | 0 | 3 |",)},  # a figure is lost
        {TORN: (f"| 2.重复 {figures(3)}",), "not_processed.repeated": ()},  # a row has moved here
        {TORN: (f"| 重复 {figures(3)}",)},  # the cut label of another row
        {TORN: (figures(3),), "granted": ("| （一）予以公开 |",)},  # so are those of another row
    ],
)
def test_where_anything_is_left_open_the_figures_are_nobodys(torn: dict[str, Sequence[str]]) -> None:
    states, values = cells(reading(torn), TORN)
    assert values == [None] * 7
    assert states <= {State.MISSING, State.AMBIGUOUS}
