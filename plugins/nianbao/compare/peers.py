"""Which authorities are set side by side: those of one kind on one level of the administrative order."""

from __future__ import annotations

from typing import NamedTuple

from nianbao.model import Authority
from nianbao.regions import Kind, Level


class Peers(NamedTuple):
    """A group of authorities that may be ranked together."""

    id: str
    title: str


_GOVERNMENTS: dict[str, Peers] = {
    Level.PROVINCE: Peers("province", "省级政府"),
    Level.PREFECTURE: Peers("prefecture", "市级政府"),
    Level.COUNTY: Peers("county", "县级政府"),
    Level.TOWNSHIP: Peers("township", "乡镇和街道"),
    Level.STREET: Peers("township", "乡镇和街道"),
}
_BODIES: dict[str, Peers] = {
    Level.MINISTRY: Peers("ministry", "国务院部门和机构"),
    Level.PROVINCE: Peers("province-bodies", "省级部门和机构"),
    Level.PREFECTURE: Peers("prefecture-bodies", "市级部门和机构"),
    Level.COUNTY: Peers("county-bodies", "县级部门和机构"),
    Level.TOWNSHIP: Peers("township-bodies", "乡镇一级的机构"),
    Level.STREET: Peers("township-bodies", "乡镇一级的机构"),
}
_OTHERS = Peers("others", "级别待确认的机关")

PEERS = tuple(dict.fromkeys((*_GOVERNMENTS.values(), *_BODIES.values(), _OTHERS)))
"""Every group in reading order."""


def peers_of(authority: Authority) -> Peers:
    """Return the group of an authority.

    >>> peers_of(Authority("尧都区人民政府", level="county", kind="government")).title
    '县级政府'
    """
    groups = _GOVERNMENTS if authority.kind == Kind.GOVERNMENT else _BODIES
    return groups.get(authority.level, _OTHERS)
