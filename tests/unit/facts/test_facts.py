import dataclasses
from typing import NamedTuple

import pytest

from factory import zero_report
from nianbao.facts import Fact, Reach, Relation, facts_of
from nianbao.model import Heading, Paragraph, Report, Section


def _report(*texts: str, section: int = 1) -> Report:
    blocks = tuple(Heading(3, text) if text.startswith("（") else Paragraph(text) for text in texts)
    return dataclasses.replace(zero_report("2021-30"), lead=(), sections=(Section(section, "", blocks),))


def _kinds(*texts: str, section: int = 1) -> list[tuple[str, int]]:
    return [(fact.kind, int(fact.value)) for fact in facts_of(_report(*texts, section=section))]


class Said(NamedTuple):
    text: str
    facts: list[tuple[str, int]]


SAID = (
    Said(
        "因政府信息公开未经复议直接被提起行政诉讼3件，复议后被提起的行政诉讼2件。",
        [("litigation_direct.total", 3), ("litigation_after_reconsideration.total", 2)],
    ),
    Said("因政府信息公开被直接提起行政诉讼3件。", [("litigation_direct.total", 3)]),
    Said("受理政府信息公开申请十二件，较上年增加3件。", [("received", 12)]),
    Said(
        "新收政府信息公开申请12件，上年结转1件，共13件。",
        [("received", 12), ("brought_forward", 1), ("incoming", 13)],
    ),
    Said("3件政府信息公开申请已答复。", [("processed", 3)]),
    Said("收到并办结政府信息公开申请5件。", [("received", 5), ("processed", 5)]),
    Said("办理因政府信息公开申请引发的行政复议36起。", [("reconsideration.total", 36)]),
    Said(
        "政府信息公开行政复议、行政诉讼分别为3件、2件。",
        [("reconsideration.total", 3), ("litigation.total", 2)],
    ),
    Said("政府信息公开行政复议、行政诉讼均为0件。", [("reconsideration.total", 0), ("litigation.total", 0)]),
    Said("政府信息公开行政复议和行政诉讼共5件。", [("disputes.total", 5)]),
    Said("废止行政规范性文件2件，修改行政规范性文件3件。", [("normative_documents.repealed", 2)]),
    Said("收取信息处理费1,200元，行政事业性收费3万元。", [("fee", 1200), ("administrative_charges", 30000)]),
    Said("政府信息公开申请12件中，网上申请10件，当面申请2件。", []),
    Said("政务服务热线受理99件，办结99件。", []),
    Said("如未收到政府信息公开申请的答复，可以申请行政复议。", []),
    Said("依申请公开工作规范，无一件超期，未收到投诉举报。", []),
    Said("制发公文9件，主动公开5件，依申请公开3件，不予公开1件。", [("disclosed", 5)]),
    Said("全年未收到行政许可申请。", []),
    Said("因属于国家秘密等原因不予公开政府信息公开申请3件。", [("denied", 3)]),
    Said(
        "收到政府信息公开申请10件。其中7件按时办结，另有3件申请按照规定延至下年度办理。",
        [("received", 10), ("processed", 7), ("carried_forward", 3)],
    ),
    Said("全年办理各类行政复议案件9件，行政诉讼案件3件，与政府信息公开无关。", []),
    Said("清理行政规范性文件，保留9件，废止3件。", []),
    Said("公开规章9件（含制定5件，废止4件）。", [("rules.newly_disclosed", 9)]),
    Said("抽查中有3件申请答复不规范。", []),
    Said("收到政府信息公开申请3件。12345热线受理9件。其中8件按时办结。", [("received", 3)]),
    Said(
        "未发生政府信息公开举报、投诉、行政复议。",
        [("reconsideration.total", 0)],
    ),
    Said("政府信息公开申请予以公开3件，无法提供2件。", [("granted", 3), ("unable_to_provide", 2)]),
)


@pytest.mark.parametrize("said", SAID, ids=[said.text for said in SAID])
def test_a_sentence_states_its_facts_and_no_others(said: Said) -> None:
    assert said.facts == _kinds(said.text)


def test_a_heading_tells_what_the_paragraph_is_about() -> None:
    assert [("received", 18)] == _kinds("（二）依申请公开情况", "2023年共受理18件。")
    assert [] == _kinds("（二）信访工作", "2023年共受理18件。")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("2022年收到政府信息公开申请3件。", Relation.OTHER_YEAR),
        ("自2008年以来收到政府信息公开申请3件。", Relation.CUMULATIVE),
        ("上半年收到政府信息公开申请3件。", Relation.PART_OF_YEAR),
        ("与2022年相比，政府信息公开申请减少3件，2023年收到政府信息公开申请3件。", Relation.THIS_YEAR),
    ],
)
def test_a_fact_knows_its_time(text: str, relation: Relation) -> None:
    assert relation == facts_of(_report(text))[-1].relation


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("收到政府信息公开申请3件。", Reach.UNSTATED),
        ("我镇收到政府信息公开申请3件。", Reach.OWN),
        ("全县各部门共收到政府信息公开申请3件。", Reach.WHOLE),
        ("县住房保障局收到政府信息公开申请3件。", Reach.OTHER),
    ],
)
def test_a_fact_knows_whose_it_is(text: str, reach: Reach) -> None:
    (fact,) = facts_of(_report(text))
    assert reach == fact.reach


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("全市收到政府信息公开申请9件。其中，予以公开3件。", [Reach.WHOLE, Reach.WHOLE]),
        ("全市收到政府信息公开申请9件。我局收到申请2件。", [Reach.WHOLE, Reach.OWN]),
        ("全市收到政府信息公开申请9件，其中市直部门收到申请4件。", [Reach.WHOLE, Reach.OTHER]),
    ],
)
def test_figures_go_on_about_the_same_body_until_another_is_named(text: str, reaches: list[Reach]) -> None:
    assert reaches == [fact.reach for fact in facts_of(_report(text))]


def test_a_fact_points_at_its_words() -> None:
    text = "今年以来，我镇共收到政府信息公开申请 1,204 件。"
    (fact,) = facts_of(_report(text))
    assert (1, 0, "1,204 件") == (fact.section, fact.block, text[fact.start : fact.end])


def test_the_facts_of_one_report_are_never_those_of_another() -> None:
    first, second = _report("收到政府信息公开申请3件。"), _report("收到政府信息公开申请4件。")
    values = [int(fact.value) for report in (first, second, first) for fact in facts_of(report)]
    assert [3, 4, 3] == values


def test_a_rounded_fact_fits_what_rounds_to_it() -> None:
    (fact,) = facts_of(_report("收到政府信息公开申请120余件。"))
    assert isinstance(fact, Fact)
    assert [True, False] == [fact.fits(fact.value + 7), fact.fits(fact.value + 12)]
