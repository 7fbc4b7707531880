"""The rules on an archive of many authorities and seven years: silent where it is right, exact where not."""

import dataclasses
from collections.abc import Iterator

import pytest

from consistent import with_figure
from factory import make_report
from factory_authorities import authority
from nianbao.cells import Cell, State
from nianbao.model import Report, Scope
from nianbao.rules import Outcome, Severity, Verdict, check_all

YEARS = range(2019, 2026)
COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
    "total",
)
PREFECTURE = authority(20)


def series(number: int) -> list[Report]:
    return [make_report(number, year=year, authority=authority(number), damage=False) for year in YEARS]


def of_prefecture() -> dict[int, Report]:
    reports = [dataclasses.replace(report, scope=Scope.OWN) for report in series(20)]
    assert reports[0].authority == PREFECTURE
    return {report.year: report for report in reports}


def loud(reports: list[Report]) -> list[tuple[int, Outcome]]:
    """Return errors and warnings with their year."""
    return [
        (report.year, outcome)
        for report, outcomes in check_all(reports)
        for outcome in outcomes
        if outcome.failed and outcome.severity is not Severity.NOTICE
    ]


def changed(reports: dict[int, Report], year: int, address: str, by: int) -> list[Report]:
    value = reports[year].cells[address].value
    assert value is not None
    return list({**reports, year: with_figure(reports[year], address, value + by)}.values())


def test_five_hundred_right_reports_raise_no_alarm() -> None:
    reports = [report for number in range(72) for report in series(number)]

    assert len(reports) == 504
    assert [(year, outcome.rule, outcome.message) for year, outcome in loud(reports)] == []


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("year", list(YEARS)[1:])
def test_a_broken_carry_is_found_in_its_year_and_column_only(year: int, column: str) -> None:
    address = f"applications.brought_forward.{column}"
    found = loud(changed(of_prefecture(), year, address, 3))
    across = [(when, outcome) for when, outcome in found if outcome.rule.startswith("X")]

    assert [(when, outcome.rule, outcome.severity, outcome.cells) for when, outcome in across] == [
        (
            year,
            "XYR-01" if column == "total" else "XYR-02",
            Severity.ERROR if column == "total" else Severity.WARNING,
            (address,),
        )
    ]
    ((_, outcome),) = across
    assert outcome.left == (outcome.right or 0) + 3
    assert f"{year} 年" in outcome.message
    assert f"{year - 1} 年" in outcome.message


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_a_broken_stock_of_documents_is_found_in_both_years_it_touches(year: int) -> None:
    address = "art20_1.normative_documents.in_force"
    found = loud(changed(of_prefecture(), year, address, 3))

    assert [(when, outcome.rule, outcome.severity) for when, outcome in found] == [
        (when, "XYR-03", Severity.WARNING) for when in (year, year + 1) if when in YEARS
    ]


def test_the_change_of_form_breaks_no_series_of_documents() -> None:
    found = [outcome for year, outcome in loud(list(of_prefecture().values())) if year == 2021]

    assert found == []


def test_the_change_of_form_is_stated_once() -> None:
    stated = [
        (report.year, outcome.severity)
        for report, outcomes in check_all(list(of_prefecture().values()))
        for outcome in outcomes
        if outcome.failed and outcome.rule == "XYR-10"
    ]

    assert stated == [(2021, Severity.NOTICE)]


def test_the_order_of_the_reports_does_not_matter() -> None:
    reports = changed(of_prefecture(), 2023, "applications.brought_forward.total", 3)

    def keyed(found: list[tuple[int, Outcome]]) -> list[tuple[int, str, str]]:
        return sorted((year, outcome.rule, outcome.message) for year, outcome in found)

    assert keyed(loud(reports)) == keyed(loud(reports[::-1]))


def test_a_missing_year_breaks_the_chain_but_invents_no_break() -> None:
    reports = of_prefecture()
    left = [report for year, report in reports.items() if year != 2022]
    notices = {
        (report.year, outcome.rule)
        for report, outcomes in check_all(left)
        for outcome in outcomes
        if outcome.failed and outcome.rule == "XYR-09"
    }

    assert loud(left) == []
    assert notices == {(2023, "XYR-09")}


class Loaded:
    """A collection whose reports exist only while they are asked for, as an archive on disk."""

    def __init__(self, numbers: range) -> None:
        self.numbers = numbers

    def __iter__(self) -> Iterator[Report]:
        return (report for number in self.numbers for report in series(number))

    def __len__(self) -> int:
        return len(self.numbers) * len(YEARS)

    def __contains__(self, report: object) -> bool:
        return any(report == other for other in self)


def test_reports_may_be_loaded_as_they_are_asked_for() -> None:
    lazily = [(report.title, outcomes) for report, outcomes in check_all(Loaded(range(3)))]
    at_once = [(report.title, outcomes) for report, outcomes in check_all(list(Loaded(range(3))))]

    assert lazily == at_once


def test_a_blank_in_last_years_report_is_not_taken_for_zero() -> None:
    reports = of_prefecture()
    address = "applications.carried_forward.total"
    blank = {**reports[2022].cells, address: Cell(State.BLANK)}
    reports[2022] = dataclasses.replace(reports[2022], cells=blank)

    found = [
        outcome.verdict
        for report, outcomes in check_all(list(reports.values()))
        for outcome in outcomes
        if report.year == 2023 and outcome.rule == "XYR-01"
    ]

    assert reports[2023].cells["applications.brought_forward.total"].value != 0
    assert found == [Verdict.NOT_ASSESSABLE]
