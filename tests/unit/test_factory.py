"""The generated reports obey the model, repeat exactly, and are as right or as wrong as they say."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings

from factory import YEARS, make_labelled, make_report, make_reports, with_places, zero_report
from factory_authorities import authority
from factory_damage import DAMAGES, Damage
from nianbao.forms import FORMS
from nianbao.model import Block, Heading, Paragraph, Report, TableSlot
from nianbao.rules import Verdict, check
from strategies import reports

SOME = tuple(make_reports(300, seed=7))


def _blocks(report: Report) -> Iterator[Block]:
    yield from report.lead
    for section in report.sections:
        yield from section.blocks


def _texts(report: Report) -> Iterator[str]:
    yield from (report.title, report.authority.name, report.source.path)
    yield from (note.text for note in report.notes)
    yield from (section.title for section in report.sections)
    yield from (block.text for block in _blocks(report) if isinstance(block, Heading | Paragraph))


def _is_a_line(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and not {unicodedata.category(c) for c in text} & {"Cc", "Zl", "Zp"}
    )


def _obeys_the_model(report: Report) -> None:
    form = FORMS[report.form]
    assert list(report.cells) == list(form.addresses())
    slots = [
        (block.table, section.number)
        for section in report.sections
        for block in section.blocks
        if isinstance(block, TableSlot)
    ]
    assert sorted(slots) == sorted((table.id, table.section) for table in form.tables)
    numbers = [section.number for section in report.sections]
    assert numbers == sorted(set(numbers))
    assert [text for text in _texts(report) if not _is_a_line(text)] == []


def test_a_generated_report_obeys_the_model() -> None:
    for report in SOME:
        _obeys_the_model(report)


@settings(max_examples=50, deadline=None)
@given(reports())
def test_an_odd_report_obeys_the_model_and_can_be_checked(report: Report) -> None:
    _obeys_the_model(report)
    assert {outcome.message[-1] for outcome in check(report)} == {"。"}


def test_the_same_seed_gives_the_same_reports() -> None:
    assert tuple(make_reports(30, seed=7)) == SOME[:30]
    assert tuple(make_reports(30, seed=8)) != SOME[:30]


def test_every_authority_has_its_six_years_in_the_form_of_the_year() -> None:
    counted = Counter(report.authority.id for report in SOME)
    assert set(counted.values()) == {len(YEARS)}
    assert all((report.form == "2019-60") == (report.year <= 2020) for report in SOME)


def test_authorities_differ_in_id_and_in_name() -> None:
    authorities = [authority(number) for number in range(5000)]
    assert len({one.id for one in authorities}) == len({one.name for one in authorities}) == 5000


def test_prose_has_the_length_of_real_reports_and_their_oddities() -> None:
    lengths = [sum(map(len, _texts(report))) for report in SOME]
    assert min(lengths) > 1400
    assert max(lengths) < 4500
    text = "\n".join(text for report in SOME for text in _texts(report))
    for odd in ("<script>", "|", "**", "_", "\\", "{{ ", "🎉", "　", "\n# ", "\n- ", "\n> "):
        assert odd in text


@pytest.mark.parametrize("year", YEARS)
def test_without_damage_every_figure_holds(year: int) -> None:
    for seed in range(40):
        report = make_report(seed, year=year, damage=False)
        wrong = [outcome for outcome in check(report) if outcome.verdict is not Verdict.HOLDS]
        assert [outcome for outcome in wrong if outcome.failed and outcome.severity != "notice"] == []
        assert [outcome for outcome in wrong if outcome.cells and outcome.severity != "notice"] == []
        assert ("PUB-06" in {outcome.rule for outcome in wrong}) == (report.period is None)


def test_figures_are_carried_from_year_to_year() -> None:
    for seed in range(100):
        series = [make_report(seed, year=year, damage=False).cells for year in YEARS]
        for before, after in pairwise(series):
            for column in ("natural_person", "other", "total"):
                carried = before[f"applications.carried_forward.{column}"].value
                assert after[f"applications.brought_forward.{column}"].value == carried


@pytest.mark.parametrize("damage", DAMAGES, ids=[damage.name for damage in DAMAGES])
def test_damage_is_noticed_by_its_rule(damage: Damage) -> None:
    for form in damage.forms:
        for seed in range(20):
            clean = make_report(seed, year=2022, form=form, damage=False)
            hurt = damage.apply(Random(seed), clean)
            assert hurt != clean
            assert damage.verdict in {
                outcome.verdict for outcome in check(hurt) if outcome.rule == damage.rule
            }


def test_reports_say_how_they_were_damaged() -> None:
    labelled = [make_labelled(seed, year=2022) for seed in range(300)]
    undamaged = [report for report, done in labelled if not done]
    assert 90 < len(undamaged) < 210
    assert {damage.name for _, done in labelled for damage in done} == {
        damage.name for damage in DAMAGES if "2021-30" in damage.forms
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_report_of_zeros_obeys_the_model(form: str) -> None:
    _obeys_the_model(zero_report(form))


def test_places_change_nothing_else() -> None:
    report = SOME[1]
    placed = with_places(report)
    assert placed != report
    assert all(cell.at is not None for cell in placed.cells.values() if cell.raw)
    bare = {address: cell._replace(at=None) for address, cell in placed.cells.items()}
    assert bare == report.cells
    assert list(_texts(placed)) == list(_texts(report))
