"""Figures of a report and their order over the years: what is not known is never 0 and never a share."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factory import make_report, zero_report
from nianbao.cells import Cell, State
from nianbao.compare import ENOUGH, INDICATORS, Figure, Gap, figure_of, series_of
from nianbao.compare.coverage import coverage
from nianbao.compare.figure import part_of
from nianbao.compare.ranking import COUNTS, SHARES, distribution, ranked
from nianbao.model import Region, Report, Scope

ZERO = zero_report("2021-30")
OLD = replace(zero_report("2019-60"), year=2020)
GRANTED = "applications.granted.total"
PROCESSED = "applications.processed_total.total"


def number(value: int | str, state: State = State.REPORTED) -> Cell:
    return Cell(state, Decimal(value), str(value))


def with_cells(report: Report, **cells: Cell) -> Report:
    """Return the report with these cells of the column of totals of 表三."""
    changes = {f"applications.{row.replace('__', '.')}.total": cell for row, cell in cells.items()}
    return replace(report, cells={**report.cells, **changes})


@pytest.mark.parametrize("state", [State.BLANK, State.MARK, State.MISSING, State.AMBIGUOUS])
def test_one_unknown_cell_makes_a_sum_unknown_in_its_state(state: State) -> None:
    report = with_cells(ZERO, denied__internal_affairs=Cell(state), denied__state_secret=number(3))

    assert figure_of(INDICATORS["denied"], report) == Figure(state)
    assert figure_of(INDICATORS["denied_state_secret"], report).value == 3


def test_a_sum_over_an_inferred_cell_is_inferred() -> None:
    report = with_cells(
        ZERO, denied__state_secret=number(3, State.INFERRED), denied__internal_affairs=number(4)
    )

    assert figure_of(INDICATORS["denied"], report) == Figure(State.INFERRED, Decimal(7))


def test_a_share_keeps_its_numerator_and_denominator() -> None:
    report = with_cells(ZERO, granted=number(12), processed_total=number(48))

    figure = figure_of(INDICATORS["granted_share"], report)

    assert figure == Figure(State.REPORTED, Decimal(25), Decimal(12), Decimal(48))
    assert part_of(INDICATORS["granted_share"], report).value == 12


@pytest.mark.parametrize(
    ("part", "whole", "state"),
    [
        (number(1), number(ENOUGH - 1), Gap.FEW),
        (number(0), number(0), Gap.FEW),
        (number(ENOUGH + 1), number(ENOUGH), Gap.CONTRADICTORY),
        (number(-1), number(ENOUGH), Gap.CONTRADICTORY),
        (number(1), Cell(State.BLANK), State.BLANK),
        (Cell(State.AMBIGUOUS), number(ENOUGH), State.AMBIGUOUS),
    ],
)
def test_no_percentage_without_enough_cases_behind_it(part: Cell, whole: Cell, state: State | Gap) -> None:
    figure = figure_of(INDICATORS["granted_share"], with_cells(ZERO, granted=part, processed_total=whole))

    assert (figure.state, figure.value) == (state, None)


def test_what_a_form_does_not_ask_for_is_not_zero() -> None:
    assert figure_of(INDICATORS["documents_issued"], OLD) == Figure(Gap.NOT_ASKED)
    assert figure_of(INDICATORS["received"], replace(ZERO, form="", cells={})) == Figure(State.MISSING)


def test_the_old_row_of_other_outcomes_continues_as_the_sum_of_three() -> None:
    old = with_cells(OLD, other_outcome=number(5))
    new = with_cells(ZERO, other_outcome__fee_unpaid=number(2), other_outcome__other=number(4))

    counts = [part_of(INDICATORS["other_outcome_share"], report).value for report in (old, new)]

    assert counts == [5, 6]


def test_a_series_keeps_its_gaps_and_shows_where_the_form_changes() -> None:
    (series,) = series_of([ZERO, OLD, replace(OLD, year=2018)])

    assert series.years == (2018, 2019, 2020, 2021, 2022, 2023)
    assert [(found.before, found.after) for found in series.breaks] == [(2020, 2023)]
    received = series.points(INDICATORS["received"])
    assert [point.figure is None for point in received] == [False, True, False, True, True, False]
    assert [point.joins for point in received] == [False, True, True, True, True, True]
    assert [point.joins for point in series.points(INDICATORS["licenses"])][-1] is False


def test_own_and_aggregate_figures_are_never_one_series() -> None:
    reports = [replace(ZERO, scope=Scope.AGGREGATE), ZERO, replace(ZERO, year=2022)]

    assert [(series.scope, tuple(series.reports)) for series in series_of(reports)] == [
        (Scope.OWN, (2022, 2023)),
        (Scope.AGGREGATE, (2023,)),
    ]


def test_ranks_are_shared_by_equals_and_given_to_known_figures_only() -> None:
    values = {"甲": 3, "乙": 5, "丙": None, "丁": 5, "戊": 0}
    figures = [
        (name, Figure(State.BLANK) if value is None else Figure(State.REPORTED, Decimal(value)))
        for name, value in values.items()
    ]

    assert [(rank, name) for rank, name, _ in ranked(figures)] == [(1, "乙"), (1, "丁"), (3, "甲"), (4, "戊")]


def test_every_known_value_lies_in_exactly_one_class() -> None:
    for classes in (COUNTS, SHARES):
        for value in ("0", "0.01", "0.5", "1", "9.99", "19.99", "20", "99.99", "100"):
            assert sum(one.holds(Decimal(value)) for one in classes) == 1
    known = [Figure(State.REPORTED, Decimal(value)) for value in (0, 0, 7, 1200)]
    assert distribution([*known, Figure(State.BLANK)], COUNTS) == (0, 2, 0, 1, 0, 0, 1, 0)


def county(code: str, scope: Scope = Scope.OWN) -> Report:
    owner = replace(
        ZERO.authority, level="county", kind="government", region=Region(code, "山西省", "临汾市", "县")
    )
    return replace(ZERO, authority=owner, scope=scope)


def test_coverage_counts_each_government_once_and_knows_how_many_there_are() -> None:
    found = coverage(
        [county("141002"), county("141002"), county("141021", Scope.AGGREGATE)], "county", "1410"
    )

    assert found is not None
    assert (sorted(found.held), len(found.expected), found.complete) == (["141002"], 17, False)
    whole = coverage([county(code) for code in found.expected], "county", "1410")
    assert whole is not None
    assert whole.complete


def test_townships_and_departments_have_no_known_number() -> None:
    assert coverage([make_report(3, year=2021)], "township") is None
    assert coverage([make_report(3, year=2021)], "county-bodies") is None
