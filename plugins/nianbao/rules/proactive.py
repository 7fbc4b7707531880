"""Rules on 主动公开 in the form of 2021: documents in force and charges (spec AD)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nianbao.model import Report
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.wording import cell_place, figure, why_unknown

_ROWS = {"rules": "规章", "normative_documents": "行政规范性文件"}
_CHARGES = "art20_8.administrative_charges.amount"
# 万元 a year; ten thousand times a township's usual charges is far beyond any. Higher levels have no limit.
_MOST = {"county": Decimal(100_000), "township": Decimal(10_000), "street": Decimal(10_000)}
_FEN = 6  # decimals: one fen is 0.000001 万元


def _in_force_covers_output(report: Report) -> Iterator[Outcome]:
    """AD-01, where something was repealed; the other rows are AD-02's."""
    for row, name in _ROWS.items():
        repealed = report.cells.get(f"art20_1.{row}.repealed")
        if repealed is not None and repealed.value != 0:
            yield _documents("AD-01", report, row, name)


def _in_force_covers_issued(report: Report) -> Iterator[Outcome]:
    """AD-02, where nothing was repealed."""
    for row, name in _ROWS.items():
        repealed = report.cells.get(f"art20_1.{row}.repealed")
        if repealed is not None and repealed.value == 0:
            yield _documents("AD-02", report, row, name)


def _documents(rule: str, report: Report, row: str, name: str) -> Outcome:
    addresses = tuple(f"art20_1.{row}.{column}" for column in ("in_force", "issued", "repealed"))
    in_force, issued, repealed = (report.cells[address].value for address in addresses)
    if in_force is None or issued is None or repealed is None:
        message = f"{why_unknown(report.cells, addresses, lambda cell: cell_place(report, cell))}。"
        return Outcome(rule, Verdict.NOT_ASSESSABLE, Severity.ERROR, addresses, message)
    least = issued - repealed
    if in_force >= least:
        message = f"{name}：现行有效件数不少于本年制发而没有废止的件数。"
        return Outcome(rule, Verdict.HOLDS, Severity.ERROR, addresses, message, in_force, least)
    message = (
        f"{name}：本年制发 {figure(issued)} 件、废止 {figure(repealed)} 件，"
        f"现行有效至少应有 {figure(least)} 件，填的是 {figure(in_force)} 件。"
    )
    return Outcome(rule, Verdict.FAILS, Severity.ERROR, addresses, message, in_force, least)


def _charges_to_the_fen(report: Report) -> Iterator[Outcome]:
    cell = report.cells.get(_CHARGES)
    if cell is None:
        return
    place = cell_place(report, _CHARGES)
    if cell.value is None:
        message = f"{why_unknown(report.cells, (_CHARGES,), lambda _: place)}。"
        yield Outcome("AD-05", Verdict.NOT_ASSESSABLE, Severity.ERROR, (_CHARGES,), message)
    elif len(figure(cell.value).partition(".")[2]) <= _FEN:
        message = f"{place}没有比一分钱更细的小数。"
        yield Outcome("AD-05", Verdict.HOLDS, Severity.ERROR, (_CHARGES,), message, cell.value)
    else:
        message = f"{place}为 {figure(cell.value)} 万元，有比一分钱更细的小数。"
        yield Outcome("AD-05", Verdict.FAILS, Severity.ERROR, (_CHARGES,), message, cell.value)


def _charges_in_wan_yuan(report: Report) -> Iterator[Outcome]:
    cell, limit = report.cells.get(_CHARGES), _MOST.get(report.authority.level)
    if cell is None or limit is None:
        return
    place = cell_place(report, _CHARGES)
    if cell.value is None:
        message = f"{why_unknown(report.cells, (_CHARGES,), lambda _: place)}。"
        yield Outcome("AD-06", Verdict.NOT_ASSESSABLE, Severity.WARNING, (_CHARGES,), message)
    elif cell.value <= limit:
        message = f"{place}没有大得不合常情。"
        yield Outcome("AD-06", Verdict.HOLDS, Severity.WARNING, (_CHARGES,), message, cell.value)
    else:
        message = f"{place}为 {figure(cell.value)} 万元，超过 {figure(limit)} 万元，可能把元填成了万元。"
        yield Outcome("AD-06", Verdict.FAILS, Severity.WARNING, (_CHARGES,), message, cell.value)


PROACTIVE = (
    Rule(
        id="AD-01",
        title="现行有效的文件包括本年制发而没有废止的",
        formula="现行有效件数 ≥ 本年制发件数 − 本年废止件数",
        severity=Severity.ERROR,
        reason="本年制发、没有废止的文件到年底都有效。只有当年到期失效的例外，应在报告中说明。",
        cause="栏目填反了，或者把“现行有效”理解成本年以前制发的。",
        fix="按 12 月 31 日的情况重新统计现行有效件数。",
        source="国办公开办函〔2021〕30号附件，一（二）：核定时间点为 12 月 31 日",
        check=_in_force_covers_output,
    ),
    Rule(
        id="AD-02",
        title="没有废止时，现行有效不少于本年制发",
        formula="本年废止件数 = 0 ⇒ 现行有效件数 ≥ 本年制发件数",
        severity=Severity.ERROR,
        reason="本年制发的文件都没有废止，到年底就都有效。",
        cause="现行有效件数没有填，留作 0。",
        fix="按 12 月 31 日的情况重新统计现行有效件数。",
        source="国办公开办函〔2021〕30号附件，一（二）：核定时间点为 12 月 31 日",
        check=_in_force_covers_issued,
    ),
    Rule(
        id="AD-05",
        title="收费金额最细到分",
        formula="本年收费金额（万元）的小数 ≤ 6 位",
        severity=Severity.ERROR,
        reason="以万元计，第六位小数就是一分钱，更细的金额不存在。",
        cause="填了平均数，或者表格软件带出了多余的小数。",
        fix="四舍五入到分。",
        source="国办公开办函〔2021〕30号附件，表二：单位为万元",
        check=_charges_to_the_fen,
    ),
    Rule(
        id="AD-06",
        title="收费金额没有把元填成万元",
        formula="本年收费金额：县级和县级部门 ≤ 100000 万元，乡镇和街道 ≤ 10000 万元",
        severity=Severity.WARNING,
        reason="超过这个数的县和乡镇极少，多半是把元当作万元，大了一万倍。",
        cause="按元填写。",
        fix="核对单位，按元填的除以 10000。",
        source="国办公开办函〔2021〕30号附件，表二：单位为万元",
        check=_charges_in_wan_yuan,
    ),
)
