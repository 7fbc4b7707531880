"""Notices on a series as a whole: years that are missing, and where the form changes (spec XYR)."""

from __future__ import annotations

from collections.abc import Iterator

from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.neighbours import Neighbours
from nianbao.rules.rule import Outcome, SeriesRule, Severity, Verdict

_COMPARABLE = "表三（“其他处理”以三行之和比较）和表四可以相比，表二各栏不是同一口径，不能直接相比"


def _gap(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    years = {*neighbours.years, *neighbours.other_scope}
    earlier = max((year for year in years if year < report.year), default=None)
    if earlier is None:
        return
    missing = [str(year) for year in range(earlier + 1, report.year)]
    if missing:
        found = f"本库有 {earlier} 年和 {report.year} 年的报告，没有 {'、'.join(missing)} 年的"
        message = f"{found}，前后不能衔接核对。"
        yield Outcome("XYR-09", Verdict.FAILS, Severity.NOTICE, (), message)
    else:
        message = f"本库有上一年（{earlier} 年）的报告。"
        yield Outcome("XYR-09", Verdict.HOLDS, Severity.NOTICE, (), message)


def _change_of_form(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    reports = {**neighbours.other_scope, **neighbours.years}
    earlier = max((year for year in reports if year < report.year), default=None)
    if earlier is None:
        return
    before, now = reports[earlier][0].form, report.form
    if before not in FORMS or now not in FORMS:
        message = f"{earlier} 年或 {report.year} 年的报告没有读出格式，不能判断两年是否可比。"
        yield Outcome("XYR-10", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
    elif before != now:
        names = f"{earlier} 年用{FORMS[before].name}，{report.year} 年用{FORMS[now].name}"
        yield Outcome("XYR-10", Verdict.FAILS, Severity.NOTICE, (), f"{names}：{_COMPARABLE}。")
    else:
        message = f"{earlier} 年和 {report.year} 年用的是同一种格式。"
        yield Outcome("XYR-10", Verdict.HOLDS, Severity.NOTICE, (), message)


GAPS = (
    SeriesRule(
        id="XYR-09",
        title="年度连续",
        formula="前后两份报告之间没有缺少的年度",
        severity=Severity.NOTICE,
        reason="行政机关每年都应当公布报告；缺一年，结转和现行有效文件就无法前后核对。",
        cause="网页已撤下，或者本库还没有收录。",
        fix="恢复公布缺少的年度报告；本库没有收录的，欢迎补充。",
        source="《政府信息公开条例》第四十九条",
        check=_gap,
    ),
    SeriesRule(
        id="XYR-10",
        title="格式改变处不直接相比",
        formula="相邻两份报告用同一种格式",
        severity=Severity.NOTICE,
        reason="2021 年的格式改变了表二：文件改按制发、废止、现行有效统计，项目数量不再填报。",
        cause="报告格式由国家统一改变，不是填报的机关所致。",
        fix="不需要改正；比较各年时只比较表三和表四。",
        source="国办公开办函〔2019〕60号附件与国办公开办函〔2021〕30号附件的比较",
        check=_change_of_form,
    ),
)
