"""Word documents: mammoth turns them into the HTML that the page reader reads.

Tracked insertions are text and tracked deletions are not, content controls and text boxes are read,
hidden text is not, merged cells keep their spans. Pictures are not opened, links and external parts are
not followed.
"""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any

from nianbao.errors import SourceError
from nianbao.read import preflight
from nianbao.read.document import Document
from nianbao.read.docx_shown import as_shown, running_heads
from nianbao.read.html import read_markup

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, name: str) -> Document:
    """Return the document in `data`; `text` is its readable text, to which every `Place` refers.

    Raises `SourceError` for a file over the limits of `preflight`, and one that cannot be opened.
    """
    preflight.check_docx(data, name)
    return read_markup(_html(data, name), name, MEDIA_TYPE)


def _html(data: bytes, name: str) -> str:
    import mammoth  # type: ignore[import-untyped]  # it has no stubs

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(as_shown(data)), convert_image=_no_image, include_embedded_style_map=False
        )
        heads = running_heads(data)
    except MemoryError:
        raise
    except Exception as error:  # whatever a damaged part makes the library raise: it documents nothing
        raise SourceError(
            name, f"DOCX 文件内部已损坏，无法读取（{type(error).__name__}）；请重新另存"
        ) from error
    names = filter(_NAME.fullmatch, heads)
    told = "".join(f'<meta name="{_TOLD}" content="{escape(head)}">' for head in names)
    return f"<head>{told}</head>{result.value}"


# A name at the head of each page tells who reports where the title does not, like the source of a web page.
_TOLD = "ContentSource"
_NAME = re.compile(r"[\u4e00-\u9fff]{3,30}")


def _no_image(image: Any) -> list[Any]:
    return []
