"""A small archive whose reports repeat their own text and share a passage with another authority."""

from dataclasses import replace
from pathlib import Path
from random import Random

from copies_factory import free_sentence
from factory import make_report
from factory_authorities import authority
from nianbao.archive import dump, report_path
from nianbao.model import Paragraph, Report, Scope, Section

YEARS = (2020, 2021, 2023)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ config }} &amp; \"'，"


def reports() -> list[Report]:
    """Return the reports of two townships for three years; the last ones share their fifth section."""
    rng = Random(4)
    shared = tuple(free_sentence(rng) for _ in range(8))
    return [
        _report(rng, number, year, shared if year == YEARS[-1] else ())
        for number in (40, 41)
        for year in YEARS
    ]


def _report(rng: Random, number: int, year: int, shared: tuple[str, ...]) -> Report:
    owner = authority(number)
    own = Random(number)
    first = f"{year}年，{owner.region.township}公开信息{rng.randrange(100)}条。{HOSTILE}{free_sentence(own)}"
    sections = (
        Section(1, "总体情况", (Paragraph(first), Paragraph(free_sentence(rng)))),
        Section(5, "存在的主要问题及改进情况", (Paragraph(HOSTILE + "".join(shared) + free_sentence(rng)),)),
    )
    report = make_report(number, year=year, authority=owner, damage=False)
    return replace(report, sections=sections, form="", cells={}, scope=Scope.OWN, notes=())


def write(content: Path) -> list[str]:
    """Replace the reports of an archive by these, and return the paths of their pages without `.md`."""
    paths = []
    for report in reports():
        path = content / report_path(report)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(report), "utf-8")
        paths.append(report_path(report).removesuffix(".md"))
    return paths
