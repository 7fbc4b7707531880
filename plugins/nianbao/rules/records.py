"""What rules keep of each report for the others: a few figures, little enough for a whole archive."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.model import Authority, Paragraph, Report, Scope

_ZERO = Decimal(0)
_ADDRESSES = {form.id: form.addresses() for form in FORMS.values()}
_CELLS = {form: frozenset(addresses) for form, addresses in _ADDRESSES.items()}
LEAST_TEXT = 100  # characters: below it wording is bound to be alike
_PROBLEMS = 5  # the number of the section whose text is compared
_SENTENCE_END = re.compile("[。；！？]")
_NOT_WORDS = re.compile(r"[\W\d_〇○零一二两三四五六七八九十]+")
_UNKNOWN = "?"  # in the place of a figure
_UNPACKED = 64  # records kept ready: those of one authority, and the few members of an aggregate one


@dataclass(frozen=True, slots=True)
class Record:
    """One report of many: whose it is, figures other than 0, and what tells copied text; no prose.

    `source` is a checksum of path and content. `whole` is the code of the region whose reports its figures
    contain, `part_of` that of the region whose aggregate report contains it, empty where there is none.
    `figures` are the known ones other than 0, `unknown` the cells without a number, `inferred` those read
    with the help of an identity. `sentences` gives checksum → length (characters) of each sentence of
    section 五, without figures and punctuation; `problems` is the checksum of that section as a whole,
    also without the names of authority and region, 0 where it is too short for that to mean anything.
    """

    source: int
    authority: str
    name: str
    scope: Scope
    year: int
    form: str
    whole: str
    part_of: str
    figures: Mapping[str, Decimal]
    unknown: frozenset[str]
    inferred: frozenset[str]
    sentences: Mapping[int, int]
    problems: int

    def value(self, address: str) -> Decimal | None:
        """Return the figure of a cell, None where it carries no number or the form has no such cell."""
        found = self.figures.get(address)
        if found is None and address in _CELLS.get(self.form, ()) and address not in self.unknown:
            return _ZERO
        return found


def record(report: Report) -> Record:
    """Return what other reports may be compared with; `report` is whole, with its prose."""
    cells = report.cells
    sentences = _sentences(report)
    return Record(
        source=_checksum(f"{report.source.path}:{report.source.sha256}"),
        authority=report.authority.id or report.authority.name,
        name=report.authority.name,
        scope=report.scope,
        year=report.year,
        form=report.form,
        whole=_whole(report),
        part_of=_part_of(report),
        figures={address: cell.value for address, cell in cells.items() if cell.value},
        unknown=frozenset([address for address, cell in cells.items() if cell.value is None]),
        inferred=frozenset([address for address, cell in cells.items() if cell.state is State.INFERRED]),
        sentences={_checksum(sentence): len(sentence) for sentence in sentences},
        problems=_problems(sentences, report.authority),
    )


def _sentences(report: Report) -> list[str]:
    section = report.section(_PROBLEMS)
    texts = [block.text for block in section.blocks if isinstance(block, Paragraph)] if section else []
    sentences = (_NOT_WORDS.sub("", part) for text in texts for part in _SENTENCE_END.split(text))
    return [sentence for sentence in sentences if sentence]


def _problems(sentences: list[str], authority: Authority) -> int:
    if sum(map(len, set(sentences))) < LEAST_TEXT:
        return 0
    text, region = "".join(sentences), authority.region
    names = {authority.name, authority.body, region.township, region.county, region.prefecture}
    for name in sorted(names - {""}, key=lambda name: (-len(name), name)):
        text = text.replace(name, "")
    return _checksum(text)


def _checksum(text: str) -> int:
    return zlib.crc32(text.encode())


def _whole(report: Report) -> str:
    aggregate = report.scope is Scope.AGGREGATE and report.authority.kind == "government"
    return report.authority.region.code if aggregate else ""


def _part_of(report: Report) -> str:
    """Return the code of the region whose aggregate report contains this one, empty where none must.

    A body under a vertical system reports to that system (spec §7.1); zones and dispatched bodies are
    counted differently from place to place.
    """
    region, kind = report.authority.region, report.authority.kind
    if kind not in ("government", "department") or not region.code:
        return ""
    if region.township or kind == "department" or report.scope is Scope.OWN:
        return region.code
    return f"{region.code[:4]}00" if region.county and region.prefecture else f"{region.code[:2]}0000"


def packed(record: Record) -> bytes:
    """Return the record in some 350 bytes instead of 8,000; `unpacked` gives it back."""
    texts = {address: str(value) for address, value in record.figures.items()}
    texts |= dict.fromkeys(record.unknown, _UNKNOWN)
    addresses = _ADDRESSES.get(record.form, ())
    fields = (
        record.source,
        record.authority,
        record.name,
        record.scope,
        record.year,
        record.form,
        record.whole,
        record.part_of,
        " ".join([texts.get(address, "0") for address in addresses]),
        sorted(record.inferred),
        list(record.sentences.items()),
        record.problems,
    )
    return zlib.compress(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode())


@lru_cache(maxsize=_UNPACKED)
def unpacked(data: bytes) -> Record:
    """Return the record that was packed."""
    source, authority, name, scope, year, form, whole, part_of, *told = json.loads(zlib.decompress(data))
    texts, inferred, sentences, problems = told
    cells = list(zip(_ADDRESSES.get(form, ()), texts.split(" "), strict=False))  # without a form: no cells
    return Record(
        source=source,
        authority=authority,
        name=name,
        scope=Scope(scope),
        year=year,
        form=form,
        whole=whole,
        part_of=part_of,
        figures={address: Decimal(text) for address, text in cells if text not in ("0", _UNKNOWN)},
        unknown=frozenset([address for address, text in cells if text == _UNKNOWN]),
        inferred=frozenset(inferred),
        sentences=dict(sentences),
        problems=problems,
    )
