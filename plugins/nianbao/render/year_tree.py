"""The pages of a year as a tree: a page with too many reports is split by region, then by level."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from nianbao.compare.peers import PEERS, Peers, peers_of
from nianbao.render.archive_view import Entry
from nianbao.render.trail import UNPLACED, region_names

MOST_ROWS = 120
"""A page with more reports is split: a longer table cannot be taken in on a phone."""

UNKNOWN = "unplaced"


@dataclass(frozen=True, slots=True)
class YearNode:
    """A page of a year. `prefix` are the digits of its region (empty: all; `unplaced`: not known).

    `peers` is the level where the page holds one only. `children` is empty where its reports are few enough
    for tables, or cannot be split further.
    """

    year: int
    prefix: str
    peers: Peers | None
    entries: tuple[Entry, ...]
    children: tuple[YearNode, ...]

    @property
    def path(self) -> str:
        """The source path of the page."""
        if not self.prefix:
            return year_path(self.year)
        return f"years/{self.year}/{self.prefix}{f'-{self.peers.id}' if self.peers else ''}.md"

    @property
    def place(self) -> str:
        """The name of its region, empty for the whole country."""
        if not self.prefix:
            return ""
        if self.prefix == UNKNOWN:
            return UNPLACED
        names = region_names(self.entries[0].report.authority.region)
        known = [name for code, name in names if self.prefix.startswith(code)]
        return known[-1] if known else UNPLACED

    @property
    def label(self) -> str:
        """What a link to the page says."""
        return " ".join(part for part in (self.place, self.peers.title if self.peers else "") if part)

    def walk(self, above: tuple[YearNode, ...] = ()) -> Iterator[tuple[YearNode, tuple[YearNode, ...]]]:
        """Yield this page and every one below it, each with the pages above it."""
        yield self, above
        for child in self.children:
            yield from child.walk((*above, self))


def year_path(year: int) -> str:
    """Return the source path of the first page of a year."""
    return f"years/{year}.md"


def year_tree(year: int, entries: Sequence[Entry]) -> YearNode:
    """Return the pages of a year."""
    return _node(year, "", None, tuple(entries))


def _node(year: int, prefix: str, peers: Peers | None, entries: tuple[Entry, ...]) -> YearNode:
    parts = _split(prefix, peers, entries) if len(entries) > MOST_ROWS else ()
    return YearNode(year, prefix, peers, entries, tuple(_node(year, *part) for part in parts))


_Key = TypeVar("_Key")
_Part = tuple[str, Peers | None, tuple[Entry, ...]]


def _split(prefix: str, peers: Peers | None, entries: tuple[Entry, ...]) -> tuple[_Part, ...]:
    """Return the parts of a page: provinces, then levels, then prefectures, then counties."""
    if not prefix:
        return tuple((key, None, part) for key, part in _by(entries, _province).items())
    if peers is None:
        parts = _by(entries, lambda entry: peers_of(entry.report.authority))
        return tuple((prefix, one, parts[one]) for one in PEERS if one in parts)
    if prefix == UNKNOWN or len(prefix) == 6:
        return ()
    longer = len(prefix) + 2
    found = _by(entries, lambda entry: entry.report.authority.region.code[:longer])
    return tuple((key, peers, part) for key, part in found.items())


def _province(entry: Entry) -> str:
    return entry.report.authority.region.code[:2] or UNKNOWN


def _by(entries: Sequence[Entry], key: Callable[[Entry], _Key]) -> dict[_Key, tuple[Entry, ...]]:
    found: dict[_Key, list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return {name: tuple(part) for name, part in found.items()}
