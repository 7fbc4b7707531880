"""Figures inside 表三: of one row and one kind of applicant (自然人的申请办结 9 件)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import (
    APPLICANT_WORDS,
    EVERYBODY,
    FLOW_WORDS,
    INCOMING,
    OUTCOME_WORDS,
    RECEIVED,
    STOCK_WORDS,
    TRANSFERRED,
    Told,
)
from nianbao.facts.outcomes import OUTCOME_KINDS, is_everybody
from nianbao.facts.phrase import Phrase
from nianbao.facts.plain import TOTALS
from nianbao.facts.scope import of_item

_FLOWS = TOTALS | {TRANSFERRED}
_HANDED = _FLOWS - {RECEIVED, INCOMING}
_APPLICANT = "applicant."
# 自然人的申请办结 9 件; 对自然人提出的申请，予以公开 9 件: but 自然人申请 9 件 counts the applicants
_SCOPE = re.compile(
    r"等?所?(?:提出|提交|递交)?的?(?:(?:政府|政务)?信息公开|依申请公开)?的?申请(?:事项|件)?(?:方面|中|里)?[，：]?"
    r"(?![的共计有为数约]{0,3}(?:[\d〇零一二两三四五六七八九十百]|$))"
)
_COUNTED = re.compile(r"(?:\d[件份条宗例起]次?|均|都|皆|全部)(?:为|是|系|属于?|由|来自)$")
_EVERY_KIND = re.compile("全部|总共|合计|总计")
_OF_ALL = re.compile("总[数量计]|合计|共计|全部")
_OF_WHICH = re.compile(r"其中|[件宗份条例起]次?(?:(?:政府|政务)?信息公开|依申请公开)?(?:申请|答复)?中")


def inside(phrase: Phrase, found: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of a figure that its words give to one row and one kind of applicants.

    `found` are the kinds that its own clause tells, `said` those stated before it in the sentence. A kind
    `row@applicant` is one of them; of `row|row@applicant` either row may be meant.
    """
    column = _column(phrase) or _column_of_base(phrase, found, said)
    if column:
        every = _EVERY_KIND.match(phrase.clause)  # or of all applicants: 对自然人 9 件，全部无法提供 12 件
        return tuple(_with_column(kind, f"{column}|total" if every else column) for kind in found)
    if found and _HANDED.issuperset(found) and (column := _only_column(said)):
        return tuple(_with_column(kind, f"{column}|total") for kind in found)
    if len(found) == 1 and found[0].startswith(_APPLICANT):
        rows = [kind.partition("@")[0] for kind in said if _holds(kind, phrase)]
        return (_with_rows(found[0], phrase, [row for row in rows if row in _ROWS]),)
    return tuple(found)


def _only_column(said: Sequence[str]) -> str:
    """自然人新收申请 10 件，办结 9 件: the one kind of applicants that the sentence has spoken of so far."""
    columns = {_row_and_column(kind)[1] for kind in said}
    return columns.pop() if len(columns) == 1 else ""


_ROWS = _FLOWS | OUTCOME_KINDS


def _column(phrase: Phrase) -> str:
    """Return the kind of applicant whose applications the sentence has come to speak of."""
    told = APPLICANT_WORDS.find(phrase.prefix)
    if not told or told[-1].kind == EVERYBODY or is_everybody(told[-1], phrase.prefix, phrase):
        return ""
    if _COUNTED.search(phrase.prefix, 0, told[-1].start):  # 61 件为企业申请，办结 568 件: of whomever
        return ""
    subject = phrase.prefix[told[-1].end :] == f"，{phrase.clause}"  # 法律服务机构，本年新提出 9 件
    return told[-1].kind if subject or _SCOPE.match(phrase.prefix, told[-1].end) else ""


def _column_of_base(phrase: Phrase, found: Sequence[str], said: Sequence[str]) -> str:
    """办结企业申请 9 件，其中予以公开 2 件、部分公开 1 件; 企业重复申请 3 件: the applicants of a row."""
    if not OUTCOME_KINDS.issuperset(found) or _OF_ALL.search(phrase.clause):
        return ""
    told = {each.kind for each in APPLICANT_WORDS.find(phrase.clause)} - {EVERYBODY}
    if len(told) == 1:
        return f"{told.pop()}|total"
    if not said:
        return ""
    row, column = _row_and_column(said[-1])
    if not column:
        return ""
    base = phrase.prefix.removesuffix(phrase.before)
    if (
        "其中" in phrase.before
        or base.endswith("中")
        or (row in OUTCOME_KINDS and phrase.before.startswith("、"))
    ):
        return column
    return f"{column}|total" if row in OUTCOME_KINDS and phrase.before.startswith("，") else ""


def of_applicants(kinds: Sequence[str], clause: str, said: str = "") -> tuple[str, ...]:
    """Return the kinds of a "none" for the applicants whose applications its clause speaks of.

    `said` is the kind stated before it: 企业申请办结 1 件，没有不予公开的 may go on about the same.

    >>> of_applicants(("carried_forward",), "企业提出的申请"), of_applicants(("received",), "")
    (('carried_forward@commercial_enterprise',), ('received',))
    >>> of_applicants(("denied",), "", "processed@commercial_enterprise")
    ('denied@commercial_enterprise|total',)
    """
    told = [each for each in APPLICANT_WORDS.find(clause) if clause[each.start : each.end] != "公民"]
    columns = {each.kind for each in told} - {EVERYBODY}
    _, before = _row_and_column(said)
    if not columns and before and OUTCOME_KINDS.issuperset(kinds):
        return tuple(f"{kind}@{before}|total" for kind in kinds)
    if not columns or any(kind.startswith(_APPLICANT) for kind in kinds):
        return tuple(kinds)
    return tuple(_with_column(kind, next(iter(columns))) for kind in kinds) if len(columns) == 1 else ()


def _row_and_column(kind: str) -> tuple[str, str]:
    """Return the row and the kind of applicant that a kind counts, "" where it names none."""
    row, _, column = kind.replace(_APPLICANT, "@").partition("@")
    return row, column.partition("|")[0]


def _with_column(kind: str, column: str) -> str:
    if kind in (RECEIVED, INCOMING):
        return _APPLICANT + column
    if kind in _ROWS:
        return f"{kind}@{column}"
    return kind if kind.startswith(_APPLICANT) or "@" in kind else ""


def _holds(kind: str, phrase: Phrase) -> bool:
    """Return whether a row said before it is that of the figure: not one of another item of a list."""
    item = of_item(phrase.prefix)
    return item == phrase.prefix or kind in {told.kind for told in _row_words(item)}


def _with_rows(kind: str, phrase: Phrase, rows: Sequence[str]) -> str:
    """结转下年度 2 件，其中自然人 1 件: of the row said before it, or of any that may be meant."""
    own = [row for row in dict.fromkeys(rows) if row in _FLOWS]
    column = kind.removeprefix(_APPLICANT)
    if among := _among(phrase.prefix):
        return kind if among == RECEIVED else f"{among}@{column}"
    if rows and rows[-1] in OUTCOME_KINDS:
        marker = max((each.end() for each in _OF_WHICH.finditer(phrase.prefix)), default=0)
        if marker and not OUTCOME_WORDS.find(phrase.prefix[marker:]):
            return f"{rows[-1]}@{column}"
        if not own:
            return f"{rows[-1]}|{RECEIVED}@{column}"
        return kind if RECEIVED in own else ""
    if not rows and (case := _CASES_OF.search(phrase.prefix)) and (told := OUTCOME_WORDS.find(case[0])):
        return f"{told[-1].kind}@{column}"
    if not own or {*own} <= {RECEIVED, INCOMING} or _AFRESH.search(phrase.clause):
        return kind
    return f"{'|'.join(own)}@{column}"


_AFRESH = re.compile("新[收提增]|新受理")


def _among(prefix: str) -> str:
    """办结申请中，自然人申请 9 件: the row that the sentence takes its applicants from."""
    found = list(_AMONG.finditer(prefix)) or list(_ALL_ARE.finditer(prefix))
    told = _row_words(found[-1][0]) if found else []
    return told[0].kind if told else ""


def _row_words(text: str) -> Sequence[Told]:
    return OUTCOME_WORDS.find(text) or STOCK_WORDS.find(text) or FLOW_WORDS.find(text)


# 因不掌握而无法提供的，自然人申请 5 件，企业申请 3 件
_CASES_OF = re.compile(r"[^，；：。\d]{2,40}的，(?=[^；。]{0,60}$)")
# 结转下年的申请均为自然人提出，共 5 件
_ALL_ARE = re.compile(r"(?:[^，；：。\d]|20\d\d(?=年)){2,16}申请(?:件|事项)?(?:全部|均|都)(?:[为是由]|来自)")
# 结转2024年度继续办理的申请中，; 不予公开决定中，
_AMONG = re.compile(
    r"(?:[^，；：。\d]|20\d\d(?=年)){2,40}(?:的(?:政府信息公开)?申请(?=，(?:由?自然人|商业企业|企业|法人|个人))"
    r"|(?:申请(?:件|事项)?|决定|(?<!年)答复)(?:书|件)?"
    r"(?:中|里|内|当中|按(?:照)?(?:申请人|申请主体|主体)(?:的?类[型别]|身份)?(?:划分|分类?|统计|来?看)?))[，：](?!其中)"
)
__all__ = ["inside", "of_applicants"]
