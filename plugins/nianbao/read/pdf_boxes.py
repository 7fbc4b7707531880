"""Cells that stand apart from each other, as browsers print them with space between the boxes of a table.

Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_APART = 10.0  # the widest space between two boxes; the narrowest column has one character and its padding
_FEWEST = 4  # boxes: fewer are frames


class Box(NamedTuple):
    """A rectangle, measured from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float


def groups_of(boxes: Sequence[Box]) -> list[list[Box]]:
    """Return the boxes that belong to one table each; a few that stand near each other are frames."""
    groups: list[list[Box]] = []
    for box in boxes:
        near = [group for group in groups if any(_is_near(box, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([box, *(each for group in near for each in group)])
    return [group for group in groups if len(group) >= _FEWEST]


def _is_near(one: Box, other: Box) -> bool:
    """Return whether two boxes stand side by side, none inside the other."""
    across = max(one.x0, other.x0) - min(one.x1, other.x1)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    beside, below = 0 <= across <= _APART and down < 0, 0 <= down <= _APART and across < 0
    return beside or below
