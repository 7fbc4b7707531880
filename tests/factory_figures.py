"""Figures for generated reports: exact by construction, and joined from year to year."""

from collections.abc import Mapping
from decimal import Decimal
from math import log
from random import Random

from nianbao.cells import Cell, State
from nianbao.forms import FORMS, Form, TableForm

Values = dict[str, Decimal]
ZERO = Cell(State.REPORTED, Decimal(0), "0")
# Applications a year by level, a department's apart: most townships have none (three quarters of those seen).
MEAN = {"township": 2, "street": 4, "department": 12, "county": 60, "prefecture": 400, "province": 1500}
SHARE = {"natural_person": 0.8, "commercial_enterprise": 0.12}
ADDRESSES: Mapping[str, tuple[str, ...]] = {form.id: tuple(form.addresses()) for form in FORMS.values()}


def reported(value: Decimal) -> Cell:
    """Return a cell printed plainly."""
    return Cell(State.REPORTED, value, f"{value}") if value else ZERO


def _geometric(rng: Random, mean: float) -> int:
    return int(-log(1 - rng.random()) * mean)


def _at(seed: int, year: int, what: str) -> Random:
    """Return a generator that gives the same figures for a year, whichever report asks for them."""
    return Random(f"{seed}/{year}/{what}")


def _active(seed: int, level: str) -> bool:
    return level not in ("township", "street") or _at(seed, 0, "active").random() < 0.25


def _carried_forward(seed: int, year: int, level: str, columns: list[str]) -> dict[str, int]:
    rng = _at(seed, year, "carried")
    return {column: _geometric(rng, MEAN[level] * SHARE.get(column, 0.02) / 12) for column in columns}


def _share_out(rng: Random, amount: int, parts: tuple[str, ...]) -> dict[str, int]:
    """Divide `amount` among the parts: large shares first, the rest to the first part."""
    shares = dict.fromkeys(parts, 0)
    for part in parts[1:]:
        shares[part] = int(amount * rng.random() ** 4)
        amount -= shares[part]
    shares[parts[0]] += amount
    return shares


def _applications(seed: int, year: int, level: str, table: TableForm) -> Values:
    rng = _at(seed, year, "applications")
    *columns, closing = [column.id for column in table.columns]
    before = _carried_forward(seed, year - 1, level, columns)
    after = _carried_forward(seed, year, level, columns)
    rows = tuple(row.id for row in table.rows)
    outcomes = rows[rows.index("granted") : rows.index("processed_total")]
    grid: dict[str, dict[str, int]] = {row: {} for row in rows}
    for column in columns:
        new = max(_geometric(rng, MEAN[level] * SHARE.get(column, 0.02)), after[column] - before[column])
        processed = new + before[column] - after[column]
        given = {"new": new, "brought_forward": before[column], "processed_total": processed}
        given["carried_forward"] = after[column]
        for row, value in (given | _share_out(rng, processed, outcomes)).items():
            grid[row][column] = value
    return {
        table.address(row, column): Decimal(value)
        for row, line in grid.items()
        for column, value in (line | {closing: sum(line.values())}).items()
    }


def _disputes(seed: int, year: int, level: str, table: TableForm) -> Values:
    rng = _at(seed, year, "disputes")
    *columns, closing = [column.id for column in table.columns]
    values: Values = {}
    for row in table.rows:
        cases = {column: _geometric(rng, MEAN[level] / 40) for column in columns}
        line = cases | {closing: sum(cases.values())}
        values |= {table.address(row.id, column): Decimal(value) for column, value in line.items()}
    return values


def _documents(seed: int, year: int, row: str) -> dict[str, int]:
    """Return issued and repealed of a year and what is in force after it, summed up from the first year."""
    in_force = 5 + _geometric(_at(seed, 0, row), 20)
    issued = repealed = 0
    for past in range(2021, year + 1):
        rng = _at(seed, past, row)
        issued, repealed = _geometric(rng, 4), min(in_force, _geometric(rng, 2))
        in_force += issued - repealed
    return {"issued": issued, "repealed": repealed, "in_force": in_force}


def _proactive_2021(seed: int, year: int, level: str) -> Values:
    rng = _at(seed, year, "proactive")
    rows = (
        ("rules", "normative_documents") if level in ("prefecture", "province") else ("normative_documents",)
    )
    values = {
        f"art20_1.{row}.{column}": Decimal(value)
        for row in rows
        for column, value in _documents(seed, year, row).items()
    }
    for cell in ("5.administrative_licenses", "6.administrative_penalties", "6.administrative_compulsion"):
        values[f"art20_{cell}.decisions"] = Decimal(_geometric(rng, MEAN[level]))
    cents = _geometric(rng, MEAN[level] * 100)
    return values | {"art20_8.administrative_charges.amount": Decimal(cents) / 100}


def _proactive_2019(seed: int, year: int, level: str) -> Values:
    rng = _at(seed, year, "proactive")
    made = Decimal(_geometric(rng, 4))
    values = {f"art20_1.normative_documents.{column}": made for column in ("newly_made", "newly_disclosed")}
    values["art20_1.normative_documents.total_disclosed"] = made + _geometric(rng, 20)
    items = 40 + int(_at(seed, 0, "items").random() * 400)
    changes = [int(_at(seed, past, "items").random() * 60) - 30 for past in range(2019, year + 1)]
    for row in ("5.administrative_licenses", "6.administrative_penalties", "8.administrative_charges"):
        values[f"art20_{row}.items_prior_year"] = Decimal(items + sum(changes[:-1]))
        values[f"art20_{row}.items_change"] = Decimal(changes[-1])
    values["art20_5.administrative_licenses.decisions"] = Decimal(_geometric(rng, MEAN[level]))
    projects = _geometric(rng, 3)
    amount = Decimal(_geometric(rng, 400_000) + 1) / 10_000 if projects else Decimal(0)
    values["art20_9.centralized_procurement.projects"] = Decimal(projects)
    return values | {"art20_9.centralized_procurement.amount": amount}


def _printed(address: str, value: Decimal) -> Cell:
    if value and address.endswith("items_change"):
        return Cell(State.REPORTED, value, f"{value:+}")
    if value and address == "art20_9.centralized_procurement.amount":
        return Cell(State.REPORTED, value, f"{value}万元")
    return reported(value)


def figures(form: Form, seed: int, year: int, level: str) -> dict[str, Cell]:
    """Return all cells of the form, reported, every identity exact, carried figures equal to last year's."""
    values: Values = {}
    if _active(seed, level):
        applications, disputes = form.table("applications"), form.table("disputes")
        assert applications and disputes
        values |= _applications(seed, year, level, applications) | _disputes(seed, year, level, disputes)
    proactive = _proactive_2021 if form.id == "2021-30" else _proactive_2019
    values |= proactive(seed, year, level)
    return {
        address: _printed(address, values[address]) if address in values else ZERO
        for address in ADDRESSES[form.id]
    }
