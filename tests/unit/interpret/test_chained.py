"""Rows whose labels a program has printed far from their figures are read where order leaves no choice."""

import pytest

from nianbao.cells import Cell, State
from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.read import read

FORM = FORMS["2021-30"]
TABLE = next(table for table in FORM.tables if table.id == "applications")
HEAD = (
    "某镇2022年政府信息公开工作年度报告",
    *("第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", *"000"),
    "三、收到和处理政府信息公开申请情况",
)
FIGURES = {
    "new": "4000004",
    "granted": "3000003",
    "not_processed.reconfirmation": "1000001",
    "processed_total": "4000004",
}
MOVED = (  # of these rows the label stands behind the table
    "not_processed.reconfirmation",
    "other_outcome.correction_overdue",
    "other_outcome.fee_unpaid",
    "other_outcome.other",
)


def cells(
    *, moved: tuple[str, ...] = MOVED, before: str = "", behind: str = "", short: str = ""
) -> dict[str, Cell]:
    """Return 表三 of a text with a cell on each line; `before` and `behind` the table stand other figures."""
    lines = [*before]
    for row in TABLE.rows:
        figures = FIGURES.get(row.id, "0000000")
        lines += [] if row.id in moved else [row.label]
        lines += figures[:-1] if row.id == short else figures
    lines += [row.label for row in TABLE.rows if row.id in moved]
    text = "\n".join((*HEAD, *lines, *behind, "四、政府信息公开行政复议、行政诉讼情况", "无。"))
    found = interpret(read(text.encode(), "a.txt"), FORMS).cells
    return {at: cell for at, cell in found.items() if at.startswith("applications.")}


def test_rows_in_the_order_of_the_form_are_told_by_those_before_and_behind_them() -> None:
    found = cells()
    assert {cell.state for cell in found.values()} == {State.INFERRED}
    for row in TABLE.rows:
        printed = FIGURES.get(row.id, "0000000")
        assert [str(found[at].value) for at in TABLE.row_addresses(row.id)] == list(printed)


@pytest.mark.parametrize(
    "moved",
    [("processed_total", "carried_forward"), ("other_outcome.correction_overdue",)],
    ids=["the last two, a pile behind 3.其他", "one in the middle"],
)
def test_labels_printed_after_their_figures_take_nothing_from_the_other_rows(moved: tuple[str, ...]) -> None:
    found = cells(moved=moved)
    for row in TABLE.rows:
        printed = FIGURES.get(row.id, "0000000")
        assert [str(found[at].value) for at in TABLE.row_addresses(row.id)] == list(printed), row.id


@pytest.mark.parametrize(
    "damage",
    [
        {"before": "1", "behind": "2"},
        {"short": "granted", "behind": "1"},
        {"before": "0000000", "behind": "7"},
    ],
    ids=["figures on both sides", "a lost figure", "a row before all labels"],
)
def test_where_figures_are_left_over_at_both_ends_nothing_is_told(damage: dict[str, str]) -> None:
    assert not any(cell.known for at, cell in cells(**damage).items() if "reconfirmation" in at)


def test_the_rows_up_to_the_last_are_told_though_those_before_are_not() -> None:
    found = cells(short="granted")
    assert not any(found[at].known for at in TABLE.row_addresses("granted"))
    assert [found[at].value for at in TABLE.row_addresses("not_processed.reconfirmation")] == [
        1,
        0,
        0,
        0,
        0,
        0,
        1,
    ]


@pytest.mark.parametrize(
    ("names", "total", "known"),
    [
        (("未经复议直接起诉", "复议后起诉"), "2", True),
        (("未经复议直接起诉", "复议后起诉"), "3", False),
        (("复议后起诉", "未经复议直接起诉"), "2", False),
        (("未经复议直接起诉", "信访"), "2", False),
    ],
    ids=["in turn", "does not add up", "in another order", "of another matter"],
)
def test_disputes_in_two_blocks_are_told_by_names_in_turn(
    names: tuple[str, str], total: str, known: bool
) -> None:
    header = ("结果", "维持", "结果", "纠正", "其他", "结果", "尚未审结", "总计")
    rows = (line for row in TABLE.rows for line in (row.label, *"0000000"))
    disputes = ("四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", *header, *"30036")
    text = "\n".join((*HEAD, *rows, *disputes, *names, *header, *header, *"100120200", total))
    found = interpret(read(f"{text}\n五、存在的主要问题及改进情况".encode(), "a.txt"), FORMS).cells
    assert {cell.known for at, cell in found.items() if at.startswith("disputes.")} == {known}


@pytest.mark.parametrize(
    ("total", "values"), [("6", [3, 0, 0, 3, 6, 8, 2, 0, 0, 10, 0, 2, 0, 0, 2]), ("7", [None] * 15)]
)
def test_disputes_printed_among_the_words_of_their_header_are_told_by_their_sums(
    total: str, values: list[int | None]
) -> None:
    header = ("行政复议", "行政诉讼", "结果", "结果", "其他", "尚未", "维持", "纠正", "结果", "审结")
    groups = (
        *header,
        *"3003",
        "未经复议直接起诉",
        "总计",
        total,
        "复议后起诉",
        *header[2:],
        *"8200",
        "总计",
        "10",
    )
    rows = (line for row in TABLE.rows for line in (row.label, *"0000000"))
    disputes = ("四、政府信息公开行政复议、行政诉讼情况", *groups, *header[2:], *"0200", "总计", "2")
    text = "\n".join((*HEAD, *rows, *disputes, "五、存在的主要问题及改进情况", "无。"))
    found = interpret(read(text.encode(), "a.txt"), FORMS).cells
    assert [cell.value for at, cell in found.items() if at.startswith("disputes.")] == values
