"""Rules on stocks from year to year: documents in force or disclosed, items on the lists (spec XYR)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.carried import last_year
from nianbao.rules.neighbours import Neighbours
from nianbao.rules.records import Record
from nianbao.rules.rule import Outcome, SeriesRule, Severity, Verdict
from nianbao.rules.wording import CELL_PLACES, cell_place, figure

_OLD, _NEW = "2019-60", "2021-30"


def _rows(form: str, column: str) -> tuple[str, ...]:
    """Return `table.row` of every row of 表二 that has the column."""
    return tuple(
        f"{table.id}.{row.id}"
        for table in FORMS[form].tables
        if column in {each.id for each in table.columns}
        for row in table.rows
    )


_DOCUMENTS = _rows(_NEW, "in_force")
_DISCLOSED = _rows(_OLD, "total_disclosed")
_ITEMS = _rows(_OLD, "items_prior_year")


def _same_form(report: Report, neighbours: Neighbours, form: str) -> tuple[Record, ...]:
    """Return the copies of last year's report where both years have this form and the same scope."""
    before = last_year(report, neighbours)
    if before is None or not before.same_scope or report.form != form:
        return ()
    return tuple(each for each in before.copies if each.form == form)


def _in_force(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    copies = _same_form(report, neighbours, _NEW)
    for row in _DOCUMENTS if copies else ():
        addresses = tuple(f"{row}.{column}" for column in ("in_force", "issued", "repealed"))
        now, issued, repealed = (report.cells[address].value for address in addresses)
        earlier = [each.value(addresses[0]) for each in copies]
        known = [each for each in earlier if each is not None]
        if now is None or issued is None or repealed is None or len(known) < len(earlier):
            yield _unassessable("XYR-03", report, addresses)
            continue
        expected = [each + issued - repealed for each in known]
        sum_of = (
            f"{report.year - 1} 年现行有效 {figure(known[0])} 件，{report.year} 年制发 {figure(issued)} 件、"
            f"废止 {figure(repealed)} 件，{report.year} 年应为 {figure(expected[0])} 件"
        )
        yield _stock("XYR-03", report, addresses, now, expected, sum_of)


def _items(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    copies = _same_form(report, neighbours, _OLD)
    for row in _ITEMS if copies else ():
        address, change = f"{row}.items_prior_year", f"{row}.items_change"
        now = report.cells[address].value
        pairs = [(each.value(address), each.value(change)) for each in copies]
        known = [(stock, net) for stock, net in pairs if stock is not None and net is not None]
        if now is None or len(known) < len(pairs):
            yield _unassessable("XYR-04", report, (address,))
            continue
        stock, net = known[0]
        sum_of = (
            f"{report.year - 1} 年报告的上一年项目数量 {figure(stock)} 项，本年增减 {net:+f} 项，"
            f"{report.year} 年报告的上一年项目数量应为 {figure(stock + net)} 项"
        )
        yield _stock("XYR-04", report, (address,), now, [first + second for first, second in known], sum_of)


def _stock(
    rule: str,
    report: Report,
    addresses: tuple[str, ...],
    now: Decimal,
    expected: list[Decimal],
    sum_of: str,
) -> Outcome:
    place = cell_place(report, addresses[0])
    if now in expected:
        message = f"{place}与 {report.year - 1} 年的报告衔接。"
        return Outcome(rule, Verdict.HOLDS, Severity.WARNING, addresses, message, now, now)
    message = f"{place}：{sum_of}，填的是 {figure(now)}，相差 {figure(abs(now - expected[0]))}。"
    clerk = (
        f"核对{place}：按上一年的报告推算为 {figure(expected[0])}；若因清理或到期失效而不同，请在报告中说明。"
    )
    return Outcome(rule, Verdict.FAILS, Severity.WARNING, addresses, message, now, expected[0], clerk=clerk)


def _unassessable(rule: str, report: Report, addresses: tuple[str, ...]) -> Outcome:
    message = f"{cell_place(report, addresses[0])}：{report.year - 1}、{report.year} 两年的数不全，无法核对。"
    return Outcome(rule, Verdict.NOT_ASSESSABLE, Severity.WARNING, addresses, message)


def _disclosed(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    copies = _same_form(report, neighbours, _OLD)
    for row in _DISCLOSED if copies else ():
        address, new = f"{row}.total_disclosed", f"{row}.newly_disclosed"
        now, disclosed, earlier = (
            report.cells[address].value,
            report.cells[new].value,
            copies[0].value(address),
        )
        name = CELL_PLACES[_OLD][address]
        if now is None or disclosed is None or earlier is None:
            message = f"{name}：{report.year - 1}、{report.year} 两年的数不全，无法核对。"
            yield Outcome("XYR-05", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (address, new), message)
            continue
        most = earlier + disclosed
        verdict = Verdict.HOLDS if now <= most else Verdict.FAILS
        message = (
            f"{name}：{report.year - 1} 年为 {figure(earlier)} 件，"
            f"{report.year} 年新公开 {figure(disclosed)} 件，总数为 {figure(now)} 件，"
            f"{'没有超出' if now <= most else '多于'}前两者之和 {figure(most)} 件。"
        )
        yield Outcome("XYR-05", verdict, Severity.NOTICE, (address, new), message, now, most)


STOCKS = (
    SeriesRule(
        id="XYR-03",
        title="现行有效的文件与上一年衔接",
        formula="现行有效件数 = 上一年现行有效件数 + 本年制发件数 − 本年废止件数",
        severity=Severity.WARNING,
        reason="一年里文件只因制发而增加、因废止而减少。到期失效、清理后重新计数、机构合并也会使它不同，所以只作可疑。",
        cause="清理文件后重新计数，有效期届满，或者填错了一栏。",
        fix="核对文件目录，在第一部分或第六部分说明差数的原因。",
        source="由国办公开办函〔2021〕30号附件一（二）推出：核定时间点为 12 月 31 日",
        check=_in_force,
    ),
    SeriesRule(
        id="XYR-04",
        title="上一年项目数量与上一年的报告衔接",
        formula="上一年项目数量 = 上一年报告的（上一年项目数量 + 本年增/减）",
        severity=Severity.WARNING,
        reason="上一年年底有多少项目，本年报告的“上一年项目数量”就是多少。事项清单可能修订，所以只作可疑。",
        cause="事项清单作了修订，或者把办件数当作项目数。",
        fix="对照事项清单和上一年的报告核对。",
        source="国办公开办函〔2019〕60号附件，“上一年项目数量”“本年增/减”两栏",
        check=_items,
    ),
    SeriesRule(
        id="XYR-05",
        title="对外公开总数不超出上一年的总数加本年新公开",
        formula="对外公开总数量 ≤ 上一年对外公开总数量 + 本年新公开数量",
        severity=Severity.NOTICE,
        reason="总数只因本年新公开而增加；废止的文件可以从总数中去掉，所以允许减少。",
        cause="上一年少计，或者本年重新计数。",
        fix="核对文件目录，说明重新计数的原因。",
        source="国办公开办函〔2019〕60号附件，第二十条第（一）项",
        check=_disclosed,
    ),
)
