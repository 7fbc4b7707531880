"""The reports that one report is compared with, found by authority, year and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from nianbao.model import Scope
from nianbao.rules.records import Record, packed, unpacked


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The other reports that one report may be compared with.

    `years` are those of the same authority and scope by year, other copies of the same year included;
    `other_scope` those of the same authority with the other scope; `members` are the reports whose
    figures an aggregate one of the same year contains; `alike` the names of other authorities whose
    section 五 reads the same in the same year.
    """

    own: Record
    years: Mapping[int, tuple[Record, ...]] = field(default_factory=dict)
    other_scope: Mapping[int, tuple[Record, ...]] = field(default_factory=dict)
    members: tuple[Record, ...] = ()
    alike: tuple[str, ...] = ()


class Survey:
    """All records of an archive, packed: what it keeps of a report is a few hundred bytes."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._all: list[bytes] = []
        self._series: dict[tuple[str, Scope], list[bytes]] = defaultdict(list)
        self._parts: dict[tuple[str, int], list[bytes]] = defaultdict(list)
        self._texts: dict[int, dict[str, str]] = defaultdict(dict)  # of several authorities, with names
        first: dict[int, bytes] = {}
        for each in records:
            data = packed(each)
            self._all.append(data)
            self._series[each.authority, each.scope].append(data)
            self._parts[each.part_of, each.year].append(data)
            like = first.setdefault(_text(each), data) if each.problems else data
            if like is not data and (before := unpacked(like)).authority != each.authority:
                self._texts[_text(each)] |= {before.authority: before.name, each.authority: each.name}

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in the order in which they came."""
        return map(unpacked, self._all)

    def neighbours(self, own: Record) -> Neighbours:
        """Return the neighbours of a record; the survey may or may not hold the record itself."""
        other = Scope.OWN if own.scope is Scope.AGGREGATE else Scope.AGGREGATE
        series = map(unpacked, self._series.get((own.authority, own.scope), ()))
        texts = self._texts.get(_text(own), {})
        return Neighbours(
            own,
            years=_by_year(each for each in series if each.source != own.source),
            other_scope=_by_year(map(unpacked, self._series.get((own.authority, other), ()))),
            members=tuple(self._members(own)),
            alike=tuple(name for authority, name in texts.items() if authority != own.authority),
        )

    def _members(self, own: Record) -> Iterator[Record]:
        parts = self._parts.get((own.whole, own.year), ()) if own.whole else ()
        for each in map(unpacked, parts):
            if each.scope is Scope.OWN or each.authority != own.authority:
                yield each


def _text(record: Record) -> int:
    """Return what is equal for two reports of one year whose section 五 reads the same."""
    return record.problems * 10_000 + record.year


def _by_year(records: Iterable[Record]) -> dict[int, tuple[Record, ...]]:
    found: dict[int, tuple[Record, ...]] = {}
    for each in records:
        found[each.year] = (*found.get(each.year, ()), each)
    return found
