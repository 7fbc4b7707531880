"""The form of a report is told by all its labels together: no single one is needed, and none misleads."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from damaged.paper import Table, grid, tables
from damaged.truth import TrueCell
from nianbao.forms import FORMS, Form
from nianbao.interpret import Reading, interpret
from nianbao.read import read

HEADS = {
    2: "二、主动公开政府信息情况",
    3: "三、收到和处理政府信息公开申请情况",
    4: "四、政府信息公开行政复议、行政诉讼情况",
}
OLD, NEW = FORMS["2019-60"], FORMS["2021-30"]


def printed(form: Form) -> dict[int, Table]:
    zeros = dict.fromkeys(form.addresses(), TrueCell("0", Decimal(0)))
    return tables(form, zeros, str, wide_first=True)


def reading(made: dict[int, Table], *, lost: str = "", lines: int = 999) -> Reading:
    """Read the tables as tab-separated rows, of which every cell that prints `lost` is empty."""
    rows = [
        line
        for number, table in made.items()
        for line in (
            HEADS[number],
            *("\t".join("" if text == lost else text for text in row) for row in grid(table)),
        )
    ]
    text = "\n".join(("某镇政府信息公开工作年度报告", *rows[:lines]))
    return interpret(read(text.encode(), "a.txt"), FORMS)


def hybrid() -> dict[int, Table]:
    """Return the tables of 2021 with 第二十条第（一）项 in the columns of 2019."""
    made = printed(NEW)
    rows = (*printed(OLD)[2].rows[:4], *made[2].rows[4:])
    return {**made, 2: made[2]._replace(rows=rows)}


def labels(made: dict[int, Table]) -> Iterator[str]:
    texts = (box.text for table in made.values() for row in table.rows for box in row if not box.address)
    return (text for text in dict.fromkeys(texts) if text)


@pytest.mark.parametrize(
    ("form", "lost"), [(form.id, label) for form in FORMS.values() for label in labels(printed(form))]
)
def test_no_single_label_decides_the_form(form: str, lost: str) -> None:
    assert reading(printed(FORMS[form]), lost=lost).form == form


@pytest.mark.parametrize("lost", list(labels(hybrid())))
def test_a_hybrid_is_of_the_form_that_most_of_its_tables_use(lost: str) -> None:
    assert reading(hybrid(), lost=lost).form == "2021-30"


@pytest.mark.parametrize("lines", [17, 20, 30, 60])
def test_a_hybrid_that_is_cut_short_is_of_the_form_of_what_is_left(lines: int) -> None:
    found = reading(hybrid(), lost="第二十条第（八）项", lines=lines)
    assert found.form == "2021-30"
    assert [cell.value for cell in found.cells.values()].count(None) < len(found.cells)


@pytest.mark.parametrize(("form", "other"), [(NEW, OLD), (OLD, NEW)])
def test_a_table_that_only_has_rows_of_the_other_form_is_read(form: Form, other: Form) -> None:
    found = reading({**printed(form), 3: printed(other)[3]})
    assert found.form == form.id
    cells = {address: cell for address, cell in found.cells.items() if address.startswith("applications.")}
    lost = {address: cell.why for address, cell in cells.items() if cell.value is None}
    assert {address.split(".")[1] for address in lost} == {"other_outcome"}
    why = "原文没有把“（六）其他处理”分开列，只印了合计的一行" if form is NEW else "本行有 8 个数字"
    assert all(each.startswith(why) for each in lost.values())


def test_labels_below_the_caption_of_another_clause_tell_the_form_where_no_others_do() -> None:
    heads = ("第二十条第（八）项", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t1\t0\t2")
    text = "\n".join(("某镇政府信息公开工作年度报告", HEADS[2], *heads))
    assert interpret(read(text.encode(), "a.txt"), FORMS).form == "2021-30"


def test_the_group_of_other_outcomes_is_not_the_row_of_2019() -> None:
    made = {3: printed(NEW)[3]}
    words = {"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.申请人逾期不补正的"}
    rows = tuple(
        tuple(box._replace(text=words.get(box.text, box.text)) for box in row) for row in made[3].rows
    )
    found = reading(
        {3: made[3]._replace(rows=rows)},
        lost="2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    )
    assert found.form == "2021-30"
