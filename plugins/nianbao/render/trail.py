"""Where a page stands: its address on the site and the way to it through the regions."""

from __future__ import annotations

from typing import NamedTuple

from nianbao.model import Region, Report
from nianbao.render.archive_view import Entry

UNPLACED = "所在地待确认"


class Link(NamedTuple):
    """A text with the URL path it leads to, relative to the site's root; an empty path is no link."""

    text: str
    path: str = ""


class Count(NamedTuple):
    """A page that lists reports, and how many reports and authorities stand on it."""

    link: Link
    reports: int
    authorities: int = 0


def url_of(source_path: str) -> str:
    """Return the URL path of a page from its source path.

    >>> url_of("years/2020.md"), url_of("regions/index.md"), url_of("index.md")
    ('years/2020/', 'regions/', '')
    """
    stem = source_path.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def root_of(source_path: str) -> str:
    """Return the relative way from a page to the site's root, empty or ending in a slash.

    >>> root_of("years/2020.md"), root_of("index.md")
    ('../../', '')
    """
    return "../" * url_of(source_path).count("/")


def region_path(code: str) -> str:
    """Return the source path of a region's page.

    >>> region_path("1410"), region_path("")
    ('regions/1410.md', 'regions/unplaced.md')
    """
    return f"regions/{code or 'unplaced'}.md"


def region_names(region: Region) -> tuple[tuple[str, str], ...]:
    """Return (code, name) of every known level of a region down to the county, the widest first."""
    if not region.code:
        return (("", UNPLACED),)
    levels = (
        (region.code[:2], region.province),
        (region.code[:4], region.prefecture),
        (region.code, region.county),
    )
    return tuple((code, name) for code, name in levels if name)


def region_trail(region: Region) -> tuple[Link, ...]:
    """Return links to every region above and including this one."""
    steps = tuple(Link(name, url_of(region_path(code))) for code, name in region_names(region))
    return (Link("地区", "regions/"), *steps)


def authority_url(entry: Entry) -> str:
    """Return the URL path of the page of the authority that wrote a report."""
    return f"{entry.folder}/"


def report_trail(entry: Entry) -> tuple[Link, ...]:
    """Return the way to a report: regions, authority, year."""
    report = entry.report
    return (
        *region_trail(report.authority.region)[1:],  # the phone's first screen has no room for 地区
        Link(report.authority.name, authority_url(entry)),
        Link(year_label(report)),
    )


def year_label(report: Report) -> str:
    """Return the year with the scope where it is not the authority's own: `2020` or `2020 汇总`."""
    return f"{report.year} 年" if report.scope == "own" else f"{report.year} 年（汇总）"


def region_label(region: Region) -> str:
    """Return a region's names in one line, such as `山西省 临汾市 尧都区`."""
    names = (region.province, region.prefecture, region.county, region.township)
    return " ".join(name for name in names if name) or UNPLACED
