"""方法: the table of rules, generated from the rules themselves, and the states of a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nianbao.cells import State
from nianbao.render.figures import EXPLANATIONS, WORDS
from nianbao.render.findings import SYMBOLS
from nianbao.render.findings import WORDS as SEVERITY_WORDS
from nianbao.rules import RULES
from nianbao.rules.rule import RuleText


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with the symbol and the word of its severity."""

    rule: RuleText
    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """Everything `method.html` adds to the hand-written page; `states` are (id, word, meaning)."""

    states: tuple[tuple[str, str, str], ...]
    rules: tuple[RuleView, ...]


def method_view(rules: Sequence[RuleText] = RULES) -> MethodView:
    """Return the states of a cell and all rules, in the rules' own order."""
    return MethodView(
        states=tuple((state.value, WORDS[state], EXPLANATIONS[state]) for state in State if state in WORDS),
        rules=tuple(RuleView(rule, SYMBOLS[rule.severity], SEVERITY_WORDS[rule.severity]) for rule in rules),
    )
