"""Who reports where the title does not tell: beside it, in the preamble, at the end, in the meta data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice

from nianbao.interpret.lines import Item
from nianbao.interpret.titles import (
    BODY,
    COVER_LINES,
    LAST_LINES,
    LONGEST_NAME,
    REPORT,
    SUBJECT,
    YEAR,
    stands_alone,
    unspaced,
)
from nianbao.regions import named_bodies

_NAMED = r"(?P<name>[^，。；：:、《》<>|由,;]{2,30}?)"
_BY = re.compile(
    rf"(?:由|是){_NAMED}(?:根据|按照|依据|依照|(?:负责|组织)?(?:编制|编写|撰写|起草|解释|发布)|汇总)"
)
_CALLED = re.compile(
    rf"(?:^|[，,。；由对将])(?:结合)?{_NAMED}[（(](?:以下)?(?:统一|均)?简称"
)  # 结合某县某局（以下简称某局）
_MAKES = re.compile(
    rf"(?:^|[，。；,;]){_NAMED}(?:(?:根据|按照|依据|依照|对照|参照|结合)[^。；]{{2,80}}?)?"
    rf"(?:编制|制作|起草|撰写|形成)(?:了|完成)?(?:本|{YEAR})"
)
_PUBLISHES = re.compile(
    rf"(?:公布|发布|公开|将|编制|编写|以下[是为]|结合|总结)《?{_NAMED}{YEAR}[^，。；]{{0,12}}?(?:{REPORT}|{SUBJECT}工作(?:情况|实际|的?开展))"
)
_TELLS = re.compile(
    rf"(?:^|[，。；,;]){_NAMED}(?:现?(?:将|就)|(?:现|特)?(?:向社会)?(?:各界|公众)?(?:公布|发布|公开)){YEAR}"
)
_TOLD = (_BY, _CALLED, _PUBLISHES, _TELLS, _MAKES)
_ASK = re.compile(
    rf"(?:(?:请|欢迎|可|直接|及时|径)+(?:与|向|和|同|联系|咨询|致电|拨打)|致电|联系单位)[:：]?{_NAMED}"
    r"(?:进行)?(?:联系|（|\(|[，。；,;]|反映|咨询|电话|查询)"
)
_WHEN = (
    r"(?:[（(][一二三四五六七八九十][）)][^，。]{2,24}。|[一二三四五]是[^，。]{2,20}[，。])?"
    r"(?:截[至止]到?[^，,。]{2,14}[，,])?(?:20\d\d年(?:度|以来|全年|来)?|[今一]年以?来|本年度?|全年)?[，,]?"
)
_DOES = re.compile(
    rf"{_WHEN}(?:在[^，。,]{{2,40}}[，,])?{_NAMED}(?=认真|坚持|深入|严格|高度|按照|根据|紧紧|紧扣|围绕|全面|积极|扎实"
    r"|切实|始终|持续|以习近平|以党的|在[^，。]{2,30}(?:领导|指导)|进一步|大力|着力|贯彻|不断|继续|结合|立足|聚焦|依法"
    r"|[共未没]|累计|通过|主动|收到|受理|及时|充分|注重|加强|强化|推进|完善|规范|依托|利用|20\d\d年|政府信息公开|政务公开)"
)
_WITH_PLACE = re.compile(
    r"(?![全各我本该])[\u4e00-\u9fff]{1,12}?(?:[省市县区州盟旗镇乡]|街道)|国家|中国|海关总署|审计署"
    r"|(?:教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设"
    r"|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部$"
)
# 某街道办事处综合办公室, 某局办公室; but 某区人民政府办公室 reports itself, and 新乡市某办公室 is no 新乡.
_INNER_OFFICE = re.compile(
    r"(.{2,20}(?:街道办事处|街道|人民政府办公[室厅](?=.)|人民政府(?!办公[室厅])|[镇乡]人民政府|[镇乡]|局|委员会))(?![市县区])"
    r"(?:(?!政府|办事处|局)[\u4e00-\u9fff]){0,12}?(?:办公室|[科股室处])$"
)
_META = re.compile(
    r"(?:发布|公开|发文|制作|编制|主办|报送|填报|报告)(?:机构|机关|单位|部门)(?:（盖章）)?[:：|\]】]{0,2}(?P<name>[\u4e00-\u9fff（）()·]{3,30}?)"
    r"(?=(?:发文|成文|发布|公开|生成|索引|主题|文号|名称|时间|日期|有效)|[^\u4e00-\u9fff（）()·]|$)"
)
_SOURCE = re.compile(
    r"(?:来源|作者|供稿)[:：](?P<name>[\u4e00-\u9fff]{3,30}?)"
    r"(?=发布|时间|日期|浏览|字|作者|[^\u4e00-\u9fff]|$)"
)
_CRUMB = re.compile(r"[>›»＞→](?P<name>[\u4e00-\u9fff]{3,30})(?=[>›»＞→])")
_SIGNED_ON = re.compile(r"(?:20\d\d|二[〇○零Ｏ].{2})年.{1,3}月.{1,3}日$")
# Sentences, meta data and what portals print; 本机关 names nobody.
_NO_NAME = re.compile(
    "[，。、；：:|>\\[\\]【】]|[省市州县区旗党]委.*政府|我[局镇乡街委办厅县市区]|本单位|本机关"
    "|首页|打印|字号|浏览|分享|网站|附件|公开|报告|公告|现将"
)
_NOTHING = re.compile("^无(?![锡为极棣])")  # 六、其他需要报告的事项 无 某局
_OTHER_NAME = re.compile(r"[（(][^（()）]{2,20}[）)]$")  # 某经开区管委会（某商务区管委会）
_DASHES = "—－–-"
_IN_BRACKETS = re.compile(r"^[（(【](.*)[）)】]$")


def body_of(title_name: str, items: Sequence[Item], preamble: str, title_lines: Set[int]) -> str:
    """Return the name in the title, made whole by the text where it lacks the place or the body itself.

    Without a name in the title it is the first one that the text gives, the surest place first; there an
    office of a body stands for it.
    """
    if not title_name:
        names = list(chain(_signers(items, preamble, title_lines), _below(items)))
        first = _with_its_place(names[0], items) if names else ""
        formal = re.sub("(?<!人民)政府$", "人民政府", first)
        return formal if formal in names else first
    place = "" if _PLACE.search(title_name) else _ITS_PLACE
    kind = r"(?:人民政府|办事处)" if _BARE.search(title_name) else ""
    if not place and not kind:
        return title_name
    whole = re.compile(rf"(?:{place})?{re.escape(title_name)}(?:{kind})?")
    names = list(_signers(items, preamble, title_lines, offices=False))
    return max((name for name in names if whole.fullmatch(name)), key=len, default=title_name)


def _with_its_place(name: str, items: Sequence[Item]) -> str:
    """Return a name that begins with 市, 区 … with the place that the text prints before it most often."""
    if name[0] not in _LEVELS or any(named_bodies(name)):  # 镇安县 is a place itself
        return name
    text = "\n".join(unspaced(item.text) for item in items if item.section < 2)
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
        _in(preamble, *_TOLD, offices=offices),
        _near_title(items, title_lines or range(COVER_LINES), (-1, -2)),
        _at_end(items),
        _in_meta(items),
        _in(preamble, _ASK, offices=offices),
    )
    return (name for place in places for name in place)


def _below(items: Sequence[Item]) -> Iterator[str]:
    """Yield the names that the first paragraphs tell, for want of any above them."""
    text = first_words(items)
    weak = chain(_at_beginning(items), _in_meta(items, _SOURCE), _in_crumbs(items))
    own = (name for name in chain(weak, _most_named(items)) if _speaks(name, items))
    return chain(_in(text, *_TOLD), _in(text, _ASK), own)


def _most_named(items: Sequence[Item]) -> Iterator[str]:
    """Yield the one body that the text names with its place, around its tables, or the one it names most."""
    around = [item for item in items if item.section < 2] + list(items[-LAST_LINES:])
    named = Counter(named_bodies("\n".join(item.text for item in around if not item.row)))
    fitting = [name for name in named if _is_body(name) and _speaks(name, items)]
    whole = {
        name: max(fitting, key=lambda other: len(other) if other.endswith(name) else 0) for name in fitting
    }
    counts: Counter[str] = Counter()
    for name, longest in whole.items():
        counts[longest] += named[name]
    ranked = counts.most_common(2)
    if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]):
        yield ranked[0][0]


def _speaks(name: str, items: Sequence[Item]) -> bool:
    """Return whether a name with its place can be what the report calls itself: 我局, 我镇."""
    text = "".join(unspaced(item.text) for item in items if item.section < 2)
    called = {found for found in _SELF.findall(text) if found in _KINDS}
    return bool(_WITH_PLACE.match(name)) and (
        not called or any(re.search(_KINDS[word], name) for word in called)
    )


_SELF = re.compile(r"[我本](局|委|办|厅|镇|乡|街道|苏木|中心)")
_KINDS = {
    "局": r"局$",
    "委": r"委(?:员会)?$",
    "办": r"办(?:公室|事处)?$",
    "厅": r"厅$",
    "镇": "镇",
    "乡": "乡",
    "街道": "街道",
    "苏木": "苏木",
    "中心": r"中心$",
}


def first_words(items: Sequence[Item]) -> str:
    """Return the first paragraphs of section 一, where some print what stands above it elsewhere."""
    texts = (item.text for item in items if item.section == 1 and not (item.heads or item.row))
    return "".join(map(unspaced, islice(texts, _PREAMBLE)))


_PREAMBLE = 3


def _in(text: str, *patterns: re.Pattern[str], offices: bool = True) -> Iterator[str]:
    """Yield the bodies that are named so; an office of a body stands for it where `offices` do."""
    for pattern in patterns:
        names = (found["name"] for found in pattern.finditer(text))
        yield from filter(_is_body, (_INNER_OFFICE.sub(r"\1", name) if offices else name for name in names))


def _near_title(items: Sequence[Item], title_lines: Iterable[int], steps: Sequence[int]) -> Iterator[str]:
    """Yield the name that stands alone on a line below or above the title, in brackets or not."""
    cover = range(min(len(items), COVER_LINES))
    for near in (line + step for line in sorted(title_lines) for step in steps):
        if near in cover and stands_alone(items[near]):
            name = _IN_BRACKETS.sub(r"\1", unspaced(items[near].text)).lstrip(_DASHES)
            if _is_body(name):
                yield name


def _at_end(items: Sequence[Item]) -> Iterator[str]:
    for item in reversed(items[-LAST_LINES:]):
        name = _NOTHING.sub("", _SIGNED_ON.sub("", unspaced(item.text)))
        if not item.row and not item.heads and _is_body(name):
            yield name


def _in_meta(items: Sequence[Item], pattern: re.Pattern[str] = _META) -> Iterator[str]:
    for item in items[:COVER_LINES]:
        found = pattern.search(unspaced(item.text)) if item.section == 0 else None
        if found and _is_body(found["name"]):
            yield found["name"]


def _in_crumbs(items: Sequence[Item]) -> Iterator[str]:
    """Yield the innermost body on the path of the page first."""
    for item in items[:COVER_LINES]:
        yield from filter(
            _is_body, reversed(_CRUMB.findall(unspaced(item.text)) if item.section == 0 else ())
        )


def _at_beginning(items: Sequence[Item]) -> Iterator[str]:
    """Yield whom the first words name with its place: 2022年，某区税务局认真贯彻…"""
    for item in items:
        found = _DOES.match(unspaced(item.text)) if item.section < 2 and not item.heads else None
        if found and _WITH_PLACE.match(found["name"]) and _is_body(found["name"]):
            yield found["name"]


def _is_body(name: str) -> bool:
    body = _OTHER_NAME.sub("", name)
    return len(name) <= LONGEST_NAME and bool(BODY.fullmatch(body)) and not _NO_NAME.search(name)
