"""What changed inside a sentence: letters, words of Latin letters and whole figures, kept, gone or new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\d[\d,.，．]*[%％]?|[A-Za-z]+|.", re.DOTALL)
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
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    start, end = _alike(before, after)
    middle = before[start : len(before) - end], after[start : len(after) - end]
    if len(middle[0]) * len(middle[1]) > _MOST_PAIRS:
        return (Part(old, new),)
    kept = "".join(before[:start]), "".join(before[len(before) - end :])
    return (
        *([Part(kept[0], kept[0])] if start else []),
        *_joined(_pieces(*middle)),
        *([Part(kept[1], kept[1])] if end else []),
    )


def _alike(before: list[str], after: list[str]) -> tuple[int, int]:
    """Return how many tokens both begin and end with: difflib need not look at them."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    end = next((at for at in range(most - start) if before[-1 - at] != after[-1 - at]), most - start)
    return start, end


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
