"""A report's prose against the last one, sentence by sentence: what is new, rewritten or gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from nianbao.model import Report
from nianbao.prose.changes import Change, Changes, Fate, changes
from nianbao.prose.words import Part
from nianbao.render.archive_view import Entry
from nianbao.render.trail import Link, report_trail, url_of, year_label

_NUMERALS = "一二三四五六"
_FEWEST_FOR_A_RATE = 10  # sentences; a share of fewer says nothing

_WORDS = {
    Fate.NEW: "新写",
    Fate.CHANGED: "改写",
    Fate.FIGURES: "只改数字",
    Fate.KEPT: "照用",
}


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """A section; `paragraphs` are escaped HTML, `words` says what is new, `new` whether anything is."""

    id: str
    title: str
    words: str
    new: bool
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Everything `changes.html` shows; `total` counts the sentences of this year's prose."""

    report: Report
    trail: tuple[Link, ...]
    report_url: str
    before: Link
    adjacent: bool
    new: int
    total: int
    share: str
    counts: tuple[tuple[str, int], ...]
    gone: int
    sections: tuple[SectionChanges, ...]


def changes_path(entry: Entry) -> str:
    """Return the source path of the page: `reports/…/2020.md` → `reports/…/2020/changes.md`."""
    return f"{entry.path.removesuffix('.md')}/changes.md"


def changes_view(entry: Entry, before: Entry) -> ChangesView:
    """Return the page of a report's prose against that of an earlier report."""
    found = changes(before.prose(), entry.prose())
    counts = found.count()
    counts[Fate.KEPT] += counts.pop(Fate.MOVED, 0)
    gone = counts.pop(Fate.GONE, 0)
    total = counts.total()
    *above, year = report_trail(entry)
    report_url = url_of(entry.path)
    return ChangesView(
        report=entry.report,
        trail=(*above, Link(year.text, report_url), Link("文字变化")),
        report_url=report_url,
        before=Link(year_label(before.report), url_of(before.path)),
        adjacent=before.report.year == entry.report.year - 1,
        new=counts[Fate.NEW],
        total=total,
        share=f"{100 * counts[Fate.NEW] / total:.0f}%" if total >= _FEWEST_FOR_A_RATE else "",
        counts=tuple((word, counts[fate]) for fate, word in _WORDS.items()),
        gone=gone,
        sections=tuple(_sections(entry.report, found)),
    )


def _sections(report: Report, found: Changes) -> Iterable[SectionChanges]:
    titles = {section.number: section.title for section in report.sections}
    for number, section in found.sections.items():
        if section:
            new = sum(change.fate is Fate.NEW for change in section)
            yield SectionChanges(
                id=f"s{number}",
                title=f"{_NUMERALS[number - 1]}、{titles.get(number, '（本年没有这一部分）')}",
                words=f"新句 {new} 句" if new else "没有新句",
                new=bool(new),
                paragraphs=tuple(_paragraphs(section)),
            )


def _paragraphs(section: Iterable[Change]) -> Iterable[str]:
    for _, paragraph in groupby(section, key=lambda change: change.paragraph):
        yield "".join(_sentence(change) for change in paragraph)


def _sentence(change: Change) -> str:
    match change.fate:
        case Fate.NEW:
            return f'<ins class="nb-new">{_spoken("新句：")}{escape(change.new)}</ins>'
        case Fate.GONE:
            return f'<del class="nb-gone">{_spoken("删去：")}{escape(change.old)}</del>'
        case Fate.KEPT:
            return f'<span class="nb-kept">{escape(change.new)}</span>'
        case Fate.MOVED:
            return f'<span class="nb-kept">{escape(change.new)}<small>（上次在别的部分）</small></span>'
        case _:
            return f'<span class="nb-changed">{"".join(map(_part, change.parts))}</span>'


def _part(part: Part) -> str:
    if part.kept:
        return escape(part.new)
    kind = ' class="nb-figure"' if part.figures else ""
    gone = f"<del{kind}>{_spoken('原为')}{escape(part.gone)}</del>" if part.gone else ""
    new = f"<ins{kind}>{_spoken('现为')}{escape(part.new)}</ins>" if part.new else ""
    return gone + new


def _spoken(words: str) -> str:
    """Return words for those who hear the page: the signs that eyes see say nothing to them."""
    return f'<span class="nb-hidden">{words}</span>'
