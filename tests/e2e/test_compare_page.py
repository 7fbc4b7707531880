"""比一比 in a real Chromium: by keyboard alone, kept in the address, with little to load."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

import sites
from comparison_site import Built
from large_archive import large_archive
from nianbao.render.versus_names import name_list, names_path
from quiet_page import LOOKS, assert_quiet

PAIR = "reports/64/640302-county/compare/"
CHOSEN = "compare/?a=640302-county.2022&b=640303-county.2022"
FOUR = f"{CHOSEN}&c=330106-xihu.2022&d=330106-xihu.2019-aggregate"
KINDS = {
    "nothing chosen": "compare/",
    "two chosen": CHOSEN,
    "four chosen": FOUR,
    "ready-made pair": PAIR,
    "pairs of a province": "compare/64/",
}
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def url(comparison_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site under a sub-path, as a project page has it."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "nianbao").symlink_to(comparison_site.site)
    with sites.served(folder) as address:
        yield f"{address}nianbao/"


@pytest.fixture(scope="module")
def large_url(comparison_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site with the list of names of ten thousand authorities."""
    folder = tmp_path_factory.mktemp("large")
    for child in comparison_site.site.iterdir():
        if child.name != "compare":
            (folder / child.name).symlink_to(child)
    (folder / "compare/names").mkdir(parents=True)
    (folder / "compare/index.html").symlink_to(comparison_site.site / "compare/index.html")
    listed = name_list(large_archive())
    for letters in ("", *listed.found):
        (folder / names_path(letters)).write_text(listed.part(letters), "utf-8")
    with sites.served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> list[Response]:
    """Open the page and return what is loaded from then on.

    Its form shows when its scripts have run, and they hold back the load event; while a processor is busy
    the network may be idle long before.
    """
    responses: list[Response] = []
    page.goto(address)
    expect(page.get_by_role("combobox", name="机关甲", exact=True)).to_be_visible()
    page.on("response", lambda response: responses.append(response))
    return responses


def choose(page: Page, letter: str, typed: str, option: str, downs: int = 1) -> None:
    """Choose an authority in the box that has the focus, by keyboard alone."""
    expect(page.get_by_role("combobox", name=f"机关{letter}", exact=True)).to_be_focused()
    page.keyboard.type(typed)
    # What the first letters find may stand there for a moment.
    expect(page.locator("[role=option]").nth(downs - 1)).to_have_text(re.compile(f"^\\s*{option}"))
    for _ in range(downs):
        page.keyboard.press("ArrowDown")
    active = page.locator(":focus").get_attribute("aria-activedescendant")
    assert active
    assert (page.locator(f"#{active}").text_content() or "").startswith(option)
    page.keyboard.press("Enter")
    expect(page.get_by_role("listbox")).to_have_count(0)


def shown(page: Page) -> list[list[str]]:
    """Return the words of every cell of the table's body, row by row."""
    expect(page.locator(".nb-versus thead th").nth(1)).to_be_visible()
    return [
        [cell.strip() for cell in line.locator("td").all_inner_texts()]
        for line in page.locator("tr[data-indicator]").all()
    ]


def test_two_authorities_are_chosen_by_keyboard_alone_and_little_is_loaded(page: Page, url: str) -> None:
    responses = opened(page, f"{url}compare/")
    page.get_by_role("combobox", name="机关甲", exact=True).focus()

    choose(page, "甲", "利通", "利通区人民政府")
    page.keyboard.press("Tab")
    expect(page.get_by_label("机关甲的年度")).to_be_focused()
    page.keyboard.press("Tab")
    choose(page, "乙", "吴忠 盐池", "盐池县人民政府")

    answer = page.locator("[data-nb=sentence]")
    expect(answer).to_contain_text("利通区人民政府 2022 年：本年新收申请 16 件，比盐池县人民政府")
    assert page.url.endswith("compare/?a=640302-county.2022&b=640323-county.2022")
    names = {response.url.removeprefix(url) for response in responses}
    assert "compare/names/index.json" in names
    # Chromium asks for the icon again when the address changes.
    assert {name for name in names if not name.endswith(".json")} <= {"assets/images/favicon.svg"}
    assert 0 < sum(len(response.body()) for response in responses) <= MOST_BYTES


def test_who_types_on_while_the_figures_are_loading_is_led_to_the_next_box(page: Page, url: str) -> None:
    held: list[Route] = []
    page.route("**/compare.json", lambda route: held.append(route))
    page.goto(f"{url}compare/", wait_until="networkidle")
    page.get_by_role("combobox", name="机关甲", exact=True).focus()

    choose(page, "甲", "利通", "利通区人民政府")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="机关乙", exact=True)).to_be_focused()

    held[0].continue_()
    expect(page.get_by_label("机关甲的年度")).to_have_value("2022")


def test_figures_that_cannot_be_had_leave_what_was_chosen(page: Page, url: str) -> None:
    page.goto(url + CHOSEN, wait_until="networkidle")
    page.route("**/compare.json", lambda route: route.abort())
    page.get_by_role("combobox", name="机关甲", exact=True).select_text()

    choose(page, "甲", "西湖区人", "西湖区人民政府")

    expect(page.locator("#nb-status-1")).to_have_text("这个机关的数字没有取到")
    expect(page.get_by_role("combobox", name="机关甲", exact=True)).to_have_value("利通区人民政府")
    expect(page.get_by_label("机关甲的年度")).to_have_value("2022")


def test_among_ten_thousand_authorities_little_is_loaded_too(page: Page, large_url: str) -> None:
    responses = opened(page, f"{large_url}compare/")
    page.get_by_role("combobox", name="机关甲", exact=True).focus()
    page.keyboard.type("人民政府")  # no part of the list: nearly all have it
    expect(page.locator("#nb-status-1")).to_have_text("叫这个的机关太多，请再加一个地名里的字")
    page.keyboard.press("Control+A")

    choose(page, "甲", "西湖区人", "西湖区人民政府")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    choose(page, "乙", "宁波市人民", "宁波市人民政府")

    expect(page.locator("[data-nb=sentence]")).to_contain_text("西湖区人民政府")
    assert 0 < sum(len(response.body()) for response in responses) <= MOST_BYTES


def test_the_scripts_of_the_page_load_nothing_before_they_are_used(page: Page, url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{url}compare/", wait_until="networkidle")

    assert not [address for address in asked if address.endswith(".json")]
    assert not [address for address in asked if not address.startswith((url, "data:"))]


def test_the_address_restores_the_view_and_back_and_forward_walk_through_it(page: Page, url: str) -> None:
    page.goto(url + CHOSEN)
    first = shown(page)
    expect(page.get_by_role("combobox", name="机关乙", exact=True)).to_have_value("红寺堡区人民政府")

    page.get_by_label("机关乙的年度").select_option("2020")
    expect(page.locator(".nb-versus__reports td").nth(1)).to_contain_text("2020 年")
    second = shown(page)
    assert second != first
    expect(page.locator("[data-nb=forms]")).to_be_visible()  # the form of 2020 is the older one

    page.go_back()
    expect(page.locator(".nb-versus__reports td").nth(1)).to_contain_text("2022 年")
    assert shown(page) == first
    expect(page.locator("[data-nb=forms]")).to_be_hidden()
    page.go_forward()
    expect(page.locator(".nb-versus__reports td").nth(1)).to_contain_text("2020 年")
    assert shown(page) == second
    page.reload()
    assert shown(page) == second


def test_the_browser_tells_every_ready_made_pair_as_the_build_does(
    page: Page, url: str, comparison_site: Built
) -> None:
    found = sorted(comparison_site.site.glob("reports/*/*/compare/index.html"))
    assert found
    for file in found:
        page.goto(url + Path(file).parent.relative_to(comparison_site.site).as_posix() + "/")
        built, sentence = shown(page), page.locator(".nb-answer").inner_text()
        page.get_by_role("link", name="换机关、换年度比一比").click()
        assert shown(page) == built
        assert page.locator(".nb-answer").inner_text() == sentence


def test_three_and_four_reports_are_each_set_against_the_first(page: Page, url: str) -> None:
    page.goto(url + FOUR)
    received = shown(page)[0]
    expect(page.locator("[data-nb=forms]")).to_contain_text("格式不同")
    assert [cell.split()[0] for cell in received[:3]] == ["16", "15", "103"]
    assert received[2].split()[1:] == ["多", "87", "件"]
    assert received[3].endswith("无法比较：一份是汇总报告")
    bands = page.locator("th[scope=rowgroup]").all()
    assert {band.get_attribute("colspan") for band in bands} == {"5"}


def test_a_third_authority_is_added_and_an_emptied_box_gives_it_up(page: Page, url: str) -> None:
    page.goto(url + CHOSEN)
    page.get_by_role("button", name="再加一个机关").press("Enter")
    choose(page, "丙", "同心", "同心县人民政府")
    expect(page.locator(".nb-versus thead th")).to_have_count(3)
    assert page.url.endswith("&c=640324-county.2022")

    page.locator(":focus").fill("")
    page.keyboard.press("Tab")
    expect(page.locator(".nb-versus thead th")).to_have_count(2)
    assert page.url.endswith(CHOSEN)


def test_what_is_typed_while_the_chosen_ones_are_loading_stays(page: Page, url: str) -> None:
    held: list[Route] = []
    page.route("**/640303-county/compare.json", lambda route: held.append(route))
    page.goto(url + CHOSEN)
    page.get_by_role("button", name="再加一个机关").press("Enter")
    box = page.get_by_role("combobox", name="机关丙", exact=True)
    box.press_sequentially("同心")
    expect(page.locator("[role=option]").first).to_be_visible()

    held[0].continue_()
    expect(page.get_by_role("combobox", name="机关乙", exact=True)).to_have_value("红寺堡区人民政府")
    expect(page.locator("[data-nb=result]")).to_be_visible()
    expect(box).to_have_value("同心")


def test_while_an_input_method_composes_no_key_is_taken(page: Page, url: str) -> None:
    page.goto(f"{url}compare/")
    box = page.get_by_role("combobox", name="机关甲", exact=True)
    box.press_sequentially("区")
    expect(page.locator("[role=option]").first).to_be_visible()
    taken = box.evaluate(
        """(input) => ["Enter", "ArrowDown"].map((key) => {
          const kind = { key, isComposing: true, bubbles: true, cancelable: true };
          const event = new KeyboardEvent("keydown", kind);
          input.dispatchEvent(event);
          return event.defaultPrevented;
        })"""
    )
    assert taken == [False, False]
    assert page.locator("[role=option]").count() > 1
    expect(box).to_have_value("区")


def test_how_many_are_found_is_announced_and_a_name_that_is_not_there_is_said_so(
    page: Page, url: str
) -> None:
    page.goto(f"{url}compare/")
    box = page.get_by_role("combobox", name="机关甲", exact=True)
    status = page.locator("#nb-status-1")
    box.press_sequentially("利通")
    expect(status).to_have_text("找到 1 个机关")
    box.fill("没有这样的机关")
    expect(status).to_have_text("没有找到，换几个字试试")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize("query", ["?a=../../evil", "?a=999999-nobody", "?a=%00&b=640302-county.1999"])
def test_an_address_that_names_nothing_opens_an_empty_choice(page: Page, url: str, query: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{url}compare/{query}", wait_until="networkidle")

    expect(page.get_by_role("combobox", name="机关甲", exact=True)).to_have_value("")
    expect(page.locator("[data-nb=result]")).to_be_hidden()
    assert errors == []


def test_an_authority_page_opens_the_choice_with_itself_in_it(page: Page, url: str) -> None:
    page.goto(f"{url}reports/64/640302-county/")
    page.get_by_role("link", name="和别的机关比一比").click()
    expect(page.get_by_role("combobox", name="机关甲", exact=True)).to_have_value("利通区人民政府")
    expect(page.get_by_label("机关甲的年度")).to_have_value("2022")


def test_without_scripts_the_ready_made_pairs_are_offered(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}compare/")
    expect(page.locator("[data-nb-compare]")).to_be_hidden()
    page.get_by_role("link", name="宁夏回族自治区").click()
    page.get_by_role("link", name="利通区人民政府 与 红寺堡区人民政府").click()
    expect(page.locator(".nb-answer")).to_contain_text("利通区人民政府 2022 年")
    context.close()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_a_comparison_is_accessible_quiet_and_fits_its_width(
    browser: Browser, url: str, kind: str, width: int, scheme: str
) -> None:
    assert_quiet(browser, url + KINDS[kind], width, scheme)
