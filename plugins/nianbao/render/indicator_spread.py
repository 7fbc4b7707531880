"""How an indicator is spread over the authorities of a level, and of how many it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nianbao.compare import CONTINUITY, Figure, Gap, Indicator
from nianbao.compare.ranking import COUNTS, SHARES, distribution
from nianbao.forms import FORMS
from nianbao.render.charts import Column, Cut, Mark, PanelRow, panel
from nianbao.render.peer_lists import PeerGroup
from nianbao.render.trail import Link


@dataclass(frozen=True, slots=True)
class Extent:
    """Where the data of a year ends: of `reports` so many are known, and why the others are not."""

    year: Link
    reports: int
    known: int
    few: int
    not_asked: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How many authorities of a group lie in which class, year by year."""

    id: str
    title: str
    svg: str


def extent(year: Link, figures: Sequence[Figure]) -> Extent:
    """Return of how many reports of a year the indicator is known; `year` leads to its list."""
    known = sum(figure.known for figure in figures)
    few = sum(figure.state is Gap.FEW for figure in figures)
    not_asked = sum(figure.state is Gap.NOT_ASKED for figure in figures)
    return Extent(
        year=year,
        reports=len(figures),
        known=known,
        few=few,
        not_asked=not_asked,
        unknown=len(figures) - known - few - not_asked,
    )


def spread(
    group: PeerGroup, indicator: Indicator, years: Sequence[int], known: Mapping[str, Figure]
) -> Spread:
    """Return the classes of a group as a panel, empty without a number; `known` is by report path."""
    figures: Mapping[int, list[Figure]] = {year: [] for year in years}
    for entry in group.entries:
        if entry.path in known:
            figures[entry.report.year].append(known[entry.path])
    classes = SHARES if indicator.share else COUNTS
    counts = [distribution(figures[year], classes) for year in years]
    rows = tuple(
        PanelRow(one.title, one.title, tuple(Mark(str(count[i]), Decimal(count[i])) for count in counts))
        for i, one in enumerate(classes)
        if any(count[i] for count in counts)
    )
    columns = tuple(Column(str(year), str(year)) for year in years)
    description = f"{group.title}：每一年各档有多少个机关。"
    svg = panel(f"s-{group.id}", indicator.title, description, columns, rows, _cuts(group, years))
    return Spread(f"spread-{group.id}", group.title, svg if rows else "")


def _cuts(group: PeerGroup, years: Sequence[int]) -> tuple[Cut, ...]:
    """Return a line where the newer form first appears after a year on the older one alone."""
    reports = [entry.report for entry in group.entries if entry.report.year in years]
    newer = {report.year for report in reports if report.form == CONTINUITY.new}
    older = {report.year for report in reports if report.form == CONTINUITY.old}
    if not newer or not older or min(newer) <= min(older):
        return ()
    name = FORMS[CONTINUITY.new].name
    return (Cut(years.index(min(newer)), f"{min(newer)} 年起用 {name}"),)
