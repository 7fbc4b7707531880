"""The tables of a form as the cell rules need them: cells by what may stand in them, worked out once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from nianbao.cells import Cell, State
from nianbao.facts.once import once_a_report
from nianbao.forms import FORMS, Form, TableForm
from nianbao.model import Report
from nianbao.rules.identities import LINES
from nianbao.rules.rule import Outcome, Severity, Verdict
from nianbao.rules.wording import row_name, table_name

_BARE_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


class TableView(NamedTuple):
    """A table's cells by what may stand in them.

    `key` is form and table; `rows` gives the addresses by the row's name in words; `unit_not_printed` are
    amounts whose column prints no unit; `totals` gives for each total the sums that it closes.
    """

    key: tuple[str, str]
    name: str
    title: str
    section: int
    cells: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]]
    unsigned: tuple[str, ...]
    counts: tuple[str, ...]
    unit_not_printed: frozenset[str]
    totals: Mapping[str, tuple[tuple[str, ...], ...]]


def _view(form: Form, table: TableForm) -> TableView:
    columns = [(table.address(row.id, column.id), column) for row in table.rows for column in table.columns]
    cells = tuple(address for address, _ in columns)
    return TableView(
        key=(form.id, table.id),
        name=table_name(form, table),
        title=table.title,
        section=table.section,
        cells=cells,
        rows={row_name(row): table.row_addresses(row.id) for row in table.rows},
        unsigned=tuple(address for address, column in columns if not column.signed),
        counts=tuple(address for address, column in columns if not column.money),
        unit_not_printed=frozenset(
            address for address, column in columns if column.money and not column.unit_printed
        ),
        totals=_totals(form, frozenset(cells)),
    )


def _totals(form: Form, cells: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the sums by total; one total may close a row and a column (（七）总计, 总计栏)."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for forms in LINES.values():
        for line in forms[form.id]:
            if len(line.equation.right) == 1 and line.equation.right[0] in cells:
                address = line.equation.right[0]
                found[address] = (*found.get(address, ()), line.equation.left)
    return found


Clean = Mapping[tuple[str, str], Outcome]
"""`TableView.key` → outcome."""

_VIEWS: Mapping[str, tuple[TableView, ...]] = {
    form.id: tuple(_view(form, table) for table in form.tables) for form in FORMS.values()
}


def tables(report: Report) -> tuple[TableView, ...]:
    """Return the tables of the report's form, none where it has no form."""
    return _VIEWS.get(report.form, ())


def empty(cell: Cell) -> bool:
    """Whether the source prints no figure here: nothing, or a mark."""
    return cell.state is State.BLANK or cell.state is State.MARK


def number_without_unit(cell: Cell) -> bool:
    """Whether an amount was printed as a bare number, so that nobody can tell 元 from 万元."""
    printed = unicodedata.normalize("NFKC", cell.raw).strip()
    return cell.state is State.AMBIGUOUS and _BARE_NUMBER.fullmatch(printed) is not None


@once_a_report
def without_number(report: Report) -> frozenset[str]:
    """Return the addresses of all cells that carry no number: most reports have none, and rules are quick."""
    return frozenset([address for address, cell in report.cells.items() if cell.value is None])


def clean_outcomes(rule: str, severity: Severity, words: str) -> Clean:
    """Return the outcome of a rule for each table in which every cell was read and nothing is wrong."""
    return {
        table.key: Outcome(rule, Verdict.HOLDS, severity, table.cells, f"{table.name}：{words}。")
        for form in FORMS
        for table in _VIEWS[form]
    }


def nothing_wrong(clean: Clean, table: TableView, lacking: frozenset[str]) -> Outcome:
    """Return the one outcome for all cells of a table that were read; where none was, nothing is claimed.

    `lacking` are the cells without a number.
    """
    outcome = clean[table.key]
    if not lacking:
        return outcome
    known = tuple(address for address in table.cells if address not in lacking)
    if known:
        return outcome._replace(cells=known)
    return outcome._replace(verdict=Verdict.NOT_ASSESSABLE, message=f"{table.name}：没有读到数，无法核对。")
