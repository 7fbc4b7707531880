from decimal import Decimal

import pytest

from nianbao.facts.numbers import quantities
from nianbao.facts.text import squeeze
from nianbao.numerals import han_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到1,204件", [("1204", "件")]),
        ("收到1，204件", [("1204", "件")]),
        ("收到12 345件", [("12345", "件")]),
        ("收到１２件", [("12", "件")]),
        ("收到 64 件", [("64", "件")]),
        ("收到一百零五件", [("105", "件")]),
        ("收到两件", [("2", "件")]),
        ("发布1.2万余条", [("12000", "条")]),
        ("收费12.5万元", [("125000", "元")]),
        ("数量为0，", [("0", "")]),
        ("占41.67%", [("41.67", "%")]),
        ("分别为41、39和2。", [("41", ""), ("39", ""), ("2", "")]),
        ("为41，39，其他39。", [("41", "")]),
    ],
)
def test_a_figure_is_read_however_it_is_printed(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(f"{each.value:f}", each.unit) for each in quantities(squeeze(text).text)]
    assert expected == found


@pytest.mark.parametrize(
    "text",
    [
        "根据〔2021〕30号件",
        "第二十条第（一）项",
        "每一件都有回音",
        "几十条意见",
        "收到12 34件",
        "收到12 3456件",
        "3-5件",
        "2023年1月",
        "电话0953-3700018",
        "《2020年收到12件》",
        "第5条",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    cases = [each for each in quantities(squeeze(text).text) if each.unit in ("件", "条", "项")]
    assert [] == cases


@pytest.mark.parametrize(
    ("text", "step"),
    [("12件", 0), ("约120件", 10), ("120余件", 10), ("1.2万条", 1000), ("一百多件", 100), ("12件以上", 1)],
)
def test_a_rounded_figure_knows_its_last_printed_place(text: str, step: int) -> None:
    (found,) = quantities(text)
    assert Decimal(step) == found.step


def test_numerals_that_spell_no_number_are_none() -> None:
    assert [None, None] == [han_number("百百"), han_number("二三十")]


def test_places_lead_back_to_the_printed_text() -> None:
    printed = "共 收 到 １２ 件"
    squeezed = squeeze(printed)
    (found,) = quantities(squeezed.text)
    assert "１２ 件" == printed[squeezed.place(found.start) : squeezed.place(found.end - 1) + 1]
