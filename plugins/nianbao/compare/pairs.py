"""Two reports side by side: what keeps their figures apart, by how much they differ, and who is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from nianbao.compare.continuity import Kind
from nianbao.compare.figure import ENOUGH, Figure
from nianbao.compare.indicators import Indicator
from nianbao.compare.peers import peers_of
from nianbao.model import Authority, Report, Scope

_TENTH = Decimal("0.1")
_REACH = 3
"""How far in its group a neighbour is sought: the cost stays linear where years do not overlap."""

_SHARED_DIGITS = {
    **{"province": 0, "prefecture": 2, "county": 4, "township": 6},
    **{"ministry": 0, "province-bodies": 0, "prefecture-bodies": 2, "county-bodies": 4, "township-bodies": 6},
}
"""By group of peers: how many digits of the division code neighbours share, those of the region above."""


class Obstacle(StrEnum):
    """Why the figures of two reports must not be subtracted although both are known."""

    SCOPE = "scope"  # one covers the departments and lower levels too
    COUNTED = "counted"  # the two forms count it differently


class _Member(NamedTuple):
    """An authority in its group, in the order in which neighbours stand."""

    body: str
    code: str
    name: str
    key: str


class Difference(NamedTuple):
    """How much a figure is above another.

    `by` is in the indicator's unit, for a share in percentage points between the percentages as printed, so
    that a reader who subtracts finds the same. `percent` is `by` in per cent of the other figure, None for
    a share and where the other is below `ENOUGH`.
    """

    by: Decimal
    percent: Decimal | None = None


def apart(indicator: Indicator) -> bool:
    """Whether the figures of the two forms stand side by side only, or not even that."""
    return indicator.crossing not in (Kind.SAME, Kind.SUM)


def obstacle(indicator: Indicator, one: Report, other: Report) -> Obstacle | None:
    """Return why an indicator may not be subtracted between two reports; None: it may."""
    if one.scope is not other.scope:
        return Obstacle.SCOPE
    return Obstacle.COUNTED if one.form != other.form and apart(indicator) else None


def difference(indicator: Indicator, one: Figure, other: Figure) -> Difference | None:
    """Return how much the first figure is above the other; None where one of them is not known.

    >>> from nianbao.cells import State
    >>> from nianbao.compare.indicators import INDICATORS
    >>> counts = [Figure(State.REPORTED, Decimal(value)) for value in (50, 40)]
    >>> difference(INDICATORS["received"], *counts)
    Difference(by=Decimal('10'), percent=Decimal('25.0'))
    """
    if one.value is None or other.value is None:
        return None
    if indicator.share:
        return Difference(one.value.quantize(_TENTH) - other.value.quantize(_TENTH))
    by = one.value - other.value
    if other.value < ENOUGH:
        return Difference(by)
    return Difference(by, (by * 100 / other.value).quantize(_TENTH, ROUND_HALF_UP))


def latest_shared(one: Iterable[Report], other: Iterable[Report]) -> tuple[int, Scope] | None:
    """Return the latest year that both have a report of one scope for; of two, the authority's own."""
    theirs = {(report.year, report.scope) for report in other}
    shared = ((report.year, report.scope) for report in one if (report.year, report.scope) in theirs)
    return max(shared, key=lambda found: (found[0], found[1] is Scope.OWN), default=None)


def neighbours(authorities: Mapping[str, Sequence[Report]]) -> dict[str, str]:
    """Return for each authority the one to set it beside: same kind and level, same region above.

    Among those the next by division code; of departments first one for the same matters. An authority
    whose level is not known, or that shares no year with those next to it, has none.
    """
    groups: dict[tuple[str, str], list[_Member]] = {}
    for key, reports in authorities.items():
        authority = reports[-1].authority
        group = _group(authority)
        if group:
            found = _Member(authority.body, authority.region.code, authority.name, key)
            groups.setdefault(group, []).append(found)
    return {key: other for members in groups.values() for key, other in _paired(sorted(members), authorities)}


def _group(authority: Authority) -> tuple[str, str] | None:
    """Return the group of peers and the code of the region above; None where either is not known."""
    peers, code = peers_of(authority).id, authority.region.code
    digits = _SHARED_DIGITS.get(peers)
    if digits is None or (digits and not code):
        return None
    return peers, code[:digits]


def _paired(
    members: Sequence[_Member], authorities: Mapping[str, Sequence[Report]]
) -> Iterator[tuple[str, str]]:
    """Yield the key of each member with that of the nearest that it can be set beside."""
    for place, one in enumerate(members):
        steps = (step for reach in range(1, _REACH + 1) for step in (reach, -reach))
        near = [members[place + step] for step in steps if 0 <= place + step < len(members)]
        near.sort(key=lambda other: other.body != one.body)  # stable: the nearest first among either
        for other in near:
            same = one[:-1] == other[:-1]  # one authority under two ids is no neighbour of itself
            if not same and latest_shared(authorities[one.key], authorities[other.key]):
                yield one.key, other.key
                break
