"""What the rules found, as numbered sentences with links to the cells, and as marks on those cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.forms import FORMS
from nianbao.render.trail import Link
from nianbao.rules.rule import Doubt, Outcome, Severity

LEVELS = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
"""The loudest first."""

# The word and the symbol say what the colour says.
SYMBOLS = {Severity.ERROR: "✕", Severity.WARNING: "△", Severity.NOTICE: "○"}
WORDS = {Severity.ERROR: "不符", Severity.WARNING: "可疑", Severity.NOTICE: "提示"}

MISREAD = "可能是我们读错了：这里有一格是推得、修补或读不准的，请先看原文。"
"""What stands beside a finding that may be our own misreading."""

# An equation over a whole column looks at twenty cells: only its last one, the total, is outlined then.
_CELLS_OUTLINED = 4

_NAMES = {
    form.id: {
        table.address(row.id, column.id): f"{row.label} · {column.label}"
        for table in form.tables
        for row in table.rows
        for column in table.columns
    }
    for form in FORMS.values()
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule for a reader; `cells` are links to the outlined cells on the same page."""

    number: int
    severity: str
    symbol: str
    word: str
    message: str
    rule: str
    cells: tuple[Link, ...]
    table: str

    @property
    def id(self) -> str:
        """The fragment id of the sentence."""
        return f"finding-{self.number}"


class Mark(NamedTuple):
    """What a finding does to a cell: a class, and the finding to point at (None: only looked at)."""

    kind: str
    finding: Finding | None = None


def misread(outcome: Outcome) -> bool:
    """Whether the mistake may be ours: a cell that was inferred, repaired or not read for certain."""
    return outcome.doubt is Doubt.READING


def level(outcome: Outcome) -> Severity:
    """Return how loud a broken rule is told: what may be our own misreading is never called an error."""
    quieter = misread(outcome) and outcome.severity is Severity.ERROR
    return Severity.WARNING if quieter else outcome.severity


def findings(failed: Sequence[Outcome], form: str) -> tuple[Finding, ...]:
    """Return the broken rules, the loudest first, numbered from 1."""
    ordered = sorted(failed, key=lambda outcome: LEVELS.index(outcome.severity))
    names = _NAMES.get(form, {})
    return tuple(_finding(number, outcome, names) for number, outcome in enumerate(ordered, 1))


def marks(failed: Iterable[Outcome], found: Iterable[Finding]) -> dict[str, Mark]:
    """Return the mark of every cell a broken rule looked at; a louder finding wins."""
    result: dict[str, Mark] = {}
    outcomes = sorted(failed, key=lambda outcome: LEVELS.index(outcome.severity))
    for outcome, finding in zip(outcomes, found, strict=True):
        main = main_cells(outcome)
        for address in outcome.cells:
            mark = Mark(finding.severity, finding) if address in main else Mark("part")
            if address not in result or result[address].finding is None:
                result[address] = mark
    return result


def _finding(number: int, outcome: Outcome, names: Mapping[str, str]) -> Finding:
    main = main_cells(outcome)
    return Finding(
        number=number,
        severity=outcome.severity.value,
        symbol=SYMBOLS[outcome.severity],
        word=WORDS[outcome.severity],
        message=outcome.message,
        rule=outcome.rule,
        cells=tuple(Link(names[address], f"#{address}") for address in main if address in names),
        table=main[-1].partition(".")[0] if main else "",
    )


def main_cells(outcome: Outcome) -> tuple[str, ...]:
    """Return the cells to outline: all of a few, the last of many, which is the total."""
    return outcome.cells if len(outcome.cells) <= _CELLS_OUTLINED else outcome.cells[-1:]
