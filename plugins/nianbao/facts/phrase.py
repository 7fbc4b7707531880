"""A figure with the words around it: what the kinds are decided from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nianbao.facts.numbers import Quantity
from nianbao.facts.topics import APPLICATIONS, DECISIONS, DOCUMENTS, FOREIGN, IN_DISPUTE, NOT_OURS, Mark

_PIECE = re.compile(r"[，；（：]")
_END = re.compile(r"[，。；、：（）]")
_COUNTS = re.compile(r"(?:20\d\d年度?|本?年度?|全年|共计?|合计|总计|计|有|为|达|仅|凡|约|数量)*")
_OF_WHICH = ("的，", "者，", "申请，")
_ROW_ALONE = re.compile(
    r"(?:予以公开|部分公开|不予公开|不予处理|无法提供|不掌握|维持|纠正|审结|其他结果)(?:处理)?(?:的占[^，；：（）\d]{1,8})?，"
    r"|(?:国家秘密|禁止公开|一稳定”?|合法权益|内部事务(?:信息)?|过程性信息|执法案卷|查询事项|另行制作|不明确"
    r"|重复申请|出版物|反复申请|已获取信息)，|(?:自然人|企业|机构|组织)(?:申请)?(?:次之|最多|最少|居首|居次)，"
)
_JOINT = re.compile(r"加上?|减去?|扣除|等于|以及|[和与及]")
_CLOSED = re.compile(r"（[^（）]*）")
_ATTACHED = re.compile(
    r"(?:[^，；、：（）]{1,24}(?=[，；、])|[^，；、：（）]{0,16}(?:复议|诉讼)(?:案件)?(?=[和与及]))?"
)
_NEAR = 4  # characters between a figure and the noun it counts: 3件行政复议, 3件为行政复议
_CLOSE = 3
# 1 件涉及政府信息公开工作的行政复议: words between a figure and its noun that count for nothing
ABOUT = re.compile(r"(?:涉及|有关|关于|因)?(?:政府|政务)?信息公开(?:工作|方面|类)?(?:引[发起])?的?")
_REST = 40  # characters of what follows: enough for 、应诉案件 45 件，其中涉及政府信息公开


class Phrase(NamedTuple):
    """A quantity in its sentence.

    `prefix` is the sentence up to it, `before` what stands between the figure before it and itself,
    `clause` the last piece of that without brackets, `after` the text up to the next mark or figure, `rest`
    the beginning of all that follows. `topic` is what the words are about; `sure` says that the sentence
    itself names it. `topics` are the marks of `before`.
    """

    quantity: Quantity
    prefix: str
    before: str
    clause: str
    after: str
    rest: str
    topic: str
    sure: bool
    topics: tuple[Mark, ...]


def phrases(
    text: str, start: int, end: int, found: Sequence[Quantity], marks: Sequence[Mark], around: str
) -> Iterator[Phrase]:
    """Yield a phrase for each quantity of the sentence that is about something the tables count.

    `around` is the topic of what stands before the sentence.
    """
    if around in NOT_OURS and marks and all(mark.topic == APPLICATIONS for mark in marks):
        around = APPLICATIONS  # 共有自然人 3 件、法人 1 件，合计 4 件申请: the noun comes last
    since = start
    for number, quantity in enumerate(found):
        until = found[number + 1].start if number + 1 < len(found) else end
        if number:  # what hangs on the figure before (3 件由自然人提出、…) is not said of this one
            attached = _ATTACHED.match(text[since : quantity.start])
            since += attached.end() if attached else 0
        before = text[since : quantity.start]
        open_to = _masked(before) if "）" in before else before  # 办结（含上年结转）12 件
        cuts = [0, *(piece.end() for piece in _PIECE.finditer(open_to.rstrip("：（")))]
        if len(cuts) > 1 and _COUNTS.fullmatch(before, cuts[-1]) and _goes_on(before, cuts, first=not number):
            cuts.pop()
        cut = cuts[-1]
        stop = _END.search(text, quantity.end, until)
        after = text[quantity.end : stop.start() if stop else until]
        if not stop and until < end and (joint := _JOINT.search(after)):
            after = after[: joint.start()]  # 新收 9 件加上年结转 1 件: what follows names the next figure
        behind = ABOUT.match(after)
        near = quantity.end + (behind.end() if behind else 0) + _NEAR
        topic, sure = _topic(quantity, since + cut, quantity.end + len(after), start, near, marks, around)
        if topic not in ("", FOREIGN):
            own = tuple(mark for mark in marks if since <= mark.start < quantity.start)
            clause, rest = _CLOSED.sub("", before[cut:]), text[quantity.end : min(end, quantity.end + _REST)]
            yield Phrase(
                quantity, text[start : quantity.start], before, clause, after, rest, topic, sure, own
            )
        since = quantity.end


def _goes_on(before: str, cuts: Sequence[int], *, first: bool) -> bool:
    """因国家秘密不予公开的，共 3 件; 无法提供，1 件: the figure is of the piece before its comma."""
    piece = before[cuts[-2] : cuts[-1]]
    alone = before[cuts[-2] - 1] in "；：" if cuts[-2] else first  # else it tells of the figure before it
    row = (alone or cuts[-1] < len(before)) and _ROW_ALONE.search(piece)
    return piece.endswith(_OF_WHICH) or bool(row)


def in_turn(prefix: str) -> tuple[str, int] | None:
    """Return the names before 分别 and the place of the next figure among theirs; None without them.

    >>> in_turn("予以公开、部分公开分别为20件、")
    ('予以公开、部分公开', 1)
    """
    found = _IN_TURN.search(_CLOSED.sub("", prefix)) if "分别" in prefix or "依次" in prefix else None
    return (found["names"], len(AND.findall(found["figures"]))) if found else None


EACH = ("均", "均为", "均是", "都为", "都是")
AND = re.compile(r"[、和及与]")
_IN_TURN = re.compile(
    r"(?:^|[，；：。（])(?P<names>[^，；：。（）]{2,80}?)(?:，(?:处理决定|全年|本年度?|年内)?(?:数量|件数|总数)?)?"
    r"(?:分别|依次)(?:为|是|有|占|提出|提交|申请){0,2}(?P<figures>(?:[^，；。、和及与]{1,12}[、和及与]){0,8})$"
)


def _masked(text: str) -> str:
    """Return the text with as many other characters in the place of closed brackets."""
    return _CLOSED.sub(lambda bracket: "＿" * len(bracket[0]), text)


def _topic(
    quantity: Quantity, clause: int, after: int, start: int, near: int, marks: Sequence[Mark], around: str
) -> tuple[str, bool]:
    named = [mark for mark in marks if start <= mark.start < quantity.start]
    follows = next((mark for mark in marks if quantity.end <= mark.start < after), None)
    here = named[-1] if named and named[-1].start >= clause else None
    if follows and follows.topic != FOREIGN and follows.start <= near:
        noun = follows.topic in IN_DISPUTE | DOCUMENTS | DECISIONS
        if here is None or (noun and quantity.start - here.end > _CLOSE):
            return follows.topic, True
    if named:
        return named[-1].topic, True
    return around, False
