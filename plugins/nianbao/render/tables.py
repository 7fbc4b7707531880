"""A report's tables as the official merged forms, with every doubt told in words below them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from nianbao.cells import Cell, State
from nianbao.forms import Column
from nianbao.render.figures import NOT_READ, figure_text
from nianbao.render.findings import Finding, Mark
from nianbao.render.flat_rows import FlatRow, flat_rows
from nianbao.render.table_layout import ROOT, Layout, Slot
from nianbao.render.table_notes import TableNote, table_notes


class Setting(NamedTuple):
    """What the cells of a page share: the way to the site's root, and whether the original is there."""

    root: str
    linked: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table ready for a page: escaped HTML, its non-zero rows for a phone, and its notes.

    `wide` tells that it is too wide to be taken in on a phone, `absent` that the source has none of its
    cells; `html` is empty then.
    """

    id: str
    title: str
    html: str
    flat: tuple[FlatRow, ...] = ()
    notes: tuple[TableNote, ...] = ()
    findings: tuple[Finding, ...] = ()
    wide: bool = False
    absent: bool = False


def table_view(
    layout: Layout,
    cells: Mapping[str, Cell],
    found: Iterable[Finding],
    marks: Mapping[str, Mark],
    setting: Setting,
) -> TableView:
    """Return a table of a report; `found` and `marks` are those of the whole report."""
    table = layout.table
    wide = any(column.id == "total" for column in table.columns)
    states = {cells.get(address, NOT_READ).state for address in table.addresses()}
    if states == {State.MISSING}:
        return TableView(table.id, table.title, "", absent=True)
    return TableView(
        id=table.id,
        title=table.title,
        html=table_html(layout, cells, marks, setting),
        flat=flat_rows(table, cells) if wide else (),
        notes=table_notes(table, cells) if states != {State.REPORTED} else (),
        findings=tuple(finding for finding in found if finding.table == table.id),
        wide=wide,
    )


def table_html(layout: Layout, cells: Mapping[str, Cell], marks: Mapping[str, Mark], setting: Setting) -> str:
    """Return `<table>` with caption, headers and one cell for every address of the form."""
    table = layout.table
    body = []
    for line in layout.lines:
        body.append(f"<tr>{line.head}")
        body += [
            _cell(slot, cells.get(slot.address, NOT_READ), marks.get(slot.address), setting.linked)
            for slot in line.slots
        ]
        body.append("</tr>")
    return (
        f'<table class="nb-table nb-{table.printed} nb-{table.id}">'
        f'<caption id="{table.id}">{escape(table.title)}{_hint(layout, setting)}</caption>'
        f"{layout.head}<tbody>{''.join(body)}</tbody></table>"
    ).replace(ROOT, setting.root)


def _hint(layout: Layout, setting: Setting) -> str:
    """Return what a reader must know to use a table: its unit if it has one, and that figures are links."""
    units = {column.unit for column in layout.table.columns}
    unit = f"单位：{units.pop()} " if len(units) == 1 else ""
    link = '<span class="nb-screen">点数字看原文</span>' if setting.linked else ""
    return f"<small>{unit}{link}</small>" if unit or link else ""


def _cell(slot: Slot, cell: Cell, mark: Mark | None, linked: bool) -> str:
    if mark is None and cell.state is State.REPORTED:  # nearly all cells: nothing to explain
        zero = "" if cell.value else ' class="zero"'
        text = format(cell.value, "f") if slot.plain else _text(slot, cell)
        return f"{slot.tag}{zero}>{_linked(text, cell, linked)}</td>"
    return _told_cell(slot, cell, mark, linked)


def _told_cell(slot: Slot, cell: Cell, mark: Mark | None, linked: bool) -> str:
    kinds = [] if cell.state is State.REPORTED else [f"is-{cell.state}"]
    kinds += [mark.kind] if mark else []
    kinds += ["zero"] if cell.value == 0 else []
    finding = mark.finding if mark else None
    described = f' aria-describedby="{finding.id}"' if finding else ""
    inferred = "<sup>推</sup>" if cell.state is State.INFERRED else ""
    text = _linked(_text(slot, cell) + inferred, cell, linked)
    sign = _sign(finding) if finding else ""
    return f'{slot.tag} class="{" ".join(kinds)}"{described}>{text}{sign}</td>'


def _sign(finding: Finding) -> str:
    return f'<a class="nb-sign" href="#{finding.id}">{finding.symbol}{finding.number}</a>'


def _text(slot: Slot, cell: Cell) -> str:
    text = figure_text(cell, slot.column)
    return escape(text) if cell.state is State.MARK else _unit_apart(text, slot.column)


def _unit_apart(text: str, column: Column) -> str:
    return text.replace(" 万元", " <small>万元</small>") if column.money else text


def _linked(text: str, cell: Cell, linked: bool) -> str:
    if not linked or cell.at is None:
        return f"<span>{text}</span>"
    return f'<a href="original/#L{cell.at.line}">{text}</a>'
