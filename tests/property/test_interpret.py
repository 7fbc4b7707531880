"""Generated tables in every layout, whole and damaged: a figure is right or it is not given."""

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.cells import State
from nianbao.forms import FORMS, Form, Row, TableForm
from nianbao.interpret import Reading, interpret
from nianbao.model import Paragraph
from nianbao.read import read

Truth = dict[str, Decimal | None]  # None: printed empty
SEEDS = st.integers(0, 10**9)


@dataclasses.dataclass
class Printed:
    """A table row on paper: label cells, one cell per column with its address, pads behind.

    `short` rows have lost a figure.
    """

    labels: list[str]
    figures: list[tuple[str, str]]
    pads: int = 0
    short: bool = False

    def cells(self) -> list[str]:
        return [*self.labels, *(text for _, text in self.figures), *[""] * self.pads]


def _count(rng: Random) -> int:
    return 0 if rng.random() < 0.6 else rng.choice((1, 2, 3, 7, 15, 128, 2304))


def _applications(rng: Random, table: TableForm) -> dict[str, list[int]]:
    """Return rows of seven figures that satisfy every identity of the table."""
    rows: dict[str, list[int]] = {}
    for row in table.rows:
        parts = [_count(rng) for _ in range(6)]
        rows[row.id] = [*parts, sum(parts)]
    outcomes = [row.id for row in table.rows if row.path and row.id != "processed_total"]
    rows["processed_total"] = [sum(rows[row][column] for row in outcomes) for column in range(7)]
    rows["carried_forward"] = [min(a, 1) for a in rows["processed_total"][:6]]
    rows["carried_forward"].append(sum(rows["carried_forward"]))
    rows["brought_forward"] = rows["carried_forward"]
    rows["new"] = rows["processed_total"]
    return rows


def _disputes(rng: Random, table: TableForm) -> list[int]:
    figures: list[int] = []
    for _ in table.rows:
        parts = [_count(rng) for _ in range(4)]
        figures += [*parts, sum(parts)]
    return figures


def _labels(row: Row, before: Row | None, rng: Random) -> list[str]:
    """Return the three label cells of a row of 表三: a group is printed in its first row only."""
    old = before.path if before else ()
    cells = [group if old[index : index + 1] != (group,) else "" for index, group in enumerate(row.path)]
    label = row.label.replace("（", "(").replace("）", ") ") if rng.random() < 0.3 else row.label
    return [*cells, label, *[""] * (2 - len(row.path))]


def _report(rng: Random, form: Form) -> tuple[dict[str, list[Printed]], Truth]:
    """Return the printed rows of each table, headers included, and the figures."""
    truth: Truth = {}
    printed: dict[str, list[Printed]] = {}
    for table in form.tables:
        rows = printed.setdefault(table.id, [])
        if table.id == "applications":
            figures = _applications(rng, table)
            rows.append(Printed([table.stub, "", "", "申请人情况"], []))
            rows.append(Printed(["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"], []))
            names = [column.label for column in table.columns[1:6]]
            rows.append(Printed(["", "", "", "", *names, ""], []))
            for before, row in zip((None, *table.rows), table.rows, strict=False):
                cells = [str(number) for number in figures[row.id]]
                addresses = [table.address(row.id, column.id) for column in table.columns]
                labels = _labels(row, before, rng)
                rows.append(Printed(labels, list(zip(addresses, cells, strict=True))))
        elif table.printed == "wide":
            cells = [str(number) for number in _disputes(rng, table)]
            rows.append(Printed(["行政复议", *[""] * 4, "行政诉讼", *[""] * 9], []))
            rows.append(Printed([column.label for _ in table.rows for column in table.columns], []))
            rows.append(Printed([], list(zip(table.addresses(), cells, strict=True))))
        else:
            rows.append(Printed([table.title, "", "", ""], []))
            rows.append(Printed([table.stub, *(column.label for column in table.columns)], []))
            for row in table.rows:
                rows.append(
                    Printed(
                        [row.label], [_art20(rng, table, row, index) for index in range(len(table.columns))]
                    )
                )
        for each in rows:
            truth.update({address: _number(text) for address, text in each.figures})
    return printed, truth


def _art20(rng: Random, table: TableForm, row: Row, index: int) -> tuple[str, str]:
    column = table.columns[index]
    number = str(_count(rng))
    if column.money:
        number = f"{number}.{rng.randint(10, 99)} 万元" if number != "0" else number
    elif column.signed and number != "0":
        number = rng.choice("+-") + number
    return table.address(row.id, column.id), number


def _number(text: str) -> Decimal | None:
    return Decimal(text.replace("万元", "").strip()) if text else None


def _document(form: Form, lines: dict[str, list[str]]) -> bytes:
    text = ["桃尧镇2020年政府信息公开工作年度报告", "", "一、总体情况", "", "全年工作有序开展。", ""]
    for section in form.sections[1:4]:
        text += [f"{'一二三四五六'[section.number - 1]}、{section.title}", ""]
        text += [line for table in form.tables if table.section == section.number for line in lines[table.id]]
        text.append("")
    text += ["五、存在的主要问题及改进情况", "", "人员不足。", "", "六、其他需要报告的事项", "", "无"]
    return "\n".join(text).encode()


def _by_tabs(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    lines = {table: ["\t".join(row.cells()) for row in rows] for table, rows in printed.items()}
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _by_lines(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print one cell per line behind a tab, an empty line after each row."""
    lines = {
        table: [line for row in rows for line in (*(f"\t{cell}" for cell in row.cells()), "")]
        for table, rows in printed.items()
    }
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _by_pipes(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    lines = {table: [f"| {' | '.join(row.cells())} |" for row in rows] for table, rows in printed.items()}
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _stacked(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print one cell per line, an empty line after each; empty cells leave no trace."""
    lines = {
        table: [line for row in rows for cell in row.cells() if cell.strip() for line in (cell, "")]
        for table, rows in printed.items()
    }
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _by_piped_lines(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print one cell per line, a pipe behind each."""
    lines = {table: [f"{cell} |" for row in rows for cell in row.cells()] for table, rows in printed.items()}
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _by_lone_pipes(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print a line with a pipe only before each row, then one cell per line, a pipe behind each."""
    lines = {
        table: [line for row in rows for line in ("|", *(f"{cell} |" for cell in row.cells()))]
        for table, rows in printed.items()
    }
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _in_piped_cells(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print a line break and blanks inside every cell."""
    lines = {
        table: [line for row in rows for line in ("| ", *(f"   {cell}  | " for cell in row.cells()))]
        for table, rows in printed.items()
    }
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _spaced(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print blanks between the cells; an empty cell leaves no trace, a figure has no blanks in it."""
    lines = {
        table: ["   ".join(cell.replace(" ", "") for cell in row.cells() if cell) for row in rows]
        for table, rows in printed.items()
    }
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _pasted(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print the tables of each section in a layout of their own: pipes, tabs, a cell on each line."""
    lines: dict[str, list[str]] = {}
    for table in form.tables:
        rows = printed[table.id]
        if table.section == 2:
            lines[table.id] = [f"| {' | '.join(row.cells())} |" for row in rows]
        elif table.section == 3:
            lines[table.id] = ["\t".join(row.cells()) for row in rows]
        else:
            lines[table.id] = [cell for row in rows for cell in row.cells() if cell.strip()]
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


WRITERS = (
    *(_by_tabs, _by_lines, _by_pipes, _stacked),
    *(_by_piped_lines, _by_lone_pipes, _in_piped_cells, _spaced, _pasted),
)


def _glued(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print each row on a line, nothing between its cells."""
    lines = {
        table: ["".join(cell.replace(" ", "") for cell in row.cells()) for row in rows]
        for table, rows in printed.items()
    }
    return interpret(read(_document(form, lines), "generated.txt"), FORMS)


def _on_one_line(form: Form, printed: dict[str, list[Printed]]) -> Reading:
    """Print the whole report on one line, nothing between the cells."""
    lines = {
        table: ["".join(cell.replace(" ", "") for row in rows for cell in row.cells())]
        for table, rows in printed.items()
    }
    return interpret(read(_document(form, lines).replace(b"\n", b""), "generated.txt"), FORMS)


def _wrong(reading: Reading, truth: Truth) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    return {
        address: (cell.value, truth[address])
        for address, cell in reading.cells.items()
        if cell.known and cell.value != truth[address]
    }


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=8, deadline=None)
@given(seed=SEEDS)
def test_every_cell_of_an_undamaged_table_is_read(
    write: Callable[[Form, dict[str, list[Printed]]], Reading], form: Form, seed: int
) -> None:
    printed, truth = _report(Random(seed), form)
    reading = write(form, printed)
    assert reading.form == form.id
    assert {address: cell.value for address, cell in reading.cells.items()} == truth


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
@pytest.mark.parametrize("write", [_glued, _on_one_line])
@settings(max_examples=4, deadline=None)
@given(seed=SEEDS)
def test_glued_figures_are_cut_where_one_way_is_left(
    write: Callable[[Form, dict[str, list[Printed]]], Reading], form: Form, seed: int
) -> None:
    printed, truth = _report(Random(seed), form)
    reading = write(form, printed)
    assert reading.form == form.id
    assert not _wrong(reading, truth)
    table = form.table("applications")
    assert table
    cells = [reading.cells[address] for address in table.addresses()]
    assert sum(cell.known for cell in cells) * 10 >= len(cells) * 5
    assert all(cell.by in ("APP-01", "APP-02", "APP-03") for cell in cells if cell.state is State.INFERRED)
    assert all(cell.why for cell in reading.cells.values() if not cell.known)


@pytest.mark.parametrize("write", [_glued, _on_one_line])
@settings(max_examples=6, deadline=None)
@given(seed=SEEDS)
def test_glued_figures_with_a_wrong_total_are_never_cut_wrongly(
    write: Callable[[Form, dict[str, list[Printed]]], Reading], seed: int
) -> None:
    rng = Random(seed)
    printed, truth = _report(rng, FORMS["2021-30"])
    row = rng.choice([row for row in printed["applications"] if row.figures])
    address, text = row.figures[-1]
    row.figures[-1] = (address, str(int(text) + 1))
    truth[address] = Decimal(int(text) + 1)
    assert not _wrong(write(FORMS["2021-30"], printed), truth)


def _rows(printed: dict[str, list[Printed]]) -> list[Printed]:
    return [row for rows in printed.values() for row in rows if row.figures]


def _blank(rng: Random, row: Printed, truth: Truth) -> None:
    index = rng.randrange(len(row.figures))
    address, _ = row.figures[index]
    row.figures[index] = (address, "")
    truth[address] = None


def _remove(rng: Random, row: Printed, truth: Truth) -> None:
    if len(row.figures) > 1 and (len(row.figures) > 5 or not row.pads):
        row.figures.pop(rng.randrange(len(row.figures)))
        row.short = True


def _remove_and_pad(rng: Random, row: Printed, truth: Truth) -> None:
    if len(row.figures) > 1:
        _remove(rng, row, truth)
        row.pads += 1


def _pad(rng: Random, row: Printed, truth: Truth) -> None:
    if len(row.figures) > 5 or not row.short:
        row.pads += rng.randint(1, 2)


def _shift(rng: Random, row: Printed, truth: Truth) -> None:
    row.labels = [*row.labels, ""] if rng.random() < 0.5 else [label for label in row.labels if label]


def _lose_label(rng: Random, row: Printed, truth: Truth) -> None:
    if row.labels:
        row.labels[max(index for index, label in enumerate(row.labels) if label or not index)] = ""


def _cut_label(rng: Random, row: Printed, truth: Truth) -> None:
    for index, label in enumerate(row.labels):
        if label:
            row.labels[index] = label[: rng.randint(1, len(label))]


def _space_figure(rng: Random, row: Printed, truth: Truth) -> None:
    index = rng.randrange(len(row.figures))
    address, text = row.figures[index]
    if len(text) > 1 and text.isdigit():
        row.figures[index] = (address, f"{text[0]} {text[1:]}")


DAMAGES = (_blank, _remove, _remove_and_pad, _pad, _shift, _lose_label, _cut_label, _space_figure)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_damage_never_gives_a_wrong_number(
    write: Callable[[Form, dict[str, list[Printed]]], Reading], form: Form, seed: int
) -> None:
    rng = Random(seed)
    printed, truth = _report(rng, form)
    for _ in range(rng.randint(1, 12)):
        rng.choice(DAMAGES)(rng, rng.choice(_rows(printed)), truth)
    for rows in printed.values():
        if rng.random() < 0.2 and len(rows) > 3:
            rows.insert(rng.randrange(len(rows)), rows.pop(rng.randrange(len(rows))))
        if rng.random() < 0.2:
            rows.pop(rng.randrange(len(rows)))
        if rng.random() < 0.3:
            rows.insert(rng.randrange(len(rows)), Printed([""], []))
    assert not _wrong(write(form, printed), truth)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_a_page_that_lost_one_column_gives_no_figures(form: Form, seed: int) -> None:
    rng = Random(seed)
    printed, truth = _report(rng, form)
    rows = printed["applications"]
    start, lost = rng.randrange(5, len(rows) - 2), rng.randrange(7)
    for row in rows[start:]:
        row.figures.pop(lost)
    rows.insert(start, Printed([""], []))
    reading = _by_tabs(form, printed)
    addresses = {address for row in rows[start + 1 :] for address, _ in row.figures}
    assert {reading.cells[address].state for address in addresses} == {State.AMBIGUOUS}
    assert not _wrong(reading, truth)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_a_sentence_between_two_rows_is_kept_and_moves_no_figure(seed: int) -> None:
    rng = Random(seed)
    printed, truth = _report(rng, FORMS["2021-30"])
    sentences = [f"说明{index}，以上数据由各股室报送。" for index in range(4)]
    for sentence in sentences:
        rows = printed[rng.choice(list(printed))]
        rows.insert(rng.randrange(len(rows) + 1), Printed([sentence], []))
    reading = _by_tabs(FORMS["2021-30"], printed)
    kept = [
        block.text for section in reading.sections for block in section.blocks if isinstance(block, Paragraph)
    ]
    assert set(sentences) <= set(kept)
    assert not _wrong(reading, truth)
