"""A printed authority name, taken apart: region words, functional zone, township, body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nianbao.regions.kinds import ZONE_OFFICE, ZONE_WORDS
from nianbao.regions.table import Division, Table

_LONGEST_NAME = 15  # 双江拉祜族佤族布朗族傣族自治县
_SPACES = re.compile(r"[\s\u200b\ufeff]+")

# Systems under vertical leadership put their own name before the region's.
_SYSTEMS = (
    "国家税务总局",
    "国家统计局",
    "国家金融监督管理总局",
    "国家能源局",
    "国家矿山安全监察局",
    "中华人民共和国",
    "中国人民银行",
)
_NATIONAL = re.compile(
    r"(?:国务院|国家|中华人民共和国|全国|中国人民银行|中国证券监督管理委员会|中国气象局|审计署|海关总署).*"
    r"|(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境"
    r"|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部"
)
_OFFICE = r"(?:办公[厅室]|办|党政(?:综合)?办(?:公室)?)"
_TOWNSHIP_GOVERNMENT = re.compile(rf"(?:(?:人民)?政府|办事处|办)?{_OFFICE}?")
_UNKNOWN_TOWNSHIP = re.compile(
    rf"(?P<name>[\u3400-\U0003ffff·]{{1,12}}?(?:街道|镇|乡|苏木))(?P<rest>{_TOWNSHIP_GOVERNMENT.pattern})"
)
_KNOWN_TOWNSHIP_ENDS = ("街道", "镇", "乡", "苏木", "所")
_BY_GOVERNMENT = re.compile(r"^人民政府(?=.{1,8}街道)")  # 徐汇区人民政府天平路街道办事处
_GOVERNMENT = re.compile(rf"(?:人民)?政府(?P<office>{_OFFICE})?")
_SHORT_NAME_BODY = re.compile(
    rf"(?:海关|调查总?队|监管分?局|监管办公室|监察局|[支分]行|{ZONE_WORDS}{ZONE_OFFICE}?)$"
)
_ENDINGS = ("省", "自治区", "市", "地区", "盟", "州", "县")
_BRANCH = re.compile(r"局(?P<place>[^局]{2,8})分局$")


@dataclass(frozen=True, slots=True)
class Printed:
    """What a name says. `places` are the divisions its region words fit, empty where it has none.

    `words` are those region words, `township` the township as printed, `body` the name without them
    (empty for a people's government). `national` marks a body of the State Council.
    """

    places: tuple[Division, ...] = ()
    words: str = ""
    township: str = ""
    body: str = ""
    national: bool = False


def without_spaces(text: str) -> str:
    """Return the text without blanks and line breaks, which a report prints inside names too."""
    return _SPACES.sub("", text)


def chain_of(text: str, table: Table) -> Iterator[tuple[str, tuple[Division, ...]]]:
    """Yield the region names that a text begins with, one inside the other, with what each fits.

    A name that is only the beginning of a township's (城区 in 城区街道) ends the chain.
    """
    within: tuple[Division, ...] = ()
    while found := _first_name(text, table, within):
        word, within = found
        yield found
        text = text[len(word) :]


def _first_name(
    text: str, table: Table, within: tuple[Division, ...]
) -> tuple[str, tuple[Division, ...]] | None:
    for length in range(min(_LONGEST_NAME, len(text)), 1, -1):
        fits = tuple(
            division
            for division in table.names.get(text[:length], ())
            if not within or any(p is not division and p.holds(division) for p in within)
        )
        if fits:
            longer = _known_township(text, table, within)
            return None if len(longer) > length else (text[:length], fits)
    return None


def _known_township(text: str, table: Table, within: tuple[Division, ...]) -> str:
    """Return the longest township name of the table that the text begins with, or nothing."""
    for length in range(min(_LONGEST_NAME, len(text)), 1, -1):
        name = text[:length]
        if name.endswith(_KNOWN_TOWNSHIP_ENDS) and table.with_township(name, within):
            return name
    return ""


def parse(name: str, table: Table) -> Printed:
    """Take a name apart, as far as the table of divisions and the usual endings tell."""
    text = without_spaces(name)
    system = next((s for s in _SYSTEMS if text.startswith(s) and text != s), "")
    below = text.removeprefix(system)
    printed = _with_places(below, table)
    if not printed.places and _NATIONAL.fullmatch(below):
        return Printed(body=text.removeprefix("中华人民共和国"), national=True)
    if not printed.places and system:
        return Printed(body=text)
    return _at_branch(_with_township(printed, table), table)


def _with_places(text: str, table: Table) -> Printed:
    """Split the region words and the functional zone off; what follows them becomes the body."""
    chain = list(chain_of(text, table))
    words = "".join(word for word, _ in chain)
    places = chain[-1][1] if chain else ()
    rest = text[len(words) :]
    zone = next((z for z in sorted(table.zones, key=len, reverse=True) if rest.startswith(z)), "")
    if zone:
        main, host = table.zones[zone]
        if not places or any(place.holds(host) for place in places):
            rest = rest[len(zone) :]
            below = _known_township(rest, table, (host,)) or _UNKNOWN_TOWNSHIP.fullmatch(rest)
            body = rest if below else main + _zone_body(rest)
            return Printed((host,), words + zone, body=body)
    if not places and _SHORT_NAME_BODY.search(text):
        return _with_short_name(text, table)
    return Printed(places, words, body=_zone_body(rest))


def _zone_body(rest: str) -> str:
    """Drop the 管理委员会 of a zone, which its reports print in one year and leave out in the next."""
    return re.sub(rf"(^|{ZONE_WORDS}){ZONE_OFFICE}$", r"\1", rest)


def _with_short_name(text: str, table: Table) -> Printed:
    """Find a place by its name without 市 or 县: customs houses and zones are named so (太原海关).

    Only prefectures and provinces are found so, because 城东新区 has nothing to do with 西宁市城东区; a
    county of the same name stands beside them as another possibility (岳阳市, 岳阳县).
    """
    for length in range(min(_LONGEST_NAME, len(text)), 1, -1):
        spellings = (text[:length] + end for end in _ENDINGS)
        places = tuple(place for name in spellings for place in table.names.get(name, ()))
        if any(place.code.endswith("00") for place in places):
            return Printed(places, text[:length], body=_zone_body(text[length:]))
    return Printed(body=text)


def _with_township(printed: Printed, table: Table) -> Printed:
    """Split the township off the body, or recognise the body as the government of the place itself."""
    body = printed.body
    government = _GOVERNMENT.fullmatch(body)
    if government:
        office = government["office"] or ""
        full = "人民政府办公厅" if office == "办公厅" else "人民政府办公室"
        return replace(printed, body=full if office else "")
    body = _BY_GOVERNMENT.sub("", body)
    if known := _known_township(body, table, printed.places):
        return _township(printed, known, body[len(known) :])
    if unknown := _UNKNOWN_TOWNSHIP.fullmatch(body):
        return _township(printed, unknown["name"], unknown["rest"])
    return _with_street(printed, table)


def _with_street(printed: Printed, table: Table) -> Printed:
    """Find a street whose office is named without 街道 (桥西办事处)."""
    street = printed.body.removesuffix("办事处") + "街道"
    if printed.body.endswith("办事处") and table.with_township(street, printed.places):
        return replace(printed, township=street, body="")
    return printed


def _township(printed: Printed, name: str, rest: str) -> Printed:
    body = "" if _TOWNSHIP_GOVERNMENT.fullmatch(rest) else rest
    return replace(printed, township=name, body=body)


def _at_branch(printed: Printed, table: Table) -> Printed:
    """Move 临汾市公安局尧都分局 into the district its last words name, if there is one such district."""
    branch = _BRANCH.search(printed.body)
    if not branch or len(printed.places) != 1 or printed.township:
        return printed
    place = branch["place"]
    names = {place, *(place + end for end in "区县市旗")}
    districts = tuple(d for d in table.below(printed.places[0]) if d.name in names)
    if len(districts) != 1:
        return printed
    return replace(printed, places=districts, words=printed.words + printed.body)
