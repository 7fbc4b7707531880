"""How a report stands to each rule, and the counts of many: small enough to keep for ten thousand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from nianbao.render.levels import misread
from nianbao.rules.rule import Outcome, Verdict

FEWEST = 5
"""Reports below which a share says more about chance than about anything else, and is not given."""
TOO_FEW = "份数太少，不列比率"


class Standing(StrEnum):
    """How one report stands to one rule that applies to it somewhere."""

    HELD = "held"  # wherever the rule could be judged and nothing was left open
    FAILED = "failed"  # in at least one place
    EXPLAINED = "explained"  # failed, and every place is acknowledged
    UNKNOWN = "unknown"  # not failed, but in at least one place not assessable


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports stand in which way to one rule; together those it was applied to."""

    held: int = 0
    failed: int = 0
    explained: int = 0
    unknown: int = 0

    @property
    def applied(self) -> int:
        """The reports in which the rule looked at something."""
        return self.held + self.failed + self.explained + self.unknown

    @property
    def judged(self) -> int:
        """The reports that could be judged."""
        return self.applied - self.unknown

    @property
    def share(self) -> str:
        """The share of failed among judged reports, in words."""
        return share(self.failed, self.judged)


def standings(outcomes: Iterable[Outcome]) -> dict[str, Standing]:
    """Return how a report stands to each rule that gave an outcome.

    A rule that may be broken only in our reading could not be judged.
    """
    verdicts: dict[str, set[Verdict]] = {}
    for outcome in outcomes:
        ours = outcome.failed and misread(outcome)
        verdicts.setdefault(outcome.rule, set()).add(Verdict.NOT_ASSESSABLE if ours else outcome.verdict)
    return {rule: _standing(found) for rule, found in verdicts.items()}


def tally(found: Counter[Standing]) -> Tally:
    """Return the counts of standings as a tally."""
    return Tally(*(found[standing] for standing in Standing))


def share(part: int, whole: int) -> str:
    """Return a share with one decimal, or why there is none.

    >>> share(1, 8), share(2, 3), share(0, 0)
    ('12.5%', '份数太少，不列比率', '份数太少，不列比率')
    """
    if whole < FEWEST:
        return TOO_FEW
    return f"{(Decimal(100 * part) / whole).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def _standing(verdicts: set[Verdict]) -> Standing:
    if Verdict.FAILS in verdicts:
        return Standing.FAILED
    return Standing.UNKNOWN if Verdict.NOT_ASSESSABLE in verdicts else Standing.HELD
