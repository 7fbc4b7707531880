"""Figures of the prose that may not count what their cells do: what is said of them, and what is not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from nianbao.facts import Fact, Relation, facts_of, is_doubtful, kinds
from nianbao.facts.once import once_a_report
from nianbao.facts.outcomes import OUTCOME_KINDS
from nianbao.model import Report
from nianbao.rules.narrative_cells import meanings
from nianbao.rules.narrative_quote import quote
from nianbao.rules.narrative_stated import compare, in_unit, stated
from nianbao.rules.rule import Outcome, Severity, Verdict

_NEW_ALONE = re.compile(r"新收|新增|当年收")  # beside 上年结转
_FINISHED = re.compile(r"办结|答复|办理")
_COMING_IN = frozenset((kinds.RECEIVED, kinds.INCOMING, kinds.HANDLED))


def doubted(made: Outcome, report: Report, fact: Fact) -> Outcome:
    """Say of a figure in words not wholly known that it may count less; where the whole is told, it does."""
    part = made.right is not None and 0 < in_unit(fact).value < made.right
    if part and fact.kind in _told_without_doubt(report):
        message = f"正文{quote(report, fact)}可能只是其中一部分，不与表格比较。"
        return made._replace(verdict=Verdict.NOT_ASSESSABLE, message=message, clerk="")
    message = f"{made.message[:-1]}；正文统计的也可能不是同一范围。"
    return made._replace(severity=Severity.NOTICE, message=message)


@once_a_report
def _told_without_doubt(report: Report) -> frozenset[str]:
    """Return the kinds whose figure in the table a sentence tells in words that are wholly known."""
    told = stated(report, lambda fact: not is_doubtful(fact, report))
    return frozenset(fact.kind for fact, meant in told if compare(report, fact, meant).fits)


@once_a_report
def told_rightly(report: Report) -> frozenset[str]:
    """Return the kinds whose figure in the table the prose tells too, of whomever it says it is."""
    return frozenset(
        fact.kind
        for fact in facts_of(report)
        if fact.relation is Relation.THIS_YEAR
        and (meant := meanings(report.form, fact.kind))
        and compare(report, fact, meant).fits
    )


def is_part_of_sum(report: Report, fact: Fact) -> bool:
    """Return whether a figure is a part of a sum that fits.

    办公室收到 4 件、各部门收到 5 件，合计 9 件: the sentence itself goes on to the figure of the table.
    """
    return not _NEW_ALONE.search(fact.clause) and any(
        each.value > fact.value
        and (each.kind == fact.kind or {each.kind, fact.kind} <= _COMING_IN)
        and compare(report, each, meanings(report.form, fact.kind)).fits
        for each in of_sentence(report, fact)
    )


def adds_up(report: Report, fact: Fact) -> bool:
    """Return whether it makes the figure of the table with others of its sentence, which adds up nothing."""
    sentence, meant = of_sentence(report, fact), meanings(report.form, fact.kind)
    return any(
        len(parts) > 1 and bool(compare(report, fact._replace(value=_sum(parts)), meant).fits)
        for parts in (_alike(sentence, fact), *_with_the_rest(sentence, fact))
    )


def _sum(parts: Sequence[Fact]) -> Decimal:
    return sum((each.value for each in parts), Decimal(0))


def _alike(sentence: Sequence[Fact], fact: Fact) -> Sequence[Fact]:
    """政府收到 3 件，部门收到 5 件: the figures of the sentence that count the same."""
    return [each for each in sentence if (each.kind, each.relation) == (fact.kind, fact.relation)]


def _with_the_rest(sentence: Sequence[Fact], fact: Fact) -> Iterator[Sequence[Fact]]:
    """答复 7 件，不予处理 4 件; 办结 8 件，办结上年结转 2 件; 撤回 9 件，答复 8 件: all that was finished."""
    if fact.kind != kinds.PROCESSED:
        return
    later = (each for each in sentence if each.start > fact.start)
    behind = list(takewhile(lambda each: "其中" not in each.clause, later))
    brought = [each for each in behind if each.kind == kinds.BROUGHT and _FINISHED.search(each.clause)]
    outcomes = [each for each in behind if each.kind in OUTCOME_KINDS]
    aside = [each for each in sentence if each.kind == kinds.ASIDE]
    yield (fact, *(brought or outcomes), *aside)
    yield from ((fact, each) for each in aside)


def of_sentence(report: Report, fact: Fact) -> Sequence[Fact]:
    """Return the facts of the sentence of one; all of a report are in printed order."""
    facts, place = facts_of(report), _sentence_of(fact)
    return facts[bisect_left(facts, place, key=_sentence_of) : bisect_right(facts, place, key=_sentence_of)]


def _sentence_of(fact: Fact) -> tuple[int, int, int]:
    return fact.section, fact.block, fact.sentence
