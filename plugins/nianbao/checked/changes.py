"""Which figures a change of the archive moves."""

from __future__ import annotations

from dataclasses import dataclass

from nianbao.cells import Cell
from nianbao.model import Report
from nianbao.render.figures import NOT_READ, WORDS, number
from nianbao.rules.wording import CELL_PLACES


@dataclass(frozen=True, slots=True)
class Change:
    """One cell whose figure differs: its place in words, what was there, what is there now."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One report that a change adds, removes or alters; `changes` is empty for the first two."""

    file: str
    name: str
    what: str
    changes: tuple[Change, ...] = ()


def changed_figures(before: Report, after: Report) -> tuple[Change, ...]:
    """Return the cells that differ in figure or state, in the form's order; of two forms, the newer's."""
    names = CELL_PLACES.get(after.form) or CELL_PLACES.get(before.form, {})
    return tuple(
        Change(name, _shown(before.cells.get(address)), _shown(after.cells.get(address)))
        for address, name in names.items()
        if _shown(before.cells.get(address)) != _shown(after.cells.get(address))
    )


def _shown(cell: Cell | None) -> str:
    cell = cell or NOT_READ
    return number(cell.value) if cell.value is not None else WORDS[cell.state]
