"""Rules on how figures are printed in their cells: words, separators, merged and compound cells (spec CEL).

They look at the text as printed (`Cell.raw`); where that was not kept they say nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from nianbao.cells import Cell, State
from nianbao.facts.once import once_a_report
from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.rule import Doubt, Outcome, Rule, Severity, Verdict
from nianbao.rules.tables import TableView, tables, without_number
from nianbao.rules.wording import cell_place

_UNIT = re.compile(r"[0-9]\s*(?:万元|亿元|元|[件项条个次宗份])")
_FORMATTED = re.compile(r"[０-９]|[0-9]\s*[,，]\s*[0-9]|[0-9]\s+[0-9]")
# +(3) -(2), 增5减2, 5/3: both directions of a change, or two figures, in one cell.
_COMPOUND = re.compile(
    r"[+＋][ (（]{0,3}\d{1,9}[ )）/、，,]{0,4}[-－—−][ (（]{0,3}\d|增加?\s{0,3}\d{1,9}\D{0,3}减少?\s{0,3}\d"
    r"|\d ?[/／] ?\d"
)
_SIGNED = frozenset(
    table.address(row.id, column.id)
    for form in FORMS.values()
    for table in form.tables
    for row in table.rows
    for column in table.columns
    if column.signed
)
_LONGEST = 12  # characters of a cell that a sentence quotes


def _numeric(report: Report) -> Iterator[Outcome]:
    lacking = without_number(report)
    for table in tables(report):
        words = [address for address in table.cells if address in lacking and _words(report.cells[address])]
        for address in words:
            printed = report.cells[address].raw.strip()[:_LONGEST]
            message = f"{cell_place(report, address)}印的是“{printed}”，不是数字。"
            yield Outcome("CEL-01", Verdict.FAILS, Severity.ERROR, (address,), message)
        if not words:
            known = tuple(address for address in table.cells if address not in lacking)
            verdict = Verdict.HOLDS if known else Verdict.NOT_ASSESSABLE
            message = f"{table.name}：{'没有印成文字的格' if known else '没有读到数，无法核对'}。"
            yield Outcome("CEL-01", verdict, Severity.ERROR, known or table.cells, message)


def _words(cell: Cell) -> bool:
    """Whether a cell prints words without any figure."""
    return (
        cell.state is State.AMBIGUOUS
        and any(char.isalpha() for char in cell.raw)
        and not any(unicodedata.numeric(char, None) is not None for char in cell.raw)
    )


def _plain(
    rule: str, wanted: Callable[[TableView], tuple[str, ...]], pattern: re.Pattern[str], what: str
) -> Callable[[Report], Iterator[Outcome]]:
    """Return a check that notes the cells whose printed text matches: one outcome for each table."""

    def check(report: Report) -> Iterator[Outcome]:
        for table in tables(report):
            cells, odd = wanted(table), _odd(report)
            printed = tuple(
                [address for address in cells if address in odd and pattern.search(odd[address])]
                if odd
                else ()
            )
            if printed:
                first = report.cells[printed[0]].raw.strip()[:_LONGEST]
                message = f"{table.name}：{len(printed)} 格的数字{what}，如“{first}”。"
                yield Outcome(rule, Verdict.FAILS, Severity.NOTICE, printed, message)
            elif any(report.cells[address].known for address in cells):
                message = f"{table.name}：没有数字{what}。"
                yield Outcome(rule, Verdict.HOLDS, Severity.NOTICE, (), message)
            elif cells:
                message = f"{table.name}：没有读到数，无法核对。"
                yield Outcome(rule, Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)

    return check


@once_a_report
def _odd(report: Report) -> dict[str, str]:
    """Return what is printed in the cells with a number that print more than digits: in hardly any."""
    return {
        address: cell.raw
        for address, cell in report.cells.items()
        if (raw := cell.raw) and raw != "0" and not (raw.isdecimal() and raw.isascii()) and cell.known
    }


def _one_cell_each(report: Report) -> Iterator[Outcome]:
    for table in tables(report):
        merged = [row for row in table.rows.values() if len(row) > 1 and _merged(report, row)]
        for row in merged:
            name = next(name for name, cells in table.rows.items() if cells == row)
            message = f"{table.name}“{name}”一行只印了一个数，各栏合并在一起，不能确定每一栏的数。"
            yield Outcome("CEL-09", Verdict.FAILS, Severity.WARNING, row, message, doubt=Doubt.READING)
        if not merged and any(report.cells[address].at for address in table.cells):
            message = f"{table.name}：没有几栏合用一个数的行。"
            yield Outcome("CEL-09", Verdict.HOLDS, Severity.WARNING, (), message)


def _merged(report: Report, row: tuple[str, ...]) -> bool:
    """Whether all cells of a row come from one printed figure. Several figures there are SRC-05's."""
    cells = [report.cells[address] for address in row]
    first = cells[0]
    one_place = first.at is not None and len({cell.at for cell in cells}) == 1
    return one_place and first.raw.strip().isdigit() and {cell.raw for cell in cells} == {first.raw}


def _one_change(report: Report) -> Iterator[Outcome]:
    for address in (address for address in report.cells if address in _SIGNED):
        cell = report.cells[address]
        place = cell_place(report, address)
        if cell.value is not None:
            yield Outcome(
                "CEL-11", Verdict.HOLDS, Severity.WARNING, (address,), f"{place}是一个数。", cell.value
            )
        elif _COMPOUND.search(cell.raw):
            message = f"{place}印的是“{cell.raw.strip()[:_LONGEST]}”，应当是一个带正负号的净增减数。"
            yield Outcome("CEL-11", Verdict.FAILS, Severity.WARNING, (address,), message)
        else:
            message = f"{place}没有可用的数，无法核对。"
            yield Outcome("CEL-11", Verdict.NOT_ASSESSABLE, Severity.WARNING, (address,), message)


PRINTED = (
    Rule(
        id="CEL-01",
        title="格里是数字",
        formula="每一格印的是数字",
        severity=Severity.ERROR,
        reason="文字不能计算，各项合计也无法核对。",
        cause="在格里写了说明。",
        fix="填数字，说明写到正文。",
        source="国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件的表格",
        check=_numeric,
    ),
    Rule(
        id="CEL-06",
        title="格里只写数字，不写单位",
        formula="计数的格不写“件”“项”“条”",
        severity=Severity.NOTICE,
        reason="单位已由表格规定，写在格里不影响阅读，只是不便于程序取用。",
        cause="从文字里复制过来。",
        fix="只留数字。",
        source="实际报告中多见",
        check=_plain("CEL-06", lambda table: table.counts, _UNIT, "带了单位"),
    ),
    Rule(
        id="CEL-07",
        title="数字用普通写法",
        formula="数字没有千位分隔符、全角数字和中间的空格",
        severity=Severity.NOTICE,
        reason="不影响阅读，只是容易被程序读错。",
        cause="文字处理软件的习惯。",
        fix="改用普通的阿拉伯数字。",
        source="实际报告中多见",
        check=_plain("CEL-07", lambda table: table.cells, _FORMATTED, "用了分隔符、全角或空格"),
    ),
    Rule(
        id="CEL-09",
        title="每一栏单独填数",
        formula="一行的各栏不合用一个数",
        severity=Severity.WARNING,
        reason="几栏合用一个数，除了 0 都不能确定每一栏是多少。",
        cause="合并了单元格。",
        fix="拆开单元格，每一栏单独填数，没有的填 0。",
        source="实际报告中多见",
        check=_one_cell_each,
    ),
    Rule(
        id="CEL-11",
        title="增减是一个数",
        formula="“本年增/减”填一个带正负号的净数",
        severity=Severity.WARNING,
        reason="同时写增加和减少，就不知道以哪个数计算。",
        cause="把增加和减少都写进了一格。",
        fix="填增加减去减少后的净数，减少的写负号。",
        source="国办公开办函〔2019〕60号附件，“本年增/减”栏；实际报告中多见",
        check=_one_change,
    ),
)
