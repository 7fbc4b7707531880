"""Which place an authority belongs to: told by hint, name or text, else left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from nianbao.model import Region
from nianbao.regions import NATIONAL, resolve
from nianbao.regions.mentions import mentioned
from nianbao.regions.table import table

RAW = Path(__file__).parents[3] / "content" / "raw"


def seed(number: str) -> str:
    (path,) = RAW.glob(f"{number}_*.txt")
    return path.read_text("utf-8")


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        ("002", "青铜峡市邵岗镇", ("640381", "宁夏回族自治区", "吴忠市", "青铜峡市", "邵岗镇")),
        ("002", "邵岗镇", ("640381", "宁夏回族自治区", "吴忠市", "青铜峡市", "邵岗镇")),
        ("003", "金乡县卜集镇人民政府", ("370828", "山东省", "济宁市", "金乡县", "卜集镇")),
        ("003", "卜集镇人民政府", ("370828", "山东省", "济宁市", "金乡县", "卜集镇")),
        ("004", "尧都区人民政府", ("141002", "山西省", "临汾市", "尧都区", "")),
    ],
)
def test_the_text_of_a_real_report_is_enough(number: str, name: str, expected: tuple[str, ...]) -> None:
    found = resolve(name, seed(number))
    assert found.region == Region(*expected)
    assert (found.candidates, found.body, found.kind) == ((), "", "government")


@pytest.mark.parametrize(
    ("number", "name", "code"),
    [("000", "桃尧镇", "441403"), ("001", "苍台镇人民政府", "411328")],
)
def test_a_township_name_alone_is_no_identity(number: str, name: str, code: str) -> None:
    open_case = resolve(name, seed(number))
    assert open_case.region == Region()
    assert [place.code for place in open_case.candidates] == [code]
    assert (open_case.level, open_case.kind) == ("township", "government")
    assert resolve(name, seed(number), code).region == open_case.candidates[0]


@pytest.mark.parametrize("hint", ["441403", "广东省梅州市梅县区", "梅县区", "441421", "4414", "梅州市"])
def test_a_hint_may_be_a_code_or_a_path_of_names(hint: str) -> None:
    found = resolve("桃尧镇", hint=hint)
    assert found.region == Region("441403", "广东省", "梅州市", "梅县区", "桃尧镇")


def test_a_hint_wins_over_the_table_and_the_contradiction_is_told() -> None:
    found = resolve("桃尧镇", hint="411328")
    assert found.region == Region("411328", "河南省", "南阳市", "唐河县", "桃尧镇")
    assert "唐河县未列“桃尧镇”" in found.why


def test_a_hint_wins_over_the_region_in_the_name_and_the_contradiction_is_told() -> None:
    found = resolve("金乡县财政局", hint="141002")
    assert found.region.code == "141002"
    assert "“金乡县”与之不符" in found.why


def test_a_hint_that_is_no_place_is_not_used_and_told() -> None:
    found = resolve("桃尧镇", hint="某处")
    assert (found.region, len(found.candidates)) == (Region(), 1)
    assert "“某处”不在区划表中" in found.why


def test_a_hint_of_a_prefecture_does_not_decide_between_two_counties_of_it() -> None:
    found = resolve("太平镇", hint="44")
    assert found.region == Region()
    assert len(found.candidates) > 1
    assert {place.province for place in found.candidates} == {"广东省"}


@pytest.mark.parametrize(
    ("name", "code", "level", "kind", "body"),
    [
        ("宿迁市财政局", "321300", "prefecture", "department", "财政局"),
        ("山西省人民政府", "140000", "province", "government", ""),
        ("山西省人民政府办公厅", "140000", "province", "government", "人民政府办公厅"),
        ("尧都区政府办", "141002", "county", "government", "人民政府办公室"),
        ("临汾市公安局尧都分局", "141002", "county", "dispatched", "公安局尧都分局"),
        ("国家税务总局临汾市税务局", "141000", "prefecture", "vertical", "税务局"),
        ("国家税务总局临汾市尧都区税务局", "141002", "county", "vertical", "税务局"),
        ("中华人民共和国太原海关", "140100", "prefecture", "vertical", "海关"),
        ("国家统计局临汾调查队", "141000", "prefecture", "vertical", "调查队"),
        ("临汾市国有资产监督管理委员会", "141000", "prefecture", "department", "国有资产监督管理委员会"),
        ("尧都区城乡建设局", "141002", "county", "department", "城乡建设局"),
        ("尧都区乡村振兴局", "141002", "county", "department", "乡村振兴局"),
        ("临汾市第一中学校", "141000", "prefecture", "public_institution", "第一中学校"),
        ("临汾市档案局", "141000", "prefecture", "party_organ_with_plate", "档案局"),
        ("临汾经济开发区管委会", "141000", "prefecture", "functional_zone", "经济开发区"),
        ("凉山州财政局", "513400", "prefecture", "department", "财政局"),
        ("融水县财政局", "450225", "county", "department", "财政局"),
        ("湖北省仙桃市财政局", "429004", "county", "department", "财政局"),
        ("阳泉市城区人民政府", "140302", "county", "government", ""),
        ("青铜峡市邵岗镇财政所", "640381", "township", "dispatched", "财政所"),
        ("青铜峡市邵岗镇人民政府办公室", "640381", "township", "government", ""),
        ("北京市朝阳区建外街道办事处", "110105", "street", "government", ""),
        ("上海市徐汇区人民政府天平路街道办事处", "310104", "street", "government", ""),
    ],
)
def test_a_name_tells_place_level_kind_and_body(
    name: str, code: str, level: str, kind: str, body: str
) -> None:
    found = resolve(name)
    assert (found.region.code, found.level, found.kind, found.body) == (code, level, kind, body)


@pytest.mark.parametrize(
    ("name", "code", "body"),
    [
        ("武汉东湖新技术开发区管委会", "420100", "武汉东湖新技术开发区"),
        ("武汉市东湖高新区", "420100", "武汉东湖新技术开发区"),
        ("武汉东湖新技术开发区财政局", "420100", "武汉东湖新技术开发区财政局"),
        ("福建省平潭综合实验区管理委员会", "350128", "平潭综合实验区"),
    ],
)
def test_a_zone_without_a_code_lies_in_its_host_division(name: str, code: str, body: str) -> None:
    found = resolve(name)
    assert (found.region.code, found.body) == (code, body)


def test_a_township_of_a_zone_lies_in_the_host_county() -> None:
    found = resolve("平潭综合实验区苏澳镇人民政府")
    assert found.region == Region("350128", "福建省", "福州市", "平潭县", "苏澳镇")


@pytest.mark.parametrize("name", ["国家税务总局", "教育部", "中华人民共和国教育部", "国家统计局"])
def test_a_body_of_the_state_council_belongs_to_no_region(name: str) -> None:
    found = resolve(name)
    assert (found.region, found.level, found.kind) == (NATIONAL, "ministry", "department")


@pytest.mark.parametrize(
    ("name", "code", "township"),
    [
        ("东莞市虎门镇人民政府", "441900", "虎门镇"),
        ("中山市东区街道办事处", "442000", "东区街道"),
        ("儋州市那大镇", "460400", "那大镇"),
        ("嘉峪关市文殊镇", "620200", "文殊镇"),
        ("石河子市北泉镇", "659001", "北泉镇"),
        ("临汾市乔李镇人民政府", "141002", "乔李镇"),
        ("古县岳阳镇", "141025", "岳阳镇"),
        ("尧都区无此镇人民政府", "141002", "无此镇"),
    ],
)
def test_a_township_behind_its_city_or_county_is_found(name: str, code: str, township: str) -> None:
    found = resolve(name)
    assert (found.region.code, found.region.township, found.body) == (code, township, "")


def test_a_township_that_the_table_lacks_is_kept_as_printed_and_the_doubt_is_told() -> None:
    assert "尧都区未列“无此镇”" in resolve("尧都区无此镇人民政府").why


def test_a_former_name_leads_to_the_present_county() -> None:
    assert resolve("梅县人民政府").region.county == "梅县区"
    assert resolve("梅县区人民政府").region.code == "441403"


def test_a_dissolved_district_is_not_merged_into_its_successor() -> None:
    found = resolve("渝北区人民政府")
    assert (found.region.code, found.region.county) == ("500112", "渝北区")
    assert "已撤销" in found.why


@pytest.mark.parametrize(
    "name",
    [
        "尧都",
        "财政局",
        "市财政局",
        "城东新区管委会",
        "国家税务总局某某市税务局",
        "某县财政局",
        "人民政府",
        "",
        "  ",
        "<script>",
        "镇" * 300,
    ],
)
def test_a_name_without_a_place_of_the_table_stays_open_without_candidates(name: str) -> None:
    found = resolve(name)
    assert (found.region, found.candidates) == (Region(), ())
    assert found.why.endswith("。")


@pytest.mark.parametrize(
    ("name", "context", "code"),
    [
        ("鼓楼区人民政府", "根据徐州市的要求", "320302"),
        ("鼓楼区人民政府", "南京市鼓楼区人民政府办公室", "320106"),
        ("朝阳区财政局", "北京市和朝阳区", "110105"),
        ("城关镇人民政府", "谷城县人民政府网站", "420625"),
        ("城关镇人民政府", "湖北省谷 城\n县人民政府网站，参考广东省政务服务网", "420625"),
        ("桃尧镇", "广东省政府信息公开规定", "441403"),
        ("岳阳经济技术开发区管委会", "岳阳县人民政府", "430621"),
    ],
)
def test_full_names_in_the_text_decide_between_namesakes(name: str, context: str, code: str) -> None:
    assert resolve(name, context).region.code == code


@pytest.mark.parametrize(
    ("name", "context"),
    [
        ("鼓楼区人民政府", ""),
        ("鼓楼区人民政府", "徐州市与南京市"),
        ("鼓楼区人民政府", "江苏省"),
        ("城关镇人民政府", "谷城县与和林格尔县结对"),
        ("城关镇人民政府", "湖北省"),
        ("太平镇人民政府", "广东省政务服务网"),
        ("桃尧镇", "湖南省"),
        ("桃尧镇", "广东省与湖南省"),
        ("桃尧镇", "梅州"),
        ("岳阳经济技术开发区管委会", ""),
    ],
)
def test_a_text_that_does_not_single_one_place_out_leaves_the_case_open(name: str, context: str) -> None:
    found = resolve(name, context)
    assert found.region == Region()
    assert found.candidates != ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("吉林省长春市", {"220000", "220100"}),
        ("徐州市鼓楼区", {"320300", "320302"}),
        ("省、市和县有关要求", set()),
        ("城区绿化与新城区建设", set()),
        ("阳泉市城区", {"140300", "140302"}),
        ("东方市场监管", set()),
        ("河北区域协同", set()),
        ("梅州与青铜峡", set()),
        ("城区街道办事处", set()),
    ],
)
def test_only_full_names_of_places_count_as_mentioned(text: str, codes: set[str]) -> None:
    assert mentioned(text, table()) == codes


def test_every_township_is_found_with_the_path_of_its_county_as_hint() -> None:
    wrong = []
    for division in list(table().divisions.values())[::7]:
        place = table().region(division)
        path = place.province + place.prefecture + place.county
        for township in division.townships[::3]:
            found = resolve(township, hint=path).region
            if (found.code, found.township) != (division.code, township):
                wrong.append((path, township, found))
    assert wrong == []


def test_every_township_is_found_behind_the_full_name_of_its_county() -> None:
    wrong = []
    for division in list(table().divisions.values())[::11]:
        place = table().region(division)
        path = place.province + place.prefecture + place.county
        for township in division.townships[::3]:
            found = resolve(f"{path}{township}人民政府")
            if (found.region.code, found.region.township) != (division.code, township):
                wrong.append((path, township, found))
    assert wrong == []
