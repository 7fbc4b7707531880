"""Which facts of the prose the tables can be held against, and what they say of them (trap T-01)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from nianbao.facts import Fact, Reach, Relation, facts_of
from nianbao.facts.once import once_a_report
from nianbao.model import Authority, Report, Scope
from nianbao.rules.narrative_cells import Meaning, meanings
from nianbao.rules.wording import total

_TELLING = 10  # cases: that fewer agree may be chance
_OF_ONE_SIZE = Decimal("0.5")


@once_a_report
def of_whole_area(report: Report) -> bool:
    """Return whether the tables are of the whole area, not of the body alone (trap T-01).

    A government's report may do without saying so; then its prose tells: the tables are of the area where
    figures of the whole area stand in them, and of the body alone where its own do. Where neither do, they
    are of the area as long as its figures are of their size.
    """
    if report.scope is Scope.AGGREGATE:
        return True
    if not _has_area(report.authority):
        return False
    figures = {
        reach: list(_beside_table(report, reach)) for reach in (Reach.WHOLE, Reach.OWN)
    }
    agreeing = {reach: sum(told for told, fits, _ in pairs if fits) for reach, pairs in figures.items()}
    if agreeing[Reach.WHOLE] >= _TELLING or agreeing[Reach.OWN] >= _TELLING:
        return agreeing[Reach.WHOLE] >= _TELLING
    gaps = [abs(told - printed) / max(printed, Decimal(1)) for told, _, printed in figures[Reach.WHOLE]]
    return min(gaps, default=Decimal(0)) <= _OF_ONE_SIZE


def _has_area(authority: Authority) -> bool:
    if authority.level:
        return authority.level in _WITH_AREA and authority.kind in ("government", "functional_zone")
    return bool(_AREA_NAME.search(authority.name))


def _beside_table(report: Report, reach: Reach) -> Iterator[tuple[Decimal, bool, Decimal]]:
    """Yield the exact figures of this year that are of `reach`: told, whether the table agrees, printed."""
    for fact in facts_of(report):
        if fact.reach is reach and fact.relation is Relation.THIS_YEAR and fact.value and not fact.step:
            if meant := meanings(report.form, fact.kind):
                compared = compare(report, fact, meant)
                if compared.first is not None:
                    yield fact.value, compared.fits is not None, compared.first


_WITH_AREA = ("province", "prefecture", "county")
_AREA_NAME = re.compile(r"[省市县区旗州盟]人民政府$|[区园]管(?:理)?委(?:员)?会$")  # of a place that we do not know


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
