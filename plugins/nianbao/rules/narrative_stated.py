"""Which facts of the prose the tables can be held against, and what they say of them (trap T-01)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from nianbao.facts import Fact, Reach, Relation, facts_of, kinds
from nianbao.facts.once import once_a_report
from nianbao.facts.topics import CHARGES, DECISIONS, PROCUREMENT
from nianbao.model import Authority, Report, Scope
from nianbao.rules.narrative_cells import Meaning, meanings
from nianbao.rules.wording import total

_TELLING = 10  # cases: that fewer agree may be chance
_DECISIONS = frozenset(f"{topic}.decisions" for topic in DECISIONS)
_OF_ONE_SIZE = Decimal("0.5")


@once_a_report
def of_whole_area(report: Report) -> bool:
    """Return whether the tables are of the whole area or system, not of the body alone (trap T-01).

    A report may do without saying so; then its prose tells: the tables are of the whole where figures of the
    whole stand in them, and of the body where its own do. Where neither do, a government's are of its area as
    long as the figures of the area are of their size.
    """
    if report.scope is Scope.AGGREGATE:
        return True
    if not _has_area(report.authority):  # of a system at most, and then its applications are
        whole, own = _agreeing(report, Reach.WHOLE, _FLOWS), _agreeing(report, Reach.OWN, _FLOWS)
        return whole >= _TELLING and whole > own
    itself = report.authority.kind == "functional_zone" or report.authority.name.endswith(_OFFICES)
    if itself and not any(fact.reach is Reach.WHOLE for fact in facts_of(report)):
        return False  # 我委, 我办 is the body that reports
    whole = _agreeing(report, Reach.WHOLE)
    if whole >= _TELLING or _agreeing(report, Reach.OWN) >= _TELLING:
        return whole >= _TELLING
    gaps = [
        abs(fact.value - compared.first) / max(compared.first, Decimal(1))
        for fact, compared in _beside_table(report, Reach.WHOLE)
        if compared.first is not None
    ]
    return min(gaps, default=Decimal(0)) <= _OF_ONE_SIZE


def _has_area(authority: Authority) -> bool:
    if authority.level:
        return authority.level in _WITH_AREA and authority.kind in ("government", "functional_zone")
    return bool(_AREA_NAME.search(authority.name))


def _agreeing(report: Report, reach: Reach, chosen: Collection[str] = ()) -> Decimal:
    """Return the sum of the figures that stand in the table; of the chosen kinds only, where some are."""
    agreeing = (
        fact.value
        for fact, compared in _beside_table(report, reach)
        if compared.fits and (not chosen or fact.kind in chosen)
    )
    return sum(agreeing, Decimal(0))


def _beside_table(report: Report, reach: Reach) -> Iterator[tuple[Fact, Compared]]:
    """Yield the exact figures of this year that are of `reach`, with what the table says of them."""
    for fact in facts_of(report):
        meant = meanings(report.form, fact.kind) if fact.reach is reach else ()
        if meant and fact.relation is Relation.THIS_YEAR and fact.value and not fact.step:
            yield fact, compare(report, fact, meant)


_OFFICES = ("办公室", "办公厅")
_FLOWS = (kinds.RECEIVED, kinds.INCOMING, kinds.PROCESSED)
_WITH_AREA = ("province", "prefecture", "county")
_AREA_NAME = re.compile(
    r"[省市县区旗州盟]人民政府$|^[\u4e00-\u9fff]{2,8}[省市县区旗州盟]$|[区园]管(?:理)?委(?:员)?会$"
)  # of a place that we do not know


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
        mine = whole or (fact.kind in _DECISIONS and _decisions_of_system(report))
        if chosen(fact) and (comparable(mine, fact) or may_be_of_area(report, fact)):
            meant = meanings(report.form, fact.kind)
            if meant:
                yield fact, meant


def may_be_of_area(report: Report, fact: Fact) -> bool:
    """Return whether a figure of the whole area, though far from the table's, may be that one all the same.

    So it may be in the report of a government whose prose tells no figures of its own beside it. And a
    figure of its own office that is more than that of the whole area may be the area's.
    """
    if fact.reach is Reach.OWN and of_whole_area(report):
        return _is_more_than_area(report, fact)
    this = fact.reach is Reach.WHOLE and fact.relation is Relation.THIS_YEAR and fact.kind in _FLOWS
    return this and _has_area(report.authority) and not of_whole_area(report) and not _tells_its_own(report)


def _is_more_than_area(report: Report, fact: Fact) -> bool:
    this = fact.relation is Relation.THIS_YEAR and fact.kind in _FLOWS and not fact.step
    figures = [total(report.cells, each.cells) for each in meanings(report.form, fact.kind)] if this else []
    return bool(figures) and all(figure is not None and fact.value > figure for figure in figures)


@once_a_report
def _tells_its_own(report: Report) -> bool:
    return any(fact.reach is Reach.OWN and fact.kind in _FLOWS for fact in facts_of(report))


@once_a_report
def _decisions_of_system(report: Report) -> bool:
    """Return whether decisions are of the whole system, of which the applications need not be."""
    return _agreeing(report, Reach.WHOLE, _DECISIONS) >= _TELLING


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
    """Return the fact in the unit of the table: 万元 for charges and procurement."""
    if fact.kind not in (CHARGES, f"{PROCUREMENT}.amount"):
        return fact
    return fact._replace(value=fact.value.scaleb(-4), step=fact.step.scaleb(-4))
