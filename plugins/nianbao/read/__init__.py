"""Raw bytes → `Document`. The reader is chosen by the content, never by the file's name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from nianbao.errors import SourceError
from nianbao.read.document import Document, DocumentBlock, Grid, GridCell, GridRow, Line, Step
from nianbao.read.text import read_text

__all__ = ["READERS", "Document", "DocumentBlock", "Grid", "GridCell", "GridRow", "Line", "Step", "read"]


class Reader(NamedTuple):
    """A file format: `fits` looks at the first bytes, `read` is None where the format is not readable yet."""

    name: str
    fits: Callable[[bytes], bool]
    read: Callable[[bytes, str], Document] | None


_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)
_HEAD = 2048  # bytes: enough for comments before <html>

READERS: tuple[Reader, ...] = (
    Reader("PDF", lambda data: b"%PDF-" in data[:1024], None),
    Reader("DOCX", lambda data: data.startswith(b"PK\x03\x04"), None),
    Reader("DOC", lambda data: data.startswith(b"\xd0\xcf\x11\xe0"), None),
    Reader("HTML", lambda data: bool(_HTML.match(data[:_HEAD])), None),
    Reader("文本", lambda data: True, read_text),  # last: whatever has no signature
)


def read(data: bytes, name: str) -> Document:
    """Return the document in `data`; `name` is used in errors only.

    Raises `SourceError` for a format that cannot be read, an empty or binary file, an unknown encoding,
    and a text that is not about 政府信息公开.
    """
    reader = next(reader for reader in READERS if reader.fits(data))
    if reader.read is None:
        raise SourceError(name, f"目前还不能读取 {reader.name} 文件，请先转成文本（UTF-8 或 GB18030）")
    return reader.read(data, name)
