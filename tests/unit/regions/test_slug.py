"""Ids of authorities: readable, ASCII, stable, short enough for a folder's name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.model import Region
from nianbao.regions import authority_id, by_code
from nianbao.regions.table import table

TAOYAO = Region("441403", "广东省", "梅州市", "梅县区", "桃尧镇")
YAODU = Region("141002", "山西省", "临汾市", "尧都区")


@pytest.mark.parametrize(
    ("region", "body", "township", "expected"),
    [
        (TAOYAO, "", "桃尧镇", "441403-taoyaozhen"),
        (TAOYAO, "", "", "441403-taoyaozhen"),
        (TAOYAO, "财政所", "桃尧镇", "441403-taoyaozhencaizhengsuo"),
        (YAODU, "", "", "141002-yaoduqu"),
        (YAODU, "财政局", "", "141002-caizhengju"),
        (Region("141000", "山西省", "临汾市"), "", "", "141000-linfenshi"),
        (Region("14", "山西省"), "", "", "140000-shanxisheng"),
        (Region("441900", "广东省", "东莞市", "", "虎门镇"), "", "虎门镇", "441900-humenzhen"),
        (Region("000000"), "教育部", "", "000000-jiaoyubu"),
        (YAODU, "第3税务所A·b", "", "141002-di3shuiwusuoab"),
        (YAODU, "旅游局", "", "141002-lvyouju"),
    ],
)
def test_an_id_is_the_code_and_the_pinyin_of_what_is_named(
    region: Region, body: str, township: str, expected: str
) -> None:
    assert authority_id(region, body, township) == expected


def test_an_undecided_authority_has_no_id() -> None:
    assert authority_id(Region(), "财政局", "") == ""


@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("371722", "shanxian"),
        ("410621", "xunxian"),
        ("341500", "luanshi"),
        ("361124", "yanshanxian"),
        ("331000", "taizhoushi"),
        ("440113", "panyuqu"),
        ("371524", "dongexian"),
        ("130726", "yuxian"),
        ("330382", "yueqingshi"),
        ("130225", "laotingxian"),
        ("110105", "chaoyangqu"),
        ("140400", "changzhishi"),
        ("411100", "luoheshi"),
        ("500000", "chongqingshi"),
        ("350200", "xiamenshi"),
    ],
)
def test_place_names_with_a_reading_of_their_own_get_it(code: str, slug: str) -> None:
    region = by_code(code)
    assert region is not None
    assert authority_id(region) == f"{code}-{slug}"


@pytest.mark.parametrize("body", ["——", "！", "★"])
def test_a_name_without_any_reading_gets_a_hash(body: str) -> None:
    assert re.fullmatch(r"141002-x[0-9a-f]{8}", authority_id(YAODU, body))


def test_long_names_with_the_same_beginning_keep_different_ids() -> None:
    names = ["青铜峡" * 20 + end for end in ("局", "厅")]
    ids = {authority_id(YAODU, name) for name in names}
    assert [len(each) for each in ids] == [60, 60]


def test_no_county_of_a_prefecture_shares_its_id_with_another() -> None:
    regions = [by_code(code) for code in table().divisions]
    ids = [authority_id(region) for region in regions if region]
    assert len(set(ids)) == len(ids) == len(table().divisions)


@given(st.text(max_size=80), st.text(max_size=20))
def test_an_id_is_always_a_safe_name_of_a_folder(body: str, township: str) -> None:
    made = authority_id(YAODU, body, township)
    assert re.fullmatch(r"141002-[a-z0-9]+", made)
    assert len(made) <= 60
