"""Rows of which the prose says that nothing came to them: 没有因国家秘密不予公开的申请, 无结果纠正案件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import (
    APPLICANT_WORDS,
    DISPUTE_WORDS,
    EVERYBODY,
    OUTCOME_WORDS,
    PROCESSED,
    Told,
    Vocabulary,
    single_rows,
)
from nianbao.facts.topics import DOCUMENTS, IN_DISPUTE, Mark

# What may stand around the name of the row without making it anything else.
_NEUTRAL = re.compile(
    r"(?:认定|援引|条款|为由|拒绝(?:公开)?|见|(?:依据|根据|依照|按照)＿{2,60}(?:第[一二三四五六七八九十]{1,3}条)?|则|危及|从未|并未|均未|尚未|暂无|并无|均无|没有|未有|不存在|不曾|未|没|无|曾|再|过|出现|发生|产生|存在|作出|做出|作(?!为)|收到|接到|受理|新?提出|提交|新?提(?=申请)|向|新收?"
    r"|在|中|里|年末|理由|新提"
    r"|按照?|办结|因|由于|由|属于|涉及|属|为|以|被|对|保护|而|的|了|等|依法|予以|给予|任何|[哪任]?一[件例起宗份项次]?|申请人?|引[发起]|政府信息公开|依申请公开|信息公开|政府信息|信息|案件|件"
    r"|行政|复议(?:机关|决定)?|诉讼|人民法院|法院|判决|裁[判定]|本?机关|单位|部门|情形|情况|决定|答复|处理|办理|不再|其|事项|类|现象|有关|相关|正当理由|逾期|要求|通知|(?:办理)?结果|结案|审结|归入|列入|计入"
    r"|[我本](?:市|县|区|局|镇|乡|街道|厅|办|委|校|州|院|中心|省|旗|会|站|所|队|级|单位|部门|机关)|学校|全年|本?年度|本年|年内|当年|20\d\d年度?|报告期内?"
    r"|[这该此各][些类种]?|上述|以上|[两二三四五六七八]?[种类项](?!别)|均|都|皆|全部|也|还|亦|既|又|或者?|及|和|与|[、，“”‘’（）]|\d[.）])*"
)
_NOT_HANDLED = re.compile(
    r"(?:未|没有)(?:办理|答复|处理|办结)(?:任何|一件)*(?:政府信息公开|依申请公开|依申请)的?(?:申请)?(?:事项|件)?"
)
ALL_CLOSED = "(?<!未)(?<!能)(?:均|全部|都)(?:已|已经|依法)?(?:全部)?(?:审结|结案|审理完毕)"
_ALL_CLOSED = re.compile(ALL_CLOSED)
_SHORT_VERB = re.compile(r"(?:均|也|并)?(?:无|没有|未)新?(?P<verb>废止|制发|制定|印发|出台)(?:情况|件|的)?")
_HOW_ENDED = re.compile("(?:答复)?被?(?:撤销|变更|确认违法|确认无效)(?:、|等)*")  # what 结果纠正 means
_LOST = re.compile("败诉|被改变")
NONE_AT_ALL = re.compile(  # of no dispute whatever there is none about open information either
    r"(?:没有|未|无)(?:发生|产生|出现|引发|涉及)?(?:(?:被?(?:提起|申请))?(?:行政)?(?:复议|诉讼|应诉)[、和及与或也]?){1,2}(?:案件|情况|事项)?"
)
_ROW_NAMES = re.compile("(?:未经(?:行政)?复议)?直接起诉|复议后起诉")
_IN_BRACKETS = re.compile(r"（[^（）]*）?")
_VERBS = {"废止": "repealed"}


def row_denied(words: str, subject: str, before: Sequence[Mark], inside: Sequence[Mark]) -> tuple[str, ...]:
    """Return the rows that a "none" (`words`) is about; `subject` is what its clause says before it.

    `before` are the marks of its sentence so far, `inside` those of the words.
    """
    # Which row 商业秘密 are in, the form does not say.
    words = words.replace("国家秘密、商业秘密", "国家秘密")
    if _NOT_HANDLED.fullmatch(words):
        return (PROCESSED,)
    own = list(dict.fromkeys(mark.topic for mark in inside if mark.topic in IN_DISPUTE))
    if not own and (rows := _rows(OUTCOME_WORDS, words) or _rows(OUTCOME_WORDS, subject + words)):
        return rows
    words = _IN_BRACKETS.sub("", words)  # 其他结果（撤回、终止等）
    disputes = own or [mark.topic for mark in before if mark.topic in IN_DISPUTE]
    if disputes and _ALL_CLOSED.match(words):
        return tuple(f"{each}.pending" for each in dict.fromkeys(disputes))
    ended = _LOST.sub("纠正", _HOW_ENDED.sub("", words))  # a body that loses is corrected
    outcomes = _rows(DISPUTE_WORDS, ended) or _rows(DISPUTE_WORDS, _ROW_NAMES.sub("", subject) + ended)
    if disputes and outcomes:
        all_of_them = own or "均" in subject[-1:] + words
        named = dict.fromkeys(disputes) if all_of_them else disputes[-1:]
        return tuple(f"{each}.{outcome}" for each in named for outcome in outcomes)
    documents = [mark.topic for mark in before if mark.topic in DOCUMENTS]  # 制发规范性文件 3 件，无废止
    if documents and (verb := _SHORT_VERB.fullmatch(words)):
        named = dict.fromkeys(documents) if "均" in words else documents[-1:]
        return tuple(f"{each}.{_VERBS.get(verb['verb'], 'issued')}" for each in named)
    applicants: tuple[str, ...] = ()
    if "申请" in words or "提出" in words:
        applicants = _rows(APPLICANT_WORDS, words) or _rows(APPLICANT_WORDS, subject + words)
    whole = (EVERYBODY, "natural_person")
    return () if {*applicants} & {*whole} else tuple(f"applicant.{each}" for each in applicants)


def is_row_word(subject: str, words: str) -> bool:
    """Return whether the first word of `words` is a part of what a row is called: 尚未审结, 无法提供."""
    text, at = subject + words, len(subject)
    found = (each for vocabulary in (OUTCOME_WORDS, DISPUTE_WORDS) for each in vocabulary.find(text))
    return any(each.start <= at < each.end for each in found)


def names_row(text: str) -> bool:
    """Return whether the words name an outcome: a "none" of them is none of all applications."""
    return bool(OUTCOME_WORDS.find(text))


def _rows(vocabulary: Vocabulary, words: str) -> tuple[str, ...]:
    """Return the rows that are named, if nothing else is said; a group beside its row gives way."""
    told = vocabulary.find(words)
    if words.endswith("信息") or not _NEUTRAL.fullmatch(_rest(told, words)):  # which information, is not told
        return ()
    return single_rows([each.kind for each in told])


def _rest(told: Sequence[Told], words: str) -> str:
    for each in reversed(told):
        words = words[: each.start] + words[each.end :]
    return words


__all__ = ["ALL_CLOSED", "NONE_AT_ALL", "is_row_word", "names_row", "row_denied"]
