"""The pages of a PDF → one text with numbered lines, and the blocks placed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import DocumentBlock, Grid, GridCell, Line, Step, cell_at, line_at
from nianbao.read.layouts import layout_of_tables
from nianbao.read.layouts.blanks import with_blank_cells
from nianbao.read.pdf_lines import TextLine
from nianbao.read.pdf_page import ReadPage
from nianbao.read.pdf_prose import (
    PdfPage,
    Printed,
    columns_of,
    has_unruled_tables,
    margins_of,
    prose_of,
    unruled_lines,
    without_furniture,
)
from nianbao.read.pdf_stitch import Part, aligned, stitch
from nianbao.read.pdf_wrapped import without_cut_figures, without_wrapped_figures
from nianbao.read.row_labels import with_whole_labels


class Sheet(NamedTuple):
    """The text of all pages, its blocks, and what the reader noticed as steps."""

    text: str
    blocks: tuple[DocumentBlock, ...]
    steps: tuple[Step, ...]


class _Element(NamedTuple):
    """A paragraph, a part of a ruled table, or (`spaced`) a line of a table without rules."""

    page: int
    content: Line | Part
    spaced: bool = False

    @property
    def kind(self) -> str:
        """What neighbours must share to form one block; the parts of a table do, over all its pages."""
        if isinstance(self.content, Part):
            return "ruled"
        return "spaced" if self.spaced else "prose"


def sheet_of(pages: Sequence[ReadPage]) -> Sheet:
    """Return the text of the pages, a line for each paragraph and table row, and its blocks."""
    lines: list[str] = []
    elements: list[_Element] = []
    steps: list[Step] = []
    kept = without_furniture([each.page for each in pages])
    margins = margins_of(kept)
    unruled = has_unruled_tables(kept)
    if unruled:
        kept = _without_halves(kept)
    ranges = [unruled_lines(page) if unruled else range(0) for page in kept]
    tables = list(_whole_rows(kept, ranges))
    columns = columns_of(tables)
    for each, page, rows, table in zip(pages, kept, ranges, tables, strict=True):
        if each.scanned:
            steps.append(Step("page_without_text", Place(len(lines) + 1, 1, page.number), "", ""))
        prose = prose_of(page, margins, rows, table, columns)
        elements.extend(_elements(page, each.tables, prose, lines))
    for above, below in pairwise(elements):
        cut = above.page < below.page
        if cut and isinstance(above.content, Part) and isinstance(below.content, Part):
            stitch(above.content, below.content)
    blocks = tuple(_blocks(elements))
    steps.extend(_doubts(elements, blocks))
    return Sheet("\n".join(lines), blocks, tuple(steps))


def _whole_rows(pages: Sequence[PdfPage], ranges: Sequence[range]) -> Iterator[list[TextLine]]:
    """Yield the lines of each page's tables without rules, with the labels that its rows broke made whole."""
    tables = [page.lines[rows.start : rows.stop] for page, rows in zip(pages, ranges, strict=True)]
    printed = iter(with_whole_labels([line for table in tables for line in table]))
    for table in tables:
        yield [each.line for line in islice(printed, len(table)) for each in line]


def _without_halves(pages: Sequence[PdfPage]) -> list[PdfPage]:
    """Return the pages without the figures that a narrow column or a page end may have cut in two."""
    whole = [replace(page, lines=without_wrapped_figures(page.lines)) for page in pages]
    for index in range(1, len(whole)):
        above, below = without_cut_figures(whole[index - 1].lines, whole[index].lines)
        whole[index - 1] = replace(whole[index - 1], lines=above)
        whole[index] = replace(whole[index], lines=below)
    return whole


def _elements(
    page: PdfPage, texts: Sequence[list[list[str]]], prose: Sequence[Printed], lines: list[str]
) -> Iterator[_Element]:
    """Yield what stands on a page from top to bottom; its text is appended to `lines`."""
    printed: list[tuple[float, Printed | int]] = [(each.top, each) for each in prose]
    tables: list[tuple[float, Printed | int]] = [(table.ys[0], i) for i, table in enumerate(page.tables)]
    for _, each in sorted(printed + tables, key=lambda item: item[0]):
        if isinstance(each, Printed):
            lines.append(each.text)
            line = line_at(each.text, len(lines))
            yield _Element(page.number, Line(line.text, _on(line.at, page.number)), each.spaced)
        else:
            rows = []
            for row in texts[each]:
                lines.append("\t".join(row))
                rows.append(_row(row, len(lines), page.number))
            yield _Element(page.number, Part(page.tables[each], rows))


def _row(texts: Sequence[str], line: int, page: int) -> list[GridCell]:
    cells = []
    column = 1
    for text in texts:
        cell = cell_at(text, line, column)
        cells.append(cell._replace(at=_on(cell.at, page)))
        column += len(text) + 1
    return cells


def _on(at: Place, page: int) -> Place:
    return at._replace(page=page)


def _blocks(elements: Sequence[_Element]) -> Iterator[DocumentBlock]:
    loose = [each.content.text for each in elements if each.spaced and isinstance(each.content, Line)]
    layout = layout_of_tables(loose)
    for kind, run in groupby(elements, key=lambda each: each.kind):
        same = list(run)
        if kind == "ruled":
            parts = [each.content for each in same if isinstance(each.content, Part)]
            yield Grid(tuple(map(tuple, aligned(parts))), exact=all(part.table.complete for part in parts))
        elif kind == "spaced":
            printed = [each.content for each in same if isinstance(each.content, Line)]
            shown = [" " * (line.at.column - 1) + line.text for line in printed]
            blocks = with_blank_cells(layout.read(shown), shown, measured=True)
            yield from (_moved(block, printed) for block in blocks)
        else:
            yield from (each.content for each in same if isinstance(each.content, Line))


def _moved(block: DocumentBlock, printed: Sequence[Line]) -> DocumentBlock:
    """Return a block that was read from the printed lines alone, placed where they stand."""

    def moved(at: Place) -> Place:
        line = printed[at.line - 1]
        return Place(line.at.line, at.column, line.at.page)

    if isinstance(block, Line):
        return Line(block.text, moved(block.at))
    rows = tuple(tuple(cell._replace(at=moved(cell.at)) for cell in row) for row in block.rows)
    return replace(block, rows=rows, glued=False)  # the gaps were measured


def _doubts(elements: Sequence[_Element], blocks: Sequence[DocumentBlock]) -> Iterator[Step]:
    for each in elements:
        if isinstance(each.content, Part) and not each.content.table.complete:
            first = next((row[0] for row in each.content.rows if row), None)
            yield from [Step("incomplete_grid", first.at, "", "")] if first else []
    in_grids = {row[0].at.line for block in blocks if isinstance(block, Grid) for row in block.rows if row}
    spaced = [each.content for each in elements if each.spaced and isinstance(each.content, Line)]
    if spaced and not any(line.at.line in in_grids for line in spaced):
        yield Step("unruled_table", spaced[0].at, "", "")
