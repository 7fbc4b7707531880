"""What a sum is of that stands behind figures of applications: 新收 9 件，上年结转 1 件，共 10 件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import BROUGHT, INCOMING, PROCESSED, RECEIVED
from nianbao.facts.outcomes import OUTCOME_KINDS

_SUM = re.compile(
    r"^(?:[，；、。]|本年度?|全年|今年)*(?:两项|二者|两者)?(?:共计?|合计|总计|累计|总共|总数|应(?=办))(?:为|有|需|应)?"
    r"(?:办理)?(?:政府信息公开)?(?:申请)?"
)


def is_sum(clause: str) -> bool:
    """Return whether the clause before a figure says nothing but that it is a sum."""
    return bool(_SUM.fullmatch(clause))


def sum_kinds(said: Sequence[str], before: str) -> tuple[str, ...]:
    """Return the kind of a sum behind the kinds that its sentence has `said`, or nothing where it is open.

    What brackets `before` it tell of the last one is none of its parts: 其他处理 5 件（其中…），共…

    They are what was received and brought forward, both kinds of applicants, or most of the outcomes.
    """
    if _CLOSED.search(before):
        said = [kind for kind in said if "." not in kind] or said
    if {*said[-2:]} == {BROUGHT, RECEIVED}:
        return (INCOMING,)
    if {*said[-2:]} == {"applicant.natural_person", "applicant.organisations"}:
        return (RECEIVED,)
    outcomes = {kind for kind in said if kind in _GROUPS}
    return (PROCESSED,) if said[-1] in _GROUPS and len(outcomes) >= _MOST_GROUPS else ()


_CLOSED = re.compile("）[，；]?$")
_GROUPS = frozenset(kind for kind in OUTCOME_KINDS if "." not in kind)
_MOST_GROUPS = 4
