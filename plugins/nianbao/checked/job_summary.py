"""The summary of a workflow run in GitHub's Markdown: the findings, and the figures that a change moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nianbao.checked.changes import Changed
from nianbao.checked.finding import Checked, Finding
from nianbao.checked.text import place_words, summary
from nianbao.render.findings import MISREAD, SYMBOLS, WORDS
from nianbao.render.levels import misread

LIMIT = 900_000
"""Bytes; GitHub refuses a summary of more than a mebibyte altogether."""

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~@:<>&-])")


def job_summary(files: Sequence[Checked], changed: Iterable[Changed]) -> str:
    """Return Markdown with the counts, every open finding and every changed figure.

    It ends at `LIMIT` bytes with a sentence that says so.
    """
    kept: list[str] = []
    size = 0
    for line in _lines(files, changed):
        size += len(line.encode()) + 1
        if size > LIMIT:
            kept.append("\n摘要太长，以下略去；在本机运行 `nianbao check` 可看全部。")
            break
        kept.append(line)
    return "\n".join(kept) + "\n"


def escape(text: str) -> str:
    """Return text that GitHub shows as it is, in one cell of a table.

    >>> escape("<b>|`x`")
    '&#60;b&#62;&#124;&#96;x&#96;'
    """
    text = "".join(char if char.isprintable() else " " for char in text)
    return _MARKUP.sub(lambda found: f"&#{ord(found[1])};", text)


def _lines(files: Sequence[Checked], changed: Iterable[Changed]) -> Iterator[str]:
    yield "## 年报核对"
    yield ""
    yield from (escape(line.text) for line in summary(files)) if files else ("这次改动没有涉及年报。",)
    rows = [
        row for checked in sorted(files, key=lambda item: (item.worst, item.file)) for row in _rows(checked)
    ]
    if rows:
        yield from (
            "",
            "| 文件 | 机关与年度 | 级别 | 规则 | 原件位置 | 说明 |",
            "|---|---|---|---|---|---|",
            *rows,
        )
    yield from _changed(tuple(changed))


def _rows(checked: Checked) -> Iterator[str]:
    if checked.error:
        yield _row(checked.file, checked.name, "✕ 读不了", "", "", checked.error)
    for problem in checked.problems:
        yield _row(problem.where, checked.name, "✕ 失效的说明", "", "", problem.what)
    for finding in checked.open:
        yield _finding(checked, finding)


def _finding(checked: Checked, finding: Finding) -> str:
    doubt = MISREAD if misread(finding.outcome) else ""
    told = " ".join(filter(None, (finding.outcome.message, doubt, finding.outcome.clerk)))
    word = f"{SYMBOLS[finding.level]} {WORDS[finding.level]}"
    return _row(checked.file, checked.name, word, finding.outcome.rule, place_words(finding.at), told)


def _changed(changed: Sequence[Changed]) -> Iterator[str]:
    if not changed:
        return
    yield from ("", "## 数字的变化", "")
    for report in changed:
        yield f"- {escape(report.file)}：{escape(report.name)}，{escape(report.what)}"
    rows = [
        _row(report.name, change.place, change.before, change.after)
        for report in changed
        for change in report.changes
    ]
    if rows:
        yield from ("", "| 机关与年度 | 单元格 | 原来 | 现在 |", "|---|---|---:|---:|", *rows)


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(escape, cells))} |"
