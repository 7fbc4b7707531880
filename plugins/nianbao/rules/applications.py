"""Rules on 表三 besides its sums (spec APP)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.identities import LINES
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import empty, without_number
from nianbao.rules.wording import cell_place, figure, total, unknown, why_unknown

# Column → what came in, the outcomes, what closes the sums: taken from the equations APP-01 and APP-03.
COLUMNS: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]] = {
    form_id: tuple(
        (balance.equation.left, outcomes.equation.left, balance.equation.right)
        for balance, outcomes in zip(LINES["APP-01"][form_id], LINES["APP-03"][form_id], strict=True)
    )
    for form_id in FORMS
}


def _part_within_whole(report: Report) -> Iterator[Outcome]:
    """APP-05 only where a sum of the column cannot be checked: elsewhere the sums say it already."""
    lacking = without_number(report)
    for incoming, outcomes, closing in COLUMNS.get(report.form, ()) if lacking else ():
        if not lacking.isdisjoint((*outcomes, *closing)):
            yield from _column(report, incoming, outcomes)


def _column(report: Report, incoming: tuple[str, ...], outcomes: tuple[str, ...]) -> Iterator[Outcome]:
    whole = total(report.cells, incoming)
    known = tuple(address for address in outcomes if report.cells[address].known)
    cells = (*known, *incoming)
    if whole is None:
        message = f"{why_unknown(report.cells, incoming, lambda cell: cell_place(report, cell))}。"
        yield Outcome("APP-05", Verdict.NOT_ASSESSABLE, Severity.ERROR, cells, message)
    elif known:
        yield from _parts(report, whole, incoming, known)


def _parts(
    report: Report, whole: Decimal, incoming: tuple[str, ...], known: tuple[str, ...]
) -> Iterator[Outcome]:
    larger = [address for address in known if (report.cells[address].value or 0) > whole]
    for address in larger:
        part = report.cells[address].value or whole
        message = f"{cell_place(report, address)}为 {figure(part)}，多于新收与上年结转之和 {figure(whole)}。"
        yield Outcome("APP-05", Verdict.FAILS, Severity.ERROR, (address, *incoming), message, part, whole)
    if not larger:
        message = "读到的各项办理结果都不多于新收与上年结转之和。"
        yield Outcome("APP-05", Verdict.HOLDS, Severity.ERROR, (*known, *incoming), message)


def _total_has_parts(report: Report) -> Iterator[Outcome]:
    """APP-06 where an applicant cell carries no number: six zeros beside a total are APP-02's finding."""
    lacking = without_number(report)
    for line in LINES["APP-02"].get(report.form, ()) if lacking else ():
        parts, (closing,) = line.equation.left, line.equation.right
        value = report.cells[closing].value
        if value and not lacking.isdisjoint(parts):
            verdict, message = _applicants(report, parts, unknown(report.cells, parts))
            message = f"{line.place}：总计为 {figure(value)}，{message}。"
            known = tuple(address for address in line.cells if address not in lacking)
            cells = known if verdict is Verdict.HOLDS else line.cells
            yield Outcome("APP-06", verdict, Severity.ERROR, cells, message)


def _applicants(report: Report, parts: tuple[str, ...], lacking: list[str]) -> tuple[Verdict, str]:
    if any(report.cells[address].value for address in parts):
        return Verdict.HOLDS, "其中有申请人的数字"
    if all(empty(report.cells[address]) for address in lacking):
        return Verdict.FAILS, "六类申请人却都没有数字"
    return (
        Verdict.NOT_ASSESSABLE,
        f"{why_unknown(report.cells, lacking, lambda cell: cell_place(report, cell))}",
    )


APPLICATIONS = (
    Rule(
        id="APP-05",
        title="每一项不多于收到的申请",
        formula="每一栏：任一办理结果 ≤ 本年新收 + 上年结转",
        severity=Severity.ERROR,
        reason="办理结果是收到的申请的一部分。合计无法核对的时候，用这一条核对。",
        cause="数字错了一栏。",
        fix="对照台账核对这一格。",
        source="由表三各行的含义推出（国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件）",
        check=_part_within_whole,
    ),
    Rule(
        id="APP-06",
        title="有总计就有申请人",
        formula="总计 > 0 ⇒ 六类申请人不全为 0 或空白",
        severity=Severity.ERROR,
        reason="格式要求按申请人的类别填写，每一件申请都有申请人。",
        cause="只填了总计一栏。",
        fix="按申请人的类别补齐六栏。",
        source="国办公开办函〔2021〕30号附件，一（三）：申请人的类别",
        check=_total_has_parts,
    ),
)
