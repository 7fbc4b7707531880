"""`nianbao explain`: each stage of reading one file, so that a contributor sees what was read and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from nianbao.cells import Cell, State
from nianbao.cli.files import read_original
from nianbao.cli.read import clean
from nianbao.cli.sandbox import Sandbox
from nianbao.errors import NianbaoError
from nianbao.forms import FORMS
from nianbao.ingest import read_report
from nianbao.model import Report, TableSlot
from nianbao.read.document import Document, DocumentBlock, Line
from nianbao.repair import run
from nianbao.rules import check
from nianbao.sidecar import parse_sidecar

_WIDTH = 60  # characters of a line or row that are shown


def run_explain(path: Path) -> int:
    """Print what every stage made of a file; return 1 where one of them could not go on."""
    try:
        original = read_original(path, path.name)
        with Sandbox() as sandbox:
            document = sandbox.read(original.data, path.name)
        _print(_document(document))
        repaired = run(document)
        _print(_repairs(repaired))
        sidecar = parse_sidecar(original.sidecar, f"{path.name}.yml")
        report = read_report(original.data, path.name, sidecar, reader=lambda data, name: document)
    except NianbaoError as error:
        click.echo(f"✕ {clean(str(error))}", err=True)
        return 1
    _print(_report(report))
    _print(_figures(report))
    _print(_outcomes(report))
    return 0


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(clean(line))
    click.echo()


def _document(document: Document) -> Iterator[str]:
    yield f"一、读入  {document.name}  {document.media_type}，{document.text.count(chr(10)) + 1} 行"
    for is_line, blocks in groupby(document.blocks, key=lambda block: isinstance(block, Line)):
        found = list(blocks)
        yield from _lines(found) if is_line else _grids(found)


def _lines(blocks: list[DocumentBlock]) -> Iterator[str]:
    texts = [block for block in blocks if isinstance(block, Line)]
    yield f"  {texts[0].at}  正文 {len(texts)} 段：{_short(texts[0].text)}"


def _grids(blocks: list[DocumentBlock]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Line) and block.rows:
            first = " | ".join(cell.text for cell in block.rows[0])
            yield f"  {block.rows[0][0].at}  表格 {len(block.rows)} 行：{_short(first)}"


def _repairs(document: Document) -> Iterator[str]:
    yield f"二、修整  {len(document.steps)} 处（不改数字）"
    for name, steps in groupby(document.steps, key=lambda step: step.name):
        found = list(steps)
        first = found[0]
        yield f"  {name} {len(found)} 处，例如 {first.at}：{_short(first.before)} → {_short(first.after)}"


def _report(report: Report) -> Iterator[str]:
    authority, region = report.authority, report.authority.region
    yield f"三、辨认  {report.title}"
    place = region.province + region.prefecture + region.county
    yield f"  机关 {authority.name}（{authority.id or '区划未定'}） {place}"
    yield f"  年度 {report.year}  口径 {report.scope}  格式 {report.form or '未识别'}"
    yield (
        f"  统计时段 {report.period.start} 至 {report.period.end}" if report.period else "  统计时段没有写明"
    )
    for section in report.sections:
        tables = "、".join(block.table for block in section.blocks if isinstance(block, TableSlot))
        yield f"  第 {section.number} 部分 {section.title}：{len(section.blocks)} 块 {tables}"
    yield from (f"  △ {note.code} {note.at or ''} {note.text}" for note in report.notes)


def _figures(report: Report) -> Iterator[str]:
    form = FORMS.get(report.form)
    yield f"四、数字  {len(report.cells)} 格"
    for table in form.tables if form else ():
        yield f"  {table.id} {table.title}"
        for row in table.rows:
            cells = [report.cells[address] for address in table.row_addresses(row.id)]
            at = next((str(cell.at) for cell in cells if cell.at), "—")
            why = next((f"  原文“{cell.raw}”：{cell.why}" for cell in cells if cell.why), "")
            yield f"    {at:>9} {row.id}: {' '.join(map(_shown, cells))}{why}"


def _shown(cell: Cell) -> str:
    if cell.value is not None:
        return f"{cell.value:f}{'*' if cell.state is State.INFERRED else ''}"
    return f"[{cell.state}]"


def _outcomes(report: Report) -> Iterator[str]:
    outcomes = check(report)
    failed = [outcome for outcome in outcomes if outcome.failed]
    yield f"五、核对  {len(outcomes)} 项，不符 {len(failed)} 项"
    yield from (f"  ✕ {outcome.rule} {outcome.message}" for outcome in failed)


def _short(text: str | None) -> str:
    if text is None:
        return "（略去）"
    return f"“{text[:_WIDTH]}{'…' if len(text) > _WIDTH else ''}”"
