"""Seven years of originals, each printed in another way: what breaks between the years, and nothing else."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from damaged import prose
from damaged.generate import RENDER
from damaged.labels import Words
from damaged.paper import Line, tables
from damaged.truth import TrueCell
from factory import make_report
from factory_authorities import authority
from nianbao.cli import main
from nianbao.forms import FORMS
from nianbao.model import Report

YEARS = range(2019, 2026)
LAYOUTS = ("L1", "DOCX", "HTML", "L7", "L3", "MSO", "L8")
STOCK = "art20_1.normative_documents.in_force"
CARRIED, BROUGHT = "applications.carried_forward.", "applications.brought_forward."
# Authority, year and cell that is printed higher than it is → years and rules that this breaks.
BREAKS = {
    (20, 2020, f"{BROUGHT}total"): {(2020, "XYR-01")},
    (21, 2021, f"{BROUGHT}natural_person"): {(2021, "XYR-02")},  # across the change of form
    (22, 2020, f"{CARRIED}commercial_enterprise"): {(2021, "XYR-02")},
    (23, 2024, f"{BROUGHT}legal_service_organization"): {(2024, "XYR-02")},
    (24, 2023, f"{CARRIED}total"): {(2024, "XYR-01")},
    (25, 2023, STOCK): {(2023, "XYR-03"), (2024, "XYR-03")},
    (26, 2025, STOCK): {(2025, "XYR-03")},
}
AUTHORITIES = range(20, 29)  # the last two print everything as it is


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("series")
    higher = {(number, year): at for number, year, at in BREAKS}
    for number in AUTHORITIES:
        for year in YEARS:
            report = make_report(number, year=year, authority=authority(number), damage=False)
            cells = {at: TrueCell(cell.raw, cell.value) for at, cell in report.cells.items()}
            if at := higher.get((number, year)):
                value = (cells[at].value or 0) + 3
                cells[at] = TrueCell(str(value), Decimal(value))
            path = folder / f"{number}-{year}.txt"
            path.write_bytes(original(report, cells, LAYOUTS[(number + year) % len(LAYOUTS)]))
    return folder


def original(report: Report, cells: Mapping[str, TrueCell], layout: str) -> bytes:
    """Return the report as this layout prints it."""
    form, name = FORMS[report.form], report.authority.name
    rng = Random(f"{name}/{report.year}")
    paper, _ = prose.sections(rng, form, tables(form, cells, Words(), wide_first=True), name, report.year)
    made = RENDER[layout](rng, (Line(f"{name}{report.year}年政府信息公开工作年度报告", 1), *paper))
    return made.encode() if isinstance(made, str) else made


Found = set[tuple[str, int, str, str]]


@pytest.fixture(scope="module")
def found(raw: Path) -> Found:
    """Return authority, year, severity and rule of each failure between years."""
    done = CliRunner().invoke(main, ["check", "--format", "json", str(raw)], catch_exceptions=False)
    files = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(files) == len(AUTHORITIES) * len(YEARS)
    return {
        (file["authority"]["name"], file["year"], each["severity"], each["rule"])
        for file in files
        for each in file["findings"]
        if each["rule"].startswith("XYR") and each["verdict"] == "fails"
    }


def test_each_break_is_found_with_its_severity_and_none_is_invented(found: Found) -> None:
    planted = {
        (authority(number).name, year, "error" if rule == "XYR-01" else "warning", rule)
        for (number, _, _), broken in BREAKS.items()
        for year, rule in broken
    }

    assert {each for each in found if each[2] != "notice"} == planted


def test_each_series_says_once_that_the_form_has_changed(found: Found) -> None:
    stated = [(name, year) for name, year, _, rule in found if rule == "XYR-10"]

    assert sorted(stated) == sorted((authority(number).name, 2021) for number in AUTHORITIES)
