"""A web page saved as one file (MHTML, often named .doc or .mht): its HTML part."""

from __future__ import annotations

from email import message_from_bytes

from nianbao.errors import SourceError
from nianbao.read.document import Document
from nianbao.read.html import read_html


def read_mhtml(data: bytes, name: str) -> Document:
    """Return the document of the first page in the file; the other parts are pictures and frames."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return read_html(page, name)
    raise SourceError(name, "单文件网页里没有网页正文，请另存为 HTML 或 PDF")
