import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nianbao.archive.markup import escape, split_row, table_row, unescape

LINE = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda text: text == text.strip()
)
FULL = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@given(LINE)
def test_unescaping_gives_back_the_text(text: str) -> None:
    assert unescape(escape(text)) == text


@given(LINE)
def test_escaped_text_is_one_plain_paragraph_for_a_full_markdown_parser(text: str) -> None:
    tokens = FULL.parse(escape(text))

    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = tokens[1].children or []
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert "".join(token.content for token in inline) == text


@pytest.mark.parametrize(
    "text",
    [
        "# 一、",
        "- 一",
        "1. 一",
        "12) 一",
        "+ 一",
        "===",
        "---",
        "> 引",
        "| a | b |",
        "<!-- table: x -->",
        "`x`",
        "![a](b)",
        "[a]: http://b",
        "<script>alert(1)</script>",
        "&lt;",
        "~~a~~",
        "    缩进".strip(),
        "\\",
        "a\\",
    ],
)
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    tokens = FULL.parse(escape(text))

    assert tokens[0].type == "paragraph_open"
    assert "".join(token.content for token in tokens[1].children or []) == text


@given(st.lists(LINE.map(escape) | st.just(""), min_size=1, max_size=9))
def test_a_table_row_gives_back_its_cells(cells: list[str]) -> None:
    assert split_row(table_row(cells)) == cells


@pytest.mark.parametrize("line", ["", "|", "a | b", "| a", "a |"])
def test_a_line_without_bars_on_both_ends_is_no_table_row(line: str) -> None:
    assert split_row(line) is None
