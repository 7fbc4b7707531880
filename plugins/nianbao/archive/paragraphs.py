"""The prose of a report alone, for what reads all of an archive, in a tenth of the time of `load_prose`."""

from __future__ import annotations

from collections.abc import Mapping

from nianbao.archive.dump import NUMERALS
from nianbao.archive.markup import unescape

Prose = Mapping[int, tuple[str, ...]]
"""Section number → its paragraphs as printed, without headings and tables; the lead is not in it."""


def load_paragraphs(text: str) -> Prose:
    """Return the paragraphs of the sections of a report whose `text` `load_figures` has accepted.

    There a paragraph is one line, a heading begins with `#`, a table's line with `|` or `<!--`; a
    paragraph that begins with one of these is escaped.
    """
    _, _, body = text.partition("\n---\n")
    _, *parts = body.split("\n## ")
    return {NUMERALS.index(part[0]): tuple(_paragraphs(part)) for part in parts}


def _paragraphs(part: str) -> list[str]:
    lines = (line.strip() for line in part.split("\n")[1:])
    return [unescape(line) for line in lines if line and not line.startswith(("#", "|", "<"))]
