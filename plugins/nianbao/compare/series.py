"""The years of one authority: what each report says, where one is missing, where the form changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from nianbao.compare.continuity import Kind
from nianbao.compare.figure import Figure, figure_of
from nianbao.compare.indicators import Indicator
from nianbao.forms import FORMS
from nianbao.model import Report, Scope


class Point(NamedTuple):
    """An indicator in one year; `figure` is None where the archive has no report of that year.

    `joins` tells whether the value may be set against that of the last report before: false for the first,
    and where the form changed and the indicator does not pass over unchanged.
    """

    year: int
    figure: Figure | None
    joins: bool = False


class Break(NamedTuple):
    """A change of the form between two reports: the years before and after it, and the form ids."""

    before: int
    after: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Series:
    """The reports of one authority and one scope by year, at least one."""

    scope: Scope
    reports: Mapping[int, Report]

    @property
    def years(self) -> tuple[int, ...]:
        """Every year from the first report to the last, those without one included."""
        return tuple(range(min(self.reports), max(self.reports) + 1))

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The changes of the form, in order; a report without the tables of a form changes nothing."""
        known = [(year, self.reports[year].form) for year in self.years if self._form(year)]
        return tuple(
            Break(before, after, old, new) for (before, old), (after, new) in pairwise(known) if old != new
        )

    def points(self, indicator: Indicator) -> tuple[Point, ...]:
        """Return the indicator year by year."""
        apart = indicator.crossing not in (Kind.SAME, Kind.SUM)
        broken = {found.after for found in self.breaks} if apart else set[int]()
        points: list[Point] = []
        seen = False
        for year in self.years:
            report = self.reports.get(year)
            points.append(
                Point(year, figure_of(indicator, report) if report else None, seen and year not in broken)
            )
            seen = seen or report is not None
        return tuple(points)

    def _form(self, year: int) -> str:
        report = self.reports.get(year)
        return report.form if report and report.form in FORMS else ""


def series_of(reports: Iterable[Report]) -> tuple[Series, ...]:
    """Return the series of an authority's reports: its own first, then the aggregate one, where there is any.

    The two are never mixed: a county's own figures and those with its departments are different sums.
    """
    scopes: dict[Scope, dict[int, Report]] = {}
    for report in sorted(reports, key=lambda report: report.year):
        scopes.setdefault(report.scope, {})[report.year] = report
    return tuple(Series(scope, scopes[scope]) for scope in Scope if scope in scopes)
