"""A report's prose against an earlier one's: each sentence is kept, moved, changed, new or gone.

Time grows with the text: equal sentences are found by their keys, similar ones by the pairs of letters
they share, and only similar ones are compared letter by letter.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

from nianbao.archive import Prose
from nianbao.prose.sentences import counted, key, sentences, without_figures
from nianbao.prose.words import Part, changed_parts

_SIMILAR = 0.5  # Dice coefficient of letter pairs from which a sentence is the old one, rewritten
_MOST_SENTENCES = 12  # that share a pair of letters, such as 公开: it tells nothing then


class Fate(StrEnum):
    """What became of a sentence."""

    KEPT = "kept"
    MOVED = "moved"  # kept, in another section
    FIGURES = "figures"  # only figures changed
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


class Change(NamedTuple):
    """A sentence of either report or of both; `paragraph` numbers the new section's paragraphs from 0."""

    fate: Fate
    paragraph: int
    old: str = ""
    new: str = ""
    counted: bool = True

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changed inside the sentence."""
        return changed_parts(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Changes:
    """Section number → its sentences in the order of the new text, those gone where they stood."""

    sections: Mapping[int, tuple[Change, ...]]

    def count(self) -> Counter[Fate]:
        """Return how many sentences had which fate; official wording, marks and remarks are left out."""
        return Counter(c.fate for section in self.sections.values() for c in section if c.counted)


class _Sentence(NamedTuple):
    section: int
    number: int
    paragraph: int
    text: str
    key: str


def changes(old: Prose, new: Prose) -> Changes:
    """Return what became of every sentence of both texts; headings and tables are in neither."""
    before, after = list(_all(old)), list(_all(new))
    pairs = _same_section(before, after)
    moved = _elsewhere(before, after, pairs)
    pairs |= moved
    pairs |= _similar(before, after, pairs)
    numbers = sorted({*old, *new})
    return Changes({number: tuple(_section(number, before, after, pairs)) for number in numbers})


def _all(prose: Prose) -> Iterator[_Sentence]:
    for section in sorted(prose):
        found = ((at, text) for at, part in enumerate(prose[section]) for text in sentences(part))
        for number, (paragraph, text) in enumerate(found):
            yield _Sentence(section, number, paragraph, text, key(text))


_Pairs = dict[int, int]
"""Index of a new sentence → index of the old one; each once."""


def _same_section(before: list[_Sentence], after: list[_Sentence]) -> _Pairs:
    return _by_key(
        ((at, (sentence.section, sentence.key)) for at, sentence in enumerate(before)),
        ((at, (sentence.section, sentence.key)) for at, sentence in enumerate(after)),
    )


def _elsewhere(before: list[_Sentence], after: list[_Sentence], pairs: _Pairs) -> _Pairs:
    used = set(pairs.values())
    return _by_key(
        ((at, sentence.key) for at, sentence in enumerate(before) if at not in used),
        ((at, sentence.key) for at, sentence in enumerate(after) if at not in pairs),
    )


def _by_key(before: Iterable[tuple[int, object]], after: Iterable[tuple[int, object]]) -> _Pairs:
    """Pair equal keys in order: the first with the first."""
    waiting: defaultdict[object, deque[int]] = defaultdict(deque)
    for at, wanted in before:
        waiting[wanted].append(at)
    return {at: waiting[wanted].popleft() for at, wanted in after if waiting[wanted]}


def _similar(before: list[_Sentence], after: list[_Sentence], pairs: _Pairs) -> _Pairs:
    """Pair what is left within its section: the most similar first, each once."""
    used = set(pairs.values())
    letters = {at: _letter_pairs(old.key) for at, old in enumerate(before) if at not in used}
    index = _telling(before, letters)
    found: list[tuple[float, int, int]] = []
    for at, sentence in enumerate(after):
        if at not in pairs:
            mine = _letter_pairs(sentence.key)
            telling = index[sentence.section]
            shared = Counter(chain.from_iterable(telling.get(pair, ()) for pair in mine))
            for place, _ in nlargest(3, shared.items(), key=lambda one: (one[1], -one[0])):
                likeness = 2 * len(mine & letters[place]) / (len(mine) + len(letters[place]))
                if likeness >= _SIMILAR:
                    found.append((-likeness, at, place))
    return _each_once(sorted(found))


def _telling(
    before: list[_Sentence], letters: Mapping[int, set[str]]
) -> defaultdict[int, dict[str, list[int]]]:
    """Return section → pair of letters → the sentences with it, without the pairs that many share."""
    index: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, mine in letters.items():
        telling = index[before[at].section]
        for pair in mine:
            telling[pair].append(at)
    few: defaultdict[int, dict[str, list[int]]] = defaultdict(dict)
    for section, places in index.items():
        few[section] = {pair: some for pair, some in places.items() if len(some) <= _MOST_SENTENCES}
    return few


def _each_once(found: Iterable[tuple[float, int, int]]) -> _Pairs:
    pairs: _Pairs = {}
    used: set[int] = set()
    for _, at, place in found:
        if at not in pairs and place not in used:
            pairs[at] = place
            used.add(place)
    return pairs


def _letter_pairs(key: str) -> set[str]:
    text = without_figures(key)
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _section(number: int, before: list[_Sentence], after: list[_Sentence], pairs: _Pairs) -> Iterator[Change]:
    """Yield a section's sentences; those gone follow the sentence that they followed."""
    new_of = {place: at for at, place in pairs.items()}
    gone: defaultdict[int, list[Change]] = defaultdict(list)
    behind = -1
    for place, sentence in enumerate(before):
        if sentence.section == number:
            at = new_of.get(place)
            if at is None:
                paragraph = after[behind].paragraph if behind >= 0 else 0
                gone[behind].append(Change(Fate.GONE, paragraph, sentence.text, "", counted(sentence.key)))
            elif after[at].section == number:
                behind = at
    yield from gone[-1]
    for at, sentence in enumerate(after):
        if sentence.section == number:
            yield _change(sentence, before[pairs[at]] if at in pairs else None)
            yield from gone[at]


def _change(new: _Sentence, old: _Sentence | None) -> Change:
    fate = _fate(new, old)
    return Change(fate, new.paragraph, old.text if old else "", new.text, counted(new.key))


def _fate(new: _Sentence, old: _Sentence | None) -> Fate:
    if old is None:
        return Fate.NEW
    if new.key == old.key:
        return Fate.KEPT if new.section == old.section else Fate.MOVED
    return Fate.FIGURES if without_figures(new.key) == without_figures(old.key) else Fate.CHANGED
