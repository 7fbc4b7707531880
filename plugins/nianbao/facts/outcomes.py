"""Which outcome or which kind of applicant a phrase counts: parts of the applications."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nianbao.facts.kinds import (
    APPLICANT_WORDS,
    EVERYBODY,
    FLOW_WORDS,
    HANDLED,
    OPENED,
    OUTCOME_WORDS,
    PROCESSED,
    STOCK_WORDS,
    Told,
    Vocabulary,
    single_rows,
)
from nianbao.facts.phrase import AND, EACH, Phrase, in_turn
from nianbao.facts.reasons import AND_OTHERS, of_reason, of_reason_before

STEP = re.compile(
    r"延期|延长|补正(?!后)|征求|转送|撤回|撤销|协调|会商|论证|咨询|移送|(?<!结)转办|退回|更正|投诉|举报"
    r"|公文|调阅|逾期|超期"
    r"|更改|补充|第三方意见|主动公开|已公开|不属于|不存在|受理通知|办理单|工作日|说明|解释|指引"
    r"|引导|辅导|接待|指导|督促|协助|帮助|监督|跨年|牵头|会同|抽查|抽取|不规范|不当|评查|复核|情况表|统计表|送达|模板|范本"
)
OUTCOME_KINDS = frozenset((*OUTCOME_WORDS.kinds, OPENED))


def part_kinds(phrase: Phrase) -> tuple[str, ...]:
    """Return an outcome or a kind of applicant: before the figure (自然人 5 件) or after it."""
    if (given := _by_place(phrase)) is not None:
        return given
    if _counts_names(phrase):
        return ("",)
    mainly = _MAINLY.search(phrase.prefix)
    before = (mainly[1] or mainly[2] or mainly[3]) if mainly else phrase.clause  # 以自然人为主，共 9 件
    if _BOTH_OPENED.search(phrase.prefix[-_LAST_WORDS:]):
        return (OPENED,)
    found = _told(OUTCOME_WORDS, phrase, before) or _told_by_sentence(phrase, before)
    return found or _told(APPLICANT_WORDS, phrase, before)


def _counts_names(phrase: Phrase) -> bool:
    """予以公开与部分公开两项合计 9 件: the two are the outcomes just named."""
    named = {each.kind for each in OUTCOME_WORDS.find(phrase.clause)}
    return phrase.quantity.unit in ("项", "个") and len(named) == phrase.quantity.value > 1


def _told(vocabulary: Vocabulary, phrase: Phrase, before: str) -> tuple[str, ...]:
    """Return the kind that the words right before the figure tell, else those right after it."""
    told = [each for each in vocabulary.find(before) if not is_everybody(each, before, phrase)]
    if not told:
        return _told_behind(vocabulary, phrase)
    named = _only(told, before)
    if named is None and vocabulary is OUTCOME_WORDS and before.endswith(EACH):
        return single_rows([each.kind for each in told])  # 国家秘密、内部事务不予公开的均为 0 件
    if named is None or STEP.search(before[told[-1].end :]) or before.startswith(_AND_THE_REST, named.end):
        return ("",)  # named twice over: not a figure of any one of them
    if vocabulary is APPLICANT_WORDS:
        return _applicant(phrase, named)
    return (of_reason(phrase, named) if "." not in named.kind else named.kind,)


_AND_THE_REST = ("等其余", "等其他")  # 国家秘密等其余四种情形的 9 件


def _told_behind(vocabulary: Vocabulary, phrase: Phrase) -> tuple[str, ...]:
    after = _SUCH_AS.sub("为", _NOUN.sub("", phrase.after))  # 2 件申请因不掌握等原因无法提供
    kinds = {each.kind for each in vocabulary.find(_said_behind(phrase))}
    reason = after.startswith(("因", "由于"))
    if len(kinds) > 1 and (reason or len({kind.split(".")[0] for kind in kinds}) > 1):
        return _reason_behind(vocabulary, after)
    if _AMONG_THESE.match(after):  # 新收的 9 件申请中自然人 5 件
        return ()
    belongs = _OURS.match(after) or _BELONGS.match(after)
    near = AFTER + belongs.end() if belongs else AFTER
    named = _only([each for each in vocabulary.find(after) if each.start <= near], after)
    if named is None or STEP.search(after[named.end :]):
        return ()
    if "." in named.kind and after.startswith(AND_OTHERS, named.end):
        return ("",)  # 其余 9 件属于重复申请等情形
    if vocabulary is OUTCOME_WORDS and "." not in named.kind:
        return (of_reason_before(phrase, named),)  # 因涉及国家秘密，我委对 4 件作出不予公开决定
    return _applicant(phrase, named) if vocabulary is APPLICANT_WORDS else (named.kind,)


def _told_by_sentence(phrase: Phrase, before: str) -> tuple[str, ...]:
    """Return the outcome that the rest of the sentence tells, where the clause tells none."""
    if _ENDED.search(before) and (row := _only(OUTCOME_WORDS.find(phrase.before), phrase.before)):
        return (row.kind,)  # 申请人逾期不补正，视为放弃申请 10 件
    if _OPENED.fullmatch(before) and (phrase.sure or _NOT_ALL_OPENED.match(phrase.rest)):
        return ("granted",)
    became = _BECAME.match(phrase.rest)
    named = _only(OUTCOME_WORDS.find(became[0]), became[0]) if became else None
    return (named.kind,) if named else ()


def _by_place(phrase: Phrase) -> tuple[str, ...] | None:
    """Return what the place of the figure tells: in brackets before it, or in a list of names; or None."""
    row = _row_in_brackets(phrase)
    return (row,) if row else _in_turn(phrase)


def _row_in_brackets(phrase: Phrase) -> str:
    """不予公开（属于国家秘密）3 件: the row that the brackets before the figure name, and no other."""
    found = _BRACKETS.search(phrase.before)
    rows = {each.kind for each in OUTCOME_WORDS.find(found[1]) if "." in each.kind} if found else set()
    return rows.pop() if len(rows) == 1 else ""


_BRACKETS = re.compile(r"（([^（）]*)）$")


def _in_turn(phrase: Phrase) -> tuple[str, ...] | None:
    """予以公开、部分公开、不予公开分别为20件、10件、3件: each figure by its place; None elsewhere."""
    found = in_turn(phrase.prefix)
    if found is None:
        return None
    names, place = found
    for vocabulary in (OUTCOME_WORDS, APPLICANT_WORDS):
        told = [each.kind for each in vocabulary.find(names) if each.kind != EVERYBODY]
        if len(told) == len(AND.split(names)) and place < len(told):
            return (told[place],) if vocabulary is OUTCOME_WORDS else (f"applicant.{told[place]}",)
    rows = [single_rows([each.kind for each in OUTCOME_WORDS.find(name)]) for name in AND.split(names)]
    if place < len(rows) and all(len(row) == 1 for row in rows):
        return rows[place]  # 重复申请、信访类两种不予处理情形分别为 9 件、1 件
    flows = [STOCK_WORDS.find(name) or FLOW_WORDS.find(name) for name in AND.split(names)]
    if all(flows) and place < len(flows):  # 本年新收、上年结转的申请分别为 9 件、1 件
        return (flows[place][-1].kind,)
    return ("",) if place else None


_LAST_WORDS = 24  # characters
_ENDED = re.compile(r"不再处理|视为放弃|终止")
_NOT_ALL_OPENED = re.compile(r"[、，](?:部分公开|不予?公开)")  # 其中公开 3 件、部分公开 2 件
_BECAME = re.compile(  # 9 件申请所涉信息属于可以公开的范围，予以公开
    r"(?:政府信息公开|依申请公开)?申请(?:[^，；。\d]{2,48}(?:，[需须且属因经][^，；。\d]{2,20})?|，(?:因|由于|经)[^；。\d]{2,48})，(?:依法|决定|告知|均|已|我.|本..?)*"
    r"(?:予以公开|部分公开|不予公开|无法提供|不予处理|不再处理)(?=[，；。]|处理|答复|$)"
)
_BOTH_OPENED = re.compile(
    r"(?<!不予)(?<!主动)(?<![件份条宗例起]予以)(?:公开|全部)(?:类|的|决定|答复)*(?:[和与及或、]|以及|（(?:含|包括|其中)?)部分公开(?:类|的|决定|）|情况|[两二][项者]|合计|总计|共计?|相加|为|有|申请)*$"
)


_MAINLY = re.compile(
    r"(?:以([^，；。]{2,10})为主|(?:全部|均|都)(?:[为是由]|来自)([^，；。]{2,10}?)(?:提出)?|([^，；。、]{2,14}?)的?(?:最多|最少|[较居]多|最大|最高))，(?:本年|全年|新收|提出|共计?|有|计|为|达)*$"
)


def _said_behind(phrase: Phrase) -> str:
    """Return what the clause says behind the figure, up to the next one."""
    found = _BEHIND.match(phrase.rest)
    return found[0] if found else ""


def _reason_behind(vocabulary: Vocabulary, after: str) -> tuple[str, ...]:
    """9 件因不掌握等原因无法提供 tells one kind, 9 件分别按部分公开、不予公开处理 none."""
    named = _only(vocabulary.find(after), after)
    return (named.kind if named and after.startswith(("因", "由于")) else "",)


_SUCH_AS = re.compile(  # 为高校等科研机构申请
    r"^(?:为|是|系|由|来自|属于)[^，；。\d]{2,8}等(?=[^，；。\d]{2,8}(?:机构|组织|企业|事项))"
)
_NOUN = re.compile("^(?:政府信息公开|依申请公开)?申请(?=因|由于)|^的?(?:办理|处理|答复)结果(?=[为是])")
_BEHIND = re.compile(r"[^，；。（）\d]*(?!\d)")
_OPENED = re.compile(r"(?:其中|，|、|：){0,4}(?:已|同意)?公开")  # 共答复 5 件，其中公开 3 件
_OURS = re.compile(
    "(?:属于|因|为)?[本我](?:机关|单位|部门|局|镇|乡|街道|办|委)"
)  # 9 件属于本机关不掌握的信息
_AMONG_THESE = re.compile(
    r"(?:政府信息公开|依申请公开)?(?:申请|答复|案件)?[中里内]|与[^，。；]{2,24}[有相]关"
)
_BELONGS = re.compile(
    r"(?:(?:新收的?)?(?:依申请公开)?(?:政府信息公开|政府信息)?申请的?)?(?:所涉|内容|事项|信息|所申请){0,3}"
    r"(?:作出|答复|告知|属于|涉及|因|系|为|是|由|来自|需要?){1,2}(?:《条例》)?(?:规定的)?(?:申请人)?(?:无正当理由)?"
)  # 9 件申请的内容属于执法案卷
AFTER = 4  # 5 件予以公开, 5 件决定予以公开


def is_everybody(told: Told, text: str, phrase: Phrase) -> bool:
    """收到公民申请 10 件 tells no kind of applicant; beside others 公民 is one of them."""
    if told.kind != "natural_person" or text[told.start : told.end] != "公民":
        return told.kind == EVERYBODY
    return not _OTHERS.search(phrase.prefix + phrase.rest)


_OTHERS = re.compile("法人|企业|机构|组织|单位申请")


def _applicant(phrase: Phrase, named: Told) -> tuple[str, ...]:
    """Return the kind of applicant, unless the words name others beside it."""
    if _AND_OTHER_BODIES.match(phrase.clause[named.end :] if named.end <= len(phrase.clause) else ""):
        return ("",)
    if stock := STOCK_WORDS.find(phrase.clause):
        return (f"{stock[-1].kind}@{named.kind}",)
    flows = {each.kind for each in FLOW_WORDS.find(phrase.clause)}
    return (
        (f"{PROCESSED}@{named.kind}" if PROCESSED in flows else "",)
        if flows & {PROCESSED, HANDLED}
        else (f"applicant.{named.kind}",)
    )


# 由企业、律所等组织提出 9 件
_AND_OTHER_BODIES = re.compile(r"[^，；]{0,10}等(?:各类|其他|有关)?(?:组织|机构|单位|法人|主体|团体)")


def _only(told: Sequence[Told], clause: str) -> Told | None:
    """Return the word if all say one kind; a group before its row (不予公开：国家秘密) gives way."""
    kinds = {each.kind for each in told}
    if len(kinds) > 2 and AND_OTHERS in clause[told[-2].end : told[-1].start]:
        groups = {kind.split(".")[0] for kind in kinds}
        return told[-1] if groups == {told[-1].kind} else None
    if len(kinds) == 2:
        rows = {kind for kind in kinds if "." in kind}
        groups = kinds - rows
        if len(rows) == 1 and next(iter(rows)).split(".")[0] in groups:
            row = next(each for each in reversed(told) if each.kind in rows)
            if told[-1].kind in groups and AND_OTHERS in clause[row.end : told[-1].start]:
                return told[-1]  # 因国家秘密等不予公开; but 过程稿等过程性信息不予公开 is of the row
            return row
    return told[-1] if len(kinds) == 1 else None
