"""A Pagefind bundle cut finer: the same index in smaller files, its pages named by their numbers.

Pagefind 1.5 writes the words of an index in chunks of 20,000 places (some 35 kB) and offers no other size;
a query loads one for each of its characters. Here the words of the chunks are dealt out again into files a
quarter of that. Nothing inside a word is changed, and Pagefind itself reads the result. Both kinds of
file are CBOR (RFC 8949) behind a magic word:

- index: `[[word, …]]`, a word `[text, pages, variants]`, a variant `[text, pages]`, the rest numbers;
- meta: `[version, [[page, length], …], [[first, last, chunk], …], filters, sorts, fields]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from nianbao.errors import ContentError

MAGIC = b"pagefind_dcd"

CHUNK_SIZE = 12_000
"""Bytes of a chunk before compression, a word more at most: half of it makes twice the files, twice of it
costs a query half as much again."""

_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
"""Major types of CBOR."""

_WORD = 0x80 | 3
"""Head of the array that is a word; that of a variant has two."""

_NUMBERS = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]|[\x18\x38\x98].|[\x19\x39\x99].{2}|[\x1a\x3a\x9a].{4})*", re.DOTALL
)
"""Numbers and heads of arrays, as many as follow each other: everything of a word but its text."""


class Word(NamedTuple):
    """A word of an index and its bytes."""

    text: str
    data: bytes


class Chunk(NamedTuple):
    """A file of the index, and what tells which words it holds."""

    first: str
    last: str
    data: bytes


def words(index: bytes) -> Iterator[Word]:
    """Yield the words of an index file. Raises `ContentError` where it is not what is described above."""
    at = len(MAGIC) if index.startswith(MAGIC) else len(index)
    _, at = _after(_ARRAY, index, at)
    count, at = _after(_ARRAY, index, at)
    for _ in range(count):
        end = _end(index, at)
        yield Word(_text(index, at + 1)[0], index[at:end])
        at = end
    if at != len(index):
        raise _unknown(at, "more")


def _end(index: bytes, at: int) -> int:
    """Return where the word at a place ends: before the head of the next, or with the file."""
    if index[at : at + 1] != bytes((_WORD,)):
        raise _unknown(at, "no word")
    found = _numbers_from(index, _text(index, at + 1)[1])
    while found < len(index) and index[found - 1] != _WORD:
        found = _numbers_from(index, _text(index, found)[1])  # behind the text of a variant
    return found if found == len(index) else found - 1


def _numbers_from(index: bytes, at: int) -> int:
    match = _NUMBERS.match(index, at)
    return match.end() if match else at


def chunks(found: Iterable[Word], size: int = CHUNK_SIZE) -> Iterator[Chunk]:
    """Yield the words, which come in their order, in index files of `size` bytes or a word more.

    What the parts of a shard have of one word (`search_shard.written`) stays together.
    """
    chunk: list[Word] = []
    for _, parts in groupby(found, key=lambda word: word.text.rpartition("p")[0] or word.text):
        chunk += parts
        if sum(len(part.data) for part in chunk) >= size:
            yield _chunk(chunk)
            chunk = []
    if chunk:
        yield _chunk(chunk)


def _chunk(part: Sequence[Word]) -> Chunk:
    data = b"".join((MAGIC, _head(_ARRAY, 1), _head(_ARRAY, len(part)), *(word.data for word in part)))
    return Chunk(part[0].text, part[-1].text, data)


def meta(data: bytes, numbers: Mapping[str, int], made: Sequence[Chunk]) -> bytes:
    """Return the meta file for chunks named by their place in the row and pages named by their numbers.

    `numbers` are those of the pages by the names that the file has. All lengths become 1: Pagefind weighs
    hits by them, and every page with a phrase counts alike.
    """
    at = _after(_ARRAY, data, len(MAGIC))[1]
    version, at = _text(data, at)
    count, at = _after(_ARRAY, data, at)
    pages = [_head(_ARRAY, count)]
    for _ in range(count):
        name, at = _text(data, _after(_ARRAY, data, at)[1])
        at = _after(_UNSIGNED, data, at)[1]
        pages.append(_head(_ARRAY, 2) + _string(str(numbers[name])) + _head(_UNSIGNED, 1))
    listed = [_head(_ARRAY, len(made)), *(_listed(str(n), chunk) for n, chunk in enumerate(made))]
    none = _head(_ARRAY, 0)
    return b"".join((MAGIC, _head(_ARRAY, 6), _string(version), *pages, *listed, none * 3))


def _listed(name: str, chunk: Chunk) -> bytes:
    return _head(_ARRAY, 3) + _string(chunk.first) + _string(chunk.last) + _string(name)


def _after(kind: int, data: bytes, at: int) -> tuple[int, int]:
    """Return the number in the head of an item and the place behind it."""
    major, info = divmod(data[at], 32) if at < len(data) else (-1, 0)
    if major != kind or info > 26:
        raise _unknown(at, f"kind {major} where {kind} is expected")
    if info < 24:
        return info, at + 1
    size = 1 << (info - 24)
    return int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _unknown(at: int, what: str) -> ContentError:
    return ContentError(f"Pagefind's bundle, byte {at}", f"{what} · is this still Pagefind 1.5?")


def _text(data: bytes, at: int) -> tuple[str, int]:
    length, at = _after(_TEXT, data, at)
    return data[at : at + length].decode(), at + length


def _string(text: str) -> bytes:
    data = text.encode()
    return _head(_TEXT, len(data)) + data


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes((kind * 32 + number,))
    size = next(size for size in range(4) if number < 256 ** (1 << size))
    return bytes((kind * 32 + 24 + size,)) + number.to_bytes(1 << size, "big")
