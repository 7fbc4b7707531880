"""No table marks at all: every line is prose."""

from __future__ import annotations

from collections.abc import Sequence

from nianbao.read.document import DocumentBlock, line_at


def looks_like(lines: Sequence[str]) -> bool:
    """Return True: this layout is the last resort."""
    return True


def read(lines: Sequence[str]) -> tuple[DocumentBlock, ...]:
    """Return every line that is not blank."""
    return tuple(line_at(line, number) for number, line in enumerate(lines, 1) if line.strip())
