"""Passages that a report shares with other authorities' reports, both texts side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from nianbao.model import Report
from nianbao.prose.copies import Copy, Span, section_text
from nianbao.prose.evidence import Evidence, foreign
from nianbao.prose.passages import LEAST_OWN, LEAST_SHARE, equal_runs
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.trail import Link, report_trail, url_of, year_label

_NUMERALS = "一二三四五六"
_MOST = 20  # passages on a page; the rest is counted


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair: whose it is, from which section, escaped HTML, and what in it is another's."""

    report: Link
    section: str
    html: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Pair:
    """A shared passage; `share` is `equal` of `letters`, the letters of the shorter text."""

    here: Side
    there: Side
    equal: int
    letters: int
    share: str


@dataclass(frozen=True, slots=True)
class SharedView:
    """Everything `shared.html` shows; `left_out` passages are not on the page."""

    report: Report
    trail: tuple[Link, ...]
    report_url: str
    pairs: tuple[Pair, ...]
    left_out: int
    authorities: int
    least_share: str
    least_letters: int


def shared_path(entry: Entry) -> str:
    """Return the source path of the page: `reports/…/2020.md` → `reports/…/2020/shared.md`."""
    return f"{entry.path.removesuffix('.md')}/shared.md"


def shared_view(entry: Entry, archive: ArchiveView) -> SharedView:
    """Return the page of the passages that a report shares; the longest first."""
    copies = sorted(archive.copies[entry.path], key=lambda copy: (-copy.equal, copy))
    *above, year = report_trail(entry)
    return SharedView(
        report=entry.report,
        trail=(*above, Link(year.text, url_of(entry.path)), Link("相同段落")),
        report_url=url_of(entry.path),
        pairs=tuple(_pair(copy, entry, _at(copy.other_path, archive)) for copy in copies[:_MOST]),
        left_out=max(len(copies) - _MOST, 0),
        authorities=len({copy.other_path.rpartition("/")[0] for copy in copies}),
        least_share=f"{LEAST_SHARE:.0%}",
        least_letters=LEAST_OWN,
    )


def _at(path: str, archive: ArchiveView) -> Entry:
    return next(entry for entry in archive.authorities[path.rpartition("/")[0]] if entry.path == path)


def _pair(copy: Copy, entry: Entry, other: Entry) -> Pair:
    here, there = _passage(entry, copy.here), _passage(other, copy.there)
    runs = equal_runs(here, there)
    letters = min(copy.here.letters, copy.there.letters)
    return Pair(
        here=_side(entry, other, copy.here, here, ((run.first, run.length) for run in runs)),
        there=_side(other, entry, copy.there, there, ((run.second, run.length) for run in runs)),
        equal=copy.equal,
        letters=letters,
        share=f"{copy.equal / letters:.0%}",
    )


def _passage(entry: Entry, span: Span) -> str:
    return section_text(entry.prose(), span.section)[span.start : span.end]


def _side(entry: Entry, other: Entry, span: Span, text: str, equal: Iterable[tuple[int, int]]) -> Side:
    report, against = entry.report, other.report
    return Side(
        report=Link(f"{report.authority.name} {year_label(report)}", url_of(entry.path)),
        section=f"第{_NUMERALS[span.section - 1]}部分",
        html=_marked(text, equal),
        evidence=foreign(text, report.authority, report.year, against.authority, against.year),
    )


def _marked(text: str, equal: Iterable[tuple[int, int]]) -> str:
    """Return the text with what is not in the other one marked, a line break for each paragraph."""
    covered = bytearray(len(text))
    for start, length in equal:
        covered[start : start + length] = b"\1" * length
    pieces: list[str] = []
    start = 0
    for shared, run in groupby(covered):
        end = start + len(list(run))
        piece = escape(text[start:end])
        pieces.append(piece if shared or not piece.strip() else f"<mark>{piece}</mark>")
        start = end
    return "".join(pieces).replace("\n", "<br>")
