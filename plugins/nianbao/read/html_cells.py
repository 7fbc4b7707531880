"""The text of marked-up elements as a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from nianbao.read.document import as_one
from nianbao.read.layouts.shape import is_value

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSEEN_TAGS = (
    "script style noscript template iframe object embed svg canvas video audio map select textarea button"
    " input nav footer head title del rp rt"
)
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark q ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
UNSEEN = frozenset(_UNSEEN_TAGS.split())
INLINE = frozenset(_INLINE_TAGS.split())
_ASIDE = frozenset(("sup", "sub", "s", "strike"))  # not part of the figure they touch
GONE = re.compile(r"display\s*:\s*none", re.I)  # unlike an invisible cell, it leaves no place in its row
UNSHOWN = re.compile(rf"{GONE.pattern}|visibility\s*:\s*hidden", re.I)
_TYPED = frozenset(("text", "number", "tel"))
_STRUCK = re.compile(r"text-decoration[^;]*line-through", re.I)
_NOTE_MARK = re.compile(r"#(?:_?ftn|_?edn|footnote|endnote)", re.I)
INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
# One text in ordinary elements, as most cells are; a shortcut, since a report has 400 of them.
_TAGS = r"\s*(?:</?(?:p|span|b|strong|font|div|center|u|em|o:p|table|tbody|tr|td)(?: [^<>]*)?>\s*)*"
_SIMPLE = re.compile(rf"{_TAGS}((?:[^<>&]|&nbsp;)*){_TAGS}")
_RESTYLED = re.compile("hidden|none|through", re.I)
_LONGEST_SIMPLE = 500  # characters
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WRAP = re.compile(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])")


def tidy(text: str) -> str:
    """Return text as a browser shows it: blanks collapsed, no outer ones, no break inside a Chinese word.

    >>> tidy(" 第二十条\\r\\n   第（一）项 "), tidy("a\\n b")
    ('第二十条第（一）项', 'a b')
    """
    if text.isprintable() and " " not in text:  # most cells: other blanks are no printable characters
        return text
    if text.isspace():
        return ""
    text = _BLANKS.sub(_blank, INVISIBLE.sub("", text))
    return _WRAP.sub("", text).replace("\n", " ").strip()


def _blank(run: re.Match[str]) -> str:
    return "\n" if "\n" in run.group() or "\r" in run.group() else " "


def cell_text(cell: LexborNode, markup: str) -> str:
    """Return the text of a table cell, in which `markup` stands; its paragraphs and broken lines become one.

    A blank stays between parts that are not both words: `商业<br>企业` is one word, but `1<br>2` is not 12.
    """
    if "<" not in markup and "&" not in markup:
        return tidy(markup)
    simple = _SIMPLE.fullmatch(markup) if len(markup) <= _LONGEST_SIMPLE else None
    if simple and not _RESTYLED.search(markup):
        return tidy(simple[1].replace("&nbsp;", "\N{NO-BREAK SPACE}"))
    return as_one(map(tidy, "".join(_cell_pieces(cell)).split("\v")))


def _cell_pieces(cell: LexborNode) -> Iterator[str]:
    """Yield the text below a cell, with a vertical tab where a new part begins."""
    todo = children_of(cell)
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            yield node
        elif node.is_text_node:
            yield node.text().replace("\v", " ")
        elif node.tag == "input":
            yield f"\v{_typed(node.attributes)}\v"
        elif node.is_element_node and not _dropped_in_cell(node):
            joined = node.tag in INLINE and node.tag not in _ASIDE and not is_styled(node.attributes, _STRUCK)
            part = () if joined else ("\v",)
            yield from part
            todo.extend((*part, *children_of(node)))


def _typed(attributes: Mapping[str, str | None]) -> str:
    """Return the figure that a field of a form shows; a portal may print the tables as one."""
    value = tidy((attributes.get("value") or "").replace("\v", " "))
    shown = (attributes.get("type") or "text").lower() in _TYPED and not is_styled(attributes, UNSHOWN)
    return value if shown and is_value(value) else ""


def _dropped_in_cell(node: LexborNode) -> bool:
    return node.tag in UNSEEN or is_styled(node.attributes, UNSHOWN) or _is_note(node)


def _is_note(node: LexborNode) -> bool:
    """Return whether an element is the mark of a footnote, which would lengthen the figure before it."""
    return node.tag == "a" and bool(_NOTE_MARK.match(node.attributes.get("href") or ""))


def is_styled(attributes: Mapping[str, str | None], style: re.Pattern[str]) -> bool:
    """Return whether an element's own attributes give it a style; `hidden` is one that is not shown."""
    if not attributes:
        return False
    if "hidden" in attributes and style is not _STRUCK:
        return True
    own = attributes.get("style")
    return bool(own and style.search(own))


def children_of(node: LexborNode) -> list[LexborNode | str]:
    """Return the elements and texts directly below a node, last first."""
    below: list[LexborNode | str] = [*node.iter(include_text=True)]
    return below[::-1]
