"""Figures printed without gaps are cut only where one way is left."""

import pytest

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.interpret.balance import possible
from nianbao.interpret.cuts import adding_cuts, cuts_of, holds, row_identities, wide_cuts
from nianbao.read import read

FORM = FORMS["2021-30"]
APPLICATIONS = next(table for table in FORM.tables if table.id == "applications")
DISPUTES = next(table for table in FORM.tables if table.id == "disputes")
RULES = next(table for table in FORM.tables if table.id == "art20_1")


def report(figures: dict[str, str], *, rules: str = "000") -> Reading:
    """Return a report on one line with these glued rows of 表三; every other row is 0000000."""
    rows = "".join(f"{row.label}{figures.get(row.id, '0000000')}" for row in APPLICATIONS.rows)
    text = (
        "桃尧镇2023年政府信息公开工作年度报告根据要求编制。二、主动公开政府信息情况第二十条第（一）项信息内容"
        f"本年制发件数本年废止件数现行有效件数规章000行政规范性文件{rules}三、收到和处理政府信息公开申请情况"
        f"{APPLICATIONS.stub}申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他{rows}"
    )
    return interpret(read(text.encode(), "a.txt"), FORMS)


def values(found: Reading, row: str) -> list[object]:
    return [cell.value for address, cell in found.cells.items() if address.startswith(f"{row}.")]


def states(found: Reading, row: str) -> list[str]:
    return [cell.state.value for address, cell in found.cells.items() if address.startswith(f"{row}.")]


@pytest.mark.parametrize(
    ("text", "ways", "left"),
    [
        ("801000081", 5, [(80, 1, 0, 0, 0, 0, 81)]),
        ("15130000154", 31, [(151, 3, 0, 0, 0, 0, 154)]),
        ("640020470", 12, [(64, 0, 0, 2, 0, 4, 70)]),
        ("220000022", 4, [(2, 20, 0, 0, 0, 0, 22), (22, 0, 0, 0, 0, 0, 22)]),
        ("20 0 00 0 121", 3, [(20, 0, 0, 0, 0, 1, 21)]),
        ("1" * 40, 0, []),
    ],
)
def test_a_row_is_cut_in_every_way_and_its_total_decides(
    text: str, ways: int, left: list[tuple[int, ...]]
) -> None:
    cuts = cuts_of(text, APPLICATIONS.columns)
    (identity,) = row_identities(APPLICATIONS, "new")
    assert len(cuts) == ways
    assert [tuple(map(int, cut)) for cut in cuts if holds(identity, cut, APPLICATIONS.columns)] == left


@pytest.mark.parametrize("text", ["110024001510102", "25380363300630003", "10203120001200000"])
def test_fifteen_glued_figures_are_cut_one_way_by_their_three_totals(text: str) -> None:
    (cut,) = wide_cuts(text, DISPUTES) or ()
    assert "".join(cut) == text


def test_every_cut_of_fifteen_figures_is_found_or_none() -> None:
    figures = ("128", "15", "0", "15", "158", *("0", "2304", "0", "0", "2304"), *("2", "15", "15", "0", "32"))
    cuts = wide_cuts("".join(figures), DISPUTES) or ()
    assert {figures, ("12", "81", "50", "15", "158", *figures[5:])} == set(cuts)


def test_a_long_row_is_cut_in_every_way_in_which_its_total_is_right() -> None:
    cuts = adding_cuts("1079184511241285", APPLICATIONS.columns) or ()
    assert ("1079", "184", "5", "1", "12", "4", "1285") in cuts
    assert all(sum(map(int, cut[:-1])) == int(cut[-1]) and "".join(cut) == "1079184511241285" for cut in cuts)
    assert adding_cuts("1" * 60, APPLICATIONS.columns) is None


def test_one_character_per_column_is_reported_at_its_own_place() -> None:
    found = report({})
    assert states(found, "art20_1.rules") == ["reported"] * 3
    places = [cell.at for address, cell in found.cells.items() if address.startswith("art20_1.rules.")]
    assert [place and place.column for place in places] == [73, 74, 75]


def test_a_row_cut_by_its_total_is_inferred_and_keeps_its_print() -> None:
    found = report({"denied.state_secret": "801000081"})
    assert values(found, "applications.denied.state_secret") == [80, 1, 0, 0, 0, 0, 81]
    cell = found.cells["applications.denied.state_secret.natural_person"]
    assert (cell.state, cell.raw, cell.by) == (State.INFERRED, "801000081", "APP-02")


def test_two_ways_to_cut_leave_the_figures_they_share() -> None:
    found = report({"granted": "220000022", "processed_total": "220000022", "new": "220000022"})
    assert values(found, "applications.granted") == [None, None, 0, 0, 0, 0, 22]


def test_the_identities_between_rows_decide_what_a_total_leaves_open() -> None:
    figures = {"granted": "20000002", "partially_granted": "220000022", "new": "240000024"}
    found = report({**figures, "granted": "2000002", "processed_total": "24 0 0 0 0 0 24"})
    assert values(found, "applications.partially_granted") == [22, 0, 0, 0, 0, 0, 22]
    assert found.cells["applications.partially_granted.total"].by in ("APP-02", "APP-03")
    assert values(found, "applications.new") == [24, 0, 0, 0, 0, 0, 24]


def test_rows_without_an_identity_stay_open() -> None:
    found = report({}, rules="77132470")
    assert states(found, "art20_1.normative_documents") == ["ambiguous"] * 3
    assert {cell.raw for address, cell in found.cells.items() if "normative" in address} == {"77132470"}


def test_the_ordinal_of_the_next_label_is_not_taken_for_a_figure() -> None:
    text = "1.属于国家秘密0000000其他法律行政法规禁止公开00000003危及“三安全一稳定”0000000"
    rows = "".join(f"{row.label}0000000" for row in APPLICATIONS.rows[6:])
    found = interpret(read(f"政府信息公开{APPLICATIONS.stub}自然人{text}{rows}".encode(), "a.txt"), FORMS)
    assert values(found, "applications.denied.prohibited_by_law") == [0] * 7
    assert values(found, "applications.denied.security_and_stability") == [0] * 7


def test_readings_are_kept_only_where_the_sums_balance() -> None:
    readings = {"a": [(2, 20), (22, 0)], "b": [(1, 0)], "sum": [(23, 0)]}
    assert possible(("a", "b"), ("sum",), readings)["a"] == frozenset({1})
    assert possible(("a", "b"), ("sum",), {**readings, "sum": [(9, 9)]}) == {}


def test_glued_figures_on_the_line_below_their_label_are_cut() -> None:
    cut = {"new": "801000081", "granted": "801000081", "processed_total": "801000081"}
    rows = [f"{row.label}\n{cut.get(row.id, '0000000')}" for row in APPLICATIONS.rows]
    lines = (
        "桃尧镇2023年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "信息内容本年制发件数本年废止件数现行有效件数",
    )
    lines += ("三、收到和处理政府信息公开申请情况", *rows, "四、政府信息公开行政复议、行政诉讼情况")
    disputes = ("行政复议行政诉讼", "结果维持结果纠正其他结果尚未审结总计" * 3, "　　110024001510102")
    found = interpret(
        read("\n".join((*lines, *disputes, "五、存在的主要问题及改进情况")).encode(), "a.txt"), FORMS
    )
    assert values(found, "applications.granted") == [80, 1, 0, 0, 0, 0, 81]
    assert values(found, "applications.denied.state_secret") == [0] * 7
    assert values(found, "disputes") == [1, 1, 0, 0, 2, 4, 0, 0, 1, 5, 1, 0, 1, 0, 2]


@pytest.mark.parametrize("mark", ["-4-", "- 4 -"])
def test_a_page_mark_behind_glued_figures_is_none_of_them(mark: str) -> None:
    found = report({"denied.prohibited_by_law": f"4000004 {mark} "})
    assert values(found, "applications.denied.prohibited_by_law") in ([4, 0, 0, 0, 0, 0, 4], [None] * 7)
    assert values(found, "applications.denied.security_and_stability") == [0] * 7


def test_the_only_way_to_cut_a_row_is_none_where_it_does_not_add_up() -> None:
    assert (
        values(report({"denied.state_secret": "40004-4"}), "applications.denied.state_secret") == [None] * 7
    )
    assert values(report({"denied.state_secret": "2000003"}), "applications.denied.state_secret")[-1] == 3


def test_a_glued_label_may_have_a_comma_or_an_ordinal_in_one_character() -> None:
    rows = {
        "2.没有现成信息需要另行制作": "⒉没有现成信息，需要另行制作",
        "1.信访举报投诉类申请": "⒈信访、举报、投诉类申请",
    }
    lines = [f"{rows.get(row.label, row.label)}1000001" for row in APPLICATIONS.rows]
    head = ("桃尧镇2023年政府信息公开工作年度报告", "信息内容本年制发件数本年废止件数现行有效件数", "规章000")
    found = interpret(read("\n".join((*head, *lines)).encode(), "a.txt"), FORMS)
    assert all(cell.value is not None for at, cell in found.cells.items() if at.startswith("applications."))
