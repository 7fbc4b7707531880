"""A government portal's page: which element is the report, and what around it belongs to the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from nianbao.read.layouts.shape import is_value
from nianbao.read.rendition import Printed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MARKERS = ("总体情况", "主动公开", "收到和处理", "行政复议", "存在的主要问题", "其他需要报告")
_FEWEST_MARKERS = 3
_NUMERAL = re.compile(r"\s*(?:第?[一二三四五六七][、.．部]|[（(][一二三四五六七])")
_SHORTEST_SENTENCE = 20
_DEEPEST = 64  # elements around a report; seen: 31
_TITLE = re.compile(r"(?=.*(?:20\d\d|二[〇○零])).*(?:信息公开|政务公开).{0,12}(?:报告|年报)")
_TITLE_LINES = 12  # where `interpret` looks for a title
_LONGEST_TITLE = 70
_SITE = re.compile(r"\s*[-_|—–>»]+\s*")
_DATE_NAMES = ("pubdate", "publishdate", "publicationdate", "article:published_time")
_TITLE_NAMES = ("articletitle", "og:title")
_DATE = re.compile(r"(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})")
_PUBLISHED = re.compile(rf"(?:发布|公开|成文|生成)(?:日期|时间)[:：]?({_DATE.pattern})")
_PARTS = ("tr", "tbody", "thead", "tfoot")

# What portals print around an article. Each pattern matches one such phrase, without blanks.
_PHRASES = (
    r"[\[【(（]?(?:打印|关闭|收藏|分享|纠错|返回顶部|返回)(?:本页|页面|本文|文章|正文|窗口|到|至)*[:：]?[\]】)）]?",
    r"[\[【(（]?(?:字[体号][大小]*|视力保护色)?[:：]?(?:[大中小][|/]?){2,3}[\]】)）]?|字[体号][大小]*[:：]?|[Aa][+-]",
    r"(?:浏览|点击|阅读|访问|浏览人)(?:次数|量|数)?[:：]?\d*次?",
    r"(?:您|你)?(?:现在|当前)?的?(?:所在)?位置(?:是)?[:：].*|首页[>»›/|].*",
    r"(?:信息|文章|稿件)?来源[:：][^。：:]{0,30}?(?=发布|时间|日期|浏览|点击|作者|编辑|【|\[|打印|$)",
    r"(?:作者|责任编辑|编辑|审核|录入|责编)[:：][^。：:]{0,12}?(?=发布|时间|日期|浏览|点击|来源|【|\[|打印|$)",
    r"(?:发布|发文|公开|成文|生成|更新|创建)?(?:日期|时间)[:：]\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?",
    r"(?:上|下)一[篇条][:：].*|扫一扫.{0,30}|分享到.{0,20}|微信|微博|新浪微博|朋友圈|QQ空间|QQ好友|腾讯微博",
    r"点击(?:收听|下载).{0,12}|[【\[]?下载(?:Word|PDF|文字版|全真版|附件)[】\]]?|长辈版|无障碍(?:阅读|浏览)?",
    r"[|｜>»·\-/]",
)
_PHRASE = re.compile("|".join(_PHRASES), re.I)
_LONGEST_FURNITURE = 120


def report_element(body: LexborNode) -> LexborNode:
    """Return the smallest element that holds the report, or `body` where the page does not show it.

    Walk down while exactly one child holds every section marker of the page and nothing beside it is a
    sentence. Menus use the same words (主动公开, 行政复议) as links; these are removed first.
    """
    for link in reversed(body.css("a[href]")):  # links may nest: the inner one must go first
        text = link.text()
        if len(text) <= _LONGEST_TITLE and _markers(text) and not _NUMERAL.match(text):
            link.decompose()
    node, wanted = body, _markers(body.text())
    for _ in range(_DEEPEST if len(wanted) >= _FEWEST_MARKERS else 0):
        children = [(child, child.text()) for child in node.iter() if child.tag not in ("script", "style")]
        whole = [child for child, text in children if _markers(text) == wanted]
        if len(whole) != 1 or any(_says_something(*each) for each in children if each[0] is not whole[0]):
            break
        node = whole[0]
    while node.tag in _PARTS and node.parent:
        node = node.parent
    return node


def _markers(text: str) -> frozenset[str]:
    found = frozenset(marker for marker in MARKERS if marker in text)
    if len(found) == len(MARKERS):  # as most pages print them: without blanks
        return found
    closed = _closed(text)
    return frozenset(marker for marker in MARKERS if marker in closed)


def _says_something(node: LexborNode, text: str) -> bool:
    return node.tag not in ("footer", "nav") and any(
        len(part.strip()) >= _SHORTEST_SENTENCE for part in text.split("。")[:-1]
    )


def without_furniture(blocks: Sequence[Printed]) -> tuple[list[Printed], list[str]]:
    """Return the lines and tables of a report, and the lines that the portal has put between them."""
    furniture = [each for each in blocks if isinstance(each, str) and _is_furniture(each)]
    known = frozenset(furniture)
    return [each for each in blocks if not isinstance(each, str) or each not in known], furniture


def _is_furniture(line: str) -> bool:
    text = _closed(line)
    end = 0
    if is_value(text):  # a lone - or / may be a cell of a table that is no longer marked up
        return False
    while len(text) <= _LONGEST_FURNITURE and (found := _PHRASE.match(text, end)) and found.end() > end:
        end = found.end()
    return 0 < end == len(text)


def cover_lines(
    tree: LexborHTMLParser, before: Sequence[Printed], report: Sequence[Printed], furniture: Sequence[str]
) -> Iterator[str]:
    """Yield the title and the day of publication where the portal prints them outside of the report.

    The title: the last one above the report, else the page's own, one with a name first; only where the
    report does not begin with it. Where none has a name, whom the page gives as its source, and its path.
    The day: the earliest that is stated, since portals move pages and date them anew.
    """
    named = dict(_meta(tree))
    titles = list(_titles(named, [line for line in before if isinstance(line, str)]))
    title = next(filter(_has_name, titles), titles[0] if titles else "")
    beginning = list(map(str, islice(takewhile(lambda block: isinstance(block, str), report), _TITLE_LINES)))
    if title and _closed(title) not in _closed("".join(beginning)):
        yield title
    around = "\n".join(_texts([*before, *furniture]))
    if not _has_name(title) and not _names_a_body(beginning):
        yield from _sources(around, named)
    days = [found.groups()[-3:] for found in _PUBLISHED.finditer(around)]
    days += [found.groups() for name in _DATE_NAMES if (found := _DATE.search(named.get(name, "")))]
    if days:
        year, month, day = min(tuple(map(int, found)) for found in days)
        yield f"发布日期：{year:04}-{month:02}-{day:02}"


def _meta(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield what the page says about itself: name in lower case, and content."""
    for meta in tree.css("meta"):
        attributes = meta.attributes
        name = attributes.get("name") or attributes.get("property") or ""
        yield name.lower(), attributes.get("content") or ""
    for title in tree.css("head title"):
        yield "title", " ".join(title.text().split())


def _titles(named: Mapping[str, str], above: Sequence[str]) -> Iterator[str]:
    named_titles = (named[name] for name in (*_TITLE_NAMES, "title") if name in named)
    for text in (*reversed(above), *named_titles):
        parts = (re.sub(r"\s+", " ", part).strip() for part in _SITE.split(text))
        whole = "" if text in named.values() or re.search(r"[>»›|]", text) else text.strip()
        for part in (whole, *parts):
            if len(part) <= _LONGEST_TITLE and "首页" not in part and _TITLE.search(_closed(part)):
                yield part


def _names_a_body(beginning: Sequence[str]) -> bool:
    """Return whether the title that a report begins with, or the line above it, has a name."""
    pairs = [pair for pair in pairwise(("", *beginning)) if len(pair[1]) <= _LONGEST_TITLE]
    titles = [pair for pair in pairs if not _SENTENCE.search(pair[1]) and _TITLE.search(_closed(pair[1]))]
    return any(_has_name(line) or _BARE.fullmatch(_closed(above)) for above, line in titles)


_SENTENCE = re.compile("[，。；]")
_BARE = re.compile(r"[\u4e00-\u9fff（）()·]{3,30}")


def _has_name(title: str) -> bool:
    return len(_WORDS_OF_TITLE.sub("", _closed(title))) >= _SHORTEST_NAME


_WORDS_OF_TITLE = re.compile(
    r"[（()）《》]|20\d\d|二[〇○零][〇○零一二三四五六七八九]{2}|年度?|度|关于|政府|政务|信息|公开|工作|情况|的|报告|年报"
)
_SHORTEST_NAME = 3


def _sources(around: str, named: Mapping[str, str]) -> Iterator[str]:
    """Yield whom a page gives as its source, in its meta data too, and the path to it."""
    if found := _PUBLISHER.search(around) or _SOURCE.search(around):
        yield f"{found['what']}：{found['name']}"
    elif source := named.get("contentsource", "").strip():
        yield f"来源：{source}"
    if path := _PATH.search(around):
        yield path[0]


_WHOSE = (
    r"[:：](?P<name>[\u4e00-\u9fff]{4,30}?)"
    r"(?=发布|成文|生成|公开|时间|日期|浏览|点击|作者|编辑|字号|主题|索引|[^\u4e00-\u9fff]|$)"
)
_PUBLISHER = re.compile(rf"(?P<what>(?:发布|公开|发文)(?:机构|机关|单位)){_WHOSE}")
_SOURCE = re.compile(rf"(?P<what>来源){_WHOSE}")
_PATH = re.compile(r"首页(?:[>›»＞→/][^>›»＞→/\n]{2,30})+")


def _texts(blocks: Sequence[Printed]) -> Iterator[str]:
    for block in blocks:
        yield from [_closed(block)] if isinstance(block, str) else (_closed("".join(row)) for row in block)


def _closed(text: str) -> str:
    return "".join(text.split())
