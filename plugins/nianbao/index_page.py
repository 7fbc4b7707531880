"""What the search index is told about one page: an HTML page that nobody sees, made of single words.

Pagefind splits HTML at spaces, so the text is written as words (`nianbao.tokens`) with spaces between
them. A `|` after each block takes a position, so that a phrase cannot run from one paragraph or cell
into the next. Punctuation is written as an ASCII sign glued to the word before it: there it takes no
position and adds no word, and the browser (`search/excerpt.js`) can print it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from nianbao.tokens import Token, scan

TITLE_SPAN = 48
"""Positions that belong to the title: `search/engine.js` counts a hit before it as a hit in the title.
The full name of a county's department with the words of the report's title takes about 40."""

BREAK = "|"

SIGNS = {
    **dict(zip("。.，,、；;：:？?！!（(）)“”《》", "`.,,\\;;::??!!(()){}<>", strict=True)),
    **dict.fromkeys("〈「『【[", "["),
    **dict.fromkeys("〉」』】]", "]"),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
    **{sign: sign for sign in "\"'%/@+=*#&~"},
}
"""Printed sign → the ASCII sign that stands for it; signs not listed are not shown in excerpts."""

JOIN = "^"
"""Glued between two ASCII words printed without a space, such as `A` and `4` or `gov.` and `cn`."""


VEIL = "\ua610"
"""Put before each word of `meta`, which Pagefind would otherwise index too: a letter that no query has."""


@dataclass(frozen=True, slots=True)
class IndexBlock:
    """A paragraph, a heading or a table cell. `heading` is its level (0: none), `anchor` its id in the
    published page, needed where a result should link to it."""

    text: str
    anchor: str = ""
    heading: int = 0


@dataclass(frozen=True, slots=True)
class IndexPage:
    """One searchable page.

    `url` is relative to the site's root, as the page's address is (`reports/…/2020/`, empty for the
    home page). `filters` have the name that readers see (省份, 年度). `sort` holds numbers; `year` is
    0 where a page has none, since a page without a key would never be found. `meta` is shown with a
    result: `authority`, `year`, `region`; it is not searched, so what it says must also stand in a block.
    """

    url: str
    title: str
    blocks: tuple[IndexBlock, ...]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Mapping[str, str] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)


def to_html(page: IndexPage) -> str:
    """Return the page as Pagefind reads it. Nothing of the archived text can become markup in it."""
    head = "".join(_head(page))
    body = "\n".join((_title(page.title), *filter(None, map(_block, page.blocks))))
    # One weight for all words: positions then ascend, so a hit's first position is the first on the page.
    return (
        f'<!doctype html>\n<html lang="zh"><head><meta charset="utf-8">{head}</head>\n'
        f'<body data-pagefind-body data-pagefind-weight="1.05">\n{body}\n</body></html>\n'
    )


def spaced(text: str) -> str:
    """Return the words with a space between them and the signs glued on.

    >>> spaced("（一）支出78.80万元，A4纸。")
    '(一) 支 出 78d80 万 元, A^ 4 纸`'
    """
    return "".join(_spaced(tuple(scan(text))))


def _spaced(words: Iterable[Token]) -> Iterator[str]:
    previous = ""
    for gap, word in words:
        yield _sign(gap, previous, word)
        yield _case(word)
        previous = word


def _sign(gap: str, before: str, after: str) -> str:
    if not before and not after:
        return ""  # signs alone are no text
    signs = "".join(SIGNS.get(char, "") for char in gap)
    if not before or not after:
        return signs
    joined = before.isascii() and after.isascii() and " " not in gap
    return f"{signs}{JOIN} " if joined else f"{signs} "


def _case(word: str) -> str:
    """Mixed case (WiFi) is lowered: Pagefind would index its halves as words of their own."""
    return word if word in (word.upper(), word.capitalize()) else word.lower()


def _title(title: str) -> str:
    """Return the title as first paragraph, filled with breaks so that the text begins at TITLE_SPAN."""
    words = spaced(title)
    return f"<p>{escape(words)} {' '.join([BREAK] * max(1, TITLE_SPAN - len(words.split())))}</p>"


def _block(block: IndexBlock) -> str:
    words = spaced(block.text)
    if not words:
        return ""
    tag = f"h{block.heading}" if block.heading else "p"
    anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
    return f"<{tag}{anchor}>{escape(words)} {BREAK}</{tag}>"


def _head(page: IndexPage) -> Iterator[str]:
    for name, value in {**page.meta, "title": page.title}.items():
        yield _marked("meta", name, " ".join(f"{VEIL}{word}" for word in value.split()))
    for name, values in page.filters.items():
        for value in values:
            yield _marked("filter", name, value)
    for name, value in {"year": "0", **page.sort}.items():
        yield _marked("sort", name, value)


def _marked(kind: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{kind}="{escape(name)}[content]" content="{escape(value)}">'
