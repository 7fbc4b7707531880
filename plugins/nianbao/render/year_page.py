"""The page of one year: the authorities side by side, or the provinces where they are too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nianbao.render.archive_view import ArchiveView, Entry, region_codes
from nianbao.render.figure_rows import HEADERS, FigureRow, figure_rows
from nianbao.render.trail import UNPLACED, Count, Link, url_of

MOST_ROWS = 120
"""A year with more reports is split by province: a longer table cannot be taken in on a phone."""


@dataclass(frozen=True, slots=True)
class YearView:
    """Everything `year.html` shows: either `rows` or `provinces`."""

    year: int
    place: str
    trail: tuple[Link, ...]
    reports: int
    broken: int
    previous: Link | None
    following: Link | None
    headers: tuple[tuple[str, str], ...]
    rows: tuple[FigureRow, ...] = ()
    provinces: tuple[Count, ...] = ()


def year_path(year: int, province: str = "") -> str:
    """Return the source path of a year's page, or of a province's page in that year.

    >>> year_path(2020), year_path(2020, "14")
    ('years/2020.md', 'years/2020/14.md')
    """
    return f"years/{year}/{province}.md" if province else f"years/{year}.md"


def year_split(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Return the reports of a year by province code, empty where one table holds them all.

    Reports whose place is not known stand under `unplaced`.
    """
    if len(entries) <= MOST_ROWS:
        return {}
    provinces: dict[str, list[Entry]] = {}
    for entry in entries:
        provinces.setdefault(region_codes(entry.report)[0] or "unplaced", []).append(entry)
    return provinces


def year_view(archive: ArchiveView, year: int, province: str = "") -> YearView:
    """Return the page of a year, or of one province in it."""
    entries = archive.years[year]
    split = year_split(entries)
    shown = split[province] if province else entries
    place = _province_name(shown) if province else ""
    above = (Link(f"{year} 年", url_of(year_path(year))), Link(place)) if province else (Link(f"{year} 年"),)
    return YearView(
        year=year,
        place=place,
        trail=(Link("年度", "years/"), *above),
        reports=len(shown),
        broken=sum(entry.flagged > 0 for entry in shown),
        previous=_neighbour(archive, year, -1),
        following=_neighbour(archive, year, 1),
        headers=HEADERS,
        rows=figure_rows(shown) if province or not split else (),
        provinces=() if province else _provinces(year, split),
    )


def _provinces(year: int, split: dict[str, list[Entry]]) -> tuple[Count, ...]:
    return tuple(
        Count(Link(_province_name(entries), url_of(year_path(year, code))), len(entries))
        for code, entries in split.items()
    )


def _province_name(entries: Sequence[Entry]) -> str:
    return entries[0].report.authority.region.province or UNPLACED


def _neighbour(archive: ArchiveView, year: int, step: int) -> Link | None:
    other = year + step
    return Link(f"{other} 年", url_of(year_path(other))) if other in archive.years else None


@dataclass(frozen=True, slots=True)
class YearsView:
    """Everything `years.html` shows: every year with its number of reports, the newest first."""

    trail: tuple[Link, ...]
    years: tuple[Count, ...]


def years_view(archive: ArchiveView) -> YearsView:
    """Return the list of years."""
    return YearsView((Link("年度"),), year_counts(archive))


def year_counts(archive: ArchiveView) -> tuple[Count, ...]:
    """Return every year with its number of reports, the newest first."""
    return tuple(
        Count(Link(f"{year} 年", url_of(year_path(year))), len(entries))
        for year, entries in sorted(archive.years.items(), reverse=True)
    )
