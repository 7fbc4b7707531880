"""Report → Markdown with front matter, and the trace beside it; equal reports give equal bytes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

import yaml

from nianbao.archive.markup import escape, table_row
from nianbao.cells import Cell, State
from nianbao.forms import FORMS, TableForm
from nianbao.model import Authority, Block, Heading, Paragraph, Report, TableSlot

NUMERALS = "零一二三四五六七八九十"
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# What a table shows for a cell without a figure; a blank shows nothing, a mark shows itself.
PLACEHOLDERS = {State.MISSING: "缺失", State.AMBIGUOUS: "存疑"}


def dump(report: Report) -> str:
    """Return the normalised Markdown of a report; `load` gives back an equal report.

    Raises `ValueError` for text that Markdown cannot carry (control characters, outer white space), which
    the reading stage cleans, and for a figure in a table that stands nowhere in the report.
    """
    _check_slots(report)
    head = yaml.safe_dump(
        _front_matter(report), allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=False
    )
    parts = [f"---\n{head}---", *_blocks(report.lead, report)]
    for section in report.sections:
        parts.append(f"## {NUMERALS[section.number]}、{_line(section.title)}".rstrip())
        parts.extend(_blocks(section.blocks, report))
    return "\n\n".join(parts) + "\n"


def _check_slots(report: Report) -> None:
    slots = {
        block.table for blocks in _block_lists(report) for block in blocks if isinstance(block, TableSlot)
    }
    for address, cell in report.cells.items():
        if cell.state is not State.MISSING and address.partition(".")[0] not in slots:
            raise ValueError(f"cell {address} has state {cell.state}, but its table stands nowhere")


def dump_trace(report: Report) -> str:
    """Return the trace: JSON with the place of every block and the printed text and place of every cell."""
    blocks = [block for blocks in _block_lists(report) for block in blocks]
    places = [str(block.at) if block.at else "" for block in blocks if not isinstance(block, TableSlot)]
    cells = {
        address: [cell.raw, str(cell.at) if cell.at else ""]
        for address, cell in report.cells.items()
        if cell.raw or cell.at
    }
    lines = [f"{_json(address)}: {_json(trace)}" for address, trace in cells.items()]
    body = ",\n".join(lines)
    return f'{{"blocks": {_json(places)},\n"cells": {{\n{body}\n}}}}\n'


def format_value(value: Decimal) -> str:
    """Return a figure in plain digits, keeping the decimals that were printed.

    >>> format_value(Decimal("78.80")), format_value(Decimal("-415")), format_value(Decimal("1E+3"))
    ('78.80', '-415', '1000')
    """
    return f"{value:f}"


def _block_lists(report: Report) -> Iterator[tuple[Block, ...]]:
    yield report.lead
    for section in report.sections:
        yield section.blocks


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _front_matter(report: Report) -> dict[str, Any]:
    source = report.source
    head: dict[str, Any] = {
        "title": report.title,
        "authority": authority_fields(report.authority),
        "scope": str(report.scope),
        "year": report.year,
        "form": report.form,
        "period": report.period and {"start": report.period.start, "end": report.period.end},
        "published": report.published,
        "source": {
            "path": source.path,
            "sha256": source.sha256,
            "bytes": source.bytes,
            "media_type": source.media_type,
            "url": source.url,
            "retrieved": source.retrieved,
        },
        "reader": report.reader,
        "cells": [*_exceptions(report)],
        "notes": [
            {"code": note.code, "text": note.text, "at": str(note.at) if note.at else ""}
            for note in report.notes
        ],
    }
    return _without_empty(head)


def authority_fields(authority: Authority) -> dict[str, str]:
    """Return what is known of an authority, its region included; unknown values are empty."""
    region = authority.region
    return {
        "id": authority.id,
        "name": authority.name,
        "body": authority.body,
        "level": authority.level,
        "kind": authority.kind,
        "code": region.code,
        "province": region.province,
        "prefecture": region.prefecture,
        "county": region.county,
        "township": region.township,
    }


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is unknown: an absent key says so more plainly than an empty one."""
    return {key: kept for key, value in values.items() if (kept := _kept(value)) not in (None, "", [], {})}


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return _without_empty(value)
    if isinstance(value, list):
        return [_kept(item) for item in value]
    return value


def _exceptions(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the cells whose state or reason the table cannot show, neighbours of one reason together."""

    def reason(item: tuple[str, Cell]) -> tuple[State, str, str]:
        return item[1].state, item[1].why, item[1].by

    listed = [item for item in report.cells.items() if _exceptional(item[1])]
    for (state, why, by), items in groupby(listed, key=reason):
        addresses = [address for address, _ in items]
        yield {"state": str(state), "why": why, "by": by, "at": _whole_rows(addresses, report)}


def _whole_rows(addresses: list[str], report: Report) -> list[str]:
    """Write a row whose cells are all listed as `table.row.*`."""
    width = Counter(address.rpartition(".")[0] for address in report.cells)
    rows = Counter(address.rpartition(".")[0] for address in addresses)
    whole = {row for row, count in rows.items() if count == width[row] > 1}
    listed = (
        f"{row}.*" if (row := address.rpartition(".")[0]) in whole else address for address in addresses
    )
    return list(dict.fromkeys(listed))


def _exceptional(cell: Cell) -> bool:
    return bool(cell.why or cell.by) or cell.state is State.INFERRED


def _blocks(blocks: tuple[Block, ...], report: Report) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield f"{'#' * block.level} {_line(block.text)}"
        elif isinstance(block, Paragraph):
            yield _line(block.text)
        else:
            table = FORMS[report.form].table(block.table)
            if table is None:
                raise ValueError(f"form {report.form} has no table {block.table!r}")
            yield f"<!-- table: {table.id} -->"
            yield "\n".join(_table(table, report))


def _line(text: str) -> str:
    if text != text.strip() or _UNPRINTABLE.search(text):
        raise ValueError(f"not a clean line of text: {text!r}")
    return escape(text)


def _table(table: TableForm, report: Report) -> Iterator[str]:
    yield table_row([escape(table.stub), *(escape(column.label) for column in table.columns)])
    yield table_row(["---", *("---:" for _ in table.columns)])
    for row in table.rows:
        cells = (report.cells[address] for address in table.row_addresses(row.id))
        yield table_row([escape(row.label), *(_figure(cell) for cell in cells)])


def _figure(cell: Cell) -> str:
    if cell.value is not None:
        return format_value(cell.value)
    if cell.state is State.MARK:
        return escape(cell.raw.strip())
    return PLACEHOLDERS.get(cell.state, "")
