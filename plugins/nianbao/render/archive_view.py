"""What the pages know of the archive: a light entry for each report, indexed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from nianbao.acknowledgements import Acknowledgement
from nianbao.archive import Prose
from nianbao.model import Authority, Report, Scope
from nianbao.prose.copies import Copy, find_copies, sketched
from nianbao.render.levels import count
from nianbao.render.standing import Standing
from nianbao.rules.rule import Outcome, Severity

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report of the archive, light enough to keep ten thousand of them.

    `path` is the source path of its page (`reports/14/141002-yaoduqu/2020.md`). `report` carries
    the figures and no prose. `failed` are its broken rules that are open, `explained` those with the
    reason that somebody gave, `held` and `not_assessable` counts, `standings` how it stands to each rule.
    `load` gives the whole report with prose, raw texts and places, `prose` its paragraphs alone in a tenth
    of the time, `original`
    the decoded text of the original (None where the raw file is not there). `download` is the URL path
    of the raw bytes relative to the site's root, empty where they are not there.
    """

    path: str
    report: Report
    load: Callable[[], Report]
    prose: Callable[[], Prose] = dict
    failed: tuple[Outcome, ...] = ()
    explained: tuple[tuple[Outcome, Acknowledgement], ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    held: int = 0
    not_assessable: int = 0
    original: Callable[[], str] | None = None
    download: str = ""

    @property
    def folder(self) -> str:
        """The folder of the authority, such as `reports/14/141002-yaoduqu`."""
        return self.path.rpartition("/")[0]

    @property
    def flagged(self) -> int:
        """How many open findings are more than a hint."""
        return count(self.failed, Severity.ERROR, Severity.WARNING)

    @property
    def aggregate(self) -> bool:
        """Whether the figures cover the departments and lower levels too (汇总)."""
        return self.report.scope is Scope.AGGREGATE


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All reports of a site in reading order, and the three ways to them.

    `authorities` maps an authority's folder, `years` a report year, `regions` a division code of two,
    four or six digits (empty string: not known) to its reports; every region holds those below it.
    `copies` maps a report's path to the passages that it shares with other authorities.
    """

    entries: tuple[Entry, ...]
    authorities: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    years: Mapping[int, tuple[Entry, ...]] = field(default_factory=dict)
    regions: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    copies: Mapping[str, tuple[Copy, ...]] = field(default_factory=dict)


def archive_view(entries: Iterable[Entry]) -> ArchiveView:
    """Return the archive of these reports, ordered by region, authority, year and scope."""
    ordered = tuple(sorted(entries, key=_reading_order))
    authorities: dict[str, list[Entry]] = defaultdict(list)
    years: dict[int, list[Entry]] = defaultdict(list)
    regions: dict[str, list[Entry]] = defaultdict(list)
    for entry in ordered:
        authorities[entry.folder].append(entry)
        years[entry.report.year].append(entry)
        for code in region_codes(entry.report):
            regions[code].append(entry)
    return ArchiveView(ordered, _frozen(authorities), _frozen(dict(sorted(years.items()))), _frozen(regions))


def with_copies(archive: ArchiveView) -> ArchiveView:
    """Return the archive with the passages that its authorities share; reads the prose of every report.

    They are sought when the site is built, not stored by `nianbao build`: which pages there are depends on
    all reports together, so anything stored beside one would be wrong once another is added. Of the CPU
    time of a build of 10,000 generated reports it takes a twentieth.
    """
    by_path = {entry.path: entry for entry in archive.entries}

    def written(path: str) -> tuple[Authority, Prose]:
        return by_path[path].report.authority, by_path[path].prose()

    sketches = (sketched(entry.path, entry.report, entry.prose()) for entry in archive.entries)
    return replace(archive, copies=find_copies(sketches, written))


def earlier(entry: Entry, archive: ArchiveView) -> Entry | None:
    """Return the latest report of the same authority and scope for a year before, or None."""
    before = (
        other
        for other in archive.authorities.get(entry.folder, ())
        if other.report.year < entry.report.year and other.aggregate == entry.aggregate
    )
    return max(before, key=lambda other: other.report.year, default=None)


def region_codes(report: Report) -> tuple[str, ...]:
    """Return the codes of the regions a report belongs to, the widest first; `("",)` if none is known.

    A municipality has no prefecture, a prefecture's own report no county.
    """
    region = report.authority.region
    if not region.code:
        return ("",)
    named = ((region.code[:2], True), (region.code[:4], region.prefecture), (region.code, region.county))
    return tuple(code for code, name in named if name)


def _reading_order(entry: Entry) -> tuple[bool, str, bool, str, str, int, bool]:
    authority = entry.report.authority
    lower = bool(authority.region.township)
    return (
        not authority.region.code,  # what is not placed yet stands last
        authority.region.code,
        lower,
        authority.name,
        entry.folder,
        entry.report.year,
        entry.aggregate,
    )


def _frozen(index: Mapping[_Key, list[Entry]]) -> dict[_Key, tuple[Entry, ...]]:
    return {key: tuple(found) for key, found in index.items()}
