"""The printings of a row: where a page prints it twice, only a printing that differs is another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from nianbao.interpret.lines import Item
from nianbao.interpret.recognise import Data, Known, values_of


def printings(items: Sequence[Item], mine: Sequence[Known]) -> Mapping[str, list[Data]]:
    """Return by row the printings that differ; a printing without any figure says nothing."""
    found: defaultdict[str, list[Data]] = defaultdict(list)
    for each in mine:
        if isinstance(each, Data):
            found[each.row.id].append(each)
    return {row: list(_different(items, rows)) for row, rows in found.items()}


def _different(items: Sequence[Item], rows: Sequence[Data]) -> Iterable[Data]:
    if len(rows) == 1:
        return rows
    with_figures = [each for each in rows if any(cell.text for cell in values_of(items, each))]
    different: dict[tuple[str, ...], Data] = {}
    for each in with_figures or rows[:1]:
        different.setdefault(tuple(cell.text for cell in values_of(items, each) if cell.text), each)
    return different.values()
