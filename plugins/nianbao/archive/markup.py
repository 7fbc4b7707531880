"""Plain text ⇄ Markdown text: archived prose is data, so nothing in it may be markup."""

from __future__ import annotations

import re

# Every sign with a meaning inside a CommonMark or GFM line; a backslash before ASCII punctuation is
# always literal there, so that unescaping needs no list.
_INLINE = re.compile(r"([\\`*_{}\[\]<>#|~&!$^])")
# Signs with a meaning only at the start of a line: lists, rules, setext underlines, front matter.
_START = re.compile(r"^(?:([-+=:])|(\d+)([.)]))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def escape(text: str) -> str:
    r"""Return Markdown that reads as `text`, character for character.

    >>> escape("1. <b> *a* | b")
    '1\\. \\<b\\> \\*a\\* \\| b'
    """
    text = _INLINE.sub(r"\\\1", text)
    return _START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def unescape(markdown: str) -> str:
    r"""Return the text that `escape` was given.

    >>> unescape("1\\. \\<b\\> \\*a\\* \\| b")
    '1. <b> *a* | b'
    """
    return _ESCAPED.sub(r"\1", markdown) if "\\" in markdown else markdown


_BAR = re.compile(r"(?<!\\)\|")


def table_row(cells: list[str]) -> str:
    """Return one GFM table line; `cells` are Markdown already."""
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def split_row(line: str) -> list[str] | None:
    """Return the cells of a GFM table line, or None where the line is not one."""
    line = line.strip()
    if not (line.startswith("|") and line.endswith("|") and len(line) > 1):
        return None
    inner = line[1:-1]
    cells = _BAR.split(inner) if "\\" in inner else inner.split("|")
    return [cell.strip() for cell in cells]
