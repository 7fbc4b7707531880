"""Whether the words around a figure leave open what it counts: those of its clause, and of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from nianbao.facts.documents import IN_FORCE
from nianbao.facts.fact import Fact
from nianbao.facts.kinds import (
    APPLICANT_WORDS,
    BROUGHT,
    DISPUTE_WORDS,
    EVERYBODY,
    NOBODY,
    OUTCOME_WORDS,
    RECEIVED,
    STOCK_WORDS,
    Vocabulary,
)
from nianbao.facts.plain import TOTALS, is_vague, unknown_words
from nianbao.facts.text import printed
from nianbao.model import Report

_END_OF_TAIL = re.compile(r"[，。；、：（）！？]|[\d一二两三四五六七八九十百][件宗份起例个条次项笔]|\d%")
_END_OF_SENTENCE = re.compile(r"[。！？]")
_PIECE = re.compile(r"[，；：（]|(?<=[\d一二两三四五六七八九十百])[件宗份起例]")
_BEHIND = re.compile(  # what tells no more of the figure: 9 件，比上年增长; 9 件均可查询
    r"[较比与和同][^，。；]*|增长|增加|减少|下降|上升|多|少|占|达|超过|持平|相比|同比|左右|以上|次|元|万|[\d.]"
    r"|逐一?|研究|均?可查询|以[^，。；]{2,6}为主"
)
_NOT_COUNTED = re.compile(
    r"(?:不|未|没有|另行|单独)(?:再)?(?:计入|列入|纳入|包含在|包括在|汇入|并入|在|属于?)[^，。；]{0,10}"
    r"(?:本报告|本表|统计|表格|表内)|与(?:本报告|本表)[^，。；]{0,8}无关|独立编[报制]"
    r"|自行(?:编制|公布|公开)[^，。；]{0,10}(?:报告|年报)"
)
_OF_YEAR = re.compile(r"年内|全年|[本今当]年|一年来|报告期|20\d\d年度?(?![底末]|\d{1,2}月)")
# 企业上年结转 1 件、新提 2 件，办结 3 件
_HAS_CASES = re.compile(r"[^，；：、（。\d]{0,8}?(?:结转|转入|办结|新提|新收)")
_OTHERWISE_NAMED = re.compile(r"[此该]|上述|前述|这")  # 未因此作不予处理: for a reason named before
_ADDED = ("连同", "加上")  # 连同各部门承办的 9 件，全市新收 12 件
_AT_FIRST = re.compile(r"[年期]初|上一?年度?[末底]|去年[末底]")
_WITH_FIGURE = re.compile(r"[^，；：、（。]{0,12}?[\d〇零一二两三四五六七八九十百][件宗份起例]")


class _Around(NamedTuple):
    """Of the sentence of a figure: the item before its clause, what stands behind it, and the whole."""

    lead: str
    tail: str
    sentence: str


def is_doubtful(fact: Fact, report: Report) -> bool:
    """Return whether a fact may count a part only, or something else, for all that its sentence says.

    Its clause or what stands behind the figure holds a word that is not known; a row or outcome named before
    it may be that of its applicants or cases; or the sentence says that no table has the figure.
    """
    if is_vague(fact, report) or _is_of_something_else(fact):
        return True
    around = _around(fact, report)
    return bool(
        (not fact.none and unknown_words(fact.kind, _BEHIND.sub("", around.tail), report))
        or _is_of_row_before(fact, around.lead)
        or _NOT_COUNTED.search(around.sentence)
        or ("累计" in fact.clause and not _OF_YEAR.search(around.lead + fact.clause))
    )


def _is_of_something_else(fact: Fact) -> bool:
    """Return whether its clause, though every word is known, points to another reason, time or body."""
    if fact.none:
        nobody = fact.kind in (RECEIVED, NOBODY)
        of_stock = nobody and bool(STOCK_WORDS.find(fact.clause))  # 结转的申请中没有自然人的
        return of_stock or bool(_OTHERWISE_NAMED.search(fact.clause))
    if fact.kind.endswith(IN_FORCE):
        return bool(_AT_FIRST.search(fact.clause))
    return fact.kind in TOTALS and fact.kind != BROUGHT and fact.clause.startswith(_ADDED)


def _around(fact: Fact, report: Report) -> _Around:
    squeezed = next(
        each.squeezed for each in printed(report) if (each.section, each.number) == (fact.section, fact.block)
    )
    text, places = squeezed

    def at(place: int) -> int:
        return place if places is None else bisect_left(places, place)

    first, start, end = at(fact.sentence), at(fact.start), at(fact.end)
    stop = _END_OF_SENTENCE.search(text, end)
    last = stop.start() if stop else len(text)
    item = max(first, text.rfind("；", first, start) + 1)
    piece = max((found.end() for found in _PIECE.finditer(text, item, start)), default=item)
    behind = _END_OF_TAIL.search(text, end, last)
    return _Around(text[item:piece], text[end : behind.start() if behind else last], text[first:last])


def _is_of_row_before(fact: Fact, lead: str) -> bool:
    """无法提供的，自然人 9 件，企业 0 件; 尚未审结的诉讼中，直接起诉 2 件: not all of theirs."""
    applicants = [each.end for each in APPLICANT_WORDS.find(lead) if each.kind != EVERYBODY]
    of_others = DISPUTE_WORDS.find(lead) if fact.kind.endswith(".total") else applicants
    if not fact.value and not fact.kind.endswith("_rate") and of_others:
        return True  # a 0 is soon said of one column of many
    if fact.kind in TOTALS:
        return any(_HAS_CASES.match(lead, end) or not _WITH_FIGURE.match(lead, end) for end in applicants)
    if fact.kind.startswith("applicant."):
        return bool(OUTCOME_WORDS.find(lead)) or _is_open(STOCK_WORDS, lead)
    return fact.kind.endswith(".total") and _is_open(DISPUTE_WORDS, lead)


def _is_open(vocabulary: Vocabulary, lead: str) -> bool:
    """Return whether a word of these stands in `lead` without a figure of its own."""
    return any(not _WITH_FIGURE.match(lead, each.end) for each in vocabulary.find(lead))


__all__ = ["is_doubtful"]
