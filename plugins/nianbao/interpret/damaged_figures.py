"""Figures with blanks inside (`3 000`) or letters for digits (`1O`), read where only one number fits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from nianbao.cells import Cell, State
from nianbao.forms import TableForm
from nianbao.interpret.cuts import row_identities
from nianbao.interpret.figures import NARROW, parse_figure
from nianbao.interpret.sums import adds_up

_SPACED = re.compile(r"\D*[1-9]\d*(?:\s+\d+)+(?:\.\d+)?\D*")
# Digits in threes with blanks between are a notation of GB/T 15835-2011 (千分空).
_IN_THREES = re.compile(r"\D*[1-9]\d{0,2}(?:\s\d{3})+(?:\.\d+)?(?:\s?[^\d\s].*)?")
_INNER_BLANKS = re.compile(r"(?<=\d)\s+(?=\d)")
_LETTERED = re.compile(r"[\dOoIl]*[OoIl][\dOoIl]*")
_LETTERS = str.maketrans("OoIl", "0011")  # what programs that read pictures take for digits
_ADDS_UP = "原文此格的数字中间有空格；连起来读，本行各项之和等于总计"
_NOUGHT = "原文此格把 0 印成了字母 O；除了 0，没有别的数字印得像它"
_LETTER_ADDS_UP = "原文此格把数字印成了字母（0 印成 O，1 印成 l）；按数字读，本行各项之和等于总计"


def read_damaged(
    figures: Sequence[Cell], table: TableForm, row: str, heads: Mapping[str, str], *, in_cells: bool
) -> list[Cell]:
    """Return the figures of a row, damaged ones as a number where that is certain.

    In a row with a total it is where the numbers then add up. Without one, a letter O alone is a nought, and
    blanks are joined, which must stand between threes of digits, in a row printed `in_cells`, one for each
    column and none of them empty: else they may stand between two figures.
    """
    identities = row_identities(table, row)
    figures = figures if identities else list(map(_with_nought, figures))
    whole = {
        index: parse_figure(text, table.columns[index], cell.at, heads.get(table.columns[index].id, ""))
        for index, cell in enumerate(figures)
        if cell.state is State.AMBIGUOUS and (text := _undamaged(cell.raw))
    }
    read = [
        whole[index]._replace(raw=cell.raw) if index in whole else cell for index, cell in enumerate(figures)
    ]
    if not whole or not all(cell.known or cell.state is State.MARK for cell in read):
        return list(figures)
    if not identities:
        in_threes = all(_IN_THREES.fullmatch(figures[index].raw.translate(NARROW)) for index in whole)
        return read if in_cells and in_threes else list(figures)
    if not adds_up(table, row, read):
        return list(figures)
    for index in whole:
        why = _ADDS_UP if _SPACED.fullmatch(read[index].raw.translate(NARROW)) else _LETTER_ADDS_UP
        read[index] = read[index]._replace(state=State.INFERRED, why=why, by=identities[-1].id)
    return read


def _with_nought(cell: Cell) -> Cell:
    if cell.state is not State.AMBIGUOUS or cell.raw.translate(NARROW) not in ("O", "o"):
        return cell
    return cell._replace(state=State.INFERRED, value=Decimal(0), why=_NOUGHT)


def _undamaged(raw: str) -> str:
    """Return a figure without blanks inside, or with digits for its letters; nothing if it has neither."""
    text = raw.translate(NARROW)
    if _SPACED.fullmatch(text):
        return _INNER_BLANKS.sub("", raw)
    return text.translate(_LETTERS) if _LETTERED.fullmatch(text) else ""
