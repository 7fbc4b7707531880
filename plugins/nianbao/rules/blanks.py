"""Rules on blanks and marks: what the form expects to be 0, and totals left empty (spec CEL).

A blank total is CEL-05's where its parts ask for a value, and then not CEL-04's too.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nianbao.model import Report
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import TableView, clean_outcomes, empty, nothing_wrong, tables, without_number
from nianbao.rules.wording import cell_place, figure, total

_NONE_BLANK = clean_outcomes("CEL-04", Severity.WARNING, "没有该填 0 而留空的格")
_NO_TOTAL_BLANK = clean_outcomes("CEL-05", Severity.WARNING, "没有空着的总计")


def _blanks(report: Report) -> Iterator[Outcome]:
    lacking = without_number(report)
    for table in tables(report):
        blanks = _not_filled(report, table) if lacking else ()
        if blanks:
            message = f"{table.name}：{len(blanks)} 格为空白或符号，没有填 0，不能当作 0 计算。"
            yield Outcome("CEL-04", Verdict.FAILS, Severity.WARNING, blanks, message)
        else:
            yield nothing_wrong(_NONE_BLANK, table, lacking)


def _not_filled(report: Report, table: TableView) -> tuple[str, ...]:
    return tuple(
        address
        for address in table.cells
        if empty(report.cells[address]) and _asked(report, table, address) is None
    )


def _asked(report: Report, table: TableView, address: str) -> tuple[tuple[str, ...], Decimal] | None:
    """Return the printed parts of a total and their sum; None for another cell or where a part is unknown."""
    for parts in table.totals.get(address, ()):
        value = total(report.cells, parts)
        if value is not None:
            return parts, value
    return None


def _blank_totals(report: Report) -> Iterator[Outcome]:
    lacking = without_number(report)
    for table in tables(report):
        blank = [address for address in table.totals if address in lacking and empty(report.cells[address])]
        for address in blank:
            yield from _blank_total(report, table, address)
        if table.totals and not blank:
            yield nothing_wrong(_NO_TOTAL_BLANK, table, lacking)


def _blank_total(report: Report, table: TableView, address: str) -> Iterator[Outcome]:
    asked = _asked(report, table, address)
    place = cell_place(report, address)
    if asked is not None:
        parts, value = asked
        message = f"{place}没有填数，按各项之和应为 {figure(value)}。"
        yield Outcome("CEL-05", Verdict.FAILS, Severity.WARNING, (*parts, address), message, value)
        return
    around = [part for sums in table.totals[address] for part in sums]
    if any(report.cells[part].known for part in around):
        message = f"{place}没有填数，各项也不全，无法核对。"
        yield Outcome("CEL-05", Verdict.NOT_ASSESSABLE, Severity.WARNING, (*around, address), message)


BLANKS = (
    Rule(
        id="CEL-04",
        title="没有的填 0，不留空白",
        formula="每一格都有数字，不是空白、“—”、“/”或“无”",
        severity=Severity.WARNING,
        reason="空白可能是没有，也可能是漏填，不能替填报的机关判断，所以不当作 0。",
        cause="习惯把没有的留空，或者画一道横线。",
        fix="没有发生的填 0。",
        source="国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件的表格；实际报告中多见",
        check=_blanks,
    ),
    Rule(
        id="CEL-05",
        title="各项有数时总计不空",
        formula="各项都有数字 ⇒ 总计有数字",
        severity=Severity.WARNING,
        reason="总计空着，就无法与各项核对；这里只把应有的数写在旁边，不代为填写。",
        cause="填完各项后忘了填总计。",
        fix="按各项之和填上总计。",
        source="国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件的“总计”栏和行；实际报告中多见",
        check=_blank_totals,
    ),
)
