"""What a reader should know about the tables: cut tables, lost rows, unclear rows, converted units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nianbao.cells import Cell, Place, State
from nianbao.forms import Form, TableForm
from nianbao.interpret.figures import converted
from nianbao.interpret.headers import header_texts
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Header, Known, Wide
from nianbao.model import Note


def table_notes(
    items: Sequence[Item],
    known: Sequence[Known],
    form: Form,
    foreign: Mapping[str, Form],
    cells: Mapping[str, Cell],
) -> tuple[Note, ...]:
    """Return the notes on all tables, table by table in the form's order."""
    notes: list[Note] = [*_hybrid(form, foreign), *_deduplicated(items)]
    for table in form.tables:
        mine = [each for each in known if each.table == table.id]
        if not mine:
            if table.id not in foreign:
                notes.append(Note("table-missing", f"原文中没有找到“{table.title}”表"))
            continue
        notes += _remnants(items, mine, table)
        notes += _lost_rows(items, mine, table)
        notes += _unclear_rows(mine, table, cells)
        notes += _units(items, mine, table, cells)
    return tuple(notes)


def _deduplicated(items: Sequence[Item]) -> Iterator[Note]:
    first = next((item for item in items if item.deduplicated), None)
    if first:
        text = "原文转换时删去了重复的行（同样的文字只留下一次），表中的数字无法还原；请另找原件"
        yield Note("lines-deduplicated", text, first.at)


def _hybrid(form: Form, foreign: Mapping[str, Form]) -> Iterator[Note]:
    for table_id, other in foreign.items():
        title = next(table.title for table in other.tables if table.id == table_id)
        yield Note(
            "hybrid-form", f"“{title}”表用的是{other.name}，其余各表用的是{form.name}；这张表按文字收录"
        )


def _remnants(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Iterator[Note]:
    for each in mine:
        if isinstance(each, Header) and each.remnant:
            text = f"“{table.title}”表的表头只剩“{items[each.item].text}”，数字按规定格式的栏次读取"
            yield Note("header-remnant", text, items[each.item].at)


def _lost_rows(items: Sequence[Item], mine: Sequence[Known], table: TableForm) -> Iterator[Note]:
    if any(isinstance(each, Wide) for each in mine):
        return
    printed = {each.row.id: each for each in mine if isinstance(each, Data)}
    lost = [row for row in table.rows if row.id not in printed]
    if not lost or not printed:
        if lost:
            yield Note("rows-missing", f"“{table.title}”表只有表头，没有数字行", items[mine[0].item].at)
        return
    names = "、".join(f"“{row.label}”" for row in lost)
    order = [row.id for row in table.rows]
    last = max(printed.values(), key=lambda each: order.index(each.row.id))
    if len(lost) > 1 and order.index(last.row.id) < min(order.index(row.id) for row in lost):
        label = items[last.item].row[last.label]
        text = f"“{table.title}”表在“{label.printed}”一行之后中断，以下 {len(lost)} 行不在原文中：{names}"
        yield Note("table-cut", text, label.at)
    else:
        yield Note("rows-missing", f"“{table.title}”表缺少 {len(lost)} 行：{names}", items[mine[0].item].at)


def _unclear_rows(mine: Sequence[Known], table: TableForm, cells: Mapping[str, Cell]) -> Iterator[Note]:
    """Yield one note for all rows whose figures could not be given to columns, and one per unclear cell."""
    whole: list[Cell] = []
    for row in table.rows:
        found = [cells[address] for address in table.row_addresses(row.id)]
        unclear = [cell for cell in found if cell.state is State.AMBIGUOUS]
        if len(unclear) == len(found) and len({cell.at for cell in unclear}) == 1 and len(found) > 1:
            whole.append(unclear[0])
        else:
            yield from (
                Note("cell-unclear", f"“{row.label}”一行的“{cell.raw}”没有读成数字：{cell.why}", cell.at)
                for cell in unclear
            )
    if whole:
        reasons = "；".join(dict.fromkeys(cell.why for cell in whole))
        rows = {cell.at for cell in whole}
        text = f"“{table.title}”表有 {len(rows)} 行的数字不能确定属于哪一栏，没有取用：{reasons}"
        yield Note("rows-unclear", text, _first(whole))


def _units(
    items: Sequence[Item], mine: Sequence[Known], table: TableForm, cells: Mapping[str, Cell]
) -> Iterator[Note]:
    heads = header_texts(items, mine, table)
    for column in (column for column in table.columns if column.money):
        for cell in (cells[table.address(row.id, column.id)] for row in table.rows):
            if converted(cell, heads.get(column.id, "")):
                unit = "" if "元" in cell.raw else "元"
                text = f"“{column.label}”原文为“{cell.raw}{unit}”，已换算为 {cell.value} 万元"
                yield Note("unit-converted", text, cell.at)


def _first(cells: Sequence[Cell]) -> Place | None:
    return min((cell.at for cell in cells if cell.at), default=None)
