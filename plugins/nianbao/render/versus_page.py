"""The pages of 比一比: the choice of authorities, and the ready-made pairs of each province."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.compare import ENOUGH
from nianbao.compare.indicators import GROUPS, Group
from nianbao.compare.pairs import apart
from nianbao.render.archive_view import region_codes
from nianbao.render.pair_page import Pair
from nianbao.render.pair_words import LEADS, LETTERS
from nianbao.render.trail import Count, Link, region_names, url_of, year_label

_COUNTRY = "全国"


class VersusRegion(NamedTuple):
    """A province, or what stands above all of them (code empty)."""

    code: str
    name: str

    @property
    def path(self) -> str:
        """The source path of its page."""
        return f"compare/{self.code or 'country'}.md"


@dataclass(frozen=True, slots=True)
class VersusView:
    """Everything `compare.html` shows before a choice is made.

    `apart` are the indicators that do not pass from one form to the other, `enough` the least base of a
    percentage.
    """

    trail: tuple[Link, ...]
    groups: tuple[Group, ...]
    letters: str
    leads: tuple[str, ...]
    apart: frozenset[str]
    enough: int
    regions: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class VersusRegionView:
    """Everything `compare_region.html` shows: under each prefecture the pairs, as link and year."""

    name: str
    trail: tuple[Link, ...]
    parts: tuple[tuple[str, tuple[tuple[Link, str], ...]], ...]


def versus_view(pairs: Mapping[str, Pair]) -> VersusView:
    """Return the page where authorities are chosen."""
    return VersusView(
        trail=(Link("比一比"),),
        groups=GROUPS,
        letters=LETTERS,
        leads=tuple(one.id for one in LEADS),
        apart=frozenset(one.id for group in GROUPS for one in group.indicators if apart(one)),
        enough=ENOUGH,
        regions=tuple(
            Count(Link(region.name, url_of(region.path)), len(some)) for region, some in versus_regions(pairs)
        ),
    )


def versus_regions(pairs: Mapping[str, Pair]) -> Iterator[tuple[VersusRegion, tuple[Pair, ...]]]:
    """Yield the provinces by code with their pairs; those of no province come first."""
    found: dict[VersusRegion, list[Pair]] = {}
    for pair in pairs.values():
        region = pair.own.report.authority.region
        code = region_codes(pair.own.report)[0]
        name = dict(region_names(region))[code] if code else _COUNTRY
        found.setdefault(VersusRegion(code, name), []).append(pair)
    for one in sorted(found):
        yield one, tuple(found[one])


def versus_region_view(region: VersusRegion, pairs: Sequence[Pair]) -> VersusRegionView:
    """Return the list of a province's pairs, by prefecture in the order of the archive."""
    parts: dict[str, list[tuple[Link, str]]] = {}
    for pair in sorted(pairs, key=lambda pair: region_codes(pair.own.report)):
        names = [entry.report.authority.name for entry in pair]
        place = pair.own.report.authority.region
        link = Link(" 与 ".join(names), url_of(pair.path))
        parts.setdefault(place.prefecture or region.name, []).append((link, year_label(pair.own.report)))
    return VersusRegionView(
        name=region.name,
        trail=(Link("比一比", "compare/"), Link(region.name)),
        parts=tuple((title, tuple(links)) for title, links in parts.items()),
    )
