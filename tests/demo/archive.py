"""The archive of the demonstration: its reports with their originals, as a contributor would add them."""

import dataclasses
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from random import Random

from demo.original import with_original
from demo.places import authorities
from demo.prose import lead, sections
from factory import make_report
from factory_damage import damages
from factory_figures import reported
from nianbao.acknowledgements import acknowledgements_path
from nianbao.archive import dump, dump_trace, report_path, trace_path
from nianbao.cells import Cell
from nianbao.model import Authority, Report, Scope
from nianbao.rules import check

ZERO = Decimal(0)
YEARS = range(2019, 2026)
GAPS = 0.1
DAMAGED = 0.35
COPYING = 11  # every eleventh authority copies section 五 of the one five before it
COPIES_FROM = 2022
LATE = 17  # every seventeenth authority still uses the form of 2019 in 2021
WRONG_IN_PROSE = 23
EXPLAINED = 9  # of the reports with findings, every ninth has one explained

EXPLANATION = """acknowledgements:
- rule: {rule}
  cells: [{cells}]{sides}
  why: 演示用的说明：已向机关核实，原文如此。
  who: 演示
  when: 2026-03-01
"""


def reports(count: int | None = None) -> Iterator[tuple[Report, bytes]]:
    """Yield the reports of the first `count` authorities (None: of all), each with its original's bytes."""
    owners = tuple(islice(authorities(), count))
    for number, owner in enumerate(owners):
        copied = owners[number - 5] if number % COPYING == COPYING - 1 else owner
        for year in YEARS:
            rng = Random(f"{owner.id}/{year}")
            if rng.random() < GAPS:
                continue
            problems = copied if year >= COPIES_FROM else owner
            yield _written(rng, number, owner, year, Scope.OWN, problems)
            if owner.level in ("county", "prefecture") and owner.kind == "government" and number % 2:
                yield _written(rng, number, owner, year, Scope.AGGREGATE, owner)


def write(content: Path, count: int | None = None) -> int:
    """Write the archive below `content`, and return how many reports it has."""
    broken = written = 0
    for report, original in reports(count):
        path = report_path(report)
        text = dump(report)
        _put(content / path, text.encode())
        _put(content / trace_path(path), dump_trace(report).encode())
        _put(content / "raw" / report.source.path, original)
        explained = _explanation(report)
        broken += bool(explained)
        if explained and broken % EXPLAINED == 0:
            _put(content / acknowledgements_path(path), explained.encode())
        written += 1
    return written


def _written(
    rng: Random, number: int, owner: Authority, year: int, scope: Scope, problems: Authority
) -> tuple[Report, bytes]:
    form = "2019-60" if year == 2021 and number % LATE == 0 else None
    report = make_report(number, year=year, form=form, authority=owner, damage=False)
    if scope is Scope.AGGREGATE:
        others = make_report(number + 10_000, year=year, form=form, authority=owner, damage=False)
        report = dataclasses.replace(report, cells=_added(report.cells, others.cells))
    report = dataclasses.replace(report, scope=scope, notes=())
    told = 3 if (number + year) % WRONG_IN_PROSE == 0 else 0
    report = dataclasses.replace(report, lead=lead(report), sections=sections(report, problems, told))
    for step in damages(rng, report.form) if rng.random() < DAMAGED else ():
        report = step.apply(rng, report)
    return with_original(report, f"https://{owner.id}.example/{year}.html")


def _added(own: Mapping[str, Cell], others: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return cells in which counts of cases are those of the government and of others together."""
    counted = ("applications.", "disputes.")
    return {
        address: reported((cell.value or ZERO) + (others[address].value or ZERO))
        if address.startswith(counted) or address.endswith(".decisions")
        else cell
        for address, cell in own.items()
    }


def _explanation(report: Report) -> str:
    """Return an acknowledgement of the report's first broken rule, empty where none is broken."""
    failed = next((outcome for outcome in check(report) if outcome.failed), None)
    if not failed:
        return ""
    sides = (("left", failed.left), ("right", failed.right))
    return EXPLANATION.format(
        rule=failed.rule,
        cells=", ".join(failed.cells),
        sides="".join(f"\n  {name}: {value}" for name, value in sides if value is not None),
    )


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
