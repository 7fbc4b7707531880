"""What the prose says there was none of: 未收到, 没有发生, 无 (spec §6; rule NAR-07 is an error)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nianbao.facts.kinds import (
    APPLICANT_WORDS,
    BROUGHT,
    CARRIED,
    EVERYBODY,
    NOBODY,
    RECEIVED,
    STOCK_WORDS,
)
from nianbao.facts.rows_denied import ALL_CLOSED, is_row_word, names_row, row_denied
from nianbao.facts.stock_denied import stock_denied
from nianbao.facts.topics import (
    AFTER,
    APPLICATIONS,
    CHARGES,
    DECISIONS,
    DIRECT,
    DISPUTES,
    DOCUMENTS,
    FOREIGN,
    IN_DISPUTE,
    LITIGATION,
    Mark,
)

_NONE = re.compile(
    r"(?:从未|并未|均未|尚未|未|没有|没)(?:曾|再|向[^，。；]{1,12}(?=收取))?(?:接?收到|接收|接到|受理|收取|收|发生|出现"
    r"|产生|涉及|引发|引起|作出(?!(?:复议)?(?:决定|判决)的)|做出|实施|动用|采取|见(?=[^，。；]{2,16}申请)|办理(?=政府信息|依申请|任何|行政)"
    r"|提起|认定|被|因|新收|新?(?:制发|制定|印发|出台|制作(?![、或]))|废止)(?!之前|以前|回复)|未有|无人(?=提出|申请|向)"
    r"|(?:没有|暂无|并无|均无|尚无|无)(?=收到|涉及(?:政府|政务)?信息公开|提起|任何|一[件例起宗]|因|新收|新增|新制|新?出台|制发|制定|印发|废止|[从由自]?(?:上一?年|20\d\d年度?(?:的)?(?:结转|遗留|转入))|需?要?结转|下一?年|当事人|申请人|相对人|市民|企业|人(?=[向因对提申])"
    r"|依申请|政府信息|政务信息|信息公开|不予公开|不予处理"
    r"|公开申请|公众|个人或|单位或|申请|行政|复议|诉讼|公民|自然人|群众|规章|规范性|信息处理费|收费|收取"
    r"|未经|法人|科研|社会公益|法律服务|商业|结转|重复|部分公开|无法提供|其他处理|(?:以)?其他结果|现行有效|尚?未审结|结果[维纠]|被?纠正|维持|被(?:复议机关|法院)[^，。；\d]{0,4}纠正"
    r"|(?:信访|举报|投诉)[^，。；\d]{0,10}申请)"
    r"|不存在(?=(?:政府信息)?依申请公开)|(?:没有|无)人(?=就此|因此)|不涉及(?=(?:政府信息)?(?:依申请公开|申请公开|公开申请)|行政事业性?收费)"
    r"|(?<![\u4e00-\u9fff])不存在(?=[^，。；]{0,12}(?:提供|公开|处理|申请))"
    r"|零(?=申请|复议|诉讼|发生)"
    rf"|(?P<loose>(?<!有)(?<!也)(?<!都)(?:没有|并未|未|没|无)(?!正当理由)|不存在|{ALL_CLOSED})"
)
_WINDOW = 60  # characters that one "none" can govern
_CUT = re.compile(
    r"[。；;！]|、(?=[无没][^、。])|，(?!(?:被?提起|以及|及|和|或|或者)[^未无没])|，(?=[^，。；]{2,24}[\d一二三四五六七八九十][件起宗例份])"
)
_CONDITIONAL = re.compile(r"(?:如|若|凡|对|因|申请人|仍|或|至今|逾期)$")
_NOT_PLAIN = re.compile(
    r"败诉|纠错|纠正|撤销|维持|逾期|超期|超时|延期|投诉|举报|信访|违法|违规|不当|追究|泄密|失实"
    r"|虚假|条件|理由|不予|拒绝"
    r"|重复|反复|(?<!结)转办|积压|延误|无法|补正|撤回|影响|问题|不良|负面|舆情|异议|错误|瑕疵|不满|滞后"
    r"|不及时|错漏|未公开|胜诉|以外|之外"
)
_AND_HANDLED = re.compile(r"(收到|受理)(?:和|及|并|与|、)(?:处理|办理|答复)")  # the name of section 三
_COMPLAINTS = re.compile(
    r"(?:举报|投诉|信访)(?:、|和|及|或)(?=举报|投诉|信访|被|(?:申请|提起)?行政|复议|诉讼)|(?<=诉讼|复议)(?:、|和|及|或|信访|举报|投诉){1,4}(?=情况|案件|事件|问题|现象|情形|的|$)|(?<=信息公开)(?:工作)?问题(?=被|引)"
)
_ANSWER = re.compile(
    r"答复|回复|办结|办理|处理|超过|收费|费用|网上|当面|现场|传真|窗口|信函(?!等)|其他(?:方式|渠道|途径|形式)"
)
_FEE = re.compile(r"信息处理费|处理费|收费|费用|收取")
_FEE_VERB = re.compile(r"收取|收费|产生|涉及|发生|有|^无|没有")


class Zero(NamedTuple):
    """A "none": the kinds it is about, none of them where it is about something else; offsets in the text."""

    kinds: tuple[str, ...]
    start: int
    end: int


def zeros(text: str, start: int, end: int, marks: Sequence[Mark], year: int) -> Iterator[Zero]:
    """Yield every "none" of a sentence with its reach; figures inside are not figures (未收到一件).

    The sentence is squeezed text from `start` to `end`, `marks` are its own, `year` is the report's.
    """
    denied = start
    for found in _NONE.finditer(text, start, end):
        if found.start() < denied:
            continue
        limit = min(end, found.start() + _WINDOW)
        cut = _CUT.search(text, found.end(), limit)
        stop = cut.start() if cut else limit
        words = text[found.start() : stop]
        inside = [mark for mark in marks if found.start() <= mark.start < stop]
        before = [mark for mark in marks if mark.start < found.start()]
        if not inside and len(words) <= _SHORT:
            inside = _named_before(text, start, found.start(), before)
        told = _CONDITIONAL.search(text[max(start, found.start() - 4) : found.start()]) is None
        first, loose = found.start(), bool(found["loose"])
        if stock := stock_denied(text, start, first, words, year):
            (words, first), loose = stock, False
        clause = max(start, *(text.rfind(mark, start, first) + 1 for mark in "，；："))
        if clause > start and _ALL_OF_THESE.search(text, clause, found.end()):  # 三种情形，我县均未出现
            clause = max(start, *(text.rfind(mark, start, clause - 1) + 1 for mark in "，；："))
        subject = text[max(clause, first - _WINDOW) : first]
        if loose and is_row_word(subject, words):
            continue
        kinds = row_denied(words, subject, before, inside) if told else ()
        kinds = kinds or (_right_before(text, first, words, before) if told else ())
        if not kinds and loose:
            continue
        if not kinds and told and not names_row(subject):
            kinds = _kinds(words, inside)
        yield Zero(kinds, first, stop)
        denied = stop


def _named_before(text: str, sentence: int, first: int, marks: Sequence[Mark]) -> list[Mark]:
    """行政复议、行政诉讼情况未发生: the nouns stand before the verb when nothing follows it."""
    clause = max(text.rfind(mark, sentence, first) for mark in "，；：")
    named = [mark for mark in marks if clause < mark.start]
    if named or clause < sentence:
        return named
    start, end = max(text.rfind(mark, sentence, clause) for mark in "，；："), clause
    above = [mark for mark in marks if start < mark.start]
    if text.endswith("方面", sentence, end):  # 规范性文件方面，本年无制发
        return above
    only_time = _TIME.fullmatch(text, clause + 1, first)  # 复议、诉讼，全年没有发生
    return above if only_time and all(mark.topic in IN_DISPUTE for mark in above) else []


def _right_before(text: str, first: int, words: str, marks: Sequence[Mark]) -> tuple[str, ...]:
    """行政复议：无，行政诉讼没有: the dispute that stands right before nothing but the "none"."""
    if words not in ("无", "没有") or not marks or marks[-1].topic not in IN_DISPUTE:
        return ()
    return _disputes(words, marks[-1:]) if _CASES.fullmatch(text, marks[-1].end, first) else ()


_CASES = re.compile("(?:案件|情况|申请)?：?")
_ALL_OF_THESE = re.compile("均|都|皆")
_SHORT = 6
_TIME = re.compile(r"(?:20\d\d年度?|全年度?|本年度?|年内|当年|报告期内)(?:均|都|也)?")
_OTHER_TOPICS = DECISIONS | {FOREIGN}
_WAY = "(?:书面|网上|网络|当面|现场|信函|来信|线上|线下)"
_ALL_WAYS = re.compile(
    rf"(的){_WAY}(?:(?:、|或者?|和|及){_WAY})+(?=申请)|"
    rf"((?:收到|接到|受理|接收)(?:任何)?){_WAY}(?:(?:、|或者?|和|及){_WAY})+的?(?:(?:形式|方式|渠道)的?)?|"
    r"(收到|接到|受理|接收|提出|有)[^，]{0,24}等(?:各类|多种|各种)?(?:方式|渠道|途径|形式)|"
    r"(依申请公开|公开申请|申请公开)(?:来信|来函|信件|信函|函件|邮件)"
)


def _kinds(words: str, marks: Sequence[Mark]) -> tuple[str, ...]:
    if _ALL_WAYS.search(words):  # 未收到来信等方式提出的申请: the ways are no topic
        words = _ALL_WAYS.sub(r"\1\2\3\4", words)
        marks = [mark for mark in marks if mark.topic != FOREIGN]
    words = _COMPLAINTS.sub("", _AND_HANDLED.sub(r"\1", words))
    topics = {mark.topic for mark in marks}
    if money := _no_money(words, topics):
        return money
    if _NOT_PLAIN.search(words):
        return ()
    if topics & IN_DISPUTE:
        return _disputes(words, marks)
    if none := _no_decisions(words, topics):
        return none
    if stock := STOCK_WORDS.find(words):
        return (stock[-1].kind,) if stock[-1].kind in (BROUGHT, CARRIED) else ()
    if topics & DOCUMENTS and not topics - DOCUMENTS:
        return _documents(words, topics)
    other = _ANSWER.search(words) or topics & _OTHER_TOPICS
    if other and not _NO_BUSINESS.fullmatch(words):
        return ()
    return _received(words) if APPLICATIONS in topics or _asks_for_information(words) else ()


def _received(words: str) -> tuple[str, ...]:
    """Return what there was none of: applications, or those of some kinds of applicants."""
    kinds = list(dict.fromkeys(each.kind for each in APPLICANT_WORDS.find(words)))
    if not kinds or EVERYBODY in kinds or (len(kinds) > 1 and "natural_person" in kinds):
        return (RECEIVED,)
    if kinds == ["natural_person"]:  # 未收到公民的申请: of whomever, or the companies' are told next
        return (NOBODY,)
    return tuple(f"applicant.{kind}" for kind in kinds)


_NO_BUSINESS = re.compile(  # 无政府信息依申请公开办理情况
    r"(?:暂|并|均)?(?:无|没有|未)(?:收到|接到|受理)?(?:政府|政务)?信息?(?:依申请公开|公开申请)的?(?:办理|受理|申请|答复)*(?:情况|事项|业务|件|信息)?"
)


def _no_money(words: str, topics: set[str]) -> tuple[str, ...]:
    if topics == {CHARGES} and _NO_CHARGES.fullmatch(words):
        return (CHARGES,)
    told = (
        CHARGES not in topics and _FEE.search(words) and _FEE_VERB.search(words) and not topics & IN_DISPUTE
    )
    return ("fee",) if told else ()


def _no_decisions(words: str, topics: set[str]) -> tuple[str, ...]:
    decided = topics & DECISIONS and topics <= _OTHER_TOPICS and _DECIDED.search(words)  # 和行政检查
    return tuple(f"{topic}.decisions" for topic in sorted(topics & DECISIONS)) if decided else ()


_NO_CHARGES = re.compile(
    r"(?:无|没有|未收取|未产生|未发生|[未不]涉及)(?:收取|产生|涉及)?(?:任何)?行政事业性?收费(?:收入|事项|项目|情况)?(?:发生|产生)?"
)
_DECIDED = re.compile(
    r"(?:作出|做出|发生|产生|涉及|实施|动用|采取|办理)[^，；]{0,8}行政(?:许可|处罚|强制)(?:[、和及或](?:行政)?(?:许可|处罚|强制|征收|征用|检查|确认|裁决|给付|奖励))*(?:措施)?"
    r"(?:处理)?(?:决定|案件|事项)?$"
    r"|^(?:暂|并|均)?(?:无|没有)(?:任何)?行政(?:许可|处罚|强制)(?:[、和及]行政(?:许可|处罚|强制))*(?:事项|情况|案件|(?:处理)?决定)?(?:发生|产生)?$"
)


def _asks_for_information(words: str) -> bool:
    """未收到相关政府信息公开 (seed 001), 未收到要求公开政府信息的申请 (seed 003)."""
    return bool(
        re.match(
            r".?未?(?:没有)?(?:接?收到|接到|受理)[^，]{0,40}(?:政府信息公开|公开政府信息|信息公开申请|申请)",
            words,
        )
    )


def _disputes(words: str, marks: Sequence[Mark]) -> tuple[str, ...]:
    named = [mark.topic for mark in marks if mark.topic in IN_DISPUTE]
    if (
        LITIGATION in named
    ):  # 未发生复议后起诉的行政诉讼 is no more than it says, 行政诉讼（复议后起诉）is all
        kind = {LITIGATION} if named[0] in (DIRECT, AFTER) else {DIRECT, AFTER}
        named = [topic for topic in named if topic not in kind]
    kinds = tuple(dict.fromkeys(f"{topic}.total" for topic in named if topic != DISPUTES))
    first = marks[0]
    asked = first.topic == APPLICATIONS and re.match(r".{0,2}(?:收到|受理)(?!.{0,8}因)", words)
    if asked and re.search(r"申请(?:件)?[、，和及与]", words):
        return (RECEIVED, *kinds)
    return kinds


def _documents(words: str, topics: set[str]) -> tuple[str, ...]:
    verbs = (("repealed", "废止"), ("issued", "制发|制定|制作|印发|出台|新制"), ("in_force", "现行有效"))
    found = [name for name, verb in verbs if re.search(verb, words)]
    if (
        not found
        or (len(found) > 1 and not _BOTH_VERBS.search(words))
        or re.search(r"修改|修订|失效|备案|政策", words)
    ):
        return ()
    return tuple(f"{topic}.{verb}" for topic in sorted(topics) for verb in sorted(found))


_BOTH_VERBS = re.compile(r"(?:制定|制发|印发|出台|发布)(?:、|和|及|或|或者|也未|也没有)(?:和|或)?废止")
