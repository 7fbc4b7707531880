"""Reports that a browser has printed from a portal's page: PDFs as officials and citizens keep them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from damaged.generate import generate
from damaged.score import Score, judge

# In the pages of these seeds no row has lost a cell (paper shows its figures one column further left), and
# no table lays out the page or a cell (the style would draw rules around it).
SEEDS = (1, 4, 27, 28)
MARGIN = "15mm"
FRAMED = "<style>table{border-collapse:collapse} td{border:1px solid}</style>"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, offline=True)
    yield context.new_page()
    context.close()


def printed(page: Page, folder: Path, seed: int, style: str, header: bool) -> Score:
    """Return the score of the PDF that Chromium prints of a generated page."""
    case = generate(seed, "HTML")
    source = folder / f"{seed}.html"
    source.write_bytes(case.data + style.encode())
    page.goto(source.as_uri(), wait_until="domcontentloaded")
    margin = {"top": MARGIN, "right": MARGIN, "bottom": MARGIN, "left": MARGIN}
    data = page.pdf(format="A4", margin=margin, display_header_footer=header)  # type: ignore[arg-type]
    return judge(replace(case, data=data, name=f"{seed}.pdf"))


@pytest.mark.parametrize(("style", "header"), [("", True), (FRAMED, False)])
def test_a_page_that_a_browser_has_printed_is_read(
    page: Page, tmp_path: Path, style: str, header: bool
) -> None:
    scores = [printed(page, tmp_path, seed, style, header) for seed in SEEDS]
    misses = [miss for score in scores for miss in score.misses]
    lost = [(miss.case.name, miss.address) for miss in misses]
    tally = sum((score.tally for score in scores), Counter[str]())

    assert [] == [(miss.case.name, miss.address, miss.got) for miss in misses if miss.kind != "lost"]
    assert tally["readable"] > 700
    assert tally["right"] >= 0.98 * tally["readable"], lost
