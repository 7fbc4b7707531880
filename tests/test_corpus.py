"""The golden corpus: what is read from a whole original, cell by cell, with its place in the original."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from nianbao.cells import Place
from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.model import Heading, TableSlot
from nianbao.read import read

ROOT = Path(__file__).parent.parent
CASES = sorted(path.parent for path in (ROOT / "tests/corpus").glob("*/expected.json"))


def _source(case: Path) -> Path:
    return ROOT / "content/raw" / f"{case.name}.txt"


def _read(case: Path) -> Reading:
    path = _source(case)
    return interpret(read(path.read_bytes(), path.name), FORMS)


def _cells(reading: Reading) -> dict[str, list[str | None]]:
    return {
        address: [
            cell.state.value,
            None if cell.value is None else str(cell.value),
            cell.raw,
            str(cell.at) if cell.at else None,
        ]
        for address, cell in reading.cells.items()
    }


def _outline(reading: Reading) -> list[list[object]]:
    """Return per section: number, title, and its sub-headings and tables in order."""
    return [
        [
            section.number,
            section.title,
            [
                f"{block.level} {block.text}" if isinstance(block, Heading) else f"table {block.table}"
                for block in section.blocks
                if isinstance(block, Heading | TableSlot)
            ],
        ]
        for section in reading.sections
    ]


def snapshot(reading: Reading) -> dict[str, object]:
    """Return everything of a reading that its `expected.json` holds."""
    period = reading.period
    return {
        "title": reading.title,
        "authority": reading.authority_name,
        "year": reading.year,
        "form": reading.form,
        "scope": reading.scope.value,
        "period": [str(period.start), str(period.end)] if period else None,
        "sections": _outline(reading),
        "notes": [note.code for note in reading.notes],
        "cells": _cells(reading),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_whole_original_is_read_as_expected(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert expected == snapshot(_read(case))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_figure_stands_where_its_place_says(case: Path) -> None:
    lines = _source(case).read_text("utf-8").split("\n")
    found = 0
    for address, cell in _read(case).cells.items():
        if cell.known and cell.at:
            place = Place.parse(str(cell.at))
            assert lines[place.line - 1][place.column - 1 :].startswith(cell.raw), address
            found += 1
    assert found >= 50


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_word_of_an_original_is_lost(case: Path) -> None:
    """Every Han character outside the table rows is in the title, the lead, a heading or a section."""
    reading = _read(case)
    kept = Counter(reading.title)
    for blocks in (reading.lead, *(section.blocks for section in reading.sections)):
        for block in blocks:
            kept.update("" if isinstance(block, TableSlot) else block.text)
    kept.update("".join(section.title for section in reading.sections) + "一二三四五六")
    rows = {cell.at.line for cell in reading.cells.values() if cell.at}
    prose = [
        line
        for number, line in enumerate(_source(case).read_text("utf-8").split("\n"), 1)
        if "\t" not in line and number not in rows and len(line) > 6
    ]
    printed = Counter(re.findall(r"[\u4e00-\u9fff]", "".join(prose)))
    assert not printed - kept


def test_the_corpus_holds_the_five_first_reports() -> None:
    assert [case.name[:3] for case in CASES] == ["000", "001", "002", "003", "004"]
