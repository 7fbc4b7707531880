"""The merged headers of a table: a tree of labels laid out as cells that span rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Leaf(NamedTuple):
    """A row or column of figures: its labels, the outermost first, and a term for each (may be empty)."""

    labels: tuple[str, ...]
    terms: tuple[str, ...]


class Header(NamedTuple):
    """A header cell: it covers `span` leaves from number `leaf` on and `deep` levels from `level` on.

    `group` tells whether it heads several leaves by its place, not whether it happens to cover one.
    """

    id: str
    label: str
    term: str
    leaf: int
    level: int
    span: int
    deep: int
    group: bool


def lay_out(leaves: Sequence[Leaf], prefix: str) -> tuple[Header, ...]:
    """Return the header cells of one side of a table; ids are `prefix` and a running number.

    Neighbours with the same labels down to a level share one cell; the last label of a leaf fills the
    levels that it leaves free.
    """
    depth = max(len(leaf.labels) for leaf in leaves)
    headers: list[Header] = []
    for level in range(depth):
        for index, leaf in enumerate(leaves):
            if level >= len(leaf.labels) or _continues(leaves, index, level):
                continue
            group = level < len(leaf.labels) - 1
            headers.append(
                Header(
                    id=f"{prefix}{len(headers)}",
                    label=leaf.labels[level],
                    term=leaf.terms[level],
                    leaf=index,
                    level=level,
                    span=_span(leaves, index, level) if group else 1,
                    deep=1 if group else depth - level,
                    group=group,
                )
            )
    return tuple(headers)


def depth(headers: Sequence[Header]) -> int:
    """Return how many levels a side of the table has."""
    return max(header.level + header.deep for header in headers)


def above(headers: Sequence[Header], leaf: int) -> tuple[str, ...]:
    """Return the ids of the headers of a leaf, the outermost first."""
    return tuple(header.id for header in headers if header.leaf <= leaf < header.leaf + header.span)


def _shares(one: Leaf, other: Leaf, level: int) -> bool:
    inner = level + 1
    return (
        len(one.labels) > inner and len(other.labels) > inner and one.labels[:inner] == other.labels[:inner]
    )


def _continues(leaves: Sequence[Leaf], index: int, level: int) -> bool:
    return index > 0 and _shares(leaves[index - 1], leaves[index], level)


def _span(leaves: Sequence[Leaf], index: int, level: int) -> int:
    end = index + 1
    while end < len(leaves) and _shares(leaves[index], leaves[end], level):
        end += 1
    return end - index
