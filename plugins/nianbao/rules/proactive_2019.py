"""Rules on 主动公开 in the form of 2019: documents disclosed, stocks of items, procurement (spec ADB)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nianbao.cells import Cell
from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import number_without_unit
from nianbao.rules.wording import cell_place, figure, row_place, why_unknown

_FORM = FORMS["2019-60"]
_PLACES = {
    f"{table.id}.{row.id}": row_place(_FORM, table, row) for table in _FORM.tables for row in table.rows
}
_DISCLOSED = ("newly_disclosed", "total_disclosed")
_STOCK = ("items_prior_year", "items_change")
_ZERO = Decimal(0)
_LEAST_PROJECT, _LARGEST_PROJECT = Decimal("0.01"), Decimal(100_000)  # 万元: 100 元 to 10 亿元
_PROJECTS = "art20_9.centralized_procurement.projects"
_AMOUNT = "art20_9.centralized_procurement.amount"


def _rows(*columns: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every row that has all these columns: its name in words and the cells' addresses."""
    return tuple(
        (_PLACES[f"{table.id}.{row.id}"], tuple(table.address(row.id, column) for column in columns))
        for table in _FORM.tables
        if set(columns) <= {column.id for column in table.columns}
        for row in table.rows
    )


_DISCLOSED_ROWS, _STOCK_ROWS, _DECISION_ROWS = _rows(*_DISCLOSED), _rows(*_STOCK), _rows(*_STOCK, "decisions")


def _values(report: Report, addresses: tuple[str, ...]) -> list[Decimal] | None:
    values = [report.cells[address].value for address in addresses]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else None


def _unassessable(rule: str, severity: Severity, report: Report, addresses: tuple[str, ...]) -> Outcome:
    message = f"{why_unknown(report.cells, addresses, lambda cell: cell_place(report, cell))}。"
    return Outcome(rule, Verdict.NOT_ASSESSABLE, severity, addresses, message)


def _disclosed_within_total(report: Report) -> Iterator[Outcome]:
    for place, addresses in _DISCLOSED_ROWS if report.form == _FORM.id else ():
        values = _values(report, addresses)
        if values is None:
            yield _unassessable("ADB-01", Severity.ERROR, report, addresses)
            continue
        new, everything = values
        verdict = Verdict.HOLDS if new <= everything else Verdict.FAILS
        relation = "不多于" if new <= everything else "多于"
        message = f"{place}：本年新公开 {figure(new)} 件，{relation}对外公开总数量 {figure(everything)} 件。"
        yield Outcome("ADB-01", verdict, Severity.ERROR, addresses, message, new, everything)


def _stock_not_negative(report: Report) -> Iterator[Outcome]:
    for place, addresses in _STOCK_ROWS if report.form == _FORM.id else ():
        values = _values(report, addresses)
        if values is None:
            yield _unassessable("ADB-02", Severity.ERROR, report, addresses)
            continue
        stock = sum(values, _ZERO)
        verdict = Verdict.HOLDS if stock >= 0 else Verdict.FAILS
        message = f"{place}：上一年项目数量加本年增减为 {figure(stock)} 项。"
        yield Outcome("ADB-02", verdict, Severity.ERROR, addresses, message, stock, _ZERO)


def _decisions_need_items(report: Report) -> Iterator[Outcome]:
    for place, addresses in _DECISION_ROWS if report.form == _FORM.id else ():
        values = _values(report, addresses)
        if values is None:
            yield _unassessable("ADB-03", Severity.WARNING, report, addresses)
            continue
        prior, change, decisions = values
        items = max(prior, prior + change)
        if decisions > 0 and items <= 0:
            verdict, message = Verdict.FAILS, f"{place}：有处理决定 {figure(decisions)} 件，项目数量却为 0。"
        else:
            verdict, message = Verdict.HOLDS, f"{place}：处理决定与项目数量相符。"
        yield Outcome("ADB-03", verdict, Severity.WARNING, addresses, message, decisions, items)


def _procurement_pair(report: Report) -> Iterator[Outcome]:
    if report.form != _FORM.id:
        return
    addresses = (_PROJECTS, _AMOUNT)
    values = _values(report, addresses)
    if values is None:
        yield _unassessable("ADB-05", Severity.WARNING, report, addresses)
        return
    projects, amount = values
    verdict = Verdict.HOLDS if bool(projects) == bool(amount) else Verdict.FAILS
    message = f"政府集中采购：项目数量 {figure(projects)} 项，总金额 {figure(amount)} 万元。"
    yield Outcome("ADB-05", verdict, Severity.WARNING, addresses, message, projects, amount)


def _procurement_unit(report: Report) -> Iterator[Outcome]:
    if report.form == _FORM.id:
        yield _unit(report, report.cells[_AMOUNT])


def _unit(report: Report, cell: Cell) -> Outcome:
    if cell.known:
        message = "政府集中采购总金额的单位清楚。"
        return Outcome("ADB-06", Verdict.HOLDS, Severity.WARNING, (_AMOUNT,), message, cell.value)
    if number_without_unit(cell):
        message = f"政府集中采购总金额印的是“{cell.raw.strip()}”，没有单位，分不清是元还是万元。"
        return Outcome("ADB-06", Verdict.FAILS, Severity.WARNING, (_AMOUNT,), message)
    return _unassessable("ADB-06", Severity.WARNING, report, (_AMOUNT,))


def _items_not_cases(report: Report) -> Iterator[Outcome]:
    for place, addresses in _DECISION_ROWS if report.form == _FORM.id else ():
        values = _values(report, addresses)
        if values is None:
            yield _unassessable("ADB-04", Severity.NOTICE, report, addresses)
            continue
        prior, change, decisions = values
        suspicious = prior > 0 and change and decisions and change == decisions - prior
        verdict = Verdict.FAILS if suspicious else Verdict.HOLDS
        message = (
            f"{place}：增减数 {change:+f} 恰好是处理决定 {figure(decisions)} 件减去上一年的 {figure(prior)}，"
            "可能把办件数当作了项目数。"
            if suspicious
            else f"{place}：项目数量不像是办件数。"
        )
        yield Outcome("ADB-04", verdict, Severity.NOTICE, addresses, message)


def _procurement_size(report: Report) -> Iterator[Outcome]:
    if report.form != _FORM.id:
        return
    values = _values(report, (_PROJECTS, _AMOUNT))
    if values is None:
        yield _unassessable("ADB-07", Severity.NOTICE, report, (_PROJECTS, _AMOUNT))
        return
    projects, amount = values
    if not projects or not amount:  # one without the other is ADB-05's
        return
    usual = _LEAST_PROJECT <= amount / projects <= _LARGEST_PROJECT
    verdict = Verdict.HOLDS if usual else Verdict.FAILS
    message = (
        f"政府集中采购：{figure(projects)} 个项目共 {figure(amount)} 万元，"
        f"{'每个项目的金额在常见的范围内' if usual else '平均金额少见，可能写错了单位'}。"
    )
    yield Outcome("ADB-07", verdict, Severity.NOTICE, (_PROJECTS, _AMOUNT), message, amount, projects)


PROACTIVE_2019 = (
    Rule(
        id="ADB-01",
        title="本年新公开不多于对外公开总数",
        formula="本年新公开数量 ≤ 对外公开总数量",
        severity=Severity.ERROR,
        reason="本年新公开的是对外公开总数的一部分。",
        cause="两栏填反了。",
        fix="核对后改正。",
        source="国办公开办函〔2019〕60号附件，第二十条第（一）项",
        check=_disclosed_within_total,
    ),
    Rule(
        id="ADB-02",
        title="项目数量不为负",
        formula="上一年项目数量 + 本年增/减 ≥ 0",
        severity=Severity.ERROR,
        reason="减少的项目不会比原有的多。",
        cause="增减的正负号写错了。",
        fix="对照事项清单核对。",
        source="国办公开办函〔2019〕60号附件，第二十条第（五）、（六）、（八）项",
        check=_stock_not_negative,
    ),
    Rule(
        id="ADB-03",
        title="有处理决定就有项目",
        formula="处理决定数量 > 0 ⇒ 上一年项目数量 > 0，或者加上本年增/减后 > 0",
        severity=Severity.WARNING,
        reason="没有这一类项目，就不会作出这一类决定。",
        cause="项目数量没有填，留作 0。",
        fix="按权责清单填写项目数量。",
        source="国办公开办函〔2019〕60号附件，第二十条第（五）、（六）项",
        check=_decisions_need_items,
    ),
    Rule(
        id="ADB-04",
        title="项目数量不是办件数",
        formula="本年增/减 ≠ 处理决定数量 − 上一年项目数量（三者都不为 0 时）",
        severity=Severity.NOTICE,
        reason="增减数恰好是两年办件数之差，说明项目数量一栏填的是办件数。",
        cause="把上一年的办件数填作上一年项目数量。",
        fix="按权责清单填项目数量。",
        source="国办公开办函〔2019〕60号附件，第二十条第（五）、（六）项；实际报告中所见",
        check=_items_not_cases,
    ),
    Rule(
        id="ADB-05",
        title="采购项目与金额同有同无",
        formula="采购项目数量 = 0 ⇔ 采购总金额 = 0",
        severity=Severity.WARNING,
        reason="有采购项目就有金额，没有项目就没有金额。",
        cause="漏填了一格。",
        fix="补齐项目数量或金额。",
        source="国办公开办函〔2019〕60号附件，第二十条第（九）项",
        check=_procurement_pair,
    ),
    Rule(
        id="ADB-06",
        title="采购金额写明单位",
        formula="采购总金额的格内或栏头写有“元”或“万元”",
        severity=Severity.WARNING,
        reason="2019 年格式没有印单位，不写明就相差一万倍。",
        cause="只填了数字。",
        fix="在数字后写上“万元”。",
        source="国办公开办函〔2019〕60号附件，第二十条第（九）项；实际报告中元和万元都有",
        check=_procurement_unit,
    ),
    Rule(
        id="ADB-07",
        title="采购项目的平均金额在常见的范围内",
        formula="采购总金额 ÷ 采购项目数量在 0.01 万元与 100000 万元之间",
        severity=Severity.NOTICE,
        reason="平均金额过大或过小，多半是元和万元混淆。",
        cause="把元读作万元，或者反过来。",
        fix="核对金额的单位。",
        source="实际报告中多见",
        check=_procurement_size,
    ),
)
