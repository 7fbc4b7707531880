"""What Pagefind is told about a shard: HTML pages that nobody sees, made of single words.

Pagefind splits HTML at spaces, so texts are written as words (`nianbao.tokens`) with spaces between them.
A `|` after each block takes a position, so that a phrase cannot run from one paragraph or cell into the
next. Most blocks of a report are labels of the form or sentences that others have too: a block of many
pages is written once, as a page of its own, and the browser is told on which pages it stands.

For a phrase Pagefind goes through all places of its words once for each page that has all of them, so that
a phrase of frequent words costs the square of the pages. The pages are therefore looked through in parts:
a word names the part of its page, 政 of part 2 is `0x653fp2`, and the browser asks for one part after the
other. The words of a character follow each other in the index, so that this loads no more of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, pairwise

from nianbao.index_page import IndexBlock
from nianbao.tokens import tokens

HEADING_SPAN = 128
"""Positions that belong to headings: `search/shard.js` counts a hit before it as one in a heading. What
does not fit counts as text; six sections have headings that all share, so that this is a dozen others."""

PART = 512
"""Pages of a part, as in `search/shard.js`: half of it makes a larger index, twice of it twice the work."""

BREAK = "|"

_ENTRY = 32
_STRETCH = 12
_PLACE = 1.5
"""Bytes that a block of many pages costs, each stretch of its pages, and a word of it on each page otherwise;
a stretch counts thrice, since every visitor loads the stretches, but only the words asked for."""

Key = tuple[bool, str]
"""Whether a block is a heading, and its text."""


@dataclass(frozen=True, slots=True)
class ShardPages:
    """The pages of a shard as Pagefind sees them: those of the archive with what only they have, then one
    for each shared block. `places` are the pages of each shared block."""

    own: tuple[tuple[Key, ...], ...]
    shared: tuple[Key, ...]
    places: tuple[tuple[int, ...], ...]

    def html(self) -> Iterator[str]:
        """Yield the pages in the order of their numbers."""
        blocks = chain(self.own, ((key,) for key in self.shared))
        return (_html(keys, number // PART) for number, keys in enumerate(blocks))


def shard_pages(pages: Iterable[Iterable[IndexBlock]]) -> ShardPages:
    """Return the pages of a shard, each given by its blocks; a block that a page repeats counts once."""
    holders: defaultdict[Key, list[int]] = defaultdict(list)
    own: list[dict[Key, None]] = []
    for number, blocks in enumerate(pages):
        own.append(dict.fromkeys((block.heading > 0, block.text) for block in blocks))
        for key in own[-1]:
            holders[key].append(number)
    shared = {key: tuple(found) for key, found in holders.items() if _pays(key, found)}
    return ShardPages(
        own=tuple(tuple(key for key in keys if key not in shared) for keys in own),
        shared=tuple(shared),
        places=tuple(shared.values()),
    )


def _pays(key: Key, pages: Sequence[int]) -> bool:
    if len(pages) < 2 or len(key[1]) * len(pages) <= _ENTRY:
        return False
    return _PLACE * len(tokens(key[1])) * len(pages) > _ENTRY + _STRETCH * len(tuple(stretches(pages)))


def stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield start and length of every stretch of neighbours in ascending numbers.

    >>> list(stretches([0, 1, 2, 9]))
    [(0, 3), (9, 1)]
    """
    start = end = -1
    for number in numbers:
        if number != end:
            if end > start:
                yield start, end - start
            start = number
        end = number + 1
    if end > start:
        yield start, end - start


def places_json(shard: ShardPages) -> bytes:
    """Return the pages of each shared block as JSON: gap to the stretch before and length, in turns."""
    return json.dumps([list(_gaps(found)) for found in shard.places], separators=(",", ":")).encode()


def _gaps(pages: Iterable[int]) -> Iterator[int]:
    end = 0
    for start, length in stretches(pages):
        yield from (start - end, length)
        end = start + length


def heading_pairs(pages: Iterable[Iterable[IndexBlock]]) -> dict[str, str]:
    """Return word → the words that follow it in a heading; a last word is followed by `|`."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in {block.text for blocks in pages for block in blocks if block.heading}:
        for word, after in pairwise((*tokens(text), BREAK)):
            found[word].add(after)
    return {word: " ".join(sorted(found[word])) for word in sorted(found)}


def merged_pairs(shards: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return the pairs of several shards as one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pairs in shards:
        for word, after in pairs.items():
            found[word].update(after.split(" "))
    return {word: " ".join(sorted(found[word])) for word in sorted(found)}


def written(word: str, part: int) -> str:
    """Return a word of a part of the pages, as `search/shard.js` asks for it.

    In ASCII, since browsers split what they ask Pagefind for between a Chinese character and a digit.

    >>> written("政", 2), written("2020", 0)
    ('0x653fp2', '2020p0')
    """
    return f"{word if word.isascii() else hex(ord(word))}p{part}"


def _html(keys: Iterable[Key], part: int) -> str:
    """Return a page as Pagefind reads it; nothing of the archived text can become markup in it.

    One weight for all words: their positions then ascend.
    """
    texts = {is_heading: "".join(_lines(keys, is_heading, part)) for is_heading in (True, False)}
    headings = texts[True].split()
    cut = max((i + 1 for i, word in enumerate(headings[:HEADING_SPAN]) if word == BREAK), default=0)
    span = [*headings[:cut], *[BREAK] * (HEADING_SPAN - cut)]
    body = " ".join((*span, *headings[cut:], texts[False]))
    return (
        '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"></head>\n'
        f'<body data-pagefind-body data-pagefind-weight="1.05"><p>{escape(body)}</p></body></html>\n'
    )


def _lines(keys: Iterable[Key], is_heading: bool, part: int) -> Iterator[str]:
    for heading, text in keys:
        words = tokens(text) if heading == is_heading else ()
        if words:
            yield f"{' '.join(written(word, part) for word in words)} {BREAK} "
