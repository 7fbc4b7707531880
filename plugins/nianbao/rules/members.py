"""Rules on an aggregate report and the reports whose figures it contains (spec XRP)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.neighbours import Neighbours
from nianbao.rules.records import Record
from nianbao.rules.rule import Outcome, SeriesRule, Severity, Verdict
from nianbao.rules.wording import cell_place, figure

_SUMMED = ("applications.new.total", "disputes.", "art20_5.administrative_licenses.decisions", "art20_6.")
_COLUMNS = ("total", "decisions")
_ADDED: Mapping[str, tuple[str, ...]] = {
    form.id: tuple(
        address
        for address in form.addresses()
        if address.startswith(_SUMMED) and address.rpartition(".")[2] in _COLUMNS
    )
    for form in FORMS.values()
}


def _contains_members(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    for address in _ADDED.get(report.form, ()):
        members = [each for each in neighbours.members if each.form == report.form]
        if members:
            yield _largest(report, members, address)


def _largest(report: Report, members: list[Record], address: str) -> Outcome:
    place, whole = cell_place(report, address), report.cells[address].value
    parts = [(value, each.name) for each in members if (value := each.value(address)) is not None]
    if whole is None or not parts:
        message = f"{place}：汇总报告或所含各机关的报告没有可用的数，无法比较。"
        return Outcome("XRP-01", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (address,), message)
    part, name = max(parts)
    if part <= whole:
        message = f"{place}不少于所含各机关报告中的任何一个数。"
        return Outcome("XRP-01", Verdict.HOLDS, Severity.NOTICE, (address,), message, whole, part)
    message = f"{place}：汇总报告为 {figure(whole)} 件，它应当包含的“{name}”一家就有 {figure(part)} 件。"
    clerk = f"核对{place}：汇总数应把“{name}”的 {figure(part)} 件计算在内；统计范围不同的，在第六部分说明。"
    return Outcome("XRP-01", Verdict.FAILS, Severity.NOTICE, (address,), message, whole, part, clerk=clerk)


MEMBERS = (
    SeriesRule(
        id="XRP-01",
        title="汇总数不少于其中任何一家",
        formula="汇总报告的新收申请、处理决定、复议和诉讼总计 ≥ 所含每个部门和下级政府的同一数",
        severity=Severity.NOTICE,
        reason="汇总报告由下级和部门的数逐级相加而成。统计范围和时间可能不同，报告是否汇总也是从文字判断的，所以只作提示。",
        cause="汇总时漏了一家，或者下级的报告后来改过。",
        fix="与下级和部门核对后重新汇总。",
        source="国办公开办函〔2021〕30号附件，二（二）",
        check=_contains_members,
    ),
)
