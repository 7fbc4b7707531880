"""Shingles: the pieces of text by which copies are recognised, and which of them are kept.

Short ones survive where every other word was changed. Long ones tell apart sentences of one template, all
of whose short pieces are common wording.

Which shingles are kept depends on their text alone, so the same passage keeps the same ones in every
report: the idea of MinHash. As in its form for texts of different length (FracMinHash, Irber et al. 2022) a
fixed share is kept, not a fixed number, so a copied paragraph is found within a section ten times as long.
The share is taken by the first letter, since a regular expression then does in 0.1 ms for a report what
hashing every shingle does in 0.5 ms.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from zlib import crc32

LENGTHS = (6, 48)
"""Letters: five meet by chance in the prose of one trade, seven miss one word changed in three; forty-eight
are more than a sentence, of which even those from one template hardly two stand together twice."""

_HAN = range(0x4E00, 0xA000)
# A quarter of the letters, scattered evenly: neighbours in the code are written alike, not used alike.
_FIRST = "".join(chr(code) for code in _HAN if code * 0x9E3779B1 >> 16 & 3 == 0)
_KEPT = tuple(re.compile(f"(?=([{_FIRST}]\\w{{{length - 1}}}))") for length in LENGTHS)


def shingles(letters: str) -> set[str]:
    """Return the kept shingles of a text, of each length about one for five letters.

    `letters` is as `spelling.letters` makes it: no punctuation, one spelling.
    """
    return {shingle for pattern in _KEPT for shingle in pattern.findall(letters)}


def short_shingles(letters: str) -> set[str]:
    """Return the kept shingles of the shorter length."""
    return set(_KEPT[0].findall(letters))


def places(letters: str) -> Iterator[tuple[int, str]]:
    """Yield each kept shingle with its place, the short ones first."""
    return ((match.start(), match[1]) for pattern in _KEPT for match in pattern.finditer(letters))


def sketch(texts: Iterable[str]) -> array[int]:
    """Return the hashes of the kept shingles of some texts, each once, in ascending order."""
    return array("I", sorted({hash_of(shingle) for text in texts for shingle in shingles(text)}))


def hash_of(shingle: str) -> int:
    """Return 32 bits that are the same in every run, which Python's own hash is not."""
    return crc32(shingle.encode())
