"""Rules on which form a report uses, and whether it is the one of its year (spec FMT)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.prose import found, texts
from nianbao.rules.rule import Doubt, Outcome, Rule, Severity, Verdict

_OLD, _NEW = "2019-60", "2021-30"
_TRIAL_YEAR, _NEW_FROM = 2019, 2021  # report years: the trial form was only encouraged for 2019
_FIRST = 2019  # earlier reports had no uniform form
_UNREAD = ("page-without-text", "table-unruled", "form-unknown", "lines-deduplicated")
_OLD_BASIS = re.compile(r"公开办(?:公厅)?函?\s*[〔\[【(（]\s*2019\s*[〕\]】)）]\s*60\s*号")
_NEW_BASIS = re.compile(r"公开办(?:公厅)?函?\s*[〔\[【(（]\s*2021\s*[〕\]】)）]\s*30\s*号")
_PROCUREMENT = re.compile(r"采购总金额|第二十条第[（(]九[)）]项")


def _recognised(report: Report) -> Iterator[Outcome]:
    if report.year < _FIRST:
        return
    if report.form:
        message = f"报告用的是{FORMS[report.form].name}。"
        yield Outcome("FMT-01", Verdict.HOLDS, Severity.ERROR, (), message)
        return
    # A table that is there but that we could not read says nothing about the report.
    unread = any(note.code in _UNREAD for note in report.notes)
    verdict = Verdict.NOT_ASSESSABLE if unread or report.year == _TRIAL_YEAR else Verdict.FAILS
    message = "没有读到规定格式的表格，数字无法核对。"
    yield Outcome("FMT-01", verdict, Severity.ERROR, (), message, doubt=Doubt.READING)


def _new_form(report: Report) -> Iterator[Outcome]:
    if report.year >= _NEW_FROM:
        yield _form_is("FMT-02", report, _NEW, Severity.ERROR)


def _trial_form(report: Report) -> Iterator[Outcome]:
    if report.year == _TRIAL_YEAR + 1:
        yield _form_is("FMT-03", report, _OLD, Severity.ERROR)


def _trial_form_encouraged(report: Report) -> Iterator[Outcome]:
    if report.year == _TRIAL_YEAR:
        yield _form_is("FMT-04", report, _OLD, Severity.NOTICE)


def _form_is(rule: str, report: Report, form: str, severity: Severity) -> Outcome:
    expected = FORMS[form].name
    if not report.form:
        message = f"没有读出报告的格式，不能判断是不是{expected}。"
        return Outcome(rule, Verdict.NOT_ASSESSABLE, severity, (), message)
    if report.form == form:
        message = f"{report.year} 年的报告用的是{expected}。"
        return Outcome(rule, Verdict.HOLDS, severity, (), message)
    message = f"{report.year} 年的报告应当用{expected}，用的是{FORMS[report.form].name}。"
    return Outcome(rule, Verdict.FAILS, severity, (), message)


def _no_procurement(report: Report) -> Iterator[Outcome]:
    """FMT-08 for the form of 2021; that the form of 2019 has the table is FMT-06's."""
    if report.form != _NEW:
        return
    words = found(report, _PROCUREMENT)
    if report.section(2) is None:
        message = "没有读到第二部分，无法核对有没有多余的采购表。"
        yield Outcome("FMT-08", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
    elif words and any(text.section == 2 and _PROCUREMENT.search(text.text) for text in texts(report)):
        message = "第二部分还印有政府集中采购的表，2021 年起的格式没有这张表。"
        yield Outcome("FMT-08", Verdict.FAILS, Severity.WARNING, (), message, words=words)
    else:
        message = "没有 2021 年以前的采购表。"
        yield Outcome("FMT-08", Verdict.HOLDS, Severity.WARNING, (), message)


def _basis(report: Report) -> Iterator[Outcome]:
    old, new = found(report, _OLD_BASIS), found(report, _NEW_BASIS)
    if not old and not new:
        return
    right, wrong = (new, old) if report.year >= _NEW_FROM else (old, new)
    if right or report.year < _FIRST:
        message = "报告写明的格式文件与年度相符。"
        yield Outcome("FMT-09", Verdict.HOLDS, Severity.WARNING, (), message, words=right)
    else:
        cited, due = ("2019〕60", "2021〕30") if report.year >= _NEW_FROM else ("2021〕30", "2019〕60")
        message = f"{report.year} 年的报告写的依据是国办公开办函〔{cited}号，这一年适用的是〔{due}号。"
        yield Outcome("FMT-09", Verdict.FAILS, Severity.WARNING, (), message, words=wrong)


EDITIONS = (
    Rule(
        id="FMT-01",
        title="用规定的格式",
        formula="2019 年度起的报告有 2019 年或 2021 年格式的表格",
        severity=Severity.ERROR,
        reason="没有规定格式的表格，数字无从核对，也不能与别的机关比较。",
        cause="漏了表格，或者表格是图片、扫描件。",
        fix="用真正的表格重新公布报告。",
        source="国办公开办函〔2019〕60号附件、国办公开办函〔2021〕30号附件",
        check=_recognised,
    ),
    Rule(
        id="FMT-02",
        title="2021 年度起用 2021 年格式",
        formula="年度 ≥ 2021 ⇒ 格式 = 2021 年格式",
        severity=Severity.ERROR,
        reason="2021 年的格式替代了试行格式，两者表二的各栏意义不同。",
        cause="以上一年的文件为底稿。",
        fix="按 2021 年格式重新填写第二部分和“其他处理”三行，不要把旧栏的数照抄到新栏。",
        source="国办公开办函〔2021〕30号；《政府信息公开条例》第五十条",
        check=_new_form,
    ),
    Rule(
        id="FMT-03",
        title="2020 年度用 2019 年格式",
        formula="年度 = 2020 ⇒ 格式 = 2019 年格式（试行）",
        severity=Severity.ERROR,
        reason="这一年试行格式正在施行。",
        cause="沿用了别的格式，或者年度写错了。",
        fix="按试行格式重新填写，或者改正年度。",
        source="国办公开办函〔2019〕60号",
        check=_trial_form,
    ),
    Rule(
        id="FMT-04",
        title="2019 年度鼓励用 2019 年格式",
        formula="年度 = 2019 ⇒ 格式 = 2019 年格式（试行）",
        severity=Severity.NOTICE,
        reason="这一年只是鼓励用统一格式，有困难的可以参照。",
        cause="处在两种格式交替的一年。",
        fix="不需要改正。",
        source="国办公开办函〔2019〕60号，二",
        check=_trial_form_encouraged,
    ),
    Rule(
        id="FMT-08",
        title="2021 年格式里没有采购表",
        formula="格式 = 2021 年格式 ⇒ 第二部分没有第二十条第（九）项",
        severity=Severity.WARNING,
        reason="2021 年的格式取消了政府集中采购的表，留着它说明用了旧的底稿。",
        cause="旧格式没有删干净。",
        fix="删去采购表。",
        source="国办公开办函〔2019〕60号附件与国办公开办函〔2021〕30号附件的比较",
        check=_no_procurement,
    ),
    Rule(
        id="FMT-09",
        title="写明的格式文件与年度相符",
        formula="引用〔2019〕60号 ⇒ 年度 ≤ 2020；引用〔2021〕30号 ⇒ 年度 ≥ 2021",
        severity=Severity.WARNING,
        reason="只是文字的错误，却说明开头一段没有更新。",
        cause="开头一段照抄上一年。",
        fix="改正开头一段引用的文件。",
        source="国办公开办函〔2019〕60号、国办公开办函〔2021〕30号",
        check=_basis,
    ),
)
