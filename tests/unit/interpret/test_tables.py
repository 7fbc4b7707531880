"""Rows are found by their labels; a figure is placed only where nothing else is possible."""

from decimal import Decimal

import pytest

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read
from nianbao.repair import run

CAPTION = "第二十条第（一）项\t\t\t"
HEAD = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"
APPLICANTS = (
    "(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)\t\t申请人情况",
    "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计",
    "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t",
)
ONE, TWO = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
OVERDUE = "\t（六）其他处理\t1.逾期不补正\t0\t0\t0\t0\t0\t0\t0"


def reading(*lines: str) -> Reading:
    return interpret(read("\n".join(("某镇2022年政府信息公开工作年度报告", *lines)).encode(), "a.txt"), FORMS)


def values(found: Reading, row: str) -> list[Decimal | None]:
    return [cell.value for address, cell in found.cells.items() if address.startswith(f"{row}.")]


def states(found: Reading, row: str) -> set[State]:
    return {cell.state for address, cell in found.cells.items() if address.startswith(f"{row}.")}


def codes(found: Reading) -> list[str]:
    return [note.code for note in found.notes]


@pytest.mark.parametrize(
    "row",
    [
        "行政规范性文件\t1\t2\t3",
        "行政规范性文件\t\t1\t2\t3\t",
        "行政规范 性文件\t1\t2\t\t3",
        "规范性文件\t１\t2件\t3",
        "行政规范性\t1\t2\t3",
    ],
)
def test_three_figures_fit_three_columns_one_way_only(row: str) -> None:
    assert values(reading(CAPTION, HEAD, row), "art20_1.normative_documents") == [1, 2, 3]


def test_a_blank_keeps_its_column_under_a_header_of_the_same_width() -> None:
    found = reading(CAPTION, HEAD, "行政规范性文件\t1\t\t3")
    assert values(found, "art20_1.normative_documents") == [1, None, 3]
    assert found.cells["art20_1.normative_documents.repealed"].state is State.BLANK


@pytest.mark.parametrize(
    "row", ["行政规范性文件\t1\t3", "行政规范性文件\t1\t\t\t3", "行政规范性文件\t1\t2\t3\t4"]
)
def test_too_few_or_too_many_figures_are_ambiguous(row: str) -> None:
    found = reading(CAPTION, HEAD, row)
    assert states(found, "art20_1.normative_documents") == {State.AMBIGUOUS}
    cell = found.cells["art20_1.normative_documents.issued"]
    assert cell.raw == " ".join(row.split("\t")[1:]).replace("  ", "").replace("13", "1 3")
    assert "rows-unclear" in codes(found)


def test_a_row_printed_twice_with_other_figures_is_ambiguous() -> None:
    found = reading(
        CAPTION, HEAD, "规章\t0\t0\t0", "规章\t0\t0\t1", "行政规范性文件\t1\t2\t3", "行政规范性文件\t1\t2\t3"
    )
    assert states(found, "art20_1.rules") == {State.AMBIGUOUS}
    assert values(found, "art20_1.normative_documents") == [1, 2, 3]


def test_columns_in_another_order_are_not_read() -> None:
    found = reading(CAPTION, "信息内容\t现行有效件数\t本年制发件数\t本年废止件数", "规章\t5\t0\t0")
    assert states(found, "art20_1.rules") == {State.AMBIGUOUS}


def test_a_header_cut_at_its_line_break_is_still_a_header() -> None:
    found = reading(CAPTION, "信息内容\t本年新\t本年新\t对外公开总数量", "规范性文件\t1\t2\t3")
    assert found.form == "2019-60"
    assert values(found, "art20_1.normative_documents") == [1, 2, 3]


def test_lost_rows_are_missing_and_never_zero() -> None:
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0")
    assert states(found, "art20_1.normative_documents") == {State.MISSING}
    assert states(found, "applications.new") == {State.MISSING}
    assert {"rows-missing", "table-missing"} <= set(codes(found))
    assert all(cell.why for cell in found.cells.values() if not cell.known)


def test_a_merged_cell_printed_once_per_column_is_one_figure() -> None:
    found = reading(
        CAPTION,
        HEAD,
        "规章\t0\t0\t0",
        "第二十条第（五）项",
        "信息内容\t本年处理决定数量",
        "行政许可\t858\t858\t858",
    )
    assert values(found, "art20_5.administrative_licenses") == [858]


def test_the_same_word_is_a_column_and_a_row() -> None:
    found = reading(
        *APPLICANTS, OVERDUE, "\t\t3.其他\t1\t2\t3\t4\t5\t6\t21", "\t（七）总计\t\t1\t2\t3\t4\t5\t6\t21"
    )
    assert values(found, "applications.other_outcome.other") == [1, 2, 3, 4, 5, 6, 21]
    assert values(found, "applications.processed_total") == [1, 2, 3, 4, 5, 6, 21]


def test_a_cut_label_with_another_numeral_is_not_the_row_that_has_the_rest_for_its_name() -> None:
    cut = "\t\t2.其他\t1\t2\t3\t4\t5\t6\t21"  # 2.其他法律行政法规禁止公开
    found = reading(*APPLICANTS, "\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", cut, OVERDUE)
    assert states(found, "applications.other_outcome.other") == {State.MISSING}


def test_a_row_with_a_figure_lost_in_the_middle_carries_no_number() -> None:
    found = reading(*APPLICANTS, OVERDUE, "\t\t2.逾期不缴费\t3\t2\t0\t0\t0\t5")
    assert states(found, "applications.other_outcome.fee_unpaid") == {State.AMBIGUOUS}
    cell = found.cells["applications.other_outcome.fee_unpaid.total"]
    assert (cell.raw, cell.why) == ("3 2 0 0 0 5", "本行只有 6 个数字，表有 7 栏，无法确定缺的是哪一栏")


def test_a_blank_total_is_blank_where_the_rows_around_it_fix_the_columns() -> None:
    found = reading(*APPLICANTS, OVERDUE, "\t\t2.逾期不缴费\t3\t2\t0\t0\t0\t1\t")
    assert values(found, "applications.other_outcome.fee_unpaid") == [3, 2, 0, 0, 0, 1, None]


def test_a_blank_total_behind_what_could_be_the_total_is_ambiguous() -> None:
    found = reading(*APPLICANTS, OVERDUE, "\t\t2.逾期不缴费\t3\t0\t0\t0\t0\t3\t")
    assert states(found, "applications.other_outcome.fee_unpaid") == {State.AMBIGUOUS}


def test_six_blanks_before_a_total_of_zero_stay_blank() -> None:
    found = reading(*APPLICANTS, OVERDUE, "\t\t2.逾期不缴费\t\t\t\t\t\t\t0")
    assert values(found, "applications.other_outcome.fee_unpaid") == [None] * 6 + [0]


DISPUTES = (
    "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t",
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t",
    "\t\t\t\t\t" + "\t".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2),
)


def test_totals_alone_are_totals_where_every_row_has_a_cell_for_each_column() -> None:
    blank = "\t" * 6
    rows = (
        f"{ONE}\t2{blank}2",
        f"{TWO}\t{blank}0",
        f"1.逾期不补正\t{blank}1",
        f"（七）总计\t{blank}2",
    )
    found = reading("三、收到和处理政府信息公开申请情况", *rows, "四、政府信息公开行政复议、行政诉讼情况")
    assert values(found, "applications.new") == [2, *[None] * 5, 2]
    assert values(found, "applications.brought_forward") == [*[None] * 6, 0]
    assert values(found, "applications.processed_total") == [*[None] * 6, 2]
    assert states(found, "applications.brought_forward") == {State.BLANK, State.REPORTED}

    for other in ("（七）总计\t\t\t\t\t\t2", "（七）总计\t\t\t\t2"):
        unsure = reading("三、收到和处理政府信息公开申请情况", *rows[:-1], other)
        assert values(unsure, "applications.new") == [2, *[None] * 5, 2]
        assert states(unsure, "applications.processed_total") == {State.AMBIGUOUS}


@pytest.mark.parametrize(
    ("cells", "given"),
    [
        ("3\t\t0\t1\t\t\t4", [3, None, 0, 1, None, None, 4]),
        ("\t4\t\t0\t0\t\t4", [None] * 7),  # one may be won before it, another lost
        ("3\t\t0\t1\t\t\t", [None] * 7),  # its total may be what it has lost
        ("\t3\t\t0\t1\t\t5", [None] * 7),  # does not add up: a cell may be lost and another won
    ],
)
def test_empty_cells_are_blank_where_the_total_stands_in_its_place(
    cells: str, given: list[int | None]
) -> None:
    found = reading(
        "三、收到和处理政府信息公开申请情况",
        f"{ONE}\t2\t\t\t\t0\t1\t3",
        f"{TWO}\t0\t\t\t1\t\t\t1\t",  # with more padding than the others
        f"（一）予以公开\t{cells}",
        "（二）部分公开\t0\t\t\t\t\t\t0\t\t",
        OVERDUE,
    )
    assert values(found, "applications.granted") == given
    assert values(found, "applications.brought_forward") == [0, None, None, 1, None, None, 1]


def test_a_row_with_a_figure_beyond_the_last_column_is_not_read_and_the_others_are() -> None:
    found = reading(
        "三、收到和处理政府信息公开申请情况",
        f"{ONE}\t2\t\t\t\t0\t1\t3",
        f"{TWO}\t\t0\t\t1\t\t\t1",
        "（一）予以公开\t\t3\t\t0\t1\t\t\t4",
        "（二）部分公开\t0\t\t\t\t\t\t0",
        OVERDUE,
    )
    assert states(found, "applications.granted") == {State.AMBIGUOUS}
    assert values(found, "applications.new") == [2, None, None, None, 0, 1, 3]


def test_disputes_with_empty_cells_are_read_where_all_groups_end_with_their_sums() -> None:
    cells = ["", "12", "2", "3", "1", "18", "5", "", "1", "", "6", "11", "", "2", "1", "14"]
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", *DISPUTES, "\t".join(cells))
    assert values(found, "disputes") == [12, 2, 3, 1, 18, 5, None, 1, None, 6, 11, None, 2, 1, 14]
    cells[5] = "17"
    unsure = reading(CAPTION, HEAD, "规章\t0\t0\t0", *DISPUTES, "\t".join(cells))
    assert states(unsure, "disputes") == {State.AMBIGUOUS}


def test_a_header_says_nothing_of_rows_with_more_labels_than_it() -> None:
    found = reading(
        "三、收到和处理政府信息公开申请情况",
        *APPLICANTS,
        "\t（三）不予公开\t1.属于国家秘密\t\t\t0\t0\t0\t0\t",
        f"{ONE}\t\t\t0\t0\t0\t0\t0\t0\t0",
    )
    assert not any(cell.known for a, cell in found.cells.items() if ".state_secret." in a)


def test_totals_alone_are_totals_where_padding_stands_behind_them() -> None:
    def cells(label: str, total: str, padding: int) -> list[str]:
        return [f"{label} |", *["|"] * 6, f"{total} |", "|" * padding]

    rows = [
        *cells(ONE, "3", 2),
        *cells(TWO, "0", 2),
        *["三、本年度办理结果 |", *cells("（一）予以公开", "2", 1)],
        *["（六）其他处理 |", *cells("1.申请人无正当理由逾期不补正", "1", 0)],
    ]
    found = reading("三、收到和处理政府信息公开申请情况", *rows, "四、政府信息公开行政复议、行政诉讼情况")

    for row, total in (("new", 3), ("brought_forward", 0), ("granted", 2)):
        assert values(found, f"applications.{row}") == [*[None] * 6, total]
    assert found.cells["applications.other_outcome.correction_overdue.total"].value == 1


def test_a_row_with_less_padding_than_others_of_its_kind_has_lost_a_cell() -> None:
    def row(label: str, figures: int, padding: int) -> str:
        return f"{label} | {'0 | ' * figures}{'|' * padding}"

    found = reading(
        "三、收到和处理政府信息公开申请情况",
        *(row(ONE, 7, 2), row(TWO, 7, 2)),
        row("三、本年度办理结果 | （一）予以公开", 6, 1),  # six figures, then an empty cell
        row("（二）部分公开", 7, 1),
        row("（三）不予公开 | 1.属于国家秘密", 7, 0),
        row("（六）其他处理 | 1.申请人无正当理由逾期不补正", 7, 0),
        row("（七）总计", 7, 1),
    )
    assert states(found, "applications.granted") == {State.AMBIGUOUS}
    assert values(found, "applications.partially_granted") == [0] * 7


def test_an_empty_cell_before_the_figures_may_be_the_padding_of_a_row_that_has_lost_one() -> None:
    zeros = "\t0" * 7
    found = reading(
        "三、收到和处理政府信息公开申请情况",
        f"\t\t4.无正当理由大量反复申请{zeros}",
        f"\t\t5.要求行政机关确认或重新出具已获取信息{zeros}",
        f"\t（六）其他处理\t{zeros}",
        f"\t（七）总计\t{zeros[2:]}",
        "四、政府信息公开行政复议、行政诉讼情况",
    )
    assert states(found, "applications.processed_total") == {State.AMBIGUOUS}


def test_one_row_with_a_figure_in_its_last_cell_may_have_moved() -> None:
    blank = "\t" * 6
    found = reading(
        "三、收到和处理政府信息公开申请情况",
        f"{ONE}\t2{blank}2",
        f"1.逾期不补正\t{blank}1",
        f"（七）总计\t2{blank}2",
    )
    assert states(found, "applications.other_outcome.correction_overdue") == {State.AMBIGUOUS}
    assert values(found, "applications.new") == [2, *[None] * 5, 2]


def test_fifteen_figures_without_a_label_are_the_disputes() -> None:
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", *DISPUTES, "\t".join(map(str, range(15))))
    assert values(found, "disputes") == list(range(15))


def test_fourteen_figures_are_nobodys() -> None:
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", *DISPUTES, "\t".join(map(str, range(14))))
    assert states(found, "disputes") == {State.AMBIGUOUS}


def marked_up(*rows: str) -> Reading:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(chr(9)))}</tr>" for row in rows)
    page = f"<p>某镇2022年政府信息公开工作年度报告</p><table>{table}</table>"
    return interpret(read(page.encode(), "a.html"), FORMS)


def test_marked_up_disputes_with_an_empty_end_have_moved_where_they_do_not_add_up() -> None:
    cells = ["2", "0", "2", "7", *["0"] * 10, ""]  # 3, 2, 0, 2, 7 without the first
    moved = marked_up(CAPTION, HEAD, "规章\t0\t0\t0", *DISPUTES, "\t".join(cells))
    assert states(moved, "disputes") == {State.AMBIGUOUS}
    cells[:5] = ["3", "2", "0", "2", "7"]
    whole = marked_up(CAPTION, HEAD, "规章\t0\t0\t0", *DISPUTES, "\t".join(cells))
    assert values(whole, "disputes.reconsideration") == [3, 2, 0, 2, 7]
    assert whole.cells["disputes.litigation_after_reconsideration.total"].state is State.BLANK


@pytest.mark.parametrize(
    ("total", "figures", "state"),
    [
        ("7", "1,311 83 8 17 67 1,496", State.AMBIGUOUS),  # a total, one cell too far left
        ("7", "0 0 0 0 0 4", State.AMBIGUOUS),
        ("7", "4 0 0 0 0 1", State.BLANK),
        ("7", "0 0 0 0 0 0", State.BLANK),
        ("", "1 0 0 0 0 4", State.BLANK),  # no row of this page prints a total
    ],
)
def test_a_marked_up_row_that_ends_early_may_have_moved_where_others_print_their_totals(
    total: str, figures: str, state: State
) -> None:
    names = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
    others = [f"{label}\t7\t0\t0\t0\t0\t0\t{total}" for label in (TWO, "（一）予以公开")]
    early = "\t".join((ONE, *figures.split(), ""))
    found = marked_up(CAPTION, HEAD, "规章\t0\t0\t0", names, early, *others)
    assert found.cells["applications.new.total"].state is state


def test_a_blank_row_named_like_the_last_column_is_no_header_of_it() -> None:
    names = "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
    labels = (f"{ONE}\t", f"{TWO}\t", "三、本年度办理结果\t（一）予以公开")
    rows = [f"{label}\t7\t0\t0\t0\t0\t0\t" for label in labels]
    found = marked_up(CAPTION, HEAD, "规章\t0\t0\t0", names, *rows, "\t总计\t\t\t\t\t\t\t")
    assert values(found, "applications.new") == [7, 0, 0, 0, 0, 0, None]


def test_a_header_printed_again_in_full_goes_on_telling_the_columns() -> None:
    names = "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
    figures = "\t7\t0\t0\t0\t0\t0\t"
    first = (CAPTION, HEAD, "规章\t0\t0\t0")
    second = (names, f"{ONE}\t\t{figures}", f"{TWO}\t\t{figures}")
    third = (
        names,
        f"三、本年度办理结果\t（五）不予处理\t2.重复申请{figures}",
        f"四、结转下年度继续办理\t\t{figures}",
    )
    tables = (
        "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(chr(9)))}</tr>" for row in rows)
        for rows in (first, second, third)
    )
    head = "<p>某镇2022年政府信息公开工作年度报告</p><table>"
    heading = "</table><h2>三、收到和处理政府信息公开申请情况</h2><table>"
    page = f"{head}{next(tables)}{heading}{'</table><table>'.join(tables)}</table>"
    found = interpret(run(read(page.encode(), "a.html")), FORMS)
    assert values(found, "applications.not_processed.repeated") == [7, 0, 0, 0, 0, 0, None]


def test_figures_before_the_words_of_a_header_are_nobodys() -> None:
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", "0\t0\t结果维持\t结果纠正")
    assert states(found, "disputes") == {State.MISSING}


def test_disputes_printed_row_by_row_are_read_by_their_labels() -> None:
    head = "类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    found = reading(
        CAPTION, HEAD, "规章\t0\t0\t0", head, "行政复议\t1\t2\t3\t4\t10", "复议后起诉\t0\t0\t0\t0\t0"
    )
    assert values(found, "disputes.reconsideration") == [1, 2, 3, 4, 10]
    assert states(found, "disputes.litigation_direct") == {State.MISSING}


def titled(*names: str) -> Reading:
    """Read 表四 printed as a table for each row, in Markdown, below its name."""
    head = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
    tables = [
        (f"### {name}", head, "|---|---|---|---|---|", f"| {place} | 0 | 2 | 0 | {place + 2} |")
        for place, name in enumerate(names)
    ]
    first = (
        CAPTION.strip(),
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "| 规章 | 0 | 0 | 0 |",
    )
    return reading(
        *first, "四、政府信息公开行政复议、行政诉讼情况", *(line for table in tables for line in table)
    )


def test_disputes_printed_as_a_table_for_each_row_are_read_by_the_titles() -> None:
    found = titled("行政复议", "行政诉讼（未经复议直接起诉）", "（三）复议后起诉情况")
    assert values(found, "disputes.reconsideration") == [0, 0, 2, 0, 2]
    assert values(found, "disputes.litigation_direct") == [1, 0, 2, 0, 3]
    assert values(found, "disputes.litigation_after_reconsideration") == [2, 0, 2, 0, 4]
    two = titled("行政复议", "复议后起诉")
    assert values(two, "disputes.litigation_after_reconsideration") == [1, 0, 2, 0, 3]
    assert states(two, "disputes.litigation_direct") == {State.MISSING}


@pytest.mark.parametrize(
    ("rows", "reconsideration"),
    [
        (("1\t0\t0\t1\t2", "0\t0\t0\t0\t0", "0\t1\t0\t0\t1"), [1, 0, 0, 1, 2]),
        (("1\t0\t0\t1\t", "0\t0\t0\t0\t", "0\t1\t0\t0\t"), [1, 0, 0, 1, None]),
        (("1\t0\t0\t1\t", "0\t0\t0\t0\t0", "0\t1\t0\t0\t1"), [None] * 5),  # perhaps one cell too far left
    ],
)
def test_marked_up_tables_for_each_row_keep_their_blanks_in_place(
    rows: tuple[str, ...], reconsideration: list[int | None]
) -> None:
    names = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    head = "结果维持\t纠正\t其他\t未审结\t小计"
    lines = [line for name, row in zip(names, rows, strict=True) for line in (f"{name}\t\t\t\t", head, row)]
    found = marked_up(CAPTION, HEAD, "规章\t0\t0\t0", *lines)
    assert values(found, "disputes.reconsideration") == reconsideration


def test_disputes_printed_as_two_tables_are_read_by_the_names_above_their_columns() -> None:
    results = "\t".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"])
    both = ("行政诉讼\t" + "\t" * 8, "未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t")
    found = reading(
        *(CAPTION, HEAD, "规章\t0\t0\t0", "四、政府信息公开行政复议、行政诉讼情况", "行政复议\t\t\t\t"),
        *(results, "1\t0\t2\t0\t3", *both, f"{results}\t{results}", "4\t0\t0\t0\t4\t5\t0\t0\t0\t5"),
        "五、存在的主要问题及改进情况",
    )
    assert values(found, "disputes.reconsideration") == [1, 0, 2, 0, 3]
    assert values(found, "disputes.litigation_direct") == [4, 0, 0, 0, 4]
    assert values(found, "disputes.litigation_after_reconsideration") == [5, 0, 0, 0, 5]


@pytest.mark.parametrize(("name", "first"), [("行政诉讼", 1), ("信访", None)])
def test_disputes_printed_cell_by_cell_as_two_tables_are_read_in_turn(name: str, first: int | None) -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    cells = [
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政复议",
        *results,
        *"10203",
        name,
        "未经复议直接起诉",
    ]
    cells += ["复议后起诉", *results, *results, *"40004", *"50005", "五、存在的主要问题及改进情况"]
    found = reading("第二十条第（一）项", *HEAD.split(), "规章", *"000", "行政规范性文件", *"000", *cells)
    assert values(found, "disputes.reconsideration")[0] == first


@pytest.mark.parametrize("second", ["行政诉讼", "行政复议", "其中"])
def test_disputes_below_a_title_that_names_no_row_alone_are_nobodys(second: str) -> None:
    found = titled("行政复议", second, "复议后起诉")
    assert states(found, "disputes.reconsideration") == {State.AMBIGUOUS}


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("2.其他法律行政止公开", "denied.prohibited_by_law"),
        ("2.没有现成信息须要另行制做", "unable_to_provide.creation_required"),
        ("7.属于行政执法按卷", "denied.enforcement_case_file"),
    ],
)
def test_a_label_with_letters_lost_or_wrong_is_still_that_of_one_row(label: str, row: str) -> None:
    found = reading(*APPLICANTS, f"{ONE}\t1\t0\t0\t0\t0\t0\t1", f"{label}\t3\t0\t0\t0\t0\t0\t3", OVERDUE)
    assert values(found, f"applications.{row}") == [3, 0, 0, 0, 0, 0, 3]


def test_a_garbled_label_that_may_be_of_two_rows_is_of_none() -> None:
    figures = "3\t0\t0\t0\t0\t0\t3"
    found = reading(
        *APPLICANTS, f"本年结转政府信息公开申请数量\t{figures}", f"（一）予以公开\t{figures}", OVERDUE
    )
    assert (
        states(found, "applications.new") == states(found, "applications.brought_forward") == {State.MISSING}
    )


def test_the_form_is_told_by_labels_not_by_the_year() -> None:
    old = reading(CAPTION, "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量", "规章\t0\t0\t0")
    assert (old.year, old.form, len(old.cells)) == (2022, "2019-60", 198)
    assert (reading(CAPTION, HEAD, "规章\t0\t0\t0").form, reading("无表。").form) == ("2021-30", "")


def test_a_table_of_the_other_form_is_kept_as_text_and_noted() -> None:
    old = ("第二十条第（五）项", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政许可\t1\t2\t3")
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", *old, *APPLICANTS, OVERDUE)
    assert found.form == "2021-30"
    assert states(found, "art20_5.administrative_licenses") == {State.MISSING}
    assert "hybrid-form" in codes(found)
    assert "行政许可 1 2 3" in [getattr(block, "text", "") for block in found.lead]


def test_an_amount_in_yuan_is_converted_and_noted() -> None:
    rows = ("第二十条第（九）项", "信息内容\t采购项目数量\t采购总金额", "政府集中采购\t135\t75394432.52元")
    found = reading(*rows)
    assert values(found, "art20_9.centralized_procurement") == [135, Decimal("7539.443252")]
    assert "unit-converted" in codes(found)


def test_pipes_and_stacked_lines_are_read_like_tabs() -> None:
    rows = [
        CAPTION,
        HEAD,
        "规章\t0\t1\t2",
        "行政规范性文件\t3\t4\t5",
        *DISPUTES,
        "\t".join(map(str, range(15))),
    ]
    cells = [[cell for cell in row.split("\t") if cell] for row in rows]
    piped = reading("二、主动公开政府信息情况", *(" | ".join(row) + " |" for row in cells))
    stacked = reading(
        "二、主动公开政府信息情况", *(line for row in cells for cell in row for line in (cell, ""))
    )
    for found in (piped, stacked):
        assert values(found, "art20_1") == list(range(6))
        assert values(found, "disputes") == list(range(15))


def test_a_row_filled_up_to_the_width_of_its_header_is_ambiguous() -> None:
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", "行政规范性文件\t1\t3\t")
    assert states(found, "art20_1.normative_documents") == {State.AMBIGUOUS}
    assert values(found, "art20_1.rules") == [0, 0, 0]


def test_headings_without_tables_are_said_to_be_so() -> None:
    found = reading(
        "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况"
    )
    assert (found.form, codes(found)[-1]) == ("", "tables-absent")


def test_where_repeated_lines_were_left_out_no_figure_is_given() -> None:
    labels = [row.label for table in FORMS["2019-60"].tables for row in table.rows if table.section < 4]
    found = reading("第二十条第（一）项", "第二十条第（五）项", "规章", "0", *labels[1:], "12")
    assert found.form == "2019-60"
    assert all(not cell.known and cell.why for cell in found.cells.values())
    assert "lines-deduplicated" in codes(found)


def test_rows_without_figures_are_no_lines_left_out() -> None:
    labels = [row.label for table in FORMS["2019-60"].tables for row in table.rows if table.section < 4]
    clauses = ("第二十条第（五）项", "信息内容      本年处理决定数量", "行政处罚      36", "行政强制      4")
    found = reading("第二十条第（一）项", *clauses, *labels)
    assert "lines-deduplicated" not in codes(found)


def test_a_header_set_at_several_heights_names_its_columns_in_order_on_each_line() -> None:
    header = (
        "                                自然人                  法律服务         总计",
        "                                     商业企业   社会公益组织",
        "                                           科研机构               其他",
    )
    table = FORMS["2021-30"].table("applications")
    rows = (
        [f"{row.label}      1     0     2      0       0        0     3" for row in table.rows]
        if table
        else []
    )
    issued = [line.replace("\t", "      ") for line in (CAPTION.strip(), HEAD, "规章\t0\t0\t0")]
    found = reading(*issued, "三、收到和处理政府信息公开申请情况", *header, *rows)
    assert values(found, "applications.new") == [1, 0, 2, 0, 0, 0, 3]


@pytest.mark.parametrize("label", ["（七）总计", "（七）办理结果总计", "（七）办结合计"])
def test_the_seventh_outcome_is_the_total_in_any_words(label: str) -> None:
    row = f"\t{label}\t\t2\t0\t0\t0\t0\t1\t3"
    assert values(reading(CAPTION, HEAD, *APPLICANTS, row), "applications.processed_total")[-1] == 3


def test_a_row_and_the_rest_of_another_are_no_merged_cells_though_all_are_zeros() -> None:
    found = reading(CAPTION, HEAD, "规章\t0\t0\t\t\t0\t0\t0", "行政规范性文件\t0\t0\t0\t0\t0")
    assert states(found, "art20_1.rules") == {State.AMBIGUOUS}
    assert values(found, "art20_1.normative_documents") == [0, 0, 0]


def _with_blank_lines(blank: str, *, lost: int = 0) -> Reading:
    """Return what is read of a line for each cell; the first `lost` rows have lost a cell."""
    table = FORMS["2021-30"].table("applications")
    lines = [line for row in (CAPTION, HEAD, "规章\t0\t0\t0") for line in row.split()]
    for at, row in enumerate(table.rows if table else ()):
        lines += [row.label, "2", blank, "1", *[blank] * (2 if at < lost else 3), "3"]
    return reading("二、主动公开政府信息情况", *lines[:7], "三、收到和处理政府信息公开申请情况", *lines[7:])


def test_hard_blanks_on_lines_of_their_own_are_empty_cells() -> None:
    assert values(_with_blank_lines("\u00a0"), "applications.new") == [2, None, 1, None, None, None, 3]


@pytest.mark.parametrize(("blank", "lost"), [("", 0), ("\u00a0", 9)])
def test_blanks_that_may_be_something_else_leave_a_row_open(blank: str, lost: int) -> None:
    assert states(_with_blank_lines(blank, lost=lost), "applications.new") == {State.AMBIGUOUS}


def test_a_second_report_on_the_page_is_not_read() -> None:
    sections = (
        "二、主动公开政府信息情况",
        CAPTION,
        HEAD,
        "规章\t{}\t0\t0",
        "五、存在的主要问题及改进情况",
        "无。",
    )
    both = [line.format(figure) for figure in (1, 2) for line in sections]
    found = reading(*both)
    assert values(found, "art20_1.rules") == [1, 0, 0]
    assert "several-reports" in codes(found)


ROWS = (CAPTION, HEAD, "规章\t1\t0\t0")


def test_tables_behind_the_title_of_another_year_are_not_this_reports() -> None:
    cover = ("桃溪镇2022年政府信息公开工作年度报告", "二、主动公开政府信息情况")
    found = reading(*cover, "图表见附件。", "桃溪镇2021年政府信息公开工作年度报告", *ROWS)
    assert not any(cell.known for cell in found.cells.values())
    assert "several-reports" in codes(found)


def test_tables_behind_another_title_are_not_those_of_a_report_that_does_not_tell_its_year() -> None:
    sections = ("二、主动公开政府信息情况", "图表见附件。", "六、其他需要报告的事项", "无。")
    text = "\n".join(("本报告由桃溪镇编制。", *sections, "桃溪镇2021年政府信息公开工作年度报告", *ROWS))
    found = interpret(read(text.encode(), "a.txt"), FORMS)
    assert (found.year, [cell for cell in found.cells.values() if cell.known]) == (None, [])


def test_a_running_head_with_a_stale_year_ends_no_report() -> None:
    head = "桃溪镇2021年政府信息公开工作年度报告"
    cover = ("桃溪镇2022年政府信息公开工作年度报告", "一、总体情况", head, "二、主动公开政府信息情况")
    found = reading(*cover, head, *ROWS, "五、存在的主要问题及改进情况")
    assert values(found, "art20_1.rules") == [1, 0, 0]


def test_labels_without_figures_on_lines_of_their_own_are_blank() -> None:
    labels = [row.label for table in FORMS["2021-30"].tables for row in table.rows if table.section < 4]
    found = reading(
        "二、主动公开政府信息情况", *(line for label in ("信息内容", *labels) for line in (label, ""))
    )
    assert states(found, "applications.denied.state_secret") == {State.BLANK}


def _lone_pipes(*rows: str) -> tuple[str, ...]:
    """Print one cell per line, a pipe behind each, and a lone pipe before every row."""
    rows = (CAPTION, HEAD, "规章\t1\t2\t3", *rows)
    return tuple(line for row in rows for line in ("|", *(f"{cell} |" for cell in row.split("\t"))))


def test_a_figure_behind_a_blank_row_may_be_that_of_the_next_row_without_its_label() -> None:
    rows = ("第二十条第（六）项\t\t\t", "信息内容\t本年处理决定数量", "行政处罚\t", "\t0")
    found = reading(*_lone_pipes(*rows))
    assert states(found, "art20_6.administrative_penalties") == {State.AMBIGUOUS}


def test_blanks_before_the_figure_of_every_row_are_the_layouts() -> None:
    rows = ("第二十条第（六）项\t\t\t", "信息内容\t\t本年处理决定数量", "行政处罚\t\t3", "行政强制\t\t0")
    found = reading(*_lone_pipes(*rows))
    assert values(found, "art20_6.administrative_penalties") == [3]
    assert values(found, "art20_6.administrative_compulsion") == [0]


def test_figures_behind_the_last_header_are_not_those_of_the_row_named_alike() -> None:
    first, last = "\t\t\t7204\t22\t2456\t343\t2583\t175\t12783", OVERDUE
    found = reading(*_lone_pipes(*APPLICANTS, first, last))
    assert states(found, "applications.other_outcome.other") == {State.AMBIGUOUS}


def test_a_change_printed_before_the_figure_of_the_year_before_gives_no_figure() -> None:
    head = ("第二十条第（五）项", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量")
    found = reading(
        "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量",
        "规章\t0\t0\t0",
        *head,
        "行政许可\t＋28\t272\t5",
    )
    assert states(found, "art20_5.administrative_licenses") == {State.AMBIGUOUS}


def test_a_table_printed_column_by_column_gives_no_figure() -> None:
    found = reading(
        "二、主动公开政府信息情况",
        *("规章", "1", "2", "3", "行政规范性文件", "4", "5", "6"),
        *("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        *("7",) * 12,
    )
    assert states(found, "art20_1") == {State.AMBIGUOUS}


@pytest.mark.parametrize("row", ["行政规范性文件\t１２\t０\t０", "行政复议\t１\t１\t１\t１\t１２"])
def test_a_figure_in_wide_digits_that_goes_on_below_is_nobodys(row: str) -> None:
    head = "类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    found = reading(CAPTION, HEAD, *([head] if "复议" in row else []), row, "\t３")
    name = "disputes.reconsideration" if "复议" in row else "art20_1.normative_documents"
    assert states(found, name) == {State.AMBIGUOUS}


PIECES = ("结果", "结果", "其他", "尚未", "维持", "纠正", "结果", "审结", "总计")
CELLS = ("结果", "维持", "结果", "纠正", "其他", "结果", "尚未", "审结", "总计")


@pytest.mark.parametrize(("header", "given"), [(CELLS, True), (PIECES, False)])
def test_fifteen_figures_below_a_header_printed_line_by_line_may_have_lost_their_order(
    header: tuple[str, ...], given: bool
) -> None:
    figures = ("2", "0", "0", "0", "2", "1", "0", "0", "0", "1", "4", "0", "0", "0", "4")
    fourth = ("四、行政复议、行政诉讼", "行政复议", "行政诉讼", *header * 3, *figures, "本镇人民政府。")
    found = reading(*_stacked(), *fourth)
    assert given == all(value is not None for value in values(found, "disputes"))
    assert (set() if given else {State.AMBIGUOUS}) == states(found, "disputes") - {State.REPORTED}


@pytest.mark.parametrize(("pile", "given"), [(0, True), (30, False)])
def test_a_pile_of_figures_without_labels_leaves_no_row_of_its_table_sure(pile: int, given: bool) -> None:
    rows = (
        "3.补正后申请内容仍不明确",
        *("0", "9", "7", "5", "0", "1", "2"),
        "（四）无法提供",
        *("0",) * pile,
    )
    third = ("三、收到和处理政府信息公开申请情况", *rows)
    fourth = ("四、行政复议、行政诉讼", *CELLS * 3, *("0",) * 15, "五、存在的主要问题")
    found = reading("二、主动公开政府信息情况", *_stacked(), *third, *fourth)
    unclear = values(found, "applications.unable_to_provide.unclear_after_correction")
    assert ([0, 9, 7, 5, 0, 1, 2] if given else [None] * 7) == unclear


@pytest.mark.parametrize("figures", [("4 11", "2"), ("-19 41", "1", "2"), ("4 11", "2", "3")])
def test_a_row_with_several_figures_on_a_line_that_holds_one_cell_is_nobodys(
    figures: tuple[str, ...],
) -> None:
    rows = (
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        *figures,
    )
    rest = ("行政规范性文件", "3", "1", "9", "四、行政复议、行政诉讼", *CELLS * 3, *("0",) * 15)
    found = reading(*rows, *rest)
    assert {State.AMBIGUOUS} == states(found, "art20_1.rules")
    assert [3, 1, 9] == values(found, "art20_1.normative_documents")


@pytest.mark.parametrize(
    ("second", "given"), [(("行政强制", "4"), [3, 4]), (("4",), [None, None]), ((), [None, None])]
)
def test_one_figure_below_a_label_may_be_that_of_the_next_row_without_its_label(
    second: tuple[str, ...], given: list[int | None]
) -> None:
    rows = ("第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚", "3", *second)
    found = reading(*_stacked(), *rows, "四、行政复议、行政诉讼", *CELLS * 3, *("0",) * 15)
    assert given == values(found, "art20_6")


def _stacked() -> tuple[str, ...]:
    rows = ("规章", "0", "0", "0", "行政规范性文件", "3", "1", "9")
    return ("第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", *rows)


def test_the_full_row_below_a_cut_header_is_table_four_whatever_word_the_cut_has_left() -> None:
    figures = [1, 2, 3, 4, 10, 0, 1, 0, 1, 2, 5, 0, 0, 0, 5]
    whole = "（七）总计\t0\t0\t0\t0\t0\t0\t0"
    fourth = (
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政复议\t行政诉讼",
        "\t".join(("总计", *map(str, figures))),
    )
    lines = (
        *APPLICANTS,
        ONE + "\t0" * 7,
        OVERDUE,
        whole,
        *fourth,
        "五、存在的主要问题及改进情况",
        "解读不多。",
    )
    found = reading("三、收到和处理政府信息公开申请情况", *lines)
    assert values(found, "disputes") == figures
    assert values(found, "applications.processed_total") == [0] * 7


@pytest.mark.parametrize(("detached", "state"), [(True, State.MISSING), (False, State.BLANK)])
def test_labels_whose_header_and_figures_stand_below_them_are_not_blank(detached: bool, state: State) -> None:
    lines = ["二、主动公开政府信息情况"]
    for table in FORMS["2021-30"].tables:
        if table.section == 2:
            head = [table.title, *(column.label for column in table.columns)]
            labels = ["信息内容", *(row.label for row in table.rows)]
            figures = ["3", *("0" for _ in table.rows)] if detached else []
            lines += ["", *labels, "", *head, *figures] if detached else [*head, *labels]
    found = reading(*lines, "三、收到和处理政府信息公开申请情况", ONE, TWO)
    assert states(found, "art20_1") == states(found, "art20_6") == {state}


def _broken(*below: str) -> Reading:
    return reading(
        "三、收到和处理政府信息公开申请情况",
        *APPLICANTS,
        ONE + "\t0" * 7,
        *below,
        OVERDUE,
        "五、问题",
        "解读不多。",
    )


def test_a_row_that_goes_on_alone_on_the_next_line_is_read_where_it_adds_up() -> None:
    assert values(_broken(TWO + "\t2\t0\t1", "0\t0\t0\t3"), "applications.brought_forward") == [
        2,
        0,
        1,
        0,
        0,
        0,
        3,
    ]
    assert values(_broken(TWO + "\t0" * 6, "0"), "applications.brought_forward") == [0] * 7


@pytest.mark.parametrize(
    "lines",
    [
        (TWO + "\t2\t0\t1", "0\t0\t0\t4"),  # does not add up
        (TWO + "\t2\t0\t1", "0\t0\t3"),  # one figure is lost
        (TWO + "\t2\t0\t1\t0\t0\t0", "3"),  # may be the number of a page
    ],
)
def test_figures_below_a_row_that_may_be_something_else_are_not_its_own(lines: tuple[str, ...]) -> None:
    assert states(_broken(*lines), "applications.brought_forward") == {State.AMBIGUOUS}


def test_a_figure_above_its_row_in_a_page_set_in_columns_is_not_the_first() -> None:
    table = FORMS["2021-30"].table("applications")
    rows = {row.id: (f"{row.label}    0      0      0      0      0      0      0",) for row in table.rows}
    row = "not_processed.repeated"
    rows[row] = (f"2.重复申请{' ' * 40}1", "              2      0      0      0      0             3")
    found = reading(*(line for lines in rows.values() for line in lines))
    assert states(found, f"applications.{row}") == {State.AMBIGUOUS}


def test_labels_run_together_without_any_figure_still_tell_the_form() -> None:
    found = reading(
        "一、总体情况",
        "全年未收到申请。",
        "二、主动公开政府信息情况",
        "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章行政规范性文件",
        "三、收到和处理政府信息公开申请情况",
    )
    assert found.form == "2021-30"
    assert {cell.state for cell in found.cells.values()} == {State.MISSING}


@pytest.mark.parametrize("figure", ["56", ""])
def test_blanks_keep_their_columns_where_each_row_is_as_wide_with_its_groups(figure: str) -> None:
    blanks, group = ["|"] * 5, ("三、本年度办理结果 |", "（一）予以公开 |")
    rows = (
        *(ONE + " |", "56 |", *blanks, "56 |", "||"),
        *(TWO + " |", "0 |", *blanks, "0 |", "||"),
        *(*group, "18 |", *blanks, "18 |", "|"),
        *("（二）部分公开 |", f"{figure} |", *blanks, f"{figure} |", "||"),
        *("（六）其他处理 |", "1.逾期不补正 |", *("|",) * 7, "|"),
    )
    head = ("自然人 |", "法人或其他组织 |", "总计 |", "||||||", "商业企业 |", "科研机构 |", "社会公益组织 |")
    found = reading("三、收到和处理政府信息公开申请情况", *head, "法律服务机构 |", "其他 |", "|||||", *rows)
    blank: list[Decimal | None] = [None] * 5
    assert values(found, "applications.new") == [Decimal(56), *blank, Decimal(56)]
    part = Decimal(figure) if figure else None
    assert values(found, "applications.partially_granted") == [part, *blank, part]


def test_a_row_that_is_narrower_with_its_groups_leaves_blanks_open() -> None:
    blanks = ["|"] * 5
    rows = (
        *(ONE + " |", "56 |", *blanks, "56 |", "||"),
        *(TWO + " |", "3 |", *blanks[1:], "3 |", "||"),
        *("（二）部分公开 |", "2 |", *blanks, "2 |", "||"),
        *("（六）其他处理 |", "1.逾期不补正 |", *("|",) * 7, "|"),
    )
    found = reading("三、收到和处理政府信息公开申请情况", "自然人 |", "总计 |", "||||||", *rows)
    assert values(found, "applications.brought_forward") == [None] * 7


MOVED = (
    "一、本年新收政府信息公开申请数量\t\t\t18\t7\t\t\t3\t\t28\t",
    "二、上年结转政府信息公开申请数量\t\t\t3\t\t0\t0\t0\t\t3\t",
    "三、本年度办理结果\t（一）予以公开\t\t10\t2\t\t0\t1\t\t13\t",
    "\t（二）部分公开\t\t2\t1\t0\t\t\t0\t3\t",
    "\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t\t0\t1\t",
    "（四）无法提供\t1.本机关不掌握相关政府信息\t2\t1\t0\t\t0\t\t3\t\t",  # has lost an empty cell before it
)


def test_blanks_keep_their_column_where_all_rows_print_figures_in_as_many_places() -> None:
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", *APPLICANTS, *MOVED)
    assert values(found, "applications.new") == [18, 7, None, None, 3, None, 28]
    assert values(found, "applications.partially_granted") == [2, 1, 0, None, None, 0, 3]
    assert values(found, "applications.unable_to_provide.not_held") == [2, 1, 0, None, 0, None, 3]


def test_a_figure_in_one_place_more_leaves_all_blanks_open() -> None:
    astray = "\t（三）不予公开\t2.其他法律行政法规禁止公开\t\t1\t0\t0\t\t\t0\t1"
    found = reading(CAPTION, HEAD, "规章\t0\t0\t0", *APPLICANTS, *MOVED, astray)
    assert values(found, "applications.new") == [None] * 7
