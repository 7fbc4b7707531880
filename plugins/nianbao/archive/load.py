"""Markdown of the archive → Report; every breach of the contract names file and line.

markdown-it-py finds the blocks and their lines. It runs without inline rules, and tables are
taken out before: prose is plain text behind backslashes, and our tables have no inner markup, so that a
report costs a millisecond instead of four.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt

from nianbao.archive.dump import NUMERALS, PLACEHOLDERS
from nianbao.archive.front_matter import Mapping as Head
from nianbao.archive.front_matter import parse_yaml
from nianbao.archive.head import Exceptions, read_head
from nianbao.archive.markup import split_row, unescape
from nianbao.cells import Cell, Place, State
from nianbao.errors import ContentError
from nianbao.forms import FORMS, Form, TableForm
from nianbao.model import Block, Heading, Paragraph, Report, Section, TableSlot

_PARSER = MarkdownIt("zero").enable("heading")
_PARSER.core.ruler.enableOnly(["normalize", "block"])
_MARKER = "<!-- table: "
_FIGURE_CHARACTERS = frozenset("0123456789.-")


class _Line(NamedTuple):
    """A heading or paragraph of the Markdown: its line in the file, heading level (0: paragraph), text."""

    number: int
    level: int
    text: str


class _Table(NamedTuple):
    """A table of the body that has not been read yet: the line of its first row, its id, its lines."""

    number: int
    table: str
    rows: list[str]


def load(text: str, where: str, trace: str = "") -> Report:
    """Return the report in `text`, with prose, and with printed texts and places where `trace` is given.

    `where` names the file in errors. Raises `ContentError` for front matter or a body that breaks the
    contract: unknown keys, headings out of the six, rows or columns that the form does not know, a table
    printed twice, a figure that is none.
    """
    head, body = _split(text, where)
    report, exceptions = read_head(head)
    cells = _cells(body, FORMS.get(report.form), exceptions, where)
    lead, sections = _sections(body, where)
    report = replace(report, lead=lead, sections=sections, cells=cells)
    return _with_trace(report, trace, where) if trace else report


def load_figures(text: str, where: str) -> Report:
    """Return the report in `text` without prose: `lead` and `sections` hold no blocks.

    Checks as much as `load` does. A build keeps thousands of these in memory.
    """
    report = load(text, where)
    sections = tuple(replace(section, blocks=()) for section in report.sections)
    return replace(report, lead=(), sections=sections)


def _split(text: str, where: str) -> tuple[Head, list[_Line | _Table]]:
    if not text.startswith("---\n"):
        raise ContentError(f"{where}:1", "found no front matter, expected a first line of three dashes")
    end = text.find("\n---\n", 3)
    if end < 0:
        raise ContentError(f"{where}:1", "the front matter has no closing line of three dashes")
    head = parse_yaml(text[4 : end + 1], where, first_line=2)
    offset = text.count("\n", 0, end + 5) + 1
    lines = text[end + 5 :].split("\n")
    tables = {table.number: table for table in _take_tables(lines, offset, where)}
    return head, [tables.get(line.number + 2) or line for line in _lines("\n".join(lines), offset, where)]


def _take_tables(lines: list[str], offset: int, where: str) -> Iterator[_Table]:
    """Yield each table that follows a marker and a blank line, and leave empty lines in its place.

    The parser need not look at a hundred rows, and every other line keeps its number.
    """
    for index, line in enumerate(lines):
        if not line.startswith(_MARKER):
            continue
        start = index + 2
        end = next((row for row in range(start, len(lines)) if not lines[row]), len(lines))
        table = line.removeprefix(_MARKER).removesuffix("-->").strip()
        if end <= start or lines[index + 1]:
            raise ContentError(f"{where}:{offset + index}", f"table {table!r} is missing after its marker")
        yield _Table(offset + start, table, lines[start:end])
        lines[start:end] = [""] * (end - start)


def _lines(body: str, offset: int, where: str) -> Iterator[_Line]:
    level, number = 0, offset
    for token in _PARSER.parse(body):
        if token.type in ("heading_open", "paragraph_open"):
            level = int(token.tag[1]) if token.type == "heading_open" else 0
            number = offset + (token.map[0] if token.map else 0)
        elif token.type == "inline":
            if "\n" in token.content:
                raise ContentError(f"{where}:{number + 1}", "expected a blank line between paragraphs")
            yield _Line(number, level, token.content)


def _sections(body: list[_Line | _Table], where: str) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    lead: list[Block] = []
    sections: list[tuple[int, str, list[Block]]] = []
    current = lead
    for item in body:
        if isinstance(item, _Line) and item.level in (1, 2):
            number, title = _section_heading(item, where)
            current = []
            sections.append((number, title, current))
        else:
            current.append(_block(item))
    return tuple(lead), tuple(Section(number, title, tuple(blocks)) for number, title, blocks in sections)


def _section_heading(line: _Line, where: str) -> tuple[int, str]:
    numeral, mark, title = line.text.partition("、")
    number = NUMERALS.find(numeral) if len(numeral) == 1 else -1
    if line.level != 2 or not mark or not 1 <= number <= 6:
        raise ContentError(
            f"{where}:{line.number}", f"found heading {line.text!r}, expected ## 一、 to ## 六、"
        )
    return number, unescape(title)


def _block(item: _Line | _Table) -> Block:
    if isinstance(item, _Table):
        return TableSlot(item.table)
    text = unescape(item.text)
    return Heading(item.level, text) if item.level else Paragraph(text)


def _cells(
    body: list[_Line | _Table], form: Form | None, exceptions: Exceptions, where: str
) -> dict[str, Cell]:
    tables = {}
    for item in body:
        if not isinstance(item, _Table):
            continue
        table = form.table(item.table) if form else None
        if table is None or item.table in tables:
            problem = "is printed twice" if table else f"is not in form {form.id if form else 'none'!r}"
            raise ContentError(f"{where}:{item.number}", f"table {item.table!r} {problem}")
        tables[item.table] = dict(zip(table.addresses(), _figures(item, table, where), strict=True))
    if form is None:
        return {}
    # A table that the source lost stands nowhere in the Markdown either.
    return exceptions.apply(
        {
            address: tables[table.id][address] if table.id in tables else _MISSING
            for table in form.tables
            for address in table.addresses()
        }
    )


_MISSING = Cell(State.MISSING)


def _figures(item: _Table, table: TableForm, where: str) -> Iterator[Cell]:
    labels = [table.stub, *(column.label for column in table.columns)]
    expected = [labels, None, *([row.label] for row in table.rows)]
    for index, (line, label) in enumerate(zip(item.rows, expected, strict=False)):
        here = f"{where}:{item.number + index}"
        cells = split_row(line)
        if cells is None or len(cells) != len(labels):
            raise ContentError(here, f"expected a table row of {len(labels)} cells, found {line!r}")
        if label is None:
            continue
        found = [unescape(cell) for cell in cells[: len(label)]]
        if found != label:
            raise ContentError(
                here, f"found label {found[0]!r}, expected {label[0]!r} (form's table {table.id!r})"
            )
        if index > 1:
            yield from (_read_cell(cell, here) for cell in cells[1:])
    if len(item.rows) != len(expected):
        line_number = item.number + min(len(item.rows), len(expected))
        raise ContentError(
            f"{where}:{line_number}", f"table {table.id!r} has {len(item.rows)} lines, not {len(expected)}"
        )


_STATES = {text: state for state, text in PLACEHOLDERS.items()}


def _read_cell(text: str, where: str) -> Cell:
    cell = _cell(text)
    if cell is None:
        raise ContentError(where, f"found {text!r}, expected a figure, a mark, 缺失, 存疑 or nothing")
    return cell


@lru_cache(maxsize=4096)
def _cell(text: str) -> Cell | None:
    """Return the cell that a table shows as `text`; most are the same few, and one object serves all."""
    if not text:
        return Cell(State.BLANK)
    if text in _STATES:
        return Cell(_STATES[text])
    if text[-1].isdigit() and _FIGURE_CHARACTERS.issuperset(text):
        return Cell(State.REPORTED, Decimal(text))
    raw = unescape(text)
    return None if any(char.isalnum() and char not in "无零〇" for char in raw) else Cell(State.MARK, raw=raw)


def _with_trace(report: Report, trace: str, where: str) -> Report:
    where = where.removesuffix(".md") + ".trace.json"
    try:
        data: Mapping[str, Any] = json.loads(trace)
        cells = dict(report.cells)
        for address, (raw, at) in data["cells"].items():
            cell = cells[address]
            place = Place.parse(at) if at else None
            cells[address] = Cell(cell.state, cell.value, raw, place, cell.why, cell.by)
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
