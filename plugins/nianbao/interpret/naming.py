"""How a text names the body that reports: in sentences, in meta data of its page, by a word for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nianbao.interpret.titles import BODY, LONGEST_NAME, TOLD_OF, YEAR
from nianbao.regions import named_bodies

_NAMED = r"(?P<name>(?:[^，。；：:、《》<>|由,;]|(?<=自)由){2,30}?)"
_BY = re.compile(
    rf"(?:(?<!自)由|是){_NAMED}(?:根据|按照|依据|依照|(?:负责|组织)?(?:编制|编写|撰写|起草|解释|发布)|汇总)"
)
_CALLED = re.compile(  # 结合某县某局（以下简称某局）
    rf"(?:^|[，,。；由对将])(?:结合)?{_NAMED}[（(](?:以下)?(?:统一|均)?简称"
)
_MAKES = re.compile(
    rf"(?:^|[，。；,;]){_NAMED}(?:(?:根据|按照|依据|依照|对照|参照|结合)[^。；]{{2,120}}?)?"
    rf"(?:编制|编写|制作|起草|撰写|形成)(?:了|完成)?(?:本|此|{YEAR})"
)
_PUBLISHES = re.compile(
    rf"(?:公布|发布|(?<!信息)公开|将|编制|编写|以下[是为]|结合|总结)《?{_NAMED}{YEAR}[^，。；]{{0,12}}?{TOLD_OF}"
)
_TELLS = re.compile(
    rf"(?:^|[，。；,;]){_NAMED}(?:现?(?:将|就)|(?:现|特)?(?:向社会)?(?:各界|公众)?(?:公布|发布|公开)){YEAR}"
)
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
    r"(?:(?:发布|公开|发文|制作|编制|主办|报送|填报|报告|拟稿)(?:机构|机关|单位|部门)?|(?:单位|机关|机构|部门)名称)(?:（盖章）)?[:：|\]】]{0,2}(?P<name>[\u4e00-\u9fff（）()·]{3,30}?)"
    r"(?=(?:发文|成文|发布|公开|生成|索引|主题|文号|名称|时间|日期|有效)|[^\u4e00-\u9fff（）()·]|$)"
)
_SOURCE = re.compile(
    r"(?:来源|作者|供稿)[:：](?P<name>[\u4e00-\u9fff]{3,30}?)"
    r"(?=发布|时间|日期|浏览|字|作者|[^\u4e00-\u9fff]|$)"
)
_SITE = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,28})(?:政府)?门户网站$")
_CRUMB = re.compile(r"[>›»＞→/](?P<name>[\u4e00-\u9fff]{3,30})(?=[>›»＞→/])")
# Sentences, meta data and what portals print; 本机关 names nobody.
_NO_NAME = re.compile(
    "[，。、；：:|>\\[\\]【】]|[省市州县区旗党]委.*政府|我[局镇乡街委办厅县市区]|本单位|本机关"
    "|首页|打印|字号|浏览|分享|网站|附件|公开|报告|公告|现将|我单位|我机关|返回|顶部|电脑版|手机版|版权"
)
_OTHER_NAME = re.compile(r"[（(][^（()）]{2,20}[）)]$")  # 某经开区管委会（某商务区管委会）
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


def told(text: str, *, offices: bool = True) -> Iterator[str]:
    """Yield who makes or publishes the report by these words; an office stands for its body if `offices` do.

    >>> list(told("现将青山县水利局2022年度政府信息公开工作情况报告如下。"))
    ['青山县水利局']
    """
    return _named(text, (_BY, _CALLED, _PUBLISHES, _TELLS, _MAKES), offices)


def asked(text: str, *, offices: bool = True) -> Iterator[str]:
    """Yield whom a reader of the text is to ask."""
    return _named(text, (_ASK,), offices)


def on_page(line: str) -> str:
    """Return who published a page by a line of its meta data, or nothing."""
    return next(_named(line, (_META,), offices=False), "")


def source(line: str) -> str:
    """Return whom a line of meta data gives as the source of a page, or nothing."""
    return next(_named(line, (_SOURCE,), offices=False), "")


def site(line: str) -> str:
    """Return whose site a page is on by its first lines, or nothing."""
    return next(_named(line, (_SITE,), offices=False), "")


def on_path(line: str) -> Iterator[str]:
    """Yield the bodies on the path of a page, the innermost first."""
    return filter(is_body, reversed(_CRUMB.findall(line)))


def doing(paragraph: str) -> str:
    """Return the body with its place that a paragraph begins with, or nothing: 2022年，某区税务局认真贯彻…"""
    found = _DOES.match(paragraph)
    name = trimmed(found["name"]) if found else ""
    return name if has_place(name) and is_body(name) else ""


def trimmed(name: str) -> str:
    """Return a name without the words before the known place that it begins with.

    >>> trimmed("您现在看到的是青田县水利局"), trimmed("国家税务总局青田县税务局")
    ('青田县水利局', '国家税务总局青田县税务局')
    """
    named = next(named_bodies(name), name)
    before = name.removesuffix(named)
    return named if name.endswith(named) and not _PART_OF_NAME.search(before) else name


_PART_OF_NAME = re.compile(r"[省市县区州盟旗局部署院厅委会师团司行]|政府|国")


def is_body(name: str) -> bool:
    """Return whether a text can be the name of a body, with another in brackets or not."""
    body = _OTHER_NAME.sub("", name)
    return len(name) <= LONGEST_NAME and bool(BODY.fullmatch(body)) and not _NO_NAME.search(name)


def has_place(name: str) -> bool:
    """Return whether a name begins with a place, or is one of a ministry."""
    return bool(_WITH_PLACE.match(name))


def can_speak(name: str, text: str) -> bool:
    """Return whether a name can be what a text calls itself (我局, 我镇), if it does."""
    called = {word for word in _SELF.findall(text) if word in _KINDS}
    return not called or any(re.search(_KINDS[word], name) for word in called)


def _named(text: str, patterns: tuple[re.Pattern[str], ...], offices: bool) -> Iterator[str]:
    for pattern in patterns:
        names = (trimmed(found["name"]) for found in pattern.finditer(text))
        yield from filter(is_body, (_INNER_OFFICE.sub(r"\1", name) if offices else name for name in names))
