"""Rules on the report as a whole: its sections, its period, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nianbao.cells import State
from nianbao.model import Report
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import TableView, clean_outcomes, tables, without_number

_NUMERALS = "一二三四五六"
_MANDATORY = range(1, 6)
# The rule is about rows, not about what stands in them: no cell is named as holding.
_ROWS_COMPLETE = {
    key: outcome._replace(cells=())
    for key, outcome in clean_outcomes("FMT-06", Severity.ERROR, "各行齐全").items()
}


def _rows_complete(report: Report) -> Iterator[Outcome]:
    if not tables(report):
        message = "没有找到统一格式的表格，无法核对表格的行是否齐全。"
        yield Outcome("FMT-06", Verdict.NOT_ASSESSABLE, Severity.ERROR, (), message)
    lacking = without_number(report)
    for table in tables(report):
        yield _table_rows(report, table, _lost_rows(report, table) if lacking else {})


def _lost_rows(report: Report, table: TableView) -> dict[str, tuple[str, ...]]:
    cells = report.cells
    return {
        name: row
        for name, row in table.rows.items()
        if all(cells[address].state is State.MISSING for address in row)
    }


def _table_rows(report: Report, table: TableView, lost: dict[str, tuple[str, ...]]) -> Outcome:
    if not lost:
        return _ROWS_COMPLETE[table.key]
    if len(lost) == len(table.rows):
        return _table_lost(report, table)
    addresses = tuple(address for row in lost.values() for address in row)
    names = "、".join(f"“{name}”" for name in lost)
    message = f"{table.name}：原文中没有读到 {len(lost)} 行：{names}。"
    return Outcome("FMT-06", Verdict.FAILS, Severity.ERROR, addresses, message)


def _table_lost(report: Report, table: TableView) -> Outcome:
    """A table lost with its section is SEC-01's finding; without art20_9 a report is only warned (FMT-08)."""
    severity = Severity.WARNING if table.key[1] == "art20_9" else Severity.ERROR
    if report.section(table.section) is None:
        message = f"{table.name}：没有读到第{_NUMERALS[table.section - 1]}部分，无法核对表格的行是否齐全。"
        return Outcome("FMT-06", Verdict.NOT_ASSESSABLE, severity, table.cells, message)
    message = f"{table.name}：原文中没有读到这张表。"
    return Outcome("FMT-06", Verdict.FAILS, severity, table.cells, message)


def _sections_present(report: Report) -> Iterator[Outcome]:
    if not report.sections:
        message = "没有读到任何一个部分的标题，无法核对各部分是否齐全。"
        yield Outcome("SEC-01", Verdict.NOT_ASSESSABLE, Severity.ERROR, (), message)
        return
    found = {section.number for section in report.sections}
    missing = [number for number in _MANDATORY if number not in found]
    if not missing:
        yield Outcome("SEC-01", Verdict.HOLDS, Severity.ERROR, (), "第一至第五部分齐全。")
    for number in missing:
        message = f"没有读到第{_NUMERALS[number - 1]}部分。"
        yield Outcome("SEC-01", Verdict.FAILS, Severity.ERROR, (), message)


def _sixth_section_present(report: Report) -> Iterator[Outcome]:
    # Only the form of 2021 makes section 六 the place where the processing fee must be reported.
    severity = Severity.ERROR if report.form == "2021-30" else Severity.WARNING
    if not report.sections:
        message = "没有读到任何一个部分的标题，无法核对有没有第六部分。"
        yield Outcome("SEC-02", Verdict.NOT_ASSESSABLE, severity, (), message)
    elif report.section(6) is None:
        message = "没有读到第六部分“其他需要报告的事项”。"
        yield Outcome("SEC-02", Verdict.FAILS, severity, (), message)
    else:
        yield Outcome("SEC-02", Verdict.HOLDS, severity, (), "有第六部分“其他需要报告的事项”。")


def _whole_year(report: Report) -> Iterator[Outcome]:
    period = report.period
    if period is None:
        message = "报告没有写明统计期限，无法核对。"
        yield Outcome("PUB-06", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
    elif (period.start, period.end) == (date(report.year, 1, 1), date(report.year, 12, 31)):
        yield Outcome("PUB-06", Verdict.HOLDS, Severity.ERROR, (), "统计期限是报告年度的全年。")
    else:
        dates = f"{period.start.isoformat()} 至 {period.end.isoformat()}"
        message = f"统计期限写的是 {dates}，不是 {report.year} 年全年。"
        yield Outcome("PUB-06", Verdict.FAILS, Severity.ERROR, (), message)


FORM = (
    Rule(
        id="SEC-01",
        title="第一至第五部分齐全",
        formula="报告有第一、二、三、四、五部分",
        severity=Severity.ERROR,
        reason="这五个部分是条例和格式要求的内容，不能遗漏。",
        cause="漏写了一个部分，或者没有标题。",
        fix="补上缺少的部分和它的标题。",
        source="《政府信息公开条例》第五十条；国办公开办函〔2021〕30号附件，一",
        check=_sections_present,
    ),
    Rule(
        id="SEC-02",
        title="有第六部分",
        formula="报告有第六部分（2021 年格式下缺少为错误，2019 年格式下缺少为提醒）",
        severity=Severity.ERROR,
        reason="2021 年格式要求在这一部分专门报告信息处理费的收取情况。",
        cause="没有其他事项可写，整个部分就省略了。",
        fix="补上第六部分，写明收取信息处理费的情况；没有收取也要写明。",
        source="国办公开办函〔2021〕30号附件，一（六）",
        check=_sixth_section_present,
    ),
    Rule(
        id="PUB-06",
        title="统计期限是全年",
        formula="统计期限 = 报告年度的 1 月 1 日至 12 月 31 日",
        severity=Severity.ERROR,
        reason="期限不对，所有数字都不能与别的年度、别的机关相比。",
        cause="开头一段沿用了上一年的文字。",
        fix="改正统计期限，并确认表格里的数字是全年的。",
        source="国办公开办函〔2021〕30号附件，一（二）：核定时间点为 12 月 31 日",
        check=_whole_year,
    ),
    Rule(
        id="FMT-06",
        title="表格的行齐全",
        formula="表格的行 = 格式规定的行",
        severity=Severity.ERROR,
        reason="少了一行，就少了一项数据，合计也无法核对。",
        cause="分页时丢了行，或者把没有数字的行删掉了。",
        fix="补上缺少的行，没有的填 0。",
        source="国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件的表格",
        check=_rows_complete,
    ),
)
