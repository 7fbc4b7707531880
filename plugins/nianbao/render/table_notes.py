"""The notes below a table: what is blank, lost, doubtful or inferred in it, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nianbao.cells import Cell, State
from nianbao.forms import Column, Row, TableForm
from nianbao.render.figures import EXPLANATIONS, NOT_READ, WORDS, number
from nianbao.render.implied import implied

# In the order in which they weigh on what a reader may conclude.
_STATES = (State.MISSING, State.AMBIGUOUS, State.INFERRED, State.BLANK, State.MARK)
_SINGLY = (State.AMBIGUOUS, State.INFERRED)
_Found = tuple[Row, Column, Cell]


@dataclass(frozen=True, slots=True)
class TableNote:
    """A note on cells in one state: its word, how many, what it means, and where they stand."""

    state: str
    word: str
    count: int
    explanation: str
    places: tuple[str, ...]


def table_notes(table: TableForm, cells: Mapping[str, Cell]) -> tuple[TableNote, ...]:
    """Return a note for each state other than reported that occurs in the table."""
    found: dict[State, list[_Found]] = {}
    for row in table.rows:
        for column in table.columns:
            cell = cells.get(table.address(row.id, column.id), NOT_READ)
            if cell.state is not State.REPORTED:
                found.setdefault(cell.state, []).append((row, column, cell))
    return tuple(_note(table, state, found[state], cells) for state in _STATES if state in found)


def _note(table: TableForm, state: State, found: Sequence[_Found], cells: Mapping[str, Cell]) -> TableNote:
    if state in _SINGLY:
        places = tuple(_single(row, column, cell) for row, column, cell in found)
    else:
        solved = implied(table, cells) if state is State.BLANK else {}
        places = _by_row(table, found, solved)
    return TableNote(state.value, WORDS[state], len(found), EXPLANATIONS[state], places)


def _single(row: Row, column: Column, cell: Cell) -> str:
    printed = f"，原文为“{cell.raw.strip()}”" if cell.raw.strip() else ""
    return f"{row.label} · {column.label}{printed}{f'：{cell.why}' if cell.why else ''}"


def _by_row(table: TableForm, found: Sequence[_Found], solved: Mapping[str, Decimal]) -> tuple[str, ...]:
    columns: dict[str, list[str]] = {}
    for row, column, _ in found:
        value = solved.get(table.address(row.id, column.id))
        hint = "" if value is None else f"，按勾稽关系应为 {number(value)}"
        columns.setdefault(row.label, []).append(column.label + hint)
    return tuple(
        f"{label}（{'、'.join(['整行'] if _entire(table, names) else names)}）"
        for label, names in columns.items()
    )


def _entire(table: TableForm, names: Sequence[str]) -> bool:
    return list(names) == [column.label for column in table.columns]
