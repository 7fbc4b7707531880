"""Reports whose 表三 and 表四 hold throughout, with figures of every size: for what one wrong digit does."""

import dataclasses
from decimal import Decimal
from random import Random

from factory import zero_report
from factory_authorities import authority
from factory_figures import reported
from nianbao.cells import Cell
from nianbao.forms import FORMS, TableForm
from nianbao.model import Report


def consistent_report(rng: Random, form: str) -> Report:
    """Return a report in which every identity holds; about half of its parts are 0, the largest 9,999."""
    applications, disputes = FORMS[form].table("applications"), FORMS[form].table("disputes")
    assert applications and disputes
    cells = _applications(rng, applications) | _disputes(rng, disputes)
    report = zero_report(form)
    # The government of a prefecture: it may do all that the form asks for, even make 规章.
    return dataclasses.replace(report, authority=authority(20), cells={**report.cells, **cells})


def with_figure(report: Report, address: str, value: Decimal) -> Report:
    """Return the report with another figure in one cell."""
    return dataclasses.replace(report, cells={**report.cells, address: reported(value)})


def _count(rng: Random) -> int:
    return rng.randrange(10 ** rng.randrange(1, 5)) if rng.random() < 0.5 else 0


def _applications(rng: Random, table: TableForm) -> dict[str, Cell]:
    rows = [row.id for row in table.rows]
    outcomes = rows[rows.index("granted") : rows.index("processed_total")]
    *parts, closing = [column.id for column in table.columns]
    grid = {row: dict.fromkeys(parts, 0) for row in rows}
    for column in parts:
        for row in outcomes:
            grid[row][column] = _count(rng)
        grid["processed_total"][column] = sum(grid[row][column] for row in outcomes)
        grid["carried_forward"][column] = _count(rng)
        supply = grid["processed_total"][column] + grid["carried_forward"][column]
        grid["brought_forward"][column] = rng.randint(0, supply) if rng.random() < 0.5 else 0
        grid["new"][column] = supply - grid["brought_forward"][column]
    return {
        table.address(row, column): reported(Decimal(value))
        for row, line in grid.items()
        for column, value in (line | {closing: sum(line.values())}).items()
    }


def _disputes(rng: Random, table: TableForm) -> dict[str, Cell]:
    *parts, closing = [column.id for column in table.columns]
    cells: dict[str, Cell] = {}
    for row in table.rows:
        line = {column: _count(rng) for column in parts}
        for column, value in (line | {closing: sum(line.values())}).items():
            cells[table.address(row.id, column)] = reported(Decimal(value))
    return cells
