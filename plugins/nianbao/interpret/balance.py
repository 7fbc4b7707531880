"""Which of several readings of each row let an identity between rows hold in every column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Vector = tuple[int, ...]

_MOST_SUMS = 1500  # partial sums kept at a time: some milliseconds of work


def possible(
    left: Sequence[str], right: Sequence[str], readings: Mapping[str, Sequence[Vector]]
) -> Mapping[str, frozenset[int]]:
    """Return for each row the indices of its readings that occur in a solution.

    The sum of the rows `left` must equal the sum of the rows `right` in every column, figures being 0 or
    more. Nothing where no choice solves it (the source itself is wrong) or there are too many to look at.
    """
    terms = [(row, -1) for row in right] + [(row, 1) for row in left]
    width = len(readings[terms[0][0]][0])
    zero = (0,) * width
    reached = [{zero}]
    for index, (row, sign) in enumerate(terms):
        sums = {_plus(total, vector, sign) for total in reached[-1] for vector in readings[row]}
        if index >= len(right) - 1:  # what is above the right side cannot come down again
            sums = {total for total in sums if max(total) <= 0}
        if not sums or len(sums) > _MOST_SUMS:
            return {}
        reached.append(sums)
    return _backwards(terms, readings, reached, zero) if zero in reached[-1] else {}


def _backwards(
    terms: Sequence[tuple[str, int]],
    readings: Mapping[str, Sequence[Vector]],
    reached: Sequence[set[Vector]],
    zero: Vector,
) -> Mapping[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    alive = {zero}
    for (row, sign), before in zip(reversed(terms), reversed(reached[:-1]), strict=True):
        steps = {
            (index, total)
            for index, vector in enumerate(readings[row])
            for after in alive
            if (total := _plus(after, vector, -sign)) in before
        }
        found[row] = frozenset(index for index, _ in steps)
        alive = {total for _, total in steps}
    return found


def _plus(total: Vector, vector: Vector, sign: int) -> Vector:
    return tuple(one + sign * other for one, other in zip(total, vector, strict=True))
