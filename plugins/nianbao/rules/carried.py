"""Rules on what is carried from one year to the next: applications, and cases still pending (spec XYR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.neighbours import Neighbours
from nianbao.rules.records import Record
from nianbao.rules.rule import Doubt, Outcome, SeriesRule, Severity, Verdict
from nianbao.rules.wording import cell_place, column_name, figure

_TABLE = FORMS["2021-30"].table("applications")
_COLUMNS = {column.id: column_name(column) for column in _TABLE.columns} if _TABLE else {}
_GROUPS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
_ANOTHER_SCOPE = "，但两年的统计范围不同（一年只含本机关，另一年含下级和部门）"


class Before(NamedTuple):
    """The report of last year: its copies, and whether they have the same scope as this year's."""

    copies: tuple[Record, ...]
    same_scope: bool


def last_year(report: Report, neighbours: Neighbours) -> Before | None:
    """Return the reports of the year before; those of the other scope only where no choice is left.

    An authority may publish two reports for one year (T-20): where it has done so in either year, its
    own one and its aggregate one are never compared with each other.
    """
    year = report.year - 1
    if neighbours.years.get(year):
        return Before(neighbours.years[year], same_scope=True)
    if neighbours.other_scope.get(year) and report.year not in neighbours.other_scope:
        return Before(neighbours.other_scope[year], same_scope=False)
    return None


def _total(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    before = last_year(report, neighbours)
    if before and report.form:
        severity = Severity.ERROR if before.same_scope else Severity.WARNING
        yield _carried(report, before, "XYR-01", "total", severity)


def _applicants(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    before = last_year(report, neighbours)
    if before and report.form:
        for column in [column for column in _COLUMNS if column != "total"]:
            yield _carried(report, before, "XYR-02", column, Severity.WARNING)


def _carried(report: Report, before: Before, rule: str, column: str, severity: Severity) -> Outcome:
    address = f"applications.brought_forward.{column}"
    now = report.cells[address].value
    earlier = {each.value(f"applications.carried_forward.{column}") for each in before.copies}
    name = f"表三“{_COLUMNS[column]}”一栏"
    if now is None or None in earlier:
        where = f"{report.year} 年的上年结转" if now is None else f"{report.year - 1} 年的结转下年度"
        message = f"{name}：{where}没有可用的数，无法核对两年的衔接。"
        return Outcome(rule, Verdict.NOT_ASSESSABLE, severity, (address,), message)
    if now in earlier:
        message = f"{name}：上年结转与 {report.year - 1} 年报告的结转下年度相同。"
        return Outcome(rule, Verdict.HOLDS, severity, (address,), message, now, now)
    right = min(each for each in earlier if each is not None)
    message = (
        f"{name}：{report.year} 年报告的上年结转为 {figure(now)} 件，"
        f"{report.year - 1} 年报告的结转下年度为 {figure(right)} 件，相差 {figure(abs(now - right))}"
        f"{'' if before.same_scope else _ANOTHER_SCOPE}。"
    )
    clerk = (
        f"对照 {report.year - 1} 年的报告核对{cell_place(report, address)}："
        f"那一年结转下年度 {figure(right)} 件，应原样填入；若上年有误，在第六部分说明。"
    )
    ours = any(f"applications.carried_forward.{column}" in each.inferred for each in before.copies)
    doubt = Doubt.READING if ours else Doubt.AUTHORITY
    return Outcome(rule, Verdict.FAILS, severity, (address,), message, now, right, clerk=clerk, doubt=doubt)


def _pending(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    before = last_year(report, neighbours)
    if before is None or not before.same_scope or not report.form:
        return
    for group in _GROUPS:
        address = f"disputes.{group}.total"
        now, earlier = report.cells[address].value, before.copies[0].value(f"disputes.{group}.pending")
        name = cell_place(report, address)
        if now is None or earlier is None:
            message = f"{name}：{report.year - 1}、{report.year} 两年的数不全，无法核对。"
            yield Outcome("XYR-06", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (address,), message)
        elif now >= earlier:
            message = f"{name}不少于 {report.year - 1} 年尚未审结的件数。"
            yield Outcome("XYR-06", Verdict.HOLDS, Severity.NOTICE, (address,), message, now, earlier)
        else:
            message = (
                f"{name}为 {figure(now)} 件，少于 {report.year - 1} 年报告中尚未审结的 {figure(earlier)} 件。"
            )
            yield Outcome("XYR-06", Verdict.FAILS, Severity.NOTICE, (address,), message, now, earlier)


CARRIED = (
    SeriesRule(
        id="XYR-01",
        title="上年结转等于上一年的结转下年度",
        formula="本年“上年结转”总计 = 上一年“结转下年度继续办理”总计",
        severity=Severity.ERROR,
        reason="上一年没有办完、转到本年的，就是本年从上年接过来的，是同一批申请。统计范围改变时只作可疑。",
        cause="按另一本台账统计，或者上一年的报告有误。",
        fix="对照上一年的报告改正；若上一年有误，在第六部分说明。",
        source="由表三两行的名称推出：上年结转政府信息公开申请数量、结转下年度继续办理",
        check=_total,
    ),
    SeriesRule(
        id="XYR-02",
        title="各类申请人的上年结转等于上一年的结转下年度",
        formula="六类申请人各一栏：本年“上年结转” = 上一年“结转下年度继续办理”",
        severity=Severity.WARNING,
        reason="同一批申请的申请人不会变；但申请人的类别有时会重新认定，所以只作可疑。",
        cause="两年对申请人的归类不一致。",
        fix="按上一年的归类填写，或者在第六部分说明重新归类。",
        source="由表三两行的名称推出：上年结转政府信息公开申请数量、结转下年度继续办理",
        check=_applicants,
    ),
    SeriesRule(
        id="XYR-06",
        title="上一年尚未审结的案件在本年仍有着落",
        formula="表四各类：本年总计 ≥ 上一年“尚未审结”",
        severity=Severity.NOTICE,
        reason="年底没有审结的案件，下一年或者审结，或者仍未审结。但各地的统计口径没有统一规定，所以只作提示。",
        cause="只统计了本年新发生的案件。",
        fix="核对案件台账，必要时说明统计口径。",
        source="由表四“尚未审结”和“总计”两栏的含义推出",
        check=_pending,
    ),
)
