"""One figure of a table: its value, what kind of knowledge it is, and where it stands in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """What the source tells about a cell; only `REPORTED` and `INFERRED` carry a number."""

    REPORTED = "reported"
    BLANK = "blank"  # printed empty
    MARK = "mark"  # printed as —, / or 无
    MISSING = "missing"  # the row or the column is not in the source
    AMBIGUOUS = "ambiguous"  # several readings fit
    INFERRED = "inferred"  # printed but unreadable without the identity named in `Cell.by`


_KNOWN = (State.REPORTED, State.INFERRED)


class Place(NamedTuple):
    """Where a text stands in the original: line and column count from 1, page 0 means "no pages"."""

    line: int
    column: int = 1
    page: int = 0

    def __str__(self) -> str:
        """Return the short form used in traces and JSON.

        >>> str(Place(121, 2)), str(Place(4, 7, page=3))
        ('L121C2', 'P3L4C7')
        """
        return f"{f'P{self.page}' if self.page else ''}L{self.line}C{self.column}"

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read the short form back.

        >>> Place.parse("P3L4C7")
        Place(line=4, column=7, page=3)
        """
        found = _PLACE.fullmatch(text)
        if not found:
            raise ValueError(f"not a place: {text!r}")
        page, line, column = found.groups()
        return cls(int(line), int(column), int(page or 0))


_PLACE = re.compile(r"(?:P(\d+))?L(\d+)C(\d+)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as it was read.

    `value` is in the unit of the form's column (件, 项 or 万元) and is a number only for the states
    `REPORTED` and `INFERRED`. `raw` is the text as printed, `at` its place in the original, `why` the
    reason in Chinese for a state other than `REPORTED`, `by` the identity that decided an inferred value.
    """

    state: State
    value: Decimal | None = None
    raw: str = ""
    at: Place | None = None
    why: str = ""
    by: str = ""

    def __post_init__(self) -> None:
        if (self.value is not None) != (self.state in _KNOWN):
            raise ValueError(f"a cell of state {self.state} with value {self.value!r}")

    @property
    def known(self) -> bool:
        """Whether the cell carries a number."""
        return self.state in _KNOWN
