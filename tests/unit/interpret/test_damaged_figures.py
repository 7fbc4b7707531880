"""A number printed with blanks inside is read where nothing else is possible, and only there."""

from decimal import Decimal

import pytest

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read

CAPTION = "第二十条第（一）项\t\t\t"
HEAD = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"
LICENSING = ("第二十条第（五）项\t\t\t", "信息内容\t本年处理决定数量\t\t")
APPLICANTS = (
    "(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)\t\t申请人情况",
    "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计",
    "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t",
)
NEW = "一、本年新收政府信息公开申请数量"


def reading(*lines: str) -> Reading:
    text = "\n".join(("某镇2022年政府信息公开工作年度报告", CAPTION, HEAD, *lines))
    return interpret(read(text.encode(), "a.txt"), FORMS)


def values(found: Reading, row: str) -> list[Decimal | None]:
    return [cell.value for address, cell in found.cells.items() if address.startswith(f"{row}.")]


@pytest.mark.parametrize("printed", ["3 000", " 3 000 ", "1 234 567"])
def test_blanks_between_threes_of_digits_separate_thousands(printed: str) -> None:
    found = reading(*LICENSING, f"行政许可\t{printed}\t\t")
    cell = found.cells["art20_5.administrative_licenses.decisions"]
    assert cell.state is State.REPORTED
    assert cell.value == int(printed.replace(" ", ""))
    assert cell.raw == printed.strip()


@pytest.mark.parametrize("printed", ["30 00", "0 300", "3 0000", "3000 12", "3 000 1"])
def test_other_blanks_may_stand_between_two_figures(printed: str) -> None:
    found = reading(*LICENSING, f"行政许可\t{printed}\t\t")
    assert found.cells["art20_5.administrative_licenses.decisions"].state is State.AMBIGUOUS


def test_beside_an_empty_cell_the_blank_may_stand_between_two_figures() -> None:
    row = "art20_1.normative_documents"
    assert values(reading("规章\t1\t2\t3", "行政规范性文件\t1 204\t2\t3"), row) == [1204, 2, 3]
    assert values(reading("规章\t1\t2\t3", "行政规范性文件\t1 204\t\t3"), row)[0] is None


def test_a_mark_beside_it_is_no_empty_cell() -> None:
    row = "art20_1.normative_documents"
    assert values(reading("规章\t1\t2\t3", "行政规范性文件\t9 944件\t/\t3"), row) == [9944, None, 3]


def test_amounts_may_have_decimals_and_a_unit() -> None:
    head = ("第二十条第（八）项\t\t\t", "信息内容\t本年收费金额（单位：万元）\t\t")
    found = reading(*head, "行政事业性收费\t19 361.80 万元\t\t")
    assert found.cells["art20_8.administrative_charges.amount"].value == Decimal("19361.80")


@pytest.mark.parametrize("first", ["2 178", "21 78", "２１ ７ ８"])
def test_a_row_that_adds_up_tells_any_number(first: str) -> None:
    found = reading(*APPLICANTS, f"{NEW}\t\t\t{first}\t4\t0\t0\t0\t1\t2183")
    cell = found.cells["applications.new.natural_person"]
    assert (cell.state, cell.value, cell.by) == (State.INFERRED, 2178, "APP-02")
    assert values(found, "applications.new") == [2178, 4, 0, 0, 0, 1, 2183]


def test_a_row_that_does_not_add_up_leaves_it_open() -> None:
    found = reading(*APPLICANTS, f"{NEW}\t\t\t2 178\t4\t0\t0\t0\t1\t2184")
    assert values(found, "applications.new") == [None, 4, 0, 0, 0, 1, 2184]


def stacked(rules: str, licences: str) -> Reading:
    lines = ["某镇2022年政府信息公开工作年度报告", *CAPTION.split(), *HEAD.split(), "规章", *rules.split("|")]
    lines += ["行政规范性文件", "5", "6", "7", *"\n".join(LICENSING).split(), "行政许可", licences]
    lines += ["四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", *["0"] * 15]
    return interpret(read("\n\n".join(lines).encode(), "a.txt"), FORMS)


def test_a_line_of_its_own_is_a_cell_where_the_table_has_one_column() -> None:
    found = stacked("1 204|2|3", "1 204")
    assert found.cells["art20_5.administrative_licenses.decisions"].value == 1204
    assert values(found, "art20_1.rules") == [None, 2, 3]


def test_the_disputes_are_read_so_too() -> None:
    results = "\t".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    row = "1 200\t0\t0\t0\t1 200\t1\t0\t0\t0\t1\t0\t0\t0\t0\t0"
    found = reading("四、政府信息公开行政复议、行政诉讼情况", "行政复议\t\t\t\t\t行政诉讼", results, row)
    assert values(found, "disputes.reconsideration") == [1200, 0, 0, 0, 1200]


@pytest.mark.parametrize(("printed", "value"), [("O", 0), ("１O", 10), ("l2", 12), ("2l", 21)])
def test_a_letter_for_a_digit_is_read_where_the_row_adds_up(printed: str, value: int) -> None:
    found = reading(*APPLICANTS, f"{NEW}\t\t\t{printed}\t4\t0\t0\tO\t1\t{value + 5}")
    cell = found.cells["applications.new.natural_person"]
    assert (cell.state, cell.value, cell.raw, cell.by) == (State.INFERRED, value, printed, "APP-02")
    assert values(found, "applications.new") == [value, 4, 0, 0, 0, 1, value + 5]


@pytest.mark.parametrize("printed", ["O", "o"])
def test_a_letter_o_alone_is_a_nought_in_a_row_without_sums(printed: str) -> None:
    found = reading(
        "第二十条第（一）项", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", f"规章\t{printed}\t2\t3"
    )
    cell = found.cells["art20_1.rules.issued"]
    assert (cell.state, cell.value, cell.raw) == (State.INFERRED, 0, printed)
    assert values(found, "art20_1.rules") == [0, 2, 3]


@pytest.mark.parametrize("printed", ["1O", "l", "I", "O O"])
def test_other_letters_stay_open_where_nothing_adds_up_to_them(printed: str) -> None:
    found = reading(
        "第二十条第（一）项", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", f"规章\t{printed}\t2\t3"
    )
    assert found.cells["art20_1.rules.issued"].state is State.AMBIGUOUS


def test_a_letter_stays_open_where_the_row_does_not_add_up() -> None:
    found = reading(*APPLICANTS, f"{NEW}\t\t\tO\t4\t0\t0\t0\t1\t6")
    assert values(found, "applications.new")[0] is None
