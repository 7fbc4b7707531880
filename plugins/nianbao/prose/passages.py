"""Passages that two texts share, found letter by letter: what the search for copies suspects is proven here.

Runs of equal letters that follow one another in both texts, with small gaps, are a passage. It counts
where equal letters make up at least half of the shorter text and enough of them are not common wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from nianbao.prose import shingles

SHORTEST_RUN = 4  # letters; three are met by chance too often (工作的, 政府信)
LONGEST_GAP = 80  # letters: two sentences put in between
LEAST_SHARE = 0.5
# Letters that are not common wording, three sentences: two meet by chance where many use one template.
LEAST_OWN = 90
_DROP = 60.0  # a passage ends where this many letters more were lost than won
_MOST_PLACES = 16  # of a seed in the other text: what is repeated more often is no evidence

Common = Callable[[str], bool]
"""Whether a shingle is common wording."""


class Run(NamedTuple):
    """Letters that are equal: where they stand in the first and in the second text, and how many."""

    first: int
    second: int
    length: int


class Passage(NamedTuple):
    """A shared passage: from where to where in the first and the second text, and its equal letters."""

    first: slice
    second: slice
    equal: int

    @property
    def shorter(self) -> int:
        """Letters of the shorter text."""
        return int(min(self.first.stop - self.first.start, self.second.stop - self.second.start))

    @property
    def share(self) -> float:
        """Equal letters as a share of the shorter text."""
        return self.equal / self.shorter


def shared_passages(first: str, second: str, common: Common) -> tuple[Passage, ...]:
    """Return the passages that two texts of letters share, in the order of the first."""
    runs = equal_runs(first, second)
    found = (
        (passage, part)
        for chain in _chains(runs)
        for part in _densest(chain)
        if (passage := _passage(part)).share >= LEAST_SHARE
    )
    kept = (
        passage
        for passage, part in found
        if passage.equal >= LEAST_OWN and _own(first, part, common) >= LEAST_OWN  # own are some of the equal
    )
    return tuple(sorted(kept, key=lambda passage: passage.first.start))


def equal_runs(first: str, second: str) -> list[Run]:
    """Return equal runs, each the longest from its place in the first text on; none overlap there."""
    seeds: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(second) - SHORTEST_RUN + 1):
        seeds[second[place : place + SHORTEST_RUN]].append(place)
    runs: list[Run] = []
    at = expected = 0
    while at <= len(first) - SHORTEST_RUN:
        places = seeds.get(first[at : at + SHORTEST_RUN], ())[:_MOST_PLACES]
        if not places:
            at += 1
            continue
        length, _, place = max(
            (_equal(first, at, second, place), -abs(place - expected), place) for place in places
        )
        runs.append(Run(at, place, length))
        at, expected = at + length, place + length
    return runs


def _equal(first: str, at: int, second: str, place: int) -> int:
    """Return how many letters from these two places on are equal."""
    most = min(len(first) - at, len(second) - place)
    length = SHORTEST_RUN
    while length < most and first[at + length] == second[place + length]:
        length += 1
    return length


def _chains(runs: Iterable[Run]) -> list[list[Run]]:
    """Return runs that follow one another in both texts, with small gaps, as chains."""
    chains: list[list[Run]] = []
    for run in runs:
        near = (chain for chain in reversed(chains[-8:]) if max(_gaps(chain[-1], run)) <= LONGEST_GAP)
        chain = next((chain for chain in near if min(_gaps(chain[-1], run)) >= 0), None)
        if chain:
            chain.append(run)
        else:
            chains.append([run])
    return chains


def _gaps(before: Run, after: Run) -> tuple[int, int]:
    length = before.length
    return after.first - before.first - length, after.second - before.second - length


def _densest(chain: Sequence[Run]) -> Iterator[Sequence[Run]]:
    """Yield the parts of a chain in which equal letters outweigh the gaps; each ends with its best run."""
    part: list[Run] = []
    score = best = 0.0
    end = 0
    for run in chain:
        if part:
            score -= max(_gaps(part[-1], run)) * LEAST_SHARE
        if part and (score < 0 or best - score > _DROP):
            yield part[:end]
            part, score, best = [], 0.0, 0.0
        part.append(run)
        score += run.length
        if score > best:
            best, end = score, len(part)
    yield part[:end]


def _passage(part: Sequence[Run]) -> Passage:
    first, last = part[0], part[-1]
    return Passage(
        slice(first.first, last.first + last.length),
        slice(first.second, last.second + last.length),
        sum(run.length for run in part),
    )


def _own(text: str, part: Sequence[Run], common: Common) -> float:
    """Return how many of the equal letters are not common wording, judged by the shingles that they keep."""
    own = known = equal = 0
    for run in part:
        letters = text[run.first : run.first + run.length]
        equal += run.length
        judged = bytearray(run.length)  # 0: no shingle is kept, 1: common wording, 2: not
        for place, shingle in shingles.places(letters):
            if not common(shingle):
                judged[place : place + len(shingle)] = b"\2" * len(shingle)
            elif 2 not in judged[place : place + len(shingle)]:
                judged[place : place + len(shingle)] = b"\1" * len(shingle)
        own += judged.count(2)
        known += run.length - judged.count(0)
    return equal * own / known if known else 0.0
