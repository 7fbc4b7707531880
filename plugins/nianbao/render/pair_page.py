"""The page that sets an authority beside a neighbour: made at build, read without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from nianbao.compare import Indicator
from nianbao.compare.indicators import GROUPS
from nianbao.compare.pairs import latest_shared, neighbours
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.charts import bar
from nianbao.render.figure_rows import check_words, is_loud
from nianbao.render.figure_words import Told, told
from nianbao.render.pair_words import Side, sentence, sides, standing
from nianbao.render.peer_lists import form_words
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
    """A cell: the figure, its bar, and how it stands to the first column (empty in the first)."""

    figure: Told
    svg: str
    standing: str = ""
    same: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator with a cell for each report."""

    indicator: Indicator
    cells: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Everything `compare_pair.html` shows. `choose` is the query that opens the same on `compare/`."""

    trail: tuple[Link, ...]
    heads: tuple[Head, ...]
    sentence: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    forms: str
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
        forms=form_words(pair),
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
    figures = [side.figures[indicator.id] for side in compared]
    values = [figure.value for figure in figures if figure.value is not None]
    largest = Decimal(100) if indicator.share else max(values, default=Decimal(0))
    return Row(indicator, tuple(_cell(indicator, side, compared[0], largest) for side in compared))


def _cell(indicator: Indicator, side: Side, first: Side, largest: Decimal) -> Compared:
    figure = side.figures[indicator.id]
    shown = told(figure, indicator), bar(figure.value or Decimal(0), largest)
    if side is first:
        return Compared(*shown)
    words = standing(indicator, side, first)
    return Compared(*shown, words.text, words.compared)
