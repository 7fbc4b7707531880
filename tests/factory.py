"""Whole reports, made from a seed: for property tests, site tests and benchmarks.

The same arguments give the same report on every machine. Figures are exact and joined from year to year;
then, where asked, a report is damaged in ways that `factory_damage` names.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from factory_authorities import authority as authority_number
from factory_damage import Damage, damages
from factory_figures import ADDRESSES, ZERO, figures
from factory_prose import lead, pick, section
from nianbao.cells import Cell, Place
from nianbao.forms import FORMS, Form
from nianbao.model import Authority, Block, Note, Paragraph, Period, Report, Scope, Section, Source, TableSlot

READER = "1"
YEARS = tuple(range(2019, 2025))
NOTES = (
    Note("rows_joined", "表格在分页处断开，已把同一行的两段接起来。"),
    Note("heading_level", "标题的级别不一，按印出的序号整理。"),
    Note("spaces_removed", "词语中间的空格已去掉，如“其 他”。"),
)


def _form_of(year: int) -> str:
    return "2019-60" if year <= 2020 else "2021-30"


def _full_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _source(rng: Random, owner: Authority, year: int) -> Source:
    digest = sha256(f"{owner.id}/{year}/{rng.random()}".encode()).hexdigest()
    known = rng.random() < 0.6
    return Source(
        path=f"{owner.id}_{year}_{digest[:8]}.txt",
        sha256=digest,
        bytes=4000 + int(rng.random() * 20_000),
        media_type="text/plain",
        url=f"https://www.example.gov.cn/zfxxgk/{year + 1}/{digest[:6]}.html?id={year}&p=1" if known else "",
        retrieved=date(year + 1, 4, 1) if known else None,
    )


def _sections(rng: Random, form: Form, owner: Authority, year: int) -> tuple[Section, ...]:
    short = owner.region.township or owner.region.county or owner.name
    return tuple(
        section(
            rng,
            short,
            year,
            part.number,
            pick(rng, (part.title, part.title, part.long or part.title, *part.variants[:1])),
            [table.id for table in form.tables if table.section == part.number],
        )
        for part in form.sections
    )


def make_labelled(
    seed: int,
    *,
    year: int,
    form: str | None = None,
    authority: Authority | None = None,
    damage: bool = True,
) -> tuple[Report, tuple[Damage, ...]]:
    """Return a report and what was done to it; no places in the original (see `with_places`)."""
    owner = authority or authority_number(seed)
    kind = FORMS[form or _form_of(year)]
    rng = Random(f"{seed}/{year}/{kind.id}/{owner.id}")
    aggregate = owner.level in ("county", "prefecture", "province") and rng.random() < 0.5
    report = Report(
        title=f"{owner.name}{year}年政府信息公开工作年度报告",
        authority=owner,
        year=year,
        form=kind.id,
        source=_source(rng, owner, year),
        lead=lead(rng, owner.name, year),
        sections=_sections(rng, kind, owner, year),
        cells=figures(kind, seed, year, owner.kind if owner.kind == "department" else owner.level),
        scope=Scope.AGGREGATE if aggregate else Scope.OWN,
        period=_full_year(year) if rng.random() < 0.9 else None,
        published=date(year + 1, 1, 2) + timedelta(int(rng.random() * 29)) if rng.random() < 0.8 else None,
        notes=(pick(rng, NOTES),) if rng.random() < 0.3 else (),
        reader=READER,
    )
    done = damages(rng, kind.id) if damage else ()
    for step in done:
        report = step.apply(rng, report)
    return report, done


def make_report(
    seed: int,
    *,
    year: int,
    form: str | None = None,
    authority: Authority | None = None,
    damage: bool = True,
) -> Report:
    """Return one report; without `form` the one in force that year, without `authority` that of the seed."""
    return make_labelled(seed, year=year, form=form, authority=authority, damage=damage)[0]


def make_reports(count: int, seed: int = 0) -> Iterator[Report]:
    """Yield `count` reports: authority after authority, each with its six years."""
    for number in range(count):
        owner, year = divmod(number, len(YEARS))
        yield make_report(seed * 1_000_003 + owner, year=YEARS[year], authority=authority_number(owner))


def zero_report(form: str) -> Report:
    """Return a report with every cell a reported 0 and one line in each section; `form` may be empty.

    Section 六 says what the form of 2021 asks for.
    """
    tables = FORMS[form].tables if form else ()
    return Report(
        title="西湖区桃溪镇人民政府2023年政府信息公开工作年度报告",
        authority=authority_number(40),
        year=2023,
        form=form,
        source=Source("0.txt", "0" * 64, 1, "text/plain"),
        sections=tuple(
            Section(
                part.number,
                part.title,
                (
                    Paragraph("未收取信息处理费。" if part.number == 6 else "无。"),
                    *(TableSlot(table.id) for table in tables if table.section == part.number),
                ),
            )
            for part in FORMS[form or "2021-30"].sections
        ),
        cells=dict.fromkeys(ADDRESSES.get(form, ()), ZERO),
        period=_full_year(2023),
    )


def with_places(report: Report) -> Report:
    """Return the report with a place in the original for everything that has one."""
    lines = iter(range(1, 1_000_000))

    def placed(block: Block) -> Block:
        return block if isinstance(block, TableSlot) else dataclasses.replace(block, at=Place(next(lines)))

    def printed(cell: Cell) -> Cell:
        return cell._replace(at=Place(next(lines), 2, 3)) if cell.raw else cell

    return dataclasses.replace(
        report,
        lead=tuple(placed(block) for block in report.lead),
        sections=tuple(
            dataclasses.replace(part, blocks=tuple(placed(block) for block in part.blocks))
            for part in report.sections
        ),
        cells={address: printed(cell) for address, cell in report.cells.items()},
        notes=tuple(dataclasses.replace(note, at=Place(next(lines), 7)) for note in report.notes),
    )
