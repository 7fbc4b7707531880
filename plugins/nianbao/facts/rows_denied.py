"""Rows of which the prose says that nothing came to them: 没有因国家秘密不予公开的申请, 无结果纠正案件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import APPLICANT_WORDS, DISPUTE_WORDS, EVERYBODY, OUTCOME_WORDS, PROCESSED, Told
from nianbao.facts.topics import DOCUMENTS, IN_DISPUTE, Mark

# What may stand around the name of the row without making it anything else.
_NEUTRAL = re.compile(
    r"(?:从未|并未|均未|尚未|暂无|并无|均无|没有|不存在|未|没|无|曾|再|出现|发生|产生|存在|作出|做出|收到|接到|受理|提出|提交"
    r"|因|由于|属于|涉及|属|为|以|被|保护|而|的|了|等|依法|予以|给予|任何|一件|申请人|政府信息公开|依申请公开|政府信息|信息|申请|案件|件"
    r"|行政|复议|诉讼|本?机关|单位|部门|情形|情况|决定|答复|处理|不再|其|事项|类|现象|有关|相关|正当理由|逾期|要求|通知|[、，“”‘’])*"
)
_NOT_HANDLED = re.compile(
    r"(?:未|没有)(?:办理|答复|处理|办结)(?:任何|一件)*(?:政府信息公开|依申请公开|依申请)的?(?:申请)?(?:事项|件)?"
)
_SHORT_VERB = re.compile(r"(?:均|也|并)?(?:无|没有|未)新?(?P<verb>废止|制发|制定|印发|出台)(?:情况|件)?")
_VERBS = {"废止": "repealed"}


def row_denied(words: str, before: Sequence[Mark], inside: Sequence[Mark]) -> tuple[str, ...]:
    """Return the rows that a "none" (`words`) is about.

    `before` are the marks of its sentence so far, `inside` those of the words.
    """
    if _NOT_HANDLED.fullmatch(words):
        return (PROCESSED,)
    told = OUTCOME_WORDS.find(words)
    if row := _only(told, words):
        return (row,)
    if (
        len(told) > 1
        and not any("." in each.kind for each in told)
        and _NEUTRAL.fullmatch(_rest(told, words))
    ):
        return tuple(dict.fromkeys(each.kind for each in told))  # 没有作出不予公开、不予处理的答复
    own = list(dict.fromkeys(mark.topic for mark in inside if mark.topic in IN_DISPUTE))
    disputes = own or [mark.topic for mark in before if mark.topic in IN_DISPUTE]
    if disputes and (outcome := _only(DISPUTE_WORDS.find(words), words)):
        named = dict.fromkeys(disputes) if own or "均" in words else disputes[-1:]
        return tuple(f"{each}.{outcome}" for each in named)
    documents = [mark.topic for mark in before if mark.topic in DOCUMENTS]  # 制发规范性文件 3 件，无废止
    if documents and (verb := _SHORT_VERB.fullmatch(words)):
        named = dict.fromkeys(documents) if "均" in words else documents[-1:]
        return tuple(f"{each}.{_VERBS.get(verb['verb'], 'issued')}" for each in named)
    applicant = _only(APPLICANT_WORDS.find(words), words) if "申请" in words else ""
    whole = ("", EVERYBODY, "natural_person")
    return () if applicant in whole else (f"applicant.{applicant}",)


def _only(told: Sequence[Told], words: str) -> str:
    """Return the row that is named, if nothing else is said; a group beside its row gives way."""
    kinds = {each.kind for each in told}
    rows = {kind for kind in kinds if "." in kind} or kinds
    groups = {kind.split(".")[0] for kind in kinds}
    if len(rows) != 1 or len(groups) != 1 or words.endswith("信息"):  # which information, is not told
        return ""
    return rows.pop() if _NEUTRAL.fullmatch(_rest(told, words)) else ""


def _rest(told: Sequence[Told], words: str) -> str:
    for each in reversed(told):
        words = words[: each.start] + words[each.end :]
    return words


__all__ = ["row_denied"]
