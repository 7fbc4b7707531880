"""Findings that somebody has looked at and explained: small files beside the archive, shown on the page.

An acknowledged finding stays visible with its reason; it only stops counting as open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from nianbao.archive.front_matter import Mapping, parse_yaml
from nianbao.archive.paths import notes_path
from nianbao.errors import ContentError, NianbaoError
from nianbao.model import Heading, Paragraph, Report, TableSlot
from nianbao.rules.rule import Outcome, Words
from nianbao.rules.wording import figure


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One finding explained: what it was (`rule`, where, the two figures), why it stands, and who says so.

    `cells` are addresses that the finding looks at, `words` are words of the prose that it marks; a finding
    on the report as a whole has neither. `left` and `right` are its figures as they were, None where it
    compares none. `at` is file and line for errors.
    """

    rule: str
    cells: tuple[str, ...]
    words: str
    left: Decimal | None
    right: Decimal | None
    why: str
    who: str
    when: date
    at: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """The broken rules of a report: still open, or explained; and what is wrong with the explanations."""

    open: tuple[Outcome, ...]
    explained: tuple[tuple[Outcome, Acknowledgement], ...] = ()
    problems: tuple[NianbaoError, ...] = ()


def acknowledgements_path(report_path: str) -> str:
    """Return where the acknowledgements of a report lie, relative to `content/`.

    >>> acknowledgements_path("reports/14/141002-yaoduqu/2020.md")
    'acknowledgements/14/141002-yaoduqu/2020.yml'
    """
    return notes_path("acknowledgements", report_path)


def parse_acknowledgements(text: str, where: str) -> tuple[Acknowledgement, ...]:
    """Return the acknowledgements in a file; `ContentError` names file and line of what is wrong in it."""
    head = parse_yaml(text, where)
    found = tuple(_acknowledgement(node) for node in head.mappings("acknowledgements"))
    head.finish()
    return found


def sort_out(
    report: Report, failed: Iterable[Outcome], acknowledgements: Iterable[Acknowledgement]
) -> Sorted:
    """Return which broken rules of the report are open and which are explained.

    An acknowledgement that fits no finding any more, or more than one, explains nothing and is a problem:
    somebody has to look again. `report` must hold its prose where a finding marks words.
    """
    still_open = list(failed)
    explained: list[tuple[Outcome, Acknowledgement]] = []
    problems: list[ContentError] = []
    for entry in acknowledgements:
        fitting = [outcome for outcome in still_open if _fits(report, outcome, entry)]
        if len(fitting) == 1:
            still_open.remove(fitting[0])
            explained.append((fitting[0], entry))
        else:
            problems.append(_problem(entry, fitting, still_open))
    return Sorted(tuple(still_open), tuple(explained), tuple(problems))


def quoted(report: Report, words: Words) -> str:
    """Return the words of the prose that an outcome points at, empty where the report has no such block."""
    block = block_of(report, words)
    return block.text[words.start : words.end] if block else ""


def block_of(report: Report, words: Words) -> Heading | Paragraph | None:
    """Return the block of the prose that holds the words, None where the report has no such block."""
    section = report.section(words.section)
    blocks = report.lead if words.section == 0 else section.blocks if section else ()
    block = blocks[words.block] if words.block < len(blocks) else None
    return None if isinstance(block, TableSlot) else block


def _fits(report: Report, outcome: Outcome, entry: Acknowledgement) -> bool:
    return (
        outcome.rule == entry.rule
        and (outcome.left, outcome.right) == (entry.left, entry.right)
        and set(entry.cells) <= set(outcome.cells)
        and (not entry.words or entry.words in [quoted(report, words) for words in outcome.words])
    )


def _problem(entry: Acknowledgement, fitting: list[Outcome], failed: list[Outcome]) -> ContentError:
    if fitting:
        return ContentError(entry.at, f"这条说明对得上 {len(fitting)} 处 {entry.rule}；请多写几个 cells")
    others = [outcome for outcome in failed if outcome.rule == entry.rule]
    now = "；".join(_figures(outcome) for outcome in others if outcome.left is not None)
    found = f"这条规则现在不符的是：{now}" if now else f"这份报告现在有 {len(others)} 处不符 {entry.rule}"
    return ContentError(entry.at, f"这条说明对不上任何一处 {entry.rule}：{found}；请重新核对，再改写或删去")


def _figures(outcome: Outcome) -> str:
    return " 与 ".join("无" if side is None else figure(side) for side in (outcome.left, outcome.right))


def _acknowledgement(node: Mapping) -> Acknowledgement:
    when = node.day("when")
    entry = Acknowledgement(
        rule=node.text("rule"),
        cells=node.texts("cells"),
        words=node.text("words", ""),
        left=_figure(node, "left"),
        right=_figure(node, "right"),
        why=node.text("why").strip(),
        who=node.text("who").strip(),
        when=when or date.min,
        at=f"{node.where}:{node.line}",
    )
    node.finish()
    if when is None or not entry.why or not entry.who:
        raise ContentError(entry.at, "an acknowledgement says why, who and when")
    return entry


def _figure(node: Mapping, key: str) -> Decimal | None:
    text = node.text(key, "")
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        value = Decimal("NaN")
    if value is not None and not value.is_finite():
        raise node.error(key, f"found {text!r}, expected a figure such as 18")
    return value
