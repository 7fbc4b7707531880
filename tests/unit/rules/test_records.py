"""What the rules keep of a report for the others: little, and nothing of it is lost."""

import dataclasses
import tracemalloc

from factory import make_reports, zero_report
from nianbao.cells import Cell, State
from nianbao.model import Scope
from nianbao.rules import Survey, record
from nianbao.rules.records import packed, unpacked

SOME = tuple(make_reports(60, seed=5))
MANY = 300  # so many that empty tables do not count
MOST = 600  # bytes of a report of a government, which has the most figures, that stay in memory


def test_a_record_is_packed_and_unpacked_without_loss() -> None:
    records = [*map(record, SOME), record(zero_report(""))]

    assert records == [unpacked(packed(each)) for each in records]


def test_a_record_keeps_which_cells_carry_no_number_and_which_were_inferred() -> None:
    report = zero_report("2021-30")
    first, second, *_ = report.cells
    cells = {first: Cell(State.BLANK), second: Cell(State.INFERRED, report.cells[second].value)}
    kept = unpacked(packed(record(dataclasses.replace(report, cells={**report.cells, **cells}))))

    assert (kept.unknown, kept.inferred) == ({first}, {second})
    assert kept.value(first) is None
    assert kept.value(second) == 0


def test_a_survey_keeps_some_half_a_kilobyte_of_a_report() -> None:
    records = [record(report) for report in make_reports(MANY, seed=5)]
    tracemalloc.start()
    survey = Survey(records)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    found = survey.neighbours(records[0])
    assert {*found.years, *found.other_scope} == {2020, 2021, 2022, 2023, 2024}
    assert kept / MANY < MOST


def test_an_authority_is_never_like_itself_nor_like_others_with_little_text() -> None:
    report = zero_report("2021-30")
    own = [dataclasses.replace(report, scope=scope) for scope in Scope]
    other = dataclasses.replace(report, authority=dataclasses.replace(report.authority, id="330106-other"))
    survey = Survey(map(record, (*own, other)))

    assert survey.neighbours(record(report)).alike == ()
