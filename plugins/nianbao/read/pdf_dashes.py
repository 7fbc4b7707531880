"""Dashed and dotted rules: browsers print every dash and dot as a shape of its own.

Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

_LONGEST = 10.0  # a dash; a solid rule of a cell is longer
_WIDEST = 4.0  # a dot
_GAP = 8.0  # between two dashes; columns are further apart than dots
_FEWEST = 4  # dashes of a rule


class Dash(NamedTuple):
    """A dash or dot: where it begins and ends along the rule, its middle across, and its number."""

    start: float
    end: float
    across: float
    number: int


def with_whole_rules(shapes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the shapes with every rule of dashes, across or down the page, as one line in their place."""
    dashes = [shape for shape in shapes if _is_dash(shape)]
    across = _chains(
        Dash(each["x0"], each["x1"], (each["top"] + each["bottom"]) / 2, number)
        for number, each in enumerate(dashes)
    )
    down = _chains(
        Dash(each["top"], each["bottom"], (each["x0"] + each["x1"]) / 2, number)
        for number, each in enumerate(dashes)
    )
    chained = {id(dashes[dash.number]) for chain in (*across, *down) for dash in chain}
    rules = [_line(x0=x0, x1=x1, top=y, bottom=y) for x0, x1, y in map(_stretch, across)]
    rules += [_line(x0=x, x1=x, top=top, bottom=bottom) for top, bottom, x in map(_stretch, down)]
    return [*(shape for shape in shapes if id(shape) not in chained), *rules]


def _is_dash(shape: dict[str, Any]) -> bool:
    width, height = shape["width"], shape["height"]
    return bool(shape.get("fill")) and min(width, height) <= _WIDEST and max(width, height) <= _LONGEST


def _chains(dashes: Iterable[Dash]) -> list[list[Dash]]:
    """Return the dashes that stand in a row, as many as make a rule."""
    chains: list[list[Dash]] = []
    for dash in sorted(dashes, key=lambda each: (round(each.across, 1), each.start)):
        last = chains[-1][-1] if chains else None
        if last and round(last.across, 1) == round(dash.across, 1) and dash.start - last.end <= _GAP:
            chains[-1].append(dash)
        else:
            chains.append([dash])
    return [chain for chain in chains if len(chain) >= _FEWEST]


def _stretch(chain: Sequence[Dash]) -> tuple[float, float, float]:
    return chain[0].start, max(dash.end for dash in chain), chain[0].across


def _line(**ends: float) -> dict[str, Any]:
    width, height = ends["x1"] - ends["x0"], ends["bottom"] - ends["top"]
    return {"object_type": "line", **ends, "width": width, "height": height}
