"""How a cell is told to a reader: a figure as printed, or the word for why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from nianbao.cells import Cell, State
from nianbao.forms import Column

WORDS = {
    State.BLANK: "未填",
    State.MISSING: "缺失",
    State.AMBIGUOUS: "存疑",
    State.MARK: "无数字",
    State.INFERRED: "推得",
}
EXPLANATIONS = {
    State.BLANK: "原文这一格是空的，不等于 0",
    State.MISSING: "原文没有这一行或这一列，数字不得而知",
    State.AMBIGUOUS: "原文有数字，但有几种读法，未取其一",
    State.MARK: "原文写的是符号或“无”，不是数字，照印",
    State.INFERRED: "原文有数字但粘连或残缺，借勾稽关系读出，依据见表下",
}
NOT_READ = Cell(State.MISSING)


def figure_text(cell: Cell, column: Column) -> str:
    """Return what a table shows in a cell: never 0 unless the source says 0.

    A printed plus sign stays in a signed column; an amount whose header names no unit carries it.
    """
    if cell.value is None:
        return cell.raw.strip() or WORDS[cell.state] if cell.state is State.MARK else WORDS[cell.state]
    plus = "+" if column.signed and cell.raw.strip()[:1] in ("+", "＋") else ""
    unit = " 万元" if column.money and not column.unit_printed else ""
    return f"{plus}{number(cell.value)}{unit}"


def number(value: Decimal) -> str:
    """Return a figure in plain digits, with the decimals it was printed with.

    >>> number(Decimal("78.80")), number(Decimal("1E+3"))
    ('78.80', '1000')
    """
    return format(value, "f")


class Total(NamedTuple):
    """A sum of cells; `value` is None where one of them is not known, `missing` is then its word."""

    value: Decimal | None
    missing: str = ""


def total(cells: Mapping[str, Cell], addresses: Iterable[str]) -> Total:
    """Add up cells; a single unknown one makes the sum unknown."""
    result = Decimal(0)
    for address in addresses:
        cell = cells.get(address, NOT_READ)
        if cell.value is None:
            return Total(None, WORDS[cell.state])
        result += cell.value
    return Total(result)
