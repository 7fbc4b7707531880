"""Raw bytes → `Document`. The reader is chosen by the content, never by the file's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from nianbao.errors import SourceError
from nianbao.read.document import Document, DocumentBlock, Grid, GridCell, GridRow, Line, Step
from nianbao.read.pdf import read_pdf
from nianbao.read.signatures import is_html, is_mhtml, is_text_with_tables
from nianbao.read.text import read_text

__all__ = [
    "READERS",
    "Document",
    "DocumentBlock",
    "Grid",
    "GridCell",
    "GridRow",
    "Line",
    "Step",
    "read",
    "reader_of",
]


class Reader(NamedTuple):
    """A file format: `fits` looks at the first bytes, `read` is None where the format is not readable yet."""

    name: str
    fits: Callable[[bytes], bool]
    read: Callable[[bytes, str], Document] | None


def _read_docx(data: bytes, name: str) -> Document:
    from nianbao.read.docx import read_docx

    return read_docx(data, name)


def _read_html(data: bytes, name: str) -> Document:
    from nianbao.read.html import read_html

    return read_html(data, name)


def _read_text_with_tables(data: bytes, name: str) -> Document:
    from nianbao.read.html import read_text_with_tables

    return read_text_with_tables(data, name)


def _read_mhtml(data: bytes, name: str) -> Document:
    from nianbao.read.mhtml import read_mhtml

    return read_mhtml(data, name)


def _refuse_old_word(data: bytes, name: str) -> Document:
    raise SourceError(name, "是旧版 Word 文件（DOC），请用 Word 或 WPS 另存为 DOCX，或导出 PDF")


def _refuse_rich_text(data: bytes, name: str) -> Document:
    raise SourceError(name, "是 RTF 文件，请用 Word 或 WPS 另存为 DOCX，或导出 PDF")


READERS: tuple[Reader, ...] = (
    Reader("PDF", lambda data: b"%PDF-" in data[:1024], read_pdf),
    Reader("DOCX", lambda data: data.startswith((b"PK\x03\x04", b"PK\x05\x06")), _read_docx),
    Reader("DOC", lambda data: data.startswith(b"\xd0\xcf\x11\xe0"), _refuse_old_word),
    Reader("RTF", lambda data: data.startswith(b"{\\rtf"), _refuse_rich_text),
    Reader("HTML", is_html, _read_html),
    Reader("MHTML", is_mhtml, _read_mhtml),
    Reader("文本夹表格", is_text_with_tables, _read_text_with_tables),
    Reader("文本", lambda data: True, read_text),  # last: whatever has no signature
)


def reader_of(data: bytes) -> Reader:
    """Return the reader for a file's content."""
    return next(reader for reader in READERS if reader.fits(data))


def read(data: bytes, name: str) -> Document:
    """Return the document in `data`; `name` is used in errors only.

    Raises `SourceError` for a format that cannot be read, an empty or binary file, an unknown encoding,
    and a text that is not about 政府信息公开.
    """
    reader = reader_of(data)
    if reader.read is None:
        raise SourceError(name, f"目前还不能读取 {reader.name} 文件，请先转成文本（UTF-8 或 GB18030）")
    return reader.read(data, name)
