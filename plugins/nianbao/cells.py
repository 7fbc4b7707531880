"""One figure of a table: its value, what kind of knowledge it is, and where it stands in the original."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, Self


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


class _Fields(NamedTuple):
    state: State
    value: Decimal | None
    raw: str
    at: Place | None
    why: str
    by: str


class Cell(_Fields):
    """A figure as it was read.

    `value` is in the unit of the form's column (件, 项 or 万元) and is a number only for the states
    `REPORTED` and `INFERRED`. `raw` is the text as printed, `at` its place in the original, `why` the
    reason in Chinese for a state other than `REPORTED`, `by` the identity that decided an inferred value.
    """

    __slots__ = ()

    def __new__(
        cls,
        state: State,
        value: Decimal | None = None,
        raw: str = "",
        at: Place | None = None,
        why: str = "",
        by: str = "",
    ) -> Self:
        """Make a cell; raises `ValueError` for a state that does not go with the value.

        A tuple, since an archive has two million of them and a dataclass takes twice as long to make.
        """
        if (value is not None) != (state in _KNOWN):
            raise ValueError(f"a cell of state {state} with value {value!r}")
        return tuple.__new__(cls, (state, value, raw, at, why, by))

    @classmethod
    def _make(cls, iterable: Iterable[Any]) -> Self:  # type: ignore[override]
        return cls(*iterable)  # `_replace` goes this way, and may not leave out the check

    @property
    def known(self) -> bool:
        """Whether the cell carries a number."""
        return self.state in _KNOWN
