"""The search in a Chromium, on a small site of made-up reports (`search_site.py`)."""

import json
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from e2e.search_site import ROOT, make, pages, served
from nianbao.tokens import tokens

INPUT = "[data-nb=input]"
OPTION = "[role=option]"
STATUS = "[data-nb-page=status]"
RESULT = "[data-nb-page=results] .nb-result"
VECTORS = json.loads((ROOT / "tests/vectors/tokens.json").read_text(encoding="utf-8"))

ASK = """async ([base, queries]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const engine = await open(base);
  const answers = [];
  for (const query of queries) {
    const { hits, kind } = await engine.search(query);
    const found = await Promise.all(hits.map(async (hit) => (await hit.load()).raw_url));
    answers.push([kind, found]);
  }
  return answers;
}"""
INSTEAD = """async ([base, query]) => {
  const { open } = await import(base + "assets/javascripts/search/engine.js");
  const { candidates, alone, similar } = await (await open(base)).instead(query);
  const found = await Promise.all(similar.hits.map(async (hit) => (await hit.load()).raw_url));
  return { candidates, alone: alone.map(({ text, count }) => [text, count]), similar: found };
}"""
TOKENS = """async ([base, texts]) => {
  const { tokens } = await import(base + "assets/javascripts/search/tokens.js");
  return texts.map(tokens);
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(make(tmp_path_factory.mktemp("search"))) as address:
        yield address


class Visit:
    """One tab, with everything it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def search(self, query: str) -> list[str]:
        """Type the query into the box; return the titles of the results shown."""
        self.page.fill(INPUT, query)
        expect(self.page.locator("[data-nb-search]")).to_have_attribute("data-answered", query)
        return self.page.locator(".nb-search__title").all_inner_texts()

    def status(self) -> str:
        return self.page.inner_text("[data-nb=status]")


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = Visit(context.new_page())
    tab.page.goto(site)
    yield tab
    assert [] == tab.complaints
    assert [] == [url for url in tab.requests if not url.startswith(site)]
    context.close()


def ask(page: Page, site: str, *queries: str) -> dict[str, list[str]]:
    """Ask the engine itself: for each query the addresses of the pages, in order."""
    answers = page.evaluate(ASK, [site, list(queries)])
    return {query: urls for query, (_, urls) in zip(queries, answers, strict=True)}


# The two tokenisers


LETTERS = (0x370, 0x400, 0x620, 0xF40, 0x1820, 0x3041, 0xAC00)  # Greek, Cyrillic, Arabic … Hangul


def made_up_texts(count: int) -> list[str]:
    """Strings of everything a report or a visitor may type; seeded, so that a failure repeats."""
    chance = random.Random(20190060)
    parts = (
        lambda: "".join(chance.choices("桃尧镇政府信息公开年报的一二三〇○々", k=chance.randint(1, 6))),
        lambda: chr(chance.choice((0x20000, 0x2A700, 0x30000)) + chance.randrange(4000)),
        lambda: "".join(chance.choices("abcXYZéüñßĐİ", k=chance.randint(1, 5))),
        lambda: str(chance.randrange(10 ** chance.randint(1, 7))),
        lambda: f"{chance.randrange(10**7):{chance.choice((',', ',.2f', '.2f', '.1f'))}}",
        lambda: f"{chance.randrange(30)}.{chance.choice((1999, 2020, 2120))}{chance.choice(' 年')}年",
        lambda: f"{chance.randrange(2030)}.{chance.randrange(13)}.{chance.randrange(32)}",
        lambda: chance.choice("，。、；：？！“”‘’（）《》—…·～,.;:?!()%/+-=<>&'\"｜|"),
        lambda: chance.choice(" \u3000\t\n\r\x0b\x1c\xa0\u2003"),
        lambda: chance.choice("０１２３４５ＡＢｃ，．％㎡①㈠½²№㍿ﬁｶﾞ"),
        lambda: chance.choice("政府資訊公開條例關於復議訴訟乾於徵"),
        lambda: chance.choice("\u200b\ufeff\xad\ue000\x00\x07\x7f\u0301\ufe0f⻓⾏豈\u202e🙂🈚"),
        lambda: chr(
            chance.choice((0x370, 0x400, 0x620, 0xF40, 0x1820, 0x3041, 0xAC00)) + chance.randrange(48)
        ),
    )
    return ["".join(chance.choice(parts)() for _ in range(chance.randint(1, 14))) for _ in range(count)]


def test_the_browser_and_python_agree_on_the_words_of_ten_thousand_texts(visit: Visit, site: str) -> None:
    texts = [vector["text"] for vector in VECTORS] + made_up_texts(12_000)
    in_browser = visit.page.evaluate(TOKENS, [site, texts])
    differing = [
        (text, words) for text, words in zip(texts, in_browser, strict=True) if tokens(text) != tuple(words)
    ]
    assert [] == differing


# What is found


CASES = (
    ("行政复议", ["taoyao/2021", "yaodu/2020"]),
    ("尧都区", ["yaodu/2021", "yaodu/2020", "yaodu/2019"]),
    ("桃尧镇", ["taoyao/2021", "taoyao/2020", "taoyao/2019", "buji/2021"]),
    ("危房改造", []),
    ("桃鱻镇", []),
    ("78.80", ["taoyao/2020"]),
    ("78", ["buji/2019"]),
    ("80", ["taoyao/2021", "buji/2019"]),
    ("1,204", ["taoyao/2020"]),
    ("１２０４", ["taoyao/2020"]),
    ("1880", []),
    ("2021年起按月公开", ["taoyao/2020"]),
    ("桃尧镇 2020", ["taoyao/2020"]),
    ("行政诉讼 -行政复议", ["yaodu/2021"]),
    ("-行政诉讼", ["yaodu/2021", "yaodu/2020"]),
    ("“应公开尽公开”", ["taoyao/2020"]),
    ('"行政 复议"', ["taoyao/2021", "yaodu/2020"]),
    ("開展政府開放日活動", ["shaogang/2020"]),
    ("答覆申請", ["yaodu/2020"]),
    ("二〇一九年", ["buji/2019"]),
    ("wifi", ["yaodu/2021"]),
    ("𪚥巷", ["yaodu/2021"]),
    ("4321", []),  # stands only in what is shown beside a result
    ("-", []),
    ("", []),
)


@pytest.fixture(scope="module")
def answers(browser: Browser, site: str) -> dict[str, list[str]]:
    """The addresses found for each query of the cases, asked in one page."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site)
        return ask(page, site, *(query for query, _ in CASES))


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_a_query_finds_exactly_the_pages_that_have_it(
    answers: dict[str, list[str]], query: str, expected: list[str]
) -> None:
    assert [f"/reports/{name}/" for name in expected] == answers[query]


def squeezed(text: str) -> str:
    """The text as substring truth sees it: written here without the tokeniser under test."""
    normal = unicodedata.normalize("NFKC", text).lower().replace("○", "〇")
    return re.sub(r"[\W_]", "", normal)


def test_any_twenty_characters_of_a_paragraph_find_exactly_their_pages(visit: Visit, site: str) -> None:
    archive = [page for page in pages() if page.year]
    chance = random.Random(7)
    pieces = set()
    for text in sorted({b.text for page in archive for b in page.blocks() if len(b.text) > 20}):
        starts = range(len(text) - 19)
        pieces.update(text[at : at + 20] for at in chance.sample(starts, min(30, len(starts))))
    expected = {
        piece: {f"/{p.url}" for p in archive if any(squeezed(piece) in squeezed(b.text) for b in p.blocks())}
        for piece in sorted(pieces)
    }
    answers = ask(visit.page, site, *expected)
    assert len(pieces) > 80
    assert expected == {piece: set(urls) for piece, urls in answers.items()}


def test_a_piece_that_ends_inside_a_word_is_told_apart_from_an_exact_one(visit: Visit, site: str) -> None:
    cut, whole = visit.page.evaluate(
        ASK, [site, ["危旧房屋改造 3 处，请登录 www.ta", "危旧房屋改造 3 处，请登录 www"]]
    )
    found = ["/reports/taoyao/2020/"]
    assert (["near", found], ["sentence", found]) == (cut, whole)


@pytest.mark.parametrize(
    ("query", "candidates"),
    [
        ("桃窑镇", ["桃尧镇"]),
        ("勾嵇关系", ["勾稽关系"]),
        ("政行复议", ["行政复议"]),
        ("永和县桃窑镇2020年报", ["桃尧镇"]),
        ("堯都区人民政", []),
        ("尧都区政府", ["尧都区人民政府"]),
        ("临汾尧都政府2020", ["临汾市 尧都区人民政府 2020"]),
        ("桃尧镇2019年年度报告", ["桃尧镇 2019"]),
        ("2020年报", ["2020"]),
    ],
)
def test_a_slip_is_answered_with_names_to_ask_for(
    visit: Visit, site: str, query: str, candidates: list[str]
) -> None:
    found = visit.page.evaluate(INSTEAD, [site, query])
    assert candidates == [name for name in candidates if name in found["candidates"]]
    assert bool(candidates) == (ask(visit.page, site, query)[query] == [])


def test_what_is_offered_instead_keeps_to_what_the_query_says(visit: Visit, site: str) -> None:
    queries = ("桃尧镇 行政诉讼", "行政复议 -件", "“尧都区 行政复议”")
    found = [visit.page.evaluate(INSTEAD, [site, query]) for query in queries]
    assert {query: [] for query in queries} == ask(visit.page, site, *queries)
    assert [[["桃尧镇", 4], ["行政诉讼", 2]], [], []] == [answer["alone"] for answer in found]
    assert [[], ["尧都区 行政复议"]] == [found[1]["similar"], found[2]["candidates"]]


def test_a_query_that_nothing_has_whole_gets_pages_with_most_of_it_apart(visit: Visit, site: str) -> None:
    queries = ("桃尧镇2020", "危旧房屋改建", "鱻鱻鱻")
    similar = [visit.page.evaluate(INSTEAD, [site, query])["similar"] for query in queries]
    assert [["/reports/taoyao/2020/"], ["/reports/taoyao/2020/"], []] == similar
    assert {query: [] for query in queries} == ask(visit.page, site, *queries)


@pytest.mark.parametrize(
    ("spelt", "name"),
    [
        ("taoyaozhen", "桃尧镇"),
        ("tao yao zhen", "桃尧镇"),
        ("Táo Yáo zhèn", "桃尧镇"),
        ("taoyao", "桃尧"),
        ("yaoduqu 2020", "尧都区 2020"),
        ("xingzhengfuyi", "行政复议"),
        ("shao'gang", "邵岗"),
        ("linfen yao du qu", "临汾 尧都区"),
    ],
)
def test_pinyin_finds_what_the_name_finds(visit: Visit, site: str, spelt: str, name: str) -> None:
    answers = ask(visit.page, site, spelt, name)
    assert answers[name] == answers[spelt] != []


def test_only_latin_letters_and_empty_answers_load_the_names(visit: Visit, site: str) -> None:
    ask(visit.page, site, "尧都区", "78.80", "行政复议 2020")
    assert [] == [url for url in visit.requests if "names.bin" in url]
    ask(visit.page, site, "yaoduqu")
    assert [] != [url for url in visit.requests if "names.bin" in url]


# The box


def test_nothing_of_the_search_engine_is_loaded_before_the_box_is_used(visit: Visit) -> None:
    visit.page.wait_for_load_state("networkidle")
    before = [url for url in visit.requests if "/pagefind/" in url or "engine.js" in url]
    visit.page.focus(INPUT)
    visit.search("行政复议")
    after = [url for url in visit.requests if "/pagefind/" in url]
    assert ([], True) == (before, len(after) > 0)
    assert not any("search_index.json" in url for url in visit.requests)


def test_a_result_shows_where_the_words_stand_and_marks_them(visit: Visit) -> None:
    visit.search("行政复议 2020")
    result = visit.page.locator(OPTION)
    assert ["2020", "行政复议"] == result.locator("mark").all_inner_texts()
    assert result.locator(".nb-search__where").inner_text() == "山西省 临汾市 尧都区二、主动公开政府信息情况"
    excerpt = "因政府信息公开被申请行政复议 2 件、提起行政诉讼 1 件。"
    assert excerpt == result.locator(".nb-search__excerpt").inner_text()


def test_archived_text_stays_text_in_the_results(visit: Visit) -> None:
    visit.search("script")
    assert 0 == visit.page.locator("[data-nb=results] script, [data-nb=results] b").count()
    assert ["方法"] == visit.page.locator(".nb-search__title").all_inner_texts()


def test_the_keyboard_opens_moves_follows_and_closes(visit: Visit, site: str) -> None:
    keyboard = visit.page.keyboard
    keyboard.press("/")
    expect(visit.page.locator(INPUT)).to_be_focused()
    visit.search("尧都区")
    for _ in range(2):
        keyboard.press("ArrowDown")
    active = visit.page.get_attribute(INPUT, "aria-activedescendant")
    selected = visit.page.locator("[aria-selected=true]")
    assert active == selected.get_attribute("id")
    keyboard.press("Escape")
    expect(visit.page.locator("[data-nb=panel]")).to_be_hidden()
    expect(visit.page.locator(INPUT)).to_have_attribute("aria-expanded", "false")
    visit.page.click(INPUT)
    expect(visit.page.locator(OPTION)).to_have_count(3)
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        keyboard.press(key)
    visit.page.wait_for_url(f"{site}reports/yaodu/2021/?h=*")


def test_enter_without_a_choice_goes_to_the_page_with_all_results(visit: Visit, site: str) -> None:
    visit.page.focus(INPUT)
    visit.search("尧都区")
    visit.page.fill(INPUT, "卜集镇")
    visit.page.keyboard.press("Enter")  # before the answer: never a result of the last query
    visit.page.wait_for_url(f"{site}search/?q=*")
    expect(visit.page.locator(RESULT)).to_have_count(3)


def test_an_input_method_is_left_alone_while_it_composes(visit: Visit, site: str) -> None:
    visit.page.focus(INPUT)
    visit.search("尧都区")
    devtools = visit.page.context.new_cdp_session(visit.page)
    visit.page.fill(INPUT, "")
    expect(visit.page.locator("[data-nb-search]")).to_have_attribute("data-answered", "")
    compose = {"selectionStart": 3, "selectionEnd": 3, "text": "shi"}
    devtools.send("Input.imeSetComposition", compose)
    for key, code in (("Enter", 13), ("ArrowDown", 40)):
        event = {"type": "rawKeyDown", "key": key, "windowsVirtualKeyCode": 229}
        devtools.send("Input.dispatchKeyEvent", event | {"nativeVirtualKeyCode": code})
    visit.page.wait_for_timeout(400)  # longer than the pause before a search
    assert "" == visit.page.get_attribute("[data-nb-search]", "data-answered")
    assert (True, site) == (visit.page.is_visible("[data-nb=panel]"), visit.page.url)
    devtools.send("Input.insertText", {"text": "勾稽关系"})
    expect(visit.page.locator(OPTION)).to_have_count(2)


def test_the_reports_of_a_named_authority_are_shown_before_the_index_has_answered(visit: Visit) -> None:
    held: list[Route] = []
    visit.page.route("**/wasm.*", lambda route: held.append(route))
    visit.page.focus(INPUT)
    with visit.page.expect_request("**/wasm.*"):
        visit.page.fill(INPUT, "尧都区")
    expect(visit.page.locator("[data-nb=status]")).to_have_text("已找到 3 份，继续查其余的……")
    expect(visit.page.locator(OPTION)).to_have_count(3)
    visit.page.keyboard.press("ArrowDown")
    held[0].continue_()
    expect(visit.page.locator("[data-nb=status]")).to_have_text("找到 3 条结果。")
    expect(visit.page.locator(OPTION).first).to_have_attribute("aria-selected", "true")


# The page of all results


def test_the_page_filters_counts_and_sorts_and_its_address_can_be_shared(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}search/?q=本年新收")
    year, province, sort = (visit.page.get_by_label(name, exact=True) for name in ("年度", "省", "排序"))
    expect(visit.page.locator(STATUS)).to_have_text("找到 12 条结果。")
    assert ["全部", "2021（4）", "2020（4）", "2019（4）"] == year.locator("option").all_inner_texts()
    province.select_option("山西省")
    expect(visit.page.locator(STATUS)).to_have_text("找到 6 / 12 条结果。")
    assert ["全部", "2021（2）", "2020（2）", "2019（2）"] == year.locator("option").all_inner_texts()
    sort.select_option("received")
    expect(visit.page.locator("h2").first).to_have_text("桃尧镇人民政府2019年政府信息公开工作年度报告")
    shared = visit.page.url
    visit.page.goto(site)
    visit.page.goto(shared)
    expect(visit.page.locator("h2").first).to_have_text("桃尧镇人民政府2019年政府信息公开工作年度报告")
    assert ("山西省", "received") == (province.input_value(), sort.input_value())
    visit.page.click("text=清除筛选")
    expect(visit.page.locator(STATUS)).to_have_text("找到 12 条结果。")
    visit.page.go_back()
    expect(visit.page.locator(STATUS)).to_have_text("找到 6 / 12 条结果。")


def test_a_filter_without_a_hit_is_told_from_nothing_found(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}search/?q=卜集镇&province=山西省")
    expect(visit.page.locator(STATUS)).to_have_text("找到 3 条，都不符合所选的筛选条件。")


def test_ten_results_are_shown_and_then_the_rest(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}search/?q=本年新收")
    expect(visit.page.locator(RESULT)).to_have_count(10)
    visit.page.click("text=显示更多")
    expect(visit.page.locator(RESULT)).to_have_count(12)
    expect(visit.page.locator("text=显示更多")).to_be_hidden()
    expect(visit.page.locator(f"{RESULT} h2 a").nth(10)).to_be_focused()


def test_a_card_shows_each_word_where_it_stands_with_its_section_figures_and_checks(
    visit: Visit, site: str
) -> None:
    visit.page.goto(f"{site}search/?q=条例 采购")
    card = visit.page.locator(RESULT)
    expect(card).to_have_count(1)
    assert ["山西省 临汾市 永和县", "本年新收申请 5 件", "✓ 未见不符"] == (
        card.locator(".nb-result__facts span").all_inner_texts()
    )
    assert ["条例", "采购"] == card.locator("mark").all_inner_texts()
    sections = card.locator(".nb-result__section")
    assert ["一、总体情况", "二、主动公开政府信息情况"] == sections.all_inner_texts()
    assert sections.last.get_attribute("href").endswith("#s2")


def test_the_page_offers_names_and_similar_pages_where_it_finds_nothing(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}search/?q=桃窑镇")
    expect(visit.page.locator(STATUS)).to_have_text("没有找到“桃窑镇”。")
    visit.page.get_by_role("button", name="桃尧镇").click()
    expect(visit.page.locator(STATUS)).to_have_text("找到 4 条结果。")
    visit.page.goto(f"{site}search/?q=危旧房屋改建")
    expect(visit.page.get_by_text("不是完全相同，仅供参考")).to_be_visible()


def test_the_explanations_of_the_site_stand_apart_from_the_reports(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}search/?q=勾稽关系")
    expect(visit.page.locator(STATUS)).to_have_text("找到 1 条结果。")
    expect(visit.page.get_by_text("本站的说明里也有")).to_be_visible()


def test_archived_text_stays_text_on_the_page_too(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}search/?q=<b>")
    expect(visit.page.locator("[data-nb-search-page]")).to_have_attribute("data-answered", "<b>")
    assert 0 == visit.page.locator("[data-nb-search-page] b").count()


def test_an_empty_answer_helps_on(visit: Visit) -> None:
    visit.page.focus(INPUT)
    assert [] == visit.search("危房改造")
    assert "没有找到“危房改造”。" == visit.status()
    expect(visit.page.locator("[data-nb=help] a")).to_have_text("按地区浏览")


def test_words_that_never_meet_are_offered_alone(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}search/?q=桃尧镇 行政诉讼")
    visit.page.get_by_role("button", name="行政诉讼（2 份）").click()
    expect(visit.page.locator(STATUS)).to_have_text("找到 2 条结果。")
    visit.page.fill("[data-nb-page=input]", "，。😀")
    expect(visit.page.locator(STATUS)).to_have_text("标点和表情符号查不到，请输入文字或数字。")


def test_the_opened_page_marks_the_words_across_signs_and_widths(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}reports/taoyao/2020/?h=应公开尽公开&h=1804&h=80&h=78.80")
    expect(visit.page.locator(".nb-stepper")).to_be_visible()
    marked = visit.page.evaluate("[...CSS.highlights.get('nb-hit')].map(String)")
    assert ["应公开、尽公开", "１８０４", "78.80"] == marked


def test_the_marked_places_of_an_opened_page_can_be_walked(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}reports/taoyao/2020/?h=公开#s2")
    count = visit.page.locator(".nb-stepper [role=status]")
    expect(count).to_contain_text("处")
    total = visit.page.evaluate("CSS.highlights.get('nb-hit').size")
    first = int(re.search(r"\d+", count.inner_text())[0])
    assert 1 < first <= total
    visit.page.get_by_role("button", name="下一处").click()
    expect(count).to_have_text(f"第 {first + 1} 处，共 {total} 处")
    for _ in range(first + 1):
        visit.page.get_by_role("button", name="上一处").click()
    expect(count).to_have_text(f"第 {total} 处，共 {total} 处")
    assert 1 == visit.page.evaluate("CSS.highlights.get('nb-hit-now').size")
    visit.page.get_by_role("button", name="不再标出").click()
    assert 0 == visit.page.evaluate("CSS.highlights.size")


def test_a_button_of_the_page_can_open_the_box_with_a_query(visit: Visit) -> None:
    visit.page.evaluate(
        "document.querySelector('.md-content').innerHTML = '<button data-nb-search-open=卜集镇>找</button>'"
    )
    visit.page.click("text=找")
    expect(visit.page.locator(OPTION)).to_have_count(3)


def test_without_a_script_there_is_a_way_to_browse(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}method/")
    link = page.locator("[data-nb-search] a:visible")
    assert ("按地区浏览", "../regions/") == (link.inner_text(), link.get_attribute("href"))
    assert not page.is_visible(INPUT)
    context.close()


def test_a_page_opened_from_a_folder_says_that_it_cannot_search(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    site = make(tmp_path) / "base"
    page.goto((site / "index.html").as_uri())
    expect(page.locator("[data-nb-search]")).to_have_text("搜索需要通过网站访问按地区浏览")
    page.goto((site / "search" / "index.html").as_uri())
    expect(page.locator("[data-nb-search-page]")).to_have_text("搜索需要通过网站访问按地区浏览")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_box_and_page_have_no_violation_of_accessibility(
    browser: Browser, site: str, scheme: str, width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 844})
    visit = Visit(context.new_page())
    visit.page.goto(site)
    violations = []
    for query in ("", "公开 2020", "危房改造"):
        visit.page.keyboard.press("/")
        visit.search(query)
        visit.page.keyboard.press("ArrowDown")
        checked = Axe().run(visit.page, context="[data-nb-search]")
        violations += [(query, v["id"], v["nodes"][0]["html"]) for v in checked.response["violations"]]
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    for query in ("", "公开 2020", "桃窑镇"):
        visit.page.goto(f"{site}search/?q={query}")
        expect(visit.page.locator("[data-nb-search-page]")).to_have_attribute("data-answered", query)
        visit.page.evaluate("document.querySelector('details').open = true")
        checked = Axe().run(visit.page, context="[data-nb-search-page]")
        violations += [(query, v["id"], v["nodes"][0]["html"]) for v in checked.response["violations"]]
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert [] == violations
    context.close()


@pytest.mark.parametrize("name", ["header.html", "search.html"])
def test_nothing_starts_the_search_of_the_theme(name: str) -> None:
    text = (ROOT / "site_overrides/partials" / name).read_text(encoding="utf-8")
    assert [] == re.findall(r'data-md-component="search"|<form|<script|\son\w+=|\sstyle=', text)
