"""Repairs of prose: page furniture, Markdown residue, spaced-out words, paragraphs cut at a page end."""

from __future__ import annotations

import re

from nianbao.read.document import DocumentBlock, Line

Blocks = tuple[DocumentBlock, ...]

# - 4 -, —4—, Page 9, P. 9, 第 4 页, 第 4 页 共 9 页; a bare number may be a figure and stays.
_PAGE_MARK = re.compile(
    r"[-–—]\s*\d{1,3}\s*[-–—]|(?:Page|P\.)\s*\d{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
)
_SPACED = re.compile(r"(?:[^\s\w]|[\u3400-\u9fff])(?:[ \u3000\u00a0]+(?:[^\s\w]|[\u3400-\u9fff])){2,}")
_LINK = re.compile(r"<((?:https?://|www\.)[^<>\s]+)>")
_SHORTEST_CUT = 30  # characters: shorter lines without a full stop are headings, titles and signatures
_END = "。！？；：…!?;:”』」）)》"
_OPENING = re.compile(
    r"[#*>|]|[（(]?[一二三四五六七八九十\d]+[、.．)）]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[①-⑳]"
)


def drop_page_marks(blocks: Blocks) -> Blocks:
    """Remove lines that hold nothing but a page number in one of the usual dresses."""
    return tuple(
        block for block in blocks if not (isinstance(block, Line) and _PAGE_MARK.fullmatch(block.text))
    )


def drop_markdown_residue(blocks: Blocks) -> Blocks:
    """Remove `**` around words and the angle brackets of links; `#` stays, it tells a heading."""
    return tuple(
        Line(_LINK.sub(r"\1", block.text.replace("**", "")), block.at) if isinstance(block, Line) else block
        for block in blocks
    )


def close_spaced_words(blocks: Blocks) -> Blocks:
    """Remove the blanks in a line of prose that prints a blank after every character (`概 述 如 下`)."""
    return tuple(
        Line(re.sub(r"\s+", "", block.text), block.at)
        if isinstance(block, Line) and _SPACED.fullmatch(block.text)
        else block
        for block in blocks
    )


def join_cut_paragraphs(blocks: Blocks) -> Blocks:
    """Join a paragraph that a page end has cut with the next one.

    Only a line of prose (with a comma or stop in it, 30 characters or more) that does not end a sentence
    is joined, and only with a line that does not begin with an ordinal, a heading mark or a title.
    """
    joined: list[DocumentBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Line) and isinstance(last, Line) and _is_cut(last.text) and _goes_on(block.text):
            joined[-1] = Line(last.text + block.text, last.at)
        else:
            joined.append(block)
    return tuple(joined)


def _is_cut(text: str) -> bool:
    return (
        len(text) >= _SHORTEST_CUT
        and not text.endswith(tuple(_END))
        and bool(re.search("[，。；：,;]", text))
        and not re.search(r"(?:报告|年报)$", text)
    )


def _goes_on(text: str) -> bool:
    return not _OPENING.match(text) and len(text) > 1
