import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from nianbao.index_page import TITLE_SPAN, VEIL, IndexBlock, IndexPage, spaced, to_html
from nianbao.tokens import tokens


class Read(HTMLParser):
    """The elements of an index-only page, its text, and its meta elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        for name, key in given.items():
            if name.startswith("data-pagefind-") and tag == "meta":
                self.marks.append((f"{name}:{key}", given["content"] or ""))

    def handle_data(self, data: str) -> None:
        self.text += data


def page(*texts: str, title: str = "桃尧镇2020年报告") -> IndexPage:
    return IndexPage("reports/a/2020/", title, tuple(IndexBlock(text) for text in texts))


def test_signs_are_glued_to_the_word_before_and_words_stand_apart() -> None:
    assert "支 出 78d80 万 元, 应 公 开\\ 尽 公 开`" == spaced("支出78.80万元，应公开、尽公开。")


def test_ascii_words_printed_together_are_marked_as_joined() -> None:
    assert "www.^ gov.^ cn/^ A^ 4 hello world" == spaced("www.gov.cn/A4 hello world")


def test_mixed_case_is_lowered_so_that_its_halves_are_no_words() -> None:
    assert "PDF Www wifi" == spaced("PDF Www WiFi")


def test_every_block_ends_with_a_break_that_takes_a_position() -> None:
    words = Read(to_html(page("一行政", "复议"))).text.split()
    assert ["一", "行", "政", "|", "复", "议", "|"] == words[TITLE_SPAN:]


def test_a_block_without_words_takes_no_place() -> None:
    assert to_html(page("甲")) == to_html(page("", "——", "甲"))


def test_the_text_begins_at_the_same_position_after_every_title() -> None:
    starts = {
        Read(to_html(page("首", title=title))).text.split().index("首")
        for title in ("", "方法", "长" * (TITLE_SPAN - 1))
    }
    assert {TITLE_SPAN} == starts


def test_a_title_too_long_for_its_span_still_ends_with_a_break() -> None:
    words = Read(to_html(page("首", title="长" * 60))).text.split()
    assert ["长", "|", "首", "|"] == words[59:]


def test_headings_keep_their_level_and_anchor() -> None:
    shown = to_html(IndexPage("", "首页", (IndexBlock("一、总体情况", "s1", 2),)))
    assert '<h2 id="s1">一\\ 总 体 情 况 |</h2>' in shown


def test_filters_sort_and_meta_are_declared_for_the_index() -> None:
    shown = IndexPage(
        "", "报告", (), {"年度": ("2020", "2021")}, {"year": "2020"}, {"region": "山西省 临汾市"}
    )
    assert [
        ("data-pagefind-meta:region[content]", f"{VEIL}山西省 {VEIL}临汾市"),
        ("data-pagefind-meta:title[content]", f"{VEIL}报告"),
        ("data-pagefind-filter:年度[content]", "2020"),
        ("data-pagefind-filter:年度[content]", "2021"),
        ("data-pagefind-sort:year[content]", "2020"),
    ] == Read(to_html(shown)).marks


def test_a_page_without_a_year_is_sorted_last_and_not_left_out() -> None:
    assert ("data-pagefind-sort:year[content]", "0") in Read(to_html(page())).marks


def test_no_word_of_meta_can_be_a_word_of_a_query() -> None:
    assert () == tokens(VEIL)


@given(st.lists(st.text()), st.text())
def test_no_text_becomes_markup(texts: list[str], title: str) -> None:
    shown = IndexPage("", title, tuple(map(IndexBlock, texts)), {"省份": (title,)}, {}, {"a": title})
    assert set(Read(to_html(shown)).tags) <= {"html", "head", "meta", "body", "p"}


@given(st.text())
def test_the_index_has_the_words_that_a_query_has(text: str) -> None:
    words = [re.sub(r"[!-/:-@\[-`{-~]", "", word).lower() for word in spaced(text).split()]
    assert list(tokens(text)) == [word for word in words if word]
