"""Figures that a whole document prints in another way than in plain digits, and columns of units."""

import pytest

from nianbao.cells import Place, State
from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.interpret.figures import read_figure
from nianbao.read import Grid, GridCell, read
from nianbao.repair.figures import plain_figures, without_units

COUNT = FORMS["2021-30"].tables[0].columns[0]


def grid(*rows: str, rowless: bool = False) -> Grid:
    printed = (
        tuple(GridCell(text, Place(number, column), text) for column, text in enumerate(row.split("|"), 1))
        for number, row in enumerate(rows, 1)
    )
    return Grid(tuple(printed), rowless=rowless)


def texts(found: Grid) -> list[str]:
    return ["|".join(cell.text for cell in row) for row in found.rows]


def plain(*rows: str, rowless: bool = False) -> list[str]:
    (found,) = plain_figures((grid(*rows, rowless=rowless),))
    assert isinstance(found, Grid)
    return texts(found)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("规章|0.0|1.0|20.0", "行政规范性文件|3|0.00|9.0"), ["规章|0|1|20", "行政规范性文件|3|0|9"]),
        (("规章|(0)|（1）|(20)", "行政规范性文件|(3)|(0)|—"), ["规章|0|1|20", "行政规范性文件|3|0|—"]),
        (("规章|零|一|二十", "行政规范性文件|三|一百零五|9"), ["规章|0|1|20", "行政规范性文件|3|105|9"]),
    ],
)
def test_figures_printed_alike_throughout_are_written_in_digits(
    rows: tuple[str, ...], found: list[str]
) -> None:
    assert plain(*rows) == found


@pytest.mark.parametrize(
    "rows",
    [
        ("规章|1.0|2", "行政规范性文件|3|4"),  # one alone may be an ordinal and a figure
        ("规章|(1)|(2)|(3)", "行政规范性文件|(4)|(5)|6"),  # one without brackets: they mean something
        ("规章|一|一|一", "行政规范性文件|一|3|一"),  # 一 for a dash
        ("三|一|二|四|五|六", "不予公开|0"),  # pieces of a group, before every label
    ],
)
def test_what_may_mean_something_else_stays_as_it_is_printed(rows: tuple[str, ...]) -> None:
    assert plain(*rows) == list(rows)


def test_numerals_of_a_text_that_does_not_tell_where_rows_end_stay() -> None:
    rows = ("规章|一|二|三", "行政规范性文件|四|五|六")
    assert plain(*rows, rowless=True) == list(rows)


def test_the_cell_keeps_what_was_printed() -> None:
    cell = read_figure(GridCell("20", Place(1), "二十"), COUNT)
    assert (cell.value, cell.raw, cell.state) == (20, "二十", State.REPORTED)


def test_a_change_in_brackets_may_be_less_than_nothing() -> None:
    table = FORMS["2019-60"].table("art20_5")
    assert table
    assert read_figure(GridCell("20", Place(1), "(20)"), table.columns[1]).state is State.AMBIGUOUS


def test_a_column_of_units_is_emptied_and_a_lost_figure_is_not() -> None:
    rows = [f"{number}.某某|件|{number}|件" for number in range(1, 5)]
    (found,) = without_units((grid(*rows, "5.某某|件|5|6"),))
    assert isinstance(found, Grid)
    assert [row.split("|")[1] for row in texts(found)] == [""] * 5
    assert [row.split("|")[3] for row in texts(found)] == ["件"] * 4 + ["6"]


def test_a_row_whose_unit_stands_in_a_cell_of_its_own_is_not_moved() -> None:
    names = ("信息内容", "单位", "本年制发件数", "本年废止件数", "现行有效件数")
    rows = (names, ("行政规范性文件", "件", 3, 9, ""))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    lead = "<p>某镇2022年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>"
    page = f"<html><body>{lead}<table>{table}</table></body></html>"
    cells = interpret(read(page.encode(), "a.html"), FORMS).cells
    found = {
        cells[f"art20_1.normative_documents.{name}"].state for name in ("issued", "repealed", "in_force")
    }
    assert found == {State.AMBIGUOUS}
