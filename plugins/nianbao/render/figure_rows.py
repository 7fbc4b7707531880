"""Rows of key figures, for the pages that set many reports side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nianbao.render.archive_view import Entry
from nianbao.render.figures import number
from nianbao.render.key_figures import MEASURES
from nianbao.render.levels import count
from nianbao.render.trail import Link, authority_url, region_label, url_of, year_label
from nianbao.rules.rule import Severity


@dataclass(frozen=True, slots=True)
class RowFigure:
    """A figure of a row: `text` is a number or the word for its lack, `sort` its number or empty."""

    text: str
    sort: str

    @property
    def known(self) -> bool:
        """Whether the source tells the number."""
        return bool(self.sort)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One report among others. `check` is its verdict in words, `broken` the findings that are no hints."""

    authority: Link
    report: Link
    region: str
    form: str
    figures: tuple[RowFigure, ...]
    check: str
    broken: int
    loud: bool


def figure_rows(entries: Iterable[Entry]) -> tuple[FigureRow, ...]:
    """Return a row for each report, in the order given."""
    return tuple(_row(entry) for entry in entries)


def _row(entry: Entry) -> FigureRow:
    report = entry.report
    return FigureRow(
        authority=Link(report.authority.name, authority_url(entry)),
        report=Link(year_label(report), url_of(entry.path)),
        region=region_label(report.authority.region),
        form=report.form,
        figures=tuple(_figures(entry)),
        check=check_words(entry),
        broken=entry.flagged,
        loud=is_loud(entry),
    )


def _figures(entry: Entry) -> Iterable[RowFigure]:
    for measure in MEASURES:
        found = measure.of(entry.report.cells)
        text = found.missing if found.value is None else number(found.value)
        yield RowFigure(text, "" if found.value is None else text)


def is_loud(entry: Entry) -> bool:
    """Tell whether a report contradicts itself or the law."""
    return count(entry.failed, Severity.ERROR) > 0


def check_words(entry: Entry) -> str:
    """Return what the rules say of a report in a few words; what was not checked is never "passed"."""
    errors = count(entry.failed, Severity.ERROR)
    if errors:
        return f"✕ {errors} 处不符"
    if entry.flagged:
        return f"△ {entry.flagged} 处存疑"
    if not entry.held:
        return "… 无法核对"
    return "✓ 未见不符"
