"""Tables drawn with characters: ┌─┬─┐ of text browsers, +---+---+ of converters. Every cell has a frame."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import UNSEEN, Grid, GridCell, GridRow, as_one
from nianbao.read.layouts.shape import display_width

_ACROSS = "-=─━═┄┈"
_DOWN = "|│┃║┆┊"
_CROSS = "+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝"
_FEWEST_LINES = 6  # of frames; a report without its tables has at most one box
_FRAMED = re.compile(rf"\s*[{_DOWN}{_CROSS}].*[{_DOWN}{_CROSS}]\s*")
_RULED = re.compile(rf"[{_CROSS}][{_ACROSS}:]{{2,}}")

Letters = Mapping[int, tuple[str, int]]  # by display column: a visible character and its index in the line
Spot = tuple[int, int]  # a band between two rules and a column between two bars


class _Drawing(NamedTuple):
    """The lines of a drawing, those of them that are rules, and the display columns of its bars.

    `places` are the display columns of each line's letters, in order.
    """

    first: int
    letters: Sequence[Letters]
    places: Sequence[Sequence[int]]
    rules: Sequence[int]
    bars: Sequence[int]


class Taken(NamedTuple):
    """The tables that were drawn, and the lines of the text with nothing in the place of these."""

    grids: tuple[Grid, ...]
    rest: Sequence[str]


def take_drawn(lines: Sequence[str]) -> Taken:
    """Return the drawn tables of a text; what stands between them may be printed in any other layout."""
    if sum(bool(_RULED.search(line) and _FRAMED.fullmatch(line)) for line in lines) < _FEWEST_LINES:
        return Taken((), lines)
    rest = list(lines)
    grids: list[Grid] = []
    drawn: list[str] = []
    for index, line in enumerate((*lines, "")):
        if _FRAMED.fullmatch(line) and (drawn or _RULED.search(line)):
            drawn.append(line)
            rest[index] = ""
        elif drawn:
            grids.append(Grid(tuple(_rows(_drawing(drawn, index - len(drawn) + 1))), exact=True))
            drawn = []
    return Taken(tuple(grid for grid in grids if grid.rows), rest)


_WIDEST = 200  # columns, as in marked-up tables: a line of nothing but crosses is no table


def _drawing(lines: Sequence[str], first: int) -> _Drawing:
    # Some programs take every character for one column wide, and pad their cells accordingly.
    counted = len({len(line.rstrip()) for line in lines}) == 1
    letters = [dict(_letters(line, counted=counted)) for line in lines]
    rules = [index for index, line in enumerate(lines) if _RULED.search(line)]
    bars = {
        x
        for rule in rules
        for x, (letter, _) in letters[rule].items()
        if letter in _CROSS and any(_letter(letters[rule], x + step) in f":{_ACROSS}" for step in (-1, 1))
    }
    return _Drawing(first, letters, list(map(list, letters)), rules, sorted(bars)[: _WIDEST + 1])


def _letters(line: str, *, counted: bool) -> Iterator[tuple[int, tuple[str, int]]]:
    x = 0
    for index, letter in enumerate(line):
        if not letter.isspace() and letter not in UNSEEN:
            yield x, (letter, index)
        x += 1 if counted else display_width(letter)


def _letter(line: Letters, x: int) -> str:
    return line.get(x, (" ", 0))[0]


def _rows(drawing: _Drawing) -> Iterator[GridRow]:
    """Yield a row for each band between two rules; a cell over several bands or bars stands in its first."""
    cells: dict[Spot, list[Spot]] = defaultdict(list)
    for spot, corner in _corners(drawing).items():
        cells[corner].append(spot)
    for band in range(len(drawing.rules) - 1):
        row = [_cell(drawing, (band, column), cells[band, column]) for column in range(len(drawing.bars) - 1)]
        if any(cell.text for cell in row):
            yield tuple(row)


def _corners(drawing: _Drawing) -> Mapping[Spot, Spot]:
    """Return for each spot the first spot of its cell: no bar and no rule stands between them."""
    corner: dict[Spot, Spot] = {}
    for band, (above, below) in enumerate(pairwise(drawing.rules)):
        for column in range(len(drawing.bars) - 1):
            spot = (band, column)
            if band and not _is_ruled(drawing, above, column):
                corner[spot] = corner[band - 1, column]
            elif column and not _is_barred(drawing, range(above + 1, below), column):
                corner[spot] = corner[band, column - 1]
            else:
                corner[spot] = spot
    return corner


def _is_ruled(drawing: _Drawing, rule: int, column: int) -> bool:
    between = range(drawing.bars[column] + 1, drawing.bars[column + 1])
    return all(_letter(drawing.letters[rule], x) in f":{_ACROSS}" for x in between)


def _is_barred(drawing: _Drawing, lines: range, column: int) -> bool:
    return any(_letter(drawing.letters[line], drawing.bars[column]) in _DOWN for line in lines)


def _cell(drawing: _Drawing, corner: Spot, spots: Sequence[Spot]) -> GridCell:
    """Return the cell that covers these spots: its lines become one, without a blank inside a word."""
    last_band = max((band for band, _ in spots), default=corner[0])
    left = drawing.bars[corner[1]]
    right = drawing.bars[max((column for _, column in spots), default=corner[1]) + 1]
    at = Place(drawing.first + drawing.rules[corner[0]] + 1)
    parts: list[str] = []
    for line in range(drawing.rules[corner[0]] + 1, drawing.rules[last_band + 1]) if spots else ():
        places = drawing.places[line]
        between = places[bisect_right(places, left) : bisect_left(places, right)]
        inside = [drawing.letters[line][x] for x in between]
        if inside and not parts:
            at = Place(drawing.first + line, inside[0][1] + 1)
        parts += [_spaced(inside)] if inside else []
    text = as_one(parts)
    return GridCell(text, at, text)


def _spaced(letters: Sequence[tuple[str, int]]) -> str:
    """Return the characters with a blank wherever one was."""
    text = ""
    last = -1
    for letter, index in letters:
        text += f" {letter}" if text and index > last + 1 else letter
        last = index
    return text
