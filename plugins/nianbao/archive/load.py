"""Markdown of the archive → Report; every breach of the contract names file and line.

It is read in two steps, since a build keeps the figures of thousands of reports in memory and the prose
of one: `load_figures`, then `load_prose`. markdown-it-py finds the blocks of the prose and their lines.
It runs without inline rules, for prose is plain text behind backslashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from markdown_it import MarkdownIt

from nianbao.archive.dump import NUMERALS
from nianbao.archive.front_matter import parse_yaml
from nianbao.archive.head import read_head
from nianbao.archive.markup import unescape
from nianbao.archive.paths import trace_path
from nianbao.archive.tables import Table, marked_table, read_cells, take_tables
from nianbao.archive.trace import with_trace
from nianbao.errors import ContentError
from nianbao.forms import FORMS
from nianbao.model import Block, Heading, Paragraph, Report, Section, TableSlot

_PARSER = MarkdownIt("zero").enable("heading")
_PARSER.core.ruler.enableOnly(["normalize", "block"])
_TOP_HEADING = re.compile(r" {0,3}##?(?:[ \t]|$)")
_SECTION_HEADING = re.compile(r"## ([一二三四五六])、(.*)")


class _Body(NamedTuple):
    """What follows the front matter: the number of its first line, its lines without tables, its tables."""

    offset: int
    lines: list[str]
    tables: list[Table]


def load(text: str, where: str, trace: str = "") -> Report:
    """Return the report in `text`, with prose, and with printed texts and places where `trace` is given.

    `where` names the file in errors. Raises `ContentError` for front matter or a body that breaks the
    contract: unknown keys, headings out of the six, rows or columns that the form does not know, a table
    printed twice, a figure that is none.
    """
    return load_prose(load_figures(text, where), text, where, trace)


def load_head(text: str, where: str) -> Report:
    """Return the report in `text` without sections and figures: who, when, from which original.

    Raises the errors of `load` that concern the front matter.
    """
    head, _ = _split(text, where)
    return read_head(parse_yaml(head, where, first_line=2))[0]


def load_figures(text: str, where: str) -> Report:
    """Return the report in `text` without prose: `lead` and `sections` hold no blocks.

    Raises all errors that `load` raises but those of the trace.
    """
    head, _ = _split(text, where)
    report, exceptions = read_head(parse_yaml(head, where, first_line=2))
    body = _body(text, where)
    cells = exceptions.apply(read_cells(body.tables, FORMS.get(report.form), where))
    return replace(report, cells=cells, sections=tuple(_headings(body, where)))


def load_prose(report: Report, text: str, where: str, trace: str = "") -> Report:
    """Return `report`, which `load_figures` made of the same `text`, with its prose and its trace."""
    lead, *sections = _prose(_body(text, where))
    whole = replace(
        report,
        lead=lead,
        sections=tuple(
            replace(section, blocks=blocks) for section, blocks in zip(report.sections, sections, strict=True)
        ),
    )
    return with_trace(whole, trace, trace_path(where)) if trace else whole


def _split(text: str, where: str) -> tuple[str, str]:
    """Return front matter and body."""
    if not text.startswith("---\n"):
        raise ContentError(f"{where}:1", "found no front matter, expected a first line of three dashes")
    end = text.find("\n---\n", 3)
    if end < 0:
        raise ContentError(f"{where}:1", "the front matter has no closing line of three dashes")
    return text[4 : end + 1], text[end + 5 :]


def _body(text: str, where: str) -> _Body:
    head, body = _split(text, where)
    offset = head.count("\n") + 3
    lines = body.split("\n")
    tables = list(take_tables(lines, offset, where))
    return _Body(offset, lines, tables)


def _headings(body: _Body, where: str) -> Iterator[Section]:
    """Yield the sections, empty; a heading out of the six or a paragraph of two lines is an error."""
    previous = ""
    for number, line in enumerate(body.lines, body.offset):
        if line.strip() and previous:
            raise ContentError(f"{where}:{number}", "expected a blank line between paragraphs")
        previous = line.strip()
        if _TOP_HEADING.match(line):
            found = _SECTION_HEADING.fullmatch(line)
            if not found:
                raise ContentError(
                    f"{where}:{number}", f"found heading {line!r}, expected ## 一、 to ## 六、"
                )
            yield Section(NUMERALS.index(found[1]), unescape(found[2]), ())


def _prose(body: _Body) -> Iterable[tuple[Block, ...]]:
    """Return the blocks of the lead and of each section."""
    parts: list[list[Block]] = [[]]
    level = 0
    for token in _PARSER.parse("\n".join(body.lines)):
        if token.type in ("heading_open", "paragraph_open"):
            level = int(token.tag[1]) if token.type == "heading_open" else 0
        elif token.type == "inline":
            if level in (1, 2):
                parts.append([])
            else:
                parts[-1].append(_block(level, token.content))
    return map(tuple, parts)


def _block(level: int, content: str) -> Block:
    table = marked_table(content)
    if table:
        return TableSlot(table)
    text = unescape(content)
    return Heading(level, text) if level else Paragraph(text)
