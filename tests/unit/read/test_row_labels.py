"""Labels of tables without rules, put together from the lines that a narrow column has broken them over."""

import pytest

from nianbao.read.pdf_lines import Glyph, TextLine
from nianbao.read.row_labels import with_whole_labels

SIZE = 10.0


def line(base: float, *words: tuple[float, str]) -> TextLine:
    """Return a line of words, each beginning at a place, its characters side by side."""
    glyphs = (
        Glyph(letter, x0 + number * SIZE, x0 + (number + 1) * SIZE, base, SIZE)
        for x0, word in words
        for number, letter in enumerate(word)
    )
    return TextLine(tuple(glyphs))


def texts(*lines: TextLine) -> list[str]:
    return [printed.line.text for each in with_whole_labels(lines) for printed in each]


def test_pieces_above_beside_and_below_the_figures_become_the_label_of_their_row() -> None:
    pieces = (
        line(10, (50, "2.其他法")),
        line(20, (50, "律行政法"), (100, "0"), (120, "7")),
        line(30, (50, "规禁止公")),
        line(40, (50, "开")),
        line(60, (50, "3.危及“三安全一稳定”"), (180, "5"), (200, "5")),
    )
    assert ["2.其他法律行政法规禁止公开 0 7", "3.危及“三安全一稳定” 5 5"] == texts(*pieces)


def test_the_pieces_of_a_group_beside_a_label_stay_lines_of_their_own() -> None:
    beside = (
        line(10, (10, "（三）不"), (50, "1.属于国")),
        line(18, (100, "4"), (120, "0")),
        line(20, (10, "予公开"), (50, "家秘密")),
    )
    assert ["（三）不", "1.属于国家秘密 4 0", "予公开"] == texts(*beside)


def test_a_group_that_touches_a_label_is_parted_where_the_column_begins() -> None:
    column = [line(10 * number, (50, f"{number}.字")) for number in range(1, 5)]
    touching = line(60, (10, "（五）不2.重复申请"), (150, "3"), (170, "4"))
    assert ["（五）不", "2.重复申请 3 4"] == texts(*column, touching)[-2:]


def test_the_first_figure_may_touch_its_label() -> None:
    touching = (
        line(10, (50, "4.无正")),
        line(20, (50, "当理由大00"), (130, "12")),
        line(30, (50, "量反复申")),
        line(40, (50, "请")),
    )
    assert ["4.无正当理由大量反复申请 00 12"] == texts(*touching)


def test_centred_pieces_are_one_label() -> None:
    centred = (
        line(10, (60, "四、结转下")),
        line(20, (130, "8"), (150, "9")),
        line(30, (50, "年度继续办理")),
    )
    assert ["四、结转下年度继续办理 8 9"] == texts(*centred)


@pytest.mark.parametrize(
    "lines",
    [
        (line(10, (50, "2.重复申请")), line(20, (120, "3"), (140, "4"))),  # of the row above, whose figures
        (line(10, (120, "3"), (140, "4")), line(20, (50, "2.重复申请"))),  # are gone, or of the next row
        (line(10, (50, "其他")), line(20, (120, "3"), (140, "4")), line(30, (50, "处理"))),  # which ordinal?
        (line(10, (50, "5.其他")), line(20, (120, "3"), (140, "4")), line(30, (50, "处理"))),
        (line(10, (50, "2.重复")), line(20, (120, "3"), (140, "4")), line(30, (50, "申请"), (80, "）"))),
    ],
)
def test_pieces_that_are_no_whole_label_are_left_as_they_are(lines: tuple[TextLine, ...]) -> None:
    assert [each.text for each in lines] == texts(*lines)


def test_no_row_takes_what_the_row_above_or_below_it_has() -> None:
    rows = (
        line(10, (50, "2.重复")),
        line(20, (120, "3"), (140, "4")),
        line(30, (120, "5"), (140, "6")),
        line(40, (50, "申请")),
    )
    assert [each.text for each in rows] == texts(*rows)
