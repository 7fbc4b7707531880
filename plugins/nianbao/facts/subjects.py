"""Which figure about disputes, documents, decisions or money a phrase states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nianbao.facts.decisions import EACH, decision_kinds
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
    RECONSIDERATION,
    marks,
)

_NEXT_TO = 4  # characters: a noun that stands right before the figure
_OTHER_BASIS = re.compile(
    r"新发|新增|新收|(?<!未)审结|办结|备案|败诉|胜诉|出庭|一审|二审|再审|上诉|撤诉|撤回|撤销|驳回|调解"
    r"|协调|代理|终止|确认违法|责令"
    r"|涉及(?![^，。；]{0,8}信息公开)|去年|往年|旧存|以前|历年|复议机关"
)
# What the body hears, or has of any kind, counts for every figure of the sentence until 信息公开 is named.
_ANY_DISPUTES = re.compile(
    r"(?:(?:各类|全部)(?=[^，；。]{0,6}(?:复议|诉讼|应诉|案件))|其他(?=行政复议|行政诉讼|复议|诉讼|行政行为|行政管理|行政执法|事由)|(?:办理|受理|审理|审结)行政复议)(?!.{0,60}信息公开)"
)
_HEARD = re.compile(r"收到[^，；]{0,4}行政复议申请")
_EARLIER = re.compile(r"上一?年度?(?:未|尚未|结转|遗留)")
_DENIED = re.compile("没有|未|无")  # 没有被申请行政复议，被提起行政诉讼 3 件
_SUM = re.compile(r"(?:总计|合计|共计?)为?")  # 维持 1 件，其他结果 1 件，总计 2 件
_CASES = re.compile(  # 4 件政府信息公开行政复议案件未审结
    r"^(?:(?:涉及|有关|关于|因)?(?:政府|政务)?信息公开(?:工作|方面|类)?的?)?(?:行政)?(?:复议|诉讼)(?:申请)?案?件?"
)
_JOINT = re.compile(r"^(?:案件|情况|数量)?(?:[、和及与或，/]|以及)(?:因?[^，。；]{0,12})?$")
_DOCUMENT_VERBS = (
    ("repealed", re.compile(r"废止|“废”")),
    ("in_force", re.compile(r"现行有效|继续有效|保留|有效(?=[^，；]{0,6}规[章范])|^、?有效$|存量")),
    ("total_disclosed", re.compile(r"公开[^，；]{0,10}总[数量计]|公开总|累计(?:对外)?公开")),
    ("newly_disclosed", re.compile(r"新公开|公开")),
    ("issued", re.compile(r"制发|印发|制定|出台|发布|颁布|新制|制作|“立”")),
)
_DOCUMENT_NOUN = re.compile(r"(?:行政)?规范性文件|(?:政府)?规章")
_LEFT_OF = re.compile(r"中，?(?:尚|仍|还|共)?有$")  # 现行有效的 20 件中尚有 3 件
_NO_DOCUMENTS = re.compile(
    r"修改|修订|征集|草案|意见|清理|审查|审核|备案|评估|解读|失效|宣布(?!废止)|名义|拟|征求|报送|学习|汇编|起草|党内"
    r"|党委|审议|合法性|政策"
)
_CHECKED = re.compile(
    r"经?(?:合法性)?(?:审核|审查|审议|备案)(?:并|后|通过并|通过后)(?=制发|印发|出台|制定|发布)"
)  # 审核并制发 3 件
MADE_AND_SHOWN = "made_and_shown"  # 制定并公开: which of the two is meant is not told
_DETAIL = re.compile(r"公开[^。；]{0,60}（[^）]{0,60}$")  # 公开规章 13 件（含制定 5 件，废止 4 件）
# 县政府办公室制发 3 件; 县政府规范性文件 26 件、部门规范性文件 5 件: not all that the table counts
_ONE_MAKER = re.compile(
    r"政府办(?:公[室厅])?(?:名义)?(?:[共也]|全年|本年度?)*(?:制发|印发|出台|制定|发布)|部门规范性文件"
)
_OTHER_MAKER = re.compile(r"[、和及]部门规范性文件")
_OF_YEAR = re.compile(r"[全本当今]年|年内|20\d\d年")
_SWEPT = re.compile(r"清理|梳理")  # what a clean-up kept and repealed is not the year's whole
_OF_ANY_KIND = re.compile(
    r"[^，。；]{0,16}[，（]其中[^，。；\d]{0,6}信息公开"
)  # 复议申请 56 件，其中政府信息公开类 3 件
_DECIDED = re.compile(r"^[^，]{0,4}(?:作出|做出|做了|下达)[^，]{0,4}(?:决定|判决|裁定)")  # 120 件作出复议决定
_SHARE = re.compile(r"占(?:行政)?(?:复议|诉讼)[^，；]{0,8}(?:约|为|达|的)?$")  # 维持 3 件，占复议总数的 75 %
_NO_CHARGE = re.compile(r"减免|降低|取消|免收|退还|项目")


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
    if topic in (FEE, CHARGES):
        return _money(phrase)
    if topic in DOCUMENTS and unit in PAPER_UNITS - {"次", "件次"}:
        return _document(phrase, said)
    if unit not in CASE_UNITS:
        return ()
    if topic in IN_DISPUTE:
        return dispute_kinds(phrase, said) if proper and unit not in ("次", "件次") else ()
    return decision_kinds(phrase) if topic in DECISIONS else ()


def _money(phrase: Phrase) -> tuple[str, ...]:
    quantity = phrase.quantity
    unit = quantity.unit == "元" or not (quantity.unit or quantity.value)  # 收费金额为 0
    if not unit or _NO_CHARGE.search(phrase.before):
        return ()
    return ("fee",) if phrase.topic == FEE else (CHARGES,)


def dispute_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return a total where the dispute is named before the figure, an outcome where one is named."""
    if (
        _OF_ANY_KIND.match(phrase.rest)
        or _DECIDED.search(phrase.after)
        or _EARLIER.search(phrase.clause)
        or _ANY_DISPUTES.search(phrase.prefix)
        or _is_heard(phrase.prefix + phrase.rest)
    ):
        return ()
    if (named := _in_turn(phrase)) is not None:
        return named
    outcomes = {each.kind for each in DISPUTE_WORDS.find(phrase.clause)}
    if not outcomes:
        behind = _CASES.sub("", phrase.after)
        outcomes = {each.kind for each in DISPUTE_WORDS.find(behind) if each.start <= _NEXT_TO}
    if not outcomes and _SUM.fullmatch(phrase.clause) and said and said[-1].split(".")[0] in IN_DISPUTE:
        return (f"{said[-1].split('.')[0]}.total",) if not said[-1].endswith("total") else ()
    if outcomes:
        behind_parts = (
            phrase.topic in (DIRECT, AFTER) and not phrase.topics and bool(_APART.search(phrase.before))
        )
        topic = phrase.topic if phrase.topic != DISPUTES and not behind_parts else ""
        return (f"{topic}.{outcomes.pop()}",) if topic and len(outcomes) == 1 else ()
    if _OTHER_BASIS.search(phrase.clause) or _OTHER_BASIS.search(phrase.after):
        return ()
    return () if _SOME_OF.search(phrase.clause) or _is_off_topic(phrase) else _dispute_totals(phrase)


def _is_off_topic(phrase: Phrase) -> bool:
    """针对复议中的问题，下发提示函 1 份: the clause of the figure names no dispute, and other things."""
    named = (each.topic in IN_DISPUTE for each in marks(phrase.clause + phrase.quantity.unit + phrase.after))
    return not any(named) and not _NEUTRAL.fullmatch(phrase.clause)


_APART = re.compile(r"；(?![一二三四五六七八九十]是)")  # 其中，一是维持 1 件；二是纠正 2 件
_SOME_OF = re.compile(r"中，?(?:共?有|仅)?$")  # 复议案件中有 2 件举行了听证
_NEUTRAL = re.compile(
    r"(?:全[年市县区省州局镇乡]|[我本][\u4e00-\u9fff]{1,3}?(?=[共被收发提有])|本年度?|今年|当年|年内|20\d\d年度?|因|对|不服|政府|政务|信息|公开|工作|答复|申请人?|行为"
    r"|被|提起|提出|起诉|引[发起]|产生|发生|收到|接到|受理|新收|收案|立案|共|累计|总?计|合计|数量|总数|案件|件数|情况|涉及|其中|的|有|为|是|各|均|分别|[：、和及与（])*"
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
    fresh = bool(topics) or "复议" in counted[: _NEXT_TO * 2] or "诉讼" in counted[: _NEXT_TO * 3]
    return (f"{phrase.topic}.total",) if fresh and phrase.topic != DISPUTES else ()


def _document(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    # 开展清理，全年废止 2 件: the clean-up is not what is counted
    kept = "现行有效" in phrase.clause or phrase.before.endswith("（现行有效）")
    of_year = kept or bool(_OF_YEAR.search(phrase.clause))
    named = "废止" in phrase.clause and bool(marks(phrase.clause))  # 开展清理，废止规范性文件 3 件
    words = _CHECKED.sub("", phrase.clause if of_year or named else phrase.before)
    noun = _DOCUMENT_NOUN.match(phrase.after)  # 3 件规范性文件以文字解读为主
    behind = _NO_DOCUMENTS.match(phrase.after, noun.end()) if noun else _NO_DOCUMENTS.search(phrase.after)
    if _NO_DOCUMENTS.search(words) or behind or _LEFT_OF.search(words):
        return ()
    if _ONE_MAKER.search(phrase.prefix) or _OTHER_MAKER.search(phrase.rest):
        return ()
    if _DETAIL.search(phrase.prefix) or _rules_and_documents(phrase):
        return ()
    verb = _verb_in_turn(phrase) or _document_verb(phrase.clause) or _document_verb(phrase.before)
    if verb != "issued" and not named and not of_year and _SWEPT.search(phrase.prefix):
        return ()
    if not verb and said and "." in said[-1] and said[-1].split(".")[0] in DOCUMENTS:
        verb = said[-1].split(".")[1] if phrase.topics else ""
    return (f"{phrase.topic}.{verb}",) if verb else ()


def swept(phrase: Phrase, kind: str) -> bool:
    """Return whether documents repealed may be those of a clean-up, more than the table counts."""
    return (
        kind.endswith(".repealed")
        and bool(_SWEPT.search(phrase.prefix))
        and not _OF_YEAR.search(phrase.clause)
    )


def _rules_and_documents(phrase: Phrase) -> bool:
    """Return whether the figure is of both kinds together: 现行有效规章和行政规范性文件共 185 件."""
    start = phrase.quantity.start - len(phrase.before)
    kinds = [mark for mark in phrase.topics if mark.topic in DOCUMENTS]
    return any(
        first.topic != last.topic
        and bool(_BOTH.fullmatch(phrase.before[first.end - start : last.start - start]))
        for first, last in pairwise(kinds)
    )


_BOTH = re.compile(r"[、和及与或](?:行政)?")


def _verb_in_turn(phrase: Phrase) -> str:
    """制发、废止、现行有效分别为 3 件、1 件、20 件: the verb by the place of the figure."""
    found = in_turn(phrase.prefix)
    verbs = [_document_verb(name) for name in AND.split(found[0])] if found else []
    return verbs[found[1]] if found and all(verbs) and found[1] < len(verbs) else ""


def _document_verb(text: str) -> str:
    found = [(match.end(), name) for name, verb in _DOCUMENT_VERBS for match in verb.finditer(text)]
    names = {name for _, name in found}
    if "issued" in names and "newly_disclosed" in names and "新公开" not in text:
        return MADE_AND_SHOWN
    return max(found)[1] if found else ""
