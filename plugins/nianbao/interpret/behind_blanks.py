"""Figures behind empty cells, which may be those of a row whose own label is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from nianbao.forms import TableForm
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Known, values_of
from nianbao.interpret.vocabulary import has_ordinal, words_of


def behind_blanks(
    items: Sequence[Item], known: Sequence[Known], tables: Mapping[str, TableForm]
) -> frozenset[int]:
    """Return the items whose figures may be those of the next row, printed without its label.

    Before them stand as many empty cells as the table has columns: their own row may be blank. Behind a
    label that heads a column too, one is enough: it may be that header. Where most rows of as many columns
    are printed so, the empty cells are the layout's. A row on one line, or marked up as one, holds no
    other's.
    """
    rows = [
        each
        for each in known
        if isinstance(each, Data) and each.table in tables and not _on_one_line(items, each)
    ]
    blanks = {each.item: _blanks(items, each) for each in rows}
    columns = {each.item: len(tables[each.table].columns) for each in rows}
    usual = Counter((columns[item], blanks[item]) for item in blanks)
    alike = Counter(columns.values())
    return frozenset(
        each.item
        for each in rows
        if blanks[each.item] >= (1 if _is_header(items, each, tables) else columns[each.item])
        and usual[columns[each.item], blanks[each.item]] * 2 <= max(alike[columns[each.item]], 3)
    )


def _on_one_line(items: Sequence[Item], each: Data) -> bool:
    item = items[each.item]
    lines = {cell.at.line for cell in values_of(items, each) if cell.text}
    return item.exact or lines == {item.row[each.label].at.line}


def _blanks(items: Sequence[Item], each: Data) -> int:
    """Return how many empty cells stand between a label and its first figure; 0 where it has none."""
    texts = [bool(cell.text) for cell in values_of(items, each)]
    return texts.index(True) if any(texts) else 0


def _is_header(items: Sequence[Item], each: Data, tables: Mapping[str, TableForm]) -> bool:
    text = items[each.item].row[each.label].text
    return words_of(tables[each.table]).is_weak(text) and not has_ordinal(text)
