"""Which figure about licences, penalties or compulsion a phrase states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.phrase import Phrase, in_turn
from nianbao.facts.topics import DECISIONS, marks

_NO_DECISION = re.compile(
    r"立案|(?<!准予[或和、])不予行政|免[予于]|减轻|公开|公示|公布|发布|信息|事项|目录|项目|双公示|罚款|罚没|金额|案卷|听证|申请|受理|减少|取消"
    r"|下放|承接|清单|案例|数据"
    r"|录入|归集|上传|窗口|审批(?!决定)|程序"
)
# 落实公示制度，行政处罚 3 件: the rule that is kept is not what is counted
_RULE_KEPT = re.compile(
    r"^[，；]?(?:严格|认真|全面)?(?:落实|按照|根据|执行|推行|健全|完善|依据)[^，；\d]{2,30}，"
)
_MADE = re.compile("[作做]出|实施(?=行政)|表[中内二]")
_OF_YEAR = re.compile("全年|年内|本年")
_FINISHED = re.compile("(?<=办结行政许可)事项")
_COUNTED = re.compile(r"行政(?:许可|处罚|强制)(?:处理|措施)?决定")
_ALL_SHOWN = re.compile(r"(?:均|都|已?全部)(?!为)|的公[开示]")  # 3 件均已公示
_MADE_AND_SHOWN = re.compile(r"(?<=[作做]出)并(?:依法|及时)?(?:公开|公示|公布)")
_YEAR = re.compile(r"20\d\d年")
_SHOWN_BEFORE = re.compile(  # 主动公开行政许可决定 191 件，行政处罚决定 9 件
    r"(?<!出并)公[开示布](?:了|各类|各项)*行政(?:许可|处罚|强制)[^，；。作\d]{0,8}\d[^；。作]*$"
)
_HEADER = re.compile("本年度?处理决定数量?")  # as the form names the column
PRIOR_ITEMS = "items_prior_year"
_PRIOR = re.compile(  # 行政许可上一年项目 9 项, which the form of 2019 counts beside the year's decisions
    r"(?:上一?年|去年)度?的?(?:行政(?:许可|处罚|强制|事业性?收费))?(?:事项|项目)?(?:数量|共|为|有|是){0,2}$"
)
EACH = re.compile(r"均|各|都")


def decision_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of a figure of decisions; none where it counts items or what was shown.

    `said` are the kinds that its sentence has stated before it.
    """
    if found := in_turn(phrase.prefix):
        topics = [mark.topic for mark in marks(found[0]) if mark.topic in DECISIONS]
        return (f"{topics[found[1]]}.decisions",) if found[1] < len(topics) else ()
    named = list(dict.fromkeys(mark.topic for mark in marks(phrase.clause) if mark.topic in DECISIONS))
    if len(named) > 1 and not re.search(r"\d", _YEAR.sub("", phrase.before)):
        # 行政许可、行政强制 0 件: none of both is none of each
        together = bool(phrase.quantity.value) and not EACH.search(phrase.clause)
        return () if together else tuple(f"{each}.decisions" for each in named)
    told = phrase.topics or phrase.after.startswith("行政") or _goes_on(phrase)
    if not told:
        return ()
    if _HEADER.search(phrase.clause):
        return (f"{phrase.topic}.decisions",)
    if _SHOWN_BEFORE.search(phrase.prefix):
        return ()
    counted = _COUNTED.match(phrase.after)
    # 依法公示信息，作出行政处罚决定 3 件; 推进执法公示，全年行政处罚 3 件
    of_year = counted or _MADE.search(phrase.clause) or _OF_YEAR.search(phrase.clause)
    words = _MADE_AND_SHOWN.sub("", phrase.clause) if of_year else _RULE_KEPT.sub("", phrase.before)
    words = _FINISHED.sub("", words)
    after = phrase.after[counted.end() :] if counted else phrase.after
    if _ALL_SHOWN.match(after):
        words += phrase.prefix.rpartition("，")[2]  # 行政处罚信息 9 件、行政许可 2 件均已公开
    elif _NO_DECISION.search(after):
        return ()
    if phrase.quantity.unit in ("项", "个") and _PRIOR.search(phrase.clause):
        return (f"{phrase.topic}.{PRIOR_ITEMS}",)
    # 许可决定数量 450 项，处罚 12 项: decisions, where one of them is called so
    decided = "决定" in phrase.clause or bool(said and said[-1].endswith(".decisions"))
    if (phrase.quantity.unit == "项" and not decided) or _NO_DECISION.search(words):
        return ()
    return (f"{phrase.topic}.decisions",)


def _goes_on(phrase: Phrase) -> bool:
    """行政许可上一年为 24 项，全年作出处理决定 178 件: the sentence is about one kind of decisions alone."""
    named = {mark.topic for mark in marks(phrase.prefix)}
    return named == {phrase.topic} and bool(_DECISION_NUMBER.fullmatch(phrase.clause))


_DECISION_NUMBER = re.compile(
    r"(?:20\d\d年度?|全年|本年度?|年内|共|计|合计){0,3}(?:[作做]出)?(?:处理)?决定(?:数量?|数|件数|总数)?[共为：]{0,3}"
)


def shown(phrase: Phrase, kind: str) -> bool:
    """Return whether decisions may be those that were shown: 推进执法公示，全年行政处罚 3 件."""
    told = _MADE.search(phrase.clause) or _COUNTED.match(phrase.after)
    before = _RULE_KEPT.sub("", phrase.before)
    return kind.endswith(".decisions") and not told and bool(_NO_DECISION.search(before))
