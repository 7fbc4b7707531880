"""Whether every word that leads to a figure is understood: else it may count a part, or something else.

收到申请 12 件 is the whole, 新收量居前三位的单位合计收到 9 件 is not, and no list of exceptions ends.
"""

from __future__ import annotations

import re
from itertools import combinations

from nianbao.facts.fact import Fact
from nianbao.facts.kinds import (
    APPLICANT_WORDS,
    BROUGHT,
    CARRIED,
    DISPUTE_WORDS,
    FLOW_WORDS,
    HANDLED,
    INCOMING,
    NOBODY,
    OUTCOME_WORDS,
    PROCESSED,
    RECEIVED,
    STOCK_WORDS,
)
from nianbao.facts.topics import TOPIC
from nianbao.model import Report

TOTALS = frozenset((RECEIVED, INCOMING, BROUGHT, CARRIED, PROCESSED, HANDLED))
"""Kinds of the whole: other figures are told by the name of their row."""

_TIMES = (
    r"20\d\d年[度底末初]?|(?:1[0-2]|[1-9])月(?:[1-3]?\d日|[底末])?|全年度?|本年度?|今年|当年|年内|年中|年度|年初|年末|年底|本期|期初|期末|跨年|报告期内?"
    r"|期间|截至|截止|以来|一年来|一年|全部|总体"
    r"|上一?年度?|去年|下一?个?年度?|次年|明年|[期时]限内?"
)
_WHO = (
    r"全(?:[市县区省州盟旗镇乡局厅委院]|街道|系统)(?:[各上下]?级)?|[我本](?:[总分市县区省州]?[市县区省州盟旗局镇乡厅办委院站所队部关校馆园]|分局|公司|集团|大学|学院|医院|街道|单位|机关|部门|中心|级|行政机关)|我们"
    r"|各(?:职能)?(?:级|部门|单位|乡镇|镇街|街道|地|县区?|区县?|市)|行政机关|机关|[省市县区]政府(?=门户|网站)|管委会|办事处|＿+|部门|单位|系统|政府|总共"
    r"|公民|法人|其他组织|组织|自然人|群众|公众|镇街|社会|申请人|企业|人民"
)
_VERBS = (
    r"收到|新收|新增|受理|接收|接到|接受|收办|收悉|收件|登记|提出|提交|递交|办理|处理|办结|办毕|答复|回复|办完|办复|结案"
    r"|作出|做出|完成|完毕|完结|结转|转结|接转|转入|结存|遗留|顺延|延续|留待|在办|转接|未办结|未答复|未办理|尚未|仍|继续|正|转|承办|承接"
    r"|予以|进行|给予|产生|发生|出具|审理|到期|应(?:办(?!理))?|按程序|面对|需要?|同时|连同|一并"
)
_NOUNS = (
    r"(?:政府|政务)?(?:环境)?信息(?:依申请)?(?:主动)?公开|依申请公开|公开|政府信息|政务信息|信息|依申请|申请|事项|案件|件|数量|总数|总量|总计|数额?|原则|总|量"
    r"|件数|情况|工作|业务|请求|结果|通过|渠道|方式|途径|形式|各类|各种|多种|不同|类|线上线下|线上|线下|有效|正式|书面(?!(?:政府|政务)?(?:信息公开)?的?申请)"
    r"|网络|当面|现场|信函|邮寄|传真|邮件|来信|来函|平台|网站|电子|政府网站|门户|在线|互联网|邮箱|窗口|等"
)
_HELPERS = (
    r"共计?|计|不?包?含|不计|包括|一事一申请|累计|合计|总共|一共|新|均|已|依法|依规|按时|按期|及时|规范|实际|分别|依次|两项|二者|按结果划分|全|都|认真|妥善|稳妥|有序|法定"
    r"|据统计|经统计|统计|数据显示|数据|显示|来看|方面|其中|另有|还有|尚有|仍有|剩余|有|无|存"
    r"|[的了为是在对到达至除和及与或占、：由向以于将经并所从自起止“”内中来加上因按照规定要求处有过地得本各度条例完]"
)
_KNOWN = re.compile("|".join((_TIMES, _WHO, _VERBS, _NOUNS, _HELPERS)))


_ITEM = re.compile("^(?:[一二三四五六七八九十]{1,2}是|[-—①-⑳]|[0-9]{1,2}[.、）])")
_REASONS = (
    r"无?正当理由|属于|决定|逾期|保护|其他情[形况]|其他|作出|涉及|告知|可能|损害|确认|重新|认定|主要|提供|同一|归入|列入|情形|据此|名义|内容|具体"
    r"|视为|放弃|讨论记录|过程稿|磋商信函|请示报告|人事管理|后勤管理|(?:内部)?工作流程|检索|查找|没有|未查到|资料|材料|加工|汇总|分析|政府公报"
    r"|报刊|书籍|主动|撤回|终止|法律|行政|法规|学校|[镇乡市县区]政府|相同|审查|居多|次之|律师事务所|反映|上升|下降|增加|减少|变化|另行|制作"
)
_DISPUTED = (
    r"引[发起]?|人民法院|法院|判决|裁[判定]|判令|不服|质量|被告|被?申请人|看|当事人|撤诉|终结|撤销|责令重作|驳回|诉讼?|请求|原告|行政相对人|相对人|行为"
    r"|审结|争议|进入|程序|支持|针对|提[起出]?"
)
_DOCUMENTS = (
    r"废止?|现行|有效|制发|印发|制定?|出台|公布|发布|集|保留|文件|库|收录|“?立改废释?”?|目前|仅|同步|合法性|审核"
    r"|备案|金额|收入|收费|收取|实施|办理|清理|评估|宣布"
)
_DENIED = re.compile(  # 没有收到任何公民、法人或者其他组织的申请
    r"[从并均暂尚也亦]?(?:没有|未有?|无人|无(?!法))|没|任何一?|一[件例起宗份]|[曾者也亦任或]|不存在|出现|导致|相关|有关|[针对因]|电话|需求|需要"
)
_VOCABULARIES = (OUTCOME_WORDS, APPLICANT_WORDS, STOCK_WORDS, FLOW_WORDS, DISPUTE_WORDS)
_MARKS = r"[‘’“”（）：，；＿\s属而其作涉前后原会者即里外此系皆依栏项被获就占认同主两三四五六种]"
_KNOWN_OF_ROWS = re.compile("|".join((_REASONS, _DISPUTED, _DOCUMENTS, _KNOWN.pattern, _MARKS)))


def is_vague(fact: Fact, report: Report) -> bool:
    """Return whether a fact may count a part only, or something else: some word of its clause is not known.

    Of a total every word must keep it whole. Words that are none of those may be part of what tells a stock
    (未到法定答复期限的 2 件), and elsewhere of what a row is called.
    """
    if fact.vague or not fact.clause:
        return fact.vague
    clause = _DENIED.sub("", fact.clause) if fact.none else fact.clause
    return unknown_words(fact.kind, _ITEM.sub("", clause), report)


def unknown_words(kind: str, words: str, report: Report) -> bool:
    """Return whether some of these words are not known to leave a figure of this kind what it is."""
    words = _without_name(words, report.authority.name)
    if kind == CARRIED:
        words = words.replace("其余", "")  # 其余 2 件结转下年; of other rows the rest may be several
    if kind in TOTALS or kind == NOBODY:
        return all(_KNOWN.sub("", each) for each in (words, _without_stock(words)))
    for vocabulary in _VOCABULARIES:
        words = vocabulary.without(words)
    return bool(_KNOWN_OF_ROWS.sub("", TOPIC.sub("", words)))


def _without_stock(clause: str) -> str:
    """Return the clause without what tells a stock."""
    told = STOCK_WORDS.find(clause)
    return clause[: told[0].start] + clause[told[-1].end :] if told else clause


def _without_name(clause: str, name: str) -> str:
    """Return the clause without the longest piece of the name that it has: 水利局 of 游仙区水利局."""
    pieces = (
        name[start:end] for start, end in combinations(range(len(name) + 1), 2) if end - start >= _PIECE
    )
    clause = clause.replace(max((piece for piece in pieces if piece in clause), key=len, default=""), "")
    return re.sub("(?<![我本])街道", "", clause) if "街道" in name else clause  # 街道收到 9 件: it itself


_PIECE = 3


__all__ = ["TOTALS", "is_vague", "unknown_words"]
