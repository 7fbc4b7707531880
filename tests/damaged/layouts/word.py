"""Reports as Word documents: merged cells, figures in several runs, tracked changes, content controls."""

from collections.abc import Sequence
from random import Random

import docx_factory
from damaged.layouts.web import HEADER_ROWS
from damaged.paper import Box, Line, Paper, Row, Table, pages


def docx(rng: Random, paper: Paper) -> bytes:
    """Return the file; its tables are cut where pages end, or go on as one."""
    parts = [_block(rng, each) for each in paper]
    return docx_factory.docx(docx_factory.document(*parts))


def _block(rng: Random, block: Line | Table) -> str:
    if isinstance(block, Line):
        return docx_factory.paragraph(docx_factory.run(block.text))
    header = HEADER_ROWS[block.id] if rng.random() < 0.3 else 0
    empty = docx_factory.paragraph()
    return empty.join(_table(rng, rows) for rows in pages(block, header=header))


def _table(rng: Random, rows: Sequence[Row]) -> str:
    """Return the table; a merged cell is written again in every row that it covers, as Word does."""
    covering: dict[int, tuple[int, int]] = {}  # column → columns, rows still covered
    lines = []
    for row in rows:
        cells: list[str] = []
        column = 0
        for box in (*row, None):
            while column in covering:
                wide, left = covering.pop(column)
                if left > 1:
                    covering[-column - 1] = (wide, left - 1)
                cells.append(docx_factory.cell(docx_factory.paragraph(), wide, "on"))
                column += wide
            if box is None:
                break
            cells.append(docx_factory.cell(_text(rng, box), box.wide, "start" if box.tall > 1 else ""))
            if box.tall > 1:
                covering[-column - 1] = (box.wide, box.tall - 1)
            column += box.wide
        covering = {(-at - 1 if at < 0 else at): left for at, left in covering.items()}
        lines.append(docx_factory.row(*cells))
    return docx_factory.table(lines)


def _text(rng: Random, box: Box) -> str:
    way = rng.random()
    if box.address and way < 0.02:
        return docx_factory.paragraph(docx_factory.deleted("9"), docx_factory.inserted(box.text))
    if box.address and way < 0.04:
        return docx_factory.paragraph(docx_factory.control(docx_factory.run(box.text)))
    cut = len(box.text) // 2
    if way < 0.1:
        return docx_factory.paragraph(docx_factory.run(box.text[:cut]), docx_factory.run(box.text[cut:]))
    if way < 0.15 and not box.address:
        return "".join(
            docx_factory.paragraph(docx_factory.run(each)) for each in (box.text[:cut], box.text[cut:])
        )
    return docx_factory.paragraph(docx_factory.run(box.text))
