"""Whom a broken identity blames: one cell where only one can be wrong, else nobody; and whose mistake."""

import dataclasses
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistent import consistent_report, with_figure
from factory import zero_report
from nianbao.cells import Cell, Place, State
from nianbao.forms import FORMS
from nianbao.model import Note, Report
from nianbao.rules import BY_ID, Doubt, Outcome, check

SUMS = [BY_ID[rule] for rule in ("APP-01", "APP-02", "APP-03", "REV-01", "REV-02", "REV-03")]
GRANTED = "applications.granted.natural_person"


def broken(report: Report) -> list[Outcome]:
    return [outcome for outcome in check(report, SUMS) if outcome.failed]


def figures(report: Report, **told: int) -> Report:
    for address, value in told.items():
        report = with_figure(report, address.replace("__", "."), Decimal(value))
    return report


@settings(deadline=None)  # the rules are slow where many tests run at once
@given(
    seed=st.integers(0, 10**6),
    form=st.sampled_from(tuple(FORMS)),
    cell=st.integers(0, 10**4),
    value=st.integers(0, 10**6),
)
def test_any_single_change_in_applications_is_traced_to_its_cell_and_value(
    seed: int, form: str, cell: int, value: int
) -> None:
    report = consistent_report(Random(seed), form)
    addresses = FORMS[form].table("applications").addresses()
    address = addresses[cell % len(addresses)]
    right = report.cells[address].value

    found = broken(with_figure(report, address, Decimal(value)))

    assert {outcome.suspect for outcome in found} == ({(address, right)} if value != right else set())


def test_two_wrong_cells_in_one_row_blame_nobody() -> None:
    report = with_figure(zero_report("2021-30"), GRANTED, Decimal(3))
    report = with_figure(report, "applications.granted.other", Decimal(5))

    assert {outcome.suspect for outcome in broken(report)} == {None}


def test_two_wrong_cells_that_share_no_sum_are_both_blamed() -> None:
    report = with_figure(zero_report("2021-30"), GRANTED, Decimal(3))
    report = with_figure(report, "applications.new.other", Decimal(5))

    assert {outcome.suspect for outcome in broken(report)} == {
        (GRANTED, 0),
        ("applications.new.other", 0),
    }


def test_a_sum_of_disputes_alone_does_not_tell_which_of_its_cells_is_wrong() -> None:
    report = figures(zero_report("2021-30"), disputes__reconsideration__total=3)

    (outcome,) = broken(report)

    assert outcome.suspect is None
    assert "“行政复议”一行“总计”一栏应填 0" in outcome.clerk


def test_a_repair_never_makes_a_count_negative() -> None:
    """The row is too large by 2: of its cells only 自然人 can lose 2, and 总计 is held by its column."""
    report = with_figure(zero_report("2021-30"), "applications.new.natural_person", Decimal(2))
    lost = Cell(State.MISSING)
    unread = {address: lost for address in report.cells if address.startswith("applications.carried_forward")}
    report = dataclasses.replace(report, cells={**report.cells, **unread})

    assert [outcome.suspect for outcome in broken(report)] == [None]

    held = {"applications.carried_forward.total": report.cells[GRANTED]}
    report = dataclasses.replace(report, cells={**report.cells, **held})

    assert [outcome.suspect for outcome in broken(report)] == [("applications.new.natural_person", 0)]


def test_a_cell_whose_other_sum_holds_is_not_blamed() -> None:
    """Only the column is broken: every cell of it stands in a row that holds."""
    report = with_figure(zero_report("2021-30"), GRANTED, Decimal(3))
    report = with_figure(report, "applications.granted.total", Decimal(3))

    found = broken(report)

    assert {outcome.rule for outcome in found} == {"APP-03"}
    assert {outcome.suspect for outcome in found} == {None}


def test_the_clerk_is_told_which_cell_to_change_and_to_what() -> None:
    (row, column) = broken(with_figure(zero_report("2021-30"), GRANTED, Decimal(3)))

    assert row.clerk == column.clerk
    assert "表三“（一）予以公开”一行“自然人”一栏：现填 3，改为 0 后" in row.clerk


def _read_as(cell: Cell) -> Report:
    report = with_figure(zero_report("2021-30"), "applications.granted.total", Decimal(2))
    return dataclasses.replace(report, cells={**report.cells, GRANTED: cell})


def test_a_sum_with_an_inferred_cell_may_be_our_mistake() -> None:
    inferred = Cell(State.INFERRED, Decimal(1), "10", by="APP-03")

    assert {outcome.doubt for outcome in broken(_read_as(inferred)) if outcome.rule == "APP-02"} == {
        Doubt.READING
    }


def test_a_sum_of_plainly_printed_cells_is_the_authoritys() -> None:
    plain = Cell(State.REPORTED, Decimal(1), "1")

    assert {outcome.doubt for outcome in broken(_read_as(plain))} == {Doubt.AUTHORITY}


@pytest.mark.parametrize(
    "note",
    [
        Note("header-remnant", "“收到和处理政府信息公开申请情况”表的表头只剩“自”，数字按栏次读取"),
        Note("table-joined", "表格在原文中有 1 处被分页断开，已按顺序接上", Place(7)),
    ],
    ids=lambda note: note.code,
)
def test_a_sum_with_a_cell_that_a_repair_moved_may_be_our_mistake(note: Note) -> None:
    report = _read_as(Cell(State.REPORTED, Decimal(1), "1", Place(7, 3)))

    found = broken(dataclasses.replace(report, notes=(note,)))

    assert Doubt.READING in {outcome.doubt for outcome in found}


def test_every_finding_tells_the_clerk_what_to_do() -> None:
    report = consistent_report(Random(1), "2021-30")
    damaged = figures(report, art20_1__rules__issued=5, applications__new__other=1)
    failed = [outcome for outcome in check(damaged) if outcome.failed]

    assert len(failed) > 1
    assert [outcome.rule for outcome in failed if not outcome.clerk.endswith("。")] == []
