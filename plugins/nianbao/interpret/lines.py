"""A document as one sequence of lines and table rows, each with the section it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.interpret.headings import numeral_rank, section_number
from nianbao.interpret.vocabulary import caption_key
from nianbao.read import Document, GridCell, GridRow, Line

CLOSING = 5  # the first section behind the tables
_CONTENTS = 3  # section headings in a row without anything between are a table of contents


class Item(NamedTuple):
    """A line of prose (`row` empty) or a table row. `heads` is the section number it is the heading of.

    `section` is the section it stands in (0: before the first). `fragment` counts the pages of tables;
    `alone` says that it is a line, or a row with text in one cell.
    """

    text: str
    at: Place
    row: GridRow = ()
    fragment: int = 0
    alone: bool = True
    rowless: bool = False
    exact: bool = False
    glued: bool = False
    deduplicated: bool = False
    placed: bool = False
    heads: int = 0
    section: int = 0


def items_of(document: Document, titles: Mapping[str, int]) -> tuple[Item, ...]:
    """Return the items of a document in printed order; each section is headed once."""
    items = list(_flat(document))
    found = [(index, _heads(item, titles)) for index, item in enumerate(items)]
    heads = _chosen(items, [(index, number) for index, number in found if number])
    section = 0
    for index, item in enumerate(items):
        section = heads.get(index, section)
        items[index] = Item(*item[:-2], heads.get(index, 0), section)  # `_replace` takes thrice as long
    return tuple(items)


def first_report(items: Sequence[Item], titles: Mapping[str, int]) -> tuple[Item, ...]:
    """Return the items up to a second report on the same page: one of its headings, behind section 五."""
    closing = False
    for index, item in enumerate(items):
        closing = closing or item.heads >= CLOSING
        if closing and not item.heads and 1 <= _heads(item, titles) < CLOSING:
            return tuple(items[:index])
    return tuple(items)


def _heads(item: Item, titles: Mapping[str, int]) -> int:
    return section_number(item.text, titles) if item.alone else 0


def _flat(document: Document) -> Iterator[Item]:
    fragment = 0
    for block in document.blocks:
        if isinstance(block, Line):
            row = _caption_row(block)
            fragment += not row
            yield Item(block.text, block.at, row, fragment)
            continue
        last = fragment
        for index, (page, row) in enumerate(block.fragments()):
            fragment = last + page
            shown = [cell for cell in row if cell.text]
            if shown:
                text = " ".join(cell.text for cell in shown)
                yield Item(
                    text,
                    shown[0].at,
                    row,
                    fragment,
                    alone=len(shown) == 1,
                    rowless=block.rowless,
                    exact=block.exact,
                    glued=block.glued,
                    deduplicated=block.deduplicated,
                    placed=index in block.placed,
                )
        fragment += 1


def _caption_row(line: Line) -> GridRow:
    """Return a caption that stands alone on its line as a table row: its tabs or pipes were stripped."""
    return (GridCell(line.text, line.at, line.text),) if caption_key(line.text) else ()


def _chosen(items: list[Item], found: list[tuple[int, int]]) -> dict[int, int]:
    """Return for each section the line that heads it: the best numeral first, outside a table of contents."""
    contents = set(_contents(found))
    best: dict[int, tuple[int, int]] = {}
    for index, number in found:
        rank = (numeral_rank(items[index].text), index)
        if index not in contents and rank < best.get(number, (9, 0)):
            best[number] = rank
    return {index: number for number, (_, index) in best.items()}


def _contents(found: list[tuple[int, int]]) -> Iterable[int]:
    """Yield the lines of a table of contents: headings line by line, all of which come again later."""
    run: list[tuple[int, int]] = []
    for index, number in (*found, (-1, 0)):
        if run and index == run[-1][0] + 1:
            run.append((index, number))
            continue
        later = {again for after, again in found if run and after > run[-1][0]}
        if len(run) >= _CONTENTS and all(each in later for _, each in run):
            yield from (each for each, _ in run)
        run = [(index, number)]
