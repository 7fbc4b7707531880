"""A document and the forms → everything a report says, except who exactly wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from nianbao import repair
from nianbao.cells import Cell
from nianbao.forms import Form
from nianbao.interpret.cover import read_cover
from nianbao.interpret.cut_figure import doubt_cut_figure
from nianbao.interpret.headings import section_titles
from nianbao.interpret.kinds import kind_notes
from nianbao.interpret.lines import Item, first_report, items_of
from nianbao.interpret.repair_notes import repair_notes
from nianbao.interpret.sections import read_prose
from nianbao.interpret.tables import Tables, read_tables
from nianbao.interpret.titles import title_of_another_year
from nianbao.model import Block, Note, Period, Scope, Section
from nianbao.read import Document

__all__ = ["Reading", "interpret"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as read, before its authority is looked up.

    `title` and `authority_name` are without blanks, `authority_name` as the title prints it; both are
    empty, and `year` is None, where the text does not tell. `form` is empty where no table of a form was
    found; `cells` holds every cell of the form in its order.
    """

    title: str
    authority_name: str
    year: int | None
    scope: Scope = Scope.OWN
    period: Period | None = None
    published: date | None = None
    form: str = ""
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def interpret(document: Document, forms: Mapping[str, Form]) -> Reading:
    """Return what the document says; it is repaired first, which leaves a repaired one as it is.

    Nothing is guessed: a cell carries a number only where its label and its column are certain.
    """
    document = repair.run(document)
    items = items_of(document, section_titles(tuple(forms.values())))
    items = doubt_cut_figure(items, document)
    cover = read_cover(items)
    tables = _tables(items, forms, cover.year)
    prose = read_prose(items, cover.lines, tables, forms.get(tables.form))
    kind = kind_notes(items, forms.get(tables.form), forms, cover.year)
    return Reading(
        title=cover.title,
        authority_name=cover.authority,
        year=cover.year,
        scope=cover.scope,
        period=cover.period,
        published=cover.published,
        form=tables.form,
        lead=prose.lead,
        sections=prose.sections,
        cells=tables.cells,
        notes=(*cover.notes, *prose.notes, *tables.notes, *kind, *repair_notes(document.steps)),
    )


def _tables(items: Sequence[Item], forms: Mapping[str, Form], year: int | None) -> Tables:
    """Return the tables of the first report, or those of the whole text where it has none.

    What stands behind the title of another year is never the first report's.
    """
    end = title_of_another_year(items, year)
    first = first_report(items[:end], section_titles(tuple(forms.values())))
    tables = read_tables(first, forms)
    if len(first) < end and not tables.form:
        first = tuple(items[:end])
        tables = read_tables(first, forms)
    if len(first) == len(items):
        return tables
    note = Note("several-reports", "原文后面还有另一份报告，它的表格没有读取", items[len(first)].at)
    return replace(tables, notes=(*tables.notes, note))
