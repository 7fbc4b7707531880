"""Rows that are written out, each figure behind the name of its column: 规章：本年制发件数：0；…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from nianbao.forms import squeeze
from nianbao.read.document import Grid, GridCell, GridRow, cell_at
from nianbao.read.layouts.drawn import Taken
from nianbao.read.layouts.sections import begins_section
from nianbao.read.layouts.words import is_row_label, is_word

_PAIR = re.compile(
    r"(?P<name>[^\d：:=；;，,/|。\s↑↓](?:[^\d：:=；;，,/|。\s↑↓]|(?<=增)/(?=减)| (?=[^\d\s：↑↓])){1,11}"
    r"(?:[（(]单位[：:]万元[）)])?)"
    r"\s{0,4}(?P<mark>[：:=为是]?)\s{0,4}"
    r"(?P<figure>(?:[+\-−－↑↓]|增加?|减少?)?\d[\d.,]{0,14}(?:\s?(?P<money>万?元))?)"
    r"\s{0,4}(?P<unit>件|条|项|宗|个)?(?:[；;，,、/|。\s]+|$)"
)
_LABEL = re.compile(
    r"\s*(?P<label>(?:\d{1,2}[.、．)）]\s{0,2})?[^\d：:=；;，,/|。]{2,45}?)(?:(?P<told>[：:])\s*|\s+)(?=\S)"
)
_MOST_PAIRS = 7
_HINT = re.compile(r"(?:数量?|金额|万元[）)]|结果维持|自然人)(?:\s{0,4}[：:=为]\s{0,4}|\s)\d|结果维持\d+件")


class _Row(NamedTuple):
    """A row and the names of its columns, and the indices of the lines it is printed on."""

    label: GridCell
    names: list[GridCell]
    figures: list[GridCell]
    lines: list[int]


def take_spelled(lines: Sequence[str]) -> Taken:
    """Return the rows below the first section heading that are written out, and the lines without them."""
    if not any(map(_HINT.search, lines)):  # as nearly always
        return Taken((), lines)
    first = next((number for number, line in enumerate(lines) if begins_section(line)), 0)
    rows: list[_Row] = []
    label: GridCell | None = None
    for index in range(first, len(lines)):
        line = lines[index]
        if not line.strip():
            continue
        if pairs := _pairs(line, index + 1, 0, ""):  # below the label, one pair to a line or all on one
            if label and (not rows or rows[-1].label is not label):
                rows.append(_Row(label, [], [], [label.at.line - 1]))
            if label:
                _add(rows[-1], pairs, index)
            continue
        label = None
        named = _LABEL.match(line)
        pairs = (
            _pairs(line, index + 1, named.end(), named["told"]) if named and _is_label(named["label"]) else []
        )
        if named and pairs:
            rows.append(_Row(_label(named["label"], index + 1), [], [], []))
            _add(rows[-1], pairs, index)
        elif _is_label(line):
            label = _label(line, index + 1)
    taken = {line for row in rows for line in row.lines}
    rest = ["" if index in taken else line for index, line in enumerate(lines)]
    alike = groupby(rows, key=lambda row: [name.text for name in row.names])
    return Taken(tuple(_grid(list(run)) for _, run in alike), rest) if rows else Taken((), lines)


def _is_label(text: str) -> bool:
    return is_row_label(text) or bool(_DISPUTE.fullmatch(squeeze(text)))


def _label(printed: str, number: int) -> GridCell:
    """Return the cell of a label, without 行政诉讼 where its kind follows."""
    cell = cell_at(printed, number, 1)
    kind = _DISPUTE.fullmatch(squeeze(printed))
    return cell._replace(text=kind["kind"] or kind[0]) if kind else cell


_DISPUTE = re.compile(
    r"行政复议|(?:行政诉讼)?[（(:：、\-－—–]*(?P<kind>未经复议直接起诉|经?复议后起诉)[）)]?"
)


def _pairs(line: str, number: int, start: int, told: str | None) -> list[tuple[GridCell, GridCell]]:
    """Return the names and figures that the rest of a line consists of; nothing where it holds more.

    `told` is the mark behind the label of the row: behind it, a name and its figure need none between them.
    """
    pairs: list[tuple[GridCell, GridCell]] = []
    start += len(line[start:]) - len(line[start:].lstrip())
    while start < len(line):
        found = _PAIR.match(line, start)
        marked = found and (found["mark"] or found["unit"] or found["money"] or told)
        if not found or not marked or not _is_column(found["name"], bool(pairs)) or len(pairs) == _MOST_PAIRS:
            return []
        cells = (cell_at(found[name], number, found.start(name) + 1) for name in ("name", "figure"))
        pairs.append((next(cells), next(cells)))
        start = found.end()
    return pairs


def _is_column(name: str, inside: bool) -> bool:
    """Return whether a name is that of a column: 其他 names a row too, but not `inside` a list of columns."""
    return is_word(name) and (inside or name[-2:] in _SUMS or not is_row_label(name))


_SUMS = ("总计", "合计")  # which are rows too


def _add(row: _Row, pairs: Sequence[tuple[GridCell, GridCell]], index: int) -> None:
    row.names.extend(name for name, _ in pairs)
    row.figures.extend(figure for _, figure in pairs)
    row.lines.append(index)


def _grid(rows: Sequence[_Row]) -> Grid:
    """Return a small table of a header and the rows that name the same columns."""
    corner = rows[0].label._replace(text="", printed="")
    header: GridRow = (corner, *rows[0].names)
    return Grid((header, *((row.label, *row.figures) for row in rows)), exact=True)
