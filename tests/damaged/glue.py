"""Which of the figures that are glued together the identities decide; by trying every split."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from nianbao.forms import TableForm

COUNT = r"0|[1-9]\d*"
SIGNED = r"0|[+\-]?[1-9]\d*"
MONEY = r"(?:0|[1-9]\d*)(?:\.\d+)?(?:万元|元)?"
MOST_SUMS = 30_000  # partial sums kept while columns are added up; beyond it nothing is decided

Split = tuple[str, ...]
Vector = tuple[int, ...]


def splits(text: str, patterns: Sequence[str]) -> Iterator[Split]:
    """Yield every way to cut `text` into figures of these patterns; a blank always parts two figures."""
    if not patterns:
        if not text.strip():
            yield ()
        return
    text = text.lstrip(" ")
    longest = text.find(" ") if " " in text else len(text)
    for end in range(1, longest + 1):
        if _is(patterns[0], text[:end]):
            for rest in splits(text[end:], patterns[1:]):
                yield (text[:end], *rest)


@lru_cache(maxsize=65536)
def _is(pattern: str, text: str) -> bool:
    return bool(re.fullmatch(pattern, text))


def sums(text: str, count: int) -> list[Vector]:
    """Return the splits of `text` into `count` figures of which the last is the sum of the others."""
    found = ((tuple(map(int, split))) for split in splits(text, (COUNT,) * count))
    return [split for split in found if sum(split[:-1]) == split[-1]]


def groups(text: str, number: int) -> list[Vector]:
    """Return the splits into `number` groups of five, each closed by its total."""
    if number == 0:
        return [()] if not text.strip() else []
    return [
        (*first, *rest)
        for end in range(5, len(text) + 1)
        for first in sums(text[:end], 5)
        for rest in groups(text[end:], number - 1)
    ]


def decided(candidates: Sequence[Sequence[str | int | Decimal]], count: int) -> list[bool]:
    """Return, figure by figure, whether all candidates agree."""
    return [len({split[at] for split in candidates}) == 1 for at in range(count)]


def consistent(table: TableForm, rows: dict[str, list[Vector]]) -> dict[str, list[Vector]] | None:
    """Return the splits of the rows that also fit APP-01 and APP-03; None where there are too many sums."""
    outcomes = next(each.left for each in table.identities if each.id == "APP-03")
    ends = {
        total
        for total in rows["processed_total"]
        for new in rows["new"]
        for before in rows["brought_forward"]
        for after in rows["carried_forward"]
        if all(n + b == t + a for n, b, t, a in zip(new, before, total, after, strict=True))
    }
    most = tuple(max((end[at] for end in ends), default=0) for at in range(7))
    forward: list[set[Vector]] = [{(0,) * 7}]
    for row in outcomes:
        reached = {_plus(done, step) for done in forward[-1] for step in rows[row]}
        forward.append({each for each in reached if all(a <= b for a, b in zip(each, most, strict=True))})
        if len(forward[-1]) > MOST_SUMS:
            return None
    return _backward(outcomes, rows, forward, ends & forward[-1])


def _backward(
    outcomes: Sequence[str], rows: dict[str, list[Vector]], forward: list[set[Vector]], ends: set[Vector]
) -> dict[str, list[Vector]]:
    kept = {**rows, "processed_total": sorted(ends)}
    for name, beside in (("new", "brought_forward"), ("brought_forward", "new")):
        kept[name] = [
            each for each in rows[name] if any(_closes(each, other, rows, ends) for other in rows[beside])
        ]
    kept["carried_forward"] = [
        after
        for after in rows["carried_forward"]
        if any(
            _plus(new, before) == _plus(end, after)
            for new in rows["new"]
            for before in rows["brought_forward"]
            for end in ends
        )
    ]
    after = ends
    for index in range(len(outcomes) - 1, -1, -1):
        row = outcomes[index]
        pairs = [
            (step, _minus(done, step))
            for step in rows[row]
            for done in after
            if _minus(done, step) in forward[index]
        ]
        kept[row] = sorted({step for step, _ in pairs})
        after = {done for _, done in pairs}
    return kept


def _closes(one: Vector, other: Vector, rows: dict[str, list[Vector]], ends: set[Vector]) -> bool:
    income = _plus(one, other)
    return any(income == _plus(end, after) for end in ends for after in rows["carried_forward"])


def _plus(one: Vector, other: Vector) -> Vector:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _minus(one: Vector, other: Vector) -> Vector:
    return tuple(a - b for a, b in zip(one, other, strict=True))
