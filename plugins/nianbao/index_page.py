"""What the search is told about one page: its blocks of text, what it can be filtered by, what is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class IndexBlock:
    """A paragraph, a heading or a table cell. `heading` is its level (0: none), `anchor` its id in the
    published page, needed where a result should link to it."""

    text: str
    anchor: str = ""
    heading: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """One searchable page, light enough to keep ten thousand of them; `blocks` loads its text.

    `url` is relative to the site's root (`reports/…/2020/`, empty for the home page). `authority` and
    `year` rank it; a page that is no report has neither (empty, 0). `filters` have the names that readers
    see (省, 年度). `received` is the number of new applications, None where it is not known. `where`,
    `figures` (label, text) and `check` are shown with a result; they are not searched. A report's blocks
    say its `authority` and `where` too: the browser relies on it before it has asked the index.
    """

    url: str
    title: str
    blocks: Callable[[], tuple[IndexBlock, ...]]
    authority: str = ""
    year: int = 0
    where: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    received: int | None = None
    figures: tuple[tuple[str, str], ...] = ()
    check: str = ""


def record(page: IndexPage, blocks: tuple[IndexBlock, ...]) -> bytes:
    """Return what a result shows as JSON: a block is its text, a heading `[level, anchor, text]`."""
    shown = {
        "title": page.title,
        "where": page.where,
        "figures": page.figures,
        "check": page.check,
        "blocks": [[b.heading, b.anchor, b.text] if b.heading else b.text for b in blocks],
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()


def recorded_blocks(data: bytes) -> tuple[IndexBlock, ...]:
    """Return the title and the blocks of a record."""
    shown = json.loads(data)
    blocks = (b if isinstance(b, list) else (0, "", b) for b in shown["blocks"])
    return (IndexBlock(shown["title"]), *(IndexBlock(text, anchor, level) for level, anchor, text in blocks))
