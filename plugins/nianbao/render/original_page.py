"""The original text of a report as numbered lines, so that every figure can point to its own."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from nianbao.model import Report
from nianbao.render.archive_view import Entry
from nianbao.render.trail import Link, report_trail, url_of


@dataclass(frozen=True, slots=True)
class OriginalView:
    """Everything `original.html` shows; `lines` is escaped HTML, one `<li id="L…">` for each line."""

    report: Report
    trail: tuple[Link, ...]
    lines: str
    count: int
    report_url: str
    download: str
    file_name: str


def original_path(entry: Entry) -> str:
    """Return the source path of the page: `reports/…/2020.md` → `reports/…/2020/original.md`."""
    return f"{entry.path.removesuffix('.md')}/original.md"


def original_view(entry: Entry, text: str) -> OriginalView:
    """Return the page of an original."""
    lines = text.split("\n")
    *above, year = report_trail(entry)
    report_url = url_of(entry.path)
    return OriginalView(
        report=entry.report,
        trail=(*above, Link(year.text, report_url), Link("原文")),
        lines="".join(f'<li id="L{number}">{_line(line)}</li>' for number, line in enumerate(lines, 1)),
        count=len(lines),
        report_url=report_url,
        download=entry.download,
        file_name=entry.report.source.path.rpartition("/")[2],
    )


def _line(line: str) -> str:
    return escape(line.rstrip("\r"))
