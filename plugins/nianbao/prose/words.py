"""What changed inside a sentence: letters, words of Latin letters and whole figures, kept, gone or new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\d[\d,.，．]*[%％]?|[A-Za-z]+|.", re.DOTALL)
_IN_TOKEN = re.compile(r"[\d,.，．%％A-Za-z]").match  # a letter that may belong to the one before it
_FIGURE = re.compile(r"\d[\d,.，．]*[%％]?")
_MOST_PAIRS = 250_000  # of tokens: difflib is quadratic; two sentences of 500 letters take 20 ms
_SHORTEST_KEPT = 2  # tokens: a single letter kept between two changes is harder to read than one change


class Part(NamedTuple):
    """A piece of two sentences: `gone` of the old, `new` of the new; equal where nothing changed."""

    gone: str
    new: str

    @property
    def kept(self) -> bool:
        """Whether the piece is the same in both."""
        return self.gone == self.new

    @property
    def figures(self) -> bool:
        """Whether a figure took the place of a figure."""
        return not self.kept and bool(_FIGURE.fullmatch(self.gone) and _FIGURE.fullmatch(self.new))


def changed_parts(old: str, new: str) -> tuple[Part, ...]:
    """Return the pieces of two sentences in order; all `gone` joined are the old one, all `new` the new.

    >>> [tuple(part) for part in changed_parts("公开12条", "公开15条。")]
    [('公开', '公开'), ('12', '15'), ('条', '条。')]
    """
    start, end = _alike(old, new)
    stop, new_stop = len(old) - end, len(new) - end
    before, after = _TOKEN.findall(old[start:stop]), _TOKEN.findall(new[start:new_stop])
    if len(before) * len(after) > _MOST_PAIRS:
        return (Part(old, new),)
    by_place = len(before) == len(after) and all(map(_kept_or_figures, before, after))
    return (
        *([Part(old[:start], new[:start])] if start else []),
        *(_in_turn(before, after) if by_place else _joined(_pieces(before, after))),
        *([Part(old[stop:], new[new_stop:])] if end else []),
    )


def _alike(old: str, new: str) -> tuple[int, int]:
    """Return how many letters both begin and end with, whole tokens: difflib need not look at them."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    while start and _IN_TOKEN(old[start - 1]):
        start -= 1
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    while end and _IN_TOKEN(old[-end]):
        end -= 1
    return start, end


def _kept_or_figures(gone: str, new: str) -> bool:
    return gone == new or (gone[0].isdigit() and new[0].isdigit())


def _in_turn(before: list[str], after: list[str]) -> Iterator[Part]:
    """Yield the pieces of two sentences that differ in figures alone: one for one, what is between as one."""
    kept = ""
    for gone, new in zip(before, after, strict=True):
        if gone == new:
            kept += gone
        else:
            yield from [Part(kept, kept)] if kept else []
            yield Part(gone, new)
            kept = ""
    yield from [Part(kept, kept)] if kept else []


def _pieces(before: list[str], after: list[str]) -> Iterator[Part]:
    """Yield kept and changed pieces; what is kept between two changes counts as changed where it is short."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (tag, i1, i2, j1, j2) in enumerate(codes):
        inside = 0 < number < len(codes) - 1
        gone, new = "".join(before[i1:i2]), "".join(after[j1:j2])
        if tag == "equal" and inside and i2 - i1 < _SHORTEST_KEPT and not _FIGURE.fullmatch(gone):
            yield Part(gone, "")
            yield Part("", new)
        else:
            yield Part(gone, new)


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Yield changes that follow one another as one, unless a figure took the place of a figure."""
    pending = Part("", "")
    for part in parts:
        if part.kept or part.figures:
            if any(pending):
                yield pending
            pending = Part("", "")
            yield part
        else:
            pending = Part(pending.gone + part.gone, pending.new + part.new)
    if any(pending):
        yield pending
