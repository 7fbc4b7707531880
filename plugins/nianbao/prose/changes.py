"""A report's prose against an earlier one's: each sentence is kept, moved, changed, new or gone.

Time grows with the text: sentences that are equal, or equal but for their figures, are found by their
spelling, and of those left each is compared only with the ones near it.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import add
from typing import NamedTuple

from nianbao.archive import Prose
from nianbao.prose.sentences import Spelling, sentences, spelling
from nianbao.prose.words import Part, changed_parts

_SIMILAR = 0.5  # Dice coefficient of letter pairs from which a sentence is the old one, rewritten
_NEAR = 40  # sentences that are left before and after: a report has some twenty, a hostile one thousands


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
    """Section number → its sentences, if any, in the order of the new text, those gone where they stood."""

    sections: Mapping[int, tuple[Change, ...]]

    def count(self) -> Counter[Fate]:
        """Return how many sentences had which fate; official wording, marks and remarks are left out."""
        return Counter(c.fate for section in self.sections.values() for c in section if c.counted)


class _Sentence(NamedTuple):
    section: int
    paragraph: int
    text: str
    spelling: Spelling


def changes(old: Prose, new: Prose) -> Changes:
    """Return what became of every sentence of both texts; headings and tables are in neither."""
    before, after = _all(old), _all(new)
    pairs: _Pairs = {}
    for wanted in (_in_section, _anywhere, _but_figures):  # what pairs first is the better evidence
        pairs |= _alike(before, after, pairs, wanted)
    pairs |= _similar(before, after, pairs)
    return Changes(_sections(before, after, pairs))


def _all(prose: Prose) -> list[_Sentence]:
    return [sentence for number in sorted(prose) for sentence in _of_section(number, prose[number])]


@lru_cache(maxsize=16)  # a report's six sections are met again at once, against the next report
def _of_section(number: int, paragraphs: tuple[str, ...]) -> tuple[_Sentence, ...]:
    return tuple(
        _Sentence(number, paragraph, text, spelling(text))
        for paragraph, part in enumerate(paragraphs)
        for text in sentences(part)
    )


_Pairs = dict[int, int]
"""Index of a new sentence → index of the old one; each once."""


def _in_section(sentence: _Sentence) -> Hashable:
    return sentence.section, sentence.spelling.key


def _anywhere(sentence: _Sentence) -> Hashable:
    return sentence.spelling.key


def _but_figures(sentence: _Sentence) -> Hashable:
    return sentence.section, sentence.spelling.without_figures


def _alike(
    before: Sequence[_Sentence],
    after: Sequence[_Sentence],
    pairs: _Pairs,
    wanted: Callable[[_Sentence], Hashable],
) -> _Pairs:
    """Pair sentences that have what is wanted in common, in order: the first with the first."""
    used = set(pairs.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place, sentence in enumerate(before):
        if place not in used:
            waiting[wanted(sentence)].append(place)
    found: _Pairs = {}
    for at, sentence in enumerate(after):
        if at not in pairs and (places := waiting.get(wanted(sentence))):
            found[at] = places.popleft()
    return found


def _similar(before: Sequence[_Sentence], after: Sequence[_Sentence], pairs: _Pairs) -> _Pairs:
    """Pair what is left within its section: the most similar first, each once."""
    used = set(pairs.values())
    left: defaultdict[int, list[tuple[int, set[str]]]] = defaultdict(list)
    for place, sentence in enumerate(before):
        if place not in used:
            left[sentence.section].append((place, _letter_pairs(sentence)))
    found: list[tuple[float, int, int]] = []
    met: Counter[int] = Counter()
    for at, sentence in enumerate(after):
        if at not in pairs:
            mine, number = _letter_pairs(sentence), met[sentence.section]
            met[sentence.section] += 1
            for place, theirs in left[sentence.section][max(number - _NEAR, 0) : number + _NEAR]:
                likeness = 2 * len(mine & theirs) / (len(mine) + len(theirs) or 1)
                if likeness >= _SIMILAR:
                    found.append((-likeness, at, place))
    return _each_once(sorted(found))


def _each_once(found: Iterable[tuple[float, int, int]]) -> _Pairs:
    pairs: _Pairs = {}
    used: set[int] = set()
    for _, at, place in found:
        if at not in pairs and place not in used:
            pairs[at] = place
            used.add(place)
    return pairs


def _letter_pairs(sentence: _Sentence) -> set[str]:
    text = sentence.spelling.without_figures
    return set(map(add, text, text[1:]))


def _sections(
    before: Sequence[_Sentence], after: Sequence[_Sentence], pairs: _Pairs
) -> dict[int, tuple[Change, ...]]:
    """Return each section's sentences; those gone follow the sentence that they followed."""
    new_of = {place: at for at, place in pairs.items()}
    gone: defaultdict[tuple[int, int], list[Change]] = defaultdict(list)
    behind: defaultdict[int, int] = defaultdict(lambda: -1)
    for place, sentence in enumerate(before):
        at = new_of.get(place)
        if at is None:
            last = behind[sentence.section]
            gone[sentence.section, last].append(_gone(sentence, after[last].paragraph if last >= 0 else 0))
        elif after[at].section == sentence.section:
            behind[sentence.section] = at
    found = defaultdict(list, {section: some for (section, last), some in gone.items() if last < 0})
    for at, sentence in enumerate(after):
        found[sentence.section].append(_change(sentence, before[pairs[at]] if at in pairs else None))
        found[sentence.section] += gone.get((sentence.section, at), ())
    return {section: tuple(found[section]) for section in sorted(found)}


def _gone(old: _Sentence, paragraph: int) -> Change:
    return Change(Fate.GONE, paragraph, old.text, "", old.spelling.counted)


def _change(new: _Sentence, old: _Sentence | None) -> Change:
    fate = _fate(new, old)
    return Change(fate, new.paragraph, old.text if old else "", new.text, new.spelling.counted)


def _fate(new: _Sentence, old: _Sentence | None) -> Fate:
    if old is None:
        return Fate.NEW
    if new.spelling.key == old.spelling.key:
        return Fate.KEPT if new.section == old.section else Fate.MOVED
    figures = new.spelling.without_figures == old.spelling.without_figures
    return Fate.FIGURES if figures else Fate.CHANGED
