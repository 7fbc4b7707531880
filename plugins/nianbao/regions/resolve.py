"""Which place an authority belongs to: told, or left open with the places that fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from nianbao.model import Region
from nianbao.regions.kinds import NATIONAL, Kind, Level, kind_of, level_of
from nianbao.regions.mentions import mentioned
from nianbao.regions.printed import Printed, chain_of, parse, without_spaces
from nianbao.regions.table import Division, Table, table


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an authority belongs and what it is.

    `region` is the empty one while undecided; `candidates` are then the places that fit, none where the
    name fits none. `level` and `kind` are empty where the name does not tell. `body` is the name without
    its region, empty for a people's government; a functional zone's name belongs to the body. `why` is
    a Chinese sentence for readers.
    """

    region: Region
    candidates: tuple[Region, ...]
    level: Level | Literal[""]
    kind: Kind | Literal[""]
    body: str
    why: str


@dataclass(frozen=True, slots=True)
class _Decision:
    """The place chosen, if any, among those that fit."""

    place: Division | None
    fits: tuple[Division, ...]
    why: str


def by_code(code: str) -> Region | None:
    """Return the region of a division code of 2, 4 or 6 digits, or None where there is no such division.

    >>> by_code("1410")
    Region(code='141000', province='山西省', prefecture='临汾市', county='', township='')
    """
    division = table().division(code)
    return table().region(division) if division else None


def resolve(name: str, context: str = "", hint: str = "") -> Resolution:
    """Tell which place an authority belongs to.

    `name` as the title prints it, `context` the report's full text, `hint` what is known beside the text:
    a six-digit code or a path of names (广东省梅州市梅县区). The hint decides first, then the region words
    of the name, then the full names of places in the text. A township's name alone is no identity.
    """
    places = table()
    printed = parse(name, places)
    if printed.national:
        return _resolution(printed, NATIONAL, (), "名称是国务院所属机构的名称，不属于某一地区。")
    hinted = _place_of(hint, places)
    if hinted:
        decision = _by_hint(printed, hinted, context, places)
    else:
        decision = _by_name(printed, places) or _by_context(printed, _fits(printed, places), context, places)
    unknown = "" if hinted or not hint.strip() else f"登记的地区“{hint.strip()}”不在区划表中，未采用。"
    region = places.region(decision.place, printed.township) if decision.place else Region()
    candidates = tuple(places.region(place, printed.township) for place in decision.fits)
    return _resolution(printed, region, () if decision.place else candidates, unknown + decision.why)


def _resolution(printed: Printed, region: Region, candidates: tuple[Region, ...], why: str) -> Resolution:
    """Add level and kind; the level of an open case is that on which all candidates agree."""
    guesses = {level_of(place) for place in candidates or (region,)}
    if printed.township:
        guesses = {level_of(Region(township=printed.township))}
    level = guesses.pop() if len(guesses) == 1 else None
    named = bool(printed.places or printed.township or printed.body)
    kind = (Kind.DEPARTMENT if printed.national else kind_of(printed.body)) if named else None
    return Resolution(region, candidates, level or "", kind or "", printed.body, why)


def _place_of(hint: str, places: Table) -> Division | None:
    """Return the division of a hint: a code, of which six digits count, or a path of names."""
    text = without_spaces(hint)
    if text.isascii():
        return places.division(text[:6])
    chain = list(chain_of(text, places))
    return chain[-1][1][0] if chain and len(chain[-1][1]) == 1 else None


def _fits(printed: Printed, places: Table) -> tuple[Division, ...]:
    """Return the divisions that the name as a whole fits, its township included."""
    if not printed.township:
        return printed.places
    return places.with_township(printed.township, printed.places) or _leaves(printed.places, places)


def _leaves(divisions: Iterable[Division], places: Table) -> tuple[Division, ...]:
    """Return those divisions that can hold a township: counties, and prefectures without counties."""
    return tuple(d for d in divisions if not d.code.endswith("00") or not places.below(d))


def _by_name(printed: Printed, places: Table) -> _Decision | None:
    """Decide by the region words of the name, if they fit one place only."""
    fits = _fits(printed, places)
    if not printed.places or len(fits) != 1:
        return None
    place = fits[0]
    words = printed.words if place in printed.places else printed.words + printed.township
    why = f"名称中的“{words}”指{_full_name(place, places)}。"
    gone = "该区划今已撤销。" if place.dissolved else ""
    return _Decision(place, fits, why + gone + _township_doubt(printed, place))


def _by_hint(printed: Printed, hinted: Division, context: str, places: Table) -> _Decision:
    """Decide by what was registered beside the text, and say where the name contradicts it."""
    fits = _fits(printed, places)
    inside = tuple(place for place in fits if hinted.holds(place))
    said = f"依据登记的地区：{_full_name(hinted, places)}。"
    if len(inside) == 1:
        return _Decision(inside[0], inside, said)
    if len(inside) > 1:
        decision = _by_context(printed, inside, context, places)
        return _Decision(decision.place, decision.fits, said + decision.why)
    if printed.township and not _leaves((hinted,), places):
        return _Decision(None, (), f"{said}区划表在该地未列“{printed.township}”，不能确定属于哪个县。")
    if printed.places and not _township_only_missing(printed, hinted):
        said += f"名称中的“{printed.words}”与之不符，以登记的地区为准。"
    return _Decision(hinted, fits, said + _township_doubt(printed, hinted))


def _township_only_missing(printed: Printed, hinted: Division) -> bool:
    return any(place.holds(hinted) for place in printed.places) and bool(printed.township)


def _township_doubt(printed: Printed, place: Division) -> str:
    if not printed.township or printed.township in place.townships:
        return ""
    return f"区划表在{place.name}未列“{printed.township}”，可能是旧名或已撤并。"


def _by_context(printed: Printed, fits: tuple[Division, ...], context: str, places: Table) -> _Decision:
    """Decide by the places that the text names, or leave the case open and say why."""
    if not fits:
        return _Decision(None, (), _nothing_fits(printed))
    named = mentioned(context, places)
    evidence = {place.code: _evidence(place, named, places) for place in fits}
    for place in fits:
        mine = evidence[place.code]
        if mine and all(evidence[other.code] < mine for other in fits if other is not place):
            shown = "、".join(sorted(mine))
            why = f"正文提到“{shown}”，与名称相合的只有{_full_name(place, places)}。"
            return _Decision(place, fits, why)
    if len(fits) == 1 and (province := _only_province(named, places)) and province.holds(fits[0]):
        why = f"全国只有{_full_name(fits[0], places)}有“{printed.township}”，正文也只提到{province.name}。"
        return _Decision(fits[0], fits, why)
    return _Decision(None, fits, _open(printed, fits, places))


def _evidence(place: Division, named: frozenset[str], places: Table) -> frozenset[str]:
    """Return the names of the place and of the prefecture or municipality above it that the text has.

    A province is not enough to choose among namesakes: reports are copied across provinces, and cite
    the 政务服务网 of another one.
    """
    above = places.divisions.get(place.code[:4] + "00")
    municipality = places.divisions[place.code[:2] + "0000"]
    chain = (place, above or municipality) if above or municipality.name.endswith("市") else (place,)
    return frozenset(d.name for d in chain if d.code in named)


def _only_province(named: frozenset[str], places: Table) -> Division | None:
    """Return the province of a text that names a single one."""
    codes = {code for code in named if code.endswith("0000")}
    return places.divisions[codes.pop()] if len(codes) == 1 else None


def _nothing_fits(printed: Printed) -> str:
    if printed.township:
        return f"区划表中没有“{printed.words}{printed.township}”，请登记它所在的县（市、区）。"
    return "名称中没有可以确认的地区，请登记。"


def _open(printed: Printed, fits: tuple[Division, ...], places: Table) -> str:
    name = printed.township or printed.words
    if len(fits) == 1:
        return f"只凭名称“{name}”不能确定所属地区（可能是{_full_name(fits[0], places)}），请登记。"
    return f"“{name}”在区划表中有{len(fits)}处，正文不足以确定是哪一处，请登记。"


def _full_name(place: Division, places: Table) -> str:
    region = places.region(place)
    return region.province + region.prefecture + region.county
