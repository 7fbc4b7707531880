"""数据质量: how the reports stand to the rules, by rule, year and place, and which cells carry figures.

Nothing here ranks authorities: places stand in the order of their codes, and every count has its whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nianbao.cells import State
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.figures import WORDS
from nianbao.render.findings import SYMBOLS
from nianbao.render.findings import WORDS as SEVERITY_WORDS
from nianbao.render.levels import count
from nianbao.render.quality import Quality
from nianbao.render.standing import Standing, Tally, share
from nianbao.render.trail import Link, region_label, region_names, region_path, url_of, year_label
from nianbao.render.year_tree import year_path
from nianbao.rules import RULES, Severity
from nianbao.rules.rule import RuleText

PATH = "quality/index.md"
MOST_LINKS = 200
"""Reports listed on the page of a rule; with ten thousand reports a list of all would weigh megabytes."""

_STATE_WORDS = {State.REPORTED: "有数字", **WORDS}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in the table: its page, its loudness in words, its counts."""

    link: Link
    id: str
    symbol: str
    word: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The reports of a year or a place by their worst open finding; the four counts make up `reports`.

    A hint makes no report doubtful.
    """

    link: Link
    reports: int
    broken: int
    doubtful: int
    fine: int
    unknown: int

    @property
    def share(self) -> str:
        """The share of broken among the reports that could be judged at all, in words."""
        return share(self.broken, self.reports - self.unknown)


@dataclass(frozen=True, slots=True)
class CellRow:
    """The cells of a year's reports: how many, and how many in each state in the order of `STATES`."""

    link: Link
    cells: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QualityView:
    """Everything `quality.html` shows. `formless` counts reports without a table of a form."""

    trail: tuple[Link, ...]
    whole: GroupRow
    explained: int
    rules: tuple[RuleRow, ...]
    unapplied: tuple[RuleRow, ...]
    years: tuple[GroupRow, ...]
    places: tuple[GroupRow, ...]
    states: tuple[str, ...]
    cells: tuple[CellRow, ...]
    formless: int


@dataclass(frozen=True, slots=True)
class RuleYear:
    """The counts of one rule in one year."""

    link: Link
    tally: Tally


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A report that breaks the rule; `explained` tells that every place is acknowledged."""

    link: Link
    place: str
    explained: bool


@dataclass(frozen=True, slots=True)
class RuleProofView:
    """Everything `quality_rule.html` shows. `left_out` counts the reports that are not listed."""

    trail: tuple[Link, ...]
    rule: RuleText
    symbol: str
    word: str
    tally: Tally
    years: tuple[RuleYear, ...]
    reports: tuple[BrokenRow, ...]
    left_out: int


def rule_path(rule: str) -> str:
    """Return the source path of the page that proves a rule.

    >>> rule_path("APP-01")
    'quality/APP-01.md'
    """
    return f"quality/{rule}.md"


def quality_view(archive: ArchiveView, found: Quality, rules: Sequence[RuleText] = RULES) -> QualityView:
    """Return the page on all rules."""
    rows = [_rule_row(rule, found) for rule in rules]
    years = tuple(reversed(tuple(archive.years.items())))
    provinces = ((code, entries) for code, entries in archive.regions.items() if len(code) in (0, 2))
    return QualityView(
        trail=(Link("数据质量"),),
        whole=_group(Link("全部"), archive.entries),
        explained=sum(len(entry.explained) for entry in archive.entries),
        rules=tuple(row for row in rows if row.tally.applied),
        unapplied=tuple(row for row in rows if not row.tally.applied),
        years=tuple(_group(_year_link(year), entries) for year, entries in years),
        places=tuple(_group(_place_link(code, entries), entries) for code, entries in provinces),
        states=tuple(_STATE_WORDS[state] for state in State),
        cells=tuple(_cells(_year_link(year), entries) for year, entries in years),
        formless=sum(not entry.report.form for entry in archive.entries),
    )


def rule_proof_view(rule: RuleText, found: Quality) -> RuleProofView:
    """Return the page of one rule: its counts by year and the newest reports that break it."""
    failing = sorted(found.failing.get(rule.id, ()), key=lambda entry: -entry.report.year)
    return RuleProofView(
        trail=(Link("数据质量", url_of(PATH)), Link(rule.title)),
        rule=rule,
        symbol=SYMBOLS[rule.severity],
        word=SEVERITY_WORDS[rule.severity],
        tally=found.of_rule(rule.id),
        years=tuple(
            RuleYear(_year_link(year), counts)
            for year, counts in sorted(found.tallies.get(rule.id, {}).items(), reverse=True)
        ),
        reports=tuple(_broken(entry, rule.id) for entry in failing[:MOST_LINKS]),
        left_out=max(len(failing) - MOST_LINKS, 0),
    )


def _rule_row(rule: RuleText, found: Quality) -> RuleRow:
    return RuleRow(
        link=Link(rule.title, url_of(rule_path(rule.id))),
        id=rule.id,
        symbol=SYMBOLS[rule.severity],
        word=SEVERITY_WORDS[rule.severity],
        tally=found.of_rule(rule.id),
    )


def _group(link: Link, entries: Iterable[Entry]) -> GroupRow:
    kinds = Counter(map(_worst, entries))
    counts = [kinds[kind] for kind in ("broken", "doubtful", "fine", "unknown")]
    return GroupRow(link, sum(counts), *counts)


def _worst(entry: Entry) -> str:
    if count(entry.failed, Severity.ERROR):
        return "broken"
    if entry.flagged:
        return "doubtful"
    return "fine" if entry.held else "unknown"


def _cells(link: Link, entries: Iterable[Entry]) -> CellRow:
    states = Counter(cell.state for entry in entries for cell in entry.report.cells.values())
    counts = tuple(states[state] for state in State)
    return CellRow(link, sum(counts), counts)


def _broken(entry: Entry, rule: str) -> BrokenRow:
    report = entry.report
    return BrokenRow(
        link=Link(f"{report.authority.name} {year_label(report)}", url_of(entry.path)),
        place=region_label(report.authority.region),
        explained=entry.standings[rule] is Standing.EXPLAINED,
    )


def _year_link(year: int) -> Link:
    return Link(f"{year} 年", url_of(year_path(year)))


def _place_link(code: str, entries: Sequence[Entry]) -> Link:
    name = dict(region_names(entries[0].report.authority.region))[code]
    return Link(name, url_of(region_path(code)))
