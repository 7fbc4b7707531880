"""Human corrections of our reading: small files beside the archive, applied last, shown on the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from nianbao.archive.front_matter import Mapping, parse_yaml
from nianbao.archive.paths import notes_path
from nianbao.cells import Cell, State
from nianbao.errors import ContentError
from nianbao.model import Note, Report

# What a person may write instead of a figure.
_STATES = (State.BLANK, State.MISSING, State.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell read wrongly: what we read (`before`), what the original says (`after`), and who says so.

    `before` and `after` are a figure in plain digits, in the unit of the form's column, or a state
    (`blank`, `missing`, `ambiguous`); `at` is file and line for errors.
    """

    cell: str
    before: str
    after: str
    why: str
    who: str
    when: date
    at: str


def corrections_path(report_path: str) -> str:
    """Return where the corrections of a report lie, relative to `content/`.

    >>> corrections_path("reports/14/141002-yaoduqu/2020.md")
    'corrections/14/141002-yaoduqu/2020.yml'
    """
    return notes_path("corrections", report_path)


def parse_corrections(text: str, where: str) -> tuple[Correction, ...]:
    """Return the corrections in a file; `ContentError` names file and line of what is wrong in it."""
    head = parse_yaml(text, where)
    found = tuple(_correction(node) for node in head.mappings("corrections"))
    head.finish()
    cells = [correction.cell for correction in found]
    twice = next((entry for entry in found if cells.count(entry.cell) > 1), None)
    if twice:
        raise ContentError(twice.at, f"{twice.cell} is corrected twice")
    return found


def apply_corrections(report: Report, corrections: tuple[Correction, ...]) -> Report:
    """Return the report with its corrections, each with a note.

    Raises `ContentError` where a correction names no cell of the report's form, or where the cell no
    longer reads as the correction says: then somebody has to look again.
    """
    cells = dict(report.cells)
    for correction in corrections:
        cell = cells.get(correction.cell)
        if cell is None:
            raise ContentError(
                correction.at, f"{correction.cell} is no cell of form {report.form or 'none'!r}"
            )
        if _shown(cell) != correction.before:
            raise ContentError(
                correction.at,
                f"{correction.cell} now reads {_shown(cell)}, not {correction.before}: look at the original "
                "again, then change or remove this correction",
            )
        cells[correction.cell] = _corrected(cell, correction)
    notes = tuple(_note(correction, cells[correction.cell]) for correction in corrections)
    return replace(report, cells=cells, notes=(*report.notes, *notes))


def _correction(node: Mapping) -> Correction:
    when = node.day("when")
    correction = Correction(
        cell=node.text("cell"),
        before=_value(node, "from"),
        after=_value(node, "to"),
        why=node.text("why"),
        who=node.text("who"),
        when=when or date.min,
        at=f"{node.where}:{node.line}",
    )
    node.finish()
    if when is None or not correction.why.strip() or not correction.who.strip():
        raise ContentError(correction.at, "a correction says why, who and when")
    return correction


def _value(node: Mapping, key: str) -> str:
    text = node.text(key)
    digits = text.removeprefix("-").replace(".", "", 1)
    if text not in _STATES and not (digits.isascii() and digits.isdigit()):
        raise node.error(key, f"found {text!r}, expected a figure such as 18 or one of {', '.join(_STATES)}")
    return text


def _shown(cell: Cell) -> str:
    return f"{cell.value:f}" if cell.value is not None else str(cell.state)


def _corrected(cell: Cell, correction: Correction) -> Cell:
    why = f"人工更正：原读作 {correction.before}。{correction.why}（{correction.who}，{correction.when}）"
    if correction.after in _STATES:
        return cell._replace(state=State(correction.after), value=None, why=why, by="")
    return cell._replace(state=State.REPORTED, value=Decimal(correction.after), why=why, by="")


def _note(correction: Correction, cell: Cell) -> Note:
    text = (
        f"人工更正：{correction.cell} 由 {correction.before} 改为 {correction.after}。"
        f"{correction.why}（{correction.who}，{correction.when}）"
    )
    return Note("corrected", text, cell.at)
