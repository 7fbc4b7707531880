"""What many rules ask of one report after the other is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from nianbao.model import Report

_Found = TypeVar("_Found")


def once_a_report(read: Callable[[Report], _Found]) -> Callable[[Report], _Found]:
    """Return the function, made to keep what it found in the last report that it was asked about.

    Working it out anew for each rule would be most of the cost of checking an archive. The last report is
    known by its identity: comparing two would cost more than it saves.
    """
    last: list[tuple[Report, _Found]] = []

    @wraps(read)
    def kept(report: Report) -> _Found:
        if not last or last[0][0] is not report:
            last[:] = [(report, read(report))]
        return last[0][1]

    return kept
