"""Labels and headers that a layout without rows prints in several cells (`商业`, `企业`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.read.document import GridCell, GridRow
from nianbao.read.layouts.words import is_whole_label, is_word

_MOST_PIECES = 10
_NUMERAL = re.compile(r"[1-9１-９][.．、]|[（(][一二三四五六七][）)]|[一二三四]、")


def join_cut_labels(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    """Join rows of one word with the next ones where only together they are a word of the forms."""
    joined: list[GridRow] = []
    for row in rows:
        joined.append(row)
        numbered = len(joined) > 1 and _NUMERAL.fullmatch(joined[-2][-1].text)
        if row[0].text and (numbered or not is_word(row[0].text)):
            _join_last(joined)
    return tuple(joined)


def _join_last(rows: list[GridRow]) -> None:
    """Join the last row with those before it, as few as make a word; nothing where none do."""
    for count in range(2, min(_MOST_PIECES, len(rows)) + 1):
        before = rows[-count:-1]
        if any(len([cell for cell in row if cell.text]) != 1 for row in before):
            return
        text = "".join(row[0].text for row in rows[-count:])
        if is_whole_label(text) or (is_word(text) and not any(is_word(row[0].text) for row in before)):
            label = GridCell(text, before[0][0].at, text)
            rows[-count:] = [(label, *rows[-1][1:])]
            return
