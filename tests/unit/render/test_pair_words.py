"""What is said of reports side by side."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factory import zero_report
from nianbao.cells import Cell, State
from nianbao.compare import INDICATORS
from nianbao.model import Report, Scope
from nianbao.render.archive_view import Entry
from nianbao.render.pair_words import Words, sentence, sides, standing

NEW = zero_report("2021-30")
OLD = zero_report("2019-60")
RECEIVED = "applications.new.total"
PROCESSED = "applications.processed_total.total"
GRANTED = "applications.granted.total"


def report(name: str, base: Report = NEW, **totals: int | None) -> Report:
    """A report of zeros but for these, by the last words of their addresses; None is blank."""
    addresses = {"received": RECEIVED, "processed": PROCESSED, "granted": GRANTED}
    cells = {
        addresses[key]: Cell(State.BLANK)
        if value is None
        else Cell(State.REPORTED, Decimal(value), str(value))
        for key, value in totals.items()
    }
    owner = replace(base.authority, name=name)
    return replace(base, authority=owner, cells={**base.cells, **cells})


def entry(one: Report) -> Entry:
    return Entry(path=f"reports/33/{one.authority.id}/{one.year}.md", report=one, load=lambda: one)


def words(key: str, *reports: Report) -> Words:
    first, other = sides([entry(one) for one in reports])
    return standing(INDICATORS[key], first, other)


def said(*reports: Report) -> str:
    return sentence(sides([entry(one) for one in reports]))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (16, 12, "多 4 件"),
        (12, 16, "少 4 件"),
        (50, 40, "多 10 件（+25.0%）"),
        (40, 60, "少 20 件（−33.3%）"),
        (7, 7, "相同"),
    ],
)
def test_a_difference_of_counts_is_told_with_its_unit(one: int, other: int, expected: str) -> None:
    assert words("received", report("甲", received=one), report("乙", received=other)) == (expected, True)


def test_a_difference_of_shares_is_told_in_percentage_points() -> None:
    reports = report("甲", processed=100, granted=60), report("乙", processed=50, granted=20)
    assert words("granted_share", *reports) == ("高 20.0 个百分点", True)
    assert words("granted_share", *reversed(reports)) == ("低 20.0 个百分点", True)


def test_why_nothing_is_compared_is_told_and_whose_figure_it_is() -> None:
    blank, known = report("甲", received=None), report("乙", received=3)
    assert words("received", blank, known) == ("无法比较：甲未填", False)
    assert words("received", known, blank) == ("无法比较：乙未填", False)
    assert words("received", blank, blank) == ("无法比较：未填", False)
    few = report("丙", processed=29, granted=1)
    assert words("granted_share", few, few) == ("无法比较：分母不足 30 件", False)


def test_forms_and_scopes_that_forbid_a_comparison_are_named() -> None:
    old, aggregate = report("甲", OLD), report("甲", replace(NEW, scope=Scope.AGGREGATE))
    assert words("licenses", old, report("乙")) == ("无法比较：两种格式口径不同", False)
    assert words("charges", old, report("乙")) == ("无法比较：甲无此项", False)
    assert words("received", old, report("乙")) == ("相同", True)
    assert words("received", aggregate, report("乙")) == ("无法比较：一份是汇总报告", False)


def test_the_sentence_names_the_other_once_and_ends_with_what_cannot_be_compared() -> None:
    one, other = report("甲县人民政府", received=12), report("乙县人民政府", received=8)
    assert said(one, other) == (
        "甲县人民政府 2023 年：本年新收申请 12 件，比乙县人民政府多 4 件；行政复议案件 0 件，相同；"
        "公开（全部或部分）占办结的比例、不予公开占办结的比例无法比较。"
    )


def test_the_sentence_names_the_year_where_the_years_differ() -> None:
    one, other = report("甲县人民政府", received=12), report("甲县人民政府", replace(NEW, year=2022))
    assert said(one, other).startswith(
        "甲县人民政府 2023 年：本年新收申请 12 件，比甲县人民政府 2022 年多 12 件；"
    )


def test_the_sentence_tells_each_of_several_others() -> None:
    reports = [report(name, received=value) for name, value in (("甲", 12), ("乙", 8), ("丙", 12))]
    reports.append(report("丁", received=None))
    clause = "本年新收申请 12 件，比乙多 4 件，与丙相同，与丁无法比较：丁未填；"
    assert said(*reports).startswith(f"甲 2023 年：{clause}")
