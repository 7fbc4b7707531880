"""Notices on figures far from those of other years (spec XYR-08, CEL-10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median_low

from nianbao.forms import FORMS, Form
from nianbao.model import Report
from nianbao.rules.carried import last_year
from nianbao.rules.neighbours import Neighbours
from nianbao.rules.records import Record
from nianbao.rules.rule import Outcome, SeriesRule, Severity, Verdict
from nianbao.rules.wording import cell_place, figure

_TIMES = 10
_LEAST_DIFFERENCE = 100  # below it ten times as many is everyday: 1 application last year, 12 this year
_TIMES_MEDIAN = 100
_LEAST_YEARS = 3  # other years that a median needs to mean anything


def _watched(form: Form) -> tuple[str, ...]:
    """Return the totals of 表三 and 表四 and every cell of 表二: parts of a total would only repeat it."""
    return tuple(
        address
        for table in form.tables
        for address in table.addresses()
        if table.section == 2 or address.endswith(".total")
    )


_WATCHED: Mapping[str, tuple[str, ...]] = {form.id: _watched(form) for form in FORMS.values()}
_SHARED = frozenset(
    address
    for address in frozenset.intersection(*(frozenset(watched) for watched in _WATCHED.values()))
    if not address.startswith("art20_")  # 表二 of the two forms counts differently (XYR-10)
)


def _comparable(report: Report, other: Record) -> Iterator[str]:
    """Yield the watched cells that mean the same in both reports."""
    for address in _WATCHED.get(report.form, ()):
        if other.form == report.form or address in _SHARED:
            yield address


def _jump(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    before = last_year(report, neighbours)
    if before is None or not before.same_scope or not report.form:
        return
    (other, *_), held = before.copies, []
    for address in _comparable(report, other):
        now, earlier = report.cells[address].value, other.value(address)
        if now is None or earlier is None:
            continue
        if abs(now - earlier) < _LEAST_DIFFERENCE or _TIMES * abs(now) >= abs(earlier) >= abs(now) / _TIMES:
            held.append(address)
            continue
        message = (
            f"{cell_place(report, address)}：{report.year - 1} 年为 {figure(earlier)}，"
            f"{report.year} 年为 {figure(now)}，相差十倍以上。"
        )
        yield Outcome("XYR-08", Verdict.FAILS, Severity.NOTICE, (address,), message, now, earlier)
    yield _others("XYR-08", held, f"其余的合计与 {report.year - 1} 年相比没有十倍以上的变化。")


def _outlier(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    others = [copies[0] for year, copies in neighbours.years.items() if year != report.year]
    if len(others) < _LEAST_YEARS or not report.form:
        return
    held: list[str] = []
    for address in _WATCHED[report.form]:
        values = [value for each in others if (value := _value(report, each, address)) is not None]
        now = report.cells[address].value
        if now is None or len(values) < _LEAST_YEARS:
            continue
        middle = median_low(values)
        if now < _LEAST_DIFFERENCE or now <= _TIMES_MEDIAN * max(middle, Decimal(1)):
            held.append(address)
            continue
        message = (
            f"{cell_place(report, address)}为 {figure(now)}，"
            f"是其他年度中位数 {figure(middle)} 的一百倍以上，可能写错了单位。"
        )
        yield Outcome("CEL-10", Verdict.FAILS, Severity.NOTICE, (address,), message, now, middle)
    yield _others("CEL-10", held, "其余的合计没有超过其他年度中位数的一百倍。")


def _value(report: Report, other: Record, address: str) -> Decimal | None:
    return other.value(address) if other.form == report.form or address in _SHARED else None


def _others(rule: str, held: list[str], message: str) -> Outcome:
    if not held:
        message = "两年中没有都读到的合计，无法比较。"
        return Outcome(rule, Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
    return Outcome(rule, Verdict.HOLDS, Severity.NOTICE, tuple(held), message)


JUMPS = (
    SeriesRule(
        id="XYR-08",
        title="与上一年相比没有十倍以上的变化",
        formula="本年 ÷ 上一年在 1/10 与 10 之间，或者相差不到 100",
        severity=Severity.NOTICE,
        reason="十倍以上的变化可能是真的，也可能是单位、统计范围或者数字写错了。",
        cause="把元填成万元，改变了统计范围，或者多写、少写了一位。",
        fix="核对这一格；确实如此的，可在第一部分说明原因。",
        source="实际报告中多见",
        check=_jump,
    ),
    SeriesRule(
        id="CEL-10",
        title="没有超出其他年度一百倍的数",
        formula="每一格 ≤ 100 × 其他年度的中位数（至少有三个年度可比）",
        severity=Severity.NOTICE,
        reason="比历年高出一百倍的数可能是真的，更可能是单位或数位写错了。",
        cause="把元填成万元，或者两个数连在一起。",
        fix="核对这一格的单位和数位。",
        source="实际报告中多见",
        check=_outlier,
    ),
)
