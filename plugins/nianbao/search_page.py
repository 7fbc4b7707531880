"""A report as the search index sees it: what stands on its page, block by block, with the same anchors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nianbao.cells import State
from nianbao.forms import FORMS, TableForm
from nianbao.index_page import IndexBlock, IndexPage
from nianbao.model import Block, Heading, Paragraph, Report, TableSlot
from nianbao.render.archive_view import Entry
from nianbao.render.figures import figure_text
from nianbao.render.trail import region_label, url_of, year_label

_NUMERALS = "一二三四五六"


def search_page(entry: Entry) -> IndexPage:
    """Return the searchable page of a report; loads it whole.

    Title, names, prose, labels and figures are found; words that the site adds (未填, 缺失) are not.
    """
    report = entry.load()
    region = report.authority.region
    return IndexPage(
        url=url_of(entry.path),
        title=report.title,
        blocks=tuple(_blocks(report)),
        filters={"省份": (region.province or "未定",), "年度": (str(report.year),)},
        sort={"year": str(report.year)},
        meta={
            "authority": report.authority.name,
            "year": year_label(report),
            "region": region_label(region),
        },
    )


def _blocks(report: Report) -> Iterator[IndexBlock]:
    yield IndexBlock(region_label(report.authority.region))
    yield IndexBlock(report.authority.name)
    yield from _prose(report, report.lead, "s0")
    for section in report.sections:
        anchor = f"s{section.number}"
        yield IndexBlock(f"{_NUMERALS[section.number - 1]}、{section.title}", anchor, heading=2)
        yield from _prose(report, section.blocks, anchor)


def _prose(report: Report, blocks: Iterable[Block], section: str) -> Iterator[IndexBlock]:
    """Yield prose and tables; sub-headings are counted as `render.prose` counts them."""
    count = 0
    for block in blocks:
        match block:
            case Heading():
                count += 1
                yield IndexBlock(block.text, f"{section}-{count}", heading=min(block.level, 6))
            case Paragraph():
                yield IndexBlock(block.text)
            case TableSlot():
                form = FORMS.get(report.form)
                table = form.table(block.table) if form else None
                if table:
                    yield from _table(report, table)


def _table(report: Report, table: TableForm) -> Iterator[IndexBlock]:
    yield IndexBlock(table.title, table.id, heading=4)
    heads = (text for column in table.columns for text in (*column.path, column.label))
    for text in dict.fromkeys((table.stub, *heads)):
        yield IndexBlock(text)
    shown: set[str] = set()
    for row in table.rows:
        for group in row.path:
            if group not in shown:
                shown.add(group)
                yield IndexBlock(group)
        yield IndexBlock(row.label)
        for column in table.columns:
            cell = report.cells[table.address(row.id, column.id)]
            if cell.known or cell.state is State.MARK:
                yield IndexBlock(figure_text(cell, column))
