"""Text that keeps the columns of a page, with labels broken over lines."""

from nianbao.read import Grid, read
from nianbao.read.layouts import LAYOUTS

TITLE = "桃尧镇2022年政府信息公开工作年度报告"
FIGURES = "   0   1   0   0   0   0   1"
LABELS = (
    ("2.其他法", "律行政法", "规禁止公", "开"),
    ("4.保护第", "三方合法", "权益"),
    ("5.属于三", "类内部事", "务信息"),
    ("6.属于四", "类过程性", "信息"),
    ("7.属于行", "政执法案", "卷"),
    ("8.属于行", "政查询事", "项"),
    ("2.重复申", "请"),
    ("要求提", "3.", "供公开出", "版物"),  # as pdftotext puts an ordinal that stands a little lower
    ("4.无正当", "理由大量", "反复申请"),
)


def printed(labels: tuple[tuple[str, ...], ...]) -> list[str]:
    lines = []
    for number, pieces in enumerate(labels):
        group = "(三)不予" if number == 1 else ""
        row = len(pieces) // 2
        wide = [
            f"{piece}{' ' * (10 - 2 * len(piece) + piece.count('.') + piece.isascii())}" for piece in pieces
        ]
        lines += [
            f"{group if at == row else '':<8}{'  ' if at != row or not group else ''}{piece}"
            + (FIGURES if at == row else "")
            for at, piece in enumerate(wide)
        ]
    return lines


def rows(lines: list[str]) -> list[list[str]]:
    document = read("\n".join((TITLE, *lines)).encode(), "a.txt")
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for grid in grids for row in grid.rows]


def test_labels_broken_over_lines_are_made_whole_by_where_their_pieces_stand() -> None:
    found = {row[0]: row[1:] for row in rows(printed(LABELS)) if len(row) > 1}
    whole = ["".join(pieces) for pieces in LABELS if "3." not in pieces]
    assert ["0", "1", "0", "0", "0", "0", "1"] == found["3.要求提供公开出版物"]
    assert [["0", "1", "0", "0", "0", "0", "1"]] * 8 == [found[label] for label in whole]


def test_one_blank_before_a_figure_in_a_narrow_column_is_enough_and_a_wide_line_is_a_row() -> None:
    lines = [line.replace("   1", " 1").replace(FIGURES[:4], " " * 40 + "0") for line in printed(LABELS)]
    found = {row[0]: row[1:] for row in rows(lines) if len(row) > 1}
    assert ["0", "1", "0", "0", "0", "0", "1"] == found["7.属于行政执法案卷"]
    assert len(found) == len(LABELS)


def test_every_cell_knows_its_place_in_the_text_as_it_was() -> None:
    lines = [TITLE, *printed(LABELS)]
    document = read("\n".join(lines).encode(), "a.txt")
    [grid] = [block for block in document.blocks if isinstance(block, Grid)]
    for row in grid.rows:
        for cell in row:
            first = cell.text[:1] if cell.text != "3.要求提供公开出版物" else "3"
            assert first == lines[cell.at.line - 1][cell.at.column - 1]


def test_rows_with_whole_labels_are_left_to_the_layout_of_words() -> None:
    lines = [f"{''.join(pieces)}{FIGURES}" for pieces in LABELS]
    assert "worded" == next(layout.name for layout in LAYOUTS if layout.looks_like(lines))
