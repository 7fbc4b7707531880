"""Findings as a table for people at a terminal: the worst file and the worst finding first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from nianbao.cells import Place
from nianbao.checked.finding import Checked, Finding
from nianbao.render.findings import EXPLAINED, MISREAD, SYMBOLS, WORDS, proposal
from nianbao.render.levels import LEVELS, misread
from nianbao.rules import Severity

_COUNTED = {Severity.ERROR: "不符", Severity.WARNING: "可疑", Severity.NOTICE: "提示"}
_WHOLE = "全文"


class Line(NamedTuple):
    """A line of the table; `tone` is a severity, `head` or `quiet`, for those who can show colours."""

    text: str
    tone: str


def text_lines(files: Iterable[Checked]) -> Iterator[Line]:
    """Yield what was found in each file that is not in order, the worst file first, then the counts."""
    files = sorted(files, key=lambda checked: (checked.worst, checked.file))
    for checked in files:
        if checked.error or checked.problems or checked.findings:
            yield from _file(checked)
    yield from summary(files)


def summary(files: Sequence[Checked]) -> Iterator[Line]:
    """Yield the counts: how many files, and how many applications of rules ended in which way."""
    levels = Counter(finding.level for checked in files for finding in checked.open)
    explained = sum(len(checked.findings) - len(checked.open) for checked in files)
    unread = sum(bool(checked.error) for checked in files)
    problems = sum(len(checked.problems) for checked in files)
    parts = [
        f"相符 {sum(checked.held for checked in files)} 项",
        *(f"{_COUNTED[level]} {levels[level]} 处" for level in LEVELS),
        *([f"已说明 {explained} 处"] if explained else ()),
        f"无法核对 {sum(len(checked.unassessed) for checked in files)} 项",
        *([f"失效的说明 {problems} 条"] if problems else ()),
    ]
    read = f"核对 {len(files) - unread} 份" + (f"，另有 {unread} 份读不了" if unread else "")
    yield Line(f"{read}：{'，'.join(parts)}。", "head")


def place_words(at: Place | None) -> str:
    """Return a place in the original in words.

    >>> place_words(Place(12)), place_words(Place(4, page=3)), place_words(None)
    ('第 12 行', '第 3 页第 4 行', '全文')
    """
    if at is None:
        return _WHOLE
    return f"{f'第 {at.page} 页' if at.page else ''}第 {at.line} 行"


def _file(checked: Checked) -> Iterator[Line]:
    yield Line(f"{checked.file}  {checked.name}".rstrip(), "head")
    if checked.error:
        yield Line(f"  ✕ 读不了：{checked.error}", str(Severity.ERROR))
    for problem in checked.problems:
        yield Line(f"  ✕ 失效的说明 {problem.where}：{problem.what}", str(Severity.ERROR))
    places = [place_words(finding.at) for finding in checked.findings]
    width = max(map(_width, places), default=0)
    rules = max((len(finding.outcome.rule) for finding in checked.findings), default=0)
    for finding, place in zip(checked.findings, places, strict=True):
        head = (
            f"  {_mark(finding)}  {finding.outcome.rule:<{rules}}  {place}{' ' * (width - _width(place))}  "
        )
        yield from _finding(head, finding, checked.report.form if checked.report else "")
    yield Line("", "quiet")


def _finding(head: str, finding: Finding, form: str) -> Iterator[Line]:
    tone = "quiet" if finding.acknowledged else str(finding.level)
    yield Line(head + finding.outcome.message, tone)
    below = " " * _width(head)
    if misread(finding.outcome):
        yield Line(f"{below}{MISREAD}", "quiet")
    for quote in finding.quotes:
        yield Line(f"{below}原文：“{quote}”", "quiet")
    if finding.outcome.clerk:
        yield Line(f"{below}给填报人员：{finding.outcome.clerk}", "quiet")
    if finding.outcome.suspect:
        yield Line(f"{below}{proposal(finding.outcome, form)}", "quiet")
    if finding.acknowledged:
        entry = finding.acknowledged
        yield Line(f"{below}已说明：{entry.why}（{entry.who}，{entry.when}）", "quiet")


def _mark(finding: Finding) -> str:
    if finding.acknowledged:
        return " ".join(EXPLAINED)
    return f"{SYMBOLS[finding.level]} {WORDS[finding.level]}  "


def _width(text: str) -> int:
    """Return how many columns a terminal needs for the text: a Han character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
