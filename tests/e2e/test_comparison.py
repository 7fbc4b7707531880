"""The comparison pages of a full archive in a real Chromium: accessible, quiet, and fit for their width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import sites
from comparison_site import Built
from quiet_page import LOOKS, assert_quiet

KINDS = {
    "authority": "reports/33/330106-xihu/",
    "year": "years/2022/",
    "indicator": "indicators/denied_share/",
    "indicator of one form": "indicators/charges/",
    "indicator of a year": "indicators/received/2022/",
    "region with sums": "regions/6403/",
    "county": "regions/330106/",
}


@pytest.fixture(scope="module")
def url(comparison_site: Built) -> Iterator[str]:
    with sites.served(comparison_site.site) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_comparison_page_is_accessible_quiet_and_fits_its_width(
    browser: Browser, url: str, kind: str, width: int, scheme: str
) -> None:
    assert_quiet(browser, url + KINDS[kind], width, scheme)


def test_no_figure_of_a_chart_touches_its_neighbour(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(url + KINDS["authority"])

    overlaps = page.evaluate(
        """() => [...document.querySelectorAll(".nb-chart g[data-row]")].flatMap((row) => {
          const texts = [...row.querySelectorAll("text[data-col]")];
          const boxes = texts.map((text) => text.getBoundingClientRect());
          return boxes.slice(1).filter((box, i) => box.left < boxes[i].right).map((box) => box.left);
        })"""
    )

    page.close()
    assert overlaps == []
