"""The pages of the regions: the regions below, and the authorities of this one with their years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nianbao.render.archive_view import ArchiveView, Entry, region_codes
from nianbao.render.peer_lists import form_words
from nianbao.render.region_coverage import RegionCoverage, region_coverage
from nianbao.render.trail import (
    UNPLACED,
    Count,
    Link,
    authority_url,
    region_names,
    region_path,
    region_trail,
    url_of,
    year_label,
)


@dataclass(frozen=True, slots=True)
class AuthorityYears:
    """An authority with a link for each of its reports, the newest first."""

    authority: Link
    township: str
    reports: tuple[Link, ...]
    broken: int


@dataclass(frozen=True, slots=True)
class RegionView:
    """Everything `region.html` shows. `lower` are regions below, `authorities` those of this level."""

    name: str
    code: str
    trail: tuple[Link, ...]
    reports: int
    count: int
    lower: tuple[Count, ...]
    coverage: RegionCoverage
    forms: str
    authorities: tuple[AuthorityYears, ...]


def region_view(archive: ArchiveView, code: str) -> RegionView:
    """Return the page of a region by its code of two, four or six digits (empty: place not known)."""
    entries = archive.regions[code]
    own = [entry for entry in entries if region_codes(entry.report)[-1] == code]
    region = entries[0].report.authority.region
    names = dict(region_names(region))
    trail = [link for link in region_trail(region) if _above(link, code)]
    return RegionView(
        name=names[code],
        code=code,
        trail=(*trail, Link(names[code])),
        reports=len(entries),
        count=len({entry.folder for entry in entries}),
        lower=_lower(archive, code, entries),
        coverage=region_coverage(entries, code),
        forms=form_words(entries),
        authorities=_authorities(own),
    )


@dataclass(frozen=True, slots=True)
class RegionsView:
    """Everything `regions.html` shows: the provinces, in the order of their codes."""

    trail: tuple[Link, ...]
    provinces: tuple[Count, ...]


def regions_view(archive: ArchiveView) -> RegionsView:
    """Return the list of provinces."""
    return RegionsView((Link("地区"),), province_counts(archive))


def province_counts(archive: ArchiveView) -> tuple[Count, ...]:
    """Return every province that has a report; what has no known place stands last."""
    codes = sorted((code for code in archive.regions if len(code) <= 2), key=lambda code: (not code, code))
    return tuple(_count(archive.regions[code], code) for code in codes)


def _above(link: Link, code: str) -> bool:
    """Tell whether a step of the way lies above the region with this code."""
    if link.path == "regions/":
        return True
    step = link.path.removeprefix("regions/").rstrip("/")
    return len(step) < len(code)


def _lower(archive: ArchiveView, code: str, entries: Sequence[Entry]) -> tuple[Count, ...]:
    below: dict[str, None] = {}  # an ordered set
    for entry in entries:
        codes = region_codes(entry.report)
        place = codes.index(code) + 1
        if place < len(codes):
            below[codes[place]] = None
    return tuple(_count(archive.regions[lower], lower) for lower in below)


def _count(entries: Sequence[Entry], code: str) -> Count:
    names: Mapping[str, str] = dict(region_names(entries[0].report.authority.region))
    link = Link(names.get(code, UNPLACED), url_of(region_path(code)))
    return Count(link, len(entries), len({entry.folder for entry in entries}))


def _authorities(entries: Sequence[Entry]) -> tuple[AuthorityYears, ...]:
    folders: dict[str, list[Entry]] = {}
    for entry in entries:
        folders.setdefault(entry.folder, []).append(entry)
    return tuple(_authority(found) for found in folders.values())


def _authority(entries: Sequence[Entry]) -> AuthorityYears:
    authority = entries[-1].report.authority
    return AuthorityYears(
        authority=Link(authority.name, authority_url(entries[-1])),
        township=authority.region.township,
        reports=tuple(Link(year_label(entry.report), url_of(entry.path)) for entry in reversed(entries)),
        broken=sum(entry.flagged > 0 for entry in entries),
    )
