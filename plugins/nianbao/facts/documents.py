"""Which figure about rules and normative documents a phrase states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nianbao.facts.phrase import AND, EACH, Phrase, in_turn
from nianbao.facts.topics import DOCUMENTS, marks

SHOWN = "disclosed"  # 公开 9 件: this year, or all that are on the site
_VERBS = (
    ("repealed", re.compile(r"废止|“废”")),
    ("in_force", re.compile(r"现行有效|继续有效|保留|有效(?=[^，；]{0,6}规[章范])|^、?有效$|存量")),
    ("total_disclosed", re.compile(r"公开[^，；]{0,10}总[数量计]|公开总|累计(?:对外)?公开|对外公开的")),
    ("newly_disclosed", re.compile(r"新公开")),
    (SHOWN, re.compile(r"(?<!新)公开")),
    ("issued", re.compile(r"制发|新增(?=行政规范性|规范性|规章)|印发|制定|出台|发布|颁布|新制|制作|“立”")),
)
_NOUN = re.compile(r"(?:行政)?规范性文件|(?:政府)?规章")
_IN_FORCE = re.compile("(?:现行|继续|仍然?)有效")
_LEFT_OF = re.compile(r"中，?(?:尚|仍|还|共)?有$")  # 现行有效的 20 件中尚有 3 件
_NO_DOCUMENTS = re.compile(
    r"修改|修订|征集|草案|意见|清理|审查|审核|备案|评估|(?<!配发)解读|失效|宣布(?!废止)|名义|拟|征求|报送|学习|汇编|起草|党内"
    r"|党委|审议|合法性|政策"
)
_CHECKED = re.compile(
    r"经?(?:合法性)?(?:审核|审查|审议|备案)(?:并|后|通过并|通过后)(?=制发|印发|出台|制定|发布)|清理后(?=[^，；]{0,4}(?:保留|有效|对外公开))"
    r"|清理(?:后|情况：?)?(?=[^，；：]{0,6}废止)|以[^，；\d]{2,16}名义"
)  # 审核并制发 3 件
IN_FORCE = ".in_force"  # of all years: 历年现行有效
MADE_AND_SHOWN = "made_and_shown"  # 制定并公开: which of the two is meant is not told
_DETAIL = re.compile(r"公开[^。；]{0,60}（[^）]{0,60}$")  # 公开规章 13 件（含制定 5 件，废止 4 件）
# 县政府办公室制发 3 件; 县政府规范性文件 26 件、部门规范性文件 5 件: not all that the table counts
_ONE_MAKER = re.compile(
    r"(?<![、和及与])(?<![、和及与][县市区州省旗])政府办(?:公[室厅])?(?:名义)?(?:[共也]|全年|本年度?)*(?:制发|印发|出台|制定|发布)|部门规范性文件"
)
_OTHER_MAKER = re.compile(r"[、和及]部门规范性文件")
_OF_YEAR = re.compile(r"[全本当今]年|年[内末底]|20\d\d年")
_SWEPT = re.compile(r"清理|梳理")  # what a clean-up kept and repealed is not the year's whole


def document_kinds(phrase: Phrase, said: Sequence[str]) -> tuple[str, ...]:
    """Return the kind of a figure of documents; none where it counts what was checked, shown or swept.

    `said` are the kinds that its sentence has stated before it.
    """
    # 开展清理，全年废止 2 件; 开展清理，废止规范性文件 3 件: the clean-up is not what is counted
    kept = bool(_IN_FORCE.search(phrase.clause)) or phrase.before.endswith("（现行有效）")
    of_year = kept or bool(_OF_YEAR.search(phrase.clause))
    named = "废止" in phrase.clause and bool(marks(phrase.clause) or "文件" in phrase.clause)
    issued = bool(_ISSUED.fullmatch(phrase.clause))  # 建设解读专栏，发布规范性文件 3 件
    words = _CHECKED.sub("", phrase.clause if of_year or named or issued else phrase.before)
    noun = _NOUN.match(phrase.after)  # 3 件规范性文件以文字解读为主
    behind = _NO_DOCUMENTS.match(phrase.after, noun.end()) if noun else _NO_DOCUMENTS.search(phrase.after)
    if _NO_DOCUMENTS.search(words) or behind or _LEFT_OF.search(words):
        return ()
    if _ONE_MAKER.search(phrase.prefix) or _OTHER_MAKER.search(phrase.rest):
        return ()
    if _DETAIL.search(phrase.prefix) or _rules_and_documents(phrase):
        return ()
    if phrase.clause.endswith(EACH):  # 规章制发、废止均为零
        return tuple(f"{phrase.topic}.{name}" for name in dict.fromkeys(_verbs(phrase.clause)))
    of_these = _verb(phrase.prefix) if phrase.clause.startswith("其中") else ""  # 印发文件 86 份，其中
    verb = (
        _verb_in_turn(phrase)
        or _verb(phrase.clause)
        or _verb_behind(phrase, said)
        or _verb(phrase.before)
        or of_these
    )
    if (
        verb not in ("issued", "repealed")
        and not named
        and not of_year
        and _SWEPT.search(_CHECKED.sub("", phrase.prefix))
    ):
        return ()
    if not verb and said and "." in said[-1] and said[-1].split(".")[0] in DOCUMENTS:
        verb = said[-1].split(".")[1] if phrase.topics else ""
    return (f"{phrase.topic}.{verb}",) if verb else ()


def swept(phrase: Phrase, kind: str) -> bool:
    """Return whether documents repealed may be those of a clean-up, more than the table counts."""
    return (
        kind.endswith(".repealed")
        and bool(_SWEPT.search(phrase.prefix))
        and not _OF_YEAR.search(phrase.clause)
    )


def _rules_and_documents(phrase: Phrase) -> bool:
    """Return whether the figure is of both kinds together: 现行有效规章和行政规范性文件共 185 件."""
    start = phrase.quantity.start - len(phrase.before)
    kinds = [mark for mark in phrase.topics if mark.topic in DOCUMENTS]
    return any(
        first.topic != last.topic
        and bool(_BOTH.fullmatch(phrase.before[first.end - start : last.start - start]))
        for first, last in pairwise(kinds)
    )


_BOTH = re.compile(r"[、和及与或](?:行政)?")


def _verb_in_turn(phrase: Phrase) -> str:
    """制发、废止、现行有效分别为 3 件、1 件、20 件: the verb by the place of the figure."""
    found = in_turn(phrase.prefix)
    verbs = [_verb(name) for name in AND.split(found[0])] if found else []
    return verbs[found[1]] if found and all(verbs) and found[1] < len(verbs) else ""


def _verb_behind(phrase: Phrase, said: Sequence[str]) -> str:
    """9 件规范性文件现行有效，另有 2 件在当年废止: what the clause says behind the figure."""
    found = _BEHIND.fullmatch(phrase.after)
    goes_on = said and said[-1].split(".")[0] == phrase.topic
    return _verb(found["verb"]) if found and (found["noun"] or goes_on) else ""


_ISSUED = re.compile("(?:共|累计|新)?(?:制发|印发|出台|制定|发布)(?:了)?(?:行政)?规范性文件")
_BEHIND = re.compile(
    r"(?P<noun>(?:行政)?规范性文件|(?:政府)?规章)?(?:[于在]?(?:本年度?|当年|年内|全年)内?)?(?:被|予以)?"
    r"(?P<verb>(?:现行|继续|仍然)?有效|制发|印发|出台|制定|废止)"
)


def _verb(text: str) -> str:
    names = _verbs(text)
    if "issued" in names and SHOWN in names and "newly_disclosed" not in names:
        return MADE_AND_SHOWN
    return names[-1] if names else ""


def _verbs(text: str) -> list[str]:
    """Return what the verbs of a text tell, in printed order."""
    return [
        name
        for _, name in sorted((each.end(), name) for name, verb in _VERBS for each in verb.finditer(text))
    ]
