"""The list of names at ten thousand authorities: nobody is lost, and no part is large."""

import json

import pytest

from large_archive import AUTHORITIES, large_archive
from nianbao.render.versus_names import MOST, NameList, name_list

LARGEST = 40_000  # bytes of a part without compression


@pytest.fixture(scope="module")
def listed() -> NameList:
    return name_list(large_archive())


def looked_up(listed: NameList, name: str) -> list[list[object]]:
    """Return the authorities of the first letters of a name that are rare enough, as a browser finds them."""
    for start in range(len(name)):
        part = json.loads(listed.part(""))
        for end in range(start, len(name)):
            if name[end] in part["listed"]:
                return json.loads(listed.part(name[start : end + 1]))
            if name[end] not in part["common"]:
                break
            part = json.loads(listed.part(name[start : end + 1]))
    return []


def test_every_authority_is_found_by_its_name(listed: NameList) -> None:
    names = {one[-1].report.authority.name for some in listed.found.values() for one in some}
    assert len(names) > AUTHORITIES / 2  # counties share the names of their townships
    for name in sorted(names)[::40]:
        found = looked_up(listed, name)
        assert name in [one[1] for one in found]
        assert len(found) <= MOST


def test_no_part_is_large(listed: NameList) -> None:
    sizes = [len(listed.part(letters).encode()) for letters in ("", *listed.found)]
    assert max(sizes) < LARGEST


def test_an_authority_is_listed_with_its_region_and_years(listed: NameList) -> None:
    assert looked_up(listed, "西湖区教育局")[0] == [
        "330106-xihu-jiaoyuju",
        "西湖区教育局",
        "浙江省 杭州市 西湖区",
        [2019, 2020, 2021, 2022, 2023, 2024],
    ]
