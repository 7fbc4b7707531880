"""Every way of flattening a table gives the same rows."""

import pytest

from nianbao.read import Grid, Line, read

TITLE = "桃尧镇2020年政府信息公开工作年度报告"


def grids(*lines: str) -> list[list[list[str]]]:
    document = read("\n".join((TITLE, *lines)).encode(), "a.txt")
    found = [block for block in document.blocks if isinstance(block, Grid)]
    return [[[cell.text for cell in row] for row in grid.rows] for grid in found]


def test_tabs_separate_cells_and_an_empty_line_ends_the_table() -> None:
    assert grids("规章\t0\t 1 \t", "行政许可\t2\t\t", "", "行政处罚\t3") == [
        [["规章", "0", "1", ""], ["行政许可", "2", "", ""]],
        [["行政处罚", "3"]],
    ]


def test_a_caption_that_lost_its_tabs_is_a_row() -> None:
    assert grids("规章\t0", "第二十条第（五）项", "行政许可\t2") == [
        [["规章", "0"], ["第二十条第（五）项"], ["行政许可", "2"]]
    ]


def test_a_paragraph_indented_by_a_tab_is_prose() -> None:
    document = read(f"{TITLE}\n\t全年未收到申请。\n规章\t0\t0".encode(), "a.txt")
    assert [block.text for block in document.blocks if isinstance(block, Line)] == [TITLE, "全年未收到申请。"]


def test_the_place_of_a_cell_is_its_first_visible_character() -> None:
    document = read(f"{TITLE}\n规章\t 10\t\t5".encode(), "a.txt")
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    assert [str(cell.at) for cell in grid.rows[0]] == ["L2C1", "L2C5", "L2C8", "L2C9"]


def test_one_cell_per_line_behind_a_tab_keeps_empty_cells_and_joins_continued_ones() -> None:
    header = ["\t信息内容", "\t本年新", "制作数量", "\t本年新公开数量", "\t对外公开总数量", ""]
    rows = ["\t规章", "\t0", "\t ", "\t4", "", "\t规范性文件", "\t1", "\t1", "\t4", "", "\t其他", "\t1"]
    assert grids(*header, *rows) == [
        [
            ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
            ["规章", "0", "", "4"],
            ["规范性文件", "1", "1", "4"],
            ["其他", "1"],
        ]
    ]


def test_a_page_end_cuts_no_row_of_cells_on_lines_behind_tabs() -> None:
    end = ("第 3 页 共 9 页", "", "某镇年度报告")
    header = ["\t信息内容", "\t本年新制作数量", "\t本年新公开数量", "\t对外公开总数量", ""]
    rows = ["\t规章", "\t0", *end, "\t2", "\t4", "", "\t规范性文件", "\t1", "\t1", "\t4", *end, ""]
    found = grids(*header, *rows, "\t其他", "\t1", "\t5", "五、存在的主要问题及改进情况")
    assert found[0][1:] == [["规章", "0", "2", "4"], ["规范性文件", "1", "1", "4"], ["其他", "1", "5"]]


def test_most_cells_behind_tabs_may_be_empty() -> None:
    row = ["\t1.属于国家秘密", *["\t"] * 6, "\t0", ""]
    (found,) = grids(
        *row * 4, "\t2.重复申请", "\t", "\t3", *["\t"] * 4, "\t3", "五，存在的主要问题及改进情况"
    )
    assert found[-1] == ["2.重复申请", "", "3", "", "", "", "", "3"]


def test_a_section_of_empty_cells_behind_tabs_stays_in_its_layout() -> None:
    full = [line for name in NAMES for line in (f"\t{name}", "\t1", "\t2", "\t3", "")]
    empty = [line for name in NAMES for line in (f"\t{name}", "\t", "\t", "\t", "\t", "\t9", "")]
    found = grids("二、主动公开政府信息情况", *full, "三、收到和处理政府信息公开申请情况", *empty)
    assert found[1] == [[name, "", "", "", "", "9"] for name in NAMES]


def test_a_page_number_between_pipes_is_no_figure_of_the_row_it_cuts() -> None:
    lines = ["规章 |", "0 |", "—4—", "1 |", "行政规范性文件 |", "2 |", "3 |"]
    assert grids(*lines) == [[["规章", "0", "1"], ["行政规范性文件", "2", "3"]]]


def test_a_row_printed_on_one_line_with_equal_figures_has_lost_no_repeated_line() -> None:
    labels = [f"{number}.{name}" for number, name in enumerate(("属于国家秘密", "重复申请", "其他"), 1)]
    lines = ("第二十条第（一）项", "信息内容 本年制发件数", "规章 0 0 0", "第二十条第（五）项", "行政许可 3")
    document = read("\n".join((TITLE, *lines, *labels, *HEADS)).encode(), "a.txt")
    assert not any(isinstance(block, Grid) and block.deduplicated for block in document.blocks)


HEADS = (
    *("自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构"),
    *("其他", "结果维持", "结果纠正", "其他结果", "尚未审结"),
)


PIPED = [["信息内容", "本年制发件数", "本年废止件数"], ["规章", "0", "1"], ["行政规范性文件", "2", "3"]]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "| 信息内容 | 本年制发件数 | 本年废止件数 |",
            "|---|---|---|",
            "| 规章 | 0 | 1 |",
            "| 行政规范性文件 | 2 | 3 |",
        ],
        ["信息内容 | 本年制发件数 | 本年废止件数 |", "规章 | 0 | 1 |", "行政规范性文件 | 2 | 3 |"],
        ["信息内容 | 本年制发件数 | 本年废止件数 |        规章 | 0 | 1 |", "行政规范性文件 | 2 | 3 |"],
    ],
)
def test_pipes_separate_cells_row_by_row(lines: list[str]) -> None:
    found = grids(*lines, "", "来源 | 打印 |", "", "首页 | 公开 |", "", "上页 | 下页 |")
    assert found[0][:3] == PIPED


def test_pipes_without_rows_give_a_label_and_its_figures() -> None:
    lines = ["规章 |", "0 |", "1 |", "行政规范性文件 |", "2 |", "3 |"]
    assert grids(*lines) == [[["规章", "0", "1"], ["行政规范性文件", "2", "3"]]]


def test_in_markdown_figures_without_a_label_are_a_row_of_their_own() -> None:
    lines = [
        "| 规章 | 0 | 1 |",
        "|---|---|---|",
        "| 2 | 3 |",
        "|---|---|",
        "| 行政规范性文件 | 4 | 5 |",
        "| 6 | 7 |",
    ]
    assert grids(*lines) == [[["规章", "0", "1"], ["2", "3"], ["行政规范性文件", "4", "5"], ["6", "7"]]]


def test_a_row_without_pipes_between_tables_with_them_is_a_row() -> None:
    piped = [
        "| 信息内容 | 本年制发件数 |",
        "|---|---|",
        "| 规章 | 0 |",
        "| 行政规范性文件 | 2 |",
        "| 其他 | 3 |",
    ]
    assert grids(*piped, "行政许可 97", "发布行政许可 97", "行政处罚 5 件，其中罚款 3")[1:] == [
        [["行政许可", "97"]]
    ]


def test_lines_of_figures_alone_belong_to_the_words_above_them() -> None:
    figures = [line for label in ("规章", "行政许可", "行政处罚") for line in (label, "", *["0", ""] * 5)]
    assert grids("本年未收到申请。", "", *figures, "五、存在的主要问题及改进情况") == [
        [["规章", *"00000"], ["行政许可", *"00000"], ["行政处罚", *"00000"]]
    ]


@pytest.mark.parametrize("mark", ["- 3 -", "—3—", "-3-"])
def test_a_page_number_among_figures_on_lines_of_their_own_is_none_of_them(mark: str) -> None:
    figures = [line for label in ("规章", "行政许可", "行政处罚") for line in (label, *["0"] * 5)]
    assert grids("本年未收到申请。", *figures[:9], mark, *figures[9:], "五、存在的主要问题及改进情况") == [
        [["规章", *"00000"], ["行政许可", *"00000"], ["行政处罚", *"00000"]]
    ]


def test_a_lone_pipe_begins_a_row_and_empty_cells_stay() -> None:
    lines = ["|", "规章 |", "0 |", " |", "25 |", "|", "行政许可 |", "43 |", "|"]
    assert grids(*lines) == [[["规章", "0", "", "25", ""], ["行政许可", "43", ""]]]


def test_a_piped_cell_may_take_several_lines() -> None:
    lines = ["|", " 本年新", "  制作数量 |", "  规章  | ", "  0  | ", "  1  |"]
    assert grids(*lines) == [[["本年新制作数量"], ["规章", "0", "1"]]]


@pytest.mark.parametrize("indent", ["  ", "\t", "\t\t"])
def test_a_piped_cell_may_be_indented(indent: str) -> None:
    rows = (("规章", "0", "1", "2"), ("行政规范性文件", "3", "4", "5"))
    lines = [line for row in rows for line in ("| ", *(f"{indent}{cell}  | " for cell in row), "")]
    assert grids(*lines) == [[["规章", "0", "1", "2", ""], ["行政规范性文件", "3", "4", "5"]]]


def test_a_row_that_the_portal_prints_with_pipes_says_nothing_of_the_tables() -> None:
    portal = "发布机构 | 枫大乡人民政府 | 发文日期 | 2024-01-16"
    lines = [
        "本年继续完善政务公开。",
        "| 规章",
        "|",
        "0",
        "|",
        "12",
        "|",
        "| 行政许可",
        "|",
        "3",
        "|",
        "0",
        "|",
    ]
    assert grids(portal, *lines)[1:] == [[["规章", "0", "12", ""], ["行政许可", "3", "0"]]]


def test_a_row_of_pipes_may_go_on_over_lines_without_words() -> None:
    row = ["一、本年新收政府信息公开申请数量 |", *"|||||", "| 0 | ||"]
    whole = [f"{label} | 0 | 0 | 0 | 0 |" for label in ("（一）予以公开", "2.重复申请", "3.其他", "规章")]
    assert grids(*row, *whole)[0][0] == ["一、本年新收政府信息公开申请数量", *[""] * 6, "0", "", ""]


def test_runs_of_pipes_are_no_rows() -> None:
    pads = "|" * 120
    assert grids("|", pads, "规章 | 0 |", pads, "行政许可 | 43 |", "行政处罚 | 3 |") == [
        [["规章", "0"], ["行政许可", "43"], ["行政处罚", "3"]]
    ]


FILLED = [f"{label} 0 0 0 0 0 0 0" for label in ("1.属于国家秘密", "2.重复申请", "（一）予以公开")] * 3


def test_the_end_of_a_label_that_is_a_unit_word_too_is_no_figure() -> None:
    (found,) = grids(*FILLED, "8．属于行政查询事", "项 3 0 0 0 0 0 3", FILLED[0])
    assert ["8．属于行政查询事项", "3", *["0"] * 5, "3"] in found


def test_a_label_printed_above_and_below_its_figures_is_joined() -> None:
    lines = ["（二）部分公开（区分处理的，只计这一情", "    447  7  0 0 0 0  454", "形，不计其他情形）"]
    (found,) = grids(FILLED[0], *lines, *FILLED)
    assert found[1] == [
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        *("447", "7", "0", "0", "0", "0", "454"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["（二）部分公开（区分处理的，", "只计这一情形，不计其他情形） 4 0 0 0 0 0 4"],
        ["本 （二）部分公开（区分处理的，", "年  只计这一情形，不计其他情 4 0 0 0 0 0 4", "形）"],
    ],
)
def test_the_end_of_a_label_with_a_comma_before_figures_is_no_sentence(lines: list[str]) -> None:
    (found,) = grids(*lines, *FILLED)
    assert ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "4", *["0"] * 5, "4"] in [
        row[-8:] for row in found
    ]


def test_figures_never_take_the_label_of_the_next_row() -> None:
    (found,) = grids(FILLED[0], "5 5 5 5 5 5 30", "2.重复申请", "0 0 0 0 0 0 0", *FILLED)
    assert found[1] == ["5", "5", "5", "5", "5", "5", "30"]


def test_page_marks_and_vertical_groups_do_not_cut_a_table() -> None:
    lines = ["本  3.其他 1 0 0 0 0 0 1", "- 4 -", "\f年", "3.危及“三安全一稳 定” 5 0 0 0 0 0 5"]
    (found,) = grids(*FILLED, *lines)
    assert found[-3:] == [
        ["本", "3.其他", "1", "0", "0", "0", "0", "0", "1"],
        ["年"],
        ["3.危及“三安全一稳 定”", "5", "0", "0", "0", "0", "0", "5"],
    ]


def test_a_label_and_its_glued_figures_are_two_cells() -> None:
    labels = ("规章", "行政许可", "行政处罚", "行政强制", "1.属于国家秘密", "2.重复申请", "（一）予以公开")
    lines = [f"    {label}000" for label in labels]
    (found,) = grids("    信息内容本年制发件数本年废止件数现行有效件数", *lines, "    行政规范性文件000")
    assert found[0] == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    assert found[1:] == [[label, "000"] for label in (*labels, "行政规范性文件")]


def test_a_glued_label_may_be_worded_otherwise_than_in_the_form() -> None:
    labels = ("一、本年新收政府信息公开申请数", "3.要求提供公开出版物信息", "四、结转至下年度继续办理")
    known = (f"{label}0000000" for label in ("1.属于国家秘密", "2.重复申请", "（一）予以公开") * 3)
    (found,) = grids(*known, *(f"{label}1000001" for label in labels))
    assert found[-3:] == [[label, "1000001"] for label in labels]


def test_an_increase_and_a_decrease_of_zero_are_one_figure_and_an_amount_keeps_its_unit() -> None:
    (found,) = grids(*FILLED, "行政处罚 5 +(0) -(0) 0", "政府集中采购 42 2134.03  万元")
    assert found[-2:] == [["行政处罚", "5", "+(0) -(0)", "0"], ["政府集中采购", "42", "2134.03  万元"]]


NAMES = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制")


def test_each_section_is_read_in_the_layout_it_is_set_in() -> None:
    pipes = ("二、主动公开政府信息情况", *(f"| {name} | 1 | 2 |" for name in NAMES))
    cells = ("三、收到和处理政府信息公开申请情况", "2.重复申请", *"7000007", "（七）总计", *"70000078")
    tabs = ("四、政府信息公开行政复议、行政诉讼情况", "结果维持\t结果纠正", "0\t9")
    text = "\n".join((TITLE, *pipes, *cells, *tabs))
    document = read(text.encode(), "a.txt")
    rows = [row for block in document.blocks if isinstance(block, Grid) for row in block.rows]
    assert [[cell.text for cell in row] for row in rows] == [
        *([name, "1", "2"] for name in NAMES),
        ["2.重复申请", *"7000007"],
        ["（七）总计", *"70000078"],
        ["结果维持", "结果纠正"],
        ["0", "9"],
    ]
    lines = text.split("\n")
    assert all(
        lines[cell.at.line - 1][cell.at.column - 1 :].startswith(cell.text) for row in rows for cell in row
    )


def test_glued_figures_below_their_label_are_its_own() -> None:
    rows = [f"{number}.{name}0000000" for number, name in ((1, "属于国家秘密"), (2, "重复申请"))]
    below = ("3.要求提供公开出版物", "0000011", "4.无正当理由大量反复申请0000000")
    found = grids(*(f"{name}000" for name in NAMES), *rows, *below)
    assert ["3.要求提供公开出版物", "0000011"] in found[0]


@pytest.mark.parametrize("stop", ["", "、"])
def test_a_last_digit_may_be_the_next_numeral_only_where_that_is_not_printed(stop: str) -> None:
    line = f"1.属于国家秘密10 0 0012{stop and f'2{stop}'}重复申请0 0 0 0 0 0 0" + "规章000" * 8
    assert grids(line)[0][0][-1] == ("0012" if stop else "0012?")


def test_zeros_written_as_words_need_no_gap_between_them() -> None:
    labels = ("1.属于国家秘密", "2.重复申请", "（一）予以公开", "（七）总计", "8.属于行政查询事项")
    (found,) = grids(
        *(f"{label} 35无 无无 无1 36" for label in labels), "行政许可 无", "行政处罚 无", "行政强制 无"
    )
    assert found[0] == ["1.属于国家秘密", "35", "无", "无", "无", "无", "1", "36"]


@pytest.mark.parametrize("group", ["法人或其他组织", "法人和其他组织", "法人或其它组织", "法人和其它组织"])
def test_words_of_the_header_without_gaps_are_found_in_every_spelling(group: str) -> None:
    labels = ("1.属于国家秘密", "2.重复申请", "（一）予以公开", "（七）总计", "8.属于行政查询事项")
    rows = [f"{label}0000000" for label in (*labels, "行政许可", "行政处罚", "行政强制")]
    (found,) = grids(f"申请人情况自然人{group}总计商业企业科研机构", *rows)
    assert found[0] == ["申请人情况", "自然人", group, "总计", "商业企业", "科研机构"]


def test_a_sentence_with_kinds_of_decisions_is_prose() -> None:
    sentence = "全年办理行政许可5件、行政处罚3件、行政强制0件。"
    document = read("\n".join((TITLE, sentence, *FILLED)).encode(), "a.txt")
    assert sentence in [block.text for block in document.blocks if isinstance(block, Line)]


def test_words_cut_in_two_lines_are_joined_and_figures_are_not() -> None:
    figures = ["0", ""] * 15
    lines = ["商业", "", "企业", "", "3.其他", "", *figures]
    assert grids("本年未收到申请。", "", *lines) == [[["商业企业"], ["3.其他", *"0" * 15]]]


def test_a_report_cut_short_behind_three_rows_below_captions_is_a_table() -> None:
    lines = [
        *("第二十条第（一）项", "信息内容 本年制发件数 本年废止件数 现行有效件数", "规章 0 0 0"),
        *("行政规范性文件 4 4 15", "第二十条第（五）项", "信息内容 本年处理决定数量", "行政许可 1"),
    ]
    (grid,) = grids(*lines)
    assert ["行政规范性文件", "4", "4", "15"] in grid


def test_the_numeral_of_the_next_label_on_a_line_of_its_own_is_no_figure() -> None:
    figures = ("0", "1", "0", "2", "0", "0")
    (rows,) = grids("2.", "重复申请", *figures, "3.", "要求提供公开出版物", *("4",) * 15)
    assert ["2.重复申请", *figures] in rows


@pytest.mark.parametrize("numeral", [("3.",), ("3", "．")])
def test_a_numeral_on_a_line_of_its_own_belongs_to_the_label_below(numeral: tuple[str, ...]) -> None:
    lines = ("2.重复申请", *"0000000", *numeral, "其他", *"1000001", "（七）总计", *"1000001")
    (table,) = grids(*lines)
    assert table == [
        ["2.重复申请", *"0000000"],
        ["".join((*numeral, "其他")), *"1000001"],
        ["（七）总计", *"1000001"],
    ]


def test_figures_on_lines_of_their_own_are_not_glued() -> None:
    head = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
    labels = (
        "行政处罚",
        "行政强制",
        "行政事业性收费",
        "政府集中采购",
        "规章",
        "规范性文件",
        "其他对外管理服务事项",
    )
    lines = (f"行政许可\u3000333\n-10\n81\n{label}\u3000404\n+1\n19" for label in labels)
    document = read("\n".join((TITLE, *head, *lines)).encode(), "a.txt")
    assert not any(block.glued for block in document.blocks if isinstance(block, Grid))


BOX = (
    "┌────────────┬──────────────────┐",
    "│            │    处理决定      │",
    "│  信息内容  ├──────┬───────────┤",
    "│            │ 本年 │ 上一年    │",
    "│            │ 数量 │           │",
    "├────────────┼──────┼───────────┤",
    "│行政许可    │1 204 │ 3         │",
    "├────────────┼──────┼───────────┤",
    "│行政处罚    │      │ 12\u200b        │",
    "├────────────┼──────┴───────────┤",
    "│行政强制    │ 5                │",
    "└────────────┴──────────────────┘",
)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_a_drawn_table_has_a_cell_for_each_frame(ascii_only: bool) -> None:
    lines = [
        line.translate(str.maketrans("┌┬┐├┼┤└┴┘─│", "+++++++++-|")) if ascii_only else line for line in BOX
    ]
    (table,) = grids("一、总体情况", *lines, "行政处罚见上表。")
    assert table == [
        ["信息内容", "处理决定", ""],
        ["", "本年数量", "上一年"],
        ["行政许可", "1 204", "3"],
        ["行政处罚", "", "12"],
        ["行政强制", "5", ""],
    ]


def test_a_drawing_may_take_every_character_for_one_column_wide() -> None:
    rule = "+--------+------+------+"
    rows = [
        f"| {label:<6} | {number:<4} | 2    |"
        for number, label in enumerate(("规章", "行政许可", "行政处罚", "a", "b"))
    ]
    (grid,) = grids(rule, *(line for row in rows for line in (row, rule)))
    assert grid[1:3] == [["行政许可", "1", "2"], ["行政处罚", "2", "2"]]


def test_other_tables_of_the_text_are_read_beside_drawn_ones() -> None:
    lines = ("规章\t0\t1\t2", "行政规范性文件\t3\t4\t5", "", *BOX)
    tabbed, drawn = grids(*lines)
    assert tabbed == [["规章", "0", "1", "2"], ["行政规范性文件", "3", "4", "5"]]
    assert drawn[2] == ["行政许可", "1 204", "3"]


def test_a_table_of_markdown_beside_marked_up_ones_is_read() -> None:
    html = "<table><tr><td>行政处罚</td><td>9</td></tr></table>"
    piped, marked = grids("| 行政许可 | 7 |", "|---|---|", "| 行政强制 | 8 |", "", html)
    assert piped == [["行政许可", "7"], ["行政强制", "8"]]
    assert marked == [["行政处罚", "9"]]


def test_tabs_alone_between_cells_are_no_cells() -> None:
    cells = ("行政许可", "7", "行政处罚", "8", "行政强制", "9", *("规章", "0", "0", "0") * 4)
    (table,) = grids(*(line for cell in cells for line in (cell, "", "\t", "")))
    assert table[:3] == [["行政许可", "7"], ["行政处罚", "8"], ["行政强制", "9"]]


def test_marks_of_markdown_are_no_part_of_words_and_figures() -> None:
    lines = ('<span style="x">行政许可</span>\t\\-3\\.5', "__行政处罚__\t8", "行政<br>强制\t1<br/>2")
    (table,) = grids(*lines)
    assert table == [["行政许可", "-3.5"], ["行政处罚", "8"], ["行政 强制", "1 2"]]


def test_characters_without_width_are_no_part_of_a_row_however_long_it_is() -> None:
    rows = [f"{n}.重复申请{' ' * 60}1\u200b  0  0  \u200b0  0  0  1" for n in range(1, 10)]
    (table,) = grids(*rows)
    assert table[0] == ["1.重复申请", *"1000001"]


def test_words_behind_the_figures_are_a_piece_of_the_group() -> None:
    rows = [
        f"{label} 1 0 0 0 0 0 1" for label in ("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物")
    ]
    lines = (
        *rows,
        "4.无正当理由大量反复申请  1  0  0  0  0  0  1   予处理",
        *(f"{n}.其他 0 0 0" for n in range(1, 9)),
    )
    found = [row for table in grids(*lines) for row in table]
    assert ["4.无正当理由大量反复申请", *"1000001"] in found


@pytest.mark.parametrize("letter", ["⼀", "⾏"])
def test_radicals_are_the_characters_they_stand_for(letter: str) -> None:
    plain = {"⼀": "一", "⾏": "行"}[letter]
    (table,) = grids(f"{letter}政许可\t7", "行政处罚\t8")
    assert table[0] == [f"{plain}政许可", "7"]


def test_figures_glued_and_separate_by_turns_make_a_glued_table() -> None:
    rows = [f"{n}.属于国家秘密{n} 00 0 0 0{n}" for n in range(1, 10)]
    document = read("\n".join((TITLE, *rows)).encode(), "a.txt")
    assert any(block.glued for block in document.blocks if isinstance(block, Grid))


def test_what_a_browser_copies_keeps_empty_cells_between_tabs_on_their_own_lines() -> None:
    rows = [
        ["规章", "", "0", "5"],
        ["行政规范性文件", "3", "", ""],
        ["5.要求行政机关确认\n\n或重新出具", "", "", "7"],
    ]
    tables = [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], *rows * 2]
    table = "\n\n\n\n\n".join("\n\n\t\n\n".join(row) for row in tables)
    lines = (
        "二、主动公开政府信息情况",
        "",
        "具体情况如下：",
        "",
        *table.split("\n"),
        "",
        "三、收到和处理政府信息公开申请情况",
    )
    (found,) = grids(*lines)
    assert found[1:4] == [*rows[:2], ["5.要求行政机关确认或重新出具", "", "", "7"]]


def test_rules_of_dashes_above_and_below_rows_are_no_lines_of_the_table() -> None:
    rule = "  -------------- -------------- --------------"
    rows = (
        rule,
        "行政复议",
        "",
        "结果维持  结果纠正  总计",
        "",
        "4  0  4",
        rule,
        "行政诉讼",
        "",
        "1  2  3",
        rule,
    )
    document = read(
        "\n".join((TITLE, *FILLED, "四、政府信息公开行政复议、行政诉讼情况", *rows)).encode(), "a.txt"
    )
    assert not any("---" in block.text for block in document.blocks if isinstance(block, Line))
    assert [["4", "0", "4"], ["1", "2", "3"]] == [
        [cell.text for cell in row]
        for block in document.blocks
        if isinstance(block, Grid)
        for row in block.rows
        if row[0].text in ("4", "1")
    ]


def test_a_figure_right_below_a_heading_leaves_the_heading_a_heading() -> None:
    lines = ("三、收到和处理政府信息公开申请情况", "3", "2.重复申请", *"7000007", "（七）总计", *"70000078")
    document = read("\n".join((TITLE, *lines)).encode(), "a.txt")
    assert lines[0] in [block.text for block in document.blocks if isinstance(block, Line)]


def test_a_short_rule_of_markdown_is_no_row_and_marks_for_zeros_are_one() -> None:
    rows = ("|行政复议|行政诉讼|", "|--|--|", "|0|9|", "|--|--|", "|规章|1|", "|行政许可|2|")
    (found,) = grids(*rows)
    assert found[:3] == [["行政复议", "行政诉讼"], ["0", "9"], ["--", "--"]]


def test_a_table_printed_on_one_line_of_pipes_has_its_rows() -> None:
    pads = "|" * 120
    rows = (
        "信息内容|本年制发件数|本年废止件数|现行有效件数",
        "规章|0|0|1",
        "行政规范性文件|2| |5",
        "行政许可|3",
    )
    (found,) = grids(" ".join(f"|{row}{pads}" for row in rows))
    assert [[cell for cell in row if cell][:4] for row in found] == [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "1"],
        ["行政规范性文件", "2", "5"],
        ["行政许可", "3"],
    ]


def test_a_wide_backslash_is_a_mark_for_zero() -> None:
    assert grids("规章 |", " ＼ |", " 0 |", "行政规范性文件 |", " 1 |", " ＼ |")[0][0] == ["规章", "＼", "0"]


def test_a_label_alone_above_its_figures_may_stand_below_a_broken_header() -> None:
    header = ("信息内容 本年新", "制作数量 本年新", "公开数量 对外公开", "总数量")
    (found,) = grids(*header, "规章", "0 0 7", "规范性文件 30 78 82", *FILLED)
    assert ["规章", "0", "0", "7"] in found


@pytest.mark.parametrize("between", ["、", "，", ",", "；"])
def test_a_sentence_that_lists_every_reason_is_prose(between: str) -> None:
    labels = (
        "属于国家秘密",
        "其他法律行政法规禁止公开",
        "保护第三方合法权益",
        "属于三类内部事务信息",
        "重复申请",
    )
    listed = between.join(f"{label}{number}件" for number, label in enumerate((*labels, *labels), 11))
    sentence = f"不予公开80件（{listed}），结转下年度继续办理3件。"
    rows = ["规章  0  0  0", "一、本年新收政府信息公开申请数量  1  0  0  0  0  0  1"] * 5
    document = read("\n".join((TITLE, "一、总体情况", sentence, "三、申请情况", *rows)).encode(), "a.txt")
    assert sentence in [block.text for block in document.blocks if isinstance(block, Line)]
