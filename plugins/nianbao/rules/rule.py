"""What a rule is, and what applying it to a report gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from nianbao.model import Report
from nianbao.rules.neighbours import Neighbours


class Verdict(StrEnum):
    """The result of one application; `NOT_ASSESSABLE` is never shown as "passed"."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_ASSESSABLE = "not_assessable"


class Severity(StrEnum):
    """How loud a failure is: never louder than the rule's source supports."""

    ERROR = "error"  # the report contradicts itself or the law
    WARNING = "warning"  # very likely wrong, lawful exceptions exist
    NOTICE = "notice"  # information for a reader


class Doubt(StrEnum):
    """Whose mistake a failure most likely is."""

    AUTHORITY = "authority"  # the report as printed
    READING = "reading"  # ours: a cell of it was inferred, repaired or could not be read for certain


class Words(NamedTuple):
    """Words of the prose that an outcome looked at.

    `section` is 1–6 (0: the lead), `block` counts the section's blocks from 0, `start` and `end` are offsets
    into the plain text of that block.
    """

    section: int
    block: int
    start: int
    end: int


class Suspect(NamedTuple):
    """The one cell whose change to `value` makes every identity hold that fails around it."""

    cell: str
    value: Decimal


class Outcome(NamedTuple):
    """One rule applied once: to one equation, one cell, one sentence or one report.

    `cells` are the addresses that it looked at and `words` the prose; `left` and `right` the two figures it
    compared, each in the unit that its side prints (charges: 万元 in the cells, maybe 元 in the prose), None
    where it compared none. `message` is one plain Chinese sentence for a citizen, `clerk` one for the clerk
    (which cell, what to write, on what basis; may be empty unless the outcome fails).
    """

    rule: str
    verdict: Verdict
    severity: Severity
    cells: tuple[str, ...]
    message: str
    left: Decimal | None = None
    right: Decimal | None = None
    words: tuple[Words, ...] = ()
    clerk: str = ""
    doubt: Doubt = Doubt.AUTHORITY
    suspect: Suspect | None = None

    @property
    def failed(self) -> bool:
        """Whether the rule was broken."""
        return self.verdict is Verdict.FAILS


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """All that a reader or a clerk needs to know of a rule, in Chinese.

    `formula` is in words or cell names, `reason` why it must hold, `cause` what usually breaks it, `fix`
    what the clerk does, `source` the form, clause or observation it rests on.
    """

    id: str
    title: str
    formula: str
    severity: Severity
    reason: str
    cause: str
    fix: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(RuleText):
    """A rule on one report. `check` yields an outcome for every place it applies to, elsewhere nothing."""

    check: Callable[[Report], Iterable[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRule(RuleText):
    """A rule on a report and those around it: other years, other copies, the level below.

    Of the report `check` uses the figures and what tells whose they are, never the prose: of that it
    knows what the `Record` of the report keeps (`Neighbours.own`).
    """

    check: Callable[[Report, Neighbours], Iterable[Outcome]]
