"""What a percentage about applications is the share or the rate of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import (
    FINISHED_RATE,
    FLOW_WORDS,
    ON_TIME_RATE,
    OPENED,
    OUTCOME_WORDS,
    PROCESSED,
    RECEIVED,
)
from nianbao.facts.outcomes import OUTCOME_KINDS, part_kinds
from nianbao.facts.phrase import Phrase

_RATE = re.compile(r"(?:办结|答复|回复|办理|处理)率")
_ALL = re.compile("总|全部|申请|件数|数量|的")
_TOGETHER = re.compile("合计|两[类项者]|二者|[一总]共")
_IN_TIME = re.compile(r"按时|按期|依法|法定|及时|限期|到期")


def rate_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return the kind of a percentage: a rate, the share of an outcome, or that of the figure before it.

    `said` are the kinds that the sentence has stated before it.
    """
    found = _RATE.search(phrase.before)
    if found:
        return (ON_TIME_RATE if _IN_TIME.search(phrase.before, 0, found.start()) else FINISHED_RATE,)
    if "分别占" in phrase.prefix or not re.search(r"占(?:比|[^，；]{0,12})?(?:约|为|达)?$", phrase.clause):
        return ()
    if _TOGETHER.search(phrase.clause):  # 予以公开 3 件，部分公开 1 件，合计占 75 %
        return (f"share.{OPENED}",) if {*said[-2:]} == {"granted", "partially_granted"} else ()
    base = _base(phrase.clause)
    if not base and (parts := part_kinds(phrase)):  # 予以公开占 75 %
        return tuple(f"share.{kind}" for kind in parts if kind in OUTCOME_KINDS)
    named = {each.kind for each in OUTCOME_WORDS.find(phrase.clause.rpartition("占")[0])}
    if len(named) == 1:  # 无法提供的申请占办结总数的 75 %
        return (f"share.{named.pop()}{base}",)
    if "其中" in phrase.prefix and len(said) > 1 and said[-1].partition(".")[0] in said[:-1]:
        base = base or f"/{said[-1].partition('.')[0]}"  # 不予处理 7 件，其中重复申请 2 件，占 28.6 %
    counted = said[-1] if said else ""  # 予以公开 3 件，占 75 %; 自然人 9 件，占 60 %
    told = counted in OUTCOME_KINDS or counted.startswith("applicant.")
    return (f"share.{counted}{base}",) if told else ()


def _base(clause: str) -> str:
    """Return what the share is of, as it is told: 占不予公开总数的 75 %, 占新收的 60 %."""
    of = clause.rpartition("占")[2]
    groups = {each.kind for each in OUTCOME_WORDS.find(of) if "." not in each.kind}
    if len(groups) == 1 and _ALL.search(of):
        return f"/{groups.pop()}"
    flows = {each.kind for each in FLOW_WORDS.find(of)} & {RECEIVED, PROCESSED}
    return f"/{flows.pop()}" if len(flows) == 1 and _ALL.search(of) else ""
