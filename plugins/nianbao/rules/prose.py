"""The prose of a report as rules look at it: texts with their places, and where a pattern stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nianbao.model import Block, Report, TableSlot
from nianbao.rules.rule import Words

_WIDE = re.compile(r"\s+")


class Text(NamedTuple):
    """A paragraph or heading; `section` is 0 in the lead, `block` counts from 0."""

    section: int
    block: int
    text: str


def texts(report: Report) -> Iterator[Text]:
    """Yield every paragraph and heading of the lead and the sections."""
    for number, blocks in _parts(report):
        for index, block in enumerate(blocks):
            if not isinstance(block, TableSlot):
                yield Text(number, index, block.text)


def _parts(report: Report) -> list[tuple[int, tuple[Block, ...]]]:
    return [(0, report.lead), *((section.number, section.blocks) for section in report.sections)]


def section_text(report: Report, number: int) -> str | None:
    """Return the prose of a section without white space, None where the report has no such section."""
    section = report.section(number)
    if section is None:
        return None
    blocks = (block.text for block in section.blocks if not isinstance(block, TableSlot))
    return _WIDE.sub("", "".join(blocks))


def found(report: Report, pattern: re.Pattern[str]) -> tuple[Words, ...]:
    """Return every place in the prose where the pattern matches."""
    return tuple(
        Words(number, index, match.start(), match.end())
        for number, blocks in _parts(report)
        for index, block in enumerate(blocks)
        if not isinstance(block, TableSlot)
        for match in pattern.finditer(block.text)
    )


def quoted(report: Report, words: Words) -> str:
    """Return the words themselves."""
    blocks = report.lead
    if words.section:
        section = report.section(words.section)
        blocks = section.blocks if section else ()
    block = blocks[words.block]
    return "" if isinstance(block, TableSlot) else block.text[words.start : words.end]
