"""Bodies that a text names with their place."""

import pytest

from nianbao.regions import named_bodies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("特向社会公布浙江省青田县交通运输局的情况。", ["浙江省青田县交通运输局"]),
        (
            "经科尔沁右翼中旗人民政府办公室同意，由霞浦县消防救援大队执行。",
            ["科尔沁右翼中旗人民政府办公室", "霞浦县消防救援大队"],
        ),
        ("义乌市佛堂镇人民政府对全年工作进行了总结。", ["义乌市佛堂镇人民政府"]),
        ("青 田 县 水 利 局\n青田县水利局综合股", ["青田县水利局", "青田县水利局"]),
        ("来源:四季青街道办事处", ["四季青街道办事处"]),
        ("根据青田县人民政府办公室《关于做好年报的通知》要求", []),
        ("见青田县人民政府门户网站，按照青田县人民政府的要求", []),
        ("我县水利局、区政府办公室、各街道办事处", []),
    ],
)
def test_bodies_are_named_by_known_places_and_what_follows_tells_if_they_report(
    text: str, names: list[str]
) -> None:
    assert list(named_bodies(text)) == names
