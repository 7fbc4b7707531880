"""Where the figures and the words of a report stand in its Markdown, for annotations of a change."""

from __future__ import annotations

from dataclasses import dataclass, field

from nianbao.archive.dump import NUMERALS
from nianbao.archive.tables import marked_table
from nianbao.forms import FORMS, TableForm

_AFTER_MARKER = 4  # a blank line, the header and the line of dashes stand before the first row


@dataclass(frozen=True, slots=True)
class MarkdownLines:
    """Line numbers, from 1, in the Markdown of one report.

    `cells` maps an address to the line of its row, `blocks` the section (0: the lead) and the block, each
    counted as in `rules.Words`, to its line.
    """

    cells: dict[str, int] = field(default_factory=dict)
    blocks: dict[tuple[int, int], int] = field(default_factory=dict)


def markdown_lines(text: str, form_id: str) -> MarkdownLines:
    """Return the lines of a report's Markdown, which must be one that `load` accepts."""
    found = MarkdownLines()
    form = FORMS.get(form_id)
    section, block = 0, 0
    head, body = text.split("\n---\n", 1)
    for number, line in enumerate(body.split("\n"), head.count("\n") + 3):
        if line.startswith("## "):
            section, block = NUMERALS.index(line[3]), 0
        elif line and not line.startswith("|"):  # a bar that begins a paragraph is escaped
            found.blocks[section, block] = number
            table = form.table(marked_table(line)) if form else None
            found.cells.update(_rows(table, number + _AFTER_MARKER) if table else {})
            block += 1
    return found


def _rows(table: TableForm, first: int) -> dict[str, int]:
    return {
        table.address(row.id, column.id): first + index
        for index, row in enumerate(table.rows)
        for column in table.columns
    }
