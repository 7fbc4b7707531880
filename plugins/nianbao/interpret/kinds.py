"""What a document is where it is not, or not only, a report of these forms: said to people, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nianbao.forms import Form, squeeze
from nianbao.interpret.lines import CLOSING, Item
from nianbao.model import Note

_LAST_OLD_YEAR = 2018  # the year before the first form; reports then were free text with a local table
_TABLE_SECTIONS = (2, 3, 4)
_SHORT_SECTIONS = 200  # characters: a sentence or two may stand where the tables were
# Words of 《政府信息公开情况统计表》 and of local tables before it (spec §1.1); no later form has them.
_OLD_WORDS = (
    *(
        "指标名称",
        "计量单位",
        "历年累计",
        "统计指标",
        "统计数",
        "本期实际",
        "主动公开文件数",
        "主动公开信息数",
    ),
    *("主动公开政府信息数", "主动公开规范性文件数", "制发规范性文件总数", "政府公报公开", "政府网站公开"),
    *("政务微博公开", "政务微信公开", "受理依申请公开信息总数", "收到申请数", "申请办结数", "申请答复数"),
    *("对申请的答复", "当面申请数", "网上申请数", "同意公开答复数", "不同意公开答复数", "维持具体行政行为数"),
    *("被依法纠错数", "举报投诉数量", "收费减免金额", "专职人员数", "回应公众关注热点"),
)
_OLD_HEADINGS = (
    "收费及减免情况",
    "政府支出和收费",
    "咨询处理情况",
    "回应解读情况",
    "保障经费情况",
    "会议和培训情况",
)
_FEWEST_OLD_WORDS = 3
_FEWEST_OLD_HEADINGS = 2
_FIGURE = re.compile(r"\d\s*余?(?:件|条|项|次|份|宗|个|篇)")
_ADVERT = re.compile(
    r"(?=[b3新葡老足百博娱亚威赌太银皇万开乐伟华必投买彩ap棋成色无])"  # one test at most places, not thirty
    r"(?:bet\s?365|365\s?bet|新?葡京|老虎机|足彩网?|百家乐|博彩|娱乐城|亚博|威尼斯人|赌场|太阳城(?:集团|娱乐)|银河(?:娱乐|国际)"
    r"|皇冠(?:体育|现金|足球)|(?:万博|开云|乐鱼|伟德|华体会|必赢)(?:体育|官网|网站)?|投注(?:网|平台|官网)|买球(?:网|平台|官网)"
    r"|彩票(?:平台|官网|开户)|AG真人|PG电子|棋牌(?:官网|平台|游戏)|成人(?:影院|视频|电影|网站)|色情(?:网|视频|影片)|无码)",
    re.I,
)
# Police and townships report what they do against gambling.
_AGAINST = re.compile("打击|查处|查获|整治|取缔|收缴|销毁|禁|防范|抵制|涉[赌黄]|扫黄|宣传|案")


def form_note(items: Sequence[Item], year: int | None) -> Note:
    """Return why a document has no form: an older edition, other tables, pictures, or figures in prose."""
    text = "".join(squeeze(item.text) for item in items)
    rows = any(item.row for item in items)
    if (year and year <= _LAST_OLD_YEAR) or _is_old(text):
        when = (
            f"这是 {year} 年度的报告"
            if year and year <= _LAST_OLD_YEAR
            else "原文用的是 2018 年度及以前的统计表"
        )
        why = f"{when}，那时还没有全国统一的表格；统计表按文字收录，不填入现在的表格"
        return Note("older-edition", why)
    if rows:
        return Note("form-unknown", "原文的表格不能确定属于哪一种规定格式，按文字收录")
    inside = "".join(item.text for item in items if item.section in _TABLE_SECTIONS and not item.heads)
    heads = sum(item.heads in _TABLE_SECTIONS for item in items)
    if heads > 1 and len(inside) < _SHORT_SECTIONS and not _FIGURE.search(inside):
        why = "原文第二、三、四部分只有标题，没有表格（可能是图片），数字无法读取"
        return Note("tables-absent", why)
    if _FIGURE.search(text):
        return Note("free-form", "原文没有规定格式的表格，数字写在文字里；按文字收录，不填入表格")
    return Note("form-unknown", "原文中没有规定格式的表格")


def _is_old(text: str) -> bool:
    return (
        sum(word in text for word in _OLD_WORDS) >= _FEWEST_OLD_WORDS
        or sum(word in text for word in _OLD_HEADINGS) >= _FEWEST_OLD_HEADINGS
    )


def kind_notes(
    items: Sequence[Item], form: Form | None, forms: Mapping[str, Form], year: int | None
) -> Iterator[Note]:
    """Yield what is unusual about a document as a whole."""
    advert = next((item for item in items if _advertises(item.text)), None)
    if advert:
        found = "、".join(dict.fromkeys(_ADVERT.findall(advert.text)))
        text = f"网页可能被篡改或是仿冒的（文中有“{found}”等广告），内容不可靠；请另找官方网站的原件"
        yield Note("page-hijacked", text, advert.at)
    if form is None:
        yield form_note(items, year)
        return
    due = next((each for each in forms.values() if year and each.years[0] <= year <= each.years[1]), form)
    if due.id != form.id:
        yield Note(
            "form-of-other-year", f"报告年度是 {year} 年，应当用{due.name}，原文的表格用的是{form.name}"
        )
    last = max((item.heads for item in items), default=0)
    if 0 < last < CLOSING:
        text = f"原文到第{'一二三四五六'[last - 1]}部分为止，后面的部分不在原件中，文件可能不完整"
        yield Note("source-cut", text, items[-1].at)


def _advertises(text: str) -> bool:
    """Return whether a text names a gambling or adult site, in a sentence that does not fight them."""
    return bool(_ADVERT.search(text)) and any(
        _ADVERT.search(sentence) and not _AGAINST.search(sentence) for sentence in re.split("[。；;]", text)
    )
