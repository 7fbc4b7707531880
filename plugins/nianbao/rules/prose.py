"""The prose of a report as rules look at it: texts with their places, and where a pattern stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from nianbao.facts.once import once_a_report
from nianbao.model import Report, TableSlot
from nianbao.rules.rule import Words

_WIDE = re.compile(r"\s+")


class Text(NamedTuple):
    """A paragraph or heading; `section` is 0 in the lead, `block` counts from 0."""

    section: int
    block: int
    text: str


@once_a_report
def texts(report: Report) -> tuple[Text, ...]:
    """Return every paragraph and heading of the lead and the sections."""
    return tuple(
        Text(number, index, block.text)
        for number, blocks in (
            (0, report.lead),
            *((section.number, section.blocks) for section in report.sections),
        )
        for index, block in enumerate(blocks)
        if not isinstance(block, TableSlot)
    )


@once_a_report
def _whole_prose(report: Report) -> str:
    """Return all texts, one a line: looking for what is rare in one text is quicker than in dozens."""
    return "\n".join([text.text for text in texts(report)])


def section_text(report: Report, number: int) -> str | None:
    """Return the prose of a section without white space, None where the report has no such section."""
    section = report.section(number)
    if section is None:
        return None
    blocks = (block.text for block in section.blocks if not isinstance(block, TableSlot))
    return _WIDE.sub("", "".join(blocks))


def found(report: Report, pattern: re.Pattern[str]) -> tuple[Words, ...]:
    """Return every place in the prose where the pattern matches; `^` and `$` in it must be of a line."""
    if not pattern.search(_whole_prose(report)):
        return ()
    return tuple(
        Words(text.section, text.block, match.start(), match.end())
        for text in texts(report)
        for match in pattern.finditer(text.text)
    )


def quoted(report: Report, words: Words) -> str:
    """Return the words themselves."""
    blocks = report.lead
    if words.section:
        section = report.section(words.section)
        blocks = section.blocks if section else ()
    block = blocks[words.block]
    return "" if isinstance(block, TableSlot) else block.text[words.start : words.end]
