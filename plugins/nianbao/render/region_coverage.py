"""How much of a region the archive holds, year by year, and sums where every government is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nianbao.compare import INDICATORS, Figure
from nianbao.compare.coverage import Coverage, coverage
from nianbao.compare.figure import part_of
from nianbao.compare.peers import PEERS, Peers, peers_of
from nianbao.render.archive_view import Entry
from nianbao.render.figures import number

# What is added up, under the label of its column: counts that mean the same in both forms.
SUMMED = (
    ("新收", "received"),
    ("办结", "processed"),
    ("予以公开", "granted_share"),
    ("部分公开", "partially_granted_share"),
    ("不予公开", "denied"),
    ("复议", "reconsiderations"),
    ("诉讼", "lawsuits"),
)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A kind and level of authorities: `12/17` for each year, or a count where their number is not known."""

    id: str
    title: str
    counted: bool
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SumRow:
    """The sums of one year over all governments of a level. An unknown sum says how many are not known."""

    id: str
    title: str
    year: int
    figures: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class RegionCoverage:
    """What `region.html` shows of coverage; `gaps` are sentences for levels that are never complete."""

    years: tuple[int, ...]
    rows: tuple[CoverageRow, ...]
    sums: tuple[SumRow, ...]
    gaps: tuple[str, ...]
    headers: tuple[str, ...] = tuple(label for label, _ in SUMMED)


def region_coverage(entries: Sequence[Entry], code: str) -> RegionCoverage:
    """Return the coverage of a region by the digits of its code; `entries` are all reports inside it."""
    years = tuple(sorted({entry.report.year for entry in entries}))
    by_year = {year: [entry for entry in entries if entry.report.year == year] for year in years}
    found = {peers: _levels(peers, by_year, code) for peers in _present(entries)}
    return RegionCoverage(
        years=years,
        rows=tuple(
            CoverageRow(
                peers.id,
                peers.title,
                any(cover for _, cover in levels),
                tuple(_words(count, cover) for count, cover in levels),
            )
            for peers, levels in found.items()
        ),
        sums=tuple(
            _sum(peers, year, by_year[year], cover)
            for peers, levels in found.items()
            for year, (_, cover) in zip(years, levels, strict=True)
            if cover and cover.complete and len(cover.expected) > 1
        ),
        gaps=tuple(_gaps(years, found)),
    )


_Level = tuple[int, Coverage | None]


def _present(entries: Sequence[Entry]) -> tuple[Peers, ...]:
    found = {peers_of(entry.report.authority) for entry in entries}
    return tuple(peers for peers in PEERS if peers in found)


def _levels(peers: Peers, by_year: dict[int, list[Entry]], code: str) -> tuple[_Level, ...]:
    """Return for each year the number of authorities and, where it can be known, the coverage."""
    levels: list[_Level] = []
    for entries in by_year.values():
        own = [entry for entry in entries if peers_of(entry.report.authority) == peers]
        found = coverage([entry.report for entry in own], peers.id, code) if code else None
        levels.append((len({entry.folder for entry in own}), found if found and found.expected else None))
    return tuple(levels)


def _words(count: int, cover: Coverage | None) -> str:
    return f"{len(cover.held)}/{len(cover.expected)}" if cover else str(count)


def _sum(peers: Peers, year: int, entries: Sequence[Entry], cover: Coverage) -> SumRow:
    """Add up the own figures of every government of a level; one unknown makes a sum unknown."""
    own = [
        entry.report
        for entry in entries
        if not entry.aggregate
        and peers_of(entry.report.authority) == peers
        and entry.report.authority.region.code in cover.expected
    ]
    if len(own) > len(cover.expected):  # the government and its office: adding both would count twice
        return SumRow(f"{peers.id}-{year}", peers.title, year, (("有重复", False),) * len(SUMMED))
    figures = tuple(_total([part_of(INDICATORS[key], report) for report in own]) for _, key in SUMMED)
    return SumRow(f"{peers.id}-{year}", peers.title, year, figures)


def _total(figures: Sequence[Figure]) -> tuple[str, bool]:
    known = [figure.value for figure in figures if figure.value is not None]
    if len(known) < len(figures):
        return f"{len(figures) - len(known)} 个不知道", False
    return number(sum(known[1:], known[0])), True


def _gaps(years: Sequence[int], found: dict[Peers, tuple[_Level, ...]]) -> Iterator[str]:
    """Yield a sentence for each level whose number is known and that no year holds completely."""
    for peers, levels in found.items():
        covers = [
            (len(cover.held), year, cover) for year, (_, cover) in zip(years, levels, strict=True) if cover
        ]
        if covers and not any(cover.complete for _, _, cover in covers):
            held, year, cover = max(covers, key=lambda entry: entry[:2])
            yield (
                f"{peers.title}没有一年收录齐全（最多的 {year} 年收录 {held}/{len(cover.expected)} 个"
                "的本机关报告），所以不求合计。"
            )
