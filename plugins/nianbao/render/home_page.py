"""The home page: honest numbers, the regions and years, and the newest reports."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest

from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.figure_rows import FigureRow, figure_rows
from nianbao.render.region_page import province_counts
from nianbao.render.trail import Count
from nianbao.render.year_page import year_counts

_NEWEST = 8


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything `home.html` adds to the hand-written page."""

    reports: int
    authorities: int
    broken: int
    provinces: tuple[Count, ...]
    years: tuple[Count, ...]
    newest: tuple[FigureRow, ...]


def home_view(archive: ArchiveView) -> HomeView:
    """Return the numbers and lists of the home page."""
    return HomeView(
        reports=len(archive.entries),
        authorities=len(archive.authorities),
        broken=sum(entry.flagged > 0 for entry in archive.entries),
        provinces=province_counts(archive),
        years=year_counts(archive),
        newest=figure_rows(nlargest(_NEWEST, archive.entries, key=_age)),
    )


def _age(entry: Entry) -> tuple[int, str]:
    published = entry.report.published
    return entry.report.year, published.isoformat() if published else ""
