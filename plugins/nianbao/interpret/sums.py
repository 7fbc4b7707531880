"""Whether the figures of one row add up as the form prints it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nianbao.cells import Cell
from nianbao.forms import TableForm


def adds_up(table: TableForm, row: str, figures: Sequence[Cell]) -> bool:
    """Return whether the figures of a row satisfy the identities that hold in it; no number counts as 0."""
    values = {
        column.id: figure.value or Decimal(0) for column, figure in zip(table.columns, figures, strict=False)
    }
    return all(
        sum(values[column] for column in identity.left) == sum(values[column] for column in identity.right)
        for identity in table.identities
        if identity.each == "row" and row in (identity.rows or (row,)) and len(values) == len(table.columns)
    )
