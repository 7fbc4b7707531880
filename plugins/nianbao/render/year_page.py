"""The pages of a year: who received most, who disclosed most, and every report in a sortable table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nianbao.compare import INDICATORS, figure_of
from nianbao.compare.ranking import ranked
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.charts import bar
from nianbao.render.figure_rows import check_words, is_loud
from nianbao.render.figure_words import Told, told
from nianbao.render.peer_lists import PeerGroup, RankList, coverage_words, form_words, peer_groups, rank_list
from nianbao.render.trail import Count, Link, authority_url, region_label, url_of
from nianbao.render.year_tree import MOST_ROWS, YearNode

COLUMNS = tuple(
    INDICATORS[one] for one in ("received", "disclosed_share", "denied_share", "reconsiderations", "lawsuits")
)
"""The figures of the table. All of them mean the same in both forms."""

_QUESTIONS = tuple(INDICATORS[one] for one in ("disclosed_share", "denied_share", "reconsiderations"))
_MOST_PLACES = 8
_FEWEST_PLACES = 5  # beside a table: with fewer rows the table says it all


@dataclass(frozen=True, slots=True)
class YearRow:
    """A report in the table. `check` is its verdict in words, `broken` how many rules it breaks."""

    rank: int | None
    authority: Link
    report: Link
    region: str
    svg: str
    figures: tuple[Told, ...]
    check: str
    broken: int
    loud: bool


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Reports that may be compared. `answer` says in words who received most; `left` rows are not shown."""

    id: str
    title: str
    coverage: str
    answer: str
    rows: tuple[YearRow, ...]
    left: int
    lists: tuple[RankList, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Everything `year.html` shows.

    `parts` are the pages that a long year is split into, `coverage` then says what there is of each level.
    """

    year: int
    place: str
    trail: tuple[Link, ...]
    reports: int
    broken: int
    forms: str
    previous: Link | None
    following: Link | None
    headers: tuple[tuple[str, str], ...]
    parts: tuple[Count, ...]
    coverage: tuple[tuple[str, str], ...]
    groups: tuple[YearGroup, ...]


def year_view(archive: ArchiveView, node: YearNode, above: Sequence[YearNode]) -> YearView:
    """Return a page of a year; `above` are the pages over it, the widest first."""
    steps = [Link(_label(one), url_of(one.path)) for one in above]
    groups = [_group(group, node) for group in peer_groups(node.entries)]
    return YearView(
        year=node.year,
        place=node.label,
        trail=(Link("年度", "years/"), *steps, Link(_label(node))),
        reports=len(node.entries),
        broken=sum(entry.flagged > 0 for entry in node.entries),
        forms=form_words(node.entries),
        previous=_neighbour(archive, node.year, -1),
        following=_neighbour(archive, node.year, 1),
        headers=tuple((one.short, one.title) for one in COLUMNS),
        parts=tuple(Count(Link(one.label, url_of(one.path)), len(one.entries)) for one in node.children),
        coverage=tuple((group.title, group.coverage) for group in groups) if node.children else (),
        groups=tuple(group for group in groups if group.rows or group.lists),
    )


def _label(node: YearNode) -> str:
    return node.label or f"{node.year} 年"


def _group(group: PeerGroup, node: YearNode) -> YearGroup:
    """Return a group with all its reports; on a page that is split only with the first places."""
    received = COLUMNS[0]
    first = rank_list(group, received, _MOST_PLACES)
    least = 2 if node.children else _FEWEST_PLACES
    lists = [rank_list(group, indicator, _MOST_PLACES, least) for indicator in _QUESTIONS]
    rows = () if node.children else _rows(group)
    return YearGroup(
        id=group.id,
        title=group.title,
        coverage=coverage_words(group, node.prefix),
        answer=_answer(first),
        rows=rows[:MOST_ROWS],
        left=max(0, len(rows) - MOST_ROWS),
        lists=tuple(found for found in ((first if node.children else None), *lists) if found),
    )


def _answer(first: RankList | None) -> str:
    if not first:
        return ""
    leaders = [place for place in first.places if place.rank == 1]
    names = "、".join(place.authority.text for place in leaders[:3])
    more = f"等 {len(leaders)} 个机关" if len(leaders) > 3 else ""
    each = "各 " if len(leaders) > 1 else ""
    return f"收到申请最多的是{names}{more}，{each}{leaders[0].figure.text} 件。"


def _rows(group: PeerGroup) -> tuple[YearRow, ...]:
    """Return the rows of a group: by applications received, then those of which that is not known."""
    received = [(entry, figure_of(COLUMNS[0], entry.report)) for entry in group.entries]
    order = ranked(received)
    largest = order[0][2].value if order else None
    rows = [_row(entry, rank, largest) for rank, entry, _ in order]
    return (*rows, *(_row(entry, None, None) for entry, figure in received if not figure.known))


def _row(entry: Entry, rank: int | None, largest: Decimal | None) -> YearRow:
    report = entry.report
    figures = [(figure_of(one, report), one) for one in COLUMNS]
    received = figures[0][0].value
    return YearRow(
        rank=rank,
        authority=Link(report.authority.name, authority_url(entry)),
        report=Link("报告", url_of(entry.path)),
        region=region_label(report.authority.region),
        svg=bar(received, largest) if received and largest else "",
        figures=tuple(told(figure, one) for figure, one in figures),
        check=check_words(entry),
        broken=entry.flagged,
        loud=is_loud(entry),
    )


def _neighbour(archive: ArchiveView, year: int, step: int) -> Link | None:
    other = year + step
    return Link(f"{other} 年", f"years/{other}/") if other in archive.years else None


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
        Count(Link(f"{year} 年", f"years/{year}/"), len(entries))
        for year, entries in sorted(archive.years.items(), reverse=True)
    )
