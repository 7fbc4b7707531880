"""What a figure also counts when all of it is said to be one thing: 收到 3 件，均予以公开."""

from __future__ import annotations

import re

from nianbao.facts.kinds import (
    APPLICANT_WORDS,
    DISPUTE_WORDS,
    EVERYBODY,
    INCOMING,
    OUTCOME_WORDS,
    PROCESSED,
    RECEIVED,
    Vocabulary,
    single_rows,
)
from nianbao.facts.outcomes import OUTCOME_KINDS, STEP
from nianbao.facts.phrase import Phrase
from nianbao.facts.plain import TOTALS
from nianbao.facts.topics import IN_DISPUTE

_ALL = re.compile(
    r"(?:(?:均|都|全部|已|当年|按时|按期|依法){1,3}(?:办结|答复)，|政府信息公开|政府信息|依申请公开件?|行政复议|行政诉讼|复议机关|人民法院|法院|经审理|经依法审理|涉及|(?:裁决|裁定|判决|复议|诉讼)结果|新收的?|收到的?|申请|案件|事项|答复|的|中|已|[，；：]|申请人|办理结果|处理结果|答复结果|审理结果|结果|经审[查核]|均属于?(?:可以?|依法)?公开的?范围|年末|年底){0,8}"
    r"(?<!平)(?:均|全部|皆|都|全(?!年))(?!未|不(?!予|属于|同意|掌握)|没|无(?!法提供))(?P<what>[^，；。（）\d]{2,24})"
)
_THE_ONE = re.compile(  # 收到 1 件，已予以公开
    r"(?:(?:政府)?信息公开|依申请公开|申请(?!人)|案件|事项|的|，|并|答复|办结|完毕|结果|为|已|经审查|依法|按时|按期|及时|在(?:法定|规定)?期限内){1,8}"
    r"(?P<what>(?:予以|部分|不予)?公开|无法提供|不予处理|(?:办结|答复)(?:完毕)?"
    r"|申请(?:人|主体|者)(?:身份)?[为是系](?:自然人|公民|企业|商业企业|科研机构|法律服务机构)(?:申请)?)(?=[，。；）]|$)"
)
_THE_ONE_DISPUTE = re.compile(  # 行政复议 1 件，复议机关维持了我局的答复
    r"(?:案件|申请|[，：]|截至|目前|年底|年末|为?(?:未经复议)?(?:直接|复议后)起诉|复议机关|人民法院|法院|已|经|依法|审理|审查|审结|办结|作出|决定|判决|裁定|裁决"
    r"|处理|最终|后|结果|为|是|被|予以){1,9}(?P<what>维持|纠正|尚?未审结|[正尚]在审理)(?!率|[^，；。（）]{0,12}\d)"
)
_DISMISSED = re.compile(r"驳回[^，；]{0,8}请求")  # on the merits, which leaves the decision as it was
_ANSWERED = re.compile("(?:办结|答复|回复|办理(?:完毕|结束|完结|完成)|处理完毕)(?:完毕|办结|了)?$")
_WANTED = ("要求", "申请", "希望")  # 均要求书面答复


def all_of(phrase: Phrase, kind: str) -> str:
    """Return the kind that all of a figure of `kind` is said to be, or nothing."""
    what, row = _said_of_all(phrase, kind), kind.split(".")[0]
    if row in IN_DISPUTE:
        outcome = _one(DISPUTE_WORDS, _DISMISSED.sub("维持", what)) if kind.endswith(".total") else ""
        return f"{row}.{outcome}" if outcome else ""
    if kind in (RECEIVED, INCOMING) and _ANSWERED.search(what) and not what.startswith(_WANTED):
        return PROCESSED
    if (kind not in TOTALS and kind not in OUTCOME_KINDS) or STEP.search(OUTCOME_WORDS.without(what)):
        return ""
    outcome = "granted" if what == "公开" else _one(OUTCOME_WORDS, what)
    if outcome:
        return outcome if kind in TOTALS or outcome.startswith(f"{kind}.") else ""
    applicant = _one(APPLICANT_WORDS, what.replace("公民", ""))  # 均为公民申请: of whomever
    if not applicant or applicant == EVERYBODY:
        return ""
    return f"applicant.{applicant}" if kind in (RECEIVED, INCOMING) else f"{kind}@{applicant}"


def _said_of_all(phrase: Phrase, kind: str) -> str:
    """Return what is said of all the cases, or of the only one."""
    one = _THE_ONE_DISPUTE if kind.split(".")[0] in IN_DISPUTE else _THE_ONE
    again = f"，{phrase.quantity.value}{phrase.quantity.unit}"  # 收到 3 件，3 件申请人均为自然人
    rest = phrase.rest.replace(again, "，", 1)
    found = _ALL.match(rest) or (one.match(rest) if phrase.quantity.value == 1 else None)
    return found["what"] if found else ""


def is_open(kind: str, whole: str) -> bool:
    """Return whether the outcome of all that was received may be that of older cases too."""
    return whole in (RECEIVED, INCOMING) and (kind in OUTCOME_KINDS or kind == PROCESSED)


def finished_all(text: str) -> re.Match[str] | None:
    """Return the clause that says that every application was finished, without "in time"."""
    found = _FINISHED.search(text)
    return found if found and not _IN_TIME.search(found[0]) else None


_FINISHED = re.compile(
    r"[^，；]{0,30}(?:(?<!平)均|全部|都)(?:已|予以|进行了?|依法|依规|按时|按期限?|及时|规范)*"
    r"(?:办结|答复|办理(?:完毕|结束))[^，；]{0,6}"
)
_IN_TIME = re.compile("按时|按期|法定|时限|期限|规定时间")


def _one(words: Vocabulary, text: str) -> str:
    told = single_rows([each.kind for each in words.find(text)])  # 因不掌握而无法提供 is the row
    return told[0] if len(told) == 1 else ""


__all__ = ["all_of", "finished_all", "is_open"]
