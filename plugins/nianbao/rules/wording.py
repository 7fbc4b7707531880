"""Cells and figures in plain Chinese, so that a finding can be read without knowing an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from nianbao.cells import Cell, State
from nianbao.forms import FORMS, Column, Form, Row, TableForm
from nianbao.model import Report

_ZERO = Decimal(0)
_DEFINITION = re.compile(r"（[^（）]*）$")
_INNER_QUOTES = str.maketrans("“”", "‘’")  # names stand in quotes themselves: “3.危及‘三安全一稳定’”
_LONGEST_MARK = 10  # a mark is one or two characters; anything longer is somebody else's text


def figure(value: Decimal) -> str:
    """Return a figure without exponent and without idle zeros.

    >>> figure(Decimal("78.80")), figure(Decimal("1E+2")), figure(Decimal("-0"))
    ('78.8', '100', '0')
    """
    text = f"{value:f}" if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def table_name(form: Form, table: TableForm) -> str:
    """Return 表三; the tables of a section that holds several are told apart by their title."""
    siblings = [other for other in form.tables if other.section == table.section]
    return f"表{'一二三四五六'[table.section - 1]}{table.title if len(siblings) > 1 else ''}"


def row_name(row: Row) -> str:
    """Return the label without its definition, after its group where that one tells rows apart.

    >>> row_name(Row(id="", label="1.属于国家秘密", path=("三、本年度办理结果", "（三）不予公开")))
    '（三）不予公开：1.属于国家秘密'
    """
    groups = [group for group in row.path if not group.startswith("三、")]  # the frame around all outcomes
    return "：".join((*groups, _DEFINITION.sub("", row.label))).translate(_INNER_QUOTES)


def column_name(column: Column) -> str:
    """Return the header without the unit printed in it."""
    return _DEFINITION.sub("", column.label)


def row_place(form: Form, table: TableForm, row: Row) -> str:
    """Return the place of a row, such as 表三“（一）予以公开”一行."""
    return f"{table_name(form, table)}“{row_name(row)}”一行"


def column_place(form: Form, table: TableForm, column: Column) -> str:
    """Return the place of a column, such as 表三“自然人”一栏."""
    return f"{table_name(form, table)}“{column_name(column)}”一栏"


CELL_PLACES: Mapping[str, Mapping[str, str]] = {
    form.id: {
        table.address(row.id, column.id): f"{row_place(form, table, row)}“{column_name(column)}”一栏"
        for table in form.tables
        for row in table.rows
        for column in table.columns
    }
    for form in FORMS.values()
}
"""Form → cell address → its name in words."""


def cell_place(report: Report, address: str) -> str:
    """Return the name of a cell in words."""
    return CELL_PLACES[report.form][address]


def total(cells: Mapping[str, Cell], addresses: Iterable[str]) -> Decimal | None:
    """Return the sum of the cells, or None where one of them carries no number."""
    result = _ZERO
    for address in addresses:
        value = cells[address].value
        if value is None:
            return None
        if value:  # most cells are 0, and asking is cheaper than adding
            result += value
    return result


def unknown(cells: Mapping[str, Cell], addresses: Iterable[str]) -> list[str]:
    """Return the addresses of the cells that carry no number."""
    return [address for address in addresses if cells[address].value is None]


def why_unknown(cells: Mapping[str, Cell], addresses: Iterable[str], name: Callable[[str], str]) -> str:
    """Return why the cells cannot be used, such as “总计”为空白，另有 2 格也没有可用的数，无法核对."""
    first, *others = unknown(cells, addresses)
    more = f"，另有 {len(others)} 格也没有可用的数" if others else ""
    return f"{name(first)}{_state(cells[first])}{more}，无法核对"


def _state(cell: Cell) -> str:
    if cell.state is State.MARK:
        return f"印的是“{cell.raw[:_LONGEST_MARK]}”"
    return {
        State.BLANK: "为空白",
        State.MISSING: "在原文中没有读到",
        State.AMBIGUOUS: "读不出唯一的数",
    }[cell.state]
