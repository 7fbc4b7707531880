"""Which table and which row a printed row belongs to, by its words alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nianbao.forms import Form, Row, TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.vocabulary import TableWords, has_ordinal, words_of
from nianbao.read import GridCell, GridRow
from nianbao.read.layouts.shape import is_value

TOGETHER = "本行有几个数字印在一格里，不能确定各属于哪一栏"
BROKEN = "本行下面还有没有名称的数字，某一栏的数字可能断成了两行，不能确定"
_WIDE_DIGITS = re.compile("[０-９]+").fullmatch
_TOGETHER = re.compile(r"[+＋\-－−]?\d[\d.,]*(?:\s+[+＋\-－−]?\d[\d.,]*)+").fullmatch
_GROUPED = re.compile(r"[+＋\-－−]?[1-9]\d{0,2}(?:\s\d{3})+").fullmatch  # 3 000: perhaps one figure
_ROWS_AS_EVIDENCE = 3  # so many labels of a table tell it even where its header is lost
_LAST_WORDS = 2  # a remnant of the disputes header holds parts of its labels, one or two characters a cell


@dataclass(frozen=True, slots=True)
class Header:
    """A row of captions or headers of a table. `remnant` says that only parts of the words are left."""

    item: int
    table: str
    remnant: bool = False


@dataclass(frozen=True, slots=True)
class Data:
    """A row of figures: the cells behind its label, which stands at index `label` of the printed row."""

    item: int
    table: str
    row: Row
    label: int


@dataclass(frozen=True, slots=True)
class Wide:
    """The one row of figures of a table whose rows stand side by side (表四)."""

    item: int
    table: str
    label: int


Known = Header | Data | Wide


def recognise(items: Sequence[Item], form: Form) -> tuple[Known, ...]:
    """Return what is known about the table rows in `items`; rows that nothing is known about are left out."""
    words = {table.id: words_of(table) for table in form.tables}
    known = tuple(_scan(items, words))
    kin: defaultdict[tuple[int, str], list[Known]] = defaultdict(list)
    for each in known:
        kin[items[each.item].section, _family(each)].append(each)
    proved = {place for place, found in kin.items() if _is_table(found)}
    return tuple(
        each
        for each in known
        if not isinstance(each, Data) or (items[each.item].section, _family(each)) in proved
    )


def _scan(items: Sequence[Item], words: dict[str, TableWords]) -> Iterator[Known]:
    current = ""
    for index, item in enumerate(items):
        if item.heads:
            current = ""
        if not item.row or item.heads:
            continue
        found = _known(index, item, current, words)
        if found is None and not any(cell.text for cell in item.row if not is_value(cell.text)):
            found = _unlabelled(index, item, current, words)
        if found:
            current = found.table
            yield found


def _known(index: int, item: Item, current: str, words: dict[str, TableWords]) -> Known | None:
    row = item.row
    figures = any(is_value(cell.text) for cell in row)
    for label in range(len(row) - 1, -1, -1):
        text = row[label].text
        if not text or is_value(text) or (figures and item.rowless and _is_bare(text, words)):
            continue
        found = _data(index, row, label, current, words, figures)
        if found:
            return found
    header = _header_table(
        [cell.text for cell in row if cell.text and not is_value(cell.text)], current, words
    )
    if header and not figures:
        return Header(index, header)
    last = max((i for i, cell in enumerate(row) if cell.text and not is_value(cell.text)), default=-1)
    behind = sum(bool(cell.text) for cell in row[last + 1 :])
    if header and _is_wide(words[header].table):
        turned = item.exact and len(row) - last - 1 == len(words[header].table.rows)  # 其他结果 | | 1 |
        if behind > 1 or (behind and (item.glued or turned)):
            return Wide(index, header, last)
    return _below_cut_header(index, item, last, words) if figures else _remnant(index, row, words)


def _is_bare(text: str, words: dict[str, TableWords]) -> bool:
    """Return whether a label without numeral names a column too.

    Where no row ends are printed, figures behind it may be those of a row whose own label is lost.
    """
    return not has_ordinal(text) and any(table.is_weak(text) and table.row(text) for table in words.values())


def _data(
    index: int, row: GridRow, label: int, current: str, words: dict[str, TableWords], figures: bool
) -> Data | None:
    text = row[label].text
    for table_id, table in words.items():
        found = table.row(text)
        if found is None:
            continue
        weak = table.is_weak(text)
        if weak and (current != table_id or _is_overlong(row, label, table.table)):
            continue
        empty = not figures and (
            (weak and not has_ordinal(text)) or _is_wide(table.table) or _has_words(row, label)
        )
        if empty or (_is_wide(table.table) and not _fits_narrow(row, label, table.table)):
            continue
        return Data(index, table_id, found, label)
    return None


def _is_overlong(row: GridRow, label: int, table: TableForm) -> bool:
    """Return whether a label without numeral has more figures than two rows: 总计 of 表四's cut header."""
    figures = sum(is_value(cell.text) for cell in row[label + 1 :])
    return figures > 2 * len(table.columns) and not has_ordinal(row[label].text)


def _has_words(row: GridRow, label: int) -> bool:
    """Return whether words stand behind the label: then the row is a header that names it in passing."""
    return any(cell.text and not is_value(cell.text) for cell in row[label + 1 :])


def _fits_narrow(row: GridRow, label: int, table: TableForm) -> bool:
    """Return whether a wide table is printed as one row per label: exactly as many figures as columns."""
    return sum(is_value(cell.text) for cell in row[label + 1 :]) == len(table.columns)


def _header_table(texts: list[str], current: str, words: dict[str, TableWords]) -> str:
    """Return the table in whose header or groups these words occur, the current one first.

    Half of the words suffice, since headers are cut (`本年新 | 本年新 | 对外公开总数量`); 总计 and 其他
    alone tell a table only below its own header.
    """
    for table_id in sorted(words, key=lambda table_id: table_id != current):
        table = words[table_id]
        known = [text for text in texts if table.knows(text)]
        telling = table_id == current or any(not table.is_weak(text) for text in known)
        if known and telling and len(known) * 2 >= len(texts):
            return table_id
    return ""


def _is_wide(table: TableForm) -> bool:
    return table.printed == "wide"


def _unlabelled(index: int, item: Item, current: str, words: dict[str, TableWords]) -> Wide | None:
    """Return the row of figures without a label, which only a wide table has.

    It must stand in the section or below the header of that table, or hold exactly as many figures as the
    table in the section before: the heading between may be lost.
    """
    for table_id, table in words.items():
        cells = len(table.table.addresses()) if _is_wide(table.table) else 0
        figures = sum(is_value(cell.text) for cell in item.row)
        inside = current == table_id or item.section == table.table.section
        before = item.section in (table.table.section - 1, 0) and figures == cells
        # All but one cell of a row may be blank.
        whole = item.glued or (item.exact and len(item.row) == cells)
        if cells and (figures > 1 or (figures and whole)) and (inside or before):
            return Wide(index, table_id, -1)
    return None


def _below_cut_header(index: int, item: Item, label: int, words: dict[str, TableWords]) -> Wide | None:
    """Return the full row of a wide table whose cut header (总 / 计) has left a word before the figures."""
    texts = [cell.text for cell in item.row[: label + 1] if cell.text]
    for table_id, table in words.items():
        cells = len(table.table.addresses())
        full = sum(is_value(cell.text) for cell in item.row[label + 1 :]) == cells
        if _is_wide(table.table) and full and item.section == table.table.section:
            return Wide(index, table_id, label) if all(map(table.heads, texts)) else None
    return None


def _remnant(index: int, row: GridRow, words: dict[str, TableWords]) -> Header | None:
    """Return the last line of a vertical header (`持 正 果 结`): characters of a wide table's labels."""
    texts = [cell.text for cell in row if cell.text]
    for table_id, table in words.items():
        letters = set("".join((*table.columns, *table.groups)))
        short = all(len(text) <= _LAST_WORDS and set(text) <= letters for text in texts)
        if _is_wide(table.table) and short and len(texts) >= len(table.table.columns):
            return Header(index, table_id, remnant=True)
    return None


def _is_table(kin: Sequence[Known]) -> bool:
    """Return whether rows of one section and kind of table stand among headers, or are enough of a table.

    A report may hold tables of its own that print one of the form's labels.
    """
    rows = {each.row.id for each in kin if isinstance(each, Data)}
    return len(rows) >= _ROWS_AS_EVIDENCE or any(isinstance(each, Header) for each in kin)


def _family(each: Known) -> str:
    return each.table.split("_")[0]


def values_of(items: Sequence[Item], each: Data | Wide) -> tuple[GridCell, ...]:
    """Return the cells behind the label of a row."""
    return items[each.item].row[each.label + 1 :]


def goes_on_below(items: Sequence[Item], each: Data | Wide) -> bool:
    """Return whether a narrow column may have broken a figure of a row: only wide digits stand below it.

    Full-width digits break like Chinese characters; ordinary ones stay together.
    """
    below = items[each.item + 1 : each.item + 2]
    figures = [cell.printed for item in below for cell in item.row if cell.text]
    return bool(figures) and len(figures) < len(values_of(items, each)) and all(map(_WIDE_DIGITS, figures))


def prints_together(items: Sequence[Item], each: Data | Wide) -> bool:
    """Return whether a line that holds one cell, as all lines here, holds several figures (`-19 41`).

    A program has read a page across its cells: what stands below may be the rest of another figure.
    """
    texts = (cell.text for cell in values_of(items, each)) if items[each.item].rowless else ()
    return any(" " in text and _TOGETHER(text) and not _GROUPED(text) for text in texts)
