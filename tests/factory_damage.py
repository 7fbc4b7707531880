"""Damage for generated reports: each kind with the rule that must notice it, and how."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from factory_figures import reported
from factory_prose import pick
from nianbao.cells import Cell, State
from nianbao.forms import FORMS
from nianbao.model import Note, Period, Report
from nianbao.rules import Verdict

FAILS, UNASSESSABLE, HOLDS = Verdict.FAILS, Verdict.NOT_ASSESSABLE, Verdict.HOLDS
BLANK, MISSING = Cell(State.BLANK), Cell(State.MISSING)


@dataclass(frozen=True)
class Damage:
    """One way a report goes wrong: the rule that it concerns must give `verdict` at least once."""

    name: str
    rule: str
    verdict: Verdict
    apply: Callable[[Random, Report], Report]
    forms: tuple[str, ...] = tuple(FORMS)


def _with(report: Report, cells: dict[str, Cell], *notes: Note) -> Report:
    return dataclasses.replace(report, cells={**report.cells, **cells}, notes=(*report.notes, *notes))


def _raised(report: Report, address: str, by: int = 1) -> dict[str, Cell]:
    return {address: reported((report.cells[address].value or Decimal(0)) + by)}


def _row(rng: Random, report: Report) -> list[str]:
    """Return the cells of a random row of 表三."""
    table = FORMS[report.form].table("applications")
    assert table
    row = pick(rng, table.rows)
    return [table.address(row.id, column.id) for column in table.columns]


def _row_total(rng: Random, report: Report) -> Report:
    return _with(report, _raised(report, _row(rng, report)[-1], pick(rng, (-1, 1, 9, 10, 100))))


def _brought_forward(rng: Random, report: Report) -> Report:
    cells = _raised(report, "applications.brought_forward.natural_person", 2)
    return _with(report, cells | _raised(report, "applications.brought_forward.total", 2))


def _outcome_twice(rng: Random, report: Report) -> Report:
    cells = _raised(report, "applications.granted.other") | _raised(report, "applications.granted.total")
    return _with(report, cells)


def _dispute_total(rng: Random, report: Report) -> Report:
    return _with(report, _raised(report, "disputes.reconsideration.total"))


def _blank_total(rng: Random, report: Report) -> Report:
    return _with(report, {_row(rng, report)[-1]: BLANK})


def _marks(rng: Random, report: Report) -> Report:
    mark = Cell(State.MARK, raw=pick(rng, ("—", "/", "无", "－")))
    row = pick(rng, ("new", "granted", "denied.process_information", "not_processed.repeated"))
    cells = [address for address in report.cells if address.startswith(f"applications.{row}.")]
    return _with(report, dict.fromkeys(cells[:-1], mark))


def _rows_lost(rng: Random, report: Report) -> Report:
    lost = (
        "applications.not_processed.excessive",
        "applications.processed_total",
        "applications.carried_forward",
    )
    cells = {address: MISSING for address in report.cells if address.rpartition(".")[0] in lost}
    return _with(report, cells, Note("rows_lost", "表三末尾有几行在原文中没有。"))


def _row_ambiguous(rng: Random, report: Report) -> Report:
    addresses = _row(rng, report)
    printed = " ".join(report.cells[address].raw for address in addresses[:-1])
    cell = Cell(State.AMBIGUOUS, raw=printed, why="七栏只有六个数，分不清缺的是哪一栏")
    return _with(report, dict.fromkeys(addresses, cell))


def _glued(rng: Random, report: Report) -> Report:
    """A row printed without gaps and read with the help of APP-02: no figure changes."""
    addresses = _row(rng, report)
    printed = "".join(report.cells[address].raw for address in addresses)
    cells = {
        address: Cell(State.INFERRED, report.cells[address].value, printed, None, "数字连在一起", "APP-02")
        for address in addresses
        if report.cells[address].known  # another damage may have taken a figure of this row
    }
    return _with(report, cells, Note("glued_digits", "一行数字连在一起，借助勾稽关系分开。"))


def _without_unit(rng: Random, report: Report) -> Report:
    printed = f"{int(rng.random() * 9_000_000) + 1000}.52"
    cell = Cell(State.AMBIGUOUS, raw=printed, why="没有单位，分不清是元还是万元")
    return _with(report, {"art20_9.centralized_procurement.amount": cell})


def _in_force_zero(rng: Random, report: Report) -> Report:
    row = "art20_1.normative_documents"
    figures = {"issued": 5, "repealed": 0, "in_force": 0}
    return _with(report, {f"{row}.{column}": reported(Decimal(value)) for column, value in figures.items()})


def _negative(rng: Random, report: Report) -> Report:
    return _with(report, {_row(rng, report)[0]: reported(Decimal(-3))})


def _fraction(rng: Random, report: Report) -> Report:
    return _with(report, {_row(rng, report)[0]: reported(Decimal("2.5"))})


def _sixth_section_gone(rng: Random, report: Report) -> Report:
    kept = tuple(section for section in report.sections if section.number != 6)
    return dataclasses.replace(report, sections=kept)


def _fifth_section_gone(rng: Random, report: Report) -> Report:
    kept = tuple(section for section in report.sections if section.number != 5)
    return dataclasses.replace(report, sections=kept)


def _table_lost(rng: Random, report: Report) -> Report:
    lost = {address: MISSING for address in report.cells if address.startswith("disputes.")}
    return _with(report, lost, Note("table_lost", "没有读到表四，原文中可能是图片。"))


def _part_of_a_year(rng: Random, report: Report) -> Report:
    return dataclasses.replace(report, period=Period(date(report.year, 1, 1), date(report.year, 11, 30)))


DAMAGES = (
    Damage("row_total", "APP-02", FAILS, _row_total),
    Damage("brought_forward", "APP-01", FAILS, _brought_forward),
    Damage("outcome_twice", "APP-03", FAILS, _outcome_twice),
    Damage("dispute_total", "REV-01", FAILS, _dispute_total),
    Damage("blank_total", "CEL-05", FAILS, _blank_total),
    Damage("marks", "CEL-04", FAILS, _marks),
    Damage("rows_lost", "FMT-06", FAILS, _rows_lost),
    Damage("row_ambiguous", "CEL-08", UNASSESSABLE, _row_ambiguous),
    Damage("glued", "APP-02", HOLDS, _glued),
    Damage("without_unit", "ADB-06", FAILS, _without_unit, ("2019-60",)),
    Damage("in_force_zero", "AD-02", FAILS, _in_force_zero, ("2021-30",)),
    Damage("negative", "CEL-02", FAILS, _negative),
    Damage("fraction", "CEL-03", FAILS, _fraction),
    Damage("sixth_section_gone", "SEC-02", FAILS, _sixth_section_gone),
    Damage("fifth_section_gone", "SEC-01", FAILS, _fifth_section_gone),
    Damage("table_lost", "FMT-06", FAILS, _table_lost),
    Damage("part_of_a_year", "PUB-06", FAILS, _part_of_a_year),
)


def damages(rng: Random, form: str) -> tuple[Damage, ...]:
    """Return the damage of a report: none for half of them, one kind for most others, else two."""
    fitting = [damage for damage in DAMAGES if form in damage.forms]
    return tuple(rng.sample(fitting, pick(rng, (0, 0, 0, 0, 0, 1, 1, 1, 1, 2))))
