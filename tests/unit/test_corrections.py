from datetime import date
from decimal import Decimal

import pytest

from factory import zero_report
from nianbao.archive import dump, dump_trace, load
from nianbao.cells import State
from nianbao.corrections import Correction, apply_corrections, corrections_path, parse_corrections
from nianbao.errors import ContentError

ENTRY = "- {cell: applications.new.total, from: '0', to: '3', why: 扫描模糊, who: 张三, when: 2026-11-01}"
CORRECTION = Correction(
    "applications.new.total", "0", "3", "扫描模糊", "张三", date(2026, 11, 1), "corrections/x.yml:2"
)


def test_a_file_names_cell_figures_reason_person_and_day() -> None:
    assert parse_corrections(f"corrections:\n{ENTRY}\n", "corrections/x.yml") == (CORRECTION,)


def test_a_correction_changes_its_cell_and_says_so() -> None:
    report = apply_corrections(zero_report("2021-30"), (CORRECTION,))
    cell = report.cells["applications.new.total"]

    assert (cell.state, cell.value) == (State.REPORTED, Decimal(3))
    assert "张三" in cell.why
    assert report.notes[-1].code == "corrected"
    assert "扫描模糊" in report.notes[-1].text


def test_a_corrected_report_survives_the_archive() -> None:
    report = apply_corrections(zero_report("2021-30"), (CORRECTION,))

    assert load(dump(report), "x.md", dump_trace(report)) == report


def test_a_figure_that_the_original_lacks_is_taken_back() -> None:
    entry = Correction(
        "applications.new.total", "0", "blank", "原文为空", "李四", date(2026, 1, 2), "x.yml:1"
    )
    report = apply_corrections(zero_report("2021-30"), (entry,))

    assert report.cells["applications.new.total"].state is State.BLANK
    assert report.cells["applications.new.total"].value is None


def test_a_correction_whose_cell_now_reads_differently_is_an_error() -> None:
    entry = Correction("applications.new.total", "8", "3", "x", "y", date(2026, 1, 2), "corrections/x.yml:4")

    with pytest.raises(ContentError, match="now reads 0, not 8") as error:
        apply_corrections(zero_report("2021-30"), (entry,))

    assert error.value.where == "corrections/x.yml:4"


def test_a_cell_of_another_form_is_an_error() -> None:
    entry = Correction("art20_9.centralized_procurement.amount", "0", "3", "x", "y", date(2026, 1, 2), "x:1")

    with pytest.raises(ContentError, match="no cell of form"):
        apply_corrections(zero_report("2021-30"), (entry,))


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY.replace("to: '3'", "to: 三"),
        ENTRY.replace("to: '3'", "to: '1e3'"),
        ENTRY.replace("who: 张三", "who: ''"),
        ENTRY.replace("when: 2026-11-01", "when: 2026-13-01"),
        ENTRY.replace("why: 扫描模糊, ", ""),
        ENTRY.replace("cell:", "zelle:"),
        f"{ENTRY}\n{ENTRY}",
    ],
)
def test_an_incomplete_correction_is_refused_with_its_line(entry: str) -> None:
    with pytest.raises(ContentError) as error:
        parse_corrections(f"corrections:\n{entry}\n", "x.yml")

    assert error.value.where in ("x.yml:2", "x.yml:3")


def test_corrections_lie_where_their_report_lies() -> None:
    assert (
        corrections_path("reports/14/141002-a/2020-aggregate.md")
        == "corrections/14/141002-a/2020-aggregate.yml"
    )
