"""A broken rule at its place in a file, and all that was found in one file."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nianbao.acknowledgements import Acknowledgement, Sorted, block_of, quoted
from nianbao.archive.lines import MarkdownLines
from nianbao.cells import Place
from nianbao.errors import NianbaoError
from nianbao.model import Report, Scope
from nianbao.render.findings import main_cells
from nianbao.render.levels import LEVELS, level
from nianbao.rules import Outcome, Severity, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A broken rule in a file. `level` is its loudness; `at` its place in the original.

    `line` is the line of the checked file itself, 0 where it has none (a PDF, a Word file). `quotes` are
    the words of the prose that it marks. `fingerprint` stays the same when text moves or when the figures
    of a table change.
    """

    outcome: Outcome
    level: Severity
    at: Place | None
    line: int
    quotes: tuple[str, ...]
    fingerprint: str
    acknowledged: Acknowledgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One file after checking. `report` is without sections and cells; None where `error` says why.

    `findings` are the worst first, explained ones last; `unassessed` the applications that could not be
    judged; `problems` the acknowledgements that fit nothing.
    """

    file: str
    report: Report | None = None
    findings: tuple[Finding, ...] = ()
    unassessed: tuple[Outcome, ...] = ()
    held: int = 0
    problems: tuple[NianbaoError, ...] = ()
    error: str = ""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has explained."""
        return tuple(finding for finding in self.findings if not finding.acknowledged)

    @property
    def worst(self) -> int:
        """How far down `LEVELS` the loudest open finding stands, -1 for a file that could not be read."""
        if self.error or self.problems:
            return -1
        return min((LEVELS.index(finding.level) for finding in self.open), default=len(LEVELS))

    @property
    def name(self) -> str:
        """Authority and year in words."""
        if self.report is None:
            return ""
        scope = "" if self.report.scope is Scope.OWN else "（汇总）"
        return f"{self.report.authority.name} {self.report.year} 年{scope}"


def checked(
    file: str, report: Report, outcomes: Sequence[Outcome], lines: MarkdownLines | None, done: Sorted
) -> Checked:
    """Return what was found in a file; `done` holds the broken rules among `outcomes`, sorted out.

    `report` must be whole. `lines` are those of its Markdown, None for an original: there the places in
    the original are lines of the file, if it is a text.
    """
    loudest_first = sorted(done.open, key=lambda outcome: LEVELS.index(level(outcome)))
    told = (*((outcome, None) for outcome in loudest_first), *done.explained)
    seen: Counter[str] = Counter()
    return Checked(
        file=file,
        report=replace(report, lead=(), sections=(), cells={}, notes=()),
        findings=tuple(_finding(report, *pair, lines, seen) for pair in told),
        unassessed=tuple(outcome for outcome in outcomes if outcome.verdict is Verdict.NOT_ASSESSABLE),
        held=sum(outcome.verdict is Verdict.HOLDS for outcome in outcomes),
        problems=done.problems,
    )


def _finding(
    report: Report,
    outcome: Outcome,
    acknowledged: Acknowledgement | None,
    lines: MarkdownLines | None,
    seen: Counter[str],
) -> Finding:
    at = _place(report, outcome)
    quotes = tuple(quoted(report, words) for words in outcome.words)
    key = _key(report, outcome, quotes)
    seen[key] += 1
    if lines:
        line = _line(lines, outcome)
    else:
        line = at.line if at and report.source.media_type == "text/plain" else 0
    return Finding(
        outcome=outcome,
        level=level(outcome),
        at=at,
        line=line,
        quotes=quotes,
        fingerprint=hashlib.sha256(f"{key}/{seen[key]}".encode()).hexdigest()[:32],
        acknowledged=acknowledged,
    )


def _key(report: Report, outcome: Outcome, quotes: Iterable[str]) -> str:
    authority = report.authority.id or report.authority.name
    whole = (authority, str(report.year), str(report.scope), outcome.rule, *outcome.cells, *quotes)
    return "\0".join(whole)


def _place(report: Report, outcome: Outcome) -> Place | None:
    """Return the place in the original of the first outlined cell that has one, else of the first words."""
    cells = (report.cells.get(address) for address in main_cells(outcome))
    blocks = (block_of(report, words) for words in outcome.words)
    return next((found.at for found in (*cells, *blocks) if found and found.at), None)


def _line(lines: MarkdownLines, outcome: Outcome) -> int:
    """Return the line of the first outlined cell, else of the first words, else the file's first."""
    found = [lines.cells[address] for address in main_cells(outcome) if address in lines.cells]
    found += [
        lines.blocks[words.section, words.block]
        for words in outcome.words
        if (words.section, words.block) in lines.blocks
    ]
    return found[0] if found else 1
