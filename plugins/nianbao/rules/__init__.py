"""What the figures of a report say about themselves: the rules, and applying them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from nianbao.model import Report
from nianbao.rules.applications import APPLICATIONS
from nianbao.rules.blame import explained
from nianbao.rules.blanks import BLANKS
from nianbao.rules.bodies import BODIES
from nianbao.rules.carried import CARRIED
from nianbao.rules.cells import CELLS
from nianbao.rules.copies import COPIES
from nianbao.rules.disputes import DISPUTES
from nianbao.rules.editions import EDITIONS
from nianbao.rules.form import FORM
from nianbao.rules.gaps import GAPS
from nianbao.rules.identities import identity_rules
from nianbao.rules.jumps import JUMPS
from nianbao.rules.members import MEMBERS
from nianbao.rules.names import NAMES
from nianbao.rules.narrative_rows import NARRATIVE
from nianbao.rules.neighbours import Neighbours, Survey
from nianbao.rules.originals import ORIGINALS
from nianbao.rules.outcomes import OUTCOMES
from nianbao.rules.printed import PRINTED
from nianbao.rules.proactive import PROACTIVE
from nianbao.rules.proactive_2019 import PROACTIVE_2019
from nianbao.rules.publication import PUBLICATION
from nianbao.rules.records import Record, record
from nianbao.rules.rule import Doubt, Outcome, Rule, SeriesRule, Severity, Suspect, Verdict, Words
from nianbao.rules.sections import SECTIONS
from nianbao.rules.stocks import STOCKS

__all__ = [
    "BY_ID",
    "OF_TABLES",
    "RULES",
    "Doubt",
    "Neighbours",
    "Outcome",
    "Record",
    "Rule",
    "SeriesRule",
    "Severity",
    "Survey",
    "Suspect",
    "Verdict",
    "Words",
    "check",
    "check_all",
    "check_series",
    "record",
]

OF_TABLES: tuple[Rule | SeriesRule, ...] = (
    *CELLS,
    *BLANKS,
    *PRINTED,
    *PROACTIVE,
    *PROACTIVE_2019,
    *identity_rules("applications"),
    *APPLICATIONS,
    *OUTCOMES,
    *identity_rules("disputes"),
    *DISPUTES,
)
"""The rules on the tables; where `check` applies them to one report, none asks for its year."""

RULES: tuple[Rule | SeriesRule, ...] = (  # as a reader meets them: report, any cell, tables, years
    *EDITIONS,
    *FORM,
    *SECTIONS,
    *PUBLICATION,
    *BODIES,
    *NAMES,
    *ORIGINALS,
    *OF_TABLES,
    *CARRIED,
    *STOCKS,
    *JUMPS,
    *COPIES,
    *MEMBERS,
    *GAPS,
    *NARRATIVE,
)

BY_ID: Mapping[str, Rule | SeriesRule] = {rule.id: rule for rule in RULES}


def check(report: Report, rules: Collection[Rule | SeriesRule] = RULES) -> tuple[Outcome, ...]:
    """Return every outcome of every rule that needs no other report, in the order of the rules.

    `report` is whole, with its prose; `report.cells` must hold all cells of its form. A report without a
    form is judged by its sections alone.
    """
    outcomes = (outcome for rule in rules if isinstance(rule, Rule) for outcome in rule.check(report))
    return tuple(explained(report, outcomes, BY_ID))


def check_series(
    report: Report, neighbours: Neighbours, rules: Collection[Rule | SeriesRule] = RULES
) -> tuple[Outcome, ...]:
    """Return every outcome of every rule on a report and its neighbours; the report may lack its prose."""
    series = (rule for rule in rules if isinstance(rule, SeriesRule))
    outcomes = (outcome for rule in series for outcome in rule.check(report, neighbours))
    return tuple(explained(report, outcomes, BY_ID))


def check_all(reports: Collection[Report]) -> Iterator[tuple[Report, tuple[Outcome, ...]]]:
    """Yield each report with the outcomes of all rules.

    `reports` is walked through twice, first for the few figures that other reports are compared with: a
    collection that loads each report when it is asked for it keeps memory flat.
    """
    survey = Survey(map(record, reports))
    for report, own in zip(reports, survey, strict=True):
        yield report, (*check(report), *check_series(report, survey.neighbours(own)))
