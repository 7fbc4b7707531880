"""A report and what its figures say about themselves, as JSON-ready values for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from nianbao.archive.dump import authority_fields
from nianbao.cells import Cell
from nianbao.model import Note, Report
from nianbao.rules.rule import Outcome


def report_json(
    source: str, report: Report, outcomes: Iterable[Outcome], lacking: str = ""
) -> dict[str, Any]:
    """Return the report of one file: all cells of its form, notes, findings; money in 万元.

    `source` is the file as the caller named it. `error` is None, or says that the file is `lacking` its
    authority or its year, which are None then.
    """
    return {
        "source": source,
        "title": report.title,
        "authority": authority_fields(report.authority) if report.authority.name else None,
        "scope": str(report.scope),
        "year": report.year or None,
        "form": report.form,
        "period": report.period and [str(report.period.start), str(report.period.end)],
        "published": report.published and str(report.published),
        "sections": [section.number for section in report.sections],
        "cells": {address: _cell(cell) for address, cell in report.cells.items()},
        "notes": [_note(note) for note in report.notes],
        "findings": [finding_json(outcome) for outcome in outcomes],
        "error": lacking or None,
    }


def error_json(source: str, error: str) -> dict[str, Any]:
    """Return the same shape for a file that could not be read; `error` says why."""
    empty = dict.fromkeys(("title", "authority", "scope", "year", "form", "period", "published"))
    return {
        "source": source,
        **empty,
        "sections": [],
        "cells": {},
        "notes": [],
        "findings": [],
        "error": error,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "value": number(cell.value),
        "state": str(cell.state),
        "raw": cell.raw,
        "at": str(cell.at) if cell.at else None,
    }
    if cell.why:
        shown["why"] = cell.why
    if cell.by:
        shown["by"] = cell.by
    return shown


def _note(note: Note) -> dict[str, Any]:
    return {"code": note.code, "text": note.text, "at": str(note.at) if note.at else None}


def finding_json(outcome: Outcome) -> dict[str, Any]:
    """Return one outcome; `left` and `right` are the two figures it compared."""
    return {
        "rule": outcome.rule,
        "verdict": str(outcome.verdict),
        "severity": str(outcome.severity),
        "left": number(outcome.left),
        "right": number(outcome.right),
        "cells": list(outcome.cells),
        "words": [list(words) for words in outcome.words],
        "message": outcome.message,
        "clerk": outcome.clerk,
        "doubt": str(outcome.doubt),
        "suspect": outcome.suspect and {"cell": outcome.suspect.cell, "value": number(outcome.suspect.value)},
    }


def number(value: Decimal | None) -> int | float | None:
    """Return a figure as JSON writes it: whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
