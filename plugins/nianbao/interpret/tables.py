"""Every cell of the form, with its state, from the table rows of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nianbao.cells import Cell, Place, State
from nianbao.forms import Form, Row, TableForm, normalise
from nianbao.interpret.behind_blanks import behind_blanks
from nianbao.interpret.broken_rows import broken_rows
from nianbao.interpret.chained import chained_rows
from nianbao.interpret.choose import choose_form
from nianbao.interpret.columns import Placed, Shapes, place, shapes_of
from nianbao.interpret.damaged_figures import read_damaged
from nianbao.interpret.doubts import doubts
from nianbao.interpret.figures import read_figure
from nianbao.interpret.glued import glued_rows
from nianbao.interpret.headers import (
    DISORDER,
    ELSEWHERE,
    PILED,
    empty_beside_others,
    header_shape,
    header_texts,
)
from nianbao.interpret.lines import Item
from nianbao.interpret.loose import loose_rows
from nianbao.interpret.lost_labels import rows_in_one
from nianbao.interpret.lost_total import without_total
from nianbao.interpret.printed_columns import columns_below, place_below_header, place_in_spans
from nianbao.interpret.printings import printings
from nianbao.interpret.recognise import (
    BROKEN,
    TOGETHER,
    Data,
    Header,
    Known,
    Wide,
    goes_on_below,
    prints_together,
    recognise,
    values_of,
)
from nianbao.interpret.reordered import reordered_rows
from nianbao.interpret.row_figures import Figures, together_rows
from nianbao.interpret.table_notes import table_notes
from nianbao.interpret.unnamed import unnamed_rows
from nianbao.interpret.vocabulary import words_of
from nianbao.interpret.wide import wide_apart, wide_cells, wide_listed
from nianbao.model import Note
from nianbao.read.layouts.shape import is_value

_NO_TABLE = "原文中没有找到这张表"
_NO_ROW = "原文的表中没有这一行"
_MERGED = "原文没有把“{group}”分开列，只印了合计的一行"
_HEAD_ONLY = "原文有这张表的表头，表头下面没有数字"
_BEHIND_BLANKS = "本行名称后面先是空格，再是数字；数字可能属于名称丢失的下一行，不能确定"
_NEXT_LOST = "下一行的名称没有印出，这个数字可能是下一行的，不能确定"
_DEDUPLICATED = "原文转换时删去了重复的行（同样的文字只留下一次），数字无法还原"


@dataclass(frozen=True, slots=True)
class Tables:
    """All cells of the form by address; `owner` gives the table that an item (by its index) belongs to."""

    form: str = ""
    cells: Mapping[str, Cell] = field(default_factory=dict)
    owner: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def read_tables(items: Sequence[Item], forms: Mapping[str, Form]) -> Tables:
    """Return the cells of the form that the tables in `items` are printed in; no form, no cells."""
    choice = choose_form(items, forms)
    if choice.form is None:
        return Tables()
    known = tuple(each for each in recognise(items, choice.form) if each.table not in choice.foreign)
    found = dict(_all_cells(items, known, choice.form, choice.foreign))
    cells = {address: found[address] for address in choice.form.addresses()}
    notes = table_notes(items, known, choice.form, choice.foreign, cells)
    return Tables(choice.form.id, cells, {each.item: each.table for each in known}, notes)


def _all_cells(
    items: Sequence[Item], known: Sequence[Known], form: Form, foreign: Mapping[str, Form]
) -> Iterator[tuple[str, Cell]]:
    tables = {table.id: table for table in form.tables}
    shapes = shapes_of(items, known, tables)
    doubtful = dict.fromkeys(behind_blanks(items, known, tables), _BEHIND_BLANKS)
    rows = [each for each in known if isinstance(each, Data)]
    doubtful |= {each.item: BROKEN for each in rows if goes_on_below(items, each)}
    doubtful |= {each.item: TOGETHER for each in rows if prints_together(items, each)}
    for table in form.tables:
        mine = [each for each in known if each.table == table.id]
        if table.printed == "wide" and any(items[each.item].section == table.section for each in mine):
            mine = [each for each in mine if items[each.item].section == table.section]
        doubtful |= dict.fromkeys(empty_beside_others(items, known, table), ELSEWHERE)
        doubtful |= {each.item: _NEXT_LOST for each in mine if _may_be_the_next(items, each, mine, table)}
        if table.id in foreign:
            why = f"原文的这张表用的是{foreign[table.id].name}，与其余各表不同"
            yield from _missing(table, table.rows, why)
        elif listed := list(wide_listed(items, table)) if table.printed == "wide" else []:
            yield from listed
        elif not mine:
            yield from _missing(table, table.rows, _NO_TABLE)
        elif any(items[each.item].deduplicated for each in mine):
            yield from _deduplicated(items, mine, table)
        elif any(isinstance(each, Wide) for each in mine):
            yield from wide_cells(items, mine, table)
        elif all(isinstance(each, Header) for each in mine):
            apart = list(wide_apart(items, table)) if table.printed == "wide" else []
            yield from apart or _missing(table, table.rows, _HEAD_ONLY)
        else:
            yield from _grid_cells(items, mine, table, shapes, doubtful)


def _grid_cells(
    items: Sequence[Item],
    mine: Sequence[Known],
    table: TableForm,
    shapes: Shapes,
    doubtful: Mapping[int, str],
) -> Iterator[tuple[str, Cell]]:
    header, disorder = header_shape(items, mine, table)
    heads = header_texts(items, mine, table)
    columns = columns_below(items, mine, table)
    versions = printings(items, mine)
    glued = glued_rows(items, {row: found[0] for row, found in versions.items() if len(found) == 1}, table)
    read: dict[str, tuple[Data, list[Cell]]] = {}
    merged = _merged_groups(items, table) if len(versions) < len(table.rows) else frozenset()
    odd = _oddly_printed(items, mine, versions, table, disorder)
    uneven = Counter[int]()  # by page fragment: rows with too few or too many figures, less the others
    for row in table.rows:
        printed = versions.get(row.id)
        if row.id in odd:
            yield from zip(table.row_addresses(row.id), odd[row.id], strict=True)
        elif not printed:
            yield from _missing(table, (row,), _why_missing(row, merged))
        elif len(printed) > 1:
            why = f"原文中“{row.label}”印了 {len(printed)} 次而数字不同，无法确定以哪一次为准"
            yield from _unclear(items, printed[0], table, why)
        elif why := disorder or doubtful.get(printed[0].item, ""):
            yield from _unclear(items, printed[0], table, why)
        elif row.id in glued:
            yield from zip(table.row_addresses(row.id), glued[row.id], strict=True)
        else:
            below = place_below_header(items, printed[0], mine, columns)
            below = below or place_in_spans(items, printed[0], mine, table)
            placed = Placed(below) if below else place(items, printed[0], table, shapes, header)
            if not placed.cells:
                yield from _unclear(items, printed[0], table, placed.why)
            uneven[items[printed[0].item].fragment] += -1 if placed.cells else 1
            figures = [
                read_figure(cell, column, heads.get(column.id, ""))
                for column, cell in zip(table.columns, placed.cells, strict=False)
            ]
            in_cells = not items[printed[0].item].rowless or len(table.columns) == 1
            read[row.id] = (printed[0], read_damaged(figures, table, row.id, heads, in_cells=in_cells))
    why_not = doubts(items, read, table, uneven)
    for row_id, (data, figures) in read.items():
        if row_id in why_not:
            yield from _unclear(items, data, table, why_not[row_id])
        else:
            yield from zip(table.row_addresses(row_id), figures, strict=False)


def _oddly_printed(
    items: Sequence[Item],
    mine: Sequence[Known],
    rows: Mapping[str, Sequence[Data]],
    table: TableForm,
    disorder: str,
) -> Mapping[str, Figures]:
    """Return by row the figures not printed one to a cell behind its label, where they are certain."""
    if disorder == DISORDER:
        return reordered_rows(items, mine, rows, table)
    if disorder:
        return chained_rows(items, mine, table) if disorder == PILED else {}
    return {
        **without_total(items, mine, rows, table),
        **together_rows(items, rows, table),
        **loose_rows(items, mine, table),
        **broken_rows(items, mine, table),
        **rows_in_one(items, mine, table),
        **unnamed_rows(items, mine, table),
    }


def _may_be_the_next(items: Sequence[Item], each: Known, mine: Sequence[Known], table: TableForm) -> bool:
    """Return whether the one figure of a row may be that of the next, which is printed nowhere.

    Where an empty cell leaves no trace, a blank row and a lost label leave a label and a figure.
    """
    if not isinstance(each, Data) or len(table.columns) > 1 or not items[each.item].rowless:
        return False
    below = table.rows[table.rows.index(each.row) + 1 :][:1]
    return any(row.id not in {other.row.id for other in mine if isinstance(other, Data)} for row in below)


def _why_missing(row: Row, merged: frozenset[str]) -> str:
    group = next((group for group in row.path if normalise(group) in merged), "")
    return _MERGED.format(group=group) if group else _NO_ROW


def _merged_groups(items: Sequence[Item], table: TableForm) -> frozenset[str]:
    """Return the groups of a table behind whose names figures stand: they are rows of the other form."""
    found: set[str] = set()
    for item in items:
        texts = [cell.text for cell in item.row if cell.text]
        words = [text for text in texts if not is_value(text)]
        if item.section in (0, table.section) and 0 < len(words) < len(texts):
            found.add(normalise(words[-1]))
    return words_of(table).groups & found


def _deduplicated(
    items: Sequence[Item], mine: Sequence[Known], table: TableForm
) -> Iterator[tuple[str, Cell]]:
    """Yield the cells of a table whose repeated lines are gone: no figure can be given to a column."""
    rows = {each.row.id: each for each in mine if isinstance(each, Data)}
    for row in table.rows:
        each = rows.get(row.id)
        unclear = _unclear(items, each, table, _DEDUPLICATED) if each else None
        yield from unclear or _missing(table, (row,), _DEDUPLICATED)


def _missing(table: TableForm, rows: Sequence[Row], why: str) -> Iterator[tuple[str, Cell]]:
    cell = Cell(State.MISSING, why=why)
    for row in rows:
        yield from ((address, cell) for address in table.row_addresses(row.id))


def _unclear(items: Sequence[Item], each: Data, table: TableForm, why: str) -> Iterator[tuple[str, Cell]]:
    """Yield the cells of a row whose figures cannot be given to columns: `raw` is all of them."""
    filled = [cell for cell in values_of(items, each) if cell.text]
    raw = " ".join(cell.printed for cell in filled)
    at: Place = filled[0].at if filled else items[each.item].row[each.label].at
    cell = Cell(State.AMBIGUOUS if filled else State.MISSING, raw=raw, at=at, why=why)
    yield from ((address, cell) for address in table.row_addresses(each.row.id))
