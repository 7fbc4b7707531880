"""Findings as workflow commands of GitHub Actions: annotations on the lines of a pull request.

Source: GitHub's documentation of workflow commands, and its toolkit's escaping of data and properties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nianbao.checked.finding import Checked, Finding
from nianbao.checked.text import place_words
from nianbao.render.findings import MISREAD
from nianbao.render.levels import LEVELS, misread
from nianbao.rules import RULES, Severity

LIMIT = 10
"""Annotations of one level that GitHub shows for a step; the others it drops without a word."""

_TITLES = {rule.id: rule.title for rule in RULES}


class _Annotation(NamedTuple):
    level: Severity
    file: str
    line: int
    title: str
    message: str


def commands(files: Iterable[Checked]) -> Iterator[str]:
    """Yield a command for each finding, the worst first, at most `LIMIT` of a level.

    Where findings are left out, a sentence says how many.
    """
    shown: Counter[Severity] = Counter()
    left_out: Counter[Severity] = Counter()
    found = [annotation for checked in files for annotation in _of(checked)]
    for annotation in sorted(found, key=lambda item: (LEVELS.index(item.level), item.file, item.line)):
        if shown[annotation.level] < LIMIT:
            shown[annotation.level] += 1
            yield _command(annotation)
        else:
            left_out[annotation.level] += 1
    if left_out:
        counts = "，".join(f"{level} {left_out[level]} 处" for level in LEVELS if left_out[level])
        yield f"GitHub 每步每级只显示 {LIMIT} 处标注，另有 {counts} 没有标注；全部见摘要。"


def escape_data(text: str) -> str:
    """Return text that GitHub reads as the message of a command, whatever is in it.

    >>> escape_data("100%\\n::error::x")
    '100%25 ::error::x'
    """
    return "".join(char if char.isprintable() else " " for char in text).replace("%", "%25")


def escape_property(text: str) -> str:
    """Return text that GitHub reads as one property of a command.

    >>> escape_property("a,b:c%")
    'a%2Cb%3Ac%25'
    """
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _of(checked: Checked) -> Iterator[_Annotation]:
    if checked.error:
        yield _Annotation(Severity.ERROR, checked.file, 0, "读不了", checked.error)
    for problem in checked.problems:
        file, _, line = problem.where.rpartition(":")
        yield _Annotation(Severity.ERROR, file, int(line), "失效的说明", problem.what)
    for finding in checked.open:
        yield _finding(checked, finding)


def _finding(checked: Checked, finding: Finding) -> _Annotation:
    outcome = finding.outcome
    title = f"{outcome.rule} {_TITLES.get(outcome.rule, '')}".strip()
    doubt = MISREAD if misread(outcome) else ""
    place = f"（原件{place_words(finding.at)}）" if finding.at else ""
    message = " ".join(filter(None, (outcome.message, doubt, outcome.clerk, place)))
    return _Annotation(finding.level, checked.file, finding.line, title, message)


def _command(annotation: _Annotation) -> str:
    line = f",line={annotation.line}" if annotation.line else ""
    return (
        f"::{annotation.level} file={escape_property(annotation.file)}{line},"
        f"title={escape_property(annotation.title)}::{escape_data(annotation.message)}"
    )
