"""The pages of an archive: which there are, and what they show."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factory import make_reports, zero_report
from nianbao.cells import Cell, State
from nianbao.compare import INDICATORS
from nianbao.forms import FORMS
from nianbao.model import Paragraph, Region, Report, Scope, Section, TableSlot
from nianbao.render.archive_view import ArchiveView, Entry, archive_view
from nianbao.render.authority_page import authority_view
from nianbao.render.figure_rows import check_words
from nianbao.render.glossary_page import glossary_view
from nianbao.render.home_page import home_view
from nianbao.render.key_figures import key_figures
from nianbao.render.method_page import method_view
from nianbao.render.original_page import original_view
from nianbao.render.pages import generated_pages, handwritten_view
from nianbao.render.peer_lists import peer_groups, rank_list
from nianbao.render.quality import quality
from nianbao.render.region_page import region_view
from nianbao.render.report_page import report_view
from nianbao.render.table_layout import LAYOUTS
from nianbao.render.year_page import year_view
from nianbao.render.year_tree import MOST_ROWS, year_tree
from nianbao.rules import RULES, Outcome, Severity, Verdict

ZERO = zero_report("2021-30")


def entry(report: Report, failed: tuple[Outcome, ...] = (), held: int = 3) -> Entry:
    """An entry whose light report has no prose, as the archive's loader makes it."""
    year = f"{report.year}-aggregate" if report.scope is Scope.AGGREGATE else report.year
    province = report.authority.region.code[:2] or "00"
    return Entry(
        path=f"reports/{province}/{report.authority.id}/{year}.md",
        report=replace(report, lead=(), sections=()),
        load=lambda: report,
        failed=failed,
        held=held,
        original=lambda: "第一行\n<b>第二行</b>",
        download="originals/0123.bin",
    )


def archive(*reports: Report) -> ArchiveView:
    return archive_view(entry(report) for report in reports)


def outcome(severity: Severity) -> Outcome:
    return Outcome("X-01", Verdict.FAILS, severity, (), "不符。")


def with_total(report: Report, address: str, value: int | None) -> Report:
    cell = Cell(State.BLANK) if value is None else Cell(State.REPORTED, Decimal(value), str(value))
    return replace(report, cells={**report.cells, address: cell})


def test_every_page_has_its_own_path_and_a_view() -> None:
    found = list(generated_pages(archive(*make_reports(12))))
    assert len({spec.path for spec in found}) == len(found)
    assert {spec.template for spec in found} == {
        "report.html",
        "original.html",
        "changes.html",
        "authority.html",
        "compare.html",
        "years.html",
        "year.html",
        "regions.html",
        "region.html",
        "quality.html",
        "quality_rule.html",
        "indicators.html",
        "indicator.html",
        "indicator_year.html",
    }
    for spec in found:
        assert spec.view() is not None
        assert spec.title
        assert spec.description


def test_only_the_pages_with_data_have_a_handwritten_view() -> None:
    empty = archive()
    assert handwritten_view("about.md", empty) is None
    assert handwritten_view("method.md", empty) == method_view(quality(()))
    assert handwritten_view("glossary.md", empty) == glossary_view()
    assert handwritten_view("index.md", empty) == home_view(empty)


def test_a_large_year_is_split_by_province() -> None:
    many = [
        replace(
            ZERO,
            authority=replace(
                ZERO.authority,
                id=f"{code}-{number}",
                region=Region(code=code, province=name, prefecture="市", county="县"),
            ),
        )
        for code, name in (("141002", "山西省"), ("330106", "浙江省"))
        for number in range(MOST_ROWS // 2 + 1)
    ]
    view = archive(*many)
    tree = year_tree(ZERO.year, view.years[ZERO.year])
    whole, province = year_view(view, tree, ()), year_view(view, tree.children[0], (tree,))
    assert [len(group.rows) for group in whole.groups] == []
    assert [(count.link.text, count.reports) for count in whole.parts] == [
        ("山西省", MOST_ROWS // 2 + 1),
        ("浙江省", MOST_ROWS // 2 + 1),
    ]
    assert [len(group.rows) for group in province.groups] == [MOST_ROWS // 2 + 1]
    paths = [spec.path for spec in generated_pages(view)]
    assert f"years/{ZERO.year}/14.md" in paths


def test_a_municipality_has_no_prefecture_page() -> None:
    region = Region(code="110101", province="北京市", county="东城区")
    view = archive(replace(ZERO, authority=replace(ZERO.authority, region=region)))
    assert set(view.regions) == {"11", "110101"}
    assert [step.text for step in region_view(view, "110101").trail] == ["地区", "北京市", "东城区"]


def test_a_report_without_a_known_place_is_still_found() -> None:
    view = archive(replace(ZERO, authority=replace(ZERO.authority, region=Region())))
    page = region_view(view, "")
    assert (page.name, page.reports) == ("所在地待确认", 1)
    assert "regions/unplaced.md" in [spec.path for spec in generated_pages(view)]


def test_a_region_shows_what_is_below_it_and_its_own_authorities() -> None:
    prefecture = Region(code="141000", province="山西省", prefecture="临汾市")
    county = replace(prefecture, code="141002", county="尧都区")
    city, district = (
        replace(ZERO, authority=replace(ZERO.authority, id=name, region=region, name=name))
        for name, region in (("市", prefecture), ("区", county))
    )
    view = region_view(archive(city, district), "1410")
    assert [(count.link.text, count.link.path) for count in view.lower] == [("尧都区", "regions/141002/")]
    assert [item.authority.text for item in view.authorities] == ["市"]
    assert view.reports == 2


def test_the_years_of_an_authority_name_gaps_and_the_change_of_form() -> None:
    old = replace(zero_report("2019-60"), year=2020)
    view = authority_view([entry(old), entry(replace(ZERO, year=2023))])
    assert [(step.year, bool(step.reports)) for step in view.strip] == [
        (2020, True),
        (2021, False),
        (2022, False),
        (2023, True),
    ]
    assert view.gaps == (2021, 2022)
    (change,) = view.changes
    assert "不能比较" in change


def test_own_and_aggregate_report_of_a_year_have_one_page_each() -> None:
    own, all_of = ZERO, replace(ZERO, scope=Scope.AGGREGATE)
    view = archive(own, all_of)
    (strip,) = authority_view(view.entries).strip
    assert [report.link.text for report in strip.reports] == ["本机关", "汇总"]


def test_the_years_beside_a_report_are_those_of_the_same_scope() -> None:
    reports = [
        replace(ZERO, year=2022),
        replace(ZERO, year=2023),
        replace(ZERO, year=2024, scope=Scope.AGGREGATE),
    ]
    view = archive(*reports)
    page = report_view(view.entries[1], view)
    assert page.previous
    assert page.previous.text == "2022 年"
    assert page.following is None


def test_a_key_figure_that_is_not_known_is_a_word_and_has_no_change() -> None:
    before = with_total(ZERO, "applications.new.total", 5)
    now = with_total(ZERO, "applications.new.total", None)
    received = key_figures(now, before)[0]
    assert (received.text, received.known, received.note) == ("未填", False, "")


@pytest.mark.parametrize(("value", "words"), [(7, "比上年多 2"), (4, "比上年少 1"), (5, "与上年相同")])
def test_the_change_from_the_year_before_is_told_in_words(value: int, words: str) -> None:
    before = with_total(ZERO, "applications.new.total", 5)
    now = with_total(ZERO, "applications.new.total", value)
    assert key_figures(now, before)[0].note == words
    assert key_figures(now, None)[0].note == ""


def test_a_share_is_a_percentage_only_where_it_rests_on_enough_cases() -> None:
    few = with_total(
        with_total(ZERO, "applications.granted.total", 2), "applications.processed_total.total", 4
    )
    many = with_total(few, "applications.processed_total.total", 40)
    assert key_figures(few, None)[2].note == "办结 4 件之中"
    assert key_figures(many, None)[2].note == "占办结的 5.0%"


def test_more_disclosed_than_processed_is_no_share() -> None:
    granted = with_total(ZERO, "applications.granted.total", 117)
    now = with_total(granted, "applications.processed_total.total", 40)
    assert key_figures(now, None)[2].note == ""


def test_a_level_of_which_none_is_in_the_division_table_is_counted() -> None:
    region = Region(code="910101", province="子虚省", prefecture="镜花市", county="虚白县")
    county = replace(ZERO.authority, level="county", kind="government", region=region)
    view = archive(replace(ZERO, authority=county))
    page = year_view(view, year_tree(ZERO.year, view.years[ZERO.year]), ())
    assert [group.coverage for group in page.groups] == ["收录 1 份"]


def test_a_missing_section_is_said_to_be_missing_and_its_tables_are_still_shown() -> None:
    report = replace(ZERO, sections=tuple(part for part in ZERO.sections if part.number != 4))
    view = archive(report)
    section = report_view(view.entries[0], view).sections[3]
    assert section.missing
    assert section.title == "四、政府信息公开行政复议、行政诉讼情况"
    assert [table.id for part in section.parts for table in part.tables] == ["disputes"]


def test_each_table_stands_once_where_the_report_prints_it() -> None:
    moved = replace(
        ZERO,
        sections=(Section(1, "总体情况", (Paragraph("前"), TableSlot("disputes"), Paragraph("后"))),),
    )
    view = archive(moved)
    sections = report_view(view.entries[0], view).sections
    shown = [table.id for section in sections for part in section.parts for table in part.tables]
    assert sorted(shown) == sorted(layout.table.id for layout in LAYOUTS["2021-30"])
    assert [bool(part.tables) for part in sections[0].parts] == [False, True, False]


def test_a_report_without_a_form_shows_its_prose() -> None:
    view = archive(replace(zero_report(""), sections=(Section(1, "总体情况", (Paragraph("文字"),)),)))
    page = report_view(view.entries[0], view)
    assert page.form_name == ""
    assert [part.html for part in page.sections[0].parts] == ["<p>文字</p>"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", ""])
def test_only_web_addresses_become_links_to_the_source(url: str) -> None:
    view = archive(replace(ZERO, source=replace(ZERO.source, url=url)))
    assert report_view(view.entries[0], view).provenance.url == ""


def test_the_original_is_numbered_and_escaped() -> None:
    page = original_view(entry(ZERO), "一\r\n<b onclick=x>&amp;\n")
    assert page.lines == ('<li id="L1">一</li><li id="L2">&lt;b onclick=x&gt;&amp;amp;</li><li id="L3"></li>')
    assert page.count == 3


def test_a_verdict_in_words_never_calls_unchecked_passed() -> None:
    assert check_words(entry(ZERO)) == "✓ 未见不符"
    assert check_words(entry(ZERO, held=0)) == "… 无法核对"
    assert check_words(entry(ZERO, (outcome(Severity.WARNING),))) == "△ 1 处存疑"
    assert check_words(entry(ZERO, (outcome(Severity.NOTICE),))) == "✓ 未见不符"
    both = (outcome(Severity.WARNING), outcome(Severity.ERROR))
    assert check_words(entry(ZERO, both)) == "✕ 1 处不符"


def test_findings_are_numbered_from_the_loudest() -> None:
    failed = (outcome(Severity.NOTICE), outcome(Severity.ERROR), outcome(Severity.WARNING))
    view = archive_view([entry(ZERO, failed)])
    found = report_view(view.entries[0], view).findings
    assert [(finding.number, finding.word) for finding in found] == [(1, "不符"), (2, "可疑"), (3, "提示")]


def test_hints_and_more_than_three_findings_do_not_push_the_figures_down() -> None:
    def open_of(*severities: Severity) -> int:
        view = archive_view([entry(ZERO, tuple(map(outcome, severities)))])
        return report_view(view.entries[0], view).open

    assert open_of(Severity.NOTICE, Severity.NOTICE) == 0
    assert open_of(Severity.NOTICE, Severity.ERROR, Severity.WARNING) == 2
    assert open_of(*[Severity.ERROR] * 5) == 3


def test_the_method_page_shows_every_rule() -> None:
    assert [item.rule for item in method_view(quality(())).rules] == list(RULES)


def test_every_link_to_the_glossary_finds_its_term() -> None:
    anchors = {term.id for group in glossary_view().groups for term in (*group.rows, *group.columns)}
    for form in FORMS:
        for layout in LAYOUTS[form]:
            html = layout.head + "".join(line.head for line in layout.lines)
            links = {part.split('"')[0] for part in html.split("glossary/#")[1:]}
            assert links
            assert links <= anchors


def test_a_list_of_the_first_places_ends_before_the_zeros_and_what_is_below_them() -> None:
    reports = [
        replace(
            with_total(ZERO, "applications.new.total", value),
            authority=replace(ZERO.authority, id=f"330106-{number}"),
        )
        for number, value in enumerate((-3, 0, 5))
    ]
    (group,) = peer_groups(archive(*reports).entries)
    found = rank_list(group, INDICATORS["received"], 5)
    assert found
    assert ([place.figure.text for place in found.places], found.left) == (["5"], 2)
