"""The page of one report: what holds, the key figures, six sections as printed, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nianbao.forms import FORMS
from nianbao.model import Block, Note, Report, Source, TableSlot
from nianbao.render.archive_view import ArchiveView, Entry, earlier
from nianbao.render.changes_page import changes_path
from nianbao.render.findings import Finding, findings, marks, spans
from nianbao.render.key_figures import KeyFigure, key_figures
from nianbao.render.prose import Fragment, SubHeading, fragments
from nianbao.render.shared_page import shared_path
from nianbao.render.table_layout import LAYOUTS
from nianbao.render.tables import Setting, TableView, table_view
from nianbao.render.trail import Link, report_trail, root_of, url_of, year_label

_NUMERALS = "一二三四五六"
_LOUD = ("error", "warning", "misread")
_MOST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a section: prose as HTML, or tables that stand together."""

    html: str = ""
    tables: tuple[TableView, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """One of the six sections; `missing` tells that the source has no such section."""

    id: str
    title: str
    missing: bool
    parts: tuple[Part, ...]
    headings: tuple[SubHeading, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a report comes from and how it was read. `original` is the URL path of the text page."""

    source: Source
    file_name: str
    size: str
    url: str
    download: str
    original: str
    reader: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything `report.html` shows; the first `open` findings stand open, the others behind a click."""

    report: Report
    trail: tuple[Link, ...]
    form_name: str
    form_document: str
    held: int
    not_assessable: int
    findings: tuple[Finding, ...]
    open: int
    figures: tuple[KeyFigure, ...]
    lead: tuple[Part, ...]
    sections: tuple[SectionView, ...]
    previous: Link | None
    following: Link | None
    authority: Link
    provenance: Provenance
    scope_words: str
    url: str
    prose_links: tuple[Link, ...]


def report_view(entry: Entry, archive: ArchiveView) -> ReportView:
    """Return the page of a report; loads it whole, with its prose and the places in the original."""
    report = entry.load()
    form = FORMS.get(report.form)
    found = findings(entry.failed, report.form, entry.explained)
    tables = _tables(entry, report, found)
    before, after = _neighbours(entry, archive, -1), _neighbours(entry, archive, 1)
    lead, _ = fragments(report.lead, "s0", spans(found, 0))
    return ReportView(
        report=report,
        trail=report_trail(entry),
        form_name=form.name if form else "",
        form_document=form.document if form else "",
        held=entry.held,
        not_assessable=entry.not_assessable,
        findings=found,
        open=_open(found),
        figures=key_figures(report, before.report if before else None),
        lead=_parts(lead, {}),
        sections=tuple(_section(report, number, tables, found) for number in range(1, 7)),
        previous=_year_link(before),
        following=_year_link(after),
        authority=Link(report.authority.name, url_of(f"{entry.folder}/index.md")),
        provenance=_provenance(entry, report),
        scope_words="汇总所属部门和下级机关" if entry.aggregate else "",
        url=url_of(entry.path),
        prose_links=_prose_links(entry, archive),
    )


def _open(found: Sequence[Finding]) -> int:
    """Return how many findings stand open: hints and what is explained must not push the figures down."""
    return min(sum(finding.kind in _LOUD for finding in found), _MOST_OPEN)


def _prose_links(entry: Entry, archive: ArchiveView) -> tuple[Link, ...]:
    """Return links to the pages on this report's wording, of those that it has."""
    before = earlier(entry, archive)
    changes = Link(f"与 {before.report.year} 年逐句对照", url_of(changes_path(entry))) if before else None
    shared = len(archive.copies.get(entry.path, ()))
    copies = Link(f"与其他机关高度相同的段落（{shared} 处）", url_of(shared_path(entry))) if shared else None
    return tuple(link for link in (changes, copies) if link)


def _tables(entry: Entry, report: Report, found: tuple[Finding, ...]) -> dict[str, TableView]:
    setting = Setting(root_of(entry.path), entry.original is not None)
    return {
        layout.table.id: table_view(layout, report.cells, found, marks(found), setting)
        for layout in LAYOUTS.get(report.form, ())
    }


def _section(
    report: Report,
    number: int,
    tables: Mapping[str, TableView],
    found: tuple[Finding, ...],
) -> SectionView:
    """Return a section; a table that the report prints nowhere is added to the section of its form."""
    form = FORMS.get(report.form)
    section = report.section(number)
    pieces, headings = fragments(section.blocks, f"s{number}", spans(found, number)) if section else ((), ())
    printed = {table for part in report.sections for table in _printed(part.blocks)}
    unprinted = [
        Fragment(table=table.id)
        for table in (form.tables if form else ())
        if table.section == number and table.id not in printed
    ]
    official = next((part.title for part in form.sections if part.number == number), "") if form else ""
    title = section.title if section else official
    return SectionView(
        id=f"s{number}",
        title=f"{_NUMERALS[number - 1]}、{title}",
        missing=section is None,
        parts=_parts((*pieces, *unprinted), tables),
        headings=headings,
    )


def _printed(blocks: Sequence[Block]) -> Iterator[str]:
    return (block.table for block in blocks if isinstance(block, TableSlot))


def _parts(pieces: Sequence[Fragment], tables: Mapping[str, TableView]) -> tuple[Part, ...]:
    """Join neighbours: prose to one piece of HTML, tables to one group."""
    parts: list[Part] = []
    for piece in pieces:
        last = parts[-1] if parts else None
        if piece.table in tables:
            together = last.tables if last and last.tables else ()
            parts[len(parts) - bool(together) :] = [Part(tables=(*together, tables[piece.table]))]
        elif piece.html:
            before = last.html if last and last.html else ""
            parts[len(parts) - bool(before) :] = [Part(html=before + piece.html)]
    return tuple(parts)


def _neighbours(entry: Entry, archive: ArchiveView, step: int) -> Entry | None:
    """Return the report of the same authority and scope for the year before or after."""
    year = entry.report.year + step
    return next(
        (
            other
            for other in archive.authorities.get(entry.folder, ())
            if other.report.year == year and other.aggregate == entry.aggregate
        ),
        None,
    )


def _year_link(entry: Entry | None) -> Link | None:
    return Link(year_label(entry.report), url_of(entry.path)) if entry else None


def _provenance(entry: Entry, report: Report) -> Provenance:
    source = report.source
    web = source.url.startswith(("https://", "http://"))  # nothing else becomes a link
    return Provenance(
        source=source,
        file_name=source.path.rpartition("/")[2],
        size=f"{source.bytes / 1024:.1f} KB" if source.bytes >= 1024 else f"{source.bytes} 字节",
        url=source.url if web else "",
        download=entry.download,
        original=f"{url_of(entry.path)}original/" if entry.original else "",
        reader=report.reader,
        notes=report.notes,
    )
