"""What the first bytes of a file tell about its format."""

from __future__ import annotations

import codecs
import re

_HEAD = 4096  # bytes: enough for comments and scripts before <html>
_BEFORE = rb"(?:\xef\xbb\xbf)?\s*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*)*"
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S)
_PART = rb"<(?:div|p|table|span|style|script|link|font|center|h[1-6])\b"
_FRAGMENT = re.compile(_BEFORE + _PART, re.I | re.S)
# Markdown may begin with a tag too.
_MARKDOWN = re.compile(rb"^(?:#{1,4} \S|\*\*[^*\n]{1,90}\*\*\s*$|\|[ :]*-{3,})", re.M)
_CLOSED = re.compile(rb"</(?:p|td|div)\s*>", re.I)


def is_html(data: bytes) -> bool:
    """Return whether a file is a web page, or the part of one that an editor has kept."""
    head = _narrow(data)
    part = _FRAGMENT.match(head) and _CLOSED.search(data) and not _MARKDOWN.search(data)
    return bool(_PAGE.match(head) or part)


def is_text_with_tables(data: bytes) -> bool:
    """Return whether a text, such as Markdown made by a converter, holds tables marked up as HTML."""
    return b"</table>" in data and b"</td>" in data and b"\0" not in data


def is_mhtml(data: bytes) -> bool:
    """Return whether a file is a web page saved as one file."""
    head = data[:_HEAD].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def _narrow(data: bytes) -> bytes:
    """Return the first bytes; of UTF-16, which only a byte order mark tells, as if it were UTF-8."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore").encode()
    return head
