"""The search answers the gold set (`gold.py`) above the bars, in a Chromium."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from statistics import mean

import pytest
from playwright.sync_api import Browser, Page

import sites
from e2e import gold
from factory import YEARS

ASK = """async ([base, queries]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const engine = await open(base);
  const answers = [];
  for (const query of queries) {
    const { hits } = await engine.search(query);
    answers.push(hits.map(({ page }) => engine.catalogue.url(page)));
  }
  return answers;
}"""
NARROWED = """async ([base, query, year]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const engine = await open(base);
  const { hits } = await engine.search(query, { 年度: year });
  const { filters } = engine.catalogue;
  const all = filters["年度"].at.filter((at) => filters["年度"].values[at] === year).length;
  return [all, hits.map(({ page }) => engine.catalogue.url(page))];
}"""
EARLY = """async ([base, queries, chosen]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const engine = await open(base);
  const urls = (hits) => hits.filter(({ page }) => engine.catalogue.passes(page, chosen))
    .map(({ page }) => engine.catalogue.url(page));
  const answers = [];
  for (const query of queries) {
    let early = null;
    const { hits } = await engine.search(query, chosen, (answer) => (early = answer));
    answers.push([early && urls(early.hits), early?.soFar, urls(hits)]);
  }
  return answers;
}"""
CANDIDATES = """async ([base, queries]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const engine = await open(base);
  const answers = [];
  for (const query of queries) answers.push((await engine.instead(query)).candidates);
  return answers;
}"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("gold") / "site"
    gold.write_index(site)
    copytree(gold_assets(), site / "assets")
    (site / "index.html").write_text("<!doctype html><title>甲</title>", "utf-8")
    with sites.served(site) as address:
        yield address


def gold_assets() -> Path:
    return sites.ROOT / "site_overrides" / "assets"


@pytest.fixture(scope="module")
def page(browser: Browser, base: str) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(base)
        yield page


@pytest.fixture(scope="module")
def answers(page: Page, base: str) -> dict[str, list[str]]:
    texts = [query.text for query in gold.queries()]
    return dict(zip(texts, page.evaluate(ASK, [base, texts]), strict=True))


def recall(query: gold.Query, found: list[str]) -> float:
    true = gold.truth(query)
    return len(true & set(found)) / len(true)


def precision(query: gold.Query, found: list[str]) -> float:
    return len(gold.truth(query) & set(found)) / len(found) if found else 0.0


def test_the_gold_set_is_large_and_every_query_has_an_answer() -> None:
    assert len(gold.reports()) >= 300
    assert len({query.text for query in gold.queries()}) >= 250
    assert [] == [query.text for query in gold.queries() if not gold.truth(query)]


def test_no_query_with_an_answer_finds_nothing(answers: dict[str, list[str]]) -> None:
    assert [] == [query for query in gold.queries() if not answers[query.text]]


def test_recall_and_precision_reach_the_bars(answers: dict[str, list[str]]) -> None:
    typed = [query for query in gold.queries() if query.kind != "pinyin"]
    found = [(query, answers[query.text]) for query in typed]
    worst = sorted(found, key=lambda pair: recall(*pair) + precision(*pair))[:5]
    about = [(q.kind, q.text, recall(q, a), precision(q, a), len(gold.truth(q)), len(a)) for q, a in worst]
    assert mean(recall(*pair) for pair in found) >= 0.995, about
    assert mean(precision(*pair) for pair in found) >= 0.98, about


def test_no_class_of_queries_hides_behind_the_others(answers: dict[str, list[str]]) -> None:
    classes = defaultdict(list)
    for query in gold.queries():
        found = answers[query.text]
        classes[query.kind].append((recall(query, found), precision(query, found)))
    scores = {kind: tuple(map(mean, zip(*pairs, strict=True))) for kind, pairs in classes.items()}
    assert {} == {kind: score for kind, score in scores.items() if min(score) < 0.95}


def test_the_exact_name_of_an_authority_gives_its_newest_report_first(page: Page, base: str) -> None:
    newest = {r.authority.name: gold.url(r) for r in gold.reports() if r.year == max(YEARS)}
    names = [owner.name for owner in gold.AUTHORITIES]
    first = [found[0] for found in page.evaluate(ASK, [base, names])]
    assert [newest[name] for name in names] == first


def test_a_county_called_by_its_name_alone_has_its_government_first(page: Page, base: str) -> None:
    counties = [owner for owner in gold.AUTHORITIES if owner.level == "county" and owner.kind == "government"]
    called = [owner.region.county[:-1] for owner in counties]
    answers = page.evaluate(ASK, [base, called])
    own = [{gold.url(r) for r in gold.reports() if r.authority == owner} for owner in counties]
    assert len(counties) >= 5
    assert own == [set(found[: len(YEARS)]) for found in answers]


def test_a_slip_offers_the_name_that_is_meant(page: Page, base: str) -> None:
    slips = gold.slips()
    offered = page.evaluate(CANDIDATES, [base, [wrong for wrong, _ in slips]])
    assert [] == [slip for slip, names in zip(slips, offered, strict=True) if slip[1] not in names]


def test_a_chosen_year_asks_only_its_shard(browser: Browser, base: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(request.url.removeprefix(base)))
        page.goto(base)
        whole, narrowed = page.evaluate(NARROWED, [base, "行政复议", "2021"])
    folders = {path.split("/")[1] for path in asked if path.count("/") > 1 and path.startswith("pagefind/")}
    assert (True, 1) == (len(narrowed) == whole, len(folders))
    assert {"2021"} == {url.rstrip("/").rsplit("/", 1)[1][:4] for url in narrowed}


@pytest.mark.parametrize("chosen", [{}, {"省": "广东省"}])
def test_what_is_shown_before_all_shards_have_answered_stays_where_it_is(
    page: Page, base: str, chosen: dict[str, str]
) -> None:
    names = [owner.name for owner in gold.AUTHORITIES]
    texts = [*(query.text for query in gold.queries()), *names]
    answers = zip(texts, page.evaluate(EARLY, [base, texts, chosen]), strict=True)
    shown = [(text, *answer) for text, answer in answers if answer[0] is not None]
    assert [] == [text for text, early, _, all_of_it in shown if all_of_it[: len(early)] != early]
    assert [] == [
        text for text, early, known, all_of_it in shown if not len(early) <= known <= len(all_of_it)
    ]
    assert len(shown) > (len(names) if not chosen else 0)
