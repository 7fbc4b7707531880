"""Repairs are idempotent, leave clean input alone, and never change a number."""

import re
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.cells import Place
from nianbao.forms import FORMS
from nianbao.interpret.figures import parse_figure
from nianbao.read import Grid, GridCell, Line
from nianbao.read.document import DocumentBlock
from nianbao.repair import PASSES, Pass

Blocks = tuple[DocumentBlock, ...]

_WORDS = st.sampled_from(
    (
        "规章",
        "自 然 人",
        "总 计",
        "3. 危及“三安全一稳 定”",
        "信息内容",
        "0",
        "１２",
        "1 234",
        "+32",
        "7．5",
        "",
        "—",
    )
)
_PIECES = st.sampled_from(
    (
        "- 4 -",
        "**一是**加强",
        "总 体 情 况",
        "（一）主要做法",
        "做好工作，不断推进政务公开",
        "提升公开质量和实效",
        "。",
        "2020 年",
    )
)
_LINES = st.lists(_PIECES, min_size=1, max_size=5).map("".join)
_ROWS = st.lists(st.lists(_WORDS, min_size=1, max_size=4), min_size=1, max_size=4)


@st.composite
def blocks(draw: st.DrawFn) -> Blocks:
    """Return lines and grids, each line and cell at a place of its own."""
    places = (Place(number) for number in count(1))
    found: list[DocumentBlock] = []
    for block in draw(st.lists(st.one_of(_LINES, _ROWS), max_size=6)):
        if isinstance(block, str):
            found.append(Line(block, next(places)))
        else:
            found.append(
                Grid(tuple(tuple(GridCell(text, next(places), text) for text in row) for row in block))
            )
    return tuple(found)


def _cells(found: Blocks) -> dict[Place, str]:
    return {
        cell.at: cell.text for block in found if isinstance(block, Grid) for row in block.rows for cell in row
    }


@pytest.mark.parametrize("each", PASSES, ids=lambda each: each.__name__)
@settings(max_examples=60, deadline=None)
@given(found=blocks())
def test_a_pass_applied_twice_does_nothing_more(each: Pass, found: Blocks) -> None:
    once = each(found)
    assert each(once) == once


@pytest.mark.parametrize("each", PASSES, ids=lambda each: each.__name__)
@settings(max_examples=60, deadline=None)
@given(found=blocks())
def test_a_pass_changes_no_number_in_a_table(each: Pass, found: Blocks) -> None:
    table = FORMS["2019-60"].table("art20_5")
    assert table
    before, after = _cells(found), _cells(each(found))
    for at, text in after.items():
        for column in table.columns:
            assert parse_figure(text, column).value == parse_figure(before[at], column).value
    assert all(not parse_figure(before[at], table.columns[0]).known for at in before.keys() - after.keys())


@settings(max_examples=60, deadline=None)
@given(found=blocks())
def test_no_pass_loses_a_word_of_prose(found: Blocks) -> None:
    def words(each: Blocks) -> str:
        return "".join(re.findall(r"[\u4e00-\u9fff]", "".join(b.text for b in each if isinstance(b, Line))))

    before = words(found)
    for each in PASSES:
        found = each(found)
    assert words(found) == before


def test_clean_input_is_untouched() -> None:
    rows = (("信息内容", "本年制发件数"), ("规章", "0"))
    grid = Grid(tuple(tuple(GridCell(text, Place(3, i), text) for i, text in enumerate(row)) for row in rows))
    clean: Blocks = (Line("一、总体情况", Place(1)), Line("全年工作有序开展。", Place(2)), grid)
    for each in PASSES:
        assert each(clean) == clean
