"""The bar beside a figure in a table: a picture of what the cell says in digits."""

from __future__ import annotations

from decimal import Decimal


def bar(value: Decimal, largest: Decimal) -> str:
    """Return a bar as SVG, its length the share of `value` in `largest`; nothing where that is nothing.

    It is hidden from screen readers: the figure stands beside it.
    """
    if value <= 0 or largest <= 0:
        return ""
    # A value that is there is seen: at least one part in a hundred.
    width = max(Decimal(1), value * 100 / largest)
    return (
        '<svg class="nb-bar__svg" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{width:.1f}" height="6"/></svg>'
    )
