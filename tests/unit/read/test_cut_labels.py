"""Labels that a program has broken over two lines keep their figures, wherever the break is."""

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.read import Grid, read

FORM = FORMS["2021-30"]
TABLE = next(table for table in FORM.tables if table.id == "applications")
TITLE = "某镇2022年政府信息公开工作年度报告"
HEADS = {
    "|": (
        "第二十条第（一）项 | |||",
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "规章 | 0 | 1 | 2 |",
        "三、收到和处理政府信息公开申请情况",
        "自然人 | 法人或其他组织 | 总计 | ||||||",
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ||||",
    ),
    "": (
        "第二十条第（一）项",
        "信息内容本年制发件数本年废止件数现行有效件数",
        "规章012",
        "三、收到和处理政府信息公开申请情况",
        "自然人法人或其他组织总计",
        "商业企业科研机构社会公益组织法律服务机构其他",
    ),
}
FIGURES = "2010003"


def broken(row_number: int, part: float, between: str, grouped: bool) -> list[str]:
    """Return a row of 表三, every third one with its label broken after `part` of it."""
    row = TABLE.rows[row_number]
    group = row.path[-1] if grouped and row.path and row.path != TABLE.rows[row_number - 1].path else ""
    figures = f" {between} ".join(("", *FIGURES, "")).strip() if between else FIGURES
    before = f"{group} {between} " if group and between else group
    if row_number % 3:
        return [f"{before}{row.label}{' ' if between else ''}{figures}"]
    at = min(max(2, round(len(row.label) * part)), len(row.label) - 2)
    return [f"{before}{row.label[:at]}", f"{row.label[at:]}{' ' if between else ''}{figures}"]


@pytest.mark.parametrize("grouped", [False, True], ids=["label alone", "behind its group"])
@pytest.mark.parametrize("between", ["|", ""], ids=["pipes", "glued"])
@pytest.mark.parametrize("part", [0.3, 0.5, 0.7, 0.9])
def test_labels_broken_over_two_lines_keep_their_figures(part: float, between: str, grouped: bool) -> None:
    rows = [line for number in range(len(TABLE.rows)) for line in broken(number, part, between, grouped)]
    text = "\n".join((TITLE, *HEADS[between], *rows, "四、政府信息公开行政复议、行政诉讼情况", "无。"))
    found = interpret(read(text.encode(), "a.txt"), FORMS).cells
    for row in TABLE.rows:
        assert [str(found[at].value) for at in TABLE.row_addresses(row.id)] == list(FIGURES), row.label


def test_labels_without_any_figure_leave_the_table_above_with_its_figures() -> None:
    above = ["第二十条第（五）项", "信息内容本年处理决定数量", "行政许可7", "第二十条第（六）项"]
    above += ["信息内容本年处理决定数量", "行政处罚8", "行政强制9"]
    labels = [row.label for row in TABLE.rows]
    text = "\n".join((TITLE, *HEADS[""][:3], *above, *HEADS[""][3:], *labels))
    found = interpret(read(text.encode(), "a.txt"), FORMS).cells
    assert found["art20_6.administrative_penalties.decisions"].value == 8
    assert not any(found[at].known for row in TABLE.rows for at in TABLE.row_addresses(row.id))


def test_a_thousand_may_be_set_off_by_a_wide_comma() -> None:
    head = ("第二十条第（六）项", "信息内容 上一年项目数量 本年增/减 处理决定数量")
    lines = [*head, "行政处罚 2 0 1，053", "行政强制 0 -3 12"] * 4
    grids = [
        block
        for block in read("\n".join((TITLE, *lines)).encode(), "a.txt").blocks
        if isinstance(block, Grid)
    ]
    assert ["行政处罚", "2", "0", "1，053"] in [[cell.text for cell in row] for row in grids[0].rows]
