"""Which reports may share a passage: those of two authorities that keep the same uncommon shingles."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from nianbao.prose.common import Wording

# Ninety equal letters keep sixteen short shingles; with two words in five changed six are left.
FEWEST_SHINGLES = 6


class Sketched(NamedTuple):
    """A report for the search of copies: `authority` is its folder, `sketch` made by `shingles.sketch`."""

    path: str
    authority: str
    year: int
    sketch: array[int]


def candidates(reports: Iterable[Sketched], wording: Wording) -> list[tuple[Sketched, Sketched]]:
    """Return pairs of reports of different authorities that share uncommon shingles.

    For a report and another authority only the other's nearest report is paired: what is copied is often
    repeated year after year. The order of `reports` is irrelevant; a pair stands in the order of paths.

    Shingles of equal hash are a bucket of locality-sensitive hashing. A bucket holds at most
    `wording.limit` authorities, so that time grows with the archive, not with its square.
    """
    by_authority: dict[str, list[tuple[Sketched, frozenset[int]]]] = {}
    for report in sorted(reports):
        by_authority.setdefault(report.authority, []).append((report, wording.shared(report.sketch)))
    pairs: dict[tuple[str, str], tuple[Sketched, Sketched]] = {}
    for one, other in _authorities(by_authority):
        for report, found in (*_nearest(one, other), *_nearest(other, one)):
            first, second = sorted((report, found))
            pairs[first.path, second.path] = (first, second)
    return [pairs[key] for key in sorted(pairs)]


_Kept = Sequence[tuple[Sketched, frozenset[int]]]


def _authorities(reports: Mapping[str, _Kept]) -> Iterator[tuple[_Kept, _Kept]]:
    """Yield the reports of every two authorities that share enough shingles over all years."""
    owners = list(reports.values())
    entries = sorted(
        shingle << 32 | number
        for number, owned in enumerate(owners)
        for shingle in frozenset().union(*(kept for _, kept in owned))
    )
    shared: Counter[tuple[int, int]] = Counter()
    for _, bucket in groupby(entries, key=lambda entry: entry >> 32):
        shared.update(combinations([entry & 0xFFFFFFFF for entry in bucket], 2))
    for (one, other), count in shared.items():
        if count >= FEWEST_SHINGLES:
            yield owners[one], owners[other]


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
