"""All figures of an authority, year by year: the rows that a table over two forms can have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from itertools import groupby
from typing import NamedTuple

from nianbao.cells import State
from nianbao.compare import CONTINUITY, Gap, Kind, Relation
from nianbao.compare.figure import sum_of
from nianbao.forms import FORMS, Column, Form, Row, TableForm
from nianbao.model import Report
from nianbao.render.figure_words import word
from nianbao.render.figures import NOT_READ, figure_text, number
from nianbao.render.terms import anchor, column_term, row_term


class Line(NamedTuple):
    """A row: the cells of each form that it shows, added up. A form that has none of them is absent.

    `careful` is the sentence where the two forms count it differently, else empty.
    """

    key: str
    label: str
    term: str
    column: Column
    cells: Mapping[str, tuple[str, ...]]
    careful: str = ""


class Band(NamedTuple):
    """Rows that stand together under a heading."""

    title: str
    lines: tuple[Line, ...]


class Known(NamedTuple):
    """What a report says in a row: a number, or None and the state in one word."""

    value: Decimal | None
    state: State | Gap


def known(line: Line, report: Report) -> Known:
    """Return the number of a row in a report, and its state."""
    cells = line.cells.get(report.form)
    if cells is None:
        return Known(None, Gap.NOT_ASKED if report.form else State.MISSING)
    if len(cells) == 1:
        cell = report.cells.get(cells[0], NOT_READ)
        return Known(cell.value, cell.state)
    figure = sum_of(report.cells, cells)
    return Known(figure.value, figure.state)


def cell_html(line: Line, report: Report) -> str:
    """Return the table cell of a row in a report; here and not in the template, for a page has a thousand."""
    cells = line.cells.get(report.form, ())
    if len(cells) == 1:
        cell = report.cells.get(cells[0], NOT_READ)
        value, text = cell.value, figure_text(cell, line.column)
    else:
        value, state = known(line, report)
        text = number(value) if value is not None else word(state)
    if text == "0":
        return '<td class="zero">0</td>'  # most cells: no need to escape it again and again
    kind = "" if value else ' class="is-unknown"' if value is None else ' class="zero"'
    return f"<td{kind}>{escape(text)}</td>"


def _lines(table: TableForm, pairs: Sequence[tuple[Row, Column]]) -> Iterator[Line]:
    """Yield the rows of a table of the newer form, each with what it was in the older one."""
    whole: Relation | None = None
    for row, column in pairs:
        address = table.address(row.id, column.id)
        relation = CONTINUITY.relation(CONTINUITY.new, address)
        if relation.kind is Kind.SUM and relation != whole:
            whole = relation
            yield _whole(table, column, relation)
        old = relation.old if relation.kind in (Kind.SAME, Kind.CAREFUL) else ()
        cells = {CONTINUITY.new: (address,)} | ({CONTINUITY.old: old} if old else {})
        careful = relation.why if relation.kind is Kind.CAREFUL else ""
        yield Line(address, _label(table, row, column), _term(table, row, column), column, cells, careful)


def _whole(table: TableForm, column: Column, relation: Relation) -> Line:
    """Return the row of the older form that became several, as their sum."""
    before = FORMS[CONTINUITY.old].table(table.id)
    address = relation.old[0]
    row = next(row for row in before.rows if before.address(row.id, column.id) == address) if before else None
    label = _label(table, row, column) if row else address
    cells = {CONTINUITY.old: relation.old, CONTINUITY.new: relation.new}
    return Line(address, label, _term(table, row, column) if row else "", column, cells)


def _ended(table: TableForm) -> Iterator[Line]:
    """Yield the rows of a table of the older form that the newer one has not."""
    for row in table.rows:
        for column in table.columns:
            address = table.address(row.id, column.id)
            if CONTINUITY.relation(CONTINUITY.old, address).kind is Kind.ENDS:
                # The newer form may use the same address for another quantity.
                key, cells = f"{address}@{CONTINUITY.old}", {CONTINUITY.old: (address,)}
                yield Line(key, _label(table, row, column), _term(table, row, column), column, cells)


def _label(table: TableForm, row: Row, column: Column) -> str:
    """Return a row's label below its band; definitions in brackets are left to the glossary."""
    by_row, by_column = _DEFINITION.sub("", row.label), _DEFINITION.sub("", column.label)
    if _of_totals(table, column):
        return by_row
    return f"{by_row} {by_column}" if table.id.startswith("art20") else by_column


def _term(table: TableForm, row: Row, column: Column) -> str:
    by_row = table.id.startswith("art20") or _of_totals(table, column)
    return anchor(row_term(table, row) if by_row else column_term(table, column))


def _of_totals(table: TableForm, column: Column) -> bool:
    return table.id == "applications" and column.id == "total"


def _application_bands(table: TableForm) -> Iterator[Band]:
    """Yield the column of totals in the groups of the form, then who applied."""
    total, title = table.columns[-1], "收到和公开"
    for group, rows in groupby(table.rows, key=lambda row: row.path[-1] if len(row.path) > 1 else ""):
        yield Band(group or title, tuple(_lines(table, [(row, total) for row in rows])))
        title = "总计和结转"
    applicants = [(table.rows[0], column) for column in table.columns[:-1]]
    yield Band("本年新收申请：申请人", tuple(_lines(table, applicants)))


def _dispute_bands(table: TableForm) -> Iterator[Band]:
    for row in table.rows:
        pairs = [(row, column) for column in table.columns]
        yield Band("：".join((*row.path, row.label)), tuple(_lines(table, pairs)))


def _proactive_bands(new: Form, old: Form) -> Iterator[Band]:
    for table in new.tables:
        if table.id.startswith("art20"):
            pairs = [(row, column) for row in table.rows for column in table.columns]
            yield Band(f"主动公开：{table.title}", tuple(_lines(table, pairs)))
    for table in old.tables:
        ended = tuple(_ended(table))
        if ended:
            yield Band(f"主动公开：{table.title}（只有 {old.name}有）", ended)


def _bands() -> Iterator[Band]:
    """Yield 表三 and 表四 first: they are what most readers come for, and they pass over unchanged."""
    new = FORMS[CONTINUITY.new]
    for table_id, bands in (("applications", _application_bands), ("disputes", _dispute_bands)):
        table = new.table(table_id)
        if table:
            yield from bands(table)
    yield from _proactive_bands(new, FORMS[CONTINUITY.old])


_DEFINITION = re.compile(r"(?<=.)（[^（）]*）$")

BANDS = tuple(_bands())
"""The rows of the table in reading order."""
