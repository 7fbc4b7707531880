"""Title, authority, year, period, scope and day of publication."""

from datetime import date

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.model import Paragraph, Period, Scope
from nianbao.read import read


def reading(*lines: str) -> Reading:
    text = "\n\n".join((*lines, "一、总体情况", "政府信息公开工作有序。"))
    return interpret(read(text.encode(), "a.txt"), FORMS)


@pytest.mark.parametrize(
    ("lines", "title", "name", "year"),
    [
        (["桃尧镇 2020 年政府信息公开工作年度报告"], "桃尧镇2020年政府信息公开工作年度报告", "桃尧镇", 2020),
        (
            ["# 苍台镇人民政府 2023 年政府信息公开工作年度报 告"],
            "苍台镇人民政府2023年政府信息公开工作年度报告",
            "苍台镇人民政府",
            2023,
        ),
        (
            ["尧都区人民政府", "2020年政府信息公开工作年报"],
            "尧都区人民政府2020年政府信息公开工作年报",
            "尧都区人民政府",
            2020,
        ),
        (
            ["某市民政局2020年政府信息公开工作", "年度报告"],
            "某市民政局2020年政府信息公开工作年度报告",
            "某市民政局",
            2020,
        ),
        (["2022年度螅镇政府信息公开工作报告"], "2022年度螅镇政府信息公开工作报告", "螅镇", 2022),
        (
            ["关于某县水利局2021年度政府信息公开工作年度报告"],
            "关于某县水利局2021年度政府信息公开工作年度报告",
            "某县水利局",
            2021,
        ),
        (["某镇二〇二一年政府信息公开年度报告"], "某镇二〇二一年政府信息公开年度报告", "某镇", 2021),
        (
            ["首页 > 政务公开", "某镇2021年政府信息公开工作年度报告"],
            "某镇2021年政府信息公开工作年度报告",
            "某镇",
            2021,
        ),
    ],
)
def test_the_title_tells_authority_and_year(lines: list[str], title: str, name: str, year: int) -> None:
    found = reading(*lines)
    assert (found.title, found.authority_name, found.year) == (title, name, year)


def test_a_title_printed_twice_is_taken_once_and_the_rest_is_kept() -> None:
    title = "某镇2021年政府信息公开工作年度报告"
    found = reading(title, "来源：某镇", title, "本报告依法编制。")
    assert [block.text for block in found.lead if isinstance(block, Paragraph)] == [
        "来源：某镇",
        "本报告依法编制。",
    ]


def test_without_a_title_the_preamble_tells_authority_and_year() -> None:
    found = reading(
        "本报告由卜集镇人民政府按照《政府信息公开条例》编制，数据自2021年1月1日起至2021年12月31日止。"
    )
    assert (found.title, found.authority_name, found.year) == ("", "卜集镇人民政府", 2021)
    assert "title-missing" in [note.code for note in found.notes]


def test_without_title_and_preamble_the_signature_tells_the_authority() -> None:
    data = "一、总体情况\n\n政府信息公开工作有序。\n\n临汾市尧都区人民政府办公室  \n "
    assert interpret(read(data.encode(), "a.txt"), FORMS).authority_name == "临汾市尧都区人民政府办公室"


def test_what_the_text_does_not_tell_stays_empty() -> None:
    found = interpret(read("政府信息公开工作有序。".encode(), "2021某镇.txt"), FORMS)
    assert (found.title, found.authority_name, found.year, found.form) == ("", "", None, "")


@pytest.mark.parametrize(
    "text",
    ["2022年1月1日起至2022年12月31日止", "2022 年 1 月 1 日至 12 月 31 日", "2022年1月1日到12月31日"],
)
def test_the_period_is_read(text: str) -> None:
    assert reading(f"统计期限为{text}。").period == Period(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    "text", ["2025111231日", "2022年13月1日至2022年12月31日", "2022年12月31日至2022年1月1日"]
)
def test_a_damaged_period_is_no_period(text: str) -> None:
    assert reading(f"统计期限为{text}。").period is None


def test_a_year_that_the_period_contradicts_is_noted() -> None:
    found = reading("某镇2020年政府信息公开工作年度报告", "数据自2019年1月1日起至2019年12月31日止。")
    assert found.year == 2020
    assert "year-conflict" in [note.code for note in found.notes]


def test_the_earliest_day_of_publication_counts() -> None:
    found = reading(
        "发布日期：2022-01-20", "发布时间：2021-12-30 10:11", "某镇2021年政府信息公开工作年度报告"
    )
    assert found.published == date(2021, 12, 30)


def test_an_aggregate_report_is_told_by_its_words() -> None:
    own = "本报告由某镇人民政府办公室汇总15个行政村政府信息公开工作情况编制而成。"
    whole = "本报告由市政府办公室汇总各县（市、区）人民政府和市级部门年度报告编制。"
    assert (reading(own).scope, reading(whole).scope) == (Scope.OWN, Scope.AGGREGATE)
