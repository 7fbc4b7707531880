"""Which figure about disputes, documents, decisions or money a phrase states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.decisions import EACH, decision_kinds
from nianbao.facts.documents import document_kinds
from nianbao.facts.kinds import DISPUTE_WORDS
from nianbao.facts.numbers import CASE_UNITS, PAPER_UNITS
from nianbao.facts.phrase import ABOUT, AND, Phrase, in_turn
from nianbao.facts.topics import (
    AFTER,
    CHARGES,
    DECISIONS,
    DIRECT,
    DISPUTES,
    DOCUMENTS,
    FEE,
    IN_DISPUTE,
    LITIGATION,
    PROCUREMENT,
    RECONSIDERATION,
    marks,
)

_NEXT_TO = 4  # characters: a noun that stands right before the figure
_OTHER_BASIS = re.compile(
    r"新发|新增|新收|(?<!未)审结|办结|备案|败诉|胜诉|出庭|一审|二审|再审|上诉|撤诉|撤回|撤销|驳回|调解"
    r"|协调|代理|终止|确认违法|责令"
    r"|涉及(?!(?:行政)?(?:复议|诉讼)|[^，。；]{0,8}信息公开)|去年|往年|旧存|以前|历年|复议机关"
)
# What the body hears, or has of any kind, counts for every figure of the sentence until 信息公开 is named.
_ANY_DISPUTES = re.compile(
    r"(?:(?:各类|全部(?![为是系由]))(?=[^，；。]{0,6}(?:复议|诉讼|应诉|案件))|其他(?=领域|行政复议|行政诉讼|复议|诉讼|行政行为|行政管理|行政执法|事由)|(?:办理|受理|审理|审结)行政复议)(?!.{0,60}信息公开)"
    r"|作为[^，；。\d]{0,8}复议机[关构](?!.{0,8}(?:被|共同|应诉))|行政复议(?:机构|机关)?职[责能]"
    r"|复议机[关构](?:全年|本年度?|年内|共)*(?:收案|收到|受理|审理|办理|审结)"
)
_HEARD = re.compile(r"收到[^，；]{0,4}行政复议申请")
_EARLIER = re.compile(r"上一?年度?(?:未|尚未|结转|遗留)")
_DENIED = re.compile("没有|未|无")  # 没有被申请行政复议，被提起行政诉讼 3 件
_OTHER_ONE = re.compile(r"[、和及]?其[他它](?:的|为|有|共)*")  # 维持 1 件，纠正 0 件，其他 1 件
_SUM = re.compile(r"(?:总计|合计|共计?)为?")  # 维持 1 件，其他结果 1 件，总计 2 件
_CASES = re.compile(  # 4 件政府信息公开行政复议案件未审结
    r"^(?:(?:涉及|有关|关于|因)?(?:政府|政务)?信息公开(?:工作|方面|类)?的?)?(?:(?:行政)?(?:复议|诉讼)(?:申请)?案?件?|案件)"
)
_JOINT = re.compile(r"^(?:案件|情况|数量)?(?:[、和及与或，/]|以及)(?:因?[^，。；]{0,12})?$")
_OF_ANY_KIND = (
    re.compile(  # 复议申请 56 件，其中政府信息公开类 3 件; 被申请行政复议 56 件，属信息公开案由的 3 件
        r"[^，。；]{0,16}[，（、](?:其中[^，。；\d]{0,6}信息公开"
        r"|(?:其中)?(?:属于?|涉及?|因|为|以)[^，。；\d]{0,6}信息公开[^，。；\d复诉]{0,10}\d)"
    )
)
_UNRELATED = re.compile(  # 另办理与政府信息公开无关的行政复议 44 件、行政应诉 24 件
    r"与(?:政府)?信息公开(?:工作|事项)?(?:无关|没有关系)的(?!.{0,60}信息公开)"
)
_UNRELATED_BEHIND = re.compile(  # 因处罚被申请行政复议 66 件，均不涉及政府信息公开
    r"[^。；]{0,24}(?:(?:不|未|没有)(?:涉及|属于|因)|[均都皆]非|与(?=(?:政府)?信息公开(?:工作|事项)?(?:无关|没有关系)))"
    r"(?:政府)?信息公开(?!(?:工作|申请|答复|事项){0,2}(?:被|提起|引[发起]|发生|产生|而))"
)
# 以我局为被申请人的行政处罚类行政复议 9 件; 因处罚决定被申请行政复议 9 件
_OTHER_MATTER = re.compile(
    r"(?<!公开)(?<!申请)类的?(?:行政)?(?:复议|诉讼|应诉)|其他(?:事项|行为|原因)，[^，。；\d]{0,10}被(?:申请|提起)的?(?:行政)?(?:复议|诉讼)"
    r"|(?:因|由于)(?:(?!公开|信息|答复|申请|[，；。])[\u4e00-\u9fff]){2,20}"
    r"(?:引[发起]|被申请|被提起|产生|提起)的?(?:行政)?(?:复议|诉讼)|"
    r"(?:处罚|工伤认定|劳动争议|确权|(?<!申请)处理决定)(?:的|引[发起]的?)?(?:行政)?(?:复议|诉讼|应诉)|"
    r"(?:行政(?:处罚|许可|强制|征收|征用|执法|审批|裁决|登记)|工伤|征地|拆迁|征收|举报|投诉)[^，；。]{0,8}?(?:类|引[发起]|案由)的?(?:行政)?(?:复议|诉讼|应诉)"
)
_DECIDED = re.compile(r"^[^，]{0,4}(?:作出|做出|做了|下达)[^，]{0,4}(?:决定|判决|裁定)")  # 120 件作出复议决定
_ALL_ARE = re.compile("(?:全部|均|都|皆)")  # 行政复议 9 件均已审结: the figure is of all of them
_SHARE = re.compile(r"占(?:行政)?(?:复议|诉讼)[^，；]{0,8}(?:约|为|达|的)?$")  # 维持 3 件，占复议总数的 75 %
_NO_CHARGE = re.compile(r"减免|降低|取消|免收|退还|项目(?!的?收费)")


def subject_kinds(phrase: Phrase, said: Sequence[str], proper: bool) -> tuple[str, ...]:
    """Return the kinds of a figure about the phrase's topic; none where it may mean something else.

    `proper` says that disputes here are about open information; `said` are the kinds stated before it.
    """
    topic, unit = phrase.topic, phrase.quantity.unit
    if unit == "%" and said and said[-1].split(".")[0] in IN_DISPUTE and _SHARE.search(phrase.clause):
        if "合计" in phrase.clause:  # 维持 3 件、纠正 1 件，两类合计占
            return ()
        return (f"share.{said[-1]}/{said[-1].split('.')[0]}.total",)
    if not phrase.sure and topic not in IN_DISPUTE:
        return ()
    if topic == FEE or (topic == CHARGES and unit != "项"):
        return _money(phrase)
    if topic == PROCUREMENT:
        return _procurement(phrase)
    if topic in DOCUMENTS and unit in PAPER_UNITS - {"次", "件次"}:
        return document_kinds(phrase, said)
    if unit not in CASE_UNITS:
        return ()
    if topic in IN_DISPUTE:
        return dispute_kinds(phrase, said) if proper and unit != "次" else ()
    return decision_kinds(phrase, said) if topic in DECISIONS or topic == CHARGES else ()


def _money(phrase: Phrase) -> tuple[str, ...]:
    quantity = phrase.quantity
    unit = quantity.unit == "元" or not (quantity.unit or quantity.value)  # 收费金额为 0
    if not unit or _NO_CHARGE.search(phrase.clause if "金额" in phrase.clause else phrase.before):
        return ()
    return ("fee",) if phrase.topic == FEE else (CHARGES,)


def _procurement(phrase: Phrase) -> tuple[str, ...]:
    if _NOT_BOUGHT.search(phrase.before + phrase.after):
        return ()
    if phrase.quantity.unit == "元":
        return (f"{PROCUREMENT}.amount",)
    counted = phrase.quantity.unit in _PROJECTS and _BOUGHT.match(phrase.after)
    return (f"{PROCUREMENT}.projects",) if counted else ()


_PROJECTS = frozenset(("个", "项", "件", "批", "次", "宗", ""))
_BOUGHT = re.compile("(?:政府)?(?:集中)?(?:采购)?(?:项目)?$")
_NOT_BOUGHT = re.compile(r"预算|计划|节约|节省|目录|信息|公[告示开布]|招标|意向|占|同比|平均|最[大高低小]")


def dispute_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return a total where the dispute is named before the figure, an outcome where one is named."""
    if (
        _is_other_matter(phrase)
        or _UNRELATED.search(phrase.prefix)
        or _UNRELATED_BEHIND.match(phrase.rest)
        or _OF_ANY_KIND.match(phrase.rest)
        or _DECIDED.search(phrase.after)
        or _EARLIER.search(phrase.clause)
        or _ANY_DISPUTES.search(phrase.prefix)
        or _is_heard(phrase.prefix + phrase.rest)
    ):
        return ()
    if (named := _in_turn(phrase)) is not None:
        return named
    if (told := _in_brackets_behind(phrase)) is not None:
        return told
    outcomes = {each.kind for each in DISPUTE_WORDS.find(phrase.clause)}
    all_are = phrase.clause and _ALL_ARE.match(_CASES.sub("", phrase.after))
    if not outcomes:
        behind = "" if all_are else _CASES.sub("", phrase.after)
        outcomes = {each.kind for each in DISPUTE_WORDS.find(behind) if each.start <= _NEXT_TO}
    beside = bool(said) and said[-1].split(".")[0] == phrase.topic and not said[-1].endswith("total")
    if (
        not outcomes
        and (beside or "结果" in phrase.prefix)
        and _OTHER_ONE.fullmatch(_CASES.sub("", phrase.clause))
    ):
        outcomes = {"other"}
    if not outcomes and _SUM.fullmatch(phrase.clause) and said and said[-1].split(".")[0] in IN_DISPUTE:
        return (f"{said[-1].split('.')[0]}.total",) if not said[-1].endswith("total") else ()
    if outcomes:
        behind_parts = (
            phrase.topic in (DIRECT, AFTER) and not phrase.topics and bool(_APART.search(phrase.before))
        )
        topic = phrase.topic if phrase.topic != DISPUTES and not behind_parts else ""
        topic = RECONSIDERATION if _NO_LAWSUIT.search(phrase.prefix) else topic
        return (f"{topic}.{outcomes.pop()}",) if topic and len(outcomes) == 1 else ()
    if _OTHER_BASIS.search(phrase.clause) or (_OTHER_BASIS.search(phrase.after) and not all_are):
        return ()
    return () if _SOME_OF.search(phrase.clause) or _is_off_topic(phrase) else _dispute_totals(phrase)


def _is_other_matter(phrase: Phrase) -> bool:
    """处罚类复议 9 件、诉讼 3 件: of what the disputes before are, until it is told anew."""
    item = phrase.prefix[phrase.prefix.rfind("；") + 1 :]
    return bool(_OTHER_MATTER.search(item, max(0, item.rfind("信息公开"))))


def _in_brackets_behind(phrase: Phrase) -> tuple[str, ...] | None:
    """行政诉讼 2 件（未经复议直接起诉）、0 件（复议后起诉）: the brackets tell which; None without any."""
    found = _BRACKETS.match(phrase.rest)
    if not found or DISPUTE_WORDS.find(phrase.clause):
        return None
    topics = {mark.topic for mark in marks(found[0]) if mark.topic in IN_DISPUTE}
    return (f"{topics.pop()}.total",) if len(topics) == 1 else ()


_BRACKETS = re.compile(
    r"（(?:均?为|属于?|系)?(?:行政诉讼|行政复议|[未不]经(?:行政)?复议|直接|复议|后|被?提起|起诉|诉讼|的|案件){1,6}）"
)


def _is_off_topic(phrase: Phrase) -> bool:
    """针对复议中的问题，下发提示函 1 份: the clause of the figure names no dispute, and other things."""
    start = phrase.quantity.start - len(phrase.clause)
    named = [each.topic for each in marks(phrase.clause + phrase.quantity.unit + phrase.after)]
    named += [each.topic for each in phrase.topics if each.start >= start]
    return not IN_DISPUTE & {*named} and not _NEUTRAL.fullmatch(phrase.clause)


_NO_LAWSUIT = re.compile(  # 复议 5 件、诉讼 0 件，其中维持 2 件: of those that there are
    r"复议(?:申请|案件)?[1-9]\d{0,4}[件宗起例][、，](?:被?提起)?(?:行政)?诉讼(?:案件)?0[件宗起例]，其中[^；。诉]*$"
)
_OF_OPEN = re.compile(
    r"(?:其中)?(?:属于?|涉及?|因|以)(?:政府)?信息公开(?:类|案由|工作|方面|为由|引发)*(?:的|共|有|为)*"
)
_APART = re.compile(r"；(?![一二三四五六七八九十]是)")  # 其中，一是维持 1 件；二是纠正 2 件
_SOME_OF = re.compile(r"中，?(?:共?有|仅)?$")  # 复议案件中有 2 件举行了听证
_NEUTRAL = re.compile(
    r"(?:全[年市县区省州局镇乡]|[我本][\u4e00-\u9fff]{1,3}?(?=[共被收发提有])|本年度?|今年|当年|年内|20\d\d年度?|因|对|不服|政府|政务|信息|公开|工作|答复|申请人?|行为"
    r"|被|提起|提出|起诉|引[发起]|产生|发生|收到|接到|受理|新收|收案|立案|共|累计|总?计|合计|属于?|案由|类|数量|总数|案件|件数|情况|涉及|其中|的|有|为|是|各|均|分别|[：、和及与（])*"
)


def _in_turn(phrase: Phrase) -> tuple[str, ...] | None:
    """复议、诉讼中被纠正的分别为 3 件、2 件: each figure by its place; None elsewhere."""
    found = in_turn(phrase.prefix)
    topics = [mark.topic for mark in marks(found[0]) if mark.topic in IN_DISPUTE] if found else []
    if found is None:
        return None
    names, place = found
    told = [DISPUTE_WORDS.find(name) for name in AND.split(names)]
    if len(topics) < 2 and all(told) and place < len(told) > 1:  # 结果维持、结果纠正分别为 3 件、2 件
        return (f"{phrase.topic}.{told[place][-1].kind}",) if phrase.topic != DISPUTES else ()
    if len(topics) < 2:
        return None
    outcomes = {each.kind for each in DISPUTE_WORDS.find(names)}
    if place >= len(topics) or len(outcomes) > 1 or (not outcomes and _OTHER_BASIS.search(names)):
        return ()
    return (f"{topics[place]}.{outcomes.pop() if outcomes else 'total'}",)


def _is_heard(text: str) -> bool:
    """Return whether a body tells how it reviews others: 收到行政复议申请 130 件，受理 118 件."""
    found = None if "信息公开" in text else _HEARD.search(text)
    return found is not None and "受理" in text[found.end() :]


def _dispute_totals(phrase: Phrase) -> tuple[str, ...]:
    topics = [mark for mark in phrase.topics if mark.topic in IN_DISPUTE]
    if len(topics) > 1 and topics[-1].topic in (LITIGATION, DIRECT, AFTER):
        first, last = topics[-2:]
        start = phrase.quantity.start - len(phrase.before)
        joint = _JOINT.match(phrase.before[first.end - start : last.start - start])
        denied = "，" in (joint[0] if joint else "") and bool(_DENIED.search(phrase.before))
        if joint and first.topic != last.topic and not denied:
            if EACH.search(phrase.before[last.end - start :]):
                return (f"{first.topic}.total", f"{last.topic}.total")
            both = {first.topic, last.topic} == {RECONSIDERATION, LITIGATION}
            return (f"{DISPUTES}.total",) if both else ()
    counted = ABOUT.sub("", phrase.after, count=1)  # 1 件涉及政府信息公开的行政复议
    of_open = _OF_OPEN.fullmatch(phrase.clause)  # 行政复议 56 件，属政府信息公开案由的 3 件
    fresh = bool(topics) or of_open or "复议" in counted[: _NEXT_TO * 2] or "诉讼" in counted[: _NEXT_TO * 3]
    return (f"{phrase.topic}.total",) if fresh and phrase.topic != DISPUTES else ()
