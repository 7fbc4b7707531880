"""The trace beside a report → the printed text and the place of every cell, the place of every block."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from nianbao.cells import Cell, Place
from nianbao.errors import ContentError
from nianbao.model import Block, Report, TableSlot


def with_trace(report: Report, trace: str, where: str) -> Report:
    """Return the report with what its trace adds; one of another report is a `ContentError`."""
    try:
        data: Mapping[str, Any] = json.loads(trace)
        cells = dict(report.cells)
        for address, (raw, at) in data["cells"].items():
            cell = cells[address]
            cells[address] = Cell(cell.state, cell.value, raw, _place(at), cell.why, cell.by)
        places = iter(data["blocks"])
        lead = _placed(report.lead, places)
        sections = tuple(
            replace(section, blocks=_placed(section.blocks, places)) for section in report.sections
        )
    except (ValueError, KeyError, TypeError, RuntimeError, StopIteration) as error:
        raise ContentError(f"{where}:1", f"does not belong to its report: {error!r}") from error
    return replace(report, cells=cells, lead=lead, sections=sections)


def _placed(blocks: tuple[Block, ...], places: Iterator[str]) -> tuple[Block, ...]:
    return tuple(
        block if isinstance(block, TableSlot) else replace(block, at=_place(next(places))) for block in blocks
    )


def _place(text: str) -> Place | None:
    return Place.parse(text) if text else None
