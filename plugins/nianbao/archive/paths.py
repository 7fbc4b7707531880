"""Where a report lies in the archive."""

from __future__ import annotations

from nianbao.model import Report, Scope


def report_path(report: Report) -> str:
    """Return the path of a report's Markdown, relative to `content/`.

    `reports/<pp>/<authority id>/<year>.md`, with `-aggregate` after the year of an aggregate report, so
    that an authority's own report and its aggregate one for the same year can both be kept.
    """
    suffix = "" if report.scope is Scope.OWN else f"-{report.scope}"
    return f"reports/{report.authority.id[:2]}/{report.authority.id}/{report.year}{suffix}.md"


def trace_path(path: str) -> str:
    """Return the path of the trace that belongs to the Markdown at `path`."""
    return path.removesuffix(".md") + ".trace.json"


def text_path(path: str) -> str:
    """Return the path of the text of an original that is no text itself, beside the Markdown at `path`."""
    return path.removesuffix(".md") + ".original.txt"


def notes_path(folder: str, path: str) -> str:
    """Return where what people wrote about the Markdown at `path` lies, in a `folder` beside `reports/`.

    >>> notes_path("corrections", "reports/14/141002-yaoduqu/2020.md")
    'corrections/14/141002-yaoduqu/2020.yml'
    """
    return f"{folder}/{path.removeprefix('reports/').removesuffix('.md')}.yml"
