"""How loud a broken rule is told, loudest first."""

from __future__ import annotations

from collections.abc import Iterable

from nianbao.rules.rule import Doubt, Outcome, Severity

LEVELS = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)


def misread(outcome: Outcome) -> bool:
    """Whether the mistake may be ours: a cell that was inferred, repaired or not read for certain."""
    return outcome.doubt is Doubt.READING


def level(outcome: Outcome) -> Severity:
    """Return how loud a broken rule is told: what may be our own misreading is never called an error."""
    quieter = misread(outcome) and outcome.severity is Severity.ERROR
    return Severity.WARNING if quieter else outcome.severity


def count(outcomes: Iterable[Outcome], *levels: Severity) -> int:
    """Return how many of the broken rules are told at one of these levels."""
    return sum(level(outcome) in levels for outcome in outcomes)
