"""What a percentage about applications is the share or the rate of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import FINISHED_RATE, ON_TIME_RATE
from nianbao.facts.outcomes import OUTCOME_KINDS, part_kinds
from nianbao.facts.phrase import Phrase

_RATE = re.compile(r"(?:办结|答复|回复|办理|处理)率")
_IN_TIME = re.compile(r"按时|按期|依法|法定|及时|限期|到期")


def rate_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return the kind of a percentage: a rate, the share of an outcome, or that of the figure before it.

    `said` are the kinds that the sentence has stated before it.
    """
    found = _RATE.search(phrase.before)
    if found:
        return (ON_TIME_RATE if _IN_TIME.search(phrase.before, 0, found.start()) else FINISHED_RATE,)
    if not re.search(r"占(?:比|[^，；]{0,12})?(?:约|为|达)?$", phrase.clause):
        return ()
    if parts := part_kinds(phrase):  # 予以公开占 75 %
        return tuple(f"share.{kind}" for kind in parts if kind in OUTCOME_KINDS)
    counted = said[-1] if said else ""  # 予以公开 3 件，占 75 %; 自然人 9 件，占 60 %
    told = counted in OUTCOME_KINDS or counted.startswith("applicant.")
    return (f"share.{counted}",) if told else ()
