"""Which figure about applications a phrase states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.channels import goes_on_with_channels, is_only_channel, of_one_channel, sums_channels
from nianbao.facts.inside import inside
from nianbao.facts.kinds import (
    FLOW_WORDS,
    HANDLED,
    OUTCOME_WORDS,
    PROCESSED,
    RECEIVED,
    Told,
)
from nianbao.facts.numbers import CASE_UNITS
from nianbao.facts.others import other_kinds
from nianbao.facts.outcomes import AFTER, STEP, part_kinds
from nianbao.facts.phrase import Phrase
from nianbao.facts.rates import rate_kinds
from nianbao.facts.stocks import stock_kinds
from nianbao.facts.sums import is_sum, sum_kinds

_SUBJECT_MATTER = re.compile(
    r"涉及(?![^，；]{2,40}的(?:政府信息公开)?申请共$)|主要(?:是|为|涉及|集中|反映)|内容|(?:方面|领域)(?!的(?:政府信息公开)?申请共$)|(?<![三四各])类(?:信息)?(?:申请)?$|关于|占"
)
_JOINED = re.compile(r"^(?:、|并|且|并且|和|及|，|均|已|全部|依法|按时|按期|了|政府信息公开申请)*$")
_WEAK = re.compile(  # before the noun nothing that can be a verb or make it another's: 审查申请, 对申请
    r"(?:(?!(?:政府|政务)?信息公开"
    r"|依申请公开)[^对就将把向由经因按使与跟让办理复结审导督查协助撤延指转超逾]|(?:政府"
    r"|政务)?信息公开|依申请公开){0,30}"
    r"(?:依申请公开|申请)(?:公开)?(?:事项|来?件|数量?|总数|总?量|件数|案件|(?:政府|政务)信息(?:数量?)?)?(?:共计?|为|约|近|合计"
    r"|：|总计|计|有|总数|数量|累计|达|全年|本年度?|今年)*"
)


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
    found = part_kinds(phrase) or other_kinds(phrase, said) or stock_kinds(phrase, said, year)
    return inside(phrase, found or _flow(phrase, said), said)


# 企业的申请多围绕工程建设。该类申请人本年新收 9 件: whose they are, the sentence before tells
_THOSE = re.compile("[此该这上]述?类(?:的)?(?:申请人|机构|主体|组织|企业|群体)")
_CASES = re.compile(
    "的?(?:政府|政务)?(?:信息|公开|依申请|申请|答复|事项|案件|予以|部分|不予|无法|已|均|全部|中|因|属|[由为系](?:自然人|公民|个人|法人|企业|单位|组织))"
)
_SOME = re.compile("[另还尚仍]?有")  # 有 9 件申请，其内容属于…
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


def _flow(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    clause = phrase.clause
    if is_sum(clause) and len(said) > 1:
        return sum_kinds(said, phrase.prefix.removesuffix(clause))
    if is_sum(clause) and not said and sums_channels(phrase.prefix):
        flows = {each.kind for each in FLOW_WORDS.find(phrase.prefix)}
        return (flows.pop(),) if len(flows) == 1 else ()
    if share := _SHARE_OF.search(clause):
        return (PROCESSED if share["done"] else RECEIVED,)
    if _in_parts(phrase) or _apart(phrase) or _ONE_OF_TWO.search(clause) or _is_step(phrase.after):
        return ()
    if len(_TO.findall(phrase.prefix + phrase.rest)) > 1:
        return ()
    told = FLOW_WORDS.find(clause)
    if not told and phrase.sure and not said:
        told = _said_before(phrase)
    if not told:
        return _without_verb(phrase, said)
    kinds = _flow_kinds(clause, told)
    if _is_part(phrase, said, kinds) or _of_another(phrase, said, kinds):
        return ()
    if not phrase.sure and not _BARE.search(clause) and (kinds == (RECEIVED,) or not said):
        return ()
    return _after_figure(phrase, kinds)


def _of_another(phrase: Phrase, said: Sequence[str], kinds: tuple[str, ...]) -> bool:
    """议事 31 件、办结 29 件: what the first figure counts is no application, so neither does the second."""
    goes_on = phrase.clause.startswith("、") and phrase.before != phrase.prefix
    return goes_on and not said and not phrase.sure and kinds == (PROCESSED,)


def _is_step(after: str) -> bool:
    """对收到的 9 件申请逐件评查 counts them all, 9 件申请征求第三方意见 a part."""
    return bool(STEP.search(after)) and not _EVERY.search(after)


_EVERY = re.compile(r"逐[件条一]|全部|均")


# 予以公开 9 件，占办结总数 12 件的 75 %
_SHARE_OF = re.compile(
    r"占(?:全年|本年度?|年度|全部|的)*(?:(?P<done>办结|办理结果|答复)|新收|收到|受理)(?:的|政府信息公开|申请|件)*"
    r"(?:总?[数量]|总计|件数)?$"
)


def _is_part(phrase: Phrase, said: Sequence[str], kinds: tuple[str, ...]) -> bool:
    """受理 41 件，其中本机关办理 9 件: a part of the whole; but 其中本年新收 40 件 is a figure of its own."""
    part = "其中" in phrase.prefix and {*kinds} <= {RECEIVED, HANDLED}
    whole = not phrase.sure or not {RECEIVED, HANDLED}.isdisjoint(said)  # stated before, or in this sentence
    return part and whole and not _NO_PART.search(phrase.clause)


# 以区政府名义答复 12 件，以办公室名义 3 件; 上级转办 2 件，直接收到 5 件; 撤回 2 件，实际办理 5 件: parts
_ONE_OF_TWO = re.compile(r"以.{1,20}名义|(?:直接|自行|实际)(?:收到|受理|接收|办理)")


def _in_parts(phrase: Phrase) -> bool:
    """以网络为主、信函为辅，分别收到 9 件和 5 件: neither is the whole."""
    if _SOME.fullmatch(phrase.clause) and phrase.after.startswith("申请"):
        return True
    if goes_on_with_channels(phrase.prefix, phrase.clause):
        return True
    if phrase.before != phrase.prefix and _THEIR_VERB.search(phrase.before):
        return True
    return "分别" in phrase.clause and bool(_AND_ANOTHER.match(phrase.rest))


_THEIR_VERB = re.compile(  # 3 件申请均已答复：2 件公开: the verb is said of the figure before
    "(?:^|，)(?:(?:政府信息公开|依申请公开|信息公开)?申请|[均都全皆已])[^，；：。]{0,40}：$"
)
_AND_ANOTHER = re.compile(r"[、和及与][^，；。\d]{0,8}\d")
_TO = re.compile(r"向[^，；]{1,16}提出")  # 收到向县政府提出的 6 件，向我办提出的 4 件
_NO_PART = re.compile(r"其中[^，；]{0,20}(?:新|年)|^(?:本年度?|当年|年内)?新|全[市县区省州盟旗]|各|系统")


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


def _apart(phrase: Phrase) -> bool:
    """Return whether the clause counts a part only: by channel, by subject or by a step of procedure."""
    channel = of_one_channel(phrase.clause) and not is_only_channel(phrase.prefix, phrase.rest)
    return channel or bool(STEP.search(phrase.clause) or _SUBJECT_MATTER.search(phrase.clause))


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
