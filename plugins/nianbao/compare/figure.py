"""The value of an indicator in one report: a number, or the reason why there is none. Never a guessed 0."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from nianbao.cells import Cell, State
from nianbao.compare.indicators import Indicator
from nianbao.model import Report

ENOUGH = 30
"""The smallest denominator that a percentage is shown for: below it one case moves it by over 3 points."""

_HUNDRED = Decimal(100)


class Gap(StrEnum):
    """Why an indicator has no value although no cell of it is in doubt."""

    NOT_ASKED = "not_asked"  # the form of the report has no such cells
    FEW = "few"  # the denominator is below `ENOUGH`
    CONTRADICTORY = "contradictory"  # a part below 0 or above its whole: the source contradicts itself


class Figure(NamedTuple):
    """What a report says of an indicator.

    `value` is a count or amount in the indicator's unit, or a percentage; None where `state` tells why it
    cannot be known. A share keeps `part` and `whole` also where they are too few for a percentage.
    """

    state: State | Gap
    value: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None

    @property
    def known(self) -> bool:
        """Whether there is a number to compare."""
        return self.value is not None


_NOT_ASKED = Figure(Gap.NOT_ASKED)
_ZERO = Figure(State.REPORTED, Decimal(0))  # most figures: one value for them all
_GAPS = {state: Figure(state) for state in State}
_MISSING = Cell(State.MISSING)


def figure_of(indicator: Indicator, report: Report) -> Figure:
    """Return the value of the indicator in a report, in its own form's cells."""
    terms = indicator.terms.get(report.form)
    if terms is None:
        return _NOT_ASKED if report.form else _GAPS[State.MISSING]
    part = sum_of(report.cells, terms.part)
    if not terms.whole or part.value is None:
        return part
    return _share(part, sum_of(report.cells, terms.whole))


def part_of(indicator: Indicator, report: Report) -> Figure:
    """Return the count behind a share (its numerator), or the value of an indicator that is none."""
    terms = indicator.terms.get(report.form)
    if terms is None:
        return figure_of(indicator, report)
    return sum_of(report.cells, terms.part)


def sum_of(cells: Mapping[str, Cell], addresses: tuple[str, ...]) -> Figure:
    """Add up cells: known only where every one is, else in the state of the first that is not.

    A sum that rests on an inferred cell is inferred itself.
    """
    total, state = Decimal(0), State.REPORTED
    for address in addresses:
        cell = cells.get(address, _MISSING)
        if cell.value is None:
            return _GAPS[cell.state]
        if cell.value:
            total += cell.value
        if cell.state is State.INFERRED:
            state = State.INFERRED
    return Figure(state, total) if total or state is State.INFERRED else _ZERO


def _share(part: Figure, whole: Figure) -> Figure:
    if part.value is None or whole.value is None:
        return whole
    if part.value < 0 or part.value > whole.value:
        return Figure(Gap.CONTRADICTORY, None, part.value, whole.value)
    if whole.value < ENOUGH:
        return Figure(Gap.FEW, None, part.value, whole.value)
    state = State.INFERRED if State.INFERRED in (part.state, whole.state) else State.REPORTED
    return Figure(state, part.value * _HUNDRED / whole.value, part.value, whole.value)
