"""The page of one authority: its years, the gaps between them, and its key figures year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nianbao.forms import FORMS
from nianbao.model import Authority
from nianbao.render.archive_view import Entry
from nianbao.render.figure_rows import HEADERS, FigureRow, figure_rows
from nianbao.render.trail import Link, region_trail, url_of


@dataclass(frozen=True, slots=True)
class YearStep:
    """A year of the strip: links to its reports, none where the archive has no report."""

    year: int
    reports: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """Everything `authority.html` shows; `changes` are sentences on changes of the form."""

    authority: Authority
    trail: tuple[Link, ...]
    strip: tuple[YearStep, ...]
    gaps: tuple[int, ...]
    changes: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    rows: tuple[FigureRow, ...]


def authority_view(entries: Sequence[Entry]) -> AuthorityView:
    """Return the page of an authority from its reports, at least one, the oldest first."""
    authority = entries[-1].report.authority
    strip = _strip(entries)
    return AuthorityView(
        authority=authority,
        trail=(*region_trail(authority.region), Link(authority.name)),
        strip=strip,
        gaps=tuple(step.year for step in strip if not step.reports),
        changes=_changes(entries),
        headers=HEADERS,
        rows=figure_rows(reversed(entries)),
    )


def _strip(entries: Sequence[Entry]) -> tuple[YearStep, ...]:
    years = [entry.report.year for entry in entries]
    return tuple(
        YearStep(
            year,
            tuple(
                Link("汇总" if entry.aggregate else "本机关", url_of(entry.path))
                for entry in entries
                if entry.report.year == year
            ),
        )
        for year in range(min(years), max(years) + 1)
    )


def _changes(entries: Sequence[Entry]) -> tuple[str, ...]:
    own = [entry.report for entry in entries if entry.report.form in FORMS]
    return tuple(
        f"{after.year} 年改用{FORMS[after.form].name}（{FORMS[after.form].document}），此前用"
        f"{FORMS[before.form].name}：第二十条各表的栏目不同，不能直接比较；申请、复议和诉讼各项可以比较。"
        for before, after in pairwise(own)
        if before.form != after.form
    )
