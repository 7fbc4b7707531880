"""A report as the search index sees it: what stands on its page, block by block, with the same anchors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from nianbao.cells import State
from nianbao.forms import FORMS, TableForm
from nianbao.index_page import IndexBlock, IndexPage
from nianbao.model import Block, Heading, Paragraph, Report, TableSlot
from nianbao.reference_pages import reference_pages
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.figure_rows import check_words
from nianbao.render.figures import Total, figure_text, number
from nianbao.render.key_figures import PROCESSED, RECEIVED
from nianbao.render.trail import region_label, url_of
from nianbao.rules.rule import Severity

_NUMERALS = "一二三四五六"


FILTERS = ("省", "市", "年度", "级别", "机关类型", "表格格式", "核对结果")
"""What results can be filtered by, in the order in which it is offered."""

_LEVELS = {
    "ministry": "国务院部门",
    "province": "省级",
    "prefecture": "市级",
    "county": "县级",
    "township": "乡镇",
    "street": "街道",
}
_KINDS = {
    "government": "人民政府",
    "department": "部门",
    "party_organ_with_plate": "挂牌的党委机构",
    "vertical": "垂直管理机构",
    "dispatched": "派出机构",
    "functional_zone": "开发区等功能区",
    "public_institution": "企事业单位",
}
_CARD = (RECEIVED, PROCESSED)


def search_pages(archive: ArchiveView) -> tuple[IndexPage, ...]:
    """Return every searchable page: the reports in reading order, then the glossary and the rules."""
    return (*map(search_page, archive.entries), *reference_pages())


def search_page(entry: Entry) -> IndexPage:
    """Return the searchable page of a report; its blocks load it whole.

    Title, names, prose, labels and figures are found; words that the site adds (未填, 缺失) are not.
    """
    report = entry.report
    received = RECEIVED.of(report.cells).value
    return IndexPage(
        url=url_of(entry.path),
        title=report.title,
        blocks=partial(_blocks, entry),
        authority=report.authority.name,
        year=report.year,
        where=region_label(report.authority.region),
        filters=_filters(entry),
        received=None if received is None else int(received),
        figures=tuple((measure.label, _figure(measure.of(report.cells))) for measure in _CARD),
        check=check_words(entry),
    )


def _filters(entry: Entry) -> dict[str, str]:
    report = entry.report
    region = report.authority.region
    return {
        "省": region.province or "未定",
        "市": region.prefecture,
        "年度": str(report.year),
        "级别": _LEVELS.get(report.authority.level, "未定"),
        "机关类型": _KINDS.get(report.authority.kind, "未定"),
        "表格格式": FORMS[report.form].name if report.form in FORMS else "没有官方格式的表",
        "核对结果": _verdict(entry),
    }


def _verdict(entry: Entry) -> str:
    if not entry.failed:
        return "未见不符" if entry.held else "无法核对"
    return "有不符" if any(o.severity is Severity.ERROR for o in entry.failed) else "只有存疑"


def _figure(found: Total) -> str:
    return found.missing if found.value is None else f"{number(found.value)} 件"


def _blocks(entry: Entry) -> tuple[IndexBlock, ...]:
    return tuple(_report_blocks(entry.load()))


def _report_blocks(report: Report) -> Iterator[IndexBlock]:
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
