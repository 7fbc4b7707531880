"""The pages of the indicators: what each one is, how it is spread, where the data ends, who stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nianbao.compare import CONTINUITY, Indicator, Kind, figure_of
from nianbao.compare.indicators import GROUPS
from nianbao.forms import FORMS
from nianbao.render.archive_view import ArchiveView
from nianbao.render.indicator_spread import Extent, Spread, extent, spread
from nianbao.render.peer_lists import PeerGroup, RankList, form_words, rank_list
from nianbao.render.terms import anchor, row_term
from nianbao.render.trail import Link, url_of

_MOST_PLACES = 50
"""Places of a list: a longer one is read by region, on the pages of the year."""


@dataclass(frozen=True, slots=True)
class Term:
    """A cell of a formula in words, and its term in the glossary."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Formula:
    """The cells that are added up; `whole` is empty unless the indicator is a share.

    `forms` are name and document of each form in which it reads so.
    """

    forms: tuple[tuple[str, str], ...]
    part: tuple[Term, ...]
    whole: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """Everything `indicator.html` shows."""

    indicator: Indicator
    trail: tuple[Link, ...]
    formulas: tuple[Formula, ...]
    crossing: str
    extents: tuple[Extent, ...]
    spreads: tuple[Spread, ...]


@dataclass(frozen=True, slots=True)
class IndicatorYearView:
    """Everything `indicator_year.html` shows; `others` are the other years."""

    indicator: Indicator
    year: int
    trail: tuple[Link, ...]
    forms: str
    whole_year: Link
    others: tuple[Link, ...]
    lists: tuple[tuple[str, RankList], ...]


def indicator_path(indicator: Indicator, year: int | None = None) -> str:
    """Return the source path of an indicator's page, or of its page for one year."""
    return f"indicators/{indicator.id}/{year}.md" if year else f"indicators/{indicator.id}.md"


def year_link(indicator: Indicator, year: int) -> Link:
    """Return the link to an indicator's page for one year."""
    return Link(f"{year} 年", url_of(indicator_path(indicator, year)))


def asked_years(archive: ArchiveView, indicator: Indicator) -> tuple[int, ...]:
    """Return the years with a report whose form asks for the indicator, the newest first."""
    return tuple(
        year
        for year, entries in sorted(archive.years.items(), reverse=True)
        if any(entry.report.form in indicator.terms for entry in entries)
    )


def indicator_view(archive: ArchiveView, groups: Sequence[PeerGroup], indicator: Indicator) -> IndicatorView:
    """Return the page of an indicator over all years; `groups` hold all reports."""
    years = tuple(sorted(asked_years(archive, indicator)))
    entries = [entry for year in years for entry in archive.years[year]]
    figures = {entry.path: figure_of(indicator, entry.report) for entry in entries}
    return IndicatorView(
        indicator=indicator,
        trail=(Link("指标", "indicators/"), Link(indicator.title)),
        formulas=_formulas(indicator),
        crossing=crossing_words(indicator),
        extents=tuple(
            extent(year_link(indicator, year), [figures[entry.path] for entry in archive.years[year]])
            for year in reversed(years)
        ),
        spreads=tuple(spread(group, indicator, years, figures) for group in groups),
    )


def indicator_year_view(
    archive: ArchiveView, groups: Sequence[PeerGroup], indicator: Indicator, year: int
) -> IndicatorYearView:
    """Return the list of an indicator for one year, by kind and level; `groups` hold that year's reports."""
    forms = form_words(archive.years[year])
    return IndicatorYearView(
        indicator=indicator,
        year=year,
        trail=(
            Link("指标", "indicators/"),
            Link(indicator.title, url_of(indicator_path(indicator))),
            Link(f"{year} 年"),
        ),
        forms=f"{forms}{crossing_words(indicator)}" if forms else "",
        whole_year=Link(f"{year} 年各地区", f"years/{year}/"),
        others=tuple(
            year_link(indicator, other) for other in asked_years(archive, indicator) if other != year
        ),
        lists=tuple(_lists(groups, indicator)),
    )


def _lists(groups: Sequence[PeerGroup], indicator: Indicator) -> Iterator[tuple[str, RankList]]:
    """Yield a list for each group, those on each form apart where the forms count differently."""
    if indicator.crossing is not Kind.CAREFUL:
        for group in groups:
            found = rank_list(group, indicator, _MOST_PLACES)
            if found:
                yield group.title, found
        return
    for form in indicator.terms:
        for group in groups:
            alike = tuple(entry for entry in group.entries if entry.report.form == form)
            found = rank_list(group._replace(entries=alike), indicator, _MOST_PLACES)
            if found:
                yield f"{group.title} {FORMS[form].name}", replace(found, id=f"{found.id}-{form}")


def crossing_words(indicator: Indicator) -> str:
    """Return what may be compared across the change of the form."""
    if indicator.crossing is None:
        return f"只有 {FORMS[CONTINUITY.new].name}有这一项，此前的年份不能比较。{indicator.crossing_why}"
    if indicator.crossing is Kind.CAREFUL:
        return f"两种格式都有，但口径不同，换格式前后只能并列，不能比增减。{indicator.crossing_why}"
    return f"换格式前后可以比较。{indicator.crossing_why}"


def _formulas(indicator: Indicator) -> tuple[Formula, ...]:
    """Return the formula of each form, once where they read the same."""
    found: dict[tuple[tuple[Term, ...], ...], list[tuple[str, str]]] = {}
    for form_id, terms in indicator.terms.items():
        sides = tuple(tuple(_term(form_id, address) for address in side) for side in terms)
        found.setdefault(sides, []).append((FORMS[form_id].name, FORMS[form_id].document))
    return tuple(Formula(tuple(forms), *sides) for sides, forms in found.items())


def _term(form_id: str, address: str) -> Term:
    for table in FORMS[form_id].tables:
        for row in table.rows:
            for column in table.columns:
                if table.address(row.id, column.id) == address:
                    totals = table.id == "applications" and column.id == "total"
                    text = row.label if totals else f"{row.label}［{column.label}］"
                    return Term(text, anchor(row_term(table, row)))
    raise LookupError(f"{address} is not in form {form_id}")


@dataclass(frozen=True, slots=True)
class IndicatorsView:
    """Everything `indicators.html` shows: the indicators by group, with a link to each."""

    trail: tuple[Link, ...]
    groups: tuple[tuple[str, tuple[tuple[Indicator, Link], ...]], ...]


def indicators_view() -> IndicatorsView:
    """Return the list of indicators."""
    return IndicatorsView(
        (Link("指标"),),
        tuple(
            (
                group.title,
                tuple((one, Link(one.question, url_of(indicator_path(one)))) for one in group.indicators),
            )
            for group in GROUPS
        ),
    )
