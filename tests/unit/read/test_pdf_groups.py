"""Lines of a table without rules: what stands in a group's column is parted from what labels a row."""

import pytest

from nianbao.read.pdf_groups import parted
from nianbao.read.pdf_lines import Glyph, TextLine

SIZE = 10.0


def line(*words: tuple[float, str]) -> TextLine:
    glyphs = (
        Glyph(letter, x0 + number * SIZE, x0 + (number + 1) * SIZE, SIZE, SIZE)
        for x0, word in words
        for number, letter in enumerate(word)
    )
    return TextLine(tuple(glyphs))


@pytest.mark.parametrize("column", ["结果维持", "尚未审结", "总计"])
def test_the_name_of_a_column_labels_the_figures_beside_it_in_a_turned_table(column: str) -> None:
    (printed,) = parted([line((10, column), (200, "0"), (300, "1"), (400, "0"))])
    assert printed.text == f"{column} 0 1 0"


def test_a_piece_of_a_group_does_not_label_the_figures_beside_it() -> None:
    printed = parted([line((10, "不予公"), (200, "0"), (300, "1"))])
    assert [each.text for each in printed] == ["不予公", "0 1"]
