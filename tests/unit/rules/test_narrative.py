"""Planted contradictions of prose and tables, in words of our own and in those of real reports."""

import dataclasses
from collections.abc import Mapping
from decimal import Decimal

import pytest

from consistent import with_figure
from factory import zero_report
from factory_authorities import authority
from narrative.score import measure
from narrative.template import source
from nianbao.model import Paragraph, Report, Section
from nianbao.rules import Outcome, Severity, check
from nianbao.rules.narrative_rows import NARRATIVE

COUNT = 250
RECALL = 0.95
FALSE = 1 / 100


@pytest.mark.parametrize("name", ["known", "unseen", "observed", "voices"])
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


def _contradiction(prose: str, cells: Mapping[str, int], *rules: str) -> Outcome:
    """Return the only finding of the rules in a city with these figures."""
    report = _city(prose)
    for cell, value in cells.items():
        report = with_figure(report, cell, Decimal(value))
    (found,) = [each for each in check(report, NARRATIVE) if each.rule in rules and each.failed]
    return found


def _contradicted(prose: str) -> list[tuple[Decimal | None, Decimal | None]]:
    return [(each.left, each.right) for each in check(_city(prose), NARRATIVE) if each.failed and each.left]


@pytest.mark.parametrize(
    ("prose", "contradicted"),
    [
        ("全市共收到政府信息公开申请39件，办结33件，结转下年度5件。", [(33, 34)]),
        ("全市共收到政府信息公开申请49件，办结34件，结转下年度5件。", [(49, 39)]),
        ("政府信息公开申请由办公室受理4件、由各部门受理35件，合计新收政府信息公开申请39件。", []),
        ("全市共收到政府信息公开申请39件，办结34件。市政府办公室收到政府信息公开申请7件。", []),
        ("全市共收到政府信息公开申请912件，办结900件。市政府办公室收到政府信息公开申请39件。", []),
        ("全市共收到政府信息公开申请912件。市政府办公室收到政府信息公开申请38件。", [(38, 39)]),
        ("市政府办代表市政府受理政府信息公开申请17件，均已答复。", []),
        ("全市共收到政府信息公开申请38件。", [(38, 39)]),
    ],
)
def test_the_prose_tells_whether_a_citys_tables_are_of_the_whole_city(
    prose: str, contradicted: list[tuple[int, int]]
) -> None:
    assert contradicted == _contradicted(prose)


def test_a_figure_of_the_area_far_from_the_table_is_a_notice_where_the_body_tells_none_of_its_own() -> None:
    found = _contradiction("全市共收到政府信息公开申请912件。", {}, "NAR-01")
    assert (found.severity, found.left, found.right) == (Severity.NOTICE, 912, 39)


@pytest.mark.parametrize(("own", "findings"), [(48, [("NAR-01", Severity.NOTICE, 48, 39)]), (7, [])])
def test_an_office_that_received_more_than_the_whole_city_is_a_notice(own: int, findings: object) -> None:
    whole = "全市共收到政府信息公开申请39件，办结34件。"
    assert _heard(f"{whole}市政府办公室收到政府信息公开申请{own}件。") == findings


@pytest.mark.parametrize(("shown", "contradicted"), [(13, []), (41, []), (14, [(14, 13)])])
def test_what_is_shown_is_that_of_the_year_or_all(shown: int, contradicted: list[tuple[int, int]]) -> None:
    report = zero_report("2019-60")
    prose = (Section(1, "", (Paragraph(f"对外公开规范性文件{shown}件。"),)),)
    for column, value in (("newly_disclosed", 13), ("total_disclosed", 41)):
        cell = f"art20_1.normative_documents.{column}"
        report = with_figure(dataclasses.replace(report, sections=prose), cell, Decimal(value))
    told = [each for each in check(report, NARRATIVE) if each.rule == "NAR-08" and each.failed]
    assert [(each.left, each.right) for each in told] == contradicted


@pytest.mark.parametrize("prose", ["全市新公开规章3件。", "全市对外公开规范性文件总数20件，新制作2件。"])
def test_what_the_form_has_no_cell_for_is_held_against_nothing(prose: str) -> None:
    assert _contradicted(prose) == []


def _heard(prose: str) -> list[tuple[str, Severity, Decimal | None, Decimal | None]]:
    outcomes = [each for each in check(_city(prose), NARRATIVE) if each.failed]
    return [(each.rule, each.severity, each.left, each.right) for each in outcomes]


def test_a_total_in_words_that_are_not_all_known_is_only_a_notice() -> None:
    words = "新收量居前三位的单位合计收到政府信息公开申请9件。"
    assert _heard(words) == [("NAR-01", Severity.NOTICE, 9, 39)]
    assert _heard(f"共收到政府信息公开申请39件。{words}") == []  # the whole is told, so this is a part


@pytest.mark.parametrize(
    ("prose", "right"),
    [
        ("不予公开9件，占办结数34件的36.5%。", Decimal("26.47")),
        ("收到的39件申请中，自然人申请占60%（9件）。", Decimal("23.08")),
        ("政策解读由8篇增加到10篇，增长30%。", Decimal("25.00")),
    ],
)
def test_a_percentage_follows_from_what_its_sentence_gives(prose: str, right: Decimal) -> None:
    told = [each for each in check(_city(prose), NARRATIVE) if each.failed and each.rule == "NAR-10"]
    assert [right] == [each.right for each in told]


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("发布的34篇政策解读由图表图解13篇、视频5篇、文字解读15篇组成。", (34, 33)),
        ("办理人大代表建议5件、政协委员提案4件，共10件，全部办复。", (10, 9)),
        ("公开信息分为三类的30条：政策类9条、动态类9条、公告类9条。", (30, 27)),
    ],
)
def test_the_parts_that_a_sentence_lists_make_its_total(prose: str, figures: tuple[int, int]) -> None:
    told = [each for each in check(_city(prose), NARRATIVE) if each.failed and each.rule == "NAR-11"]
    assert [figures] == [(each.left, each.right) for each in told]


@pytest.mark.parametrize(
    "prose",
    [
        "公开信息34条，其中政策解读13篇、视频5篇。",
        "公开信息34条，其中政策类13条、动态类9条等。",
        "公开信息34条，其中政策类13条、动态类9条；微信发布9条。",
        "公开信息较上年减少11条，其中：网站9条、微信30条。",
        "办理建议5件，收到提案4件，培训3场，共召开会议6场。",
        "许可决定985件，处罚决定613件（其中简易程序522件），强制14件。",
        "不予公开7件（其中案卷类4件、合法权益3件），无法提供8件，其他2件。",
        "提起诉讼19件，其中直接起诉10件，复议后起诉9件，被纠正2件。",
        "予以公开183件；无法提供136件，其中不掌握121件；不予处理40件；其他22件。",
        "收到建议12件、提案15件，其中主办19件、协办8件。",
    ],
)
def test_a_list_that_is_not_closed_is_not_added_up(prose: str) -> None:
    assert [each for each in check(_city(prose), NARRATIVE) if each.failed and each.rule == "NAR-11"] == []


@pytest.mark.parametrize(
    ("prose", "severity", "beside"),
    [
        ("政府信息公开申请不予公开14件。", Severity.NOTICE, "属于三类内部事务信息为 14"),
        ("政府信息公开申请不予公开100件。", Severity.NOTICE, "属于国家秘密为 100"),
        ("政府信息公开申请不予公开15件。", Severity.WARNING, ""),
        ("政府信息公开申请因国家秘密不予公开114件。", Severity.NOTICE, "不予公开各行之和为 114"),
        ("收到政府信息公开申请39件，自然人申请7件。", Severity.NOTICE, "表三不予公开各行之和的自然人为 7"),
        ("收到政府信息公开申请39件，自然人申请8件。", Severity.WARNING, ""),
    ],
)
def test_a_contradiction_that_may_speak_of_the_cell_beside_is_a_notice(
    prose: str, severity: Severity, beside: str
) -> None:
    figures = {"state_secret.total": 100, "internal_affairs.total": 14, "state_secret.natural_person": 7}
    cells = {f"applications.denied.{cell}": value for cell, value in figures.items()}
    found = _contradiction(prose, cells, "NAR-05", "NAR-12")
    assert (found.severity, beside in found.message) == (severity, True)


@pytest.mark.parametrize(
    ("prose", "severity", "beside"),
    [
        ("政府信息公开行政复议19件。", Severity.NOTICE, "复议后起诉总计为 19"),
        ("政府信息公开行政复议23件。", Severity.NOTICE, "行政复议结果纠正为 23"),
        ("政府信息公开行政复议24件。", Severity.WARNING, ""),
        ("政府信息公开行政复议结果纠正19件。", Severity.WARNING, ""),
    ],
)
def test_a_dispute_that_may_be_the_one_beside_is_a_notice(
    prose: str, severity: Severity, beside: str
) -> None:
    figures = {"litigation_after_reconsideration.total": 19, "reconsideration.corrected": 23}
    found = _contradiction(prose, {f"disputes.{cell}": value for cell, value in figures.items()}, "NAR-06")
    assert (found.severity, beside in found.message) == (severity, True)


def test_where_the_prose_tells_the_figure_of_the_table_too_another_is_a_notice() -> None:
    prose = "因政府信息公开被申请行政复议10件。全年行政复议案件共231件。"
    found = _contradiction(prose, {"disputes.reconsideration.total": 10}, "NAR-06")
    assert (found.severity, found.left, found.right) == (Severity.NOTICE, 231, 10)
    assert "另有一处与表格一致" in found.message


def test_what_was_brought_forward_and_told_is_not_left_out_of_what_was_finished() -> None:
    prose = "收到政府信息公开申请38件，上年结转1件，已办结33件，结转下年度5件。"
    cells = {"applications.new.total": 38, "applications.brought_forward.total": 1}
    found = _contradiction(prose, cells, "NAR-02")
    assert (found.left, found.right) == (33, 34)


@pytest.mark.parametrize(
    ("prose", "contradicted"),
    [
        ("市政府新收政府信息公开申请14件；部门新收政府信息公开申请25件。", []),
        ("市政府新收政府信息公开申请14件；部门新收政府信息公开申请24件。", [(14, 39), (24, 39)]),
        ("收到政府信息公开申请39件，答复30件，不予处理4件。", []),
        ("收到政府信息公开申请39件，答复31件，不予处理4件。", [(31, 34)]),
        ("收到政府信息公开申请39件，答复30件，其中予以公开0件、不予处理4件。", [(30, 34)]),
        ("收到政府信息公开申请39件，申请人主动撤销9件，答复25件。", []),
        ("收到政府信息公开申请39件，申请人主动撤销9件，答复26件。", [(26, 34)]),
        ("受理线上政府信息公开申请30件，办结25件，受理线下政府信息公开申请9件，已办结。", []),
        ("收到政府信息公开申请39件（30件网上申请，9件信函申请），答复25件。", [(25, 34)]),
    ],
)
def test_figures_of_a_sentence_that_make_the_tables_together_are_no_contradiction(
    prose: str, contradicted: list[tuple[int, int]]
) -> None:
    report = with_figure(_city(prose), "applications.not_processed.repeated.total", Decimal(4))
    found = [(each.left, each.right) for each in check(report, NARRATIVE) if each.failed and each.left]
    assert found == contradicted


def test_new_cases_beside_those_brought_forward_are_no_part_of_a_sum() -> None:
    prose = "收到政府信息公开申请41件（含新收30件、上年结转2件）。"
    made = _contradiction(prose, {"applications.brought_forward.total": 2}, "NAR-01")
    assert (made.left, made.right) == (30, 39)


@pytest.mark.parametrize("licences", [12, 13])
def test_decisions_of_the_system_are_compared_where_the_table_has_them(licences: int) -> None:
    prose = "全系统作出行政许可决定12件、行政处罚决定35件。"
    bureau = dataclasses.replace(authority(20), name="杭州市市场监督管理局", kind="department")
    report = dataclasses.replace(_city(prose), authority=bureau)
    report = with_figure(report, "art20_5.administrative_licenses.decisions", Decimal(licences))
    report = with_figure(report, "art20_6.administrative_penalties.decisions", Decimal(53))
    found = [
        (each.left, each.right) for each in check(report, NARRATIVE) if each.rule == "NAR-09" and each.failed
    ]
    assert found == ([(35, 53)] if licences == 12 else [])


@pytest.mark.parametrize(
    ("prose", "right"),
    [
        ("收到政府信息公开申请55件（其中上年结转2件）。", 41),
        ("收到政府信息公开申请55件，上年结转2件。", 39),
        ("全年办理政府信息公开申请55件，结转下年度5件。", 34),
        ("收到政府信息公开申请39件，办理55件。", 34),
        ("全年办理政府信息公开申请55件。", 41),
    ],
)
def test_a_figure_stands_beside_what_its_sentence_lets_it_count(prose: str, right: int) -> None:
    report = with_figure(_city(prose), "applications.brought_forward.total", Decimal(2))
    found = [(each.left, each.right) for each in check(report, NARRATIVE) if each.failed and each.left == 55]
    assert found == [(55, right)]


def test_all_finished_stands_against_what_is_carried_forward() -> None:
    made = _contradiction("收到政府信息公开申请39件，已全部办理完毕。", {}, "NAR-13")
    assert (made.left, made.right) == (0, 5)
