"""Two reports side by side: differences, what forbids them, and who stands beside whom."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factory import zero_report
from nianbao.cells import State
from nianbao.compare import INDICATORS, Figure, Gap, Indicator
from nianbao.compare.pairs import Difference, Obstacle, difference, latest_shared, neighbours, obstacle
from nianbao.model import Authority, Region, Report, Scope

COUNT, SHARE = INDICATORS["received"], INDICATORS["denied_share"]
NEW = zero_report("2021-30")
OLD = zero_report("2019-60")


def known(value: str) -> Figure:
    return Figure(State.REPORTED, Decimal(value))


def by(code: str, name: str, *years: int, level: str = "county", body: str = "") -> tuple[Report, ...]:
    kind = "department" if body else "government"
    owner = Authority(name, f"{code}-{name}", body, level, kind, Region(code, "省", "市", "县"))
    return tuple(replace(NEW, authority=owner, year=year) for year in years)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("50", "40", Difference(Decimal(10), Decimal("25.0"))),
        ("40", "50", Difference(Decimal(-10), Decimal("-20.0"))),
        ("50", "29", Difference(Decimal(21))),  # 29 are too few for a percentage
        ("7.50", "30", Difference(Decimal("-22.50"), Decimal("-75.0"))),
        ("3", "3", Difference(Decimal(0))),
    ],
)
def test_a_count_differs_by_a_number_and_by_a_percentage_of_enough(
    one: str, other: str, expected: Difference
) -> None:
    assert difference(COUNT, known(one), known(other)) == expected


def test_shares_differ_by_the_points_that_a_reader_finds_by_subtracting_what_is_printed() -> None:
    # 12.06 and 5.94 are printed as 12.1 % and 5.9 %.
    assert difference(SHARE, known("12.06"), known("5.94")) == Difference(Decimal("6.2"))


@pytest.mark.parametrize("state", [State.BLANK, State.MISSING, State.AMBIGUOUS, State.MARK, *Gap])
def test_what_is_not_known_has_no_difference(state: State | Gap) -> None:
    assert difference(COUNT, Figure(state), known("5")) is None
    assert difference(COUNT, known("5"), Figure(state)) is None


def test_an_own_and_an_aggregate_report_are_never_subtracted() -> None:
    assert obstacle(COUNT, NEW, replace(NEW, scope=Scope.AGGREGATE)) is Obstacle.SCOPE
    assert obstacle(COUNT, NEW, NEW) is None


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.id)
def test_two_forms_are_subtracted_only_where_the_continuity_table_lets_the_cells_pass(
    indicator: Indicator,
) -> None:
    expected = Obstacle.COUNTED if indicator.group == "proactive" else None
    assert obstacle(indicator, OLD, NEW) is expected


def test_the_latest_year_that_both_have_is_shared_and_own_reports_go_first() -> None:
    own = by("141002", "甲", 2020, 2021, 2022)
    both = (*own[:2], replace(own[1], scope=Scope.AGGREGATE))
    assert latest_shared(own, both) == (2021, Scope.OWN)
    assert latest_shared(both, both) == (2021, Scope.OWN)
    assert latest_shared(own[:1], own[1:]) is None


def test_a_county_stands_beside_the_next_of_its_prefecture() -> None:
    found = {
        "a": by("141002", "甲", 2022),
        "b": by("141021", "乙", 2022),
        "other prefecture": by("140105", "丙", 2022),
        "prefecture": by("141000", "丁", 2022, level="prefecture"),
    }
    assert neighbours(found) == {"a": "b", "b": "a"}


def test_townships_stand_beside_those_of_their_county() -> None:
    found = {
        name: by(code, name, 2022, level="township")
        for code, name in (("141002", "甲"), ("141002", "乙"), ("141021", "丙"))
    }
    assert neighbours(found) == {"甲": "乙", "乙": "甲"}


def test_a_department_stands_beside_one_for_the_same_matters_before_others() -> None:
    found = {
        "a": by("141002", "甲教育局", 2022, body="教育局"),
        "b": by("141021", "乙教育局", 2022, body="教育局"),
        "c": by("141002", "甲财政局", 2022, body="财政局"),
    }
    assert neighbours(found) == {"a": "b", "b": "a", "c": "b"}


def test_a_neighbour_without_a_year_in_common_is_passed_over() -> None:
    found = {
        "a": by("141002", "甲", 2020),
        "b": by("141021", "乙", 2021),
        "c": by("141022", "丙", 2020, 2021),
    }
    assert neighbours(found) == {"a": "c", "b": "c", "c": "b"}


def test_an_authority_of_unknown_level_or_place_or_under_two_ids_has_no_neighbour() -> None:
    found = {
        "level": by("141002", "甲", 2022, level=""),
        "level too": by("141021", "乙", 2022, level=""),
        "place": by("", "丙", 2022),
        "place too": by("", "丁", 2022),
        "id": by("330106", "戊", 2022),
        "other id": by("330106", "戊", 2022),
    }
    assert neighbours(found) == {}


def test_every_authority_has_at_most_one_neighbour_among_many() -> None:
    found = {str(code): by(str(code), f"县{code}", 2022) for code in range(141001, 141100)}
    pairs = neighbours(found)
    assert set(pairs) == set(found)
    assert all(abs(int(one) - int(other)) <= 1 for one, other in pairs.items())
