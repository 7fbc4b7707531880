"""Prose of a report as HTML."""

from hypothesis import given
from hypothesis import strategies as st

from nianbao.model import Heading, Paragraph, TableSlot
from nianbao.render.prose import Fragment, fragments


def test_prose_is_escaped() -> None:
    (piece,), _ = fragments((Paragraph('<script>alert("1")</script> {{ config }} & {: onclick=x}'),), "s1")
    assert piece.html == (
        "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; {{ config }} &amp; {: onclick=x}</p>"
    )


@given(st.text())
def test_no_text_of_a_report_becomes_markup(text: str) -> None:
    pieces, _ = fragments((Heading(3, text), Paragraph(text)), "s1")
    html = "".join(piece.html for piece in pieces)
    assert html.count("<") == 4
    assert html.count(">") == 4


def test_headings_are_numbered_in_reading_order_and_only_the_first_rank_is_listed() -> None:
    blocks = (Heading(3, "（一）强化"), Heading(4, "1.一是"), Heading(3, "（二）坚持"))
    pieces, headings = fragments(blocks, "s5")
    assert [piece.html for piece in pieces] == [
        '<h3 id="s5-1">（一）强化</h3>',
        '<h4 id="s5-2">1.一是</h4>',
        '<h3 id="s5-3">（二）坚持</h3>',
    ]
    assert [(heading.id, heading.text) for heading in headings] == [
        ("s5-1", "（一）强化"),
        ("s5-3", "（二）坚持"),
    ]


def test_a_heading_never_skips_a_rank() -> None:
    pieces, _ = fragments((Heading(5, "深"), Heading(5, "更深")), "s1")
    assert [piece.html[:3] for piece in pieces] == ["<h3", "<h4"]


def test_a_table_keeps_its_place() -> None:
    pieces, _ = fragments((Paragraph("前"), TableSlot("disputes"), Paragraph("后")), "s4")
    assert pieces == (Fragment("<p>前</p>"), Fragment(table="disputes"), Fragment("<p>后</p>"))
