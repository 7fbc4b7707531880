"""The few figures a citizen asks for first: received, answered, disclosed, contested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nianbao.cells import Cell
from nianbao.compare import ENOUGH
from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.render.figures import Total, number, total

_DENIED = tuple(
    f"applications.{row.id}.total"
    for table in FORMS["2021-30"].tables
    if table.id == "applications"
    for row in table.rows
    if row.id.startswith("denied.")
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A key figure: the sum of `addresses`, which mean the same in both forms."""

    id: str
    label: str
    short: str
    addresses: tuple[str, ...]

    def of(self, cells: Mapping[str, Cell]) -> Total:
        """Return its value in a report."""
        return total(cells, self.addresses)


RECEIVED = Measure("received", "本年新收申请", "新收", ("applications.new.total",))
PROCESSED = Measure("processed", "本年办结", "办结", ("applications.processed_total.total",))
DISCLOSED = Measure(
    "disclosed",
    "予以公开和部分公开",
    "公开",
    ("applications.granted.total", "applications.partially_granted.total"),
)
DENIED = Measure("denied", "不予公开", "不予公开", _DENIED)
DISPUTES = Measure(
    "disputes",
    "行政复议和行政诉讼",
    "复议诉讼",
    (
        "disputes.reconsideration.total",
        "disputes.litigation_direct.total",
        "disputes.litigation_after_reconsideration.total",
    ),
)

MEASURES = (RECEIVED, PROCESSED, DISCLOSED, DENIED, DISPUTES)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the four figures at the top of a report; `known` is false where `text` is a word."""

    label: str
    text: str
    known: bool
    note: str
    anchor: str


def key_figures(report: Report, before: Report | None) -> tuple[KeyFigure, ...]:
    """Return the four key figures; `before` is the same authority's report of the year before."""
    return tuple(
        _key_figure(measure, report, before) for measure in (RECEIVED, PROCESSED, DISCLOSED, DISPUTES)
    )


def _key_figure(measure: Measure, report: Report, before: Report | None) -> KeyFigure:
    found = measure.of(report.cells)
    notes = [_change(found, measure.of(before.cells) if before else Total(None))]
    if measure is DISCLOSED:
        notes.insert(0, _share(found, PROCESSED.of(report.cells)))
    return KeyFigure(
        label=measure.label,
        text=found.missing if found.value is None else number(found.value),
        known=found.value is not None,
        note=" · ".join(note for note in notes if note),
        anchor=measure.addresses[0],
    )


def _share(part: Total, whole: Total) -> str:
    if part.value is None or not whole.value or not 0 <= part.value <= whole.value:
        return ""  # more disclosed than processed: a contradiction, told as a finding, and no share
    if whole.value < ENOUGH:
        return f"办结 {number(whole.value)} 件之中"
    return f"占办结的 {part.value * 100 / whole.value:.1f}%"


def _change(now: Total, before: Total) -> str:
    if now.value is None or before.value is None:
        return ""
    change = now.value - before.value
    if not change:
        return "与上年相同"
    return f"比上年{'多' if change > 0 else '少'} {number(abs(change))}"
