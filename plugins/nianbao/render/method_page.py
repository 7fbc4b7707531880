"""方法: the table of rules with the proof of each, and the states of a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nianbao.cells import State
from nianbao.render.figures import EXPLANATIONS, WORDS
from nianbao.render.findings import SYMBOLS
from nianbao.render.findings import WORDS as SEVERITY_WORDS
from nianbao.render.quality import Quality
from nianbao.render.quality_page import rule_path
from nianbao.render.standing import Tally
from nianbao.render.trail import url_of
from nianbao.rules import RULES
from nianbao.rules.rule import RuleText


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with the symbol and the word of its severity, and how the reports stand to it.

    `proof` is the URL path of the page that lists the reports which break it.
    """

    rule: RuleText
    symbol: str
    word: str
    tally: Tally
    proof: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """Everything `method.html` adds to the hand-written page; `states` are (id, word, meaning)."""

    states: tuple[tuple[str, str, str], ...]
    rules: tuple[RuleView, ...]


def method_view(found: Quality, rules: Sequence[RuleText] = RULES) -> MethodView:
    """Return the states of a cell and all rules, in the rules' own order."""
    return MethodView(
        states=tuple((state.value, WORDS[state], EXPLANATIONS[state]) for state in State if state in WORDS),
        rules=tuple(_rule(rule, found) for rule in rules),
    )


def _rule(rule: RuleText, found: Quality) -> RuleView:
    return RuleView(
        rule=rule,
        symbol=SYMBOLS[rule.severity],
        word=SEVERITY_WORDS[rule.severity],
        tally=found.of_rule(rule.id),
        proof=url_of(rule_path(rule.id)),
    )
