"""Findings for tests of what is made of them: any rule, any words, any figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factory import with_places, zero_report
from nianbao.acknowledgements import Acknowledgement, sort_out
from nianbao.archive.lines import MarkdownLines
from nianbao.checked.finding import Checked, checked
from nianbao.model import Paragraph, Report, Section
from nianbao.rules import Doubt, Outcome, Severity, Suspect, Verdict, Words

SENTENCE = "全年共收到政府信息公开申请64件，予以公开16件。"
RECEIVED = Words(3, 0, 13, 16)
HOSTILE = "a::error::b\n::add-mask::c\r%0A100%\x1b[2J<script>alert(1)</script>|`x`\u2028\u202e,:"

KNOWN = Acknowledgement(
    rule="NAR-01",
    cells=("applications.new.total",),
    words="64件",
    left=Decimal(64),
    right=Decimal(0),
    why="正文含下属单位",
    who="张三",
    when=date(2026, 11, 1),
    at="a.yml:2",
)
"""Explains `broken()`."""


def told_report() -> Report:
    """Return a report of zeros whose third section has `SENTENCE`, with places in the original."""
    report = zero_report("2021-30")
    sections = tuple(
        Section(3, part.title, (Paragraph(SENTENCE), *part.blocks[1:])) if part.number == 3 else part
        for part in report.sections
    )
    return with_places(replace(report, sections=sections))


def broken(
    rule: str = "NAR-01",
    severity: Severity = Severity.ERROR,
    message: str = "文字说收到 64 件，表三是 0 件。",
    cells: tuple[str, ...] = ("applications.new.total",),
    words: tuple[Words, ...] = (RECEIVED,),
    left: int | None = 64,
    right: int | None = 0,
    doubt: Doubt = Doubt.AUTHORITY,
    suspect: Suspect | None = None,
) -> Outcome:
    """Return a broken rule, by default prose against table."""
    return Outcome(
        rule=rule,
        verdict=Verdict.FAILS,
        severity=severity,
        cells=cells,
        message=message,
        left=None if left is None else Decimal(left),
        right=None if right is None else Decimal(right),
        words=words,
        clerk="核对“本年新收”总计，按登记台账填写。",
        doubt=doubt,
        suspect=suspect,
    )


def checked_file(
    *outcomes: Outcome,
    file: str = "content/reports/33/330106-x/2023.md",
    report: Report | None = None,
    lines: MarkdownLines | None = None,
    acknowledgements: tuple[Acknowledgement, ...] = (),
) -> Checked:
    """Return a file in which these outcomes were found."""
    whole = report or told_report()
    failed = [outcome for outcome in outcomes if outcome.failed]
    return checked(file, whole, outcomes, lines, sort_out(whole, failed, acknowledgements))
