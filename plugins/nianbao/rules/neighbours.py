"""What rules need to know of other reports: a few figures of each, found by authority, year and place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from zlib import crc32

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.model import Authority, Paragraph, Report, Scope

_ZERO = Decimal(0)
_ADDRESSES = {form.id: frozenset(form.addresses()) for form in FORMS.values()}
_PROBLEMS = 5  # the number of the section whose text is compared
_SENTENCE_END = re.compile("[。；！？]")
_NOT_WORDS = re.compile(r"[\W\d_〇○零一二两三四五六七八九十]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One report of many, light enough to keep ten thousand: figures other than 0, no prose.

    `figures` are the known ones other than 0, `unknown` the cells without a number, `inferred` those read
    with the help of an identity. `sentences` gives checksum → length (characters) of each sentence of
    section 五, without figures and punctuation; `problems` is the checksum of that section as a whole,
    also without the names of authority and region.
    """

    source: str
    authority: Authority
    scope: Scope
    year: int
    form: str
    figures: Mapping[str, Decimal]
    unknown: frozenset[str]
    inferred: frozenset[str]
    sentences: Mapping[int, int]
    problems: int

    def value(self, address: str) -> Decimal | None:
        """Return the figure of a cell, None where it carries no number or the form has no such cell."""
        found = self.figures.get(address)
        if found is None and address in _ADDRESSES.get(self.form, ()) and address not in self.unknown:
            return _ZERO
        return found


def record(report: Report) -> Record:
    """Return what other reports may be compared with; `report` is whole, with its prose."""
    cells = report.cells
    sentences = _sentences(report)
    return Record(
        source=f"{report.source.path}:{report.source.sha256}",
        authority=report.authority,
        scope=report.scope,
        year=report.year,
        form=report.form,
        figures={address: cell.value for address, cell in cells.items() if cell.value},
        unknown=frozenset([address for address, cell in cells.items() if cell.value is None]),
        inferred=frozenset([address for address, cell in cells.items() if cell.state is State.INFERRED]),
        sentences={_checksum(sentence): len(sentence) for sentence in sentences},
        problems=_checksum(_without_names("".join(sentences), report.authority)),
    )


def _sentences(report: Report) -> list[str]:
    section = report.section(_PROBLEMS)
    texts = [block.text for block in section.blocks if isinstance(block, Paragraph)] if section else []
    sentences = (_NOT_WORDS.sub("", part) for text in texts for part in _SENTENCE_END.split(text))
    return [sentence for sentence in sentences if sentence]


def _without_names(text: str, authority: Authority) -> str:
    region = authority.region
    names = {authority.name, authority.body, region.township, region.county, region.prefecture}
    for name in sorted(names - {""}, key=lambda name: (-len(name), name)):
        text = text.replace(name, "")
    return text


def _checksum(text: str) -> int:
    return crc32(text.encode())


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The other reports that one report may be compared with.

    `years` are those of the same authority and scope by year, other copies of the same year included;
    `other_scope` those of the same authority with the other scope; `members` are the reports whose
    figures an aggregate one of the same year contains; `alike` those of other authorities for the same
    year whose section 五 reads the same.
    """

    own: Record
    years: Mapping[int, tuple[Record, ...]] = field(default_factory=dict)
    other_scope: Mapping[int, tuple[Record, ...]] = field(default_factory=dict)
    members: tuple[Record, ...] = ()
    alike: tuple[Record, ...] = ()


class Survey:
    """All records of an archive, and the neighbours of each."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._series: dict[tuple[str, Scope], list[Record]] = defaultdict(list)
        self._parts: dict[tuple[str, int], list[Record]] = defaultdict(list)
        self._texts: dict[tuple[int, int], list[Record]] = defaultdict(list)
        for each in records:
            self._series[_identity(each.authority), each.scope].append(each)
            self._parts[_part_of(each), each.year].append(each)
            self._texts[each.problems, each.year].append(each)

    def neighbours(self, own: Record) -> Neighbours:
        """Return the neighbours of a record; the survey may or may not hold the record itself."""
        authority = _identity(own.authority)
        other = Scope.OWN if own.scope is Scope.AGGREGATE else Scope.AGGREGATE
        series = self._series.get((authority, own.scope), ())
        return Neighbours(
            own,
            years=_by_year(each for each in series if each.source != own.source),
            other_scope=_by_year(self._series.get((authority, other), ())),
            members=tuple(self._members(own)),
            alike=tuple(
                each
                for each in self._texts.get((own.problems, own.year), ())
                if _identity(each.authority) != authority
            ),
        )

    def _members(self, own: Record) -> Iterator[Record]:
        region = own.authority.region
        if own.scope is Scope.AGGREGATE and own.authority.kind == "government" and region.code:
            yield from (
                each
                for each in self._parts.get((region.code, own.year), ())
                if each.scope is Scope.OWN or _identity(each.authority) != _identity(own.authority)
            )


def _by_year(records: Iterable[Record]) -> dict[int, tuple[Record, ...]]:
    found: dict[int, tuple[Record, ...]] = {}
    for each in records:
        found[each.year] = (*found.get(each.year, ()), each)
    return found


def _identity(authority: Authority) -> str:
    return authority.id or authority.name


def _part_of(record: Record) -> str:
    """Return the code of the region whose aggregate report contains this one, empty where none must.

    A body under a vertical system reports to that system (spec §7.1); zones and dispatched bodies are
    counted differently from place to place.
    """
    region = record.authority.region
    if record.authority.kind not in ("government", "department") or not region.code:
        return ""
    if region.township or record.authority.kind == "department" or record.scope is Scope.OWN:
        return region.code
    return f"{region.code[:4]}00" if region.county and region.prefecture else f"{region.code[:2]}0000"
