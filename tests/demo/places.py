"""Authorities of places that do not exist: provinces, prefectures, counties and what lies in them.

No name is one of the package's division table (a test compares them), and the codes begin with a 9, with
which no code does.
"""

from collections.abc import Iterator, Mapping

from nianbao.model import Authority, Region
from nianbao.regions.slug import authority_id

# 子虚、乌有 and 亡是 are the gentlemen of 司马相如 who do not exist; the rest is dreams and mirages.
PROVINCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "子虚省": {"镜花市": ("虚白县", "空谷县", "浮槎县"), "水月市": ("壶天区", "槐安县", "雾隐县")},
    "乌有省": {"蜃楼市": ("无何县", "方壶区", "瑶圃县"), "南柯市": ("梦笔县", "云房县", "幻海区")},
    "亡是省": {"黄粱市": ("碧落县", "扶光县", "望舒区"), "华胥市": ("烂柯县", "若木县", "归墟区")},
}
DEPARTMENTS = (
    "教育局",
    "财政局",
    "民政局",
    "卫生健康局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "市场监督管理局",
)
FIRST, SECOND = "幻虚梦影空蜃冥", "汀泉墟屿岚壑渚"
TOWNSHIPS = tuple(first + second for second in SECOND for first in FIRST)
FIRST_CODE = 91
ENDINGS = ("镇", "乡", "街道")


def authorities() -> Iterator[Authority]:
    """Yield every authority, each government before what lies below it."""
    for number, (province, prefectures) in enumerate(PROVINCES.items()):
        code = f"{FIRST_CODE + number}"
        yield _government(Region(f"{code}0000", province), "province")
        for upper, (prefecture, counties) in enumerate(prefectures.items(), 1):
            yield _government(Region(f"{code}{upper:02}00", province, prefecture), "prefecture")
            for lower, county in enumerate(counties, 1):
                region = Region(f"{code}{upper:02}{lower:02}", province, prefecture, county)
                yield from _county(region, number * 6 + (upper - 1) * 3 + lower - 1)


def _county(region: Region, number: int) -> Iterator[Authority]:
    """Yield a county's government, two departments, two townships and every other time a street."""
    yield _government(region, "county")
    for turn in range(2):
        body = DEPARTMENTS[(2 * number + turn) % len(DEPARTMENTS)]
        name = f"{region.county}{body}"
        yield Authority(name, authority_id(region, body), body, "county", "department", region)
    for turn in range(2 + number % 2):
        yield _township(region, f"{TOWNSHIPS[(3 * number + turn) % len(TOWNSHIPS)]}{ENDINGS[turn]}")


def _government(region: Region, level: str) -> Authority:
    place = region.county or region.prefecture or region.province
    return Authority(f"{place}人民政府", authority_id(region), "", level, "government", region)


def _township(region: Region, name: str) -> Authority:
    own = Region(region.code, region.province, region.prefecture, region.county, name)
    street = name.endswith("街道")
    return Authority(
        name=f"{region.county}{name}{'办事处' if street else '人民政府'}",
        id=authority_id(own, township=name),
        level="street" if street else "township",
        kind="government",
        region=own,
    )
