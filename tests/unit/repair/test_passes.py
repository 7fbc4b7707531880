"""What each repair does, and what it leaves alone."""

import pytest

from nianbao.cells import Place
from nianbao.read import Document, Grid, GridCell, Line
from nianbao.read.document import DocumentBlock
from nianbao.repair import PASSES, grids, lines, run

LONG = "始终坚持把政务公开工作作为落实党风廉政建设责任制、提高行政效能的重要工作，进一步编制"


def prose(*texts: str) -> tuple[DocumentBlock, ...]:
    return tuple(Line(text, Place(number)) for number, text in enumerate(texts, 1))


def texts(blocks: tuple[DocumentBlock, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Line)]


def grid(*rows: str, at: int = 1) -> Grid:
    return Grid(
        tuple(
            tuple(
                GridCell(text, Place(number, column), text) for column, text in enumerate(row.split("|"), 1)
            )
            for number, row in enumerate(rows, at)
        )
    )


@pytest.mark.parametrize(
    "mark",
    [
        "- 4 -",
        "—4—",
        "Page 9",
        "P. 9",
        "第 4 页",
        "第4页 共12页",
        "一、总体情况……………1",
        "六、其他需要报告的事项 ......... 12",
    ],
)
def test_a_page_mark_is_dropped(mark: str) -> None:
    assert texts(lines.drop_page_marks(prose("前", mark, "后"))) == ["前", "后"]


@pytest.mark.parametrize(
    "text",
    [
        "4",
        "-4",
        "2020",
        "- 4 - 5",
        "第4页说明",
        "规章……0",
        "一、本年新收政府信息公开申请数量……3",
        "全年公开信息……9条",
        "等，……3",
    ],
)
def test_a_figure_is_no_page_mark(text: str) -> None:
    assert texts(lines.drop_page_marks(prose(text))) == [text]


def test_markdown_residue_is_dropped_and_headings_keep_their_mark() -> None:
    found = lines.drop_markdown_residue(prose("## **一是**加强，见（<http://www.jinxiang.gov.cn/>）"))
    assert texts(found) == ["## 一是加强，见（http://www.jinxiang.gov.cn/）"]


def test_a_word_printed_with_blanks_is_closed_and_a_sentence_keeps_its_blanks() -> None:
    assert texts(lines.close_spaced_words(prose("总 体 情 况", "2020 年 1 月"))) == [
        "总体情况",
        "2020 年 1 月",
    ]


def test_a_paragraph_cut_by_a_page_end_is_joined_at_its_first_place() -> None:
    assert lines.join_cut_paragraphs(prose(LONG, "完善目录。")) == (Line(LONG + "完善目录。", Place(1)),)


def test_a_paragraph_cut_several_times_is_joined_up_to_its_end() -> None:
    parts = prose(LONG, "完善目录，", "规范答复", "按期公开。", "没有收费。")
    whole = Line(f"{LONG}完善目录，规范答复按期公开。", Place(1))
    assert lines.join_cut_paragraphs(parts) == (whole, parts[-1])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG + "。", "完善目录。"),
        (LONG, "（二）依申请公开情况"),
        (LONG, "二、主动公开政府信息情况"),
        (LONG, "一是加强领导。"),
        (LONG, "## 下一步"),
        ("监督保障情况", "全年未发生责任追究。"),
        ("青铜峡市邵岗镇人民政府办公室关于印发二〇二〇年政府信息公开工作年度报告", "根据条例编制。"),
    ],
)
def test_paragraphs_that_are_not_cut_stay_apart(first: str, second: str) -> None:
    assert lines.join_cut_paragraphs(prose(first, second)) == prose(first, second)


def test_labels_are_closed_and_figures_with_blanks_stay_as_they_are() -> None:
    (found,) = grids.close_spaced_labels((grid("社 会 公 益 组 织|1 234|6. 属于四类过程性信 息"),))
    assert isinstance(found, Grid)
    assert [cell.text for cell in found.rows[0]] == ["社会公益组织", "1 234", "6.属于四类过程性信息"]


def test_full_width_figures_are_narrowed_and_their_print_is_kept() -> None:
    (found,) = grids.narrow_digits((grid("第１项|１２．５"),))
    assert isinstance(found, Grid)
    assert [(cell.text, cell.printed) for cell in found.rows[0]] == [
        ("第１项", "第１项"),
        ("12.5", "１２．５"),
    ]


def test_tables_split_by_a_page_are_joined_and_the_repeated_header_is_dropped() -> None:
    head, first, second = "信息内容|件数", "规章|0", "行政许可|3"
    joined = grids.join_split_grids((grid(head, first), grid(head, second, at=5)))
    (found,) = grids.drop_repeated_headers(joined)
    assert isinstance(found, Grid)
    assert [row[0].text for row in found.rows] == ["信息内容", "规章", "行政许可"]
    assert [(page, row[0].text) for page, row in found.fragments()][-1] == (1, "行政许可")


def test_a_page_with_nothing_but_a_repeated_header_leaves_no_break() -> None:
    blocks = grids.join_split_grids((grid("信息内容|件数", "规章|0"), grid("信息内容|件数", at=5)))
    assert grids.drop_repeated_headers(blocks) == (grid("信息内容|件数", "规章|0"),)


def test_a_repeated_row_of_figures_is_not_a_header() -> None:
    blocks = grids.join_split_grids((grid("规章|0"), grid("规章|0", at=5)))
    assert grids.drop_repeated_headers(blocks) == blocks


def test_every_change_is_a_step_named_after_its_pass() -> None:
    document = Document("a.txt", "text/plain", "", prose(LONG, "- 4 -", "完善目录。"))
    steps = run(document).steps
    assert [(step.name, step.at.line, step.after) for step in steps] == [
        ("drop_page_marks", 2, None),
        ("join_cut_paragraphs", 1, LONG + "完善目录。"),
        ("join_cut_paragraphs", 3, None),
    ]


def test_each_pass_is_listed_once_and_explained() -> None:
    assert len(set(PASSES)) == len(PASSES)
    assert all(each.__doc__ for each in PASSES)
