"""What the rules found, as numbered sentences with links to the cells, and as marks on those cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.forms import FORMS
from nianbao.render.trail import Link
from nianbao.rules.rule import Outcome, Severity

# Loudest first; the word and the symbol say what the colour says.
_LOUDNESS = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
SYMBOLS = {Severity.ERROR: "✕", Severity.WARNING: "△", Severity.NOTICE: "○"}
WORDS = {Severity.ERROR: "不符", Severity.WARNING: "可疑", Severity.NOTICE: "提示"}

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


def findings(failed: Sequence[Outcome], form: str) -> tuple[Finding, ...]:
    """Return the broken rules, the loudest first, numbered from 1."""
    ordered = sorted(failed, key=lambda outcome: _LOUDNESS.index(outcome.severity))
    names = _NAMES.get(form, {})
    return tuple(_finding(number, outcome, names) for number, outcome in enumerate(ordered, 1))


def marks(failed: Iterable[Outcome], found: Iterable[Finding]) -> dict[str, Mark]:
    """Return the mark of every cell a broken rule looked at; a louder finding wins."""
    result: dict[str, Mark] = {}
    outcomes = sorted(failed, key=lambda outcome: _LOUDNESS.index(outcome.severity))
    for outcome, finding in zip(outcomes, found, strict=True):
        outlined = _outlined(outcome)
        for address in outcome.cells:
            mark = Mark(finding.severity, finding) if address in outlined else Mark("part")
            if address not in result or result[address].finding is None:
                result[address] = mark
    return result


def _finding(number: int, outcome: Outcome, names: Mapping[str, str]) -> Finding:
    outlined = _outlined(outcome)
    return Finding(
        number=number,
        severity=outcome.severity.value,
        symbol=SYMBOLS[outcome.severity],
        word=WORDS[outcome.severity],
        message=outcome.message,
        rule=outcome.rule,
        cells=tuple(Link(names[address], f"#{address}") for address in outlined if address in names),
        table=outlined[-1].partition(".")[0] if outlined else "",
    )


def _outlined(outcome: Outcome) -> tuple[str, ...]:
    return outcome.cells if len(outcome.cells) <= _CELLS_OUTLINED else outcome.cells[-1:]
