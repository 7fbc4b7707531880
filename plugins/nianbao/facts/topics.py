"""What a stretch of prose is about: the last of these words before a figure decides (spec §6, traps)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nianbao.facts.kinds import HANDED_ON, OPEN_STILL

APPLICATIONS = "applications"
RECONSIDERATION = "reconsideration"
LITIGATION = "litigation"
DIRECT = "litigation_direct"
AFTER = "litigation_after_reconsideration"
DISPUTES = "disputes"
RULES = "rules"
NORMATIVE = "normative_documents"
LICENSES = "administrative_licenses"
PENALTIES = "administrative_penalties"
COMPULSION = "administrative_compulsion"
CHARGES = "administrative_charges"
PROCUREMENT = "centralized_procurement"
OTHER_SERVICES = "other_external_services"
DISCLOSED = "disclosed"
FEE = "fee"
FOREIGN = "foreign"

IN_DISPUTE = frozenset((RECONSIDERATION, LITIGATION, DIRECT, AFTER, DISPUTES))
DOCUMENTS = frozenset((RULES, NORMATIVE))
DECISIONS = frozenset((LICENSES, PENALTIES, COMPULSION, OTHER_SERVICES))

# Applications for something else: 低保申请 is no application for information.
_OTHER_THINGS = (
    "救助|低保|补贴|补助|许可|(?<!并)登记|注册|审批|专利|贷款|入学|复核|仲裁|执行|办证|听证|延期|减免"
    "|认定|奖励|职称|住房"
    "|信用修复|租房|养老|残疾|医保|社保|建房|营业执照|变更|用地|验收|备案|备勤"
)
_WORDS: tuple[tuple[str, str], ...] = (  # at one place the first that fits: longer and narrower ones first
    (
        AFTER,
        r"(?:先)?(?:经过?)?(?:行政)?复议(?:决定|结果)?(?:之?后(?:[再又仍还]?不服，?)?|[仍又]?不服，?)"
        r"[^，。；、\d]{0,16}?(?:被?(?:提起|起诉|诉讼|应诉)|被诉|诉至)的?"
        r"(?:(?:政府|政务)?信息公开(?:类)?)?(?:行政)?(?:诉讼)?",
    ),
    (
        DIRECT,
        r"(?:未经(?:行政)?复议)?(?:直接被?|被直接|径[行自直])"
        r"(?:起诉(?:的(?:(?:政府|政务)?信息公开(?:类)?)?(?:行政)?诉讼)?"
        r"|(?:向(?:人民)?法院)?提起的?(?:(?:政府|政务)?信息公开(?:类)?的?)?(?:行政)?诉讼)"
        r"|(?:未(?:申请|经过?)(?:行政)?复议、?而?|不经复议)?(?:径[行自直]|直接)(?:向(?:人民)?法院)?(?:被诉|诉讼|应诉|起诉)|未经(?:行政)?复议|直接向(?:人民)?法院(?:起诉|提起(?:行政)?诉讼)",
    ),
    (RECONSIDERATION, r"(?:申请|提起|提出)?(?:行政)?复议(?:申请)?(?:案件)?"),
    (
        LITIGATION,
        r"(?<=信息公开)类?行政应诉(?:案件)?|(?<=[件起宗例]、)行政应诉(?:案件)?|(?:申请|提起|提出)?(?:行政)?诉讼(?!请求|代理|风险|费)(?:案件)?|(?:被|提起)起诉|败诉|成为被告|(?:人民)?法院(?:判决|裁定)(?=[^，。；]{0,8}信息公开)",
    ),
    (
        FOREIGN,
        rf"(?:{_OTHER_THINGS})(?:类|事项)?(?:的)?申请|(?:村务|居务|党务|财务|校务|厂务)公开|规章制度|应诉"
        r"|党内(?:规范性文件|法规)",
    ),
    (NORMATIVE, r"规范性文件"),
    (RULES, r"规章"),
    (LICENSES, r"行政许可|(?<=出)许可决定|许可处理决定|许可(?=、处罚)"),
    (PENALTIES, r"行政处罚|(?<=出)处罚决定|(?<=许可、)处罚"),
    (COMPULSION, r"行政强制|(?<=处罚[、和及])强制"),
    (CHARGES, r"行政事业性?收费|收费(?:总)?金额|(?<=所列)收费"),
    (PROCUREMENT, r"集中采购"),
    (OTHER_SERVICES, r"其他对外管理服务事项"),
    (FEE, r"信息处理费|信息公开处理费"),
    (
        APPLICATIONS,
        r"(?:政府|政务)?信息(?:依申请)?公开(?:的|网[上络]|线上|在线|信函|当面|书面)?申请|依申请公开|(?:公开|索取|获取"
        r"|查阅)(?:相关)?(?:的)?(?:政府|政务)信息的?申请"
        r"|依申请|公开申请|申请公开|信息申请|申请(?:获取|索取|查阅)(?:相关|有关)?的?(?:政府|政务)信息"
        r"|(?:(?<=全年)|(?<=办理的))申请(?=\d)|(?<=[到理收])(?:村民|居民|群众|职工|市民|学生|家长)(?:提交|提出|递交)?的?申请(?=\d)|(?<=收到)申请|(?<=新增)申请|(?<=登记)申请|(?<=接到)申请|(?<=新收)申请|(?<=受理)申请"
        r"|(?<=接收)申请|(?<=[到理记收]的)申请(?=(?:包括|共|为|有|数量|总数)?[^，。；\d]{0,6}[\d：])|(?<=办理信息公开)答复(?=\d)|(?<=[受办]理)(?:政府|政务)?信息公开(?:事项|案件)(?=共?\d)|(?<=[宗份例条起])申请|(?<=办结)申请|(?<=答复)申请|(?<=答复各类)申请|(?<=处理)申请|(?<=件)申请"
        r"|(?<=办理)申请|(?<=[收接承]办)申请|(?<=转来)申请|(?<=转入)申请|(?<=结转)申请",
    ),
    (
        APPLICATIONS,
        r"(?:新收|收到|受理|接到|接收)的?(?:社会)?(?:自然人|个人|公民|公众|群众|法人|商业企业|企业|科研机构|社会公益组织|法律服务机构)"
        r"(?:[或和及]其他组织)?(?:提出)?的?申请(?!公开)"
        r"|(?:自然人|商业企业|科研机构|社会公益组织|法律服务机构)(?:本年度?|全年|年内|新|所|提出|提交|提|的)*申请(?:(?:政府|政务)?公开(?:政府)?信息)?|继续办理的?申请"
        r"|不予处理|不再处理|(?:不予公开|部分公开|予以公开)(?:类?的?(?:答复|申请|数量)|决定|类)|决定不公开的(?:申请|答复)|公开[与和及、]部分公开|区分处理|办理结果[总合]计|(?:提供)?公开出版物|重新出具|补正后[^，。；]{0,8}不明确|无法提供(?!虚)|重复申请|本(?:机关|单位|部门|行政机关)不掌握",
    ),
    (APPLICATIONS, r"行政查询(?:事项|范畴|范围)|行政执法案卷|没有现成的?信息|(?:新收|结转)的?申请(?!公开)"),
    (APPLICATIONS, r"(?:办理|答复|处理)(?:结果|情况|类型)(?=[^。]{0,16}(?:予以|部分|不予)公开)"),
    (  # rows of 表三, no other business: 属信访、重复申请等不予处理 80 件
        APPLICATIONS,
        r"申请(?:人|主体)(?=以[^，。；]{2,10}为主|分布|构成|类[型别]|身份|来?看|中，)|(?<=属于)(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉)){2}(?:事项|类)|(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉)){2}(?:类|(?:等)?(?:形式|方式|名义|为内容|内容|事项)[^，。；\d]{0,4}申请)(?:申请)?|(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉))?类?的?申请(?=[^，。；]{0,8}，(?:依法|均|告知)*不予处理)|不掌握(?:相关|政府|信息|的)*申请|以(?:政府)?信息公开(?:申请)?(?:的)?(?:名义|形式|方式|途径|渠道)[^，。；\d]{0,8}(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉)){2}|(?:信访|举报|投诉)[^，。；\d]{1,16}(?=不予处理)",
    ),
    (
        DISCLOSED,
        r"(?<!结果为)(?<!属于)主动公开(?!(?:和|或|、)(?:同意|予以|依申请)公开的?\d)|(?<!部分)(?:公开|发布|公布)(?:了)?(?:各类|各项|各种|有关|相关|类)*(?:政府"
        r"|政务)?信息(?!公开|处理费)|信息(?:发布|公开)量",
    ),
    (
        FOREIGN,
        r"政府采购|(?:收集|征集|采纳|反馈)[^，。；\d]{0,4}(?:意见|建议)|热线|12345|信访|提案|建议|议案|留言|咨询|来电|来信|信箱|培训|会议|解读|发布会|检查|督查"
        r"|督导|考核|测评|评估"
        r"|视频|(?<!公开)办件(?!量|总量|数)|审批(?!决定)|不动产|问卷|指南|清单|台账(?!显示|统计)|目录|栏目|专栏|制度|案例|活动|稿件|宣传|诉求"
        r"|便民|网民|网友|政策文件"
        r"|政策性文件|公文|工单|服务事项|许可事项|简报|专区|查阅点|学习|舆情|投诉|举报|档案|抽查"
        r"|监测|保密(?!审查(?:认定|属于|为|系))|备案|(?<!经)审核|服务窗口|服务大厅|办事大厅|政务大厅|反映的?(?:问题|情况)|意见建议",
    ),
)
# A lone 申请 keeps the topic as it is, so it is no word of its own.
_FIRST = (  # every character that a word can start with: one test instead of a hundred at most places
    "人法本无重区部予提公补答新结没先经行复未直申提诉被救低补许登注审专贷入仲执办听延减认奖职住租养残医社建营变用验备规应党信政依公索获查主发热1"
    "集强决其自商科继接村居财校厂议以处收留咨来培会解检督考测评视不问指清台目栏制案活稿宣便网工服简学舆投举档抽监保径采征反受家市群意成败类"
)
TOPIC = re.compile(
    f"(?=[{_FIRST}])(?:"
    + "|".join(f"(?P<t{number}>{pattern})" for number, (_, pattern) in enumerate(_WORDS))
    + ")"
)
RELEVANT = (
    "申请",
    "复议",
    "诉讼",
    "起诉",
    "规范性文件",
    "规章",
    "行政",
    "收费",
    "集中采购",
    "对外管理",
    "处理费",
    "予公开",
    "以公开",
    "部分公开",
    "无法提供",
    "不予处理",
    "不再处理",
    "不掌握",
    "出版物",
    "法院",
    "被告",
    "处理决定",
    "公开答复",
    "公开案件",
)
"""A block without any of these words, under no heading that names a topic, states no figure of a table."""

NOT_OURS = ("", FOREIGN, DISCLOSED)
"""What a stretch may be about where its next sentence tells figures of the tables all the same."""
# What rows of 表三 are called where no word names the topic:
ROWS_ALONE = re.compile(  # 去年未办结顺延至今年的申请 9 件; 同意部分公开的 9 件; 今年共收 9 件、结转 1 件
    rf"(?:{HANDED_ON}|{OPEN_STILL})[^，。；\d]{{0,6}}的申请(?:\d|转入|结转)|同意部分公开的\d"
    r"|收\d{1,5}[件份条宗]、(?:上年)?结转\d|(?:予以|部分)公开\d{1,5}[件份条宗]?[、，；](?:部分公开|不予公开|无法提供)|"
    r"(?:[因以为]|属于|涉及|危及|损害)[^，。；]{2,40}(?:(?:申请[^，。；]{0,8}|权益)，[^，。；\d]{0,8})?[不未]予公开"
)


class Mark(NamedTuple):
    """A word that tells the topic, and where it stands."""

    topic: str
    start: int
    end: int


def marks(text: str) -> list[Mark]:
    """Return the words that tell a topic, in printed order.

    >>> [mark.topic for mark in marks("因政府信息公开申请被申请行政复议3件，行政诉讼无")]
    ['applications', 'reconsideration', 'litigation']
    """
    named = [
        Mark(_WORDS[int((found.lastgroup or "t0")[1:])][0], found.start(), found.end())
        for found in TOPIC.finditer(text)
    ]
    asked = [found.span() for found in _ASKED_ABOUT.finditer(text)]
    return [mark for mark in named if not _is_asked_about(mark, text, asked)] if asked else named


# 申请主要涉及规划审批 12 件、不动产登记 3 件: what applications ask about is no other business of the body
_ASKED_ABOUT = re.compile(
    r"(?:主要|内容|申请事项|申请)(?:为|是|涉及|集中(?:在|于)|包括)[^。；]{0,80}?(?=，(?:均|全年|年内|已|其中|共|截至)|[。；]|$)"
)


def _is_asked_about(mark: Mark, text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a word stands in one of the spans; a document only before its comma, without figure."""
    inside = next((start for start, end in spans if start <= mark.start < end), None)
    if inside is None or mark.topic == FOREIGN:
        return inside is not None
    counted = "，" in text[inside : mark.start] or _COUNTED.match(text, mark.end)
    return mark.topic in DOCUMENTS and not counted


_COUNTED = re.compile("[为共有：]{0,2}[0-9]")
