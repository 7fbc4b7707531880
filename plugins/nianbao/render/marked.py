"""Words of a paragraph that a finding points at: marked, linked to the finding, everything escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from nianbao.render.findings import Finding, Span


def marked_text(text: str, spans: Sequence[Span]) -> str:
    """Return the text as HTML with its spans marked; the first of `spans` wins where they overlap.

    The text is cut wherever a span begins or ends. A piece links to its first finding; where a finding
    ends, its sign follows the piece, so that each of several findings on the same words can be reached.
    """
    inside = [cut for cut in (_cut(span, len(text)) for span in spans) if cut.start < cut.end]
    edges = sorted({0, len(text), *(edge for span in inside for edge in (span.start, span.end))})
    return "".join(_piece(text, start, end, inside) for start, end in pairwise(edges))


def said_below(spans: Sequence[Span]) -> str:
    """Return the findings on a block as sentences to stand below it, each once."""
    found = dict.fromkeys(span.finding for span in spans)
    return "".join(
        f'<p class="nb-said nb-{finding.kind}">{_sign(finding)} {escape(finding.message)}</p>'
        for finding in found
    )


def _cut(span: Span, length: int) -> Span:
    return span._replace(start=max(span.start, 0), end=min(span.end, length))


def _piece(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    shown = escape(text[start:end])
    covering = [span for span in spans if span.start <= start and span.end >= end]
    if not covering:
        return shown
    first = covering[0].finding
    begins = [span for span in covering if span.start == start]
    anchors = "".join(f'<span id="{span.id}">' for span in begins)
    signs = "".join(f"<sup>{_sign(span.finding)}</sup>" for span in covering if span.end == end)
    link = f'<a class="nb-{first.kind}" href="#{first.id}">{shown}</a>'
    return f"{anchors}<mark>{link}</mark>{'</span>' * len(begins)}{signs}"


def _sign(finding: Finding) -> str:
    return f'<a class="nb-sign nb-{finding.kind}" href="#{finding.id}">{finding.symbol}{finding.number}</a>'
