"""Authorities of one kind and level in the order of an indicator: who, how much, and who is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from nianbao.compare import ENOUGH, Figure, Gap, Indicator, figure_of
from nianbao.compare.coverage import DATED, coverage
from nianbao.compare.peers import PEERS, Peers, peers_of
from nianbao.compare.ranking import ranked
from nianbao.forms import FORMS
from nianbao.render.archive_view import Entry
from nianbao.render.charts import bar
from nianbao.render.figure_words import Told, told
from nianbao.render.trail import Link, authority_url, region_label, url_of


class PeerGroup(NamedTuple):
    """Reports that may be ranked together: one kind and level, and one scope.

    An authority's own figures are never set against those that cover its departments too.
    """

    peers: Peers
    aggregate: bool
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """An id that is unique on a page."""
        return f"{self.peers.id}-aggregate" if self.aggregate else self.peers.id

    @property
    def title(self) -> str:
        """The name for readers."""
        return f"{self.peers.title}（汇总报告）" if self.aggregate else self.peers.title


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list: `rank` is shared by equals, `svg` the bar beside the figure."""

    rank: int
    authority: Link
    report: Link
    region: str
    figure: Told
    svg: str


@dataclass(frozen=True, slots=True)
class RankList:
    """The first places of an indicator. `base` says among how many it is, `left` how many follow."""

    id: str
    indicator: Indicator
    places: tuple[Place, ...]
    base: str
    left: int


def peer_groups(entries: Iterable[Entry]) -> tuple[PeerGroup, ...]:
    """Return the reports in groups that may be compared, the highest level first."""
    found: dict[tuple[Peers, bool], list[Entry]] = {}
    for entry in entries:
        found.setdefault((peers_of(entry.report.authority), entry.aggregate), []).append(entry)
    keys = sorted(found, key=lambda key: (PEERS.index(key[0]), key[1]))
    return tuple(PeerGroup(*key, tuple(found[key])) for key in keys)


def rank_list(group: PeerGroup, indicator: Indicator, most: int, least: int = 2) -> RankList | None:
    """Return the first `most` places of a group; None where too few are known or none is above 0."""
    figures = [(entry, figure_of(indicator, entry.report)) for entry in group.entries]
    order = ranked(figures)
    first = order[0][2].value if len(order) >= least else None
    if not first or first < 0:
        return None
    largest = Decimal(100) if indicator.share else first
    some = [place for place in order[:most] if (place[2].value or 0) > 0]  # a wrong minus stands below 0
    return RankList(
        id=f"{group.id}-{indicator.id}",
        indicator=indicator,
        places=tuple(_place(rank, entry, figure, indicator, largest) for rank, entry, figure in some),
        base=base_words(indicator, [figure for _, figure in figures]),
        left=len(order) - len(some),
    )


def _place(rank: int, entry: Entry, figure: Figure, indicator: Indicator, largest: Decimal) -> Place:
    authority = entry.report.authority
    return Place(
        rank=rank,
        authority=Link(authority.name, authority_url(entry)),
        report=Link(str(entry.report.year), url_of(entry.path)),
        region=region_label(authority.region),
        figure=told(figure, indicator),
        svg=bar(figure.value or Decimal(0), largest),
    )


def base_words(indicator: Indicator, figures: Sequence[Figure]) -> str:
    """Return how many of the figures are known, and why the others are not compared."""
    known = sum(figure.known for figure in figures)
    few = sum(figure.state is Gap.FEW for figure in figures)
    not_asked = sum(figure.state is Gap.NOT_ASKED for figure in figures)
    unknown = len(figures) - known - few - not_asked
    parts = [f"在 {known} 个机关之间比较"]
    if few:
        parts.append(f"{few} 个的分母不足 {ENOUGH} 件，不比百分比")
    if not_asked:
        parts.append(f"{not_asked} 个的格式没有这一项")
    if unknown:
        parts.append(f"{unknown} 个的数字不知道")
    return "，".join(parts) + "。"


def coverage_words(group: PeerGroup, prefix: str) -> str:
    """Return how many of the governments that there are the group holds; only a count where nobody knows."""
    reports = [entry.report for entry in group.entries]
    found = coverage(reports, group.peers.id, prefix)
    if group.aggregate or found is None or not found.held:
        return f"收录 {len(reports)} 份"
    return f"收录 {len(found.held)}/{len(found.expected)}（{DATED}的区划）"


def form_words(entries: Iterable[Entry]) -> str:
    """Return a sentence where the reports are on both forms, else nothing."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.report.form in FORMS:
            counts[entry.report.form] = counts.get(entry.report.form, 0) + 1
    if len(counts) < 2:
        return ""
    parts = "，".join(f"{counts[form.id]} 份用 {form.name}" for form in FORMS.values() if form.id in counts)
    return f"这里的报告{parts}。"
