"""The original of a report: its text as a file, and where in it everything stands."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from nianbao.cells import Cell, Place, State
from nianbao.forms import FORMS, Row, TableForm
from nianbao.model import Block, Heading, Paragraph, Report, Section, Source, TableSlot

NUMERALS = "一二三四五六"


def with_original(report: Report, url: str) -> tuple[Report, bytes]:
    """Return the report with its places in a text file, and the bytes of that file."""
    page = _Page(report.cells)
    page.line(report.title)
    lead = tuple(page.block(block, report.form) for block in report.lead)
    sections = tuple(page.section(part, report.form) for part in report.sections)
    data = "\n".join(page.lines).encode()
    source = Source(
        path=f"{report.authority.id}-{report.year}-{report.scope}.txt",
        sha256=sha256(data).hexdigest(),
        bytes=len(data),
        media_type="text/plain",
        url=url,
        retrieved=date(report.year + 1, 4, 1),
    )
    return dataclasses.replace(report, lead=lead, sections=sections, cells=page.cells, source=source), data


class _Page:
    """Writes lines and remembers in which of them each cell stands."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self.lines: list[str] = []
        self.cells = dict(cells)

    def line(self, text: str) -> Place:
        self.lines.append(text)
        return Place(len(self.lines))

    def section(self, part: Section, form: str) -> Section:
        self.line(f"{NUMERALS[part.number - 1]}、{part.title}")
        return dataclasses.replace(part, blocks=tuple(self.block(block, form) for block in part.blocks))

    def block(self, block: Block, form: str) -> Block:
        if isinstance(block, TableSlot):
            table = FORMS[form].table(block.table)
            assert table
            self.table(table)
            return block
        assert isinstance(block, Heading | Paragraph)
        return dataclasses.replace(block, at=self.line(block.text))

    def table(self, table: TableForm) -> None:
        self.line("\t".join([table.stub, *(column.label for column in table.columns)]))
        for row in table.rows:
            self.row(table, row)

    def row(self, table: TableForm, row: Row) -> None:
        """Write a row; one that was lost is not there, and one whose figures are glued is one word."""
        addresses = [table.address(row.id, column.id) for column in table.columns]
        cells = [self.cells[address] for address in addresses]
        if all(cell.state is State.MISSING for cell in cells):
            return
        whole = any(cell.state in (State.INFERRED, State.AMBIGUOUS) for cell in cells)
        printed = dict.fromkeys(cell.raw for cell in cells) if whole else [cell.raw for cell in cells]
        place = self.line("\t".join([row.label, *printed]))
        for number, (address, cell) in enumerate(zip(addresses, cells, strict=True), 2):
            if cell.raw:
                at = Place(place.line, 2 if whole else number)
                self.cells[address] = cell._replace(at=at)
