"""The search over several shards and parts of them, and where some of its files cannot be had."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from e2e.search_site import ROOT, make, pages, served
from mkdocs_nianbao.search import build
from nianbao.index_page import IndexBlock, IndexPage
from nianbao.search_shard import PART

INPUT = "[data-nb=input]"
OPTION = "[role=option]"
PANEL_STATUS = "[data-nb=status]"
STATUS = "[data-nb-page=status]"
RESULT = "[data-nb-page=results] .nb-result"
NOT_2021 = "结果不完整：2021 年没有查到，那一部分没有载入成功。"
FOUND = """async ([base, query]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const { hits } = await (await open(base)).search(query);
  return hits.map(({ page }) => page);
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site with a shard for each year; the oldest has the page without a year too."""
    folder = tmp_path_factory.mktemp("shards")
    made = make(folder)
    build(tuple(pages()), made / "base", folder / "cache", 5)
    with served(made) as address:
        yield address


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(site)
        yield page


def folder_of(page: Page, site: str, year: int) -> str:
    """The folder of the shard that has the reports of a year."""
    script = """async ([base, year]) => {
      const { open } = await import(base + "assets/javascripts/search/engine.js");
      const { catalogue } = await open(base);
      let start = 0;
      return catalogue.shards.find(({ pages }) => catalogue.year((start += pages) - 1) === year).folder;
    }"""
    return str(page.evaluate(script, [site, year]))


def test_words_are_found_in_every_part_of_a_shard(browser: Browser, site: str, tmp_path: Path) -> None:
    def short(number: int) -> IndexPage:
        texts = (f"第{number}号", "全年" if number % 2 else "半年")
        blocks = tuple(map(IndexBlock, texts))
        return IndexPage(
            url=f"{number}/", title="", blocks=lambda: blocks, year=2020, filters={"年度": "2020"}
        )

    count = 2 * PART + 9
    build(tuple(map(short, range(count))), tmp_path / "base", tmp_path / "cache")
    (tmp_path / "base" / "assets").symlink_to(ROOT / "site_overrides" / "assets")
    with served(tmp_path) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        found = {text: set(page.evaluate(FOUND, [address, text])) for text in ("全年", "号 半年", "第1030号")}
    assert {"全年": set(range(1, count, 2)), "号 半年": set(range(0, count, 2)), "第1030号": {1030}} == found


# Files that cannot be had


def aborted(route: Route) -> None:
    route.abort()


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def cut(route: Route) -> None:
    whole = route.fetch()
    route.fulfill(
        response=whole, body=whole.body()[:-9], headers={"content-type": "application/octet-stream"}
    )


@pytest.mark.parametrize(
    ("files", "lose"),
    [("index/*", cut), ("pagefind.pages.pf_meta", cut), ("places.bin", missing)],
)
def test_what_could_not_be_searched_is_told_and_asked_for_again(
    page: Page, site: str, files: str, lose: Callable[[Route], None]
) -> None:
    lost = f"**/{folder_of(page, site, 2021)}/{files}"
    page.route(lost, lose)
    page.focus(INPUT)
    page.fill(INPUT, "勾稽关系")
    expect(page.locator(PANEL_STATUS)).to_have_text(f"已找到 1 条。{NOT_2021}")
    page.fill(INPUT, "行政复议 结果维持")
    expect(page.locator(PANEL_STATUS)).to_have_text(f"查过的部分里没有“行政复议 结果维持”。{NOT_2021}")
    page.unroute(lost)
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(PANEL_STATUS)).to_have_text("找到 1 条结果。")
    expect(page.locator(OPTION)).to_have_count(1)
    expect(page.get_by_role("button", name="再试一次")).to_be_hidden()


def test_a_file_lost_once_is_had_the_second_time(page: Page, site: str) -> None:
    lost: list[str] = []

    def lose_once(route: Route) -> None:
        known = route.request.url in lost
        lost.append(route.request.url)
        route.continue_() if known else route.abort()

    page.route("**/pagefind/**/*.pf_*", lose_once)
    page.goto(f"{site}search/?q=本年新收")
    expect(page.locator(STATUS)).to_have_text("找到 12 条结果。")
    assert len(lost) == 2 * len(set(lost)) > 0


def test_the_page_says_which_years_are_missing_and_that_results_could_not_be_shown(
    page: Page, site: str
) -> None:
    folder = folder_of(page, site, 2021)
    page.route(f"**/{folder}/index/*", aborted)
    page.route("**/pages/*.bin", aborted)
    page.goto(f"{site}search/?q=卜集镇")  # whose reports the catalogue knows
    expect(page.locator(STATUS)).to_have_text(f"已找到 3 条。{NOT_2021}")
    page.goto(f"{site}search/?q=本年新收")
    expect(page.locator(STATUS)).to_have_text(f"已找到 8 条。{NOT_2021}")
    expect(page.locator(RESULT)).to_have_count(8)
    expect(page.locator(RESULT).first).to_contain_text("卜集镇人民政府 2020 年度报告")
    expect(page.locator(RESULT).first).to_contain_text("摘录没有载入")
    page.unroute_all()
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(STATUS)).to_have_text("找到 12 条结果。")
    expect(page.locator(RESULT).first).to_contain_text("卜集镇人民政府2021年政府信息公开工作年度报告")


@pytest.mark.parametrize("file", ["catalogue.bin", "wasm.unknown.pagefind"])
def test_a_search_that_cannot_start_says_so_and_starts_when_it_can(page: Page, site: str, file: str) -> None:
    page.route(f"**/pagefind/{file}", aborted)
    page.goto(f"{site}search/?q=卜集镇")
    expect(page.locator(STATUS)).to_contain_text("搜索没有载入成功")
    page.unroute_all()
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(STATUS)).to_have_text("找到 3 条结果。")
