"""Shingles: the pieces of text by which copies are recognised, and which of them are kept.

Short ones survive where every other word was changed. Long ones tell apart sentences of one template, all
of whose short pieces are common wording.

Which shingles are kept depends on their text alone, so the same passage keeps the same ones in every
report: the idea of MinHash. As in its form for texts of different length (FracMinHash, Irber et al. 2022) a
fixed share is kept, not a fixed number, so a copied paragraph is found within a section ten times as long.
The share is taken by the first letter, which a regular expression does in 0.1 ms for a report where
hashing every shingle takes five times that.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

SHORT, LONG = LENGTHS = (6, 48)
"""Letters: five meet by chance in the prose of one trade, seven miss one word changed in three; forty-eight
are more than a sentence, of which even those from one template hardly two stand together twice."""

_HAN = range(0x4E00, 0xA000)
# A quarter of the letters, scattered evenly: neighbours in the code are written alike, not used alike.
_FIRST = "".join(chr(code) for code in _HAN if code * 0x9E3779B1 >> 16 & 3 == 0)
_KEPT = re.compile(f"[{_FIRST}]")

APART = 1000
"""Letters between two texts of a sketch: more than lie between shingles that are near each other."""

_ENCODING, _WIDTH = "utf-32-le", 4  # bytes for each letter, so that a shingle's are a slice of its text's


def shingles(letters: str, lengths: Iterable[int] = LENGTHS) -> set[str]:
    """Return the kept shingles of a text, of each length about one for five letters.

    `letters` is as `spelling.letters` makes it: no punctuation, one spelling.
    """
    starts = [match.start() for match in _KEPT.finditer(letters)]
    found: set[str] = set()
    for length in lengths:
        last = len(letters) - length
        found.update([letters[at : at + length] for at in starts if at <= last])
    return found


def places(letters: str) -> Iterator[tuple[int, str]]:
    """Yield each kept shingle with its place, the short ones first."""
    starts = [match.start() for match in _KEPT.finditer(letters)]
    for length in LENGTHS:
        last = len(letters) - length
        yield from ((at, letters[at : at + length]) for at in starts if at <= last)


class Sketch(NamedTuple):
    """The kept shingles of some texts: hash, place and length of each at the same index.

    Places count the letters of the texts one after another, with `APART` more between two of them.
    """

    hashes: array[int]
    places: array[int]
    lengths: bytearray


def sketch(texts: Iterable[str]) -> Sketch:
    """Return the kept shingles of some texts, text by text, the short ones first."""
    found = Sketch(array("I"), array("I"), bytearray())
    begin = 0
    for text in texts:
        starts = [match.start() for match in _KEPT.finditer(text)]
        letters = text.encode(_ENCODING)
        for length in LENGTHS:
            kept = starts[: bisect_right(starts, len(text) - length)]
            width = _WIDTH * length
            found.hashes.extend([crc32(letters[_WIDTH * at : _WIDTH * at + width]) for at in kept])
            found.places.extend([begin + at for at in kept])
            found.lengths.extend(bytes((length,)) * len(kept))
        begin += len(text) + APART
    return found


def hash_of(shingle: str) -> int:
    """Return 32 bits that are the same in every run, which Python's own hash is not."""
    return crc32(shingle.encode(_ENCODING))
