"""What in a shared passage belongs to someone else: another authority's name, another year."""

from __future__ import annotations

import re
from typing import NamedTuple

from nianbao.model import Authority
from nianbao.regions.mentions import mentioned
from nianbao.regions.table import table

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)\s*年")
_SHORTEST_NAME = 3  # letters; 财政 and 东安 are words too


class Evidence(NamedTuple):
    """Names and years in a passage that are not its own authority's, in the order of their text."""

    names: tuple[str, ...]
    years: tuple[int, ...]


def foreign(text: str, authority: Authority, year: int, other: Authority, other_year: int) -> Evidence:
    """Return what a passage of `authority` for `year` says of others.

    Names: the other authority's and its places', and any division named in full outside the authority's
    own province, prefecture and county. Years: the other report's, where its own year is nowhere in the
    passage; a report may well speak of the year before.
    """
    own = {authority.name, authority.body, *_places(authority)}
    candidates = {other.name, *_places(other), *_divisions(text, authority)} - own
    names = {name for name in candidates if len(name) >= _SHORTEST_NAME and name in text}
    longest = {name for name in names if not any(name in more and name != more for more in (*names, *own))}
    years = {int(found) for found in _YEAR.findall(text)}
    left = {other_year} & years if year not in years else set()
    return Evidence(tuple(sorted(longest, key=text.index)), tuple(sorted(left - {year})))


def _places(authority: Authority) -> tuple[str, ...]:
    region = authority.region
    return (region.province, region.prefecture, region.county, region.township)


def _divisions(text: str, authority: Authority) -> set[str]:
    """Return the names of divisions in the text that the authority neither lies in nor holds."""
    code = authority.region.code
    own = code[: 2 if code.endswith("0000") else 4 if code.endswith("00") else 6]
    return {
        table().divisions[found].name
        for found in mentioned(text, table())
        if not (found.startswith(own) or code.startswith(table().divisions[found].prefix))
    }
