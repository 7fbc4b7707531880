"""`make demo`: nobody can take it for real, and it shows every kind of page."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from demo.archive import reports
from demo.places import PROVINCES, authorities
from nianbao.forms import FORMS
from nianbao.model import Scope
from nianbao.regions.table import _township_index, table
from nianbao.rules import check


def pages(demo_site: Path, pattern: str = "**/*.html") -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in demo_site.glob(pattern):
        yield path.relative_to(demo_site).as_posix(), LexborHTMLParser(path.read_text("utf-8"))


def test_no_place_of_the_demonstration_exists() -> None:
    invented = {
        name for names in PROVINCES.values() for part in names.items() for name in (part[0], *part[1])
    }
    invented |= {*PROVINCES, *(owner.region.township for owner in authorities())} - {""}
    assert len(invented) > 40
    assert invented & {*table().names, *_township_index()} == set()
    assert not any(table().division(owner.region.code) for owner in authorities())


def test_every_authority_of_the_demonstration_has_a_folder_of_its_own() -> None:
    owners = list(authorities())
    assert len({owner.id for owner in owners}) == len({owner.name for owner in owners}) == len(owners)


def test_the_demonstration_has_several_hundred_reports_of_both_forms_and_scopes() -> None:
    written = [report for report, _ in reports(40)]
    assert len(written) > 250
    assert {report.form for report in written} == set(FORMS)
    assert {report.scope for report in written} == set(Scope)
    assert {report.year for report in written} == set(range(2019, 2026))
    broken = {outcome.rule for report in written for outcome in check(report) if outcome.failed}
    assert len(broken) >= 10
    states = {cell.state for report in written for cell in report.cells.values()}
    assert {"reported", "blank", "missing", "ambiguous", "inferred", "mark"} <= states


def test_every_page_of_the_demonstration_says_that_it_is_fictional(demo_site: Path) -> None:
    found = 0
    for name, page in pages(demo_site):
        band = page.css_first(".nb-fictional")
        assert band and "全部虚构" in band.text(), name
        title = page.css_first("title")
        assert title and title.text().startswith("【虚构】"), name
        found += 1
    assert found > 300


def test_every_row_of_a_download_says_that_it_is_fictional(demo_site: Path) -> None:
    files = list(demo_site.rglob("*.csv"))
    assert files
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as sheet:
            rows = list(csv.DictReader(sheet))
        assert rows
        assert {row["说明"] for row in rows} == {"虚构"}


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("reports/*/*/*/changes/index.html", "ins"),
        ("reports/*/*/*/shared/index.html", "mark"),
        ("reports/*/*/*/original/index.html", "li#L9"),
        ("reports/*/*/*/index.html", ".nb-findings"),
        ("reports/*/*/index.html", ".nb-strip .is-missing"),
        ("reports/*/*/index.html", "svg text.cut"),
        ("years/*/index.html", "table.nb-compared"),
        ("regions/*/index.html", "#coverage"),
        ("indicators/*/index.html", "figure.nb-panel svg"),
        ("quality/*/index.html", "table"),
    ],
)
def test_the_demonstration_shows_every_kind_of_page(demo_site: Path, pattern: str, shown: str) -> None:
    assert any(page.css_first(shown) for _, page in pages(demo_site, pattern))


def test_a_finding_of_the_demonstration_is_explained(demo_site: Path) -> None:
    assert any("演示用的说明" in page.html for _, page in pages(demo_site, "reports/*/*/*/index.html"))


def test_the_site_itself_does_not_call_itself_fictional(built_site: Path) -> None:
    assert not any(page.css_first(".nb-fictional") for _, page in pages(built_site))
