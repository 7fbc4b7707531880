"""Tables whose cells are marked up: the header tells which column a figure stands in."""

from decimal import Decimal

import pytest

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read

TITLE = "<p>某镇2022年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>"
ISSUED = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
KINDS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
NEW, OLD, NEXT = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "四、结转下年度继续办理",
)
TOTAL_FIRST = (
    "<td>总计</td><td>自然人</td>" + "".join(f"<td>{kind}</td>" for kind in KINDS),
    (3, 2, 1, 0, 0, 0, 0),
    (1, 1, 0, 0, 0, 0, 0),
    (0, 0, 0, 0, 0, 0, 0),
)
IN_ORDER = "<td>自然人</td>" + "".join(f"<td>{kind}</td>" for kind in KINDS) + "<td>总计</td>"


def reading(header: str, *rows: tuple[object, ...]) -> Reading:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    labelled = (f"<tr><td>{label}</td>{row}</tr>" for label, row in zip((NEW, OLD, NEXT), cells, strict=True))
    table = f"<table><tr><td></td>{header}</tr>{''.join(labelled)}</table>"
    return page(documents(*ISSUED), "<p>三、收到和处理政府信息公开申请情况</p>", table)


def documents(*header: str) -> str:
    """Return 第二十条第（一）项 with one row below this header: 9, 1 and 0."""
    rows = (header, ("行政规范性文件", 9, 1, 0))
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) for row in rows)}</table>"


def page(*parts: str) -> Reading:
    return interpret(read(f"<html><body>{TITLE}{''.join(parts)}</body></html>".encode(), "a.html"), FORMS)


def values(found: Reading, row: str) -> list[Decimal | None]:
    return [cell.value for address, cell in found.cells.items() if address.startswith(f"applications.{row}.")]


def states(found: Reading, row: str) -> set[State]:
    return {cell.state for address, cell in found.cells.items() if address.startswith(f"applications.{row}.")}


def test_figures_stand_below_their_column_in_whatever_order_the_header_names_them() -> None:
    found = reading(*TOTAL_FIRST)
    assert values(found, "new") == [2, 1, 0, 0, 0, 0, 3]
    assert values(found, "carried_forward") == [0] * 7


@pytest.mark.parametrize(
    "rows",
    [
        ((2, 1, 0, 0, 0, 0, 3), (1, 0, 0, 0, 0, 0, 1), (0,) * 7),  # the figures keep the form's order
        ((3, 2, 2, 0, 0, 0, 0), (1, 0, 0, 0, 0, 0, 0), (0,) * 7),  # nothing bears the header out
        ((3, 2, 1, 0, 0, 0, 0), (1, 0, 0, 0, 0, 1, 2), (0,) * 7),  # the one row this way, the other that
    ],
)
def test_another_order_that_the_sums_do_not_bear_out_is_open(rows: tuple[tuple[int, ...], ...]) -> None:
    assert states(reading(TOTAL_FIRST[0], *rows), "new") == {State.AMBIGUOUS}


def test_one_figure_throughout_is_certain_in_any_order() -> None:
    found = reading(TOTAL_FIRST[0], (0,) * 7, (0,) * 7, (0,) * 7)
    assert values(found, "new") == values(found, "carried_forward") == [0] * 7


def test_a_table_without_sums_is_not_read_in_another_order() -> None:
    found = page(documents(ISSUED[0], ISSUED[3], *ISSUED[1:3]))
    assert found.cells["art20_1.normative_documents.issued"].state is State.AMBIGUOUS


@pytest.mark.parametrize("remark", ["无", "—", "含转办"])
def test_a_remark_behind_the_total_is_no_figure(remark: str) -> None:
    rows = ((2, 1, 0, 0, 0, 0, 3, remark), (1, 0, "", 0, 0, 0, 1, ""), (*(0,) * 7, ""))
    found = reading(IN_ORDER + "<td>备注</td>", *rows)
    assert values(found, "new") == [2, 1, 0, 0, 0, 0, 3]
    assert values(found, "brought_forward") == [1, 0, None, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("figures", "state"),
    [
        ((0, 0, 0, 0, "", 0, 3, 0), State.AMBIGUOUS),  # is the blank a column, and the 3 none?
        ((3, 0, 0, 0, "", 0, 0, 3), State.REPORTED),
    ],
)
def test_a_row_with_a_cell_too_many_one_of_them_blank_must_add_up(
    figures: tuple[object, ...], state: State
) -> None:
    found = reading(IN_ORDER, (3, 0, 0, 0, 0, 0, 3), figures, (0,) * 7)
    assert states(found, "brought_forward") == {state}
    assert values(found, "new") == [3, 0, 0, 0, 0, 0, 3]


def test_a_column_in_an_unknown_name_stands_between_its_neighbours() -> None:
    found = reading(IN_ORDER.replace("科研机构", "科研院校"), (2, "", 1, "", "", "", 3), (0,) * 7, (0,) * 7)
    assert values(found, "new") == [2, None, 1, None, None, None, 3]


def test_two_columns_in_unknown_names_leave_blanks_open() -> None:
    header = IN_ORDER.replace("科研机构", "科研院校").replace("社会公益组织", "社团")
    assert states(reading(header, ("", 2, "", "", 1, "", ""), (0,) * 7, (0,) * 7), "new") == {State.AMBIGUOUS}


def test_the_names_of_columns_may_go_on_in_the_next_line_of_the_header() -> None:
    lower = "<td></td><td>企业</td><td>机构</td><td></td><td></td><td></td><td></td>"
    header = IN_ORDER.replace("商业企业", "商业").replace("科研机构", "科研")
    found = reading(f"{header}</tr><tr><td></td>{lower}", ("", 2, "", "", 1, "", 3), (0,) * 7, (0,) * 7)
    assert values(found, "new") == [None, 2, None, None, 1, None, 3]


def test_a_figure_below_the_remarks_leaves_its_row_open() -> None:
    rows = ((2, 1, 0, 0, 0, 0, 3, 5), (1, 0, 0, 0, 0, 0, 1, ""), (*(0,) * 7, ""))
    assert states(reading(IN_ORDER + "<td>备注</td>", *rows), "new") == {State.AMBIGUOUS}


def test_a_mark_behind_the_total_without_a_header_of_its_own_leaves_the_row_open() -> None:
    rows = ((2, 1, 0, 0, 0, 0, 3, "—"), (1, 0, 0, 0, 0, 0, 1, ""), (*(0,) * 7, ""))
    assert states(reading(IN_ORDER + "<td></td>", *rows), "new") == {State.AMBIGUOUS}


WITHOUT_TOTAL = IN_ORDER.replace("<td>总计</td>", "")


def test_a_table_cut_off_before_its_total_keeps_the_other_figures_and_says_so() -> None:
    found = reading(WITHOUT_TOTAL, ("1,204", 1, "", 0, 0, 3), (1, 0, 0, 0, 0, 0), (0,) * 6)
    assert values(found, "new") == [1204, 1, None, 0, 0, 3, None]
    total = found.cells["applications.new.total"]
    assert (total.state, "没有总计一栏" in total.why) == (State.MISSING, True)


def test_six_figures_below_six_headers_are_open_where_the_last_may_be_the_total() -> None:
    found = reading(WITHOUT_TOTAL, (2, 1, 0, 0, 0, 3), (1, 0, 0, 0, 0, 1), (0,) * 6)
    assert states(found, "new") == states(found, "carried_forward") == {State.AMBIGUOUS}


def test_a_seventh_figure_below_no_header_is_a_total_whose_name_is_lost() -> None:
    found = reading(WITHOUT_TOTAL + "<td></td>", (2, 1, 0, 0, 0, 0, 3), (1, 0, 0, 0, 0, 0, 1), (0,) * 7)
    assert values(found, "new") == [2, 1, 0, 0, 0, 0, 3]
