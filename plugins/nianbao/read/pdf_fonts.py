"""Fonts whose code table is embedded in the file, which pdfminer knows by its name only.

This module imports pdfminer; only the PDF reader loads it, when it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pdfminer.cmapdb import CMap, IdentityCMap
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream

_BLOCK = re.compile(rb"begincid(char|range)(.*?)endcid", re.DOTALL)
_CHAR = re.compile(rb"<\s*([0-9A-Fa-f]{4})\s*>\s*(\d{1,6})")
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f]{4})\s*>\s*<\s*([0-9A-Fa-f]{4})\s*>\s*(\d{1,6})")


class Fonts(PDFResourceManager):
    """Makes fonts like its base class, and reads an embedded table of two-byte codes."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return the font; with an embedded table its characters go by their codes, as `ToUnicode` does."""
        font = super().get_font(objid, spec)
        table = spec.get("Encoding")
        if (
            isinstance(font, PDFCIDFont)
            and isinstance(font.cmap, CMap)
            and not font.cmap.code2cid
            and isinstance(table, PDFStream)
            and isinstance(spec.get("ToUnicode"), PDFStream)
        ):
            widths = font.widths
            font.widths = {code: widths[cid] for code, cid in _codes(table.get_data()) if cid in widths}
            font.cmap = IdentityCMap()
        return font


def _codes(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield code and glyph number of every entry."""
    for kind, entries in _BLOCK.findall(table):
        if kind == b"char":
            for code, glyph in _CHAR.findall(entries):
                yield int(code, 16), int(glyph)
        else:
            for first, last, glyph in _RANGE.findall(entries):
                start = int(first, 16)
                for code in range(start, int(last, 16) + 1):
                    yield code, int(glyph) + code - start


__all__ = ["Fonts"]
