"""Which year and whose figures a stretch of prose speaks of."""

from __future__ import annotations

import re
from typing import NamedTuple

from nianbao.facts.fact import Reach, Relation
from nianbao.facts.kinds import HANDED_ON, OPEN_STILL
from nianbao.model import Report

# 较2022年增长29%，答复12件: a year that is only compared with says nothing of what follows
_YEAR = re.compile(r"(?P<since>自|从)?(?<![较比与同])(?P<year>20\d\d)年度?(?P<until>以来|至今|起)?")
_OTHER_YEAR = re.compile(
    r"去年(?!度?(?:结转|转入|转结|遗留|未办))|(?<!结转)(?<!转入)(?<!结转自)上一?年度?(?!度?[末底]?(?:没有|并?无|未有|不存在)?(?:结转|转|遗留|未|反映|存在|发现|年报|报告|问题|指出|提出的|初))|(?<!以)前年|往年(?!度?(?:结转|转|遗留|未))|(?<=[较比与同])同期|同期(?=相?比)|历史"
)
_CUMULATIVE = re.compile(
    r"历年|(?<!今年)(?<!年来)(?<!20\d\d年)以来|近[二两三四五六七八九十]年|[三四五六七八九十]年来|有史"
)
_SPAN = re.compile(  # 2021年至2023年三年间; 自2019年5月施行至2023年底
    r"(20\d\d)年?度?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:(?!结转|转入)[^，。；\d]){0,16}(?:至|到|[-—–~～]+)(?!\1)20\d\d年(?:度|底|末)?(?![1-9])"
)
_PART = re.compile(
    r"[上下]半年|季度|月份|每[年月周日]|[至到\-—–~～](?:[1-9]|1[01])月|(?:(?<![1十])[1-9一二三四五六七八九十]|1[01]|十一)月(?:[，底末]|(?:份)?(?:当月)?(?:收|受理|办结|答复|新收))|前[1-9一二三四五六七八九十]+个?月"
)
_PART_BEFORE = re.compile(  # 截至 6 月底，收到 12 件，办结 10 件
    r"(?:[上下]半年|季度|(?:(?<![1十])[1-9一二三四五六七八九十]|1[01]|十一)月(?:份|[底末]|\d{1,2}日)?)(?:止|为止)?，"
)
_CHANGE = re.compile(
    r"(?:增长|增加|增多|减少|下降|降低|上升|回落|增幅|降幅|净增|多出?|少|提高|上涨|递增|增"
    r"|减)(?:了|约|近|达|为)?$"
)
# 较上年分别减少1件和3件: the second figure is a difference too
_CHANGES_IN_TURN = re.compile(
    r"分别[^，。；\d]{0,8}(?:增长|增加|增多|减少|下降|降低|上升|回落|少|多)了?[^，。；]{0,20}[、和及与]$"
)
_COMPARED = re.compile(
    r"同比|环比|(?:[较比与]|(?<!连)同(?!时|步))[^，。；]{0,6}(?:去年|上一?年度?|往年|20\d\d年度?)(?!度?[末底]?(?:结转|转入|遗留))"
)
# 2019年结转 3 件 is a figure of 2020
_STOCK = re.compile(rf"[末底]?[尚仍还的]{{0,4}}(?:[结接]?转|继续|{HANDED_ON}|{OPEN_STILL})")
_INTO = re.compile(r"(?:结转|转入?|顺延|延)(?:至|到|入)?$")
_YEARS_IN_TURN = re.compile(r"20\d\d年度?[、和及与至](?:20\d\d年度?[、和及与]?){1,6}[^，。；]{0,12}分别")
_ALL_OF_IT = re.compile(r"^度?(?:全年|年内)")  # 2021年全年收到 9 件
# 较2022年（办结13件）多5件
_ASIDE = re.compile(r"(?:(?P<year>20\d\d)年度?|去年|上一?年度?)(?:同期)?（[^（）]*$")
_IN_BRACKETS = re.compile(r"（[^（）]*）")
# 累计制发35件，其中2023年制发6件: the first is not a figure of the year
_SO_FAR = re.compile(r"累计|目前|迄今|现已")
_OF_WHICH_NOW = re.compile(r"[，；（]其中，?(?:本年|今年|当年|(?P<year>20\d\d)年)")
_FROM = re.compile(r"(?:从|由)(?:(?:上一?年|去年|20\d\d年)度?[末底]?的?)?$")
_FROM_YEAR = re.compile(r"[从由][^，。；]{0,12}\d")
HAS_BECOME = re.compile(  # 从 30 件增加到 41 件
    r"(?:增|上升|提高|下降|减|降|升|变)[^，。；\d]{0,3}[至到为成](?:了|(?:今年|本年|20\d\d年)度?的?)?"
)
YEAR_THEN = re.compile(r"，(?:20\d\d年度?|本年度?|今年)(?:则?为|有)?")  # 2022年 9 件，2023年 7 件
_REACHED = re.compile(r"(?:至|到|达|为)$")
_WHOLE = re.compile(
    r"(?:全(?:[市区县省州盟旗]|系统)|各(?:部门|单位|乡镇?|镇|街道|级|县|区|地)|所属|下属|下级|[市县区省]直"
    r"|系统内)[^，。；]{0,16}?(?:收|受理|接|共|累计|办|答复|制|印发|作出|发生|被|公开|行政|申请|未|没有|无)"
)
# 全市收到 9 件，其中市直部门 5 件，各县区 4 件: parts of a whole
_MEMBERS = re.compile(
    r"(?:其中|[\d一二三四五六七八九十百千][件份条宗]次?[，、；])[^，。；]{0,6}"
    r"(?:各(?:县|市|区|乡|镇|街)|[市县区省州](?:直|本级)|县级|区级|乡镇|下属|下级|直属|分局|[市县区省州]政府部门)"
    r"[^，。；\d]{0,20}"
    # 市直部门中，最多的是教育局，收到 4 件
    r"|(?:[市县区省州]直|各|下属|所属)(?:部门|单位|机关|乡镇|街道)中，[^。；]{0,40}"
    # 规划部门一家收到 9 件
    r"|[\u4e00-\u9fff]{2,12}(?:一家|(?<![各本我直等关能作有个])部门)(?=共?(?:收到|受理|新收|办结))"
)
# 各县区新收 204 件: without the bodies of the city itself they are a part of its figure
_SUBORDINATES = re.compile(
    r"(?<!全[市县区省州])(?<![、和及与])各(?:乡镇?|镇|街道|县|市|区|地)(?![^，。；]{0,12}(?:部门|单位|机关))"
    r"[^，。；]{0,12}?(?:收|受理|接|办|答复)"
)
_OWN = re.compile(
    r"[市县区省州]本级|[市县区省州]政府(?:层面|自身|本身)|(?<!属于)(?![本我][\u4e00-\u9fff]{1,4}?(?:[不未]掌握|无法提供|未(?:制作|获取|保存)))(?:本(?:机关|局|镇|乡|街道|办|委|单位|部门|级|厅|院|中心|行政机关|政府|处|站|队)"
    r"|我(?:总|分|省|市|县|区)?(?:局|镇|乡|街道|办|委|单位|部门|厅|院|中心|队|处|站|所|机关))|政府办|办公[室厅]|局机关"
    r"|全(?:镇|乡|街道|局|委|厅)"
)
# 区政府办代表区政府受理 17 件: the table has the 95 of the whole district
_FOR_THE_WHOLE = re.compile(r"办(?:公[室厅])?代表?[^，。；]{0,8}政府")
_PLACE = re.compile(r"[我本][市县区省州旗]")
_BODY = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12}?(?P<kind>局|委员会|[镇乡村]|街道办事处|街道|中心|公司|学校"
    r"|医院|社区|大队|支队))"
    r"(?:共|累计|全年|本年度?|年内|分别|各|也|均|今年)*(?:收到|受理|新收|办理|办结|答复|制发|印发"
    r"|作出|被|未|没有)"
)
_PARTS = re.compile(r"其中[^；。]{0,120}；")  # 全县收到 9 件，其中县本级收到 2 件；结转 1 件
_WITHIN = (
    "便民服务中心",
    "执法队",
    "执法大队",
    "执法中队",
)  # a part of the body, whose figures the table has
_HIGHER = "市省"  # 市教育局 in the report of a district's 教育局
_LOWER = ("county", "township", "street")
_TIME_BEFORE = re.compile("^(?:今年|全年|年内|当年|本年度?)+")  # 今年街道受理 9 件
_SHORTEST_BODY = 3
_TAIL = 2  # the last characters of a name that tell a place apart: 邵岗 of 青铜峡市邵岗镇


def outside_brackets(prefix: str) -> str:
    """Return the words without what stands in closed brackets: 受理57件（去年63件），办结…"""
    return _IN_BRACKETS.sub("", prefix)


def of_item(prefix: str) -> str:
    """Return the words that hold for the last item of a list: 2023年，一是…；二是上年…；三是 has no 上年."""
    items = list(_ITEM.finditer(prefix))
    return prefix[: items[0].start()] + prefix[items[-1].start() :] if len(items) > 1 else prefix


_ITEM = re.compile(r"(?:^|[，；：。、])[一二三四五六七八九十]{1,2}是")


def relation(prefix: str, clause: str, after: str, year: int) -> Relation:
    """Return the time of a figure that `prefix` (its sentence so far, ending in `clause`) leads to.

    `after` are the words behind the figure.
    """
    if change := _as_change(prefix, clause, after, year):
        return change
    if _YEARS_IN_TURN.search(prefix):
        return Relation.OTHER_YEAR
    if _so_far(prefix, after, year):
        return Relation.CUMULATIVE
    named = _last(_YEAR, prefix)
    since = named is not None and (named["since"] or named["until"])
    if named and int(named["year"]) != year:
        apart = prefix[named.end() :]
        stock = _STOCK.match(apart) or _INTO.search(prefix[: named.start()])
        if since and "至" not in apart and not stock:
            return Relation.CUMULATIVE
        if not stock and not _back_to_this_year(_ALL_OF_IT.sub("", apart).replace("当年", "")):
            return Relation.OTHER_YEAR
    since_then = _last(_CUMULATIVE, prefix)
    this_year = named and int(named["year"]) == year
    if since_then and not this_year and not _back_to_this_year(prefix[since_then.end() :]):
        return Relation.CUMULATIVE
    part = _last(_PART_BEFORE, prefix)
    if _PART.search(clause) or (part and not _back_to_this_year(prefix[part.end() :])):
        return Relation.PART_OF_YEAR
    other = _last(_OTHER_YEAR, prefix)
    apart = prefix[other.end() :] if other else ""
    beside = _BESIDE.match(apart) or _back_to_this_year(apart)
    if other and not beside and not _compared_with(prefix, other.start()):
        return Relation.OTHER_YEAR
    return Relation.THIS_YEAR


def _as_change(prefix: str, clause: str, after: str, year: int) -> Relation | None:
    """Return the time of a figure that tells a change, or stands at one end of it; None of any other."""
    if _is_change(prefix, clause):
        return Relation.DIFFERENCE
    if (aside := _ASIDE.search(prefix)) and int(aside["year"] or 0) != year:
        return Relation.OTHER_YEAR
    if HAS_BECOME.fullmatch(clause) and (changed := _last(_FROM_YEAR, prefix)):
        named = _last(_YEAR, prefix[: changed.start()] + clause)
        return Relation.OTHER_YEAR if named and int(named["year"]) != year else Relation.THIS_YEAR
    return Relation.OTHER_YEAR if _FROM.search(clause) and HAS_BECOME.match(after) else None


def _is_change(prefix: str, clause: str) -> bool:
    if _CHANGE.search(clause) or _CHANGES_IN_TURN.search(prefix):
        return True
    return bool(_COMPARED.search(clause) and not _REACHED.search(clause))


def _so_far(prefix: str, after: str, year: int) -> bool:
    span = _last(_SPAN, prefix)
    if span and not _back_to_this_year(prefix[span.end() :]):
        return True
    part = _OF_WHICH_NOW.match(after)
    if part is None or int(part["year"] or year) != year or not _SO_FAR.search(prefix):
        return False
    return not _back_to_this_year(prefix)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=re.Match.start, default=None)


# 收费 9 万元，上年为 8 万元；作出…; 新收 9 件，上年 1 件，办结 8 件
_BESIDE = re.compile(r"度?(?:同期)?[则为是有共]{0,2}\d[^，。；]{0,12}；|度?\d{1,6}[件宗份起条]，")


def _back_to_this_year(text: str) -> bool:
    return bool(re.search(r"本年|今年|全年|年内|当年|本报告|其中本", text))


def _compared_with(prefix: str, start: int) -> bool:
    """Return whether the other year is only what this year is compared with: 较上年增长5%，收到12件."""
    return bool(re.search(r"[较比与同于]$", prefix[:start]))


class Subject(NamedTuple):
    """Who the words name, and where they end."""

    reach: Reach
    end: int


def reach(prefix: str, report: Report, before: Reach) -> Reach:
    """Return whose figure it is: the last body or area that the sentence names before it.

    Where it names none it goes on about whom the figures `before` it are of.
    """
    prefix = _PARTS.sub("；", prefix)
    found = [Subject(Reach.OTHER, each.end()) for each in _SUBORDINATES.finditer(prefix)]
    found += [Subject(Reach.WHOLE, each.end()) for each in _WHOLE.finditer(prefix)]
    found += [Subject(Reach.OTHER, each.end()) for each in _MEMBERS.finditer(prefix)]
    found += [Subject(Reach.OWN, each.end()) for each in _OWN.finditer(prefix)]
    found += [Subject(Reach.OTHER, each.end()) for each in _FOR_THE_WHOLE.finditer(prefix)]
    found += [_place(each, report) for each in _PLACE.finditer(prefix)]
    found += [_body(each, report) for each in _BODY.finditer(prefix)]
    return max(found, key=lambda subject: subject.end, default=Subject(before, 0)).reach


def _place(found: re.Match[str], report: Report) -> Subject:
    whole = report.authority.kind not in ("government", "functional_zone", "")
    return Subject(Reach.WHOLE if whole else Reach.UNSTATED, found.end())


def _abbreviates(name: str, whole: str) -> bool:
    """Return whether the last three characters of a name stand in turn in the whole one: 住建局."""
    letters = iter(whole)
    return all(letter in letters for letter in name[-_SHORTEST_BODY:])


def _body(found: re.Match[str], report: Report) -> Subject:
    core = _TIME_BEFORE.sub("", found["name"][: -len(found["kind"])])
    if _OWN.search(found["name"]):
        return Subject(Reach.OWN, found.end())
    names = f"{report.authority.name}{report.title}".replace("人民政府", "")  # 民政局 is no part of it
    if found["name"][0] in _HIGHER and report.authority.level in _LOWER:
        return Subject(Reach.OTHER, found.end())
    itself = (
        (core[-_TAIL:] or found["kind"]) in names
        or found["name"].endswith(_WITHIN)
        or _abbreviates(found["name"], names)
    )
    return Subject(Reach.UNSTATED if itself else Reach.OTHER, found.end())
