"""Repairs of prose: page furniture, Markdown residue, spaced-out words, paragraphs cut at a page end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nianbao.read.document import DocumentBlock, Line
from nianbao.read.layouts.sections import begins_section, split_sections
from nianbao.read.layouts.shape import PAGE_MARK
from nianbao.repair.paragraphs import join_lines

Blocks = tuple[DocumentBlock, ...]

_SPACED = re.compile(r"(?:[^\s\w]|[\u3400-\u9fff])(?:[ \u3000\u00a0]+(?:[^\s\w]|[\u3400-\u9fff])){2,}")
_LINK = re.compile(r"<((?:https?://|www\.)[^<>\s]+)>")
_SHORTEST_CUT = 30  # characters: shorter lines without a full stop are headings, titles and signatures
_ENDED = re.compile("(?:[。！？；：…!?;:”』」）)》]|报告|年报)$")
_STOP = re.compile("[，。；,;]")
_OPENING = re.compile(
    r"[#*>|]|[（(]?[一二三四五六七八九十\d]+[、.．)）]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[①-⑳]"
)


def drop_page_marks(blocks: Blocks) -> Blocks:
    """Remove lines that hold nothing but a page number, in one of the usual dresses or behind a title."""
    return tuple(block for block in blocks if not (isinstance(block, Line) and _is_mark(block.text)))


def _is_mark(text: str) -> bool:
    return bool(PAGE_MARK.fullmatch(text) or (_LEADERS.search(text) and begins_section(text)))


_LEADERS = re.compile(r"(?:…{2}|[.．·]{5}|(?:[.·…] ){5})[.．·…\s]*\d{1,3}$")  # 一、总体情况……………1


def drop_markdown_residue(blocks: Blocks) -> Blocks:
    """Remove `**` around words and the angle brackets of links; `#` stays, it tells a heading."""
    return tuple(map(_without_markdown, blocks))


def _without_markdown(block: DocumentBlock) -> DocumentBlock:
    if not isinstance(block, Line):
        return block
    text = _LINK.sub(r"\1", block.text.replace("**", ""))
    return block if text == block.text else Line(text, block.at)


def split_joined_sections(blocks: Blocks) -> Blocks:
    """Split a line that holds several sections at their headings, each part at its own place."""
    return tuple(part for block in blocks for part in _sections(block))


def _sections(block: DocumentBlock) -> Iterator[DocumentBlock]:
    if not isinstance(block, Line) or len(pieces := split_sections(block.text)) == 1:
        yield block
        return
    for piece in pieces:
        lead = len(piece.text) - len(piece.text.lstrip())
        at = block.at._replace(column=block.at.column + piece.start + lead)
        yield Line(piece.text.strip(), at if piece.start + lead else block.at)


def close_spaced_words(blocks: Blocks) -> Blocks:
    """Remove the blanks in a line of prose that prints a blank after every character (`概 述 如 下`)."""
    return tuple(
        Line("".join(block.text.split()), block.at)
        if isinstance(block, Line) and _SPACED.fullmatch(block.text)
        else block
        for block in blocks
    )


def join_cut_paragraphs(blocks: Blocks) -> Blocks:
    """Join a paragraph that a page end has cut with the next one.

    Only a line of prose (with a comma or stop in it, 30 characters or more) that does not end a sentence
    is joined, and only with a line that does not begin with an ordinal, a heading mark or a title.
    """
    return join_lines(blocks, _is_cut, lambda end, start: "")


def _is_cut(above: Sequence[Line], line: Line) -> bool:
    last = above[-1].text
    return _goes_on(line.text) and not _ENDED.search(last) and (len(above) > 1 or _is_prose(last))


def _is_prose(text: str) -> bool:
    return len(text) >= _SHORTEST_CUT and bool(_STOP.search(text))  # a portal's furniture has colons only


def _goes_on(text: str) -> bool:
    return not _OPENING.match(text) and len(text) > 1
