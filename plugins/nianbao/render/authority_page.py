"""The page of one authority: its years and the gaps between them, its figures drawn and in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from nianbao.compare import Series, series_of
from nianbao.forms import FORMS
from nianbao.model import Authority, Report, Scope
from nianbao.render.archive_view import Entry
from nianbao.render.authority_charts import Chart, break_words, charts
from nianbao.render.authority_csv import csv_name
from nianbao.render.authority_table import BANDS, Line, cell_html
from nianbao.render.figure_rows import check_words, is_loud
from nianbao.render.key_figures import KeyFigure, key_figures
from nianbao.render.pair_page import Pair
from nianbao.render.trail import Link, region_trail, url_of, year_label

_SCOPES = {Scope.OWN: "本机关", Scope.AGGREGATE: "汇总（含所属部门和下级机关）"}


@dataclass(frozen=True, slots=True)
class StripReport:
    """A report in the strip of years; `check` is its verdict in words, `loud` where the source errs."""

    link: Link
    check: str
    broken: bool
    loud: bool


@dataclass(frozen=True, slots=True)
class YearStep:
    """A year of the strip, without reports where the archive has none; `form` where a new form begins."""

    year: int
    reports: tuple[StripReport, ...]
    form: str = ""


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One scope of the authority: its panels."""

    id: str
    title: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A report as a column of the table; `cut` where the form differs from that of the column before."""

    key: str
    link: Link
    aggregate: bool
    form: str
    cut: bool


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """Everything `authority.html` shows; `changes` are sentences on changes of the form.

    `rows` are the bands of the table with their lines, each with its data cells as HTML.
    """

    authority: Authority
    trail: tuple[Link, ...]
    strip: tuple[YearStep, ...]
    gaps: tuple[int, ...]
    latest: Link
    figures: tuple[KeyFigure, ...]
    changes: tuple[str, ...]
    series: tuple[SeriesView, ...]
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, tuple[tuple[Line, str], ...]], ...]
    csv: str
    key: str
    neighbour: Link | None


def authority_view(entries: Sequence[Entry], pair: Pair | None = None) -> AuthorityView:
    """Return the page of an authority from its reports, at least one, the oldest first.

    `pair` sets it beside a neighbour, where it has one; `key` is its name in the address of a comparison.
    """
    authority = entries[-1].report.authority
    years = [entry.report.year for entry in entries]
    found = series_of(entry.report for entry in entries)
    strip = _strip(entries, found)
    latest, before = _latest(found)
    return AuthorityView(
        authority=authority,
        trail=(*region_trail(authority.region), Link(authority.name)),
        strip=strip,
        gaps=tuple(step.year for step in strip if not step.reports),
        latest=Link(year_label(latest)),
        figures=key_figures(latest, before) if latest.form else (),
        changes=tuple(dict.fromkeys(words for series in found for words in break_words(series))),
        series=tuple(_series_view(series, set(years)) for series in found),
        columns=_columns(entries),
        rows=tuple(_rows(entries)),
        csv=csv_name(entries),
        key=entries[-1].folder.rpartition("/")[2],
        neighbour=Link(pair.other.report.authority.name, url_of(pair.path)) if pair else None,
    )


def _latest(found: Sequence[Series]) -> tuple[Report, Report | None]:
    """Return the newest report, the authority's own before the aggregate, and that of the year before it."""
    series = max(found, key=lambda series: (series.years[-1], series.scope is Scope.OWN))
    last = series.years[-1]
    return series.reports[last], series.reports.get(last - 1)


def _strip(entries: Sequence[Entry], found: Sequence[Series]) -> tuple[YearStep, ...]:
    years = [entry.report.year for entry in entries]
    forms = {cut.after: FORMS[cut.new].name for series in found for cut in series.breaks}
    return tuple(
        YearStep(
            year,
            tuple(_strip_report(entry) for entry in entries if entry.report.year == year),
            forms.get(year, ""),
        )
        for year in range(min(years), max(years) + 1)
    )


def _strip_report(entry: Entry) -> StripReport:
    link = Link("汇总" if entry.aggregate else "本机关", url_of(entry.path))
    return StripReport(link, check_words(entry), entry.flagged > 0, is_loud(entry))


def _series_view(series: Series, years: Set[int]) -> SeriesView:
    title = _SCOPES[series.scope]
    return SeriesView(f"figures-{series.scope}", title, charts(series, f"c-{series.scope}", years))


def in_columns(entries: Sequence[Entry]) -> list[Entry]:
    """Return the reports in the order of the table's columns: the authority's own first, by year."""
    return sorted(entries, key=lambda entry: (entry.aggregate, entry.report.year))


def _columns(entries: Sequence[Entry]) -> tuple[TableColumn, ...]:
    columns: list[TableColumn] = []
    before: Report | None = None
    for entry in in_columns(entries):
        report = entry.report
        cut = before is not None and before.scope == report.scope and before.form != report.form
        key = entry.path.rpartition("/")[2].removesuffix(".md")
        columns.append(
            TableColumn(key, Link(str(report.year), url_of(entry.path)), entry.aggregate, report.form, cut)
        )
        before = report
    return tuple(columns)


def _rows(entries: Sequence[Entry]) -> Iterator[tuple[str, tuple[tuple[Line, str], ...]]]:
    """Yield the bands that at least one of the reports has, with their figures."""
    reports = [entry.report for entry in in_columns(entries)]
    forms = {report.form for report in reports}
    for band in BANDS:
        lines = tuple(
            (line, "".join(cell_html(line, report) for report in reports))
            for line in band.lines
            if not forms.isdisjoint(line.cells)
        )
        if lines:
            yield band.title, lines
