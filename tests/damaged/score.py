"""What a reader made of generated reports, held against the truth."""

import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from damaged.truth import Case, TrueCell, Truth
from nianbao.cells import Cell, State
from nianbao.errors import NianbaoError
from nianbao.ingest import read_report
from nianbao.model import Report
from nianbao.sidecar import Sidecar


class Miss(NamedTuple):
    """What was read wrongly: a cell (`kind` is wrong, lost or mute), the file (crash), or a fact about it.

    Facts are name, year, form and sections. `got` is what the reader says.
    """

    kind: str
    case: Case
    address: str
    got: str


@dataclass(frozen=True)
class Score:
    """The counts of one layout and its misses; `tally` is keyed by the names in `COLUMNS`.

    `unprinted` counts the cells that have no number, `state_right` those of them with the expected state.
    """

    tally: Counter[str]
    misses: tuple[Miss, ...]


COLUMNS = (
    *("documents", "readable", "right", "wrong", "lost", "mute", "inferred", "unprinted", "state_right"),
    *("named", "name_right", "dated", "year_right", "form_right", "sections_right", "refused", "crash"),
)


class Read(NamedTuple):
    """What came of reading a case: its report, whether the name or year was not found, what was raised."""

    report: Report | None
    refused: bool = False
    raised: str = ""


def read(case: Case) -> Read:
    """Return the report as `nianbao read` gives it.

    Where the text tells no name or year they come from outside, as from a sidecar; so they do on a
    second try where the reader finds none, so that its figures are judged too.
    """
    truth = case.truth
    known = Sidecar(authority="" if truth.names else case.authority, year=None if truth.year else case.year)
    try:
        return Read(read_report(case.data, case.name, known))
    except NianbaoError:
        return _second_try(case)
    except Exception as error:  # whatever it is, it is the finding
        where = traceback.extract_tb(error.__traceback__)[-1]
        at = f"{where.filename.rsplit('/', 1)[-1]}:{where.lineno}"
        return Read(None, raised=f"{type(error).__name__}: {error} ({at})")


def _second_try(case: Case) -> Read:
    try:
        told = Sidecar(authority=case.authority, year=case.year)
        return Read(read_report(case.data, case.name, told), refused=True)
    except NianbaoError:
        return Read(None, refused=True)


def judge(case: Case) -> Score:
    """Return the score of one report."""
    truth, (report, refused, raised) = case.truth, read(case)
    misses = [*_misses(case, report), *([Miss("crash", case, "", raised)] if raised else [])]
    kinds = Counter(miss.kind for miss in misses)
    readable = sum(cell.readable for cell in truth.cells.values())
    tally = Counter(documents=1, readable=readable, right=readable - kinds["lost"], **kinds)
    tally.update(named=bool(truth.names), dated=bool(truth.year), refused=refused)
    if report:
        tally.update(
            unprinted=sum(cell.value is None for cell in truth.cells.values()),
            state_right=sum(_state_is_right(cell, report.cells.get(at)) for at, cell in truth.cells.items()),
            inferred=sum(cell.state is State.INFERRED for cell in report.cells.values()),
        )
        facts = _facts(truth, report, refused)
        tally.update({f"{name}_right": right for name, (right, _) in facts.items()})
        stated = {"name": bool(truth.names), "year": bool(truth.year), "form": True, "sections": True}
        misses += [
            Miss(name, case, "", got) for name, (right, got) in facts.items() if stated[name] and not right
        ]
    return Score(tally, tuple(misses))


def _facts(truth: Truth, report: Report, refused: bool) -> dict[str, tuple[bool, str]]:
    """Return for each fact about a report whether it was read right, and what was read."""
    name, numbers = report.authority.name, tuple(section.number for section in report.sections)
    return {
        "name": (name in truth.names and not refused, f"{name} for {sorted(truth.names)}"),
        "year": (bool(truth.year) and report.year == truth.year and not refused, str(report.year)),
        "form": (report.form == truth.form, report.form),
        "sections": (numbers == truth.sections, f"{numbers} for {truth.sections}"),
    }


def _state_is_right(true: TrueCell, cell: Cell | None) -> bool:
    return true.value is None and cell is not None and str(cell.state) == true.state


def _misses(case: Case, report: Report | None) -> Iterable[Miss]:
    cells = report.cells if report else {}
    for address, true in case.truth.cells.items():
        cell = cells.get(address)
        got = f"{cell.state} {cell.raw!r} {cell.value} {cell.why}" if cell else "no cell"
        if cell and cell.value is not None and cell.value != true.value:
            yield Miss("wrong", case, address, got)
        if true.readable and (cell is None or cell.value is None or cell.value != true.value):
            yield Miss("lost", case, address, got)
        if cell and cell.state is not State.REPORTED and not (cell.why or cell.by):
            yield Miss("mute", case, address, got)
    for address in cells.keys() - case.truth.cells.keys():
        if cells[address].value is not None:
            yield Miss("wrong", case, address, f"{cells[address].raw!r} {cells[address].value}")


def by_layout(cases: Iterable[Case]) -> dict[str, Score]:
    """Return the scores of all reports, added up by layout in the order of first appearance."""
    tallies: dict[str, Counter[str]] = {}
    misses: dict[str, list[Miss]] = {}
    for case in cases:
        score = judge(case)
        tallies.setdefault(case.truth.layout, Counter()).update(score.tally)
        misses.setdefault(case.truth.layout, []).extend(score.misses)
    return {layout: Score(tally, tuple(misses[layout])) for layout, tally in tallies.items()}


def table(scores: dict[str, Score]) -> str:
    """Return the scores as a text table, one line per layout and one for all."""
    whole: Counter[str] = Counter()
    for score in scores.values():
        whole.update(score.tally)
    lines = ["layout " + " ".join(f"{name:>10.10}" for name in COLUMNS) + "    share"]
    for layout, tally in (*((name, score.tally) for name, score in sorted(scores.items())), ("all", whole)):
        share = f"{tally['right'] / tally['readable']:9.2%}" if tally["readable"] else "        –"
        lines.append(f"{layout:6} " + " ".join(f"{tally[name]:>10}" for name in COLUMNS) + share)
    return "\n".join(lines)
