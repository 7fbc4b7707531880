"""Everything of a table that does not depend on a report: headers and the opening tag of each data cell."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from nianbao.forms import FORMS, Column, TableForm
from nianbao.render.table_headers import Header, Leaf, above, depth, lay_out
from nianbao.render.terms import anchor, column_term, group_term, row_term

ROOT = "\0"
"""Stands in the layout where a page puts its way to the site's root."""

# One letter for each table keeps the ids of header cells short: a page has 250 of them.
_PREFIXES = {
    "art20_1": "a",
    "art20_5": "b",
    "art20_6": "c",
    "art20_8": "d",
    "art20_9": "e",
    "applications": "f",
    "disputes": "g",
}


class Slot(NamedTuple):
    """The place of a data cell: its address, its column, and its tag up to the attributes of a report.

    `plain` tells that a figure of this column is shown in digits alone, without sign or unit.
    """

    address: str
    column: Column
    tag: str
    plain: bool


class Line(NamedTuple):
    """A row of the printed table: its header cells as HTML and the places of its data cells."""

    head: str
    slots: tuple[Slot, ...]


class Layout(NamedTuple):
    """A printed table without its figures. `head` is `colgroup` and `thead`, `lines` the body."""

    table: TableForm
    head: str
    lines: tuple[Line, ...]


def layout(table: TableForm) -> Layout:
    """Return the layout of a table as its form prints it."""
    return _wide(table) if table.printed == "wide" else _grid(table)


def _grid(table: TableForm) -> Layout:
    prefix = _PREFIXES[table.id]
    columns = lay_out([_column_leaf(table, column) for column in table.columns], f"{prefix}c")
    rows = lay_out(_row_leaves(table), f"{prefix}r")
    stub = _stub(table.stub, depth(rows), depth(columns))
    lines = tuple(
        Line(
            "".join(_row_header(header) for header in rows if header.leaf == index),
            tuple(
                _slot(table, row.id, column, (*above(columns, number), *above(rows, index)))
                for number, column in enumerate(table.columns)
            ),
        )
        for index, row in enumerate(table.rows)
    )
    return Layout(table, _head(stub, depth(rows), columns), lines)


def _wide(table: TableForm) -> Layout:
    """One row of figures: the rows of the form stand side by side as groups of columns.

    The printed form leaves its only row without a label; a narrow cell with the unit gives it one, so
    that every figure has a row header.
    """
    prefix = _PREFIXES[table.id]
    pairs = [(row, column) for row in table.rows for column in table.columns]
    leaves = [
        Leaf(
            (*row.path, row.label, column.label),
            (*("" for _ in row.path), row_term(table, row), column_term(table, column)),
        )
        for row, column in pairs
    ]
    columns = lay_out(leaves, f"{prefix}c")
    unit = f'<th id="{prefix}r" scope="row" class="k1">{table.columns[0].unit}</th>'
    slots = tuple(
        _slot(table, row.id, column, (*above(columns, index), f"{prefix}r"))
        for index, (row, column) in enumerate(pairs)
    )
    return Layout(table, _head(_stub("单位", 1, depth(columns)), 1, columns), (Line(unit, slots),))


def _column_leaf(table: TableForm, column: Column) -> Leaf:
    return Leaf((*column.path, column.label), (*("" for _ in column.path), column_term(table, column)))


def _row_leaves(table: TableForm) -> list[Leaf]:
    return [
        Leaf(
            (*row.path, row.label),
            (*(group_term(table, row, level) for level in range(len(row.path))), row_term(table, row)),
        )
        for row in table.rows
    ]


def _slot(table: TableForm, row: str, column: Column, headers: Sequence[str]) -> Slot:
    address = table.address(row, column.id)
    plain = not (column.signed or column.money)
    return Slot(address, column, f'<td id="{address}" headers="{" ".join(headers)}"', plain)


def _head(stub: str, labels: int, columns: Sequence[Header]) -> str:
    widths = "".join(f'<col class="k{level}">' for level in range(labels, 0, -1))
    figures = len([header for header in columns if not header.group])
    rows = [
        "".join(_column_header(header) for header in columns if header.level == level)
        for level in range(depth(columns))
    ]
    rows[0] = stub + rows[0]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<colgroup>{widths}<col class="kn" span="{figures}"></colgroup><thead>{body}</thead>'


def _stub(text: str, columns: int, rows: int) -> str:
    scope = "colgroup" if columns > 1 else "col"
    return f'<th scope="{scope}"{_spans(columns, rows)} class="stub">{escape(text)}</th>'


def _column_header(header: Header) -> str:
    scope = "colgroup" if header.group else "col"
    return f'<th id="{header.id}" scope="{scope}"{_spans(header.span, header.deep)}>{_label(header)}</th>'


def _row_header(header: Header) -> str:
    scope = "rowgroup" if header.group else "row"
    kind = f' class="g{header.level}"' if header.group else ""
    return (
        f'<th id="{header.id}" scope="{scope}"{_spans(header.deep, header.span)}{kind}>{_label(header)}</th>'
    )


def _spans(columns: int, rows: int) -> str:
    wide = f' colspan="{columns}"' if columns > 1 else ""
    return wide + (f' rowspan="{rows}"' if rows > 1 else "")


def _label(header: Header) -> str:
    text = escape(header.label)
    if not header.term:
        return f"<span>{text}</span>"
    return f'<a href="{ROOT}glossary/#{anchor(header.term)}">{text}</a>'


LAYOUTS = {form.id: tuple(layout(table) for table in form.tables) for form in FORMS.values()}
"""The printed tables of each form, in the form's order."""
