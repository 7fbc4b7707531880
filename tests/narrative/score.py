"""What the rules on the prose made of generated reports, held against the truth."""

from collections.abc import Sequence
from typing import NamedTuple

from narrative.generate import Case, Planted, generate
from narrative.template import Source
from nianbao.rules import Outcome, Severity, check
from nianbao.rules.narrative_rows import NARRATIVE

LOUD = (Severity.ERROR, Severity.WARNING)


class Score(NamedTuple):
    """`planted` contradictions, those `lost`, clean reports read, and their `false` errors and warnings."""

    planted: int
    lost: tuple[Planted, ...]
    clean: int
    false: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Return the share of the contradictions that were found."""
        return 1 - len(self.lost) / self.planted

    def table(self) -> str:
        """Return the figures as two lines."""
        found = self.planted - len(self.lost)
        return (
            f"contradictions {found} of {self.planted}: recall {self.recall:.2%}\n"
            f"false errors and warnings in {self.clean} clean reports: {len(self.false)}"
        )


def _alarms(case: Case) -> list[Outcome]:
    failed = [outcome for outcome in check(case.report, NARRATIVE) if outcome.failed]
    return [outcome for outcome in failed if outcome.left is not None and outcome.left != outcome.right]


def found(planted: Planted, outcomes: Sequence[Outcome]) -> bool:
    """Return whether an outcome names both figures, loudly enough for what was planted."""
    return any(
        outcome.left == planted.left
        and outcome.right == planted.right
        and (outcome.severity in LOUD or not planted.loud)
        for outcome in outcomes
    )


def measure(count: int, seed: int, source: Source) -> Score:
    """Judge `count` reports with a contradiction and `count` without."""
    seeds = range(seed * 1_000_000, seed * 1_000_000 + count)
    planted = [case for each in seeds if (case := generate(each, source, False))]
    clean = [case for each in seeds if (case := generate(each, source, True))]
    lost = [case.planted for case in planted if case.planted and not found(case.planted, _alarms(case))]
    false = [
        f"{outcome.rule} {outcome.left} against {outcome.right}: {outcome.message}"
        for case in clean
        for outcome in _alarms(case)
        if outcome.severity in LOUD
    ]
    return Score(len(planted), tuple(lost), len(clean), tuple(false))
