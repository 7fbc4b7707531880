"""The table of administrative divisions, read from the package once, when it is first asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from nianbao.model import Region

_ETHNIC = (
    "(?:蒙古族?|回族?|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?"
    "|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族"
    "|撒拉族|毛南族|仡佬族|锡伯|塔吉克|怒族|保安族|裕固族|鄂温克族|独龙族|普米族|各族|鄂伦春)"
)
_AUTONOMOUS = re.compile(rf"(.{{2,}}?){_ETHNIC}+自治([州县旗])")


@dataclass(frozen=True, slots=True)
class Division:
    """A province, prefecture or county. `townships` are those directly below it, the abolished included."""

    code: str
    name: str
    townships: tuple[str, ...] = ()
    dissolved: bool = False

    @property
    def prefix(self) -> str:
        """The digits that the codes of everything in this division begin with.

        >>> Division("140000", "山西省").prefix, Division("141000", "临汾市").prefix
        ('14', '1410')
        """
        return re.sub(r"0000$|00$", "", self.code)

    def holds(self, other: Division) -> bool:
        """Whether the other division is this one or lies in it."""
        return other.code.startswith(self.prefix)


@dataclass(frozen=True, slots=True)
class Table:
    """All divisions by code and by name; a name may be short for several, a former code leads to today's."""

    divisions: Mapping[str, Division]
    former_codes: Mapping[str, str]
    names: Mapping[str, tuple[Division, ...]]
    zones: Mapping[str, tuple[str, Division]]
    beginnings: frozenset[str]  # the first two characters of every name
    first: re.Pattern[str]  # the first character of any, or of 国家

    def division(self, code: str) -> Division | None:
        """Return the division of a code of 2, 4 or 6 digits, a former one included, or None."""
        padded = code.ljust(6, "0") if len(code) in (2, 4, 6) else ""
        return self.divisions.get(padded) or self.divisions.get(self.former_codes.get(padded, ""))

    def region(self, division: Division, township: str = "") -> Region:
        """Return the division as the model's region, with the names of the levels above it."""
        code = division.code
        above = self.divisions.get(code[:4] + "00") if code[2:4] != "00" else None
        return Region(
            code=code,
            province=self.divisions[code[:2] + "0000"].name,
            prefecture=above.name if above else "",
            county="" if code.endswith("00") else division.name,
            township=township,
        )

    def with_township(self, township: str, within: tuple[Division, ...]) -> tuple[Division, ...]:
        """Return the divisions that hold a township of this name; `within` limits the search unless empty."""
        found = _township_index().get(township, ())
        return tuple(d for d in found if not within or any(place.holds(d) for place in within))

    def below(self, division: Division) -> tuple[Division, ...]:
        """Return the divisions inside this one."""
        return tuple(d for d in self.divisions.values() if d is not division and division.holds(d))


@cache
def table() -> Table:
    """Return the table of the package."""
    divisions: dict[str, Division] = {}
    former: list[tuple[str, str, str]] = []
    for code, name, now, townships, abolished in _rows("divisions.tsv", 5):
        if now in ("", "-"):
            names = tuple(f"{townships} {abolished}".split())
            divisions[code] = Division(code, name, names, dissolved=now == "-")
        else:
            former.append((code, name, now))
    by_name = _names(divisions, former)
    return Table(
        divisions=divisions,
        former_codes={code: now for code, _, now in former},
        names=by_name,
        zones=_zones(divisions),
        beginnings=frozenset(name[:2] for name in by_name),
        first=re.compile(f"[{''.join(sorted({'国', *(name[0] for name in by_name)}))}]"),
    )


@cache
def _township_index() -> Mapping[str, tuple[Division, ...]]:
    """Return township name → divisions; apart from the table because most authorities need no search."""
    found: defaultdict[str, list[Division]] = defaultdict(list)
    for division in table().divisions.values():
        for township in division.townships:
            found[township].append(division)
    return {name: tuple(divisions) for name, divisions in found.items()}


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            fields = line.split("\t")
            yield fields + [""] * (columns - len(fields))


def _names(
    divisions: Mapping[str, Division], former: list[tuple[str, str, str]]
) -> Mapping[str, tuple[Division, ...]]:
    """Return name → divisions: full names, the usual short ones of autonomous areas, former names."""
    found: defaultdict[str, dict[str, Division]] = defaultdict(dict)
    short = ((_short_autonomous(d.name), d) for d in divisions.values())
    full = ((d.name, d) for d in divisions.values())
    old = ((name, divisions[now]) for _, name, now in former)
    for name, division in chain(full, short, old):
        if name:
            found[name][division.code] = division
    return {name: tuple(by_code.values()) for name, by_code in found.items()}


def _short_autonomous(name: str) -> str:
    """Return 凉山州 for 凉山彝族自治州; empty where the name is no such long one."""
    found = _AUTONOMOUS.fullmatch(name) if "自治" in name else None
    return "".join(found.groups()) if found else ""


def _zones(divisions: Mapping[str, Division]) -> Mapping[str, tuple[str, Division]]:
    """Return each name of a functional zone → its main name and the division that holds it."""
    found: dict[str, tuple[str, Division]] = {}
    for name, others, code in _rows("zones.tsv", 3):
        for spelling in (name, *others.split()):
            found[spelling] = (name, divisions[code])
    return found
