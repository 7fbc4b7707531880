"""Which figures count a part of the applications only: one channel, one subject, one office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.channels import counts_one_channel, goes_on_with_channels
from nianbao.facts.kinds import HANDLED, PROCESSED, RECEIVED
from nianbao.facts.outcomes import STEP
from nianbao.facts.phrase import Phrase

_SUBJECT_MATTER = re.compile(
    r"涉及(?![^，；]{2,40}的(?:政府信息公开)?申请共$)|主要(?:是|为|涉及|集中|反映)|内容|(?:方面|领域)(?!的(?:政府信息公开)?申请共$)|(?<![三四各])类(?:信息)?(?:申请)?$|关于|占"
)


def counts_part(phrase: Phrase) -> bool:
    """Return whether a figure counts a part only: by channel, by subject, by office or by a step taken."""
    return (
        _in_parts(phrase)
        or counts_one_channel(phrase.clause, phrase.prefix, phrase.rest)
        or bool(STEP.search(phrase.clause) or _SUBJECT_MATTER.search(phrase.clause))
        or bool(_ONE_OF_TWO.search(phrase.clause))
        or _is_step(phrase.after)
        or len(_TO.findall(phrase.prefix + phrase.rest)) > 1
    )


def is_part_of_said(phrase: Phrase, said: Sequence[str], kinds: tuple[str, ...]) -> bool:
    """Return whether a figure of the flows `kinds` is a part, or a companion, of one before it."""
    return _is_part(phrase, said, kinds) or _of_another(phrase, said, kinds)


def _of_another(phrase: Phrase, said: Sequence[str], kinds: tuple[str, ...]) -> bool:
    """议事 31 件、办结 29 件: what the first figure counts is no application, so neither does the second."""
    goes_on = phrase.clause.startswith("、") and phrase.before != phrase.prefix
    return goes_on and not said and not phrase.sure and kinds == (PROCESSED,)


def _is_step(after: str) -> bool:
    """对收到的 9 件申请逐件评查 counts them all, 9 件申请征求第三方意见 a part."""
    return bool(STEP.search(after)) and not _EVERY.search(after)


_EVERY = re.compile(r"逐[件条一]|全部|均")


def _is_part(phrase: Phrase, said: Sequence[str], kinds: tuple[str, ...]) -> bool:
    """受理 41 件，其中本机关办理 9 件: a part of the whole; but 其中本年新收 40 件 is a figure of its own."""
    part = "其中" in phrase.prefix and {*kinds} <= {RECEIVED, HANDLED}
    whole = not phrase.sure or not {RECEIVED, HANDLED}.isdisjoint(said)  # stated before, or in this sentence
    return part and whole and not _NO_PART.search(phrase.clause)


# 以区政府名义答复 12 件，以办公室名义 3 件; 上级转办 2 件，直接收到 5 件; 撤回 2 件，实际办理 5 件: parts
_ONE_OF_TWO = re.compile(r"以.{1,20}名义|(?:直接|自行|实际)(?:收到|受理|接收|办理)")


_SOME = re.compile("[另还尚仍]?有")  # 有 9 件申请，其内容属于…


def _in_parts(phrase: Phrase) -> bool:
    """以网络为主、信函为辅，分别收到 9 件和 5 件: neither is the whole."""
    if _SOME.fullmatch(phrase.clause) and phrase.after.startswith("申请"):
        return True
    if goes_on_with_channels(phrase.prefix, phrase.clause):
        return True
    if phrase.before != phrase.prefix and _THEIR_VERB.search(phrase.before):
        return True
    return "分别" in phrase.clause and bool(_AND_ANOTHER.match(phrase.rest))


_THEIR_VERB = re.compile(  # 3 件申请均已答复：2 件公开: the verb is said of the figure before
    "(?:^|，)(?:(?:政府信息公开|依申请公开|信息公开)?申请|[均都全皆已])[^，；：。]{0,40}：$"
)
_AND_ANOTHER = re.compile(r"[、和及与][^，；。\d]{0,8}\d")
_TO = re.compile(r"向[^，；]{1,16}提出")  # 收到向县政府提出的 6 件，向我办提出的 4 件
_NO_PART = re.compile(r"其中[^，；]{0,20}(?:新|年)|^(?:本年度?|当年|年内)?新|全[市县区省州盟旗]|各|系统")
