"""Few words of the prose for a message, and where they stand."""

from __future__ import annotations

import re
from decimal import Decimal

from nianbao.facts import Fact
from nianbao.facts.gaps import Gap
from nianbao.facts.shares import Share
from nianbao.model import Report, TableSlot
from nianbao.rules.narrative_stated import in_unit
from nianbao.rules.rule import Words

_BEFORE = 18  # characters before a figure: enough for 收到政府信息公开申请共
_LONGEST = 40
_PIECE = re.compile(r"[，,；;。（(：:、\s]")
_QUOTES = str.maketrans("“”", "‘’")


def words_of(fact: Fact | Gap | Share) -> Words:
    """Return where in the prose it stands."""
    return Words(fact.section, fact.block, fact.start, fact.end)


def block_text(report: Report, section: int, block: int) -> str:
    """Return the plain text of a block of the lead (section 0) or of a section."""
    part = report.section(section)
    blocks = report.lead if section == 0 else part.blocks if part else ()
    found = blocks[block]
    return "" if isinstance(found, TableSlot) else found.text


def as_printed(report: Report, fact: Fact) -> Decimal:
    """Return the figure in the unit that the prose prints it in: 元 where it says 58000 元, else 万元."""
    converted = in_unit(fact)
    if converted is fact:  # as most
        return fact.value
    text = block_text(report, fact.section, fact.block)[fact.start : fact.end]
    return converted.value if "万" in text or "亿" in text else fact.value


def quote(report: Report, fact: Fact) -> str:
    """Return the figure with the words before it, in the quotation marks of a message."""
    text = block_text(report, fact.section, fact.block)
    start = max(0, fact.start - _BEFORE)
    while (piece := _PIECE.search(text, start, fact.start)) and piece.end() < fact.start:
        start = piece.end()
    words = "".join(text[start : fact.end].split())
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}…"
    return f"“{words.translate(_QUOTES)}”"
