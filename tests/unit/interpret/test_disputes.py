"""表四 in the shapes that clerks give it, each set in every way a section may be."""

import re
from collections.abc import Sequence

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read

TABLE_TWO = """第二十条第（一）项
信息内容  本年制发件数  本年废止件数  现行有效件数
规章  0  0  0
行政规范性文件  1  0  5
第二十条第（五）项
信息内容  本年处理决定数量
行政许可  5
第二十条第（六）项
信息内容  本年处理决定数量
行政处罚  6
行政强制  7
"""
OUTCOMES = "结果维持  结果纠正  其他结果  尚未审结  总计"
WIDE = f"""行政复议  行政诉讼
未经复议直接起诉  复议后起诉
{OUTCOMES}  {OUTCOMES}  {OUTCOMES}
6  5  1  1  13  3  4  2  4  13  10  7  3  3  23
"""
ROW_BY_ROW = f"""类别  {OUTCOMES}
行政复议  6  5  1  1  13
行政诉讼  未经复议直接起诉  3  4  2  4  13
复议后起诉  10  7  3  3  23
"""
TURNED = """类别  行政复议  行政诉讼
未经复议直接起诉  复议后起诉
结果维持  6  3  10
结果纠正  5  4  7
其他结果  1  2  3
尚未审结  1  4  3
总计  13  13  23
"""
LISTED = """类别  结果  数量
行政复议  结果维持  6
结果纠正  5
其他结果  1
尚未审结  1
总计  13
行政诉讼  未经复议直接起诉  结果维持  3
结果纠正  4
其他结果  2
尚未审结  4
总计  13
复议后起诉  结果维持  10
结果纠正  7
其他结果  3
尚未审结  3
总计  23
"""
FIGURES = [6, 5, 1, 1, 13, 3, 4, 2, 4, 13, 10, 7, 3, 3, 23]
BETWEEN = {"tabs": "\t", "blanks": "  ", "one blank": " ", "pipes": " | ", "lines": "\n"}


def reading(table: str, around: str = "\t", between: str = "\t") -> Reading:
    return interpret(read(reading_text(table, around, between).encode(), "a.txt"), FORMS)


def reading_text(table: str, around: str = "\t", between: str = "\t") -> str:
    return "\n".join(
        (
            "某镇2022年政府信息公开工作年度报告",
            "二、主动公开政府信息情况",
            re.sub("  +", around, TABLE_TWO),
            "四、政府信息公开行政复议、行政诉讼情况",
            re.sub("  +", between, table),
            "五、存在的主要问题及改进情况",
            "无。",
        )
    )


def values(found: Reading) -> list[object]:
    return [cell.value for address, cell in found.cells.items() if address.startswith("disputes.")]


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
@pytest.mark.parametrize("around", BETWEEN.values(), ids=BETWEEN)
@pytest.mark.parametrize("table", [WIDE, ROW_BY_ROW, TURNED], ids=["wide", "row by row", "turned"])
def test_disputes_are_read_in_every_shape_and_setting(table: str, around: str, between: str) -> None:
    assert values(reading(table, around, between)) == FIGURES


@pytest.mark.parametrize(
    "table",
    [
        TURNED.replace("未经复议直接起诉  复议后起诉", "复议后起诉  未经复议直接起诉"),
        TURNED.replace("行政复议  行政诉讼", "复议  诉讼"),
        TURNED.replace("总计  13  13  23\n", ""),
        TURNED.replace("其他结果  1  2  3", "其他结果  1  2"),
        TURNED.replace("其他结果  1", "结果维持  1"),
    ],
    ids=["other order", "a row unnamed", "a line lost", "a figure lost", "a line twice"],
)
def test_turned_disputes_that_leave_anything_open_are_nobodys(table: str) -> None:
    assert values(reading(table)) == [None] * len(FIGURES)


@pytest.mark.parametrize("between", ["\t", " | "])
def test_disputes_may_be_a_list_of_their_cells(between: str) -> None:
    assert values(reading(LISTED, between=between)) == FIGURES


@pytest.mark.parametrize(
    "table",
    [
        LISTED.replace("其他结果  2\n", ""),  # one is lost
        LISTED.replace("其他结果  2", "结果纠正  2"),  # one is there twice
        LISTED.replace("行政复议  ", "").replace("类别  ", ""),  # whose the first are, is not told
        LISTED.replace("结果纠正  5", "结果纠正  5  0"),
    ],
)
def test_a_list_that_leaves_anything_open_is_nobodys(table: str) -> None:
    found = reading(table)
    assert not any(cell.known for address, cell in found.cells.items() if address.startswith("disputes."))


def test_two_lines_with_pipes_above_the_first_section_are_no_table() -> None:
    cover = ("来源：桃溪镇 | 打印", "登录 | 注册", "桃溪镇人民政府", "2022年政府信息公开工作年度报告")
    text = "\n".join((*cover, "二、主动公开政府信息情况", TABLE_TWO.replace("  ", "\t")))
    assert interpret(read(text.encode(), "a.txt"), FORMS).authority_name == "桃溪镇人民政府"


def test_a_table_of_the_bodys_own_in_another_section_is_not_table_four() -> None:
    own = "一、总体情况\n复议和诉讼情况\t7\t4\n总计\t7\t4\n"
    text = reading_text(ROW_BY_ROW).replace("二、主动", f"{own}二、主动")
    assert values(interpret(read(text.encode(), "a.txt"), FORMS)) == FIGURES


def page(*tables: Sequence[Sequence[object]]) -> str:
    """Return a page with 表二 and these tables in section 四."""
    two = [line.split("  ") for line in TABLE_TWO.splitlines()]
    markup = [
        "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table)
        for table in (two, *tables)
    ]
    first, *others = (f"<table>{rows}</table>" for rows in markup)
    heading = "<p>四、政府信息公开行政复议、行政诉讼情况</p>"
    return f"<p>某镇2022年政府信息公开工作年度报告</p>{first}{heading}{'<p></p>'.join(others)}"


def test_small_tables_wider_than_their_header_are_read() -> None:
    names = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    tables = [
        ([name, "", "", "", ""], OUTCOMES.split(), [*FIGURES[start : start + 5], ""])
        for name, start in zip(names, (0, 5, 10), strict=True)
    ]
    assert values(interpret(read(page(*tables).encode(), "a.html"), FORMS)) == FIGURES


def test_blank_cells_of_a_turned_table_that_is_marked_up_are_blank() -> None:
    rows = [["类别", "行政复议", "行政诉讼", ""], ["", "", "未经复议直接起诉", "复议后起诉"]]
    rows += [[name, "", "", ""] for name in ("结果维持", "纠正")]
    rows += [["其他结果", "", "1", ""], ["尚未审结", "", "", ""], ["小计", "", "1", ""]]
    found = values(interpret(read(page(rows).encode(), "a.html"), FORMS))
    assert found == [*[None] * 7, 1, None, 1, *[None] * 5]


def test_fifteen_figures_below_a_header_in_pieces_are_table_four_without_its_heading() -> None:
    rows = ("1.属于国家秘密", "2.重复申请", "（一）予以公开", "（七）总计", "四、结转下年度继续办理")
    pieces = ("行政复议 行政诉讼", "结果", "维持 结果", "纠正 其他", "结果 尚未", "审结 总计")
    text = "\n".join(
        (
            "某镇2022年政府信息公开工作年度报告",
            TABLE_TWO,
            "三、收到和处理政府信息公开申请情况",
            *(f"{row} 0 0 0 0 0 0 0" for row in rows),
            *pieces * 3,
            " ".join(map(str, FIGURES)),
            "五、存在的主要问题及改进情况",
        )
    )
    assert values(interpret(read(text.encode(), "a.txt"), FORMS)) == FIGURES


OUTCOMES_OF_ALL_ZERO = """行政复议情况
结果维持  结果纠正  其他结果  尚未审结  合计
0  0  0  0  0
行政诉讼情况（未经复议直接起诉）
结果维持  结果纠正  其他结果  尚未审结  合计
0  0  0  0  0
（三）行政诉讼情况（复议后起诉）
结果维持  结果纠正  其他结果  尚未审结  合计
2  0  0  0  2
"""


@pytest.mark.parametrize("between", [BETWEEN["tabs"], BETWEEN["blanks"], BETWEEN["pipes"]])
def test_small_tables_are_told_by_titles_with_the_kind_in_brackets(between: str) -> None:
    assert values(reading(OUTCOMES_OF_ALL_ZERO, between=between)) == [*[0] * 10, 2, 0, 0, 0, 2]


def test_a_table_pasted_as_text_is_read_beside_those_that_are_marked_up() -> None:
    rows = ("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|0|0|0", "行政规范性文件|1|0|5")
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    lines = (
        "四、政府信息公开行政复议、行政诉讼情况",
        *WIDE.strip().split("\n"),
        "五、存在的主要问题及改进情况",
    )
    page = "".join(f"<p>{line}</p>" for line in lines)
    title = "<p>某镇2022年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>"
    found = interpret(
        read(f"<html><body>{title}<table>{table}</table>{page}</body></html>".encode(), "a.html"), FORMS
    )
    assert values(found) == FIGURES
    assert found.cells["art20_1.normative_documents.in_force"].value == 5


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (" | | | | 0 | | | | | 0 | | | | | 0 |", [None] * 4 + [0] + [None] * 4 + [0] + [None] * 4 + [0]),
        (" | 2 | | | 2 | | | | | 0 | | | | | 0 |", [None] * 15),  # or has lost a figure
        (" | 0 | 3 | 0 | 3 | 8 | 0 | 1 | 1 | 10 | 0 | 7 | 4 | 0 | 11 |", [None] * 15),
        ("| | | | | 0 | | | | | 0 | | | | | 0 | |", [None] * 4 + [0] + [None] * 4 + [0] + [None] * 4 + [0]),
        (" | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", [None] * 15),  # may have moved
    ],
)
def test_an_empty_first_cell_is_placed_where_the_totals_say_that_nothing_moved(
    row: str, expected: list[object]
) -> None:
    piped = "\n".join(
        f"{line.replace('  ', ' | ')} |" if "  " in line else line
        for line in (*TABLE_TWO.splitlines(), "表四", *WIDE.splitlines()[:-1])
    ).replace("表四", "四、政府信息公开行政复议、行政诉讼情况")
    text = f"二、主动公开政府信息情况\n{piped}\n{row.strip()}\n五、存在的主要问题及改进情况\n无。\n"
    assert values(interpret(read(text.encode(), "a.txt"), FORMS)) == expected
