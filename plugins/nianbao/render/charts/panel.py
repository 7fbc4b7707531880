"""A panel: rows of columns over the same years or classes, the figure printed on each column.

One scale for the whole panel, so that rows can be compared; what is not known is a dashed place with its
word, never a column of height 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import NamedTuple


class Column(NamedTuple):
    """A place on the shared axis. `note` stands below the label where the whole column is empty."""

    key: str
    label: str
    note: str = ""


class Mark(NamedTuple):
    """A figure: `value` is None where `text` is the word for its lack; no text leaves the place free."""

    text: str
    value: Decimal | None = None


class PanelRow(NamedTuple):
    """A row of a panel: one mark for each column."""

    key: str
    label: str
    marks: tuple[Mark, ...]


class Cut(NamedTuple):
    """A line before the column of this number, with words: the form changes here."""

    column: int
    words: str


# User units are CSS pixels: a chart is never scaled up, so its text has the size of a caption.
_LABELS = 104  # eight characters
_WIDEST = 62  # of a column, so that one year alone does not fill the page
_WIDTH = 372  # of a phone's text column
_HEAD = 30
_ROW = 42
_TALLEST = 22
_BASE = 36  # of a row's line below its upper edge


def panel(
    name: str,
    title: str,
    description: str,
    columns: Sequence[Column],
    rows: Sequence[PanelRow],
    cuts: Sequence[Cut] = (),
) -> str:
    """Return the panel as SVG; `name` makes its ids unique on the page.

    `title` and `description` are what a screen reader says; the data stands in a table on the same page.
    """
    step = min(_WIDEST, (_WIDTH - _LABELS) / max(1, len(columns)))
    top = _HEAD + (14 if cuts else 0)
    width, height = _LABELS + step * len(columns), top + _ROW * len(rows) + 2
    largest = max((mark.value for row in rows for mark in row.marks if mark.value), default=Decimal(0))
    pieces = (
        f'<svg class="nb-chart" role="img" aria-labelledby="{name}-t {name}-d" width="{width:.0f}" '
        f'height="{height}" viewBox="0 0 {width:.0f} {height}">',
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>',
        *_axis(columns, step, top),
        *(
            piece
            for number, row in enumerate(rows)
            for piece in _row(row, columns, top + number * _ROW, step, largest)
        ),
        *(_cut(cut, step, height) for cut in cuts),
        "</svg>",
    )
    return "".join(pieces)


def _axis(columns: Sequence[Column], step: float, top: int) -> Iterator[str]:
    yield '<g class="axis">'
    for number, column in enumerate(columns):
        x = _middle(number, step)
        yield f'<text x="{x}" y="{top - 16}">{escape(column.label)}</text>'
        if column.note:
            yield f'<text class="w" x="{x}" y="{top - 4}">{escape(column.note)}</text>'
    yield "</g>"


def _row(row: PanelRow, columns: Sequence[Column], top: int, step: float, largest: Decimal) -> Iterator[str]:
    base = top + _BASE
    end = _LABELS + step * len(columns)
    yield f'<g data-row="{escape(row.key)}"><text class="l" x="0" y="{base}">{escape(row.label)}</text>'
    yield f'<path class="base" d="M{_LABELS} {base + 0.5}H{end:.0f}"/>'
    for number, (column, mark) in enumerate(zip(columns, row.marks, strict=True)):
        if mark.text:
            yield _mark(mark, escape(column.key), _middle(number, step), base, min(26, step * 0.6), largest)
    yield "</g>"


def _mark(mark: Mark, key: str, x: str, base: int, width: float, largest: Decimal) -> str:
    left = float(x) - width / 2
    if mark.value is None:
        place = f'<rect class="u" x="{left:.1f}" y="{base - 10}" width="{width:.1f}" height="10"/>'
        return f'{place}<text class="w" data-col="{key}" x="{x}" y="{base - 14}">{escape(mark.text)}</text>'
    height = float(max(mark.value, Decimal(0)) / largest) * _TALLEST if largest else 0
    height = max(height, 1.0) if mark.value > 0 else 0
    shape = (
        f'<rect x="{left:.1f}" y="{base - height:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
        if height
        else ""
    )
    kind = ' class="z"' if not mark.value else ""
    return (
        f'{shape}<text{kind} data-col="{key}" x="{x}" y="{base - height - 3:.1f}">{escape(mark.text)}</text>'
    )


def _cut(cut: Cut, step: float, height: int) -> str:
    x = _LABELS + step * cut.column
    late = cut.column * step > _LABELS  # words run towards the middle of the chart
    anchor = ' text-anchor="end"' if late else ""
    at = x - 4 if late else x + 4
    return (
        f'<path class="cut" d="M{x:.1f} 2V{height}"/>'
        f'<text class="cut"{anchor} x="{at:.1f}" y="11">{escape(cut.words)}</text>'
    )


def _middle(number: int, step: float) -> str:
    return f"{_LABELS + step * (number + 0.5):.1f}"
