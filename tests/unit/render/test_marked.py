"""Words that findings point at: marked and linked, whatever their order and whatever the text."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from findings import broken
from nianbao.render.findings import Finding, Span, findings
from nianbao.render.marked import marked_text, said_below
from nianbao.rules import Doubt, Severity

TEXT = "收到申请64件，办结16件。"
FOUND = findings(
    [broken(), broken("X-2", Severity.WARNING), broken("X-3", doubt=Doubt.READING, message="<b>丙</b>")], ""
)


def span(start: int, end: int, finding: Finding = FOUND[0], number: int = 1) -> Span:
    return Span(start, end, finding, f"{finding.id}-words-{number}")


def marked(html: str) -> list[tuple[str, str]]:
    """The marked pieces and the finding that each links to."""
    return [
        (text, link)
        for link, text in re.findall(r'<mark><a class="[^"]*" href="([^"]*)">(.*?)</a></mark>', html)
    ]


def test_words_link_to_their_finding_which_can_link_back() -> None:
    html = marked_text(TEXT, [span(4, 7)])

    assert html == (
        '收到申请<span id="finding-1-words-1">'
        '<mark><a class="nb-error" href="#finding-1">64件</a></mark></span>'
        '<sup><a class="nb-sign nb-error" href="#finding-1">✕1</a></sup>，办结16件。'
    )


def test_where_words_overlap_the_first_finding_wins_and_each_is_reached_by_its_sign() -> None:
    html = marked_text(TEXT, [span(0, 6), span(4, 10, FOUND[1])])

    assert marked(html) == [("收到申请", "#finding-1"), ("64", "#finding-1"), ("件，办结", "#finding-2")]
    assert html.index("✕1") < html.index("件，办结") < html.index("△2")
    assert html.count('id="finding-2-words-1"') == 1


def test_adjacent_and_equal_words_stay_apart() -> None:
    adjacent = marked_text(TEXT, [span(4, 6), span(6, 7, FOUND[1])])
    equal = marked_text(TEXT, [span(4, 7), span(4, 7, FOUND[1])])

    assert marked(adjacent) == [("64", "#finding-1"), ("件", "#finding-2")]
    assert marked(equal) == [("64件", "#finding-1")]
    assert equal.count("<sup>") == 2


def test_words_outside_the_text_mark_nothing() -> None:
    assert marked_text("短", [span(4, 7), span(0, 0), span(3, 1)]) == "短"


spans = st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30), st.sampled_from(FOUND)), max_size=6)


@given(st.text(max_size=25), spans)
def test_no_text_becomes_markup_or_is_lost_and_every_tag_is_closed(text: str, cuts: list) -> None:
    html = marked_text(
        text, [span(start, end, found, index) for index, (start, end, found) in enumerate(cuts)]
    )

    without_signs = re.sub(r"<sup>.*?</sup>", "", html, flags=re.DOTALL)
    assert unescape(re.sub(r"<[^>]+>", "", without_signs)) == unescape(text)
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^>]*>", html):
        if closing:
            assert opened.pop() == name
        else:
            assert name in ("span", "mark", "a", "sup")
            assert not (name == "a" and "a" in opened)
            opened.append(name)
    assert opened == []
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_what_was_found_is_told_below_the_paragraph_once_and_escaped() -> None:
    html = said_below([span(0, 2, FOUND[2]), span(4, 6, FOUND[2], 2)])

    assert html.count("<p ") == 1
    assert "&lt;b&gt;丙&lt;/b&gt;" in html


def test_what_may_be_our_misreading_says_so_and_is_never_shown_as_a_contradiction() -> None:
    (finding,) = findings([broken(doubt=Doubt.READING)], "2021-30")

    assert (finding.kind, finding.word) == ("misread", "可能是我们读错了")
    assert "nb-error" not in marked_text(TEXT, [span(4, 7, finding)]) + said_below([span(4, 7, finding)])
