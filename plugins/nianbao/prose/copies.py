"""Passages of an archive that reports of different authorities share: the search and its proof in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from nianbao.archive import Prose
from nianbao.model import Authority, Report
from nianbao.prose.candidates import FEWEST_SHINGLES, Sketched, candidates, enough
from nianbao.prose.common import wording
from nianbao.prose.official import is_official
from nianbao.prose.passages import Common, Passage, shared_passages
from nianbao.prose.shingles import hash_of, places, shingles, sketch
from nianbao.prose.spelling import letters, own_names, spelled

# While pairs are proven: a copied report is met again and again, and common wording still more often.
_CACHED = 512  # reports
_JUDGED = 1 << 16  # shingles, 10 MB


class Span(NamedTuple):
    """A passage of a report: from where to where in the text of a section, and how many letters it has."""

    section: int
    start: int
    end: int
    letters: int


class Copy(NamedTuple):
    """A passage that the report at `path` shares with the one at `other_path`.

    `equal` letters of each are equal: a name of the authority itself and a figure count as one letter,
    punctuation and spaces not at all.
    """

    path: str
    here: Span
    other_path: str
    there: Span
    equal: int


Written = Callable[[str], tuple[Authority, Prose]]
"""Gives who wrote the report at a path, and its prose; read from the disk again, to keep memory small."""


def section_text(prose: Prose, number: int) -> str:
    """Return a section as one text, a line for each paragraph."""
    return "\n".join(prose.get(number, ()))


def sketched(path: str, report: Report, prose: Prose) -> Sketched:
    """Return what the search for copies keeps of a report, about 6 kB."""
    own = own_names(report.authority)
    texts = (letters(section_text(prose, number), own) for number in prose)
    return Sketched(path, path.rpartition("/")[0], report.year, sketch(texts))


def find_copies(reports: Iterable[Sketched], written: Written) -> dict[str, tuple[Copy, ...]]:
    """Return path → the passages that the report at this path shares with reports of other authorities.

    Every passage stands under both its reports. The order of `reports` is irrelevant.
    """
    ordered = sorted(reports)
    owners = groupby(ordered, key=lambda report: report.authority)
    words = wording([report.sketch.hashes for report in owned] for _, owned in owners)

    @lru_cache(_JUDGED)
    def common(shingle: str) -> bool:
        return words.common(hash_of(shingle)) or is_official(shingle)

    texts = lru_cache(_CACHED)(lambda path: _texts(*written(path)))
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for first, second in candidates(ordered, words):
        for one, other, passage in _shared(texts(first.path), texts(second.path), common):
            here = _span(one, passage.first, *written(first.path))
            there = _span(other, passage.second, *written(second.path))
            found[first.path].append(Copy(first.path, here, second.path, there, passage.equal))
            found[second.path].append(Copy(second.path, there, first.path, here, passage.equal))
    return {path: tuple(sorted(copies)) for path, copies in sorted(found.items())}


class _Text(NamedTuple):
    """A section for the proof: its letters and its kept shingles."""

    letters: str
    shingles: frozenset[str]


def _texts(authority: Authority, prose: Prose) -> Mapping[int, _Text]:
    own = own_names(authority)
    texts = {number: letters(section_text(prose, number), own) for number in prose}
    return {number: _Text(text, frozenset(shingles(text))) for number, text in texts.items()}


def _shared(
    first: Mapping[int, _Text], second: Mapping[int, _Text], common: Common
) -> Iterator[tuple[int, int, Passage]]:
    """Yield the passages that two reports share, from whichever sections."""
    for one, here in first.items():
        for other, there in second.items():
            both = here.shingles & there.shingles
            own = {shingle for shingle in both if not common(shingle)} if len(both) >= FEWEST_SHINGLES else ()
            if len(own) >= FEWEST_SHINGLES and enough(
                sorted((at, len(shingle)) for at, shingle in places(here.letters) if shingle in own)
            ):
                for passage in shared_passages(here.letters, there.letters, common):
                    yield one, other, passage


def _span(section: int, found: slice, authority: Authority, prose: Prose) -> Span:
    """Return where letters stand in the printed text; the last one up to where the next begins."""
    text = spelled(section_text(prose, section), own_names(authority))
    end = text.starts[found.stop] if found.stop < len(text.starts) else text.length
    return Span(section, text.starts[found.start], end, found.stop - found.start)
