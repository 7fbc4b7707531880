"""Which facts of the prose the tables can be held against, and what they say of them (trap T-01)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from nianbao.facts import Fact, Reach, Relation, facts_of
from nianbao.facts.once import once_a_report
from nianbao.model import Report, Scope
from nianbao.rules.narrative_cells import Meaning, meanings
from nianbao.rules.wording import total

_TELLING = 10  # cases: that fewer agree may be chance


@once_a_report
def of_whole_area(report: Report) -> bool:
    """Return whether the tables are of the whole area, not of the body alone (trap T-01).

    A government's report may do without saying so; then what its prose says of the whole area tells:
    the tables are of it where such figures stand in them.
    """
    if report.scope is Scope.AGGREGATE:
        return True
    if report.authority.kind != "government" or report.authority.level not in _WITH_AREA:
        return False
    agreeing = (
        fact.value
        for fact in facts_of(report)
        if fact.reach is Reach.WHOLE and fact.relation is Relation.THIS_YEAR and not fact.step
        if fact.value and (meant := meanings(report.form, fact.kind))
        if compare(report, fact, meant).fits
    )
    return sum(agreeing, Decimal(0)) >= _TELLING


_WITH_AREA = ("province", "prefecture", "county")


def comparable(whole: bool, fact: Fact) -> bool:
    """Return whether the fact counts what the tables count: this year, and the body that they are of.

    `whole` says that the tables are of the whole area.
    """
    apart = Reach.OWN if whole else Reach.WHOLE
    return fact.relation is Relation.THIS_YEAR and fact.reach not in (Reach.OTHER, apart)


def stated(report: Report, chosen: Callable[[Fact], bool]) -> Iterator[tuple[Fact, tuple[Meaning, ...]]]:
    """Yield the comparable facts that are chosen and have cells, with what they can mean."""
    whole = of_whole_area(report)
    for fact in facts_of(report):
        if chosen(fact) and comparable(whole, fact):
            meant = meanings(report.form, fact.kind)
            if meant:
                yield fact, meant


class Compared(NamedTuple):
    """A fact beside the table: `fits` the meaning that agrees, `first` the figure of the likeliest one."""

    fits: Meaning | None
    first: Decimal | None
    known: bool


def compare(report: Report, fact: Fact, meant: Sequence[Meaning]) -> Compared:
    """Return how the fact compares with every meaning whose cells carry numbers."""
    figures = [total(report.cells, meaning.cells) for meaning in meant]
    fits = next(
        (
            meaning
            for meaning, value in zip(meant, figures, strict=True)
            if value is not None and in_unit(fact).fits(value)
        ),
        None,
    )
    return Compared(fits, figures[0], all(value is not None for value in figures))


def in_unit(fact: Fact) -> Fact:
    """Return the fact in the unit of the table: 万元 for charges."""
    if fact.kind != "administrative_charges":
        return fact
    return fact._replace(value=fact.value.scaleb(-4), step=fact.step.scaleb(-4))
