"""Which reports may share a passage: those of two authorities that keep the same uncommon shingles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, groupby
from typing import NamedTuple

from nianbao.prose.common import Wording
from nianbao.prose.passages import LEAST_OWN
from nianbao.prose.shingles import SHORT, Sketch

# Ninety equal letters keep sixteen short shingles; with two words in five changed six are left.
FEWEST_SHINGLES = 6

# Letters in which `FEWEST_SHINGLES` of them stand: with two words in five changed a quarter of the kept
# shingles is left, one for 25 letters.
_NEAR = 250


class Sketched(NamedTuple):
    """A report for the search of copies: `authority` is its folder, `sketch` made by `shingles.sketch`."""

    path: str
    authority: str
    year: int
    sketch: Sketch


def candidates(reports: Iterable[Sketched], wording: Wording) -> list[tuple[Sketched, Sketched]]:
    """Return pairs of reports of different authorities that share uncommon shingles near each other.

    For a report and another authority only the other's nearest report is paired: what is copied is often
    repeated year after year. The order of `reports` is irrelevant; a pair stands in the order of paths.

    Shingles of equal hash are a bucket of locality-sensitive hashing. A bucket holds at most
    `wording.limit` authorities, so that time grows with the archive, not with its square.
    """
    by_authority: dict[str, list[tuple[Sketched, frozenset[int]]]] = {}
    for report in sorted(reports):
        by_authority.setdefault(report.authority, []).append((report, wording.shared(report.sketch.hashes)))
    pairs: dict[tuple[str, str], tuple[Sketched, Sketched]] = {}
    for one, other in _authorities(by_authority):
        for report, found in (*_nearest(one, other), *_nearest(other, one)):
            first, second = sorted((report, found))
            pairs[first.path, second.path] = (first, second)
    shared = {report.path: kept for owned in by_authority.values() for report, kept in owned}
    return [
        (first, second)
        for _, (first, second) in sorted(pairs.items())
        if enough(_stretches(first.sketch, shared[first.path] & shared[second.path]))
    ]


def enough(shared: Sequence[tuple[int, int]]) -> bool:
    """Whether some shared shingles, given by ascending place and length, may be a passage: proof is dear.

    Scattered ones are chance. Where only long ones are uncommon, each short piece is common wording, and
    two authorities use one sentence of a template: it takes more than one.
    """
    together = zip(shared, shared[FEWEST_SHINGLES - 1 :], strict=False)
    if not any(last - first <= _NEAR for (first, _), (last, _) in together):
        return False
    return any(length == SHORT for _, length in shared) or _covered(shared) >= LEAST_OWN


def _covered(stretches: Iterable[tuple[int, int]]) -> int:
    """Return how many letters some stretches, which may overlap, cover together."""
    covered = end = 0
    for place, length in stretches:
        covered += max(0, place + length - max(place, end))
        end = max(end, place + length)
    return covered


def _stretches(sketch: Sketch, wanted: Set[int]) -> list[tuple[int, int]]:
    return sorted(
        (place, length) for shingle, place, length in zip(*sketch, strict=True) if shingle in wanted
    )


_Kept = Sequence[tuple[Sketched, frozenset[int]]]


def _authorities(reports: Mapping[str, _Kept]) -> Iterator[tuple[_Kept, _Kept]]:
    """Yield the reports of every two authorities that share enough shingles over all years, with these."""
    owners = list(reports.values())
    used = [frozenset().union(*(kept for _, kept in owned)) for owned in owners]
    entries = sorted(shingle << 32 | number for number, shingles in enumerate(used) for shingle in shingles)
    shared: Counter[tuple[int, int]] = Counter()
    for _, bucket in groupby(entries, key=lambda entry: entry >> 32):
        shared.update(combinations([entry & 0xFFFFFFFF for entry in bucket], 2))
    for (one, other), count in shared.items():
        if count >= FEWEST_SHINGLES:
            both = used[one] & used[other]
            yield _only(both, owners[one]), _only(both, owners[other])


def _only(shingles: frozenset[int], owned: _Kept) -> _Kept:
    return [(report, kept & shingles) for report, kept in owned]


def _nearest(one: _Kept, other: _Kept) -> Iterator[tuple[Sketched, Sketched]]:
    """Yield for each report of one authority the report of the other that shares most with it."""
    for report, kept in one:
        year = report.year
        count, _, _, found = max(
            (len(kept & others), -abs(candidate.year - year), candidate.path, candidate)
            for candidate, others in other
        )
        if count >= FEWEST_SHINGLES:
            yield report, found
