"""Rules on single cells: sign, whole numbers, and rows that lack some of their figures (spec CEL)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nianbao.cells import State
from nianbao.model import Report
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import (
    TableView,
    clean_outcomes,
    nothing_wrong,
    number_without_unit,
    tables,
    without_number,
)
from nianbao.rules.wording import cell_place, figure

_ZERO = Decimal(0)
_NAMED = 3  # rows named in one sentence; the cells themselves are all in the outcome
_NONE_NEGATIVE = clean_outcomes("CEL-02", Severity.ERROR, "读到的数都不为负")
_ALL_WHOLE = clean_outcomes("CEL-03", Severity.ERROR, "读到的件数和项数都是整数")
_NONE_SHORT = clean_outcomes("CEL-08", Severity.ERROR, "没有缺数的行")


def _not_negative(report: Report) -> Iterator[Outcome]:
    lacking = without_number(report)
    negative = {
        address: value for address, cell in report.cells.items() if (value := cell.value) and value < _ZERO
    }
    for table in tables(report):
        wrong = [address for address in table.unsigned if address in negative] if negative else []
        for address in wrong:
            message = f"{cell_place(report, address)}为 {figure(negative[address])}，不应为负数。"
            yield Outcome("CEL-02", Verdict.FAILS, Severity.ERROR, (address,), message, negative[address])
        if not wrong:
            yield nothing_wrong(_NONE_NEGATIVE, table, lacking)


def _whole(report: Report) -> Iterator[Outcome]:
    lacking = without_number(report)
    fractions = {
        address: value
        for address, cell in report.cells.items()
        if (value := cell.value) and value != value.to_integral_value()
    }
    for table in tables(report):
        wrong = [address for address in table.counts if address in fractions] if fractions else []
        for address in wrong:
            message = f"{cell_place(report, address)}为 {figure(fractions[address])}，件数和项数应为整数。"
            yield Outcome("CEL-03", Verdict.FAILS, Severity.ERROR, (address,), message, fractions[address])
        if table.counts and not wrong:
            yield nothing_wrong(_ALL_WHOLE, table, lacking)


def _rows_full(report: Report) -> Iterator[Outcome]:
    lacking = without_number(report)
    for table in tables(report):
        rows = _short_rows(report, table) if lacking else {}
        if not rows:
            yield nothing_wrong(_NONE_SHORT, table, lacking)
            continue
        addresses = tuple(address for row in rows.values() for address in row)
        names = "、".join(f"“{name}”" for name in list(rows)[:_NAMED])
        more = f"等 {len(rows)} 行" if len(rows) > _NAMED else ""
        message = f"{table.name}：{names}{more}读到的数与栏数对不上，无法判断是原文缺数还是读取时丢失。"
        yield Outcome("CEL-08", Verdict.NOT_ASSESSABLE, Severity.ERROR, addresses, message)


def _short_rows(report: Report, table: TableView) -> dict[str, tuple[str, ...]]:
    return {name: row for name, row in table.rows.items() if _short(report, table, row)}


def _short(report: Report, table: TableView, row: tuple[str, ...]) -> bool:
    """Whether a row lacks some of its figures. A whole lost row is FMT-06's, a lacking unit ADB-06's."""
    states = [
        cell.state
        for address in row
        if (cell := report.cells[address]).value is None
        and not (address in table.unit_not_printed and number_without_unit(cell))
    ]
    return State.AMBIGUOUS in states or 0 < states.count(State.MISSING) < len(row)


CELLS = (
    Rule(
        id="CEL-02",
        title="数字不为负",
        formula="每一格 ≥ 0（“本年增/减”除外）",
        severity=Severity.ERROR,
        reason="件数、项数和金额都不会小于零，只有“本年增/减”可以为负。",
        cause="由公式算出的数带了负号，或者填错了栏。",
        fix="核对后改正。",
        source="国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件的表格",
        check=_not_negative,
    ),
    Rule(
        id="CEL-03",
        title="件数和项数是整数",
        formula="每一格是整数（金额除外）",
        severity=Severity.ERROR,
        reason="申请、案件、文件和项目都按整件、整项计算。",
        cause="填了平均数，或者文字识别多出了小数点。",
        fix="核对后改正。",
        source="国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件的表格",
        check=_whole,
    ),
    Rule(
        id="CEL-08",
        title="每一行的数与栏数相同",
        formula="一行读到的数 = 表格的栏数",
        severity=Severity.ERROR,
        reason="少一个数，后面的数就会错到别的栏里，看上去却很正常。",
        cause="合并了单元格，分页时断开，或者网页转成文字时丢了数。",
        fix="对照原件补齐这一行，发布时每一格都单独填写。",
        source="实际报告中多见",
        check=_rows_full,
    ),
)
