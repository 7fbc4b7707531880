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
_WITH_REASON = (State.AMBIGUOUS, State.INFERRED)
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
    """Return a note for each state other than reported, and for each reason of a doubt, in the table."""
    found: dict[tuple[State, str], list[_Found]] = {}
    for row in table.rows:
        for column in table.columns:
            cell = cells.get(table.address(row.id, column.id), NOT_READ)
            if cell.state is not State.REPORTED:
                reason = cell.why if cell.state in _WITH_REASON else ""
                found.setdefault((cell.state, reason), []).append((row, column, cell))
    ordered = sorted(found, key=lambda key: _STATES.index(key[0]))
    return tuple(_note(table, *key, found[key], cells) for key in ordered)


def _note(
    table: TableForm, state: State, reason: str, found: Sequence[_Found], cells: Mapping[str, Cell]
) -> TableNote:
    solved = implied(table, cells) if state is State.BLANK else {}
    rows: dict[str, list[_Found]] = {}
    for place in found:
        rows.setdefault(place[0].label, []).append(place)
    return TableNote(
        state=state.value,
        word=WORDS[state],
        count=len(found),
        explanation=f"{EXPLANATIONS[state]}：{reason}" if reason else EXPLANATIONS[state],
        places=_places({label: _columns(table, places, solved) for label, places in rows.items()}),
    )


def _places(columns: Mapping[str, str]) -> tuple[str, ...]:
    """Return each row with its columns; rows that tell the same are named together."""
    alike: dict[str, list[str]] = {}
    for label, told in columns.items():
        alike.setdefault(told, []).append(label)
    return tuple(f"{'、'.join(labels)}（{told}）" for told, labels in alike.items())


def _columns(table: TableForm, places: Sequence[_Found], solved: Mapping[str, Decimal]) -> str:
    """Return the columns of one row with what was printed there; a row alike all over is told as one."""
    told = [_hint(table, row, column, cell, solved) for row, column, cell in places]
    if len(places) == len(table.columns) and len(set(told)) == 1:
        return f"整行{told[0]}"
    return "、".join(column.label + hint for (_, column, _), hint in zip(places, told, strict=True))


def _hint(table: TableForm, row: Row, column: Column, cell: Cell, solved: Mapping[str, Decimal]) -> str:
    value = solved.get(table.address(row.id, column.id))
    if value is not None:
        return f"，按勾稽关系应为 {number(value)}"
    return f"，原文为“{cell.raw.strip()}”" if cell.state in _WITH_REASON and cell.raw.strip() else ""
