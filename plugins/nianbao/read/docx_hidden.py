"""Hidden text of a Word document (`w:vanish`), which mammoth would print: 12 beside a hidden 7 is not 712."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset(("0", "false", "off"))


def without_hidden_text(data: bytes) -> bytes:
    """Return the document without the text of hidden runs; the same bytes where nothing is hidden.

    Only for files that `preflight.check_docx` has let through. Raises what zip and XML raise on damage.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    hiding = [name for name, part in parts.items() if name.endswith(".xml") and b"vanish" in part]
    if not hiding:
        return data
    parts |= {name: _shown(parts[name]) for name in hiding}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _shown(part: bytes) -> bytes:
    root = ElementTree.fromstring(part)
    for run in root.iter(f"{_WORD}r"):
        mark = run.find(f"{_WORD}rPr/{_WORD}vanish")
        if mark is not None and mark.get(f"{_WORD}val") not in _OFF:
            for child in list(run):
                run.remove(child)
    shown: bytes = ElementTree.tostring(root, encoding="utf-8")
    return shown
