"""What kind of body a name tells of, and on which level of the administrative order it stands."""

from __future__ import annotations

import re
from enum import StrEnum

from nianbao.model import Region

NATIONAL = Region(code="000000")
"""The region of the State Council's bodies: six zeros are no division, but a name for "the whole country"."""


class Level(StrEnum):
    """Levels of the administrative order, the highest first."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    STREET = "street"


class Kind(StrEnum):
    """Kinds of authority; the duty to report and its day depend on them."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    PARTY_ORGAN_WITH_PLATE = "party_organ_with_plate"
    VERTICAL = "vertical"
    DISPATCHED = "dispatched"
    FUNCTIONAL_ZONE = "functional_zone"
    PUBLIC_INSTITUTION = "public_institution"


ZONE_WORDS = r"(?:开发区|高新区|新区|园区|示范区|实验区|试验区|合作区|保税区|度假区|管理区|生产建设兵团)"
ZONE_OFFICE = r"(?:管理委员会|管委会)"

# The first that is found decides: 税务分局 is vertical before it is dispatched, and a zone's
# 管理委员会 is told from a department's (国有资产监督管理委员会) by the word before it.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.VERTICAL,
        re.compile(
            r"税务(?:局|分局|所)|海关$|气象(?:局|台)|调查(?:总)?队$|消防救援(?:局|.?队)"
            r"|监管分?局$|监管办公室$|邮政管理局|烟草专卖局|海事局"
        ),
    ),
    (
        Kind.DISPATCHED,
        re.compile(r"(?:分局|派出所|司法所|财政所|市场监(?:督管理|管)所|(?:自然|国土)资源所)$"),
    ),
    (Kind.FUNCTIONAL_ZONE, re.compile(rf"(?:{ZONE_WORDS}|[区园镇城岛港]{ZONE_OFFICE})$")),
    (
        Kind.PUBLIC_INSTITUTION,
        re.compile(r"(?:学校|中学|小学|幼儿园|大学|学院|医院|卫生院|卫生服务中心|公司|集团)$"),
    ),
    (
        Kind.PARTY_ORGAN_WITH_PLATE,
        re.compile(r"(?:档案局|新闻出版局|电影局|民族宗教(?:事务)?局|民宗局|侨务办公室)$"),
    ),
    (Kind.GOVERNMENT, re.compile(r"(?:^|人民政府(?:办公[厅室])?)$")),
    (Kind.DEPARTMENT, re.compile(r"(?:局|委|委员会|办|办公室|中心|厅|署|行|部|[支总大]队|处|院|站|馆)$")),
)


def kind_of(body: str) -> Kind | None:
    """Return the kind of a body from its name without region, or None where the name does not tell.

    >>> str(kind_of("公安局尧都分局")), str(kind_of("国有资产监督管理委员会")), str(kind_of(""))
    ('dispatched', 'department', 'government')
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(body)), None)


def level_of(region: Region) -> Level | None:
    """Return the level of a region, or None for the empty one."""
    if region.township:
        return Level.STREET if region.township.endswith("街道") else Level.TOWNSHIP
    if not region.code:
        return None
    if region == NATIONAL:
        return Level.MINISTRY
    if region.code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if region.code.endswith("00") else Level.COUNTY
