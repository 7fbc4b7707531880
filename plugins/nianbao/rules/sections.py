"""Rules on what the sections say: headings, the aspects to be covered, problems and measures (spec SEC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from nianbao.forms import FORMS, normalise, squeeze
from nianbao.model import Report
from nianbao.rules.prose import section_text
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict

_NEW = "2021-30"
_NUMERALS = "一二三四五六"
_MOST_CHARACTERS = 1000
_TITLES = {
    section.number: {
        normalise(title)
        for form in FORMS.values()
        for title in (form.sections[section.number - 1].title, form.sections[section.number - 1].long)
        if title
    }
    for section in FORMS[_NEW].sections
}
# Wordings are free: an aspect counts as covered where one of its words stands in the section.
_ASPECTS = (
    ("主动公开", re.compile("主动公开|公开.{0,12}信息|发布")),
    ("依申请公开", re.compile("依申请|申请公开|公开申请|申请")),
    ("政府信息管理", re.compile("信息管理|管理|审核|审查|目录|规范性文件|清理|归档")),
    ("平台建设", re.compile("平台|网站|公众号|专栏|查阅点|公开栏|新媒体|渠道")),
    ("监督保障", re.compile("监督|保障|考核|评议|培训|责任|领导")),
)
_DUTIES = (
    ("工作考核", re.compile("考核|考评|考查|测评|评估|绩效")),
    ("社会评议", re.compile("评议|社会评价|群众评价|满意度|社会监督|群众监督|监督员|意见征集|意见建议")),
    ("责任追究", re.compile("追究|追责|问责|责任事故|责任制|处分|通报批评")),
)
_GOVERNMENTS = ("province", "prefecture", "county", "township")  # 街道办事处 is no people's government (T-19)
_EMPTY = re.compile(r"(?:无|没有|暂无|略|无问题|不存在问题)?[。.]?")
_LONGEST_EMPTY = 20  # characters
_PROBLEM = re.compile(
    "问题|不足|不够|不高|不强|不全|不到位|不及时|不完善|不健全|不深|不多|不规范|欠缺|薄弱|短板|差距|有待|单一|滞后|困难"
    "|尚未|缺乏|缺少|偏[少低慢弱窄]|较[少低慢弱窄]|仍需|还需|亟需|需要|局限|弱项|难点"
)
_MEASURE = re.compile(
    "下一步|下步|改进|加强|完善|提高|提升|强化|继续|进一步|今后|优化|推进|措施|整改|加大|健全|将"
)


def _official_headings(report: Report) -> Iterator[Outcome]:
    other = [
        f"第{_NUMERALS[section.number - 1]}"
        for section in report.sections
        if normalise(section.title) not in _TITLES[section.number]
    ]
    if other:
        message = f"{'、'.join(other)}部分的标题与格式的写法不同。"
        yield Outcome("SEC-04", Verdict.FAILS, Severity.NOTICE, (), message)
    elif not report.sections:
        message = "没有读到任何一个部分的标题。"
        yield Outcome("SEC-04", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
    else:
        yield Outcome("SEC-04", Verdict.HOLDS, Severity.NOTICE, (), "各部分的标题与格式一致。")


def _aspects_covered(report: Report) -> Iterator[Outcome]:
    if report.form != _NEW:
        return
    text = section_text(report, 1)
    if not text:
        message = "没有读到第一部分的文字，无法核对。"
        yield Outcome("SEC-05", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
        return
    yield _mentioned("SEC-05", text, _ASPECTS, "第一部分", "五个方面")


def _duties_mentioned(report: Report) -> Iterator[Outcome]:
    authority = report.authority
    if authority.kind != "government" or authority.level not in _GOVERNMENTS:
        return
    text = "".join(section_text(report, number) or "" for number in range(1, 7))
    if not text:
        message = "没有读到正文，无法核对。"
        yield Outcome("SEC-07", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
        return
    yield _mentioned("SEC-07", text, _DUTIES, "报告", "考核、评议和责任追究")


def _mentioned(
    rule: str, text: str, wanted: tuple[tuple[str, re.Pattern[str]], ...], where: str, all_of: str
) -> Outcome:
    missing = [name for name, words in wanted if not words.search(text)]
    if missing:
        message = f"{where}没有写到{'、'.join(missing)}。"
        return Outcome(rule, Verdict.FAILS, Severity.NOTICE, (), message)
    return Outcome(rule, Verdict.HOLDS, Severity.NOTICE, (), f"{where}写到了{all_of}。")


def _length(report: Report) -> Iterator[Outcome]:
    if report.form != _NEW:
        return
    text = section_text(report, 1)
    if text is None:
        message = "没有读到第一部分，无法计算字数。"
        yield Outcome("SEC-06", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
        return
    fits = len(text) <= _MOST_CHARACTERS
    message = f"第一部分约 {len(text)} 字，{'没有超过' if fits else '超过'}原则上的一千字。"
    verdict = Verdict.HOLDS if fits else Verdict.FAILS
    count, most = Decimal(len(text)), Decimal(_MOST_CHARACTERS)
    yield Outcome("SEC-06", verdict, Severity.NOTICE, (), message, count, most)


def _substantive(report: Report) -> Iterator[Outcome]:
    text = section_text(report, 5)
    severity = Severity.ERROR
    if text is None or (not text and any(note.code == "page-without-text" for note in report.notes)):
        message = "没有读到第五部分，无法核对它的内容。"
        yield Outcome("SEC-08", Verdict.NOT_ASSESSABLE, severity, (), message)
    elif _EMPTY.fullmatch(squeeze(text[:_LONGEST_EMPTY])):  # what is longer says something
        message = "第五部分没有写存在的问题和改进情况。"
        yield Outcome("SEC-08", Verdict.FAILS, severity, (), message)
    else:
        lacking = [
            name for name, words in (("问题", _PROBLEM), ("改进措施", _MEASURE)) if not words.search(text)
        ]
        verdict = Verdict.FAILS if lacking else Verdict.HOLDS
        message = f"第五部分没有写到{'和'.join(lacking)}。" if lacking else "第五部分写到了问题和改进措施。"
        # Which words tell of a problem is our list, so that it only warns.
        yield Outcome("SEC-08", verdict, Severity.WARNING if lacking else severity, (), message)


SECTIONS = (
    Rule(
        id="SEC-04",
        title="标题与格式一致",
        formula="标题 ∈ {格式附件的短标题，通知正文的长标题}",
        severity=Severity.NOTICE,
        reason="两种写法都是正式的；别的写法也看得懂，只是不统一。",
        cause="本地的习惯写法。",
        fix="可改为格式规定的标题。",
        source="国办公开办函〔2021〕30号正文和附件",
        check=_official_headings,
    ),
    Rule(
        id="SEC-05",
        title="第一部分写到五个方面",
        formula="第一部分写到主动公开、依申请公开、政府信息管理、平台建设、监督保障",
        severity=Severity.NOTICE,
        reason="格式列出了这五个方面。写法不限，我们只看词语，所以只作提示。",
        cause="漏了一个方面，多为平台建设。",
        fix="补写缺少的方面。",
        source="国办公开办函〔2021〕30号附件，一（一）",
        check=_aspects_covered,
    ),
    Rule(
        id="SEC-06",
        title="第一部分不超过一千字",
        formula="第一部分的字数 ≤ 1000（2021 年格式）",
        severity=Severity.NOTICE,
        reason="格式要求原则上不超过一千字。",
        cause="写成了工作总结。",
        fix="压缩第一部分。",
        source="国办公开办函〔2021〕30号附件，一（一）",
        check=_length,
    ),
    Rule(
        id="SEC-07",
        title="政府的报告写到考核、评议和责任追究",
        formula="人民政府（街道办事处除外）的报告写到工作考核、社会评议、责任追究",
        severity=Severity.NOTICE,
        reason="这是条例要求各级人民政府报告的内容。写法不限，我们只看词语，所以只作提示。",
        cause="乡镇常常漏写。",
        fix="各补一句；没有发生的也写明。",
        source="《政府信息公开条例》第五十条第（四）项；国办公开办函〔2021〕30号附件，一（一）",
        check=_duties_mentioned,
    ),
    Rule(
        id="SEC-08",
        title="第五部分有实际内容",
        formula="第五部分不为空或“无”，写到问题，也写到改进",
        severity=Severity.ERROR,
        reason="问题和改进情况是条例要求的内容，格式要求避免笼统模糊。",
        cause="留空，或者只写了成绩。",
        fix="写明具体的问题和改进措施。",
        source="《政府信息公开条例》第五十条第（四）项；国办公开办函〔2021〕30号附件，一（五）",
        check=_substantive,
    ),
)
