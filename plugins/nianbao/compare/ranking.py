"""Figures in order: ranks with ties, and how many authorities lie in which class of values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from nianbao.compare.figure import Figure

_Of = TypeVar("_Of")


class Class(NamedTuple):
    """A class of values: from `low` to below `high`, each None where it is open."""

    title: str
    low: Decimal | None
    high: Decimal | None

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in it."""
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)


def _class(title: str, low: str, high: str) -> Class:
    return Class(title, Decimal(low) if low else None, Decimal(high) if high else None)


_TINY = "1E-99"  # the least above 0: what is exactly 0 is a class of its own
COUNTS = (
    _class("负数", "", "0"),
    _class("0", "0", _TINY),
    _class("不足 1", _TINY, "1"),
    _class("1–9", "1", "10"),
    _class("10–99", "10", "100"),
    _class("100–999", "100", "1000"),
    _class("1000–9999", "1000", "10000"),
    _class("1 万以上", "10000", ""),
)
"""Classes of counts and amounts: tenfold steps, since the largest are thousands of times the smallest."""

SHARES = (
    _class("0%", "0", _TINY),
    _class("不足 20%", _TINY, "20"),
    _class("20–39%", "20", "40"),
    _class("40–59%", "40", "60"),
    _class("60–79%", "60", "80"),
    _class("80–99%", "80", "100"),
    _class("100%", "100", ""),
)
"""Classes of shares in per cent."""


def ranked(figures: Iterable[tuple[_Of, Figure]]) -> tuple[tuple[int, _Of, Figure], ...]:
    """Return what is known as (rank, whose, figure), the largest first; equals share a rank."""
    known = [(figure.value, whose, figure) for whose, figure in figures if figure.value is not None]
    known.sort(key=lambda entry: -entry[0])
    ranks: list[tuple[int, _Of, Figure]] = []
    for place, (value, whose, figure) in enumerate(known):
        tied = ranks and known[place - 1][0] == value
        ranks.append((ranks[-1][0] if tied else place + 1, whose, figure))
    return tuple(ranks)


def distribution(figures: Sequence[Figure], classes: Sequence[Class]) -> tuple[int, ...]:
    """Return how many known figures lie in each class; what is not known is in none."""
    counts = [0] * len(classes)
    for figure in figures:
        if figure.value is not None:
            counts[next(i for i, one in enumerate(classes) if one.holds(figure.value))] += 1
    return tuple(counts)
