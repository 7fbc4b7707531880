"""The script that makes the table: the same rows from a folder and from a wheel, events told apart."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from build_regions import build, former_row

DIVISIONS = {
    "meta": {"fetched_at": "2026-09-11 23:22:44"},
    "provinces": {
        "广东省": {
            "code": "440000000000",
            "cities": {
                "东莞市": {"code": "441900000000", "counties": {}},
                "梅州市": {"code": "441400000000", "counties": {"梅县区": "441403000000"}},
            },
        }
    },
}
TOWNSHIPS = {
    "441403000000": {
        "county": "梅县区",
        "townships": {"桃尧镇": "441403115000", "旧镇（2021年撤销）": "441403116000"},
    }
}


def event(kind: str, year: int, old: tuple[str, str], new: tuple[str, str]) -> dict[str, Any]:
    return {
        "type": kind,
        "year": year,
        "old": {"code": old[0] + "000000", "name": old[1]},
        "new": {"code": new[0] + "000000", "name": new[1]},
    }


EVENTS = [
    event("撤县设区", 2013, ("441421", "梅县"), ("441403", "梅县区")),
    event("撤销", 2020, ("441404", "某区"), ("441403", "梅县区")),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    for name, content in (
        ("divisions_v1", DIVISIONS),
        ("townships_v1", TOWNSHIPS),
        ("historical_changes_v1", {"events": EVENTS}),
    ):
        (tmp_path / "data" / f"{name}.json").write_text(json.dumps(content), "utf-8")
    return tmp_path


@pytest.fixture
def streets(tmp_path: Path) -> Path:
    path = tmp_path / "streets.json"
    rows = [
        {"areaCode": "441900", "name": "虎门镇"},
        {"areaCode": "441900", "name": "松山湖"},
        {"areaCode": "441403", "name": "桃尧镇"},
    ]
    path.write_text(json.dumps(rows), "utf-8")
    return path


def test_the_table_has_present_and_former_divisions_in_order(source: Path, streets: Path) -> None:
    rows = [line for line in build(source, streets).splitlines() if not line.startswith("#")]
    assert rows == [
        "330103\t下城区\t-",
        "440000\t广东省",
        "441400\t梅州市",
        "441403\t梅县区\t\t桃尧镇\t旧镇",
        "441404\t某区\t-",
        "441421\t梅县\t441403",
        "441900\t东莞市\t\t虎门镇",
    ]


def test_a_wheel_gives_the_same_bytes_as_its_folder(source: Path, streets: Path) -> None:
    wheel = source / "quhua.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in (source / "data").iterdir():
            archive.write(path, f"data/{path.name}")
    assert build(wheel, streets) == build(source, streets)


@pytest.mark.parametrize(
    "kept_out",
    [
        event("撤县设区", 2003, ("441421", "梅县"), ("441403", "梅县区")),
        event("撤销", 2014, ("441404", "某区"), ("441403", "梅县区")),
        event("撤县设区", 2021, ("441403", "梅县区"), ("441403", "别的区")),
        event("码位改派", 2021, ("441405", "甲区"), ("441405", "乙区")),
    ],
)
def test_events_before_the_reports_or_about_living_divisions_give_no_row(
    kept_out: dict[str, Any],
) -> None:
    assert former_row(kept_out, {"441403": "梅县区"}) is None
