"""Whether a figure that contradicts its cell is exactly that of a cell beside it: then it may be of that."""

from __future__ import annotations

from collections.abc import Iterator

from nianbao.facts import Fact, kinds
from nianbao.facts.topics import AFTER, DIRECT, DISPUTES, LITIGATION, RECONSIDERATION
from nianbao.model import Report
from nianbao.rules.narrative_cells import Meaning, meanings
from nianbao.rules.narrative_doubt import of_sentence
from nianbao.rules.wording import total

_DISPUTES = (RECONSIDERATION, DIRECT, AFTER, LITIGATION, DISPUTES)  # single rows first
_DISPUTE_COLUMNS = (*kinds.DISPUTE_WORDS.kinds, "total")
_FLOWS = (kinds.RECEIVED, kinds.BROUGHT, kinds.PROCESSED, kinds.CARRIED)
_ROWS = (*_FLOWS, *sorted(kinds.OUTCOME_WORDS.kinds, key=lambda kind: "." in kind))  # groups first
_COLUMNS = tuple(kind for kind in kinds.APPLICANT_WORDS.kinds if kind != kinds.EVERYBODY)


def another(report: Report, fact: Fact) -> Meaning | None:
    """Return the cells of 表三 or 表四 beside those of a fact that hold its figure, or None.

    The words of a sentence are understood piece by piece, and a piece that was not (不予公开 of one reason,
    of one kind of applicant) leads to the cell beside the one that is meant. A 0 stands everywhere, so that
    there was none at all is not taken for one of them; nor is a cell that the sentence tells by itself
    (维持 5 件，尚未审结 5 件).
    """
    whole = fact.none or fact.kind in _FLOWS or fact.kind.endswith(".total")
    if fact.step or fact.unit == "%" or (whole and not fact.value):
        return None
    told = {each.kind for each in of_sentence(report, fact)}
    beside = (kind for kind in _beside(fact.kind) if kind not in told)
    found = (meaning for kind in beside for meaning in meanings(report.form, kind))
    return next((meaning for meaning in found if total(report.cells, meaning.cells) == fact.value), None)


def _beside(kind: str) -> Iterator[str]:
    first, _, last = kind.partition(".")
    return _beside_dispute(first, last) if first in _DISPUTES else _beside_application(kind)


def _beside_dispute(row: str, column: str) -> Iterator[str]:
    """Yield the same outcome of other disputes, and the other outcomes of these."""
    yield from (f"{each}.{column}" for each in _DISPUTES if each != row)
    yield from (f"{row}.{each}" for each in _DISPUTE_COLUMNS if each != column)


def _beside_application(kind: str) -> Iterator[str]:
    """Yield the same row for other applicants, its group or the rows of it, and other rows for the same."""
    rows, _, column = kind.partition("@")
    if kind.startswith("applicant."):
        rows, column = kinds.RECEIVED, kind.removeprefix("applicant.")
    for row in rows.split("|"):
        if row not in _ROWS:
            continue
        yield from (f"{row}@{each}" for each in _COLUMNS if each != column)
        if column:
            yield row
            yield from (f"{each}@{column}" for each in _ROWS if each != row)
        elif row in _FLOWS:
            yield from (each for each in _FLOWS if each != row)
        else:
            group = row.partition(".")[0]
            yield from (each for each in _ROWS if each.partition(".")[0] == group and each != row)
