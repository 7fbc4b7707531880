"""Figures printed with blanks inside (`3 000`), read where nothing but one number is possible."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nianbao.cells import Cell, State
from nianbao.forms import TableForm
from nianbao.interpret.cuts import row_identities
from nianbao.interpret.figures import NARROW, parse_figure
from nianbao.interpret.sums import adds_up

_SPACED = re.compile(r"\D*[1-9]\d*(?:\s+\d+)+(?:\.\d+)?\D*")
# Digits in threes with blanks between are a notation of GB/T 15835-2011 (千分空).
_IN_THREES = re.compile(r"\D*[1-9]\d{0,2}(?:\s\d{3})+(?:\.\d+)?(?:\s?[^\d\s].*)?")
_INNER_BLANKS = re.compile(r"(?<=\d)\s+(?=\d)")
_ADDS_UP = "原文此格的数字中间有空格；连起来读，本行各项之和等于总计"


def read_spaced(
    figures: Sequence[Cell], table: TableForm, row: str, heads: Mapping[str, str], *, in_cells: bool
) -> list[Cell]:
    """Return the figures of a row, those with blanks inside as one number where that is certain.

    In a row with a total it is where the numbers then add up. Without one the blanks must stand between
    threes of digits, in a row printed `in_cells`, one for each column and none of them empty: else they
    may stand between two figures.
    """
    spaced = [
        index
        for index, cell in enumerate(figures)
        if cell.state is State.AMBIGUOUS and _SPACED.fullmatch(cell.raw.translate(NARROW))
    ]
    if not spaced:
        return list(figures)
    joined = list(figures)
    for index in spaced:
        column, cell = table.columns[index], figures[index]
        whole = parse_figure(_INNER_BLANKS.sub("", cell.raw), column, cell.at, heads.get(column.id, ""))
        joined[index] = whole._replace(raw=cell.raw)
    identities = row_identities(table, row)
    if not all(cell.known or cell.state is State.MARK for cell in joined):
        return list(figures)
    if not identities:
        in_threes = all(_IN_THREES.fullmatch(figures[index].raw.translate(NARROW)) for index in spaced)
        return joined if in_cells and in_threes else list(figures)
    if not adds_up(table, row, joined):
        return list(figures)
    for index in spaced:
        joined[index] = joined[index]._replace(state=State.INFERRED, why=_ADDS_UP, by=identities[-1].id)
    return joined
