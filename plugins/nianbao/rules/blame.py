"""Which cell is most likely wrong, whose mistake it may be, and what the clerk should do.

Every cell of 表三 stands in two or three identities, and no two cells in the same ones. So one wrong
figure breaks exactly its own identities, all by the same amount, and can be told from what is broken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.identities import LINES, WORDS, Line
from nianbao.rules.rule import Doubt, Outcome, RuleText, Suspect
from nianbao.rules.tables import number_without_unit, tables
from nianbao.rules.wording import CELL_PLACES, figure, total

_Key = tuple[str, tuple[str, ...]]  # identity and cells: what an outcome says of the equation it checked
_NAMED = 3  # cells that one sentence can name
# Notes of the reader that put the figures of a whole table, or of one line of it, in doubt.
_TABLE_NOTES = ("header-remnant", "rows-unclear", "table-cut")
_LINE_NOTES = ("table-joined", "grid-incomplete")
_TEXT_NOTES = ("table-cut", "lines-deduplicated")  # the text we have lacks something: nobody can say what


class _Equation(NamedTuple):
    """An equation and by how much its left side exceeds its right one."""

    key: _Key
    line: Line
    excess: Decimal


_EQUATIONS: Mapping[str, Mapping[_Key, Line]] = {
    form_id: {(identity, line.cells): line for identity, forms in LINES.items() for line in forms[form_id]}
    for form_id in FORMS
}


def _equations_of(form_id: str) -> dict[str, tuple[_Key, ...]]:
    found: dict[str, list[_Key]] = defaultdict(list)
    for key, line in _EQUATIONS[form_id].items():
        for cell in line.cells:
            found[cell].append(key)
    return {cell: tuple(keys) for cell, keys in found.items()}


_OF_CELL: Mapping[str, Mapping[str, tuple[_Key, ...]]] = {
    form_id: _equations_of(form_id) for form_id in FORMS
}


def repairs(report: Report) -> dict[_Key, Suspect]:
    """Return for each broken equation the one cell, with its value, that mends all those around it.

    Equations are around each other where they share cells. The change must leave a count a whole number
    of at least 0 and break no equation that holds. Where no cell does it, or several do, nobody is blamed.
    """
    checked = dict(_checked(report))
    broken = [equation for equation in checked.values() if equation.excess]
    found: dict[_Key, Suspect] = {}
    for group in _connected(broken):
        suspects = list(_suspects(report, group, checked))
        if len(suspects) == 1:
            found |= dict.fromkeys((equation.key for equation in group), suspects[0])
    return found


def _checked(report: Report) -> Iterator[tuple[_Key, _Equation]]:
    for key, line in _EQUATIONS.get(report.form, {}).items():
        left, right = total(report.cells, line.equation.left), total(report.cells, line.equation.right)
        if left is not None and right is not None:
            yield key, _Equation(key, line, left - right)


def _connected(broken: Iterable[_Equation]) -> list[list[_Equation]]:
    groups: list[list[_Equation]] = []
    for equation in broken:
        cells = set(equation.line.cells)
        near = [group for group in groups if any(not cells.isdisjoint(one.line.cells) for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append([equation, *(one for group in near for one in group)])
    return groups


def _suspects(report: Report, group: list[_Equation], checked: Mapping[_Key, _Equation]) -> Iterator[Suspect]:
    keys = {equation.key for equation in group}
    for cell in set.intersection(*(set(equation.line.cells) for equation in group)):
        if {key for key in _OF_CELL[report.form][cell] if key in checked} != keys:
            continue
        changes = {_change(equation, cell) for equation in group}
        value = (report.cells[cell].value or Decimal(0)) + min(changes)
        if len(changes) == 1 and value >= 0 and value == value.to_integral_value():
            yield Suspect(cell, value)


def _change(equation: _Equation, cell: str) -> Decimal:
    """Return what must be added to the cell to make the equation hold."""
    return -equation.excess if cell in equation.line.equation.left else equation.excess


def explained(
    report: Report, outcomes: Iterable[Outcome], rules: Mapping[str, RuleText]
) -> Iterator[Outcome]:
    """Yield the outcomes, the failed ones with suspect, doubt and the clerk's sentence.

    `rules` gives the rule of each outcome by its id. What a rule has said itself is kept.
    """
    found: dict[_Key, Suspect] | None = None
    for outcome in outcomes:
        if not outcome.failed:
            yield outcome
            continue
        if found is None and outcome.rule in LINES:
            found = repairs(report)
        suspect = outcome.suspect or (found or {}).get((outcome.rule, outcome.cells))
        doubt = Doubt.READING if _read_with_doubt(report, outcome) else outcome.doubt
        clerk = outcome.clerk or _clerk(report, outcome, suspect, rules[outcome.rule])
        yield outcome._replace(suspect=suspect, doubt=doubt, clerk=clerk)


def _read_with_doubt(report: Report, outcome: Outcome) -> bool:
    if outcome.left is None and any(note.code in _TEXT_NOTES for note in report.notes):
        return True
    cells = [report.cells[address] for address in outcome.cells]
    if any(cell.state in (State.INFERRED, State.AMBIGUOUS) for cell in cells):
        return not any(map(number_without_unit, cells)) or len(cells) > 1  # no unit is printed: ADB-06
    looked_at = {address.partition(".")[0] for address in outcome.cells}
    titles = [table.title for table in tables(report) if table.key[1] in looked_at]
    lines = {(cell.at.page, cell.at.line) for cell in cells if cell.at}
    return any(
        (note.code in _TABLE_NOTES and any(title in note.text for title in titles))
        or (note.code in _LINE_NOTES and note.at and (note.at.page, note.at.line) in lines)
        for note in report.notes
    )


def _clerk(report: Report, outcome: Outcome, suspect: Suspect | None, rule: RuleText) -> str:
    places = CELL_PLACES.get(report.form, {})
    line = _EQUATIONS.get(report.form, {}).get((outcome.rule, outcome.cells))
    if suspect:
        printed = report.cells[suspect.cell].value or Decimal(0)
        return (
            f"核对{places[suspect.cell]}：现填 {figure(printed)}，改为 {figure(suspect.value)} 后，"
            "它所在的行和栏的勾稽关系全都成立；请对照台账确认后更正。"
        )
    if line and outcome.left is not None and outcome.right is not None:
        return _either(line, places, outcome.left, outcome.right)
    if 0 < len(outcome.cells) <= _NAMED:
        return f"核对{'、'.join(places[address] for address in outcome.cells)}：{rule.fix}"
    return rule.fix


def _either(line: Line, places: Mapping[str, str], left: Decimal, right: Decimal) -> str:
    words = WORDS[line.equation.identity.id]
    check = f"核对{line.place}各格，{words.left}（{figure(left)}）应等于{words.right}（{figure(right)}）"
    if len(line.equation.right) > 1:
        return f"{check}，请按申请登记台账逐格核对。"
    return f"{check}；若各项无误，{places[line.equation.right[0]]}应填 {figure(left)}。"
