"""Which figure about applications handed on from one year to the next a phrase states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import (
    BROUGHT,
    CARRIED,
    FLOW_WORDS,
    HANDLED,
    INCOMING,
    OPEN_STILL,
    PROCESSED,
    RECEIVED,
    STOCK_WORDS,
    TRANSFERRED,
)
from nianbao.facts.outcomes import AFTER
from nianbao.facts.phrase import Phrase


def stock_kinds(phrase: Phrase, said: Sequence[str], year: int) -> tuple[str, ...]:
    """Return what a figure of applications brought or carried forward counts.

    `said` are the kinds that its sentence has stated before it.
    """
    clause = phrase.clause
    if _TOGETHER.search(clause) or _FROM_LAST_YEAR.match(phrase.rest):
        return (INCOMING if _TOGETHER.search(clause) else BROUGHT,)
    told = before = STOCK_WORDS.find(clause)
    if not told:
        near = _AFTER_REST if _REST.search(clause) else AFTER
        told = [each for each in STOCK_WORDS.find(phrase.after) if each.start <= near]
    if not told and _BECAUSE.match(phrase.after):  # 3 件申请因临近年末转入下年办理
        told = STOCK_WORDS.find(phrase.after)
    if not told and (reason := _REASON.match(phrase.rest)):
        told = [each for each in STOCK_WORDS.find(reason["then"]) if each.start <= AFTER]
    if not told:
        return ()
    last = told[-1]
    if last.year == str(year) and (last.kind == CARRIED or _OPEN_STILL.search(clause + phrase.after)):
        # 2020年收到、结转至2021年的 9 件; 2021年未办结 3 件
        return (BROUGHT if last.kind == CARRIED else CARRIED,)
    if last.kind == TRANSFERRED:  # 新收…，结转…，办结…，结转…: the order tells which end of the year
        return (CARRIED if PROCESSED in said else BROUGHT if RECEIVED in said else TRANSFERRED,)
    expected = {BROUGHT: year - 1, CARRIED: year + 1}.get(last.kind)
    other = FLOW_WORDS.find(clause[last.end :]) if before else []
    if (last.year and int(last.year) != expected) or any(each.kind != HANDLED for each in other):
        return ("",)
    if before and _AFRESH.search(clause, last.start):  # 结转上年后新收到 47 件
        return ("",)
    return (last.kind,)


_OPEN_STILL = re.compile(OPEN_STILL)
# 9 件去年收到的申请结转本年办理
_FROM_LAST_YEAR = re.compile(
    r"(?:20\d\d年度?|去年|上一?年度?)(?:收到|受理|接收|未办结)的?[^，；。\d]{0,8}(?:结转|转入|接转)(?:至|到|入)?(?:本年|今年)"
)
_BECAUSE = re.compile("(?:政府信息公开|依申请公开)?(?:申请)?(?:因|由于)")
_AFRESH = re.compile(r"新(?:收|增|受理)")
_REASON = re.compile(
    r"(?:[^，；\d]{0,6}(?:因|由于|尚?在|尚?未到)[^，；\d]{2,24}|[系于在]{0,2}1[0-2]月[^，；\d]{0,6}(?:收到|提出|受理)的?)"
    r"，(?P<then>[^，；。（）\d]*(?:20\d\d年[^，；。（）\d]*)?)"
)  # 2 件因未到期限，结转至下一年度; 2 件于12月下旬收到，结转2020年办理
_NEW, _OLD = (
    r"(?:新收|新增|收到|受理|接收)[^，；\d]{0,12}",
    r"(?:上一?年|去年)度?(?:结转|转结|遗留)[^，；\d]{0,12}",
)
_WITH = "(?:和|及|与|、|加上?|连同)"
_TOGETHER = re.compile(
    rf"{_NEW}{_WITH}{_OLD}|{_OLD}{_WITH}[^，；\d]{{0,4}}{_NEW}|(?:新收{_WITH}结转|结转{_WITH}新收)"
)  # 新收和上年结转的申请共 9 件
_REST = re.compile(r"(?:另有|其余|剩余|尚有|还有|仍有)$")  # 另有 3 件申请按照《条例》顺延至下年度
_AFTER_REST = 20


__all__ = ["stock_kinds"]
