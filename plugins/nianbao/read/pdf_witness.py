"""The second witness of a PDF's figures: PDFium, which shares no code with pdfplumber, reads them again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from types import TracebackType
from typing import Any

from nianbao.read.pdf_tables import Box

_INSET = 0.5  # points: glyphs that only touch the box from outside are not the cell's
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

    def page(self, index: int) -> PageWitness:
        """Return the witness of the page with this index, counted from 0."""
        return PageWitness(self._document[index])


class PageWitness:
    """One page as PDFium reads it."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._text = page.get_textpage()
        _, bottom, _, top = page.get_mediabox()
        self._height = top - bottom  # pdfplumber counts down from this height, whatever the box's origin
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
        return _digits(self._inside(box)) == _digits(text)

    def _inside(self, box: Box) -> str:
        text: str = self._text.get_text_bounded(
            left=box.x0 + _INSET,
            right=box.x1 - _INSET,
            top=self._height - box.top - _INSET,
            bottom=self._height - box.bottom + _INSET,
        )
        return text


def _digits(text: str) -> str:
    return re.sub(r"[^\d.,]", "", unicodedata.normalize("NFKC", text))


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(unicodedata.normalize("NFKC", text))
