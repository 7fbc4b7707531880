"""Which flow of applications a phrase counts whole: received, handled, processed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.channels import sums_channels
from nianbao.facts.kinds import FLOW_WORDS, HANDLED, OUTCOME_WORDS, PROCESSED, RECEIVED, Told
from nianbao.facts.outcomes import AFTER
from nianbao.facts.parts import counts_part, is_part_of_said
from nianbao.facts.phrase import Phrase
from nianbao.facts.sums import is_sum, sum_kinds

_JOINED = re.compile(r"^(?:、|并|且|并且|和|及|，|均|已|全部|依法|按时|按期|了|政府信息公开申请)*$")
_WEAK = re.compile(  # before the noun nothing that can be a verb or make it another's: 审查申请, 对申请
    r"(?:(?!(?:政府|政务)?信息公开"
    r"|依申请公开)[^对就将把向由经因按使与跟让办理复结审导督查协助撤延指转超逾]|(?:政府"
    r"|政务)?信息公开|依申请公开){0,30}"
    r"(?:依申请公开|申请)(?:公开)?(?:事项|来?件|数量?|总数|总?量|件数|案件|(?:政府|政务)信息(?:数量?)?)?(?:共计?|为|约|近|合计"
    r"|：|总计|计|有|总数|数量|累计|达|全年|本年度?|今年)*"
)


def flow_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return the flows that a figure counts: received, handled or processed; none where it counts a part.

    `said` are the kinds that the sentence has stated before it.
    """
    clause = phrase.clause
    if is_sum(clause) and len(said) > 1:
        return sum_kinds(said, phrase.prefix.removesuffix(clause))
    if is_sum(clause) and not said and sums_channels(phrase.prefix):
        flows = {each.kind for each in FLOW_WORDS.find(phrase.prefix)}
        return (flows.pop(),) if len(flows) == 1 else ()
    if share := _SHARE_OF.search(clause):
        return (PROCESSED if share["done"] else RECEIVED,)
    if counts_part(phrase):
        return ()
    told = FLOW_WORDS.find(clause)
    if not told and phrase.sure and not said:
        told = _said_before(phrase)
    if not told:
        return _without_verb(phrase, said)
    kinds = _flow_kinds(clause, told)
    if is_part_of_said(phrase, said, kinds):
        return ()
    if not phrase.sure and not _BARE.search(clause) and (kinds == (RECEIVED,) or not said):
        return ()
    return _after_figure(phrase, kinds)


# 予以公开 9 件，占办结总数 12 件的 75 %
_SHARE_OF = re.compile(
    r"占(?:全年|本年度?|年度|全部|的)*(?:(?P<done>办结|办理结果|答复)|新收|收到|受理)(?:的|政府信息公开|申请|件)*"
    r"(?:总?[数量]|总计|件数)?$"
)


def _said_before(phrase: Phrase) -> list[Told]:
    """收到政府信息公开申请，共 12 件: the verb stands before the clause and nothing but its noun between."""
    if not _LOOSE.fullmatch(phrase.clause):
        return []
    told = FLOW_WORDS.find(phrase.before)
    end = len(phrase.before) - len(phrase.clause)
    return told if told and _NOUN.fullmatch(phrase.before[told[-1].end : end]) else []


_NOUN = re.compile(
    r"(?:的|了|各类|政府|政务|信息|公开|依申请|申请|事项|情况|数量|方面|（[^）]{0,20}）|[，：]"
    r"|量|有所|明显|略有|大幅|增加|减少|下降|上升|增长|回落|变化)*"
)
_LOOSE = re.compile(
    r"(?:20\d\d年度?|[由从](?:上一?年|去年)度?的?|共计?|合计|总计|累计|总数|总量|数量|申请|件数|为|有|计|达|约|近|的)*"
)
_BARE = re.compile(
    r"(?:收到|受理|新收|接收|接到|办理|处理|办结|办毕|答复|回复|办复|完毕|完成|完结|办理结果|结果总计)(?:了|的)?"
    r"(?:共|申请|公开申请|共计|计|总计|合计|数|数量|总数|事项|件|为|：|有)*$"
)


def _after_figure(phrase: Phrase, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """收到的 12 件申请全部办结 states both; 对 12 件申请作出答复 is told by its verb."""
    if kinds == (HANDLED,) and re.search(r"办结|答复|办理完毕", phrase.after):
        return (PROCESSED,)
    return kinds


def _flow_kinds(clause: str, told: Sequence[Told]) -> tuple[str, ...]:
    last = told[-1]
    if last.kind == HANDLED and len(told) > 1 and told[-2].kind == PROCESSED:
        last = told[-2]
    if (
        len(told) > 1
        and told[-2].kind != told[-1].kind
        and _JOINED.match(clause[told[-2].end : told[-1].start])
    ):
        if {told[-2].kind, told[-1].kind} == {RECEIVED, PROCESSED}:
            return (RECEIVED, PROCESSED)
        if (told[-2].kind, told[-1].kind) == (RECEIVED, HANDLED):
            return (RECEIVED,)  # 接收办理 12 件: the first verb counts
    return (last.kind,)


def _without_verb(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """政府信息公开申请 12 件; 12 件申请已办结."""
    if phrase.after == "中":  # 申请 12 件中，网上 10 件: of which twelve is not told
        return ()
    if phrase.sure and not said and phrase.quantity.unit != "项" and _WEAK.fullmatch(phrase.clause):
        return (RECEIVED,)
    if not said and (_OF_THEIR_NUMBER.search(phrase.prefix) or _THEMSELVES.fullmatch(phrase.clause)):
        return (RECEIVED,)
    if phrase.sure and (found := _COUNTED.match(phrase.after)):
        if found["done"] or (found["are"] and OUTCOME_WORDS.find(phrase.after)):
            return (PROCESSED,)
        return (RECEIVED,) if not said and _LOOSE.fullmatch(phrase.clause) else ()
    if found := _OF_ALL.match(phrase.after):
        return (RECEIVED if found["new"] else PROCESSED,)
    afters = (phrase.after, _ALREADY.sub("", phrase.after))
    flows = (each for after in afters for each in FLOW_WORDS.find(after))
    told = [each for each in flows if each.kind == PROCESSED and each.start <= AFTER]
    if told and re.fullmatch(r"[，其中的已余]*", phrase.clause) and (said or "其中" in phrase.clause):
        return (PROCESSED,)
    return ()


_THEMSELVES = re.compile(  # 申请 5 件
    r"(?:全年|本年度?|年内|20\d\d年度?)?(?:共|的)?申请(?:件|总?数量?|总量|共计?|合计|为|有)*"
)
_OF_THEIR_NUMBER = re.compile(  # 申请数量较少，全年仅 2 件
    r"申请(?:件)?总?[数量]{1,2}[^，。；\d]{0,6}，(?:全年|本年度?|年内)(?:共|仅|只)?有?$"
)
_ALREADY = re.compile("^(?:均|都|全部|已|于|在|年内|年底前)+")  # 其余 9 件均已于年内办结
# 在 9 件办结申请中
_OF_ALL = re.compile(
    r"^已?(?:办结|答复|办理|(?P<new>新收|收到))的?(?:政府信息公开|依申请公开)?申请(?:件|事项)?(?:中|均|都|全部|未)"
    r"|^(?:办理|处理|答复)结果中|^答复(?:意见|文书)?中"
)
_COUNTED = re.compile(
    r"^的?(?:政府信息公开|政务信息公开|信息公开|依申请公开"
    r"|政府信息)?的?(?:依申请公开)?(?:申请(?:件|事项)?|依申请公开)"
    r"(?:(?:(?:办理|处理|答复)?结果)?(?P<are>[均皆都][为是作].*$)|"
    r"(?:均|已|全部|都|作出|做出|进行|予以|依法|按时|按期|了|办理)*(?P<done>答复|办结|办理完毕|办毕|处理完毕"
    r"|回复|(?<=[作做]出)处理)(?:完毕|了)?$|$)"
)
