"""Planted contradictions of prose and tables, in words of our own and in those of real reports."""

import dataclasses
from decimal import Decimal

import pytest

from consistent import with_figure
from factory import zero_report
from factory_authorities import authority
from narrative.score import measure
from narrative.template import source
from nianbao.model import Paragraph, Report, Section
from nianbao.rules import check
from nianbao.rules.narrative_rows import NARRATIVE

COUNT = 250
RECALL = 0.95
FALSE = 1 / 100


@pytest.mark.parametrize("name", ["known", "unseen", "observed"])
def test_contradictions_are_found_and_none_is_invented(name: str) -> None:
    score = measure(COUNT, 7, source(name))
    assert score.recall >= RECALL, score.lost
    assert len(score.false) <= FALSE * score.clean, score.false


def _city(prose: str) -> Report:
    """Return the report of a city that does not say whether its tables are of the whole city; 34 + 5 new."""
    report = dataclasses.replace(
        zero_report("2021-30"), authority=authority(20), sections=(Section(1, "", (Paragraph(prose),)),)
    )
    for row, value in (("new", 39), ("processed_total", 34), ("carried_forward", 5)):
        report = with_figure(report, f"applications.{row}.total", Decimal(value))
    return report


def _contradicted(prose: str) -> list[tuple[Decimal | None, Decimal | None]]:
    return [(each.left, each.right) for each in check(_city(prose), NARRATIVE) if each.failed and each.left]


@pytest.mark.parametrize(
    ("prose", "contradicted"),
    [
        ("全市共收到政府信息公开申请39件，办结33件，结转下年度5件。", [(33, 34)]),
        ("全市共收到政府信息公开申请49件，办结34件，结转下年度5件。", [(49, 39)]),
        ("全市共收到政府信息公开申请39件，办结34件。市政府办公室收到政府信息公开申请7件。", []),
        ("全市共收到政府信息公开申请912件，办结900件。市政府办公室收到政府信息公开申请39件。", []),
        ("全市共收到政府信息公开申请912件。市政府办公室收到政府信息公开申请38件。", [(38, 39)]),
        ("市政府办代表市政府受理政府信息公开申请17件，均已答复。", []),
    ],
)
def test_the_prose_tells_whether_a_citys_tables_are_of_the_whole_city(
    prose: str, contradicted: list[tuple[int, int]]
) -> None:
    assert contradicted == _contradicted(prose)


@pytest.mark.parametrize("prose", ["全市新公开规章3件。", "全市对外公开规范性文件总数20件，新制作2件。"])
def test_what_the_form_has_no_cell_for_is_held_against_nothing(prose: str) -> None:
    assert _contradicted(prose) == []
