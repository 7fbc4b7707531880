"""The built site in a real Chromium: every kind of page, on a phone in light and on a desk in dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

KINDS = {
    "home": "",
    "report": "reports/14/141002-yaoduqu/2020/",
    "damaged report": "reports/37/370828-bujizhen/2021/",
    "original": "reports/14/141002-yaoduqu/2020/original/",
    "authority": "reports/14/141002-yaoduqu/",
    "years": "years/",
    "year": "years/2020/",
    "regions": "regions/",
    "province": "regions/14/",
    "county": "regions/141002/",
    "indicators": "indicators/",
    "indicator": "indicators/denied_share/",
    "indicator of a year": "indicators/received/2020/",
    "method": "method/",
    "quality": "quality/",
    "quality of a rule": "quality/SEC-02/",
    "glossary": "glossary/",
    "how to apply": "request/",
    "about": "about/",
    "not found": "404.html",
}
# Colours do not depend on the width, nor places on the scheme: two of the four are enough.
LOOKS = {"phone": (390, 844, "light"), "desk": (1440, 900, "dark")}


class Visit(NamedTuple):
    """A page, and what it said and asked for while it was opened."""

    page: Page
    errors: list[str]
    requests: list[Request]


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=KINDS)
def visit(request: pytest.FixtureRequest, browser: Browser, site_url: str, look: str) -> Iterator[Visit]:
    """One kind of page at one width in one scheme."""
    wide, high, scheme = LOOKS[look]
    context = browser.new_context(viewport={"width": wide, "height": high}, color_scheme=scheme)
    page = context.new_page()
    errors: list[str] = []
    requests: list[Request] = []
    page.on("console", lambda message: errors.append(message.text) if message.type != "log" else None)
    page.on("request", lambda request: requests.append(request))
    page.on("pageerror", lambda error: errors.append(f"{error}\n{error.stack}"))
    page.goto(site_url + KINDS[request.param], wait_until="networkidle")
    yield Visit(page, errors, requests)
    context.close()


def test_a_page_is_accessible_quiet_fits_its_width_and_asks_no_other_host(
    visit: Visit, site_url: str
) -> None:
    found = Axe().run(visit.page)

    assert found.violations_count == 0, found.generate_report()
    assert visit.errors == []
    assert [
        request.url for request in visit.requests if not request.url.startswith((site_url, "data:"))
    ] == []
    assert not any("pagefind" in request.url for request in visit.requests)
    width = visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], "the page scrolls sideways"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


def test_each_figure_leads_to_its_line_in_the_original(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{KINDS['report']}")

    figure = page.locator("td a", has_text="59271")
    figure.click()

    target = page.locator(":target")
    assert "59271" in target.inner_text()


def test_the_original_is_downloaded_byte_for_byte(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{KINDS['report']}")

    with page.expect_download() as found:
        page.locator("a[download]").first.click()

    original = Path(__file__).parents[2] / "content" / "raw" / found.value.suggested_filename
    assert Path(found.value.path()).read_bytes() == original.read_bytes()


def test_lost_figures_are_told_in_words_and_never_as_zero(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{KINDS['damaged report']}")

    row = page.locator("table.nb-applications tr", has_text="结转下年度继续办理").last
    cells = row.locator("td").all_inner_texts()
    assert len(cells) == 7
    assert all("缺失" in cell for cell in cells)


def test_every_page_says_that_this_is_no_official_site(page: Page, site_url: str) -> None:
    for path in KINDS.values():
        page.goto(site_url + path)
        assert "不是政府网站" in page.locator("body").inner_text(), path


def test_tables_are_readable_without_scripts(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}years/2020/")

    assert "尧都区人民政府" in page.locator("main").inner_text()
    context.close()
