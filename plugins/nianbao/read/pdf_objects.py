"""What a PDF page prints, as pdfminer interprets it: glyphs, and pdfplumber's objects for the rest.

pdfplumber makes a dictionary of some forty entries for each character; here a character becomes a glyph
at once. This module imports pdfplumber; only the PDF reader loads it, when it reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from nianbao.read.pdf_content import Interpreter
from nianbao.read.pdf_dashes import with_whole_rules
from nianbao.read.pdf_lines import Glyph, glyph_text

_UNPRINTED = frozenset((3, 7))  # text rendering modes without ink: neither filled nor stroked
_STROKED = frozenset((1, 2, 5, 6))  # modes whose outlines have the other colour
_SLANTED = 0.1  # of the size: text turned by another angle than a right one is a watermark
_THIN = 3.0  # points: a box that is not higher or not wider is a rule
_LIGHT, _DARK = 0.98, 0.02  # of full brightness, of full ink
_PLAIN_COLOURS = frozenset(("DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"))


class _Device(PDFPageAggregator):
    """Collects what a page prints, without the text printed without ink; `hidden` counts its characters."""

    hidden = 0
    _inked = True

    def render_string(
        self, textstate: PDFTextState, seq: Any, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        """Print a string."""
        self._inked = textstate.render not in _UNPRINTED
        if textstate.render in _STROKED:
            graphicstate.ncolor, graphicstate.ncs = graphicstate.scolor, graphicstate.scs
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, matrix: Any, font: PDFFont, fontsize: float, scaling: float, *rest: Any) -> float:
        """Print a character and return how far it moves the next one; `rest` has its code in the middle."""
        if self._inked:
            return super().render_char(matrix, font, fontsize, scaling, *rest)
        self.hidden += 1
        _, code, _, _ = rest
        return font.char_width(code) * fontsize * scaling


class PrintedPage(Page):
    """A page of pdfplumber whose characters are `glyphs` and stand not among its objects.

    `hidden` counts the characters that are printed without ink. Raises `TooMuchError` for an endless page.
    """

    def __init__(self, pdf: PDF, page: PDFPage, number: int) -> None:
        super().__init__(pdf, page, number)
        device = _Device(pdf.rsrcmgr, number)
        Interpreter(pdf.rsrcmgr, device).process_page(page)
        self._result = device.get_result()
        self.hidden = device.hidden
        self.glyphs = tuple(self._glyphs())

    @property
    def layout(self) -> LTPage:
        """What pdfminer found on the page."""
        return self._result

    def parse_objects(self) -> dict[str, list[dict[str, Any]]]:
        """Return rectangles, lines, curves and pictures by their kind."""
        objects: dict[str, list[dict[str, Any]]] = {}
        shapes = [self.process_object(item) for item in _items(self._result) if not isinstance(item, LTChar)]
        for shape in _without_shading(with_whole_rules(shapes)):
            found = _as_rule(shape)
            objects.setdefault(found["object_type"], []).append(found)
        return objects

    def _glyphs(self) -> Iterator[Glyph]:
        """Yield what can be seen: inside the page, not white on white, not a watermark across it."""
        items = list(_items(self._result))
        grounds = [item for item in items if _is_ground(item)]
        x0, top, x1, bottom = self.bbox if self.rotation else self.cropbox
        left, foot = self.bbox[0], self.bbox[3]
        for item in items:
            if not isinstance(item, LTChar) or _is_slanted(item):
                continue
            base = foot - (item.matrix[5] if item.upright else item.y0)
            size = max(item.y1 - item.y0, 1.0)
            glyph = Glyph(glyph_text(item.get_text()), item.x0 + left, item.x1 + left, base, size)
            x, y = glyph.middle
            if x0 <= x <= x1 and top <= y <= bottom and not (_is_white(item) and not _covers(grounds, item)):
                yield glyph


def _items(container: Iterable[LTComponent]) -> Iterator[LTComponent]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _as_rule(found: dict[str, Any]) -> dict[str, Any]:
    """Return a thin box as the rule that it is: one edge in place of four.

    A rule of a turned page is a little askew, by what arithmetic rounds off; pdfplumber takes it for upright.
    """
    width, height = found["width"], found["height"]
    is_rule = found["object_type"] in ("rect", "line") and min(width, height) <= _THIN < max(width, height)
    if not is_rule or (found["object_type"] == "line" and not min(width, height)):
        return found
    x, y = (found["x0"] + found["x1"]) / 2, (found["top"] + found["bottom"]) / 2
    across = {"top": y, "bottom": y, "height": 0} if width > height else {"x0": x, "x1": x, "width": 0}
    return {**found, "object_type": "line", **across}


def _without_shading(shapes: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield what can be seen: Word prints a white box behind each line of a paragraph with a background.

    White cells of a table stand side by side, a paragraph's boxes each alone.
    """
    shapes = list(shapes)
    beside = Counter(round(shape["top"]) for shape in shapes if _is_white_box(shape))
    for shape in shapes:
        if not _is_white_box(shape) or beside[round(shape["top"])] > 1:
            yield shape


def _is_white_box(shape: dict[str, Any]) -> bool:
    filled = shape["object_type"] == "rect" and shape["fill"] and not shape["stroke"]
    return bool(filled) and _is_white_colour(shape["non_stroking_color"])


def _is_slanted(char: LTChar) -> bool:
    along, across = abs(char.matrix[0]), abs(char.matrix[1])
    return min(along, across) > _SLANTED * max(along, across)


def _is_ground(item: LTComponent) -> bool:
    """Return whether white text on this can be seen."""
    return isinstance(item, LTImage) or (
        isinstance(item, LTCurve) and item.fill and not _is_white_colour(item.non_stroking_color)
    )


def _is_white(char: LTChar) -> bool:
    state = char.graphicstate
    return state.ncs.name in _PLAIN_COLOURS and _is_white_colour(state.ncolor)


def _is_white_colour(colour: Any) -> bool:
    parts = colour if isinstance(colour, tuple) else (colour,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return all(part <= _DARK for part in parts)  # of cyan, magenta, yellow and black
    return all(part >= _LIGHT for part in parts)


def _covers(grounds: Iterable[LTComponent], char: LTChar) -> bool:
    x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
    return any(each.x0 <= x <= each.x1 and each.y0 <= y <= each.y1 for each in grounds)
