"""The page that sets an authority beside a neighbour: made at build, read without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from nianbao.compare import Indicator
from nianbao.compare.indicators import GROUPS
from nianbao.compare.pairs import latest_shared, neighbours, obstacle
from nianbao.forms import FORMS
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.charts import bar
from nianbao.render.figure_rows import check_words, is_loud
from nianbao.render.figure_words import Told, told
from nianbao.render.pair_words import Side, Words, sentence, sides, standing
from nianbao.render.trail import Link, authority_url, region_label, region_trail, url_of, year_label


class Pair(NamedTuple):
    """The reports of an authority and of its neighbour for the latest year that both have."""

    own: Entry
    other: Entry

    @property
    def path(self) -> str:
        """The source path of its page."""
        return f"{self.own.folder}/compare.md"


@dataclass(frozen=True, slots=True)
class Head:
    """A report as a column of the comparison."""

    letter: str
    authority: Link
    region: str
    report: Link
    check: str
    broken: bool
    loud: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A cell: the figure, its bar, and how it stands to the first column (None in the first)."""

    figure: Told
    svg: str
    standing: Words | None


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator with a cell for each report."""

    indicator: Indicator
    cells: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Everything `compare_pair.html` shows.

    `crosses` tells that the reports use different forms, `choose` is the query that opens the same choice on
    `compare/`.
    """

    trail: tuple[Link, ...]
    heads: tuple[Head, ...]
    sentence: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    crosses: bool
    choose: str


def pairs(archive: ArchiveView) -> Mapping[str, Pair]:
    """Return the pair of each authority that has a neighbour, by the authority's folder."""
    reports = {
        folder: tuple(entry.report for entry in entries) for folder, entries in archive.authorities.items()
    }
    return {
        folder: Pair(*_latest(archive.authorities[folder], archive.authorities[other]))
        for folder, other in neighbours(reports).items()
    }


def _latest(own: Sequence[Entry], other: Sequence[Entry]) -> Iterator[Entry]:
    shared = latest_shared((entry.report for entry in own), (entry.report for entry in other))
    for entries in (own, other):
        yield next(entry for entry in entries if (entry.report.year, entry.report.scope) == shared)


def pair_view(pair: Pair) -> PairView:
    """Return the page of a pair."""
    compared = sides(pair)
    authority = pair.own.report.authority
    return PairView(
        trail=(
            *region_trail(authority.region)[1:],  # as on a report: no room on a phone for 地区
            Link(authority.name, authority_url(pair.own)),
            Link("与邻近机关对照"),
        ),
        heads=tuple(_head(side) for side in compared),
        sentence=sentence(compared),
        groups=tuple(
            (group.title, tuple(_row(one, compared) for one in group.indicators)) for group in GROUPS
        ),
        crosses=len({entry.report.form for entry in pair} & set(FORMS)) > 1,
        choose="&".join(f"{letter}={key_of(entry)}" for letter, entry in zip("ab", pair, strict=True)),
    )


def key_of(entry: Entry) -> str:
    """Return a report's name in the address of a comparison: `141002-yaoduqu.2023`."""
    return entry.path.rpartition("/")[0].rpartition("/")[2] + "." + report_key(entry)


def report_key(entry: Entry) -> str:
    """Return a report's name among those of its authority: `2023` or `2023-aggregate`."""
    return entry.path.rpartition("/")[2].removesuffix(".md")


def _head(side: Side) -> Head:
    entry = side.entry
    return Head(
        letter=side.letter,
        authority=Link(side.report.authority.name, authority_url(entry)),
        region=region_label(side.report.authority.region),
        report=Link(year_label(side.report), url_of(entry.path)),
        check=check_words(entry),
        broken=entry.flagged > 0,
        loud=is_loud(entry),
    )


def _row(indicator: Indicator, compared: Sequence[Side]) -> Row:
    first = compared[0]
    drawn = [side for side in compared if not obstacle(indicator, side.report, first.report)]
    values = [side.figures[indicator.id].value or Decimal(0) for side in drawn]
    largest = Decimal(100) if indicator.share else max(values)
    return Row(
        indicator,
        tuple(
            Compared(
                told(side.figures[indicator.id], indicator),
                # Bars of one scale compare too: none where the figures must not be.
                bar(side.figures[indicator.id].value or Decimal(0), largest) if side in drawn else "",
                standing(indicator, side, first) if side is not first else None,
            )
            for side in compared
        ),
    )
