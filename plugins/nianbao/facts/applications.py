"""Which figure about applications a phrase states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.flows import flow_kinds
from nianbao.facts.inside import inside
from nianbao.facts.kinds import FLOW_WORDS, OUTCOME_WORDS
from nianbao.facts.numbers import CASE_UNITS
from nianbao.facts.others import own_or_other_kinds
from nianbao.facts.outcomes import part_kinds
from nianbao.facts.phrase import Phrase
from nianbao.facts.rates import rate_kinds
from nianbao.facts.stocks import stock_kinds


def application_kinds(phrase: Phrase, said: Sequence[str], year: int) -> tuple[str, ...]:
    """Return the kinds of a figure about applications; none where it may mean something else.

    `said` are the kinds that the sentence has stated before it.
    """
    if phrase.quantity.unit == "%":
        return rate_kinds(phrase, said)
    if phrase.quantity.unit not in CASE_UNITS or _of_documents(phrase, said) or _THOSE.search(phrase.prefix):
        return ()
    if phrase.quantity.unit in ("个", "项") and phrase.after and not _CASES.match(phrase.after):
        return ()
    if _SAME.fullmatch(phrase.before):
        if said and said[-1].startswith("share."):
            return (said[-1].removeprefix("share."),)
        if rate := _RATE_OF.search(phrase.prefix):
            return tuple(each.kind for each in OUTCOME_WORDS.find(rate["row"]))
    found = part_kinds(phrase) or own_or_other_kinds(phrase, said) or stock_kinds(phrase, said, year)
    return inside(phrase, found or flow_kinds(phrase, said), said)


# 企业的申请多围绕工程建设。该类申请人本年新收 9 件: whose they are, the sentence before tells
_THOSE = re.compile("[此该这上]述?类(?:的)?(?:申请人|机构|主体|组织|企业|群体)")
_CASES = re.compile(
    "的?(?:政府|政务)?(?:信息|公开|依申请|申请|答复|事项|案件|予以|部分|不予|无法|已|均|全部|中|因|属|[由为系](?:自然人|公民|个人|法人|企业|单位|组织))"
)
_RATE_OF = re.compile(  # 予以公开率为 75 %，即 3 件
    r"(?P<row>予以公开|部分公开|不予公开|无法提供|不予处理)率[^，；。]{0,12}%，(?:即|计)$"
)
_SAME = re.compile("[，（、]?(?:即|共|计|为|有|合计|共计)*")  # 予以公开占 75 %，共 3 件


def _of_documents(phrase: Phrase, said: Sequence[str]) -> bool:
    """制发公文 12 件，主动公开 9 件，依申请公开 2 件，不予公开 1 件: what documents are, not applications."""
    if FLOW_WORDS.find(phrase.clause):
        return False
    return "公开属性" in phrase.prefix or (not said and bool(_PROPERTY.search(phrase.prefix)))


_PROPERTY = re.compile(r"主动公开(?:类|的|文件|信息|公文)*(?:为|有|共)?[\d〇零一二三四五六七八九十百两]")
