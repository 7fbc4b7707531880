"""Who reports where the title does not tell: beside it, in the preamble, at the end, in the meta data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice

from nianbao.interpret.lines import Item
from nianbao.interpret.naming import (
    asked,
    can_speak,
    doing,
    has_place,
    is_body,
    on_page,
    on_path,
    site,
    source,
    told,
    trimmed,
)
from nianbao.interpret.titles import COVER_LINES, LAST_LINES, stands_alone, unspaced
from nianbao.regions import named_bodies

_SIGNED_ON = re.compile(r"(?:20\d\d|二[〇○零Ｏ].{2})年.{1,3}月.{1,3}日$")
_NOTHING = re.compile("^无(?![锡为极棣])")  # 六、其他需要报告的事项 无 某局
_SEAL = re.compile(r"[（(](?:印章|盖章|公章|签章|章)[)）]$")
_DASHES = "—－–-"
_IN_BRACKETS = re.compile(r"^[（(【](.*)[）)】]$")


def body_of(title_name: str, items: Sequence[Item], preamble: str, title_lines: Set[int]) -> str:
    """Return the name in the title, made whole by the text where it lacks the place or the body itself.

    Without a name in the title it is the first one that the text gives, the surest place first; there an
    office of a body stands for it.
    """
    if not title_name:
        text = _own_words(items)
        names = list(chain(_signers(items, preamble, title_lines), _below(items, text)))
        names = [name for name in names if can_speak(name, text)] or names
        first = _with_its_place(names[0], text) if names else ""
        formal = re.sub("(?<!人民)政府$", "人民政府", first)
        return _made_whole(formal if formal in names else first, names)
    return _made_whole(title_name, list(_signers(items, preamble, title_lines, offices=False)))


def _made_whole(short: str, names: Sequence[str]) -> str:
    """Return the longest of the names that adds its place to a short one, or the body itself to a place."""
    kind = r"(?:人民政府|办事处)" if _BARE.search(short) else ""
    if not short or (_PLACE.search(short) and not kind):
        return short
    whole = re.compile(rf"(?:{_ITS_PLACE})?{re.escape(short)}(?:{kind})?")
    return max((name for name in names if whole.fullmatch(name)), key=len, default=short)


def _with_its_place(name: str, text: str) -> str:
    """Return a name that begins with 市, 区 … with the place that the text prints before it most often."""
    if name[0] not in _LEVELS or any(named_bodies(name)):  # 镇安县 is a place itself
        return name
    places = Counter(
        re.findall(
            rf"(?:{_BEFORE_PLACE})((?![请由与在将如]|登[录陆]|联系|通过)[\u4e00-\u9fff]{{2,5}}){re.escape(name)}",
            text,
        )
    )
    return next((place + name for place, _ in places.most_common(1)), name)


_LEVELS = "市县区州旗镇乡"
_BEFORE_PLACE = r"(?m:^)|[^\u4e00-\u9fff]|[由与在请是和及对向将为]|结合|公布|发布|联系|通过|登录|登陆"
_PLACE = re.compile(r"[省市县州盟旗国]|(?<![发新园管示范验作税假理])区")  # 开发区 is a part of the body
_ITS_PLACE = r"(?!.*(?:报告|公开|年度|本|由))[\u4e00-\u9fff]{1,12}[省市县区州盟旗]"
_BARE = re.compile(r"(?:[省市县区州盟旗镇乡]|街道)$")


def _signers(
    items: Sequence[Item], preamble: str, title_lines: Set[int], *, offices: bool = True
) -> Iterator[str]:
    places = (
        _near_title(items, title_lines, (1, 2)),
        told(preamble, offices=offices),
        _near_title(items, title_lines or range(COVER_LINES), (-1, -2)),
        _at_end(items),
        filter(None, map(on_page, [*_lead(items), *_filled_in(items)])),
        asked(preamble, offices=offices),
    )
    return chain.from_iterable(places)


def _below(items: Sequence[Item], text: str) -> Iterator[str]:
    """Yield the names that the first paragraphs tell, for want of any above; `text` holds the own words."""
    first = first_words(items)
    paragraphs = (unspaced(item.text) for item in items if item.section < 2 and not item.heads)
    weak = chain(
        filter(None, map(doing, paragraphs)),
        filter(None, map(source, _lead(items))),
        chain.from_iterable(map(on_path, _lead(items))),
        filter(None, map(site, _lead(items))),
        _most_named(items, text),
    )
    return chain(told(first), asked(first), (name for name in weak if _speaks(name, text)))


def _lead(items: Sequence[Item]) -> list[str]:
    return [unspaced(item.text) for item in items[:COVER_LINES] if item.section == 0]


def _filled_in(items: Sequence[Item]) -> Iterator[str]:
    """Yield the lines above tables that tell who has filled them in."""
    texts = (unspaced(item.text) for item in items if item.section and not item.heads)
    return (text for text in texts if text.startswith(("填报单位", "填报机关", "填表单位", "报送单位")))


def _most_named(items: Sequence[Item], text: str) -> Iterator[str]:
    """Yield the one body that the text names with its place, around its tables, or the one it names most."""
    around = [item for item in items if item.section < 2] + list(items[-LAST_LINES:])
    texts = (item.text for item in around if not (item.row and item.section))  # a page's meta data have pipes
    named = Counter(named_bodies("\n".join(texts)))
    fitting = [name for name in named if is_body(name) and _speaks(name, text)]
    counts: Counter[str] = Counter()
    for name in fitting:
        counts[max((other for other in fitting if other.endswith(name)), key=len)] += named[name]
    ranked = counts.most_common(2)
    if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]):
        yield ranked[0][0]


def _speaks(name: str, text: str) -> bool:
    return has_place(name) and can_speak(name, text)


def _own_words(items: Sequence[Item]) -> str:
    return "\n".join(unspaced(item.text) for item in items if item.section < 2)


def first_words(items: Sequence[Item]) -> str:
    """Return the first paragraphs of section 一, where some print what stands above it elsewhere."""
    texts = (item.text for item in items if item.section == 1 and not (item.heads or item.row))
    return "".join(map(unspaced, islice(texts, _PREAMBLE)))


_PREAMBLE = 3


def _near_title(items: Sequence[Item], title_lines: Iterable[int], steps: Sequence[int]) -> Iterator[str]:
    """Yield the name that stands alone on a line below or above the title, in brackets or not."""
    cover = range(min(len(items), COVER_LINES))
    for near in (line + step for line in sorted(title_lines) for step in steps):
        if near in cover and stands_alone(items[near]):
            name = trimmed(_IN_BRACKETS.sub(r"\1", unspaced(items[near].text)).lstrip(_DASHES))
            if is_body(name):
                yield name


def _at_end(items: Sequence[Item]) -> Iterator[str]:
    for item in reversed(items[-LAST_LINES:]):
        name = trimmed(_NOTHING.sub("", _SIGNED_ON.sub("", _SEAL.sub("", unspaced(item.text)))))
        if not item.row and not item.heads and is_body(name):
            yield name
