import json
import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from nianbao.index_page import IndexBlock
from nianbao.search_shard import (
    BREAK,
    HEADING_SPAN,
    PART,
    ShardPages,
    heading_pairs,
    merged_pairs,
    places_json,
    shard_pages,
    written,
)
from nianbao.tokens import tokens

LABEL = "本年新收政府信息公开申请数量"
BLOCKS = st.builds(
    lambda text, heading: IndexBlock(text, "s1" * (heading > 0), heading),
    st.sampled_from((LABEL, "公开目录", "5", "<b>&")) | st.text("公开年报12 ,<&|", max_size=9),
    st.sampled_from((0, 0, 2)),
)


def body(html: str, number: int) -> list[str]:
    """The words of a page as Pagefind reads it, in Chinese again; all are of the page's part."""
    (text,) = re.findall(r"<p>([^<]*)</p>", html)
    read = [word.rpartition("p") for word in unescape(text).replace(BREAK, f"{BREAK}p").split()]
    assert {str(number // PART), ""} >= {part for _, _, part in read}
    return [chr(int(word, 16)) if word.startswith("0x") else word for word, _, _ in read]


def found(shard: ShardPages) -> list[set[tuple[bool, tuple[str, ...]]]]:
    """For each page of the archive the runs of words between two breaks, read as the browser reads them."""
    pages: list[set] = [set() for _ in shard.own]
    for number, html in enumerate(shard.html()):
        holders = [number] if number < len(shard.own) else places(shard)[number - len(shard.own)]
        words = body(html, number)
        ends = [at for at, word in enumerate(words) if word == BREAK]
        for begin, end in zip([-1, *ends], ends, strict=False):
            if end - begin > 1:
                for holder in holders:
                    pages[holder].add((begin + 1 < HEADING_SPAN, tuple(words[begin + 1 : end])))
    return pages


def places(shard: ShardPages) -> list[list[int]]:
    told = []
    for gaps in json.loads(places_json(shard)):
        pages: list[int] = []
        for gap, length in zip(gaps[::2], gaps[1::2], strict=True):
            start = (pages[-1] + 1 if pages else 0) + gap
            pages.extend(range(start, start + length))
        told.append(pages)
    return told


@given(st.lists(st.lists(BLOCKS, max_size=5), max_size=30))
def test_every_block_of_a_page_and_no_other_is_told_to_pagefind(pages: list[list[IndexBlock]]) -> None:
    expected = [
        {(block.heading > 0, tokens(block.text)) for block in blocks if tokens(block.text)}
        for blocks in pages
    ]
    assert expected == found(shard_pages(pages))


def test_a_block_of_many_pages_is_written_once() -> None:
    shard = shard_pages([[IndexBlock(LABEL), IndexBlock(f"第{n}号公开目录")] for n in range(9)])
    assert ((False, LABEL),) == shard.shared
    assert [list(range(9))] == places(shard)
    assert 1 == sum(written("收", 0) in html for html in shard.html())


def test_a_long_shard_is_written_in_parts() -> None:
    pages = [[IndexBlock(f"第{n}号"), IndexBlock(LABEL)] for n in range(2 * PART + 1)]
    shard = shard_pages(pages)
    assert [(False, ("第", str(n), "号")) in page for n, page in enumerate(found(shard))] == [True] * len(
        pages
    )
    assert {written("第", 0), written("第", 1), written("第", 2)} == {
        word for html in shard.html() for word in html.split() if word.startswith(hex(ord("第")))
    }


def test_headings_that_do_not_fit_their_span_are_found_as_text() -> None:
    headings = [IndexBlock(f"第{n}项主动公开工作", "s1", 3) for n in range(30)]
    (page,) = found(shard_pages([headings]))
    assert {tokens(heading.text) for heading in headings} == {words for _, words in page}
    assert 30 > sum(is_heading for is_heading, _ in page) > 0


def test_the_pairs_of_headings_are_those_of_all_shards() -> None:
    one, other = (
        heading_pairs([[IndexBlock(text, "s1", 2), IndexBlock("正文")]]) for text in ("公开", "公告")
    )
    assert {"公": "告 开", "告": "|", "开": "|"} == merged_pairs((one, other))
