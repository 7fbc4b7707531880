"""What the prose of a report states in figures: facts, each with its words (spec §6)."""

from __future__ import annotations

from nianbao.facts.doubt import is_doubtful
from nianbao.facts.fact import Fact, Reach, Relation
from nianbao.facts.once import once_a_report
from nianbao.facts.read import read_facts
from nianbao.model import Report

__all__ = ["Fact", "Reach", "Relation", "facts_of", "is_doubtful"]


@once_a_report
def facts_of(report: Report) -> tuple[Fact, ...]:
    """Return every fact of lead and sections, in printed order."""
    return read_facts(report)
