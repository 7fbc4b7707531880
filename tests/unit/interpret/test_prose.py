"""Sections and sub-headings, whatever marks and numerals they carry; nothing printed is lost."""

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.interpret.headings import heading_level, section_number, section_titles
from nianbao.model import Heading, Paragraph, TableSlot
from nianbao.read import read

TITLES = section_titles(tuple(FORMS.values()))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一、总体情况", 1),
        ("## 一、总 体 情 况", 1),
        ("1、 总体情况", 1),
        ("总体情况", 1),
        ("**三、收到和处理政府信息公开申请情况（数据准确、要素齐全）**", 3),
        ("四、政府信息公开行政复议和行政诉讼情况", 4),
        ("五、政府信息公开行政复议、行政诉讼情况", 4),
        ("七、其他需要报告的事项", 6),
        ("一、2025年政务公开工作总体情况", 1),
        ("五、当前存在问题与下步打算", 5),
        ("第二部分 主动公开政府信息情况", 2),
        ("（二）主动公开政府信息情况", 0),
        ("四、结转下年度继续办理", 0),
        ("三、本年度办理结果", 0),
        ("一、本年新收政府信息公开申请数量", 0),
        ("四、是强化监督，保障复议渠道畅通。", 0),
    ],
)
def test_a_section_is_told_by_its_title(text: str, number: int) -> None:
    assert section_number(text.replace("**", ""), TITLES) == number


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("（一）主要做法", 3),
        ("#### (二) 依申请公开情况", 3),
        ("七、下一年工作思路", 3),
        ("1.公开平台建设", 4),
        ("(1)公开平台建设", 4),
        ("2、 政策解读", 4),
        ("##### 下一步改进措施", 5),
        ("（三）健全完善政务公开制度，规范公开内容。", 0),
        ("一是加强领导", 0),
        ("无", 0),
        ("2020 年工作", 0),
        ("1.5万条信息", 0),
    ],
)
def test_the_level_of_a_heading_is_its_printed_numeral(text: str, level: int) -> None:
    assert heading_level(text) == level


def reading(*lines: str) -> Reading:
    return interpret(read("\n".join(("某镇2022年政府信息公开工作年度报告", *lines)).encode(), "a.txt"), FORMS)


def outline(found: Reading) -> list[tuple[int, list[str]]]:
    return [
        (each.number, [block.table if isinstance(block, TableSlot) else block.text for block in each.blocks])
        for each in found.sections
    ]


TABLE = (
    "第二十条第（一）项\t\t\t",
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
    "规章\t0\t0\t0",
    "行政规范性文件\t1\t2\t3",
)


def test_prose_between_heading_and_table_stays_where_it_stands() -> None:
    found = reading("二、主动公开政府信息情况", "全年公开 5 条。", *TABLE, "以上。")
    assert outline(found) == [(2, ["全年公开 5 条。", "art20_1", "以上。"])]


def test_a_heading_inside_a_table_opens_its_section() -> None:
    found = reading("二、主动公开政府信息情况", *TABLE, "五、存在的主要问题及改进情况\t\t\t", "人员不足。")
    assert outline(found) == [(2, ["art20_1"]), (5, ["人员不足。"])]


def test_a_sub_heading_with_a_sections_title_opens_no_section() -> None:
    found = reading(
        "一、总体情况",
        "（二）主动公开政府信息情况",
        "有序。",
        "1.其他需要报告的事项",
        "二、主动公开政府信息情况",
        *TABLE,
    )
    assert [section.number for section in found.sections] == [1, 2, 6]  # an Arabic numeral may head a section
    assert outline(found)[0][1][:2] == ["（二）主动公开政府信息情况", "有序。"]


def test_a_table_of_contents_is_prose() -> None:
    titles = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
    found = reading("目录", *titles, "说明。", titles[0], "有序。", titles[1], "无。", titles[2], "无。")
    assert outline(found) == [(1, ["有序。"]), (2, ["无。"]), (3, ["无。"])]
    assert [block.text for block in found.lead if isinstance(block, Heading | Paragraph)] == [
        "目录",
        *titles,
        "说明。",
    ]


def test_a_table_of_its_own_is_kept_as_text() -> None:
    found = reading(
        "二、主动公开政府信息情况",
        *TABLE,
        "五、存在的主要问题及改进情况",
        "渠道\t条数",
        "网站\t12",
        "报刊\t3",
    )
    assert outline(found)[1] == (5, ["渠道 条数", "网站 12", "报刊 3"])
    assert "rows-unread" in [note.code for note in found.notes]


def test_a_row_of_the_form_in_a_table_of_its_own_is_not_read() -> None:
    found = reading(
        "二、主动公开政府信息情况", *TABLE, "五、存在的主要问题及改进情况", "事项\t件数", "行政许可\t12"
    )
    assert found.cells["art20_5.administrative_licenses.decisions"].value is None
    assert outline(found)[1] == (5, ["事项 件数", "行政许可 12"])


def test_missing_sections_are_noted() -> None:
    codes = [note.code for note in reading("一、总体情况", "有序。").notes]
    assert codes.count("section-missing") == 5
