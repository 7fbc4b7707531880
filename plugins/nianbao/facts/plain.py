"""Whether every word that leads to a figure is understood: else it may count a part, or something else.

收到申请 12 件 is the whole, 新收量居前三位的单位合计收到 9 件 is not, and no list of exceptions ends.
"""

from __future__ import annotations

import re
from itertools import combinations

from nianbao.facts.kinds import BROUGHT, CARRIED, HANDLED, INCOMING, PROCESSED, RECEIVED, STOCK_WORDS
from nianbao.facts.phrase import Phrase
from nianbao.model import Report

TOTALS = frozenset((RECEIVED, INCOMING, BROUGHT, CARRIED, PROCESSED, HANDLED))
"""Kinds of the whole: other figures are told by the name of their row."""

_TIMES = (
    r"20\d\d年度?|(?:1[0-2]|[1-9])月(?:[1-3]?\d日)?|全年度?|本年度?|今年|当年|年内|年中|年度|年初|年末|年底|本期|期初|期末|跨年|报告期内?"
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
    r"(?:政府|政务)?信息(?:依申请)?(?:主动)?公开|依申请公开|公开|政府信息|政务信息|信息|依申请|申请|事项|案件|件|数量|总数|总量|总计|数额?|原则|总|量"
    r"|件数|情况|工作|业务|请求|结果|通过|渠道|方式|途径|形式|各类|各种|多种|不同|类|线上线下|线上|线下|有效|正式|书面(?!(?:政府|政务)?(?:信息公开)?的?申请)"
    r"|网络|当面|现场|信函|邮寄|传真|邮件|来信|来函|平台|网站|电子|政府网站|门户|在线|互联网|邮箱|窗口|等"
)
_HELPERS = (
    r"共计?|计|不?包?含|不计|包括|一事一申请|累计|合计|总共|一共|新|均|已|依法|依规|按时|按期|及时|规范|实际|分别|按结果划分|全|都|认真|妥善|稳妥|有序|法定"
    r"|据统计|经统计|统计|数据显示|数据|显示|来看|方面|其中|另有|还有|尚有|仍有|剩余|其余|有|无|存"
    r"|[的了为是在对到达至除和及与或占、：由向以于将经并所从自起止“”内中来加上因按照规定要求处有过地得表本各度条例完]"
)
_KNOWN = re.compile("|".join((_TIMES, _WHO, _VERBS, _NOUNS, _HELPERS)))


_ITEM = re.compile("^[一二三四五六七八九十]{1,2}是")


def is_plain(phrase: Phrase, report: Report) -> bool:
    """Return whether the clause of the figure is made of nothing but words that keep it whole.

    Words that are none of those may be part of what tells a stock: 未到法定答复期限的 2 件.
    """
    clause = _without_name(_ITEM.sub("", phrase.clause), report.authority.name)
    return any(not _KNOWN.sub("", words) for words in (clause, _without_stock(clause)))


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


__all__ = ["TOTALS", "is_plain"]
