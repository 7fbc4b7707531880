"""Kinds of facts about applications and disputes, and the words that tell them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

RECEIVED = "received"  # new, or new and brought forward (trap T-01)
BROUGHT = "brought_forward"
NOBODY = "received@natural_person|total"  # 未收到公民的申请: theirs, or anybody's
INCOMING = "incoming"  # both together
PROCESSED = "processed"
HANDLED = "handled"  # 办理 12 件: finished or in hand, the word does not tell
CARRIED = "carried_forward"
TRANSFERRED = "transferred"  # 结转 1 件, without saying from which year or to which
FINISHED_RATE = "finished_rate"
ON_TIME_RATE = "on_time_rate"
ALL_FINISHED = "all_finished"
ASIDE = "aside"  # 申请人撤回 9 件, 线下受理 9 件: of applications, in no row of the table that is named
OPENED = "opened"  # in whole or in part
EVERYBODY = "everybody"  # 公民、法人和其他组织: no kind of applicant

OUTCOMES: Mapping[str, str] = {
    "denied.state_secret": r"国家秘密",
    "denied.prohibited_by_law": r"法律、?行?政?法规(?:的)?(?:明文|规定)?禁止(?:公开)?",
    "denied.security_and_stability": r"三安全一稳定|危及[^，；]{0,24}(?:安全|稳定)",
    "denied.third_party_rights": r"第三方合法权益|第三方不同意(?:公开)?",
    "denied.internal_affairs": r"内部事务(?:性)?(?:信息)?",
    "denied.process_information": r"过程性(?:信息)?",
    "denied.enforcement_case_file": r"行政?执法案卷(?:信息)?",
    "denied.administrative_inquiry": r"行政查询(?:事项|范畴|范围)",
    "unable_to_provide.not_held": (
        r"(?:不|未)掌握(?:相关)?(?:政府)?(?:信息)?|(?:非|不[由属]于?)(?:本(?:机关|单位|部门|行政机关|级)|[本我][局委办厅镇乡街院][道里]?)掌握(?:的)?(?:范围)?"
        r"|(?:未|没有)(?:制作|获取|保存)(?:(?:[、或和及也]|未|没有)*(?:制作|获取|保存))*过?(?:相关)?(?:政府)?(?:信息)?"
    ),
    "unable_to_provide.creation_required": (
        r"(?:没有|并?无)现成(?:的)?信息|(?:需要|需)?(?:另行(?:[加分汇搜收][工析总集]、?|或|和){0,4}制作|加工制作)"
    ),
    "unable_to_provide.unclear_after_correction": (
        r"补正后?(?:的)?(?:申请)?(?:内容)?(?:仍|仍然|依然)?不(?:明确|清楚)"
    ),
    "not_processed.petition_or_complaint": (
        r"(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉)){2}(?:类|事项|问题)?(?:申请)?|信访类(?:申请)?"
        r"|(?:信访|举报|投诉)、?(?:信访|举报|投诉)类(?:申请)?"
    ),
    "not_processed.repeated": r"重复申请|不予重复处理|重复提出的?(?:政府信息公开)?申请",
    "not_processed.publications": r"(?:提供)?公开出版物",
    "not_processed.excessive": r"大量、?反复(?:申请)?",
    "not_processed.reconfirmation": r"(?:确认或)?重新出具(?:已获取)?(?:信息)?",
    "other_outcome.correction_overdue": (
        r"逾期(?:不|未)补正|未在[^，；]{0,6}[期时]限内[^，；]{0,4}补正|(?:不|未)(?:按(?:照|时|期)?(?:要求|通知|规定|期限)?[^，；]{0,4}|予|进行)?补正(?!后)"
    ),
    "other_outcome.fee_unpaid": (
        r"(?:未按|不按)(?:照|时|期|收费|通知|规定|要求|的)*缴纳?(?:信息处理)?费用?"
        r"|(?:不|未)缴纳?(?:信息处理)?费用?"
    ),
    "other_outcome.other": (
        r"其他处理[^，；。\d]{0,6}[‘“](?:3[.、])?其他[’”](?:情形|原因|情况)?"
        r"|其他处理[’”]?(?:类|项下|中|里|[的之])*其他情[形况]|撤回(?:申请)?等其他情[形况]"
    ),
    "granted": r"(?<!主动)(?<!部分)(?:予以|给予|准予|同意|全部)公开|(?<!不)(?<!信息)公开类",
    "partially_granted": r"(?:予以|同意)?部分(?:予以)?公开|区分处理",
    "denied": r"不予公开|不同意公开|决定不公开(?=的)|不公开(?!为例外|信息|的)",
    "unable_to_provide": r"无法提供",
    "not_processed": r"不予?处理",
    "other_outcome": r"其他处理|以其他方式(?:处理|办理)|按其他情[形况](?:处理|办理)",
}
APPLICANTS: Mapping[str, str] = {
    EVERYBODY: (
        r"(?:公民|自然人|个人|群众)(?:（自然人）)?[、和及与或](?:法人|企业|单位"
        r"|(?:其他)?组织)[^，。；\d]{0,12}"
    ),
    "other": r"[‘“]其他[’”](?:一?[类栏])?的?(?:申请人|主体|法人[和或]其他组织|组织)",
    "organisations": (
        r"(?:商业)?企业(?:法人)?[和或及、与](?:其他)?(?:社会)?组织"
        r"|单位(?=申请(?:\d|$))|法人(?:单位)?(?:（?(?:和|或|及|、|与)?(?:其他|非法人)组织）?)?"
    ),
    "natural_person": r"自然人|公民|个人(?!隐私|信息|身份|敏感|数据)",
    "commercial_enterprise": (
        r"商业企业|企业(?:法人)?(?!信息|[管注登开经改服投用设资缴][^，；。、申]{0,6}[类面域])"
    ),
    "research_institution": r"科研机构",
    "public_welfare_organization": r"社会公益组织",
    "legal_service_organization": r"法律服务机构|律师事务所|律所",
}
_NEXT = r"(?:下一?个?年度?|次年|明年|翌年|来年|(?P<next>20\d\d)年度?)"
_LAST = r"(?:上一?个?年度?|去年|(?P<last>20\d\d)年度?)"
_STILL = r"[尚仍还暂另有的]{0,4}+"
OPEN_STILL = (
    r"未(?:能|及时)?(?:办结|办完|办毕|办理完[毕成]|处理完[毕成]|了结|答复|完成)|待办(?!事|的?申请(?:共|合计|总))"
    r"|(?<!现)在办(?!结|复|事|公|理)|在途|在手"
)
HANDED_ON = (
    r"结转|转结|接转|转入|转来|转至|转到|移至|移入|移到|移来|顺延|延续|延至|延到|留至|留到|留待|递延"
    r"|遗留|结存|存量|跨年|带入|带来|接续|余留|留存|留下|滚存"
)
_TO = r"(?:至|到|入|往|给|为)?"
_THIS = r"(?:本年度?|今年|当年|年内)"
STOCKS: Mapping[str, str] = {
    BROUGHT: (
        rf"{_LAST}[末底]?{_STILL}(?:{OPEN_STILL}|{HANDED_ON})(?!{_TO}(?:下|次年|明年|翌年|来年|20\d\d年))[^，。；、\d]{{0,12}}"
        rf"|(?:{HANDED_ON}|承接)(?:自|了)?(?:上一?个?年度?|去年)[^，。；、\d]{{0,12}}"
        rf"|(?:年|期)初{_STILL}(?:在办(?:理)?|{OPEN_STILL}|{HANDED_ON})[^，。；、\d]{{0,6}}"
        rf"|(?:{HANDED_ON}){_TO}{_THIS}[^，。；、\d]{{0,12}}"
    ),
    CARRIED: (
        rf"(?:{HANDED_ON}|转|跨(?=[至到入])){_TO}{_NEXT}[^，。；、\d]{{0,12}}"
        rf"|[年岁期][末底终]{_STILL}(?:剩余?|余|{OPEN_STILL}|{HANDED_ON})|(?:下一?个?年度?|次年|明年|来年)(?:\d{{1,2}}月)?(?:(?:继续|依法)*(?:办理|答复)|结转|转结)"
        rf"|{_STILL}(?:{OPEN_STILL})"
        r"|(?:尚|仍)?(?:正)?在办理(?:之?中)?|(?:按期限|按程序|按规定)继续(?:依法)?办理|跨年度?(?:办理|的申请)|未到(?:法定)?(?:答复|办理|办结)?[期时]限?(?![^，。；]{0,2}后)"
    ),
    TRANSFERRED: r"结转(?:申请)?(?=[为共：\s]{0,2}$)",
}
FLOWS: Mapping[str, str] = {
    PROCESSED: (
        r"(?:已|全部|均|并){0,4}(?:按时|按期|依法|及时|在(?:法定|规定)?[期时]限内|按(?:法定|规定)[期时]限|按规定|依规|予以){0,4}(?:办理)?(?:办结|办毕|答复|回复|办理完毕|办理完成"
        r"|办理完结|办完|处理完毕|处理完结|办复|结案)(?<!答复(?=给))(?!给|率|书|口径|意见|主体|内容|时限|期限|质量)(?:完毕)?|已(?:办理|处理)"
        r"|办理结果(?:总计|合计|共|(?=[计为：]{0,2}$))|^已?完成$"
    ),
    HANDLED: (
        r"(?<!经)(?<!程序)(?<!渠道)(?<!途径)办理(?!结果|完|答|流程|程序)|办件(?:总?量|数)|承办(?!单位|部门|机构|科室)|应办(?!理)"
        r"|(?<!不[予再])(?<!不)(?<!程序)(?<!渠道)(?<!途径)(?<!作为)处理(?!费|结果|决定|完)"
    ),
    RECEIVED: (
        r"收到|新收|新增|新提(?=申请)|受理|[提递]交(?=[^，；。\d]{0,8}申请)|接收|接到|接受|收办|收悉|收件|登记|提出"
        r"|(?<![接签验回征吸])收(?=政府信息|依申请|申请|信息公开)|新受理|(?<=人)申请(?!公开)"
    ),
}
DISPUTE_OUTCOMES: Mapping[str, str] = {
    "upheld": r"(?:结果)?(?:被)?维持(?:原(?:具体)?行政行为|原行政行为)?",
    "corrected": r"(?:结果)?(?:被)?(?:依法)?纠(?:正|错)",
    "pending": (
        r"尚?未(?:作出|下达)(?:复议|审理)?(?:决定|判决|结论)|尚?未(?:能)?审结|在[^，；。\d]{2,12}法院审理|[正尚仍]在(?:复议机关|人民法院|法院)?审理(?:之?中)?|审理中|未结|待审结"
    ),
    "other": r"其他(?:处理)?结果|作其他处理|结果为[‘“]?其他|[‘“]其他[’”](?=的|结果)",
}


def single_rows(kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds, each once, without groups of which a row is among them.

    >>> single_rows(("denied.state_secret", "denied", "granted"))
    ('denied.state_secret', 'granted')
    """
    groups = {kind.partition(".")[0] for kind in kinds if "." in kind}
    return tuple(kind for kind in dict.fromkeys(kinds) if kind not in groups)


class Told(NamedTuple):
    """A word of a kind, and where it stands in the clause."""

    kind: str
    start: int
    end: int
    year: str = ""


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    """Return one pattern of all words; its groups are named k0, k1 … in their order."""
    return re.compile("|".join(f"(?P<k{number}>{word})" for number, word in enumerate(words.values())))


class Vocabulary:
    """The words of one group of kinds, as one pattern."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.kinds = tuple(words)
        self._pattern = _pattern(words)

    def find(self, text: str) -> list[Told]:
        """Return the words of the text in printed order; of two at one place the first kind wins."""
        return [self._told(found) for found in self._pattern.finditer(text)]

    def without(self, text: str) -> str:
        """Return the text without its words."""
        return self._pattern.sub("", text)

    def _told(self, found: re.Match[str]) -> Told:
        kind = next(kind for number, kind in enumerate(self.kinds) if found[f"k{number}"] is not None)
        years = [found[name] for name in ("next", "last") if name in self._pattern.groupindex]
        return Told(kind, found.start(), found.end(), next((year for year in years if year), ""))


OUTCOME_WORDS = Vocabulary(OUTCOMES)
APPLICANT_WORDS = Vocabulary(APPLICANTS)
STOCK_WORDS = Vocabulary(STOCKS)
FLOW_WORDS = Vocabulary(FLOWS)
DISPUTE_WORDS = Vocabulary(DISPUTE_OUTCOMES)
