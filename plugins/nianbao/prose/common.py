"""Wording that many authorities use is nobody's copy: how many authorities use each shingle."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from nianbao.prose.official import official_shingles
from nianbao.prose.shingles import hash_of

# A table of counts indexed by the low bits of the hash, 32 MB: a dict of all shingles of 10,000 reports
# takes ten times that. Two shingles in one slot count together, which can only hide a copy; of the four
# million shingles of 10,000 reports one in a thousand is hidden so.
_SLOTS = 1 << 23
_SLOT = _SLOTS - 1

MOST_AUTHORITIES = 15
FEWEST_AUTHORITIES = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """How many authorities use each shingle; more than `limit` make it common wording."""

    counts: array[int]
    limit: int
    official: frozenset[int]

    def shared(self, shingles: Iterable[int]) -> frozenset[int]:
        """Return those of some shingles, given as hashes, that several authorities use, but not many."""
        counts, limit = self.counts, self.limit
        return frozenset({each for each in shingles if 1 < counts[each & _SLOT] <= limit} - self.official)

    def common(self, shingle: int) -> bool:
        """Whether a shingle, given by its hash, is used by many authorities."""
        return self.counts[shingle & _SLOT] > self.limit


def wording(authorities: Iterable[Iterable[array[int]]]) -> Wording:
    """Return the common wording of an archive: the sketches of each authority's reports."""
    counts = array("I", bytes(4 * _SLOTS))
    total = 0
    for sketches in authorities:
        total += 1
        for shingle in set().union(*sketches):
            counts[shingle & _SLOT] += 1
    return Wording(counts, _limit(total), frozenset(map(hash_of, official_shingles())))


def _limit(authorities: int) -> int:
    """Return how many authorities may share wording before it is common: a tenth, but 5 to 15.

    Below five a copy passed on once or twice would hide itself; fifteen townships with one sentence have it
    from the county's circular, and time grows with the square of this number.
    """
    return min(max(authorities // 10, FEWEST_AUTHORITIES), MOST_AUTHORITIES)
