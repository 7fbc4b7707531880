"""A report as it stands on paper: lines, and tables of merged boxes, before anything flattens it."""

from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

from damaged.truth import Cells
from nianbao.forms import Form, TableForm

Label = Callable[[str], str]  # the official label → the label as this paper prints it


class Box(NamedTuple):
    """One printed cell that covers `wide` columns and `tall` rows; `address` where it holds a figure."""

    text: str
    wide: int = 1
    tall: int = 1
    address: str = ""


Row = tuple[Box, ...]


class Table(NamedTuple):
    """Rows of boxes as in HTML; `breaks` are the rows before which a page ends, `width` its columns."""

    id: str
    rows: tuple[Row, ...]
    width: int
    breaks: frozenset[int] = frozenset()


class Line(NamedTuple):
    """A paragraph (level 0), the title (1), a section heading (2) or a heading below it (3 and more)."""

    text: str
    level: int = 0


Paper = tuple[Line | Table, ...]

LONG = 8  # characters of a label that a narrow column may break


def is_data(row: Row) -> bool:
    """Return whether the row holds figures of the form."""
    return any(box.address for box in row)


def with_broken_labels(rng: Random, row: Row, share: float) -> Row:
    """Return a row of figures, its last label broken over two lines in some; short labels stay whole."""
    labels = [at for at, box in enumerate(row) if not box.address and len(box.text) >= LONG]
    if not labels or not is_data(row) or rng.random() >= share:
        return row
    text = row[labels[-1]].text
    at = rng.randrange(4, len(text) - 2)
    return tuple(
        box._replace(text=f"{text[:at]}\n{text[at:]}") if index == labels[-1] else box
        for index, box in enumerate(row)
    )


def tables(form: Form, cells: Cells, label: Label, *, wide_first: bool) -> dict[int, Table]:
    """Return the tables by section: that of 第二十条, 表三 and 表四, as the template prints them.

    `wide_first` says which of two columns is the merged one in a block with two.
    """
    art20 = [table for table in form.tables if table.section == 2]
    rows = [row for table in art20 for row in _art20(table, cells, label, wide_first)]
    third, fourth = form.table("applications"), form.table("disputes")
    assert third and fourth
    return {
        2: Table("art20", tuple(rows), 4),
        3: Table("applications", (*_third_head(third, label), *_third_rows(third, cells, label)), 10),
        4: Table("disputes", tuple(_fourth(fourth, cells, label)), 15),
    }


def _widths(count: int, wide_first: bool) -> tuple[int, ...]:
    return {1: (3,), 2: (2, 1) if wide_first else (1, 2), 3: (1, 1, 1)}[count]


def _art20(table: TableForm, cells: Cells, label: Label, wide_first: bool) -> Iterable[Row]:
    widths = _widths(len(table.columns), wide_first)
    yield (Box(label(table.title), 4),)
    heads = zip(table.columns, widths, strict=True)
    yield (Box(table.stub), *(Box(label(column.label), wide) for column, wide in heads))
    for row in table.rows:
        addresses = [table.address(row.id, column.id) for column in table.columns]
        values = (Box(cells[at].printed, wide, 1, at) for at, wide in zip(addresses, widths, strict=True))
        yield (Box(label(row.label)), *values)


def _third_head(table: TableForm, label: Label) -> tuple[Row, ...]:
    first, *bodies, total = table.columns
    return (
        (Box(label(table.stub), 3, 3), Box("申请人情况", 7)),
        (Box(label(first.label), 1, 2), Box("法人或其他组织", 5), Box(label(total.label), 1, 2)),
        tuple(Box(label(column.label)) for column in bodies),
    )


def _third_rows(table: TableForm, cells: Cells, label: Label) -> Iterable[Row]:
    paths = [row.path for row in table.rows]
    seen: set[tuple[str, ...]] = set()
    for row in table.rows:
        labels: list[Box] = []
        for depth in range(1, len(row.path) + 1):
            group = row.path[:depth]
            if group not in seen:
                seen.add(group)
                labels.append(Box(label(group[-1]), 1, sum(path[:depth] == group for path in paths)))
        labels.append(Box(label(row.label), 3 - len(row.path)))
        addresses = [table.address(row.id, column.id) for column in table.columns]
        yield (*labels, *(Box(cells[at].printed, 1, 1, at) for at in addresses))


def _fourth(table: TableForm, cells: Cells, label: Label) -> Iterable[Row]:
    heads = [label(column.label) for column in table.columns]
    yield (Box("行政复议", 5), Box("行政诉讼", 10))
    yield (*(Box(head, 1, 2) for head in heads), Box("未经复议直接起诉", 5), Box("复议后起诉", 5))
    yield tuple(Box(head) for head in heads * 2)
    yield tuple(Box(cells[at].printed, 1, 1, at) for at in table.addresses())


def grid(table: Table) -> list[list[str]]:
    """Return the table as rows of texts; what a merged box covers is empty but for its first.

    A row that lost a box is shorter than the others, one with a box too many is longer.
    """
    covered: dict[tuple[int, int], str] = {}
    for index, row in enumerate(table.rows):
        column = 0
        for box in row:
            while (index, column) in covered:
                column += 1
            for down in range(box.tall):
                for right in range(box.wide):
                    covered[index + down, column + right] = "" if down or right else box.text
    places = sorted(covered)
    return [[covered[place] for place in places if place[0] == index] for index in range(len(table.rows))]


def pages(table: Table, *, header: int = 0) -> list[tuple[Row, ...]]:
    """Return the rows of each page on which the table is printed, as separate tables.

    A box merged over the end of a page goes on empty on the next, whose first rows are the first
    `header` rows again.
    """
    starts = [0, *sorted(each for each in table.breaks if header < each < len(table.rows))]
    placed = _placed(table)
    found = []
    for start, end in zip(starts, (*starts[1:], len(table.rows)), strict=True):
        rows = [list(row) for row in placed[start:end]]
        for at in range(start):
            rows[0] += [
                (column, Box("", box.wide, at + box.tall - start))
                for column, box in placed[at]
                if at + box.tall > start
            ]
        again = table.rows[:header] if start else ()
        cut = (
            tuple(box._replace(tall=min(box.tall, end - start - at)) for _, box in sorted(row))
            for at, row in enumerate(rows)
        )
        found.append((*again, *cut))
    return found


def _placed(table: Table) -> list[list[tuple[int, Box]]]:
    """Return the boxes of each row with the columns in which they begin."""
    covered: set[tuple[int, int]] = set()
    placed: list[list[tuple[int, Box]]] = []
    for index, row in enumerate(table.rows):
        placed.append([])
        column = 0
        for box in row:
            while (index, column) in covered:
                column += 1
            placed[-1].append((column, box))
            covered |= {
                (index + down, column + right) for down in range(box.tall) for right in range(box.wide)
            }
    return placed
