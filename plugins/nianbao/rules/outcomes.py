"""Rules on the outcomes of applications: their whole, their mix, the fee, shifted rows (spec APP)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nianbao.model import Report
from nianbao.rules.applications import COLUMNS
from nianbao.rules.identities import LINES
from nianbao.rules.prose import section_text
from nianbao.rules.rule import Doubt, Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import without_number
from nianbao.rules.wording import cell_place, figure, total

_PROCESSED = "applications.processed_total.total"
_OTHER = "applications.other_outcome"
_FEE = "applications.other_outcome.fee_unpaid.total"
_LARGE_SHARE = Decimal("0.2")
_LEAST_PROCESSED = 10  # below it a share means nothing


def _outcomes_are_all(report: Report) -> Iterator[Outcome]:
    """APP-07 where （七）总计 carries no number: elsewhere APP-01 and APP-03 say it together."""
    lacking = without_number(report)
    for incoming, outcomes, (processed, carried) in COLUMNS.get(report.form, ()) if lacking else ():
        if processed not in lacking:
            continue
        cells = (*outcomes, *incoming, carried)
        came, went, left = total(report.cells, incoming), total(report.cells, outcomes), report.cells[carried]
        place = cell_place(report, processed)
        if came is None or went is None or left.value is None:
            message = f"{place}没有可用的数，这一栏的其他数也不全，无法核对。"
            yield Outcome("APP-07", Verdict.NOT_ASSESSABLE, Severity.ERROR, cells, message)
        elif went == came - left.value:
            message = f"{place}没有可用的数，但各项结果之和与收到、结转的数相符。"
            yield Outcome("APP-07", Verdict.HOLDS, Severity.ERROR, cells, message, went, went)
        else:
            due = came - left.value
            message = (
                f"{place}没有可用的数；各项办理结果之和为 {figure(went)}，"
                f"按收到的减去结转的应为 {figure(due)}，相差 {figure(abs(went - due))}。"
            )
            yield Outcome("APP-07", Verdict.FAILS, Severity.ERROR, cells, message, went, due)


def _share_of_other(report: Report) -> Iterator[Outcome]:
    cells = tuple(
        address for address in report.cells if address.startswith(_OTHER) and address.endswith(".total")
    )
    if not cells:
        return
    other, processed = total(report.cells, cells), report.cells[_PROCESSED].value
    addresses = (*cells, _PROCESSED)
    if other is None or processed is None:
        message = "表三“其他处理”或“（七）总计”没有可用的数，无法计算。"
        yield Outcome("APP-08", Verdict.NOT_ASSESSABLE, Severity.NOTICE, addresses, message)
    elif processed >= _LEAST_PROCESSED and other > _LARGE_SHARE * processed:
        message = f"办结的 {figure(processed)} 件中有 {figure(other)} 件计入“其他处理”，超过两成。"
        yield Outcome("APP-08", Verdict.FAILS, Severity.NOTICE, addresses, message, other, processed)
    else:
        message = "计入“其他处理”的没有超过两成。"
        yield Outcome("APP-08", Verdict.HOLDS, Severity.NOTICE, addresses, message, other, processed)


def _fee_described(report: Report) -> Iterator[Outcome]:
    cell = report.cells.get(_FEE)
    if cell is None or cell.value == 0:
        return
    text = section_text(report, 6)
    if cell.value is None or text is None:
        message = f"{cell_place(report, _FEE)}没有可用的数，或者没有读到第六部分，无法核对。"
        yield Outcome("APP-09", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (_FEE,), message)
        return
    told = "费" in text
    verdict = Verdict.HOLDS if told else Verdict.FAILS
    cases = f"有 {figure(cell.value)} 件因逾期不缴费不再处理"
    message = f"{cases}，第六部分{'写到' if told else '没有写到'}信息处理费。"
    yield Outcome("APP-09", verdict, Severity.NOTICE, (_FEE,), message, cell.value)


def _rows_not_shifted(report: Report) -> Iterator[Outcome]:
    for line in LINES["APP-02"].get(report.form, ()):
        row = line.cells
        values = [value for address in row if (value := report.cells[address].value) is not None]
        if len(values) < len(row) or sum(values[:-1]) == values[-1]:
            continue
        largest = max(values)
        if values[-1] != largest and sum(values) == 2 * largest:
            message = f"{line.place}：最大的数 {figure(largest)} 等于其余各数之和，却不在总计栏，可能错了栏。"
            yield Outcome("APP-10", Verdict.FAILS, Severity.WARNING, row, message, doubt=Doubt.READING)
        else:
            message = f"{line.place}：合计不符，但不像是错了栏。"
            yield Outcome("APP-10", Verdict.HOLDS, Severity.WARNING, row, message)


OUTCOMES = (
    Rule(
        id="APP-07",
        title="办理结果不重不漏",
        formula="（七）总计没有数时：各项办理结果之和 = 本年新收 + 上年结转 − 结转下年度",
        severity=Severity.ERROR,
        reason="每一件只计入一种结果；部分公开的只计“部分公开”，不再计入别的结果。",
        cause="一件申请在两行里各计了一次，或者漏了一种结果。",
        fix="按办理台账核对，一件只计一次，再填上（七）总计。",
        source="国办公开办函〔2021〕30号附件，表三（二）：区分处理的，只计这一情形",
        check=_outcomes_are_all,
    ),
    Rule(
        id="APP-08",
        title="“其他处理”不多",
        formula="其他处理 ÷ （七）总计 ≤ 20%（办结 10 件以上）",
        severity=Severity.NOTICE,
        reason="格式要求关注这一项；申请人撤回的也计在这里，所以比例大也可能正常。",
        cause="转送、撤回的较多，或者没有按法定情形归类。",
        fix="能按法定情形归类的，归到相应的一项。",
        source="国办公开办函〔2019〕60号，一（三）",
        check=_share_of_other,
    ),
    Rule(
        id="APP-09",
        title="有逾期不缴费的，第六部分写到收费",
        formula="“2.申请人逾期未按收费通知……” > 0 ⇒ 第六部分写到信息处理费",
        severity=Severity.NOTICE,
        reason="有逾期不缴费的申请，就发过收费通知，应当在第六部分报告。",
        cause="第六部分照抄上一年。",
        fix="在第六部分写明收费通知和收费的情况。",
        source="国办公开办函〔2021〕30号附件，一（六）；国办函〔2020〕109号",
        check=_fee_described,
    ),
    Rule(
        id="APP-10",
        title="各栏没有错位",
        formula="合计不符的行里，最大的数在总计栏",
        severity=Severity.WARNING,
        reason="最大的数等于其余各数之和而不在总计栏，多半是整行错了栏，也可能是我们读错了。",
        cause="合并了单元格，或者转换时错了栏。",
        fix="对照原件逐栏核对这一行。",
        source="实际报告中多见",
        check=_rows_not_shifted,
    ),
)
