"""The tables of a normalised report → cells; labels and figures must be those of the form, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from nianbao.archive.dump import PLACEHOLDERS
from nianbao.archive.markup import split_row, unescape
from nianbao.cells import Cell, State
from nianbao.errors import ContentError
from nianbao.forms import Form, TableForm

_MARKER = "<!-- table: "
_FIGURE_CHARACTERS = frozenset("0123456789.-")
_STATES = {text: state for state, text in PLACEHOLDERS.items()}
_MISSING = Cell(State.MISSING)


class Table(NamedTuple):
    """A table of the body that has not been read yet: the line of its first row, its id, its lines."""

    number: int
    table: str
    rows: list[str]


def take_tables(lines: list[str], offset: int, where: str) -> Iterator[Table]:
    """Yield each table that follows a marker and a blank line, and leave empty lines in its place.

    `offset` is the number of the first line in the file. The Markdown parser then need not look at a
    hundred rows, and every other line keeps its number.
    """
    for index, line in enumerate(lines):
        if not line.startswith(_MARKER):
            continue
        start = index + 2
        end = next((row for row in range(start, len(lines)) if not lines[row]), len(lines))
        table = marked_table(line)
        if end <= start or lines[index + 1]:
            raise ContentError(f"{where}:{offset + index}", f"table {table!r} is missing after its marker")
        yield Table(offset + start, table, lines[start:end])
        lines[start:end] = [""] * (end - start)


def marked_table(line: str) -> str:
    """Return the id of the table that a line announces, empty where it announces none."""
    return line.removeprefix(_MARKER).removesuffix("-->").strip() if line.startswith(_MARKER) else ""


def read_cells(tables: list[Table], form: Form | None, where: str) -> dict[str, Cell]:
    """Return every cell of the form; those of a table that stands nowhere are missing in the source too."""
    read: dict[str, tuple[Cell, ...]] = {}
    for item in tables:
        table = form.table(item.table) if form else None
        if table is None or item.table in read:
            problem = "is printed twice" if table else f"is not in form {form.id if form else 'none'!r}"
            raise ContentError(f"{where}:{item.number}", f"table {item.table!r} {problem}")
        read[item.table] = tuple(_cells(item, table, where))
    cells: dict[str, Cell] = {}
    for table in form.tables if form else ():
        addresses = table.addresses()
        cells.update(zip(addresses, read.get(table.id) or (_MISSING,) * len(addresses), strict=True))
    return cells


def _cells(item: Table, table: TableForm, where: str) -> Iterator[Cell]:
    labels = (table.stub, *(column.label for column in table.columns))
    expected = (labels, (), *((row.label,) for row in table.rows))
    for index, (line, label) in enumerate(zip(item.rows, expected, strict=False)):
        found, cells = _row(line, len(label))
        if len(found) + len(cells) != len(labels):
            where_ = f"{where}:{item.number + index}"
            raise ContentError(where_, f"expected a table row of {len(labels)} cells, found {line!r}")
        if found != label:
            raise ContentError(
                f"{where}:{item.number + index}",
                f"found label {found[0]!r}, expected {label[0]!r} (form's table {table.id!r})",
            )
        if index > 1:
            for text, cell in cells:
                if cell is None:
                    raise ContentError(
                        f"{where}:{item.number + index}",
                        f"found {text!r}, expected a figure, a mark, 缺失, 存疑 or nothing",
                    )
                yield cell
    if len(item.rows) != len(expected):
        number = item.number + min(len(item.rows), len(expected))
        raise ContentError(
            f"{where}:{number}", f"table {table.id!r} has {len(item.rows)} lines, not {len(expected)}"
        )


@lru_cache(maxsize=16384)  # most rows of most reports are the same few: label and zeros
def _row(line: str, labels: int) -> tuple[tuple[str, ...], tuple[tuple[str, Cell | None], ...]]:
    """Return the first `labels` cells of a table line as text, and the others with their cells."""
    texts = split_row(line) or []
    return tuple(map(unescape, texts[:labels])), tuple((text, _cell(text)) for text in texts[labels:])


@lru_cache(maxsize=4096)
def _cell(text: str) -> Cell | None:
    """Return the cell that a table shows as `text`, None where it is none."""
    if not text:
        return Cell(State.BLANK)
    if text in _STATES:
        return Cell(_STATES[text])
    if text[-1].isdigit() and _FIGURE_CHARACTERS.issuperset(text):
        return Cell(State.REPORTED, Decimal(text))
    raw = unescape(text)
    return None if any(char.isalnum() and char not in "无零〇" for char in raw) else Cell(State.MARK, raw=raw)
