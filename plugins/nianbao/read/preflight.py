"""Limits that a file must keep before anything parses it: bytes and counts, no library involved."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import IO

from nianbao.errors import SourceError

MAX_ENTRIES = 2_000  # a report of 300 pages with a picture on each has 650
MAX_UNPACKED = 100 * 1024 * 1024  # bytes; the largest report seen unpacks to 9 MB
MAX_RATIO = 100  # Word's XML packs to a tenth, seldom to a fortieth
MAX_MARKUP = 20 * 1024 * 1024  # characters; the largest page seen, with its pictures inside, has 4 million
MAX_TAGS = 400_000  # a report has 2,000; Word's "save as page" makes 30,000
MAX_OPEN = 1_000  # elements open at once: parsing takes time in the square of it
_FEW_TAGS = 3_000  # of which, all nested, a parser takes 40 ms; most pages have fewer

# What zipfile raises on archives that are cut, changed, or packed in ways that Word never uses.
_BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
)
_BROKEN += (OSError, EOFError, ValueError, RuntimeError)
_CHUNK = 1 << 20
_ENCRYPTED = 1
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Tags that no one has to close, or that are closed by the next of their kind.
_NEVER_OPEN_TAGS = (
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd option tr td th tbody thead tfoot colgroup html head body"
)
_NEVER_OPEN = frozenset(_NEVER_OPEN_TAGS.split())
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def check_markup(source: str, name: str) -> None:
    """Raise `SourceError` where a page is too large, or nested deeper than a parser can follow."""
    if len(source) > MAX_MARKUP:
        raise SourceError(name, f"网页有 {len(source)} 个字符，超过上限 {MAX_MARKUP}")
    if source.count("<") - source.count("</") <= _FEW_TAGS:
        return
    opened: dict[str, int] = defaultdict(int)
    depth = 0
    tags = _TAG.findall(source)
    if len(tags) > MAX_TAGS:
        raise SourceError(name, f"网页的标签超过 {MAX_TAGS} 个，不像正常的网页")
    for closing, tag in tags:
        tag = tag.lower()
        if tag not in _NEVER_OPEN:
            step = 1 if not closing else -1 if opened[tag] else 0
            opened[tag] += step
            depth += step
            if depth > MAX_OPEN:
                raise SourceError(name, f"网页的嵌套超过 {MAX_OPEN} 层，不像正常的网页")


def check_docx(data: bytes, name: str) -> None:
    """Raise `SourceError` for what is no Word document, unpacks to too much, or declares entities.

    Sizes are those that the archive states; `zipfile` never unpacks more than that.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, name)
            _check_kind({entry.filename for entry in entries}, name)
            for entry in entries:
                if _declares_entities(archive, entry):
                    raise SourceError(name, f"[docx-dtd] {entry.filename} 中有 DOCTYPE 或实体声明，不予读取")
    except _BROKEN as error:
        raise SourceError(name, "DOCX 文件不完整或已损坏，无法打开；请重新下载或另存") from error


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MAX_ENTRIES:
        raise SourceError(name, f"文件包里有 {len(entries)} 个部件，超过上限 {MAX_ENTRIES}")
    if len({entry.filename for entry in entries}) < len(entries):
        raise SourceError(name, "文件包里有同名的部件，不能确定以哪一个为准")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise SourceError(name, "文件有密码，请去掉密码后再提供")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise SourceError(name, f"解压后有 {unpacked} 字节，超过上限 {MAX_UNPACKED}")
    if unpacked > MAX_RATIO * max(packed, 1):
        raise SourceError(name, f"压缩比超过 {MAX_RATIO}，像是压缩炸弹，不予读取")


def _check_kind(names: set[str], name: str) -> None:
    if "[Content_Types].xml" not in names:
        raise SourceError(name, "是压缩包，不是 DOCX；请解压后把其中的报告作为原件")
    if not any(part.startswith("word/") for part in names):
        raise SourceError(name, "是表格或演示文稿，不是 DOCX；请另存为 DOCX 或 PDF")


def _declares_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Return whether a part holds a declaration; zeros are dropped, so UTF-16 hides nothing."""
    with archive.open(entry) as part:
        before = b""
        for chunk in _chunks(part):
            chunk = before + chunk.replace(b"\0", b"")
            if _DECLARATION.search(chunk):
                return True
            before = chunk[-16:]
    return False


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    while chunk := part.read(_CHUNK):
        yield chunk
