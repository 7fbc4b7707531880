"""Which row of a group the reason tells that a sentence gives for it."""

from __future__ import annotations

import re

from nianbao.facts.kinds import OUTCOME_WORDS, Told
from nianbao.facts.phrase import Phrase

AND_OTHERS = "等"  # 因国家秘密等原因不予公开 3 件: the group, not the row
# 因信息不存在无法提供 4 件: a reason that is no row of the form tells only a part of the group.
_REASON = re.compile(r"(?:因|由于)(?!.*等|[各多种诸]{2}|其他|不同)[^，；：]{3,}$")


# 因不属于本机关掌握，告知无法提供 4 件
_REASON_BEFORE = re.compile(
    r"(?:^|[，；：。])(?:[^，；：。]{0,20}?(?P<led>因|由于|鉴于|涉及|经审查属于|属于|对(?!照|标)|(?<![部均都皆主])为(?!常态|例外|原则|数)|针对))?"
    r"(?P<why>[^，；：。\d]{2,60})，$"
)


_ANY = re.compile(
    r"(?:收到|受理|办理|全部|所有|上述|各类|的|(?:政府)?信息公开|依申请公开|申请人?|事项|要求|获取|公开|政府|信息"
    r"|自然人|个人|公民|法人|或?其他组织|商业|企业|科研机构|社会公益组织|法律服务机构|提出|提交)*"
)


def of_reason(phrase: Phrase, group: Told) -> str:
    """Return the row that the reason before a group names, "" where it names none, the group without one."""
    return "" if _REASON.search(phrase.clause, 0, group.start) else of_reason_before(phrase, group)


def of_reason_before(phrase: Phrase, group: Told) -> str:
    """Return the same for a group whose reason stands in the clause before: 因属国家秘密，对 4 件不公开."""
    found = _REASON_BEFORE.search(phrase.before[: len(phrase.before) - len(phrase.clause)])
    if found is None or _ANY.fullmatch(found["why"]):
        return group.kind
    told = [each for each in OUTCOME_WORDS.find(found["why"]) if each.kind.startswith(f"{group.kind}.")]
    if AND_OTHERS in found["why"][told[-1].end if told else 0 :]:  # but 后勤管理等三类内部事务 is one row
        return group.kind
    rows = {each.kind for each in told}
    itself = group.kind in {each.kind for each in OUTCOME_WORDS.find(found["why"])}  # 对能够区分处理的信息
    if not rows and (itself or not found["led"]):
        return group.kind
    return rows.pop() if len(rows) == 1 else ""
