"""What stands beside the rows: 其他 behind a list, our own in brackets, cases dealt with otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import ASIDE, OPENED, RECEIVED
from nianbao.facts.numbers import CASE_UNITS
from nianbao.facts.phrase import Phrase


def own_or_other_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return the row or the column named 其他 that ends the list of those `said` before it.

    Brackets may tell how many of the figure before them are the body's own: 全县 52 件（我单位 9 件）.
    """
    if said and phrase.prefix.endswith(f"（{phrase.clause}") and _OUR_OWN.fullmatch(phrase.clause):
        return (said[-1],)
    if not said or not _OTHER.fullmatch(phrase.clause):
        return ()
    if said[-1].split(".")[0] == "other_outcome" and "other_outcome" in said:
        return ("other_outcome.other",)
    if {*_BESIDE_OTHER_OUTCOME} <= {
        group for kind in said for group in _OPENED.get(kind, (kind.split(".")[0],))
    }:
        return ("other_outcome",)
    told = [each.removeprefix("applicant.") for each in said if each.startswith("applicant.")]
    if said[-1].removeprefix("applicant.") not in told or not {*told} & {*_BESIDE_OTHER}:
        return ()
    unsaid = [each for each in _BESIDE_OTHER if each not in told]  # 其他 may be all of them
    return (f"{RECEIVED}@other|{'+'.join(('other', *unsaid))}",) if unsaid else ("applicant.other",)


_OTHER = re.compile(
    r"[、和及与]?(?:具体|均|皆|都|全部)?(?:为|是|属|属于)?其他(?:情形|情况|原因|类|类型|组织|机构|主体|申请人|单位)?(?:提出|提交|的|申请)*"
)
_OPENED = {OPENED: ("granted", "partially_granted")}
_BESIDE_OTHER_OUTCOME = ("granted", "partially_granted", "denied", "unable_to_provide", "not_processed")
_BESIDE_OTHER = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
)


_OUR_OWN = re.compile(
    r"(?:其中)?(?:[我本][\u4e00-\u9fff]{1,3}?|[市县区省州旗盟]?(?:人民)?政府办公?[室厅]?|[市县区省州]本级)"
    r"(?:自身|本身|收到|受理|新收|办理|为|有|共){0,3}"
)


def aside(phrase: Phrase) -> tuple[str, ...]:
    """Return the kind of a figure that finished cases may lack: 申请人撤回 9 件，答复 38 件."""
    told = phrase.quantity.unit in CASE_UNITS and _OTHERWISE.search(phrase.clause + phrase.after)
    of_whole = phrase.prefix.rfind("（") > phrase.prefix.rfind("）")  # 13 件（11 件网上申请，2 件信函申请）
    return (ASIDE,) if told and not (of_whole and _CHANNELS.fullmatch(told[0])) else ()


_CHANNELS = re.compile("线[上下]|网[上络]|信函|当面|邮寄")
_OTHERWISE = re.compile(f"撤回|撤销|补正|终止|放弃|退回|移送|转[送办]|并案|合并|{_CHANNELS.pattern}")
