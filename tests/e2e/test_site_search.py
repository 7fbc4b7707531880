"""The search of the built site finds exactly the reports whose original holds the words."""

import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
ASK = """async ([base, query]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const { hits } = await (await open(base)).search(query);
  return Promise.all(hits.map(async (hit) => (await hit.load()).raw_url));
}"""


def letters(text: str) -> str:
    """Return what search compares: no white space, punctuation or width, lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def originals() -> dict[str, str]:
    """Return URL path → text of the original, for every report of the committed archive."""
    found = {}
    for path in (ROOT / "content" / "reports").rglob("*.md"):
        head = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        url = f"/{path.relative_to(ROOT / 'content').with_suffix('').as_posix()}/"
        found[url] = (ROOT / "content" / "raw" / head["source"]["path"]).read_text("utf-8")
    return found


TEXTS = originals()


@pytest.fixture(scope="module")
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site_url)
    yield page
    context.close()


def search(page: Page, site_url: str, query: str) -> set[str]:
    return set(page.evaluate(ASK, [site_url, query]))


@pytest.mark.parametrize(
    "query",
    [
        "桃尧镇",
        "邵岗镇",
        "尧都区",
        "勾稽关系",
        "行政复议",
        "危房改造",
        "78.80",
        "6314.18",
        "59271",
        "古缙卜集",
    ],
)
def test_words_and_figures_find_exactly_the_reports_that_have_them(
    page: Page, site_url: str, query: str
) -> None:
    assert search(page, site_url, query) == {
        url for url, text in TEXTS.items() if letters(query) in letters(text)
    }


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("邵崗鎮", "邵岗镇"), ("臨汾市堯都區", "临汾市尧都区"), ("個人隱私", "个人隐私")],
)
def test_traditional_characters_find_simplified_text(
    page: Page, site_url: str, traditional: str, simplified: str
) -> None:
    expected = {url for url, text in TEXTS.items() if simplified in letters(text)}

    assert expected
    assert search(page, site_url, traditional) == expected


def pieces(count: int) -> list[str]:
    """Return pieces of 20 characters, from anywhere inside prose."""
    chance = random.Random(7)
    lines = [
        line for text in TEXTS.values() for line in text.splitlines() if "\t" not in line and len(line) > 60
    ]
    cut = []
    for _ in range(count):
        line = chance.choice(lines)
        start = chance.randrange(len(line) - 20)
        cut.append(line[start : start + 20])
    return cut


@pytest.mark.parametrize("piece", pieces(60))
def test_a_piece_of_any_paragraph_finds_its_report(page: Page, site_url: str, piece: str) -> None:
    assert search(page, site_url, piece) == {
        url for url, text in TEXTS.items() if letters(piece) in letters(text)
    }
