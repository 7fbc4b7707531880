"""A report that breaks the contract is refused with file and line, and told what was expected."""

from collections.abc import Callable

import pytest

from factory import make_report
from nianbao.archive import dump, dump_trace, load, load_figures
from nianbao.cells import State
from nianbao.errors import ContentError

TEXT = dump(make_report(5, year=2023, form="2021-30", damage=False))


def line_of(text: str, start: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(start))


def edited(start: str, edit: Callable[[str], str]) -> str:
    lines = TEXT.split("\n")
    index = line_of(TEXT, start) - 1
    lines[index] = edit(lines[index])
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("start", "edit", "found"),
    [
        ("| 行政规范性文件", lambda line: line.replace("文件", "文档"), "行政规范性文档"),
        ("| 行政规范性文件", lambda line: line + " 3 |", "expected a table row of 4 cells"),
        ("| 行政规范性文件", lambda line: "| 行政规范性文件 | 1 | 2 | 3件 |", "'3件'"),
        ("| 行政规范性文件", lambda line: "| 行政规范性文件 | 1 | 2 | 1,204 |", "'1,204'"),
        ("| 行政规范性文件", lambda line: "| 行政规范性文件 | 1 | 2 | ３ |", "'３'"),
        ("| 行政规范性文件", lambda line: "行政规范性文件", "expected a table row"),
        ("| 信息内容 | 本年制发件数", lambda line: line.replace("制发", "制作"), "信息内容"),
        ("## 二、", lambda line: line.replace("二、", "七、"), "## 一、 to ## 六、"),
        ("## 二、", lambda line: f"# {line[3:]}", "expected ## 一、"),
        ("## 二、", lambda line: f"  {line}", "expected ## 一、"),
        ("## 二、", lambda line: "##", "expected ## 一、"),
        ("## 二、", lambda line: f"{line}\n续行", "expected a blank line"),
        ("<!-- table: art20_5", lambda line: line.replace("art20_5", "art20_9"), "not in form '2021-30'"),
        ("<!-- table: art20_5", lambda line: line.replace("art20_5", "art20_1"), "printed twice"),
        ("year:", lambda line: "year: 二〇二三", "expected a whole number"),
        ("form:", lambda line: "form: 2022-01", "expected one of"),
        ("scope:", lambda line: "scope: all", "expected one of"),
        ("title:", lambda line: "titel: x", "'title' is missing"),
        ("reader:", lambda line: "raeder: x", "unknown key"),
    ],
)
def test_a_breach_of_the_contract_is_refused_with_its_line(
    start: str, edit: Callable[[str], str], found: str
) -> None:
    text = edited(start, edit)

    with pytest.raises(ContentError) as error:
        load(text, "reports/x.md")

    where, _, line = error.value.where.rpartition(":")
    assert where == "reports/x.md"
    assert found in str(error.value)
    if found != "'title' is missing" and "twice" not in found:
        assert abs(int(line) - line_of(TEXT, start)) <= 2


def test_a_lost_row_is_told_at_the_row_that_stands_in_its_place() -> None:
    lines = TEXT.split("\n")
    del lines[line_of(TEXT, "| 行政处罚") - 1]

    with pytest.raises(ContentError, match="'行政强制', expected '行政处罚'"):
        load("\n".join(lines), "x.md")


@pytest.mark.parametrize("text", ["", "# x\n", "---\ntitle: x\n", "---\n---\n"])
def test_a_file_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(ContentError, match=r"x\.md:[12]"):
        load(text, "x.md")


def test_a_reason_for_a_cell_that_the_table_contradicts_is_refused() -> None:
    head, _, body = TEXT.partition("\nreader:")
    text = f"{head}\ncells:\n- state: missing\n  why: x\n  at: [art20_1.rules.issued]\nreader:{body}"

    with pytest.raises(ContentError, match=r"art20_1.rules.issued.*missing here, but reported"):
        load(text, "x.md")


def test_a_table_that_the_source_lost_is_missing_cell_by_cell() -> None:
    start = line_of(TEXT, "<!-- table: art20_8") - 1
    lines = TEXT.split("\n")
    text = "\n".join(lines[:start] + lines[start + 6 :])

    assert load(text, "x.md").cells["art20_8.administrative_charges.amount"].state is State.MISSING


def test_a_trace_of_another_report_is_refused() -> None:
    other = dump_trace(make_report(9, year=2020, form="2019-60"))

    with pytest.raises(ContentError, match=r"x\.trace\.json"):
        load(TEXT, "x.md", other.replace("art20_1", "art20_0"))


def test_a_light_report_has_figures_and_no_prose() -> None:
    light, whole = load_figures(TEXT, "x.md"), load(TEXT, "x.md")

    assert light.cells == whole.cells
    assert [section.number for section in light.sections] == [section.number for section in whole.sections]
    assert not any(section.blocks for section in light.sections)
    assert not light.lead
