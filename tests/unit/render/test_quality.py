"""数据质量: every report is counted once for each rule, and no share is told of a handful."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest

from factory import make_reports, zero_report
from findings import broken
from nianbao.cells import State
from nianbao.model import Report
from nianbao.render.archive_view import Entry, archive_view
from nianbao.render.method_page import method_view
from nianbao.render.quality import quality
from nianbao.render.quality_page import MOST_LINKS, quality_view, rule_proof_view
from nianbao.render.standing import FEWEST, TOO_FEW, Standing, Tally, share, standings
from nianbao.rules import RULES, Doubt, Outcome, Severity, Verdict, check

ZERO = zero_report("2021-30")
RULE = next(rule for rule in RULES if rule.id == "APP-02")
HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.NOT_ASSESSABLE


def outcome(verdict: Verdict, rule: str = "APP-02", severity: Severity = Severity.ERROR) -> Outcome:
    return Outcome(rule, verdict, severity, (), "一句话。")


def entry(number: int, outcomes: Iterable[Outcome], report: Report = ZERO) -> Entry:
    found = tuple(outcomes)
    return Entry(
        path=f"reports/33/{report.authority.id}-{number}/{report.year}.md",
        report=report,
        load=lambda: report,
        failed=tuple(one for one in found if one.failed),
        standings=standings(found),
        held=sum(one.verdict is HOLDS for one in found),
    )


@pytest.mark.parametrize(
    ("verdicts", "standing"),
    [
        ((HOLDS, HOLDS), Standing.HELD),
        ((HOLDS, UNKNOWN), Standing.UNKNOWN),
        ((HOLDS, UNKNOWN, FAILS), Standing.FAILED),
    ],
)
def test_a_report_holds_a_rule_only_where_nothing_is_left_open(
    verdicts: tuple[Verdict, ...], standing: Standing
) -> None:
    assert standings(map(outcome, verdicts)) == {"APP-02": standing}


def test_what_may_be_our_misreading_could_not_be_judged() -> None:
    assert standings([outcome(HOLDS), broken("APP-02", doubt=Doubt.READING)]) == {"APP-02": Standing.UNKNOWN}


def test_each_report_counts_once_for_each_rule() -> None:
    old = replace(ZERO, year=2021)
    found = quality(
        [
            entry(1, map(outcome, (HOLDS, HOLDS, FAILS))),
            entry(2, [outcome(HOLDS)], old),
            entry(3, [outcome(UNKNOWN)]),
            replace(entry(4, [outcome(FAILS)]), standings={"APP-02": Standing.EXPLAINED}),
            entry(5, [outcome(FAILS, "APP-01")]),
        ]
    )

    assert found.of_rule("APP-02") == Tally(held=1, failed=1, explained=1, unknown=1)
    assert found.tallies["APP-02"] == {2021: Tally(held=1), 2023: Tally(0, 1, 1, 1)}
    assert [one.path[-9] for one in found.failing["APP-02"]] == ["1", "4"]
    assert found.of_rule("XXX").applied == 0


def test_the_counts_are_those_of_the_outcomes_themselves() -> None:
    reports = list(make_reports(18, seed=5))
    checked = [check(report) for report in reports]
    found = quality(
        entry(number, outcomes, report)
        for number, (report, outcomes) in enumerate(zip(reports, checked, strict=True))
    )

    for rule in RULES:
        applied = [[one.verdict for one in outcomes if one.rule == rule.id] for outcomes in checked]
        tally = found.of_rule(rule.id)
        assert tally.applied == sum(bool(verdicts) for verdicts in applied)
        assert tally.judged - tally.failed == sum(set(verdicts) == {HOLDS} for verdicts in applied)


def test_a_share_needs_enough_reports_that_could_be_judged() -> None:
    assert share(1, FEWEST) == "20.0%"
    assert share(1, FEWEST - 1) == TOO_FEW
    assert Tally(held=3, failed=1, unknown=90).share == TOO_FEW
    assert Tally(held=3, failed=1, explained=1, unknown=90).share == "20.0%"


def test_reports_of_a_year_and_a_place_are_counted_by_their_worst_finding() -> None:
    reading = broken("APP-02", doubt=Doubt.READING)
    view = quality_view(
        archive := archive_view(
            [
                entry(1, [outcome(FAILS), outcome(FAILS, severity=Severity.NOTICE)]),
                entry(2, [outcome(FAILS, severity=Severity.WARNING)]),
                entry(3, [reading]),
                entry(4, [outcome(HOLDS)]),
                entry(5, [outcome(UNKNOWN)]),
            ]
        ),
        quality(archive.entries),
    )

    for (row,) in (view.years, view.places):
        assert (row.reports, row.broken, row.doubtful, row.fine, row.unknown) == (5, 1, 2, 1, 1)
        assert row.share == TOO_FEW
    assert view.whole.reports == 5
    assert [row.id for row in view.rules] == ["APP-02"]
    assert len(view.rules) + len(view.unapplied) == len(RULES)


def test_places_and_rules_stand_in_a_fixed_order_and_not_by_their_counts() -> None:
    reports = list(make_reports(60, seed=2))
    archive = archive_view(entry(number, check(report), report) for number, report in enumerate(reports))
    view = quality_view(archive, quality(archive.entries))

    codes = [row.link.path for row in view.places]
    assert codes == sorted(codes)
    order = [rule.id for rule in RULES]
    assert [order.index(row.id) for row in view.rules] == sorted(order.index(row.id) for row in view.rules)
    assert sum(row.reports for row in view.places) == sum(row.reports for row in view.years) == 60


def test_every_cell_is_counted_in_its_state() -> None:
    reports = [report for report in make_reports(30, seed=3) if report.year == 2022]
    archive = archive_view(entry(number, (), report) for number, report in enumerate(reports))
    (row,) = quality_view(archive, quality(archive.entries)).cells

    states = Counter(cell.state for report in reports for cell in report.cells.values())
    assert row.counts == tuple(states[state] for state in State)
    assert row.cells == sum(states.values())


def test_the_page_of_a_rule_lists_the_newest_reports_and_says_how_many_it_leaves_out() -> None:
    many = [
        entry(number, [outcome(FAILS)], replace(ZERO, year=2015 + number % 9))
        for number in range(MOST_LINKS + 7)
    ]
    view = rule_proof_view(RULE, quality(many))

    assert len(view.reports) == MOST_LINKS
    assert view.left_out == 7
    assert view.reports[0].link.text.endswith("2023 年")
    assert [row.link.text for row in view.years] == [f"{year} 年" for year in range(2023, 2014, -1)]


def test_the_method_page_proves_each_rule_with_its_counts() -> None:
    found = quality([entry(1, [outcome(FAILS)]), entry(2, [outcome(HOLDS)])])
    proof = {item.rule.id: item for item in method_view(found).rules}

    assert (proof["APP-02"].tally.applied, proof["APP-02"].tally.failed) == (2, 1)
    assert proof["APP-02"].proof == "quality/APP-02/"
    assert proof["APP-01"].tally.applied == 0
