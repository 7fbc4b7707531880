"""A Word document as its page shows it, where mammoth would read more, or less.

Hidden text (`w:vanish`) is left out: 12 beside a hidden 7 is not 712. What stands in a field is let in: the
result of `=SUM(LEFT)` is a figure like any other.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEAD = re.compile(r"word/header\d{0,3}\.xml")
_OFF = frozenset(("0", "false", "off"))
# Elements around text that mammoth passes over with all that is in them.
_WRAPPERS = tuple(f"{_WORD}{name}" for name in ("fldSimple", "bdo", "dir"))
_TOLD_BY = (b"vanish", b"fldSimple", b"w:bdo", b"w:dir")


def as_shown(data: bytes) -> bytes:
    """Return the document with the text that its page shows; the same bytes where mammoth reads just that.

    Only for files that `preflight.check_docx` has let through. Raises what zip and XML raise on damage.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    found = [
        name
        for name, part in parts.items()
        if name.endswith(".xml") and not _HEAD.fullmatch(name) and any(word in part for word in _TOLD_BY)
    ]
    if not found:
        return data
    parts |= {name: ElementTree.tostring(_shown(parts[name]), encoding="utf-8") for name in found}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def running_heads(data: bytes) -> list[str]:
    """Return the texts at the head of its pages, each once; a head that is damaged is passed over.

    Raises what zip raises on damage.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in sorted(archive.namelist()) if _HEAD.fullmatch(name)]
    return list(dict.fromkeys(filter(None, map(_text, parts))))


def _text(part: bytes) -> str:
    try:
        return "".join("".join(_shown(part).itertext()).split())
    except ElementTree.ParseError:
        return ""


def _shown(part: bytes) -> ElementTree.Element:
    root = ElementTree.fromstring(part)
    for parent in list(root.iter()):
        _unwrap(parent)
    for run in root.iter(f"{_WORD}r"):
        mark = run.find(f"{_WORD}rPr/{_WORD}vanish")
        if mark is not None and mark.get(f"{_WORD}val") not in _OFF:
            for child in list(run):
                run.remove(child)
    return root


def _unwrap(parent: ElementTree.Element) -> None:
    """Put the children of wrappers in their places, those of wrappers inside them too."""
    while any(child.tag in _WRAPPERS for child in parent):
        parent[:] = [
            inner for child in parent for inner in (list(child) if child.tag in _WRAPPERS else [child])
        ]
