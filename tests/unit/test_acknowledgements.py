"""Findings explained by a person: they count no more, and nothing is lost when they change."""

from dataclasses import replace
from decimal import Decimal

import pytest

from findings import KNOWN, RECEIVED, broken, told_report
from nianbao.acknowledgements import (
    acknowledgements_path,
    parse_acknowledgements,
    quoted,
    sort_out,
)
from nianbao.errors import ContentError
from nianbao.rules import Words

ENTRY = (
    "- {rule: NAR-01, cells: [applications.new.total], words: 64件, left: '64', right: '0', "
    "why: 正文含下属单位, who: 张三, when: 2026-11-01}"
)
REPORT = told_report()


def test_a_file_names_rule_place_figures_reason_person_and_day() -> None:
    assert parse_acknowledgements(f"acknowledgements:\n{ENTRY}\n", "a.yml") == (KNOWN,)


def test_an_explained_finding_is_kept_with_its_reason_and_no_longer_open() -> None:
    other = broken("APP-02", words=(), cells=("applications.new.other",))

    done = sort_out(REPORT, [broken(), other], [KNOWN])

    assert done.open == (other,)
    assert done.explained == ((broken(), KNOWN),)
    assert done.problems == ()


@pytest.mark.parametrize(
    "change",
    [
        {"left": Decimal(65)},
        {"right": None},
        {"words": "65件"},
        {"cells": ("applications.new.other",)},
        {"rule": "NAR-02"},
    ],
)
def test_an_explanation_of_something_else_explains_nothing_and_is_a_problem(change: dict) -> None:
    done = sort_out(REPORT, [broken()], [replace(KNOWN, **change)])

    assert done.open == (broken(),)
    assert done.explained == ()
    (problem,) = done.problems
    assert problem.where == "a.yml:2"


def test_a_problem_names_the_figures_that_stand_there_now() -> None:
    (problem,) = sort_out(REPORT, [broken(left=70)], [KNOWN]).problems

    assert "70 与 0" in problem.what


def test_an_explanation_that_fits_two_findings_asks_for_more_cells() -> None:
    both = [broken(), broken(cells=("applications.new.total", "applications.new.other"))]

    done = sort_out(REPORT, both, [KNOWN])

    assert done.open == tuple(both)
    assert "2 处" in done.problems[0].what


def test_a_finding_on_the_whole_report_needs_neither_cells_nor_words() -> None:
    outcome = broken("SEC-02", cells=(), words=(), left=None, right=None)
    entry = replace(KNOWN, rule="SEC-02", cells=(), words="", left=None, right=None)

    assert sort_out(REPORT, [outcome], [entry]).explained == ((outcome, entry),)


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY.replace("left: '64'", "left: 六十四"),
        ENTRY.replace("left: '64'", "left: NaN"),
        ENTRY.replace("who: 张三", "who: ' '"),
        ENTRY.replace("when: 2026-11-01", "when: 2026-13-01"),
        ENTRY.replace("why: 正文含下属单位, ", ""),
        ENTRY.replace("rule:", "regel:"),
        ENTRY.replace("[applications.new.total]", "applications.new.total"),
    ],
)
def test_an_incomplete_explanation_is_refused_with_its_line(entry: str) -> None:
    with pytest.raises(ContentError) as error:
        parse_acknowledgements(f"acknowledgements:\n{entry}\n", "a.yml")

    assert error.value.where == "a.yml:2"


def test_explanations_lie_where_their_report_lies() -> None:
    assert (
        acknowledgements_path("reports/14/141002-a/2020-aggregate.md")
        == "acknowledgements/14/141002-a/2020-aggregate.yml"
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [(RECEIVED, "64件"), (Words(3, 9, 0, 2), ""), (Words(3, 1, 0, 2), ""), (Words(0, 0, 0, 2), "")],
)
def test_words_are_quoted_from_their_block_and_never_from_a_table(words: Words, text: str) -> None:
    assert quoted(REPORT, words) == text
