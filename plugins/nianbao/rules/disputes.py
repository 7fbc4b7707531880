"""Notices on disputes that earlier years do not explain (spec REV-05, REV-06)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nianbao.model import Report
from nianbao.rules.neighbours import Neighbours
from nianbao.rules.rule import Outcome, SeriesRule, Severity, Verdict
from nianbao.rules.wording import figure, total

_RECONSIDERED = "disputes.reconsideration.total"
_SUED_AFTER = "disputes.litigation_after_reconsideration.total"
_CASES = (_RECONSIDERED, "disputes.litigation_direct.total", _SUED_AFTER)
_CAME_IN = ("applications.new.total", "applications.brought_forward.total")


def _over_years(
    report: Report, neighbours: Neighbours, addresses: tuple[str, ...], back: int
) -> Decimal | None:
    """Return the sum over this year and `back` years before it, None where one of them is not known."""
    sums = [total(report.cells, addresses)]
    for year in range(report.year - back, report.year):
        copies = neighbours.years.get(year)
        sums += [copies[0].value(address) for address in addresses] if copies else [None]
    known = [value for value in sums if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(sums) else None


def _reconsidered_before(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    if not report.form or report.cells[_SUED_AFTER].value == 0:
        return
    sued = report.cells[_SUED_AFTER].value
    before = _over_years(report, neighbours, (_RECONSIDERED,), 2)
    years = f"{report.year - 2} 年至 {report.year} 年"
    if sued is None or before is None:
        message = f"{years}的行政复议总计不全，无法核对复议后起诉的案件。"
        yield Outcome("REV-05", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (_SUED_AFTER,), message)
    elif before:
        message = f"{years}有行政复议案件，复议后起诉有来由。"
        yield Outcome("REV-05", Verdict.HOLDS, Severity.NOTICE, (_SUED_AFTER,), message, sued, before)
    else:
        message = f"复议后起诉 {figure(sued)} 件，{years}却没有行政复议案件。"
        yield Outcome("REV-05", Verdict.FAILS, Severity.NOTICE, (_SUED_AFTER,), message, sued, before)


def _applied_before(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    cases = total(report.cells, _CASES) if report.form else Decimal(0)
    if cases == 0:
        return
    came = _over_years(report, neighbours, _CAME_IN, 1)
    years = f"{report.year - 1} 年和 {report.year} 年"
    if cases is None or came is None:
        message = f"{years}的申请或案件总计不全，无法核对。"
        yield Outcome("REV-06", Verdict.NOT_ASSESSABLE, Severity.NOTICE, _CASES, message)
    elif came:
        message = f"{years}收到过申请，复议和诉讼有来由。"
        yield Outcome("REV-06", Verdict.HOLDS, Severity.NOTICE, _CASES, message, cases, came)
    else:
        message = f"行政复议和行政诉讼共 {figure(cases)} 件，{years}却没有收到过申请。"
        yield Outcome("REV-06", Verdict.FAILS, Severity.NOTICE, _CASES, message, cases, came)


DISPUTES = (
    SeriesRule(
        id="REV-05",
        title="复议后起诉之前有行政复议",
        formula="复议后起诉 > 0 ⇒ 本年和前两年的行政复议总计 > 0",
        severity=Severity.NOTICE,
        reason="先有复议，才有复议后的起诉。复议也可能更早，或者由别的机关作出，所以只作提示。",
        cause="案件归错了类。",
        fix="核对案件是不是复议后起诉。",
        source="国办公开办函〔2021〕30号附件，一（四）",
        check=_reconsidered_before,
    ),
    SeriesRule(
        id="REV-06",
        title="有复议、诉讼之前有申请",
        formula="复议、诉讼总计 > 0 ⇒ 本年或上一年收到过申请",
        severity=Severity.NOTICE,
        reason="案件多因申请而起。也可能因主动公开或更早的申请，所以只作提示。",
        cause="两张表的统计范围不同。",
        fix="核对两张表的统计范围。",
        source="国办公开办函〔2021〕30号附件，一（四）",
        check=_applied_before,
    ),
)
