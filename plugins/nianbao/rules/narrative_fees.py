"""The processing fee of section 六 (spec SEC-10, SEC-11), never compared with 行政事业性收费 (UNT-02)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from nianbao.facts import Fact, facts_of
from nianbao.model import Report, TableSlot
from nianbao.rules.narrative_quote import quote, words_of
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.wording import figure

_FORM = "2021-30"  # the form of 2019 asks for no fee
_STATED = re.compile(r"信息处理费|处理费|收费|收取|费用")
_STEP = Decimal(10)  # 元: every lawful sum of items and pages is a multiple (国办函〔2020〕109号, art. 4–5)


def _fee_stated(report: Report) -> Iterator[Outcome]:
    if report.form != _FORM:
        return
    section = report.section(6)
    if section is None:
        message = "没有读到第六部分，无法核对是否报告信息处理费。"
        yield Outcome("SEC-10", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
        return
    texts = [section.title, *(block.text for block in section.blocks if not isinstance(block, TableSlot))]
    words = tuple(words_of(fact) for fact in facts_of(report) if fact.kind == "fee" and fact.section == 6)
    if any(_STATED.search("".join(text.split())) for text in texts):
        message = "第六部分报告了收取信息处理费的情况。"
        yield Outcome("SEC-10", Verdict.HOLDS, Severity.WARNING, (), message, words=words)
    else:
        message = "第六部分没有报告是否收取信息处理费。"
        clerk = "在第六部分写明收取的金额；没有收取的，写“本年度未收取信息处理费”。"
        yield Outcome("SEC-10", Verdict.FAILS, Severity.WARNING, (), message, clerk=clerk)


def _fee_plausible(report: Report) -> Iterator[Outcome]:
    for fact in facts_of(report):
        if fact.kind == "fee" and fact.value:
            yield _multiple_of_ten(report, fact)


def _multiple_of_ten(report: Report, fact: Fact) -> Outcome:
    words = (words_of(fact),)
    if fact.step:
        message = f"正文{quote(report, fact)}是约数，无法核对。"
        return Outcome("SEC-11", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message, words=words)
    if fact.value % _STEP:
        amount = figure(fact.value)
        message = f"正文写{quote(report, fact)}，{amount} 元不是 10 元的倍数，按收费标准不会有这样的金额。"
        clerk = "对照缴费票据核对金额和单位。"
        return Outcome("SEC-11", Verdict.FAILS, Severity.NOTICE, (), message, words=words, clerk=clerk)
    message = f"正文{quote(report, fact)}符合按件、按页收费的标准。"
    return Outcome("SEC-11", Verdict.HOLDS, Severity.NOTICE, (), message, words=words)


FEES = (
    Rule(
        id="SEC-10",
        title="报告信息处理费",
        formula="2021 年格式：第六部分写明收取信息处理费的情况（包括“未收取”）",
        severity=Severity.WARNING,
        reason="格式要求在第六部分专门报告收取信息处理费的情况。",
        cause="第六部分只写了“无”。",
        fix="写明金额，或者写“本年度未收取信息处理费”。",
        source="国办公开办函〔2021〕30号，一（六）；国办函〔2020〕109号",
        check=_fee_stated,
    ),
    Rule(
        id="SEC-11",
        title="信息处理费的金额合乎标准",
        formula="信息处理费（元）是 10 的倍数",
        severity=Severity.NOTICE,
        reason="按件收费每档 100 元，按页收费每页 10、20 或 40 元，合法的金额都是 10 元的倍数。",
        cause="金额或单位写错。",
        fix="对照缴费票据核对。",
        source="国办函〔2020〕109号《政府信息公开信息处理费管理办法》第四、五条",
        check=_fee_plausible,
    ),
)
