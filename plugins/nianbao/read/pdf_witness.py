"""The second witness of a PDF's figures: PDFium, which shares no code with pdfplumber, reads them again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double, c_uint
from functools import cached_property
from math import pi
from types import TracebackType
from typing import Any

from nianbao.read.pdf_boxes import Box

_INSET = 0.5  # points: glyphs that only touch the box from outside are not the cell's
_FILLED, _INKLESS = 0, (3, 7)  # text rendering modes
_WHITE = 250  # of 255
_SLANTED = 0.1  # radians from a right angle
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Witness:
    """A PDF opened with PDFium. Raises `PdfiumError` where PDFium cannot open it."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # type: ignore[import-untyped]  # the package has no types

        self._document = pypdfium2.PdfDocument(data)

    def __enter__(self) -> Witness:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._document.close()

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self._document)

    def page(self, index: int, height: float) -> PageWitness:
        """Return the witness of the page with this index, counted from 0; `height` is its media box's."""
        return PageWitness(self._document[index], height)


class PageWitness:
    """One page as PDFium reads it."""

    def __init__(self, page: Any, height: float) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._height = height  # pdfplumber counts down from it; PDFium does not know an inherited media box
        self._turned = page.get_rotation() != 0
        self._all = Counter(_numbers(self._text.get_text_range()))

    def confirms(self, text: str, box: Box) -> bool:
        """Return whether PDFium reads the same digits in the cell and their numbers on the page.

        Where the page is turned the two programs count from different corners, so that only the
        numbers of the page are compared.
        """
        numbers = Counter(_numbers(text))
        if self._turned:
            return numbers <= self._all
        digits = _digits(text)
        return digits in (_digits(self._inside(box)), _digits(self._visible_inside(box)))

    def _inside(self, box: Box) -> str:
        text: str = self._text.get_text_bounded(
            left=box.x0 + _INSET,
            right=box.x1 - _INSET,
            top=self._height - box.top - _INSET,
            bottom=self._height - box.bottom + _INSET,
        )
        return text

    def _visible_inside(self, box: Box) -> str:
        """Return the text in a box without what nobody sees: no ink, white ink, or a slanted watermark."""
        return "".join(
            letter
            for letter, x, y in self._visible
            if box.x0 <= x <= box.x1 and box.top <= self._height - y <= box.bottom
        )

    @cached_property
    def _visible(self) -> tuple[tuple[str, float, float], ...]:
        """The visible characters of the page, each with its middle."""
        return tuple(_visible_characters(self._text.raw))


def _visible_characters(text: Any) -> Iterator[tuple[str, float, float]]:
    """Yield the characters of PDFium's text page that are printed upright in a colour, with their middles."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the package has no types

    x0, x1, y0, y1 = (c_double() for _ in range(4))
    colour = tuple(c_uint() for _ in range(4))
    for index in range(pdfium.FPDFText_CountChars(text)):
        mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, index))
        pdfium.FPDFText_GetFillColor(text, index, *colour)
        white = mode == _FILLED and all(part.value >= _WHITE for part in colour[:3])
        slanted = pdfium.FPDFText_GetCharAngle(text, index) % (pi / 2)
        if mode in _INKLESS or white or _SLANTED < slanted < pi / 2 - _SLANTED:
            continue
        if pdfium.FPDFText_GetCharBox(text, index, x0, x1, y0, y1):
            letter = chr(pdfium.FPDFText_GetUnicode(text, index))
            yield letter, (x0.value + x1.value) / 2, (y0.value + y1.value) / 2


def _digits(text: str) -> str:
    return re.sub(r"[^\d.,]", "", unicodedata.normalize("NFKC", text))


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(unicodedata.normalize("NFKC", text))
