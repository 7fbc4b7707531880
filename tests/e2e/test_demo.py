"""Every kind of page of a full archive: light, accessible, and readable where nothing is styled."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Response, Route

import sites

KINDS = {
    "home": "index.html",
    "report": "reports/*/*/*/index.html",
    "original": "reports/*/*/*/original/index.html",
    "changes": "reports/*/*/*/changes/index.html",
    "shared": "reports/*/*/*/shared/index.html",
    "authority": "reports/*/*/index.html",
    "year": "years/*/index.html",
    "indicator": "indicators/*/index.html",
    "indicator of a year": "indicators/*/*/index.html",
    "region": "regions/*/index.html",
    "quality": "quality/index.html",
    "rule": "quality/APP-02/index.html",
    "glossary": "glossary/index.html",
    "how to apply": "request/index.html",
}
FIRST_LOAD = 100_000  # bytes, compressed as a server sends them


@pytest.fixture(scope="module")
def url(demo_site: Path) -> Iterator[str]:
    with sites.served(demo_site) as address:
        yield address


@pytest.fixture(params=KINDS)
def path(request: pytest.FixtureRequest, demo_site: Path) -> str:
    """The heaviest page of a kind."""
    pages = demo_site.glob(KINDS[request.param])
    heaviest = max(pages, key=lambda page: page.stat().st_size)
    return heaviest.relative_to(demo_site).as_posix().removesuffix("index.html")


def test_a_page_is_accessible_and_light(browser: Browser, url: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url + path, wait_until="networkidle")
    found = Axe().run(page)
    weights = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert found.violations_count == 0, found.generate_report()
    assert wide <= 390, "the page scrolls sideways"
    assert sum(weights.values()) <= FIRST_LOAD, weights


UNRESOLVED = """() => [...document.querySelectorAll("article table")].flatMap((table) => {
  const columns = new Map();
  for (const [at, row] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (columns.get(`${at}/${column}`)) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let over = 0; over < cell.colSpan; over += 1) columns.set(`${at + down}/${column + over}`, cell);
    }
  }
  const resolved = (cell) => {
    const ids = (cell.getAttribute("headers") ?? "").split(" ").filter(Boolean);
    if (ids.length) return ids.length > 1 && ids.every((id) => document.getElementById(id)?.tagName === "TH");
    const at = cell.parentElement.rowIndex;
    const column = [...columns].find(([, other]) => other === cell)[0].split("/")[1];
    const above = [...Array(at).keys()].map((row) => columns.get(`${row}/${column}`));
    return above.some((other) => other?.matches("thead th")) &&
      [...cell.parentElement.cells].some((other) => other.matches("th[scope=row]"));
  };
  const lost = [...table.querySelectorAll("tbody td")].filter((cell) => !resolved(cell));
  return lost.map((cell) => cell.outerHTML);
})"""


def test_a_page_without_styles_still_tells_everything_in_order(browser: Browser, url: str, path: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.route("**/*.css", refuse)
    page.goto(url + path, wait_until="networkidle")
    headings = page.locator("article :is(h1, h2, h3)").all_inner_texts()
    unresolved = page.evaluate(UNRESOLVED)
    hidden = page.evaluate(
        """() => [...document.querySelectorAll("article :is(p, td, th, h1, h2)")]
          .filter((part) => part.innerText && !part.closest("details:not([open])"))
          .filter((part) => !part.getClientRects().length)
          .map((part) => part.innerText)"""
    )
    first = page.locator("article h1").count()
    page.close()

    assert first == 1
    assert headings
    assert hidden == []
    assert unresolved == []
