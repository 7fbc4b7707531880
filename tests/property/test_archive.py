"""What the archive writes, it reads back: every value, every doubt, every place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import make_report, with_places
from nianbao.archive import dump, dump_trace, load, load_figures, load_paragraphs
from nianbao.errors import ContentError
from nianbao.model import Paragraph, Report
from strategies import reports


@given(reports())
@settings(max_examples=150, deadline=None)
def test_a_report_survives_the_archive(report: Report) -> None:
    assert load(dump(report), "x.md", dump_trace(report)) == report


@given(reports())
@settings(max_examples=50, deadline=None)
def test_writing_again_what_was_read_gives_the_same_bytes(report: Report) -> None:
    markdown, trace = dump(report), dump_trace(report)
    again = load(markdown, "x.md", trace)

    assert dump(again) == markdown
    assert dump_trace(again) == trace


@given(reports())
@settings(max_examples=100, deadline=None)
def test_the_paragraphs_read_alone_are_those_of_the_report(report: Report) -> None:
    expected = {
        section.number: tuple(block.text for block in section.blocks if isinstance(block, Paragraph))
        for section in report.sections
    }

    assert load_paragraphs(dump(report)) == expected


@pytest.mark.parametrize("seed", range(40))
def test_generated_reports_of_both_forms_survive_the_archive(seed: int) -> None:
    report = with_places(make_report(seed, year=2020 + seed % 3))

    assert load(dump(report), "x.md", dump_trace(report)) == report


@given(st.integers(0, 200), st.data())
@settings(max_examples=60, deadline=None)
def test_a_changed_line_is_read_or_refused_but_never_crashes(seed: int, data: st.DataObject) -> None:
    lines = dump(make_report(seed, year=2021)).split("\n")
    index = data.draw(st.integers(0, len(lines) - 1))
    lines[index] = data.draw(
        st.sampled_from(["", "x", "| a |", "## 七、x", "---", "# x", lines[index][::-1], "\t: ["])
    )

    try:
        load_figures("\n".join(lines), "x.md")
    except ContentError as error:
        assert error.where.startswith("x.md:")
