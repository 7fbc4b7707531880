"""The list of authorities that 比一比 looks names up in: many small parts, of which a browser loads a few."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from nianbao.model import Authority
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.trail import region_label

MOST = 300
"""Authorities in one part, at most: some 35 kB as it is sent without compression."""


@dataclass(frozen=True, slots=True)
class NameList:
    """Authorities by letters that stand together in their names or regions.

    `found` begins with single characters. What more than `MOST` share (人, 政, 府) goes on with one more
    letter each, listed in `following`, until few enough share it; the empty text is where a search begins.
    """

    found: Mapping[str, Sequence[Sequence[Entry]]]
    following: Mapping[str, Sequence[str]]

    def part(self, letters: str) -> str:
        """Return the part of these letters as JSON: its authorities, or which letters come next.

        Of the next letters those that have their authorities are `listed`, the rarest first; `common` ones
        go on in their turn.
        """
        if letters and len(self.found[letters]) <= MOST:
            return _json([_listed(entries) for entries in self.found[letters]])
        nexts = sorted(self.following.get(letters, ()), key=lambda longer: (len(self.found[longer]), longer))
        return _json(
            {
                "listed": "".join(one[-1] for one in nexts if len(self.found[one]) <= MOST),
                "common": "".join(one[-1] for one in nexts if len(self.found[one]) > MOST),
            }
        )


def name_list(archive: ArchiveView) -> NameList:
    """Return the list of every authority of the archive."""
    authorities = [
        (entries, _words(entries[-1].report.authority)) for entries in archive.authorities.values()
    ]
    found: dict[str, list[Sequence[Entry]]] = {}
    following: dict[str, list[str]] = {}
    common: Set[str] = {""}
    while common:
        longer: dict[str, list[Sequence[Entry]]] = {}
        for entries, words in authorities:
            for letters in set(_extended(words, common)):
                longer.setdefault(letters, []).append(entries)
        for letters in longer:
            following.setdefault(letters[:-1], []).append(letters)
        found |= longer
        common = {letters for letters, some in longer.items() if len(some) > MOST}
    return NameList(found, following)


def _words(authority: Authority) -> tuple[str, ...]:
    return (authority.name, *region_label(authority.region).split(" "))


def _extended(words: Sequence[str], common: Set[str]) -> Iterator[str]:
    """Yield what follows the common letters, all of one length, in these words: one letter more."""
    length = len(next(iter(common)))
    for word in words:
        for start in range(len(word) - length):
            if word[start : start + length] in common and not word[start + length].isspace():
                yield word[start : start + length + 1]


def names_path(letters: str) -> str:
    """Return the URL path of a part.

    >>> names_path("新建"), names_path("")
    ('compare/names/65b0-5efa.json', 'compare/names/index.json')
    """
    name = "-".join(f"{ord(letter):x}" for letter in letters) or "index"
    return f"compare/names/{name}.json"


def _listed(entries: Sequence[Entry]) -> list[object]:
    """Return an authority as it is listed: id, name, region, years with a report."""
    authority = entries[-1].report.authority
    years = sorted({entry.report.year for entry in entries})
    return [entries[-1].folder.rpartition("/")[2], authority.name, region_label(authority.region), years]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
