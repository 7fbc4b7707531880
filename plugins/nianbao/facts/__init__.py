"""What the prose of a report states in figures: facts, each with its words (spec §6)."""

from __future__ import annotations

from nianbao.facts.fact import Fact, Reach, Relation
from nianbao.facts.read import read_facts
from nianbao.model import Report

__all__ = ["Fact", "Reach", "Relation", "facts_of"]

_last: list[tuple[Report, tuple[Fact, ...]]] = []


def facts_of(report: Report) -> tuple[Fact, ...]:
    """Return every fact of lead and sections, in printed order.

    The facts of the last report are kept: a dozen rules ask for them one after the other, and reading
    them anew each time would be most of the cost of checking an archive.
    """
    if not _last or _last[0][0] is not report:
        _last[:] = [(report, read_facts(report))]
    return _last[0][1]
