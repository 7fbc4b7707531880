"""An archive of ten thousand authorities with names and years only: for what must stay small at that size."""

from dataclasses import replace

from factory import zero_report
from factory_authorities import authority
from nianbao.archive import report_path
from nianbao.model import Report
from nianbao.render.archive_view import ArchiveView, Entry, archive_view

AUTHORITIES = 10_000
YEARS = range(2019, 2025)


def _entry(report: Report) -> Entry:
    return Entry(path=report_path(report), report=report, load=lambda: report)


def large_archive() -> ArchiveView:
    """Return the archive: every authority has a report of zeros for each year."""
    zero = zero_report("2021-30")
    return archive_view(
        _entry(replace(zero, authority=authority(number), year=year))
        for number in range(AUTHORITIES)
        for year in YEARS
    )
