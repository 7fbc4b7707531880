"""What happens to whole rows and tables: merged and lost values, lost labels, tables cut at a page end."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from damaged.paper import Box, Line, Paper, Row, Table, is_data
from damaged.truth import LOST, TrueCell


@dataclass(frozen=True)
class Printed:
    """A report on its way to paper: its blocks, the truth about its cells, and what was done to it."""

    paper: Paper
    cells: dict[str, TrueCell]
    done: tuple[str, ...] = ()

    def rows(self, table: str) -> list[Row]:
        return [
            row for each in self.paper if isinstance(each, Table) and each.id == table for row in each.rows
        ]


def _with_rows(
    printed: Printed, table_id: str, rows: list[Row], breaks: frozenset[int] = frozenset()
) -> Printed:
    paper = tuple(
        each._replace(rows=tuple(rows), breaks=breaks or each.breaks)
        if isinstance(each, Table) and each.id == table_id
        else each
        for each in printed.paper
    )
    return replace(printed, paper=paper)


def _addresses(row: Row) -> list[str]:
    return [box.address for box in row if "." in box.address]


def _doubt(printed: Printed, row: Row) -> dict[str, TrueCell]:
    return {**printed.cells, **{at: printed.cells[at].doubtful() for at in _addresses(row)}}


def _pick(rng: Random, printed: Printed, table: str, wanted: Callable[[Row], bool] = is_data) -> int | None:
    fitting = [index for index, row in enumerate(printed.rows(table)) if is_data(row) and wanted(row)]
    return rng.choice(fitting) if fitting else None


def merged_value(rng: Random, printed: Printed) -> Printed:
    """V4: one 0 merged over the whole row."""

    def zeros(row: Row) -> bool:
        return all(box.text == "0" for box in row if box.address)

    index = _pick(rng, printed, "applications", zeros)
    if index is None:
        return printed
    rows = printed.rows("applications")
    row = rows[index]
    rows[index] = (*(box for box in row if not box.address), Box("0", 7, 1, _addresses(row)[0]))
    return replace(_with_rows(printed, "applications", rows), cells=_doubt(printed, row))


def value_lost(rng: Random, printed: Printed) -> Printed:
    """V5: a row has one figure too few; which one, nothing tells."""
    table = rng.choice(("applications", "art20"))
    index = _pick(rng, printed, table, lambda row: len(_addresses(row)) > 1)
    if index is None:
        return printed
    rows = printed.rows(table)
    row = rows[index]
    lost = rng.choice(_addresses(row))
    rows[index] = tuple(box for box in row if box.address != lost)
    return replace(_with_rows(printed, table, rows), cells={**_doubt(printed, row), lost: LOST})


def value_too_many(rng: Random, printed: Printed) -> Printed:
    """V5: a row has one figure too many."""
    index = _pick(rng, printed, "applications")
    if index is None:
        return printed
    rows = printed.rows("applications")
    row = list(rows[index])
    first = next(at for at, box in enumerate(row) if box.address)
    row.insert(rng.randint(first, len(row)), Box(rng.choice("0123"), 1, 1, "extra"))
    cells = _doubt(printed, rows[index])
    rows[index] = tuple(row)
    return replace(_with_rows(printed, "applications", rows), cells=cells)


def label_lost(rng: Random, printed: Printed) -> Printed:
    """H6: the label of 规章 or of one other row is gone; its figures seem to go on with the row above."""
    table = rng.choice(("art20", "art20", "applications"))
    index = _pick(rng, printed, table)
    if index is None:
        return printed
    rows = printed.rows(table)
    row = rows[index]
    last = max(at for at, box in enumerate(row) if not box.address)
    rows[index] = tuple(box._replace(text="") if at == last else box for at, box in enumerate(row))
    printed = replace(printed, cells=_doubt(printed, row))
    return replace(_with_rows(printed, table, rows), cells=_doubt(printed, rows[index - 1]))


def group_lost(rng: Random, printed: Printed) -> Printed:
    """H12: the first outcome row loses 三、本年度办理结果, which stands some rows further down."""
    rows = printed.rows("applications")
    starts = [at for at, row in enumerate(rows) if len([box for box in row if not box.address]) == 2]
    if not starts or not is_data(rows[starts[0]]) or "办" not in rows[starts[0]][0].text:
        return printed
    group, *rest = rows[starts[0]]
    rows[starts[0]] = (rest[0]._replace(wide=3), *rest[1:])
    rows[starts[0] + 1] = (rows[starts[0] + 1][0]._replace(wide=3), *rows[starts[0] + 1][1:])
    rows[starts[0] + 2] = (group._replace(tall=group.tall - 2), *rows[starts[0] + 2])
    return _with_rows(printed, "applications", rows)


def group_repeated(rng: Random, printed: Printed) -> Printed:
    """H13: a group label is printed again after a page break."""
    rows = printed.rows("applications")
    inside = [at for at, row in enumerate(rows) if "补正后" in row[0].text]
    if not inside or len(rows[inside[0]][0].text) > 20:
        return printed
    at = inside[0]
    rows[at] = (Box("三、本年度办理结果"), Box("（四）无法提供"), *rows[at])
    return _with_rows(printed, "applications", rows)


def page_break(rng: Random, printed: Printed) -> Printed:
    """Part a table by the end of a page."""
    table = rng.choice(("applications", "applications", "art20"))
    index = _pick(rng, printed, table)
    return _with_rows(printed, table, printed.rows(table), frozenset({index})) if index else printed


def label_split(rng: Random, printed: Printed) -> Printed:
    """Part a label over two lines inside its cell."""
    rows = printed.rows("applications")
    for index in rng.sample(range(len(rows)), min(3, len(rows))):
        row = rows[index]
        if is_data(row):
            at = max(number for number, box in enumerate(row) if not box.address)
            middle = len(row[at].text) // 2 + 1
            text = f"{row[at].text[:middle]} {row[at].text[middle:]}"
            rows[index] = (*row[:at], row[at]._replace(text=text), *row[at + 1 :])
    return _with_rows(printed, "applications", rows)


def _gone(printed: Printed, rows: list[Row]) -> dict[str, TrueCell]:
    return {**printed.cells, **{at: LOST for row in rows for at in _addresses(row) if at != "extra"}}


def rows_lost(rng: Random, printed: Printed) -> Printed:
    """Lose the end of 表三 at a page end, and all of 表四 but its figures."""
    index = _pick(rng, printed, "applications")
    if index is None or index < 6:
        return printed
    rows, fourth = printed.rows("applications"), printed.rows("disputes")
    printed = replace(printed, cells=_gone(printed, rows[index:]))
    printed = _with_rows(printed, "applications", rows[:index])
    residue = tuple(Box(char) for char in "持正果结 维纠结审 维纠结审")
    printed = replace(printed, cells={**printed.cells, **_doubt(printed, fourth[-1])})
    printed = _with_rows(printed, "disputes", [residue, fourth[-1]])
    return replace(printed, paper=tuple(each for each in printed.paper if not _heads(each, "四")))


def column_lost(rng: Random, printed: Printed) -> Printed:
    """Lose one column of 表三 from a page end on: six figures where the form has seven."""
    index = _pick(rng, printed, "applications")
    if index is None:
        return printed
    rows = printed.rows("applications")
    names = [at.rsplit(".", 1)[1] for at in _addresses(rows[index])]
    column = rng.choice(names) if len(names) == 7 else ""
    cells = dict(printed.cells)
    for at in range(index, len(rows)):
        lost = [address for address in _addresses(rows[at]) if address.endswith(f".{column}")]
        if column and len(lost) == 1 and len(_addresses(rows[at])) == 7:
            cells |= {address: cells[address].doubtful() for address in _addresses(rows[at])} | {
                lost[0]: LOST
            }
            rows[at] = tuple(box for box in rows[at] if box.address != lost[0])
    return replace(_with_rows(printed, "applications", rows, frozenset({index})), cells=cells)


def truncated(rng: Random, printed: Printed) -> Printed:
    """M-TRUNC: the text ends inside 表三."""
    index = _pick(rng, printed, "applications")
    if index is None:
        return printed
    rows = printed.rows("applications")
    gone = rows[index:] + printed.rows("disputes")
    at = next(
        n for n, each in enumerate(printed.paper) if isinstance(each, Table) and each.id == "applications"
    )
    printed = _with_rows(replace(printed, cells=_gone(printed, gone)), "applications", rows[:index])
    return replace(printed, paper=printed.paper[: at + 1])


def table_before_heading(rng: Random, printed: Printed) -> Printed:
    """S8: a table stands before the heading of its section, or that heading is gone."""
    paper = list(printed.paper)
    at = next((n for n, each in enumerate(paper) if _heads(each, "四")), None)
    if at is None or at + 1 >= len(paper):
        return printed
    if rng.random() < 0.5:
        del paper[at]
    return replace(printed, paper=tuple(paper))


def _heads(block: Line | Table, numeral: str) -> bool:
    return isinstance(block, Line) and block.level == 2 and block.text.startswith(numeral)


Step = Callable[[Random, Printed], Printed]
MARKED = ("HTML", "MSO", "DOCX")
ALL = ("L1", "L1t", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L13", "FAKE", *MARKED)
GRIDS = ("L2", "L3", "L6", "L7")
STEPS: tuple[tuple[str, float, tuple[str, ...], Step], ...] = (
    ("H12", 0.08, ("L7", "L8", *MARKED), group_lost),
    ("H13", 0.03, ("L3", "L7"), group_repeated),
    ("H-split", 0.20, ("L1t", "L6", "L7", *MARKED), label_split),
    ("H6-row", 0.04, ALL, label_lost),
    ("V4", 0.02, ("L1", "L2", "L3", "L4", "L5", "L6", "L7", *MARKED), merged_value),
    ("V5-few", 0.03, ALL, value_lost),
    ("V5-many", 0.02, ALL, value_too_many),
    ("break", 0.15, ("L7", "L8", *MARKED), page_break),
    ("column", 0.02, ("L7", "L8", *MARKED), column_lost),
    ("rows", 0.03, ("L7",), rows_lost),
    ("M-TRUNC", 0.02, (*ALL, "L9", "L10"), truncated),
    ("S8", 0.02, ALL, table_before_heading),
)


def damage(rng: Random, layout: str, printed: Printed) -> Printed:
    """Return the report after what its layout usually suffers, each damage named."""
    for name, share, layouts, step in STEPS:
        if rng.random() < share and layout in layouts:
            printed = step(rng, printed)
            printed = replace(printed, done=(*printed.done, name))
    return printed
