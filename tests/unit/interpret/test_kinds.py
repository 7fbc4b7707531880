"""What is no report of these forms is named in a sentence, and no figure of it is put into a table."""

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read

SECTIONS = ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况")
NEW = ("第二十条第（一）项\t\t\t", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t0\t0\t0")
OLD = (
    "第二十条第（一）项\t\t\t",
    "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量",
    "规章\t0\t0\t0",
)
FUJIAN = (
    "指标名称\t计量单位\t{year}年度\t历年累计",
    "主动公开文件数\t条\t1234\t5678",
    "其中：1、政府网站公开数\t条\t1200\t5000",
    "受理依申请公开信息总数\t条\t35\t100",
)
ANNEX = (
    "统计指标\t单位\t统计数",
    "一、主动公开情况\t——\t——",
    "（一）主动公开政府信息数\t条\t1234",
    "（一）收到申请数\t件\t35",
    "四、行政复议数量\t件\t2",
    "（一）维持具体行政行为数\t件\t1",
)


def reading(*lines: str, year: int = 2022, name: str = "桃溪镇") -> Reading:
    title = f"{name}{year}年政府信息公开工作年度报告"
    return interpret(read("\n".join((title, *lines)).encode(), "a.txt"), FORMS)


def codes(found: Reading) -> list[str]:
    return [note.code for note in found.notes]


def text_of(found: Reading, code: str) -> str:
    return next(note.text for note in found.notes if note.code == code)


@pytest.mark.parametrize("table", [FUJIAN, ANNEX])
@pytest.mark.parametrize("gap", ["\t", "", "\n\n", " | "])
@pytest.mark.parametrize("year", [2011, 2018, 2021])
def test_the_statistics_of_an_older_edition_are_text(table: tuple[str, ...], gap: str, year: int) -> None:
    lines = (line.format(year=year).replace("\t", gap) for line in table)
    found = reading("一、概述", "全年平稳。", *lines, year=year)
    assert (found.form, dict(found.cells)) == ("", {})
    assert "older-edition" in codes(found)


def test_a_report_of_2018_in_prose_is_of_an_older_edition() -> None:
    found = reading("一、概述", "主动公开信息120条。", year=2018)
    assert text_of(found, "older-edition").startswith("这是 2018 年度的报告")


def test_figures_in_prose_are_not_put_into_tables() -> None:
    found = reading(
        "一、基本情况", "制发规范性文件0件，行政许可12件。", "二、依申请公开情况", "收到申请2件。"
    )
    assert (found.form, codes(found)[-1]) == ("", "free-form")


def test_sections_that_state_figures_are_not_called_pictures() -> None:
    lines = (*SECTIONS[1:], "全年收到申请2件。", "四、政府信息公开行政复议、行政诉讼情况")
    assert codes(reading(*lines))[-1] == "free-form"


@pytest.mark.parametrize("brand", ["365bet(中国)官方网站", "老虎机游戏", "中国足彩网", "澳门新葡京"])
def test_a_page_with_the_adverts_of_a_hijacker_is_named(brand: str) -> None:
    found = reading(*SECTIONS[:2], *NEW, name=brand)
    assert "仿冒" in text_of(found, "page-hijacked")
    assert found.form == "2021-30"


def test_a_report_on_fighting_gambling_is_not_called_hijacked() -> None:
    found = reading(
        SECTIONS[0], "派出所查处赌场3处、收缴老虎机12台。开展防范网络博彩宣传。", *SECTIONS[1:2], *NEW
    )
    assert "page-hijacked" not in codes(found)


@pytest.mark.parametrize(("year", "table", "odd"), [(2022, OLD, True), (2020, NEW, True), (2022, NEW, False)])
def test_the_form_of_other_years_is_noted(year: int, table: tuple[str, ...], odd: bool) -> None:
    found = reading(*SECTIONS[:2], *table, year=year)
    assert odd == ("form-of-other-year" in codes(found))


def test_a_report_that_ends_with_its_tables_may_be_cut() -> None:
    assert "第三部分为止" in text_of(reading(*SECTIONS[:2], *NEW, SECTIONS[2]), "source-cut")
    assert "source-cut" not in codes(reading(*SECTIONS[:2], *NEW, "五、存在的主要问题及改进情况"))
