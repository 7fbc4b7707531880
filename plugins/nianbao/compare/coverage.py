"""How many of the governments that there are the archive holds: only where their number is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from nianbao.compare.peers import peers_of
from nianbao.model import Report, Scope
from nianbao.regions.table import table

DATED = "2026 年 9 月"
"""The day of the division table that the denominators come from, for readers."""

_COUNTED = {"province": "0000", "prefecture": "00", "county": ""}


class Coverage(NamedTuple):
    """Governments of one level in a region: those that the archive holds, and those that there are."""

    held: frozenset[str]
    expected: frozenset[str]

    @property
    def complete(self) -> bool:
        """Whether every one of them is held; a level without governments is not complete."""
        return bool(self.expected) and self.expected <= self.held


def coverage(reports: Iterable[Report], peers: str, prefix: str = "") -> Coverage | None:
    """Return how many governments of a level these reports of one year are from; None: number not known.

    `peers` is the id of a group, `prefix` the digits of the region (empty: the country). Only an authority's
    own report counts, once, by its division code.
    """
    if peers not in _COUNTED:
        return None
    held = frozenset(
        report.authority.region.code
        for report in reports
        if report.scope is Scope.OWN and peers_of(report.authority).id == peers
    )
    within = _within(peers, prefix)
    return Coverage(held & within, within)


@cache  # asked for by every page of a year and a region
def _within(level: str, prefix: str) -> frozenset[str]:
    return frozenset(code for code in _divisions()[level] if code.startswith(prefix))


@cache
def _divisions() -> Mapping[str, frozenset[str]]:
    """Return the codes of today's provinces, prefectures and counties of the mainland."""
    found: dict[str, set[str]] = {level: set() for level in _COUNTED}
    for division in table().divisions.values():
        if not division.dissolved and division.code[0] not in "78":  # 台港澳: other rules apply there
            found[_level(division.code)].add(division.code)
    return {level: frozenset(codes) for level, codes in found.items()}


def _level(code: str) -> str:
    return next(level for level, ending in _COUNTED.items() if code.endswith(ending))
