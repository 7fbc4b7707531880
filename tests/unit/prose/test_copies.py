"""Copies: found at 60 to 100 % identity, and nothing else is taken for one."""

from collections import Counter
from itertools import combinations

import pytest

from copies_factory import IDENTITIES, Plant, Written, archive
from nianbao.forms import FORMS
from nianbao.model import Authority, Region, Report, Source
from nianbao.prose.candidates import enough
from nianbao.prose.copies import Copy, find_copies, section_text, sketched
from nianbao.prose.evidence import foreign
from nianbao.prose.passages import LEAST_OWN, equal_runs, shared_passages
from nianbao.prose.shingles import LONG, SHORT

NOWHERE = Source("", "", 0, "")
YAODU = Authority("尧都区人民政府", region=Region("141002", "山西省", "临汾市", "尧都区"))
SHAOGANG = Authority(
    "邵岗镇人民政府", region=Region("640381", "宁夏回族自治区", "吴忠市", "青铜峡市", "邵岗镇")
)


def found_in(reports: list[Written]) -> dict[str, tuple[Copy, ...]]:
    by_path = {report.path: report for report in reports}
    sketches = [
        sketched(report.path, Report("", report.authority, report.year, "", NOWHERE), report.prose)
        for report in reports
    ]
    return find_copies(sketches, lambda path: (by_path[path].authority, by_path[path].prose))


@pytest.fixture(scope="module")
def planted() -> tuple[list[Written], list[Plant]]:
    return archive(seed=20, authorities=160, plants=60)


@pytest.fixture(scope="module")
def found(planted: tuple[list[Written], list[Plant]]) -> dict[str, tuple[Copy, ...]]:
    return found_in(planted[0])


def _authorities(paths: frozenset[str]) -> frozenset[str]:
    return frozenset(path.rpartition("/")[0] for path in paths)


def test_copied_sections_are_found_at_every_identity(
    planted: tuple[list[Written], list[Plant]], found: dict[str, tuple[Copy, ...]]
) -> None:
    pairs = {frozenset((path, copy.other_path)) for path, copies in found.items() for copy in copies}
    hits = Counter(plant.identity for plant in planted[1] if plant.paths in pairs)

    assert sum(hits.values()) >= 0.95 * len(planted[1])
    for identity in IDENTITIES:
        assert hits[identity] >= 0.8 * sum(plant.identity == identity for plant in planted[1])


def test_what_is_alike_without_being_a_copy_is_not_found(
    planted: tuple[list[Written], list[Plant]], found: dict[str, tuple[Copy, ...]]
) -> None:
    """An authority repeats its text the next year: a copy of it may be found in either of its reports."""
    true = {_authorities(plant.paths) for plant in planted[1]}
    copies = [
        _authorities(frozenset((path, copy.other_path))) for path, every in found.items() for copy in every
    ]

    assert len(copies) >= 2 * len(planted[1])
    assert sum(pair in true for pair in copies) >= 0.95 * len(copies)


def test_every_copy_stands_under_both_reports_with_the_same_letters(
    planted: tuple[list[Written], list[Plant]], found: dict[str, tuple[Copy, ...]]
) -> None:
    by_path = {report.path: report for report in planted[0]}
    for path, copies in found.items():
        for copy in copies:
            mirrored = Copy(copy.other_path, copy.there, path, copy.here, copy.equal)
            assert mirrored in found[copy.other_path]
            here = section_text(by_path[path].prose, copy.here.section)[copy.here.start : copy.here.end]
            there = section_text(by_path[copy.other_path].prose, copy.there.section)
            printed = sum(
                length for _, _, length in equal_runs(here, there[copy.there.start : copy.there.end])
            )
            assert printed >= LEAST_OWN / 2, "the places lead to text that is not shared"


def test_the_order_of_reports_is_irrelevant(planted: tuple[list[Written], list[Plant]]) -> None:
    some = planted[0][:80]

    assert found_in(some) == found_in(some[::-1])


def test_official_wording_alone_is_no_copy() -> None:
    official = "".join(
        f"{row.label}。" for table in FORMS["2021-30"].tables for row in (*table.rows, *table.columns)
    )
    law = (
        "行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。"
        "行政机关收到政府信息公开申请，能够当场答复的，应当当场予以答复。行政机关不能当场答复的，应当自收到"
        "申请之日起20个工作日内予以答复；需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人。"
    )
    reports = [
        Written(f"reports/{code}/{year}.md", authority, year, {1: (law,), 3: (official,)})
        for code, authority, year in (("a", YAODU, 2021), ("b", SHAOGANG, 2021))
    ]

    assert found_in(reports) == {}


@pytest.mark.parametrize(
    ("shared", "may_be"),
    [
        ([(place, SHORT) for place in range(0, 240, 40)], True),
        ([(place, SHORT) for place in range(0, 600, 100)], False),  # scattered
        ([(place, SHORT) for place in range(0, 160, 40)], False),  # too few
        ([(place, LONG) for place in range(0, 18, 3)], False),  # one sentence of a template
        ([(place, LONG) for place in range(0, 54, 9)], True),  # two of them
        ([(0, SHORT), *((place, LONG) for place in range(0, 18, 3))], True),  # in words of its own
    ],
)
def test_a_proof_is_sought_where_shingles_stand_together_and_are_enough(
    shared: list[tuple[int, int]], may_be: bool
) -> None:
    assert enough(shared) is may_be


def test_repeated_letters_are_compared_in_short_time() -> None:
    assert len(shared_passages("公开" * 20_000, "公" * 40_000, lambda shingle: False)) == 0
    assert shared_passages("公开" * 5000, "公开" * 5000, lambda shingle: False)[0].equal == 10_000


def test_names_and_years_of_others_left_in_a_passage_are_told() -> None:
    text = "2019年，青铜峡市邵岗镇人民政府在山西省临汾市的帮助下公开了信息。"

    left = foreign(text, YAODU, 2021, SHAOGANG, 2019)

    assert left.names == ("青铜峡市", "邵岗镇人民政府")
    assert left.years == (2019,)


def test_own_names_and_the_own_year_are_no_evidence() -> None:
    text = "2021年，山西省临汾市尧都区人民政府比2020年多公开了信息。"

    for one, other in combinations((YAODU, SHAOGANG), 2):
        assert foreign(text, one, 2021, other, 2020) == ((), ())
