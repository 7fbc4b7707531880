"""Cells of rows whose figures are printed without gaps: a number only where one way to cut them is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nianbao.cells import Cell, Place, State
from nianbao.forms import Column, TableForm
from nianbao.interpret.balance import possible
from nianbao.interpret.cuts import Cut, adding_cuts, cuts_of, row_identities, wide_cuts
from nianbao.interpret.figures import parse_figure
from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, values_of
from nianbao.read import GridCell

_OPEN = "原文的数字连在一起，没有间隔，有几种分法，无法确定"
_NONE = "原文的数字连在一起，没有间隔，找不到符合表内勾稽关系的唯一分法"


@dataclass(frozen=True, slots=True)
class Glued:
    """A row with the cuts still possible; `by` and `title` name the identity that left these."""

    fields: tuple[GridCell, ...]
    cuts: tuple[Cut, ...]
    by: str = ""
    title: str = ""


def glued_rows(
    items: Sequence[Item], rows: Mapping[str, Data], table: TableForm
) -> Mapping[str, tuple[Cell, ...]]:
    """Return the cells of the rows that need cutting, by row id; `rows` are those printed once.

    A row is cut where one way fits, or one that its own identity allows, or one that the identities
    between the rows leave, each tried only with what the one before has left.
    """
    found = {
        row: _by_row(tuple(cell for cell in values_of(items, each) if cell.text), table, row)
        for row, each in rows.items()
        if items[each.item].glued
    }
    glued: Mapping[str, Glued] = {row: each for row, each in found.items() if each.fields}
    if not glued:
        return {}
    plain = {row: _plain(items, each, table) for row, each in rows.items() if row not in glued}
    glued = _by_columns(glued, {row: cut for row, cut in plain.items() if cut}, table)
    return {row: tuple(_cells(each, table.columns)) for row, each in glued.items()}


def wide_glued(fields: Sequence[GridCell], table: TableForm) -> tuple[Cell, ...]:
    """Return the cells of a wide table whose figures need cutting, or nothing where they do not."""
    text = " ".join(cell.text for cell in fields)
    if not _needs_cutting(fields, len(table.addresses())):
        return ()
    digits = tuple(text.replace(" ", ""))
    if len(digits) == len(table.addresses()) and all(map(str.isdecimal, digits)):
        columns = table.columns * len(table.rows)
        return tuple(_reported(Glued(tuple(fields), (digits,)), columns))
    cuts = wide_cuts(text, table) or ()
    titles = {row.id: row_identities(table, row.id)[0] for row in table.rows}
    cells: list[Cell] = []
    width = len(table.columns)
    for index, row in enumerate(table.rows):
        mine = tuple(cut[index * width : (index + 1) * width] for cut in cuts)
        identity = titles[row.id]
        cells += _inferred(Glued(tuple(fields), mine, identity.id, identity.title), table.columns)
    return tuple(cells)


def _by_row(fields: tuple[GridCell, ...], table: TableForm, row: str) -> Glued:
    """Return the cuts of a row that its own identity allows; no fields where it needs none."""
    if (
        len(table.columns) < 2
        or not _needs_cutting(fields, len(table.columns))
        or _is_separate(fields, len(table.columns))
    ):
        return Glued((), ())
    text = " ".join(cell.text for cell in fields)
    doubtful = text.endswith("?")  # the last digit may be the ordinal of the next label
    cuts = () if doubtful else cuts_of(text, table.columns)
    identities = row_identities(table, row)
    if len(cuts) == 1 and not (identities and _may_be_cut_wrongly(cuts[0])):
        return Glued(fields, cuts)
    if identities:
        found = [
            adding_cuts(each, table.columns) for each in (text.removesuffix("?"), text[:-2])[: 1 + doubtful]
        ]
        cuts = () if None in found else tuple(cut for each in found if each for cut in each)
    return Glued(fields, cuts, *((identities[-1].id, identities[-1].title) if identities else ("", "")))


def _may_be_cut_wrongly(cut: Cut) -> bool:
    """Return whether the only way to cut a row with a total does not add up: a page mark may be among it."""
    *parts, total = cut
    if all(len(part) == 1 and part.isdecimal() for part in cut):
        return False  # one character for each column: what they print is the authority's
    counts = [int(part) for part in parts if part.isdecimal()]
    return sum(counts) != (int(total) if total.isdecimal() else 0)


def _needs_cutting(fields: Sequence[GridCell], count: int) -> bool:
    """Return whether a row shows that figures are glued, not lost: few fields, or one begins with a zero."""
    few = bool(fields) and len(fields) * 2 <= max(count, 2)
    return few or any(len(cell.text) > 1 and _leads_with_zero(cell.text) for cell in fields)


def _leads_with_zero(text: str) -> bool:
    return text[0] == "0" and text[1].isdigit()


def _is_separate(fields: Sequence[GridCell], count: int) -> bool:
    return len(fields) == count and not any(
        len(cell.text) > 1 and _leads_with_zero(cell.text) for cell in fields
    )


def _plain(items: Sequence[Item], each: Data, table: TableForm) -> Cut:
    texts = tuple(cell.text for cell in values_of(items, each) if cell.text)
    return texts if len(texts) == len(table.columns) and all(map(str.isdecimal, texts)) else ()


def _by_columns(
    glued: Mapping[str, Glued], plain: Mapping[str, Cut], table: TableForm
) -> Mapping[str, Glued]:
    """Return the rows with the cuts that the identities between rows allow, as far as these can be used."""
    left = dict(glued)
    for identity in reversed([each for each in table.identities if each.each == "column"]):
        rows = {row: (plain[row],) if row in plain else _cuts(left, row) for row in table_rows(table)}
        used = (*identity.left, *identity.right)
        if not all(rows[row] and all(map(_is_decimal, rows[row])) for row in used):
            continue
        vectors = {row: [tuple(map(int, cut)) for cut in rows[row]] for row in used}
        for row, indices in possible(identity.left, identity.right, vectors).items():
            if row in left and len(indices) < len(left[row].cuts):
                cuts = tuple(left[row].cuts[index] for index in sorted(indices))
                left[row] = Glued(left[row].fields, cuts, identity.id, identity.title)
    return left


def table_rows(table: TableForm) -> tuple[str, ...]:
    """Return the ids of a table's rows."""
    return tuple(row.id for row in table.rows)


def _cuts(glued: Mapping[str, Glued], row: str) -> tuple[Cut, ...]:
    return glued[row].cuts if row in glued else ()


def _is_decimal(cut: Cut) -> bool:
    return all(part.isdecimal() for part in cut)


def _cells(each: Glued, columns: Sequence[Column]) -> Iterator[Cell]:
    if len(each.cuts) == 1 and not each.by:
        yield from _reported(each, columns)
    else:
        yield from _inferred(each, columns)


def _inferred(each: Glued, columns: Sequence[Column]) -> Iterator[Cell]:
    """Yield a number where all cuts that are left print the same figure in a column."""
    raw = " ".join(cell.printed for cell in each.fields)
    at = each.fields[0].at
    why = f"原文的数字连在一起，没有间隔；只有这一个数符合“{each.title}”"
    for index, column in enumerate(columns):
        parts = {cut[index] for cut in each.cuts}
        if len(parts) == 1 and each.by:
            yield Cell(State.INFERRED, parse_figure(parts.pop(), column).value, raw, at, why, each.by)
        elif len(parts) == 1 and not index:  # the first figure begins where the row does
            yield parse_figure(parts.pop(), column, at)
        else:
            yield Cell(State.AMBIGUOUS, raw=raw, at=at, why=_OPEN if each.cuts else _NONE)


def _reported(each: Glued, columns: Sequence[Column]) -> Iterator[Cell]:
    """Yield the parts of the only cut, each at its own place."""
    field, offset = 0, 0
    for column, part in zip(columns, each.cuts[0], strict=True):
        if offset == len(each.fields[field].text):
            field, offset = field + 1, 0
        at = each.fields[field].at
        yield parse_figure(part, column, Place(at.line, at.column + offset, at.page))
        offset += len(part)
