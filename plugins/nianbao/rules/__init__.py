"""What the figures of a report say about themselves: the rules, and applying them."""

from __future__ import annotations

from nianbao.model import Report
from nianbao.rules.applications import APPLICATIONS
from nianbao.rules.blanks import BLANKS
from nianbao.rules.cells import CELLS
from nianbao.rules.form import FORM
from nianbao.rules.identities import identity_rules
from nianbao.rules.proactive import PROACTIVE
from nianbao.rules.proactive_2019 import PROACTIVE_2019
from nianbao.rules.rule import Doubt, Outcome, Rule, Severity, Suspect, Verdict, Words

__all__ = ["RULES", "Doubt", "Outcome", "Rule", "Severity", "Suspect", "Verdict", "Words", "check"]

RULES: tuple[Rule, ...] = (  # as a reader meets them: the whole report, any cell, then table by table
    *FORM,
    *CELLS,
    *BLANKS,
    *PROACTIVE,
    *PROACTIVE_2019,
    *identity_rules("applications"),
    *APPLICATIONS,
    *identity_rules("disputes"),
)


def check(report: Report, rules: tuple[Rule, ...] = RULES) -> tuple[Outcome, ...]:
    """Return every outcome of every rule on this report, in the order of the rules.

    `report.cells` must hold all cells of its form; a report without a form is judged by its sections alone.
    """
    return tuple(outcome for rule in rules for outcome in rule.check(report))
