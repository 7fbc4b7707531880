"""Repairs of tables: page breaks, headers printed again, spaced-out labels, full-width digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from nianbao.read.document import DocumentBlock, Grid, GridRow
from nianbao.read.layouts.shape import is_value

Blocks = tuple[DocumentBlock, ...]

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋／", "0123456789.,+/")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff、.．)）“”])[ \u3000\u00a0]+(?=[\u3400-\u9fff“”（(])")


def narrow_digits(blocks: Blocks) -> Blocks:
    """Write full-width digits of a figure in ASCII: `１２` and `12` are the same number."""
    return _map_cells(blocks, lambda text: text.translate(_FULL_WIDTH) if is_value(text) else text)


def close_spaced_labels(blocks: Blocks) -> Blocks:
    """Remove the blanks that justified text leaves inside a label (`社 会 公 益 组 织`); figures stay."""
    return _map_cells(blocks, lambda text: _BETWEEN_HAN.sub("", text) if _has_blank(text) else text)


def _has_blank(text: str) -> bool:
    """Return whether blanks stand in a text that is no figure; others than " " are not printable."""
    return (" " in text or not text.isprintable()) and not is_value(text)


def join_split_grids(blocks: Blocks) -> Blocks:
    """Join tables that follow each other with nothing between: a page break has split them.

    The index of each row that begins a page is kept in `breaks`, because what a page has lost it has
    lost in all its rows.
    """
    joined: list[DocumentBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Grid) and isinstance(last, Grid) and _alike(block, last):
            offset = len(last.rows)
            breaks = (*last.breaks, offset, *(offset + index for index in block.breaks))
            joined[-1] = replace(last, rows=last.rows + block.rows, breaks=breaks)
        else:
            joined.append(block)
    return tuple(joined)


def _alike(one: Grid, other: Grid) -> bool:
    return replace(one, rows=(), breaks=()) == replace(other, rows=(), breaks=())


def drop_repeated_headers(blocks: Blocks) -> Blocks:
    """Remove the header rows printed again at the top of a new page.

    Only rows without figures that equal, cell for cell, the rows the table begins with. Where merged cells
    are expanded and the whole header is there again, the columns are those of the page before: no page has
    begun that could have lost one.
    """
    return tuple(_without_repeats(block) if isinstance(block, Grid) else block for block in blocks)


def _without_repeats(grid: Grid) -> Grid:
    dropped: set[int] = set()
    same: set[int] = set()
    header = next((at for at, row in enumerate(grid.rows) if any(is_value(cell.text) for cell in row)), 0)
    for start in grid.breaks:
        count = 0
        while start + count < len(grid.rows) and _repeats(grid.rows[start + count], grid.rows[count]):
            dropped.add(start + count)
            count += 1
        same |= {start} if grid.exact and count == header > 0 else set()
    if not dropped:
        return grid
    rows = tuple(row for index, row in enumerate(grid.rows) if index not in dropped)
    moved = (start - sum(index < start for index in dropped) for start in grid.breaks if start not in same)
    breaks = tuple(dict.fromkeys(start for start in moved if start < len(rows)))
    return replace(grid, rows=rows, breaks=breaks)


def _repeats(row: GridRow, header: GridRow) -> bool:
    texts = [cell.text for cell in row]
    return (
        any(texts)
        and texts == [cell.text for cell in header]
        and not any(is_value(text) for text in texts)
        and sum(map(bool, texts)) > 1
    )


def _map_cells(blocks: Blocks, change: Callable[[str], str]) -> Blocks:
    def mapped(block: DocumentBlock) -> DocumentBlock:
        if not isinstance(block, Grid):
            return block
        # A figure needs no repair, and most labels are printed well: nothing is built anew for them.
        words = {cell.text for row in block.rows for cell in row if not cell.text.isascii()}
        changed = {text: new for text in words if (new := change(text)) != text}
        if not changed:
            return block
        return replace(block, rows=tuple(_changed(row, changed) for row in block.rows))

    return tuple(map(mapped, blocks))


def _changed(row: GridRow, changed: Mapping[str, str]) -> GridRow:
    if not any(cell.text in changed for cell in row):
        return row
    return tuple(cell._replace(text=changed.get(cell.text, cell.text)) for cell in row)
