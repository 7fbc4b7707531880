"""Rules on when a report was published and of which year it speaks (spec PUB).

The day is the earliest that the page prints. Portals move pages and date them anew, so that a day
which is too late warns at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from nianbao.model import Report, Scope
from nianbao.rules.prose import texts
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict

_YEAR = re.compile(r"(20(?<!\d20)\d{2})\s*年")  # a pattern that starts with plain letters is found quickest
_STALE_MENTIONS = 3  # of last year, and none of this year


def _group(report: Report) -> str:
    """Return the rule with the deadline of this report, empty where no deadline is known.

    A government's report is measured by the later day of its aggregate one unless it is a township's:
    few reports say which of the two they are.
    """
    authority = report.authority
    if authority.kind == "government":
        by_level = {"county": "PUB-02", "prefecture": "PUB-03", "province": "PUB-04"}
        return by_level.get(authority.level, "PUB-01" if authority.level in ("township", "street") else "")
    if authority.kind == "department":
        return "PUB-01"
    return "PUB-04" if authority.kind == "vertical" and report.scope is Scope.AGGREGATE else ""


def _by(rule: str, *days: tuple[int, int, Severity]) -> Callable[[Report], Iterator[Outcome]]:
    """Return the check of one deadline or two: month, day, and how loud it is to be later."""

    def check(report: Report) -> Iterator[Outcome]:
        if _group(report) != rule:
            return
        loudest = days[-1][2]
        if report.published is None:
            message = "报告没有印公布日期，无法核对。"
            yield Outcome(rule, Verdict.NOT_ASSESSABLE, loudest, (), message)
            return
        late = [
            (month, day, severity)
            for month, day, severity in days
            if report.published > date(report.year + 1, month, day)
        ]
        month, day, severity = late[-1] if late else days[-1]
        told = f"公布日期是 {report.published.isoformat()}"
        if late:
            message = f"{told}，晚于 {report.year + 1} 年 {month} 月 {day} 日（网页可能是后来转载的）。"
            yield Outcome(rule, Verdict.FAILS, severity, (), message)
        else:
            yield Outcome(rule, Verdict.HOLDS, severity, (), f"{told}，没有超过期限。")

    return check


def _after_the_year(report: Report) -> Iterator[Outcome]:
    if report.published is None:
        message = "报告没有印公布日期，无法核对。"
        yield Outcome("PUB-05", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
    elif report.published.year <= report.year:
        message = f"公布日期是 {report.published.isoformat()}，{report.year} 年还没有结束。"
        yield Outcome("PUB-05", Verdict.FAILS, Severity.WARNING, (), message)
    else:
        message = f"在 {report.year} 年结束后公布。"
        yield Outcome("PUB-05", Verdict.HOLDS, Severity.WARNING, (), message)


def _one_year(report: Report) -> Iterator[Outcome]:
    titled = _YEAR.search(report.title)
    if titled and int(titled[1]) != report.year:
        message = f"标题写的是 {titled[1]} 年，报告年度是 {report.year} 年。"
        years = Decimal(titled[1]), Decimal(report.year)
        yield Outcome("PUB-07", Verdict.FAILS, Severity.ERROR, (), message, *years)
        return
    body = [int(year) for text in texts(report) if text.section for year in _YEAR.findall(text.text)]
    if not body:
        message = "正文没有写到年份，无法核对。"
        yield Outcome("PUB-07", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
    elif report.year not in body and body.count(report.year - 1) >= _STALE_MENTIONS:
        # Which year a sentence is about takes understanding: the count of years is a sign, not a proof.
        message = f"正文只写到 {report.year - 1} 年，没有写到 {report.year} 年，可能是上一年的文字。"
        yield Outcome("PUB-07", Verdict.FAILS, Severity.WARNING, (), message)
    else:
        yield Outcome("PUB-07", Verdict.HOLDS, Severity.ERROR, (), "标题和正文写的是同一年度。")


_LATE = "晚于期限公布，或者网页后来转载、搬迁过。"
_NOTE = "及时公布；网页搬迁的，保留最初的公布日期。"
PUBLICATION = (
    Rule(
        id="PUB-01",
        title="部门和乡镇在 1 月 31 日前公布",
        formula="公布日期 ≤ 次年 1 月 31 日（部门、乡镇、街道）",
        severity=Severity.WARNING,
        reason="条例规定的期限。网页上的日期可能是转载的日期，所以只作可疑。",
        cause=_LATE,
        fix=_NOTE,
        source="《政府信息公开条例》第四十九条；国办公开办函〔2021〕30号附件，二（一）",
        check=_by("PUB-01", (1, 31, Severity.WARNING)),
    ),
    Rule(
        id="PUB-02",
        title="县级政府在 3 月 31 日前公布",
        formula="公布日期 ≤ 次年 2 月 20 日（提示），≤ 3 月 31 日（可疑）",
        severity=Severity.WARNING,
        reason="3 月 31 日是条例的期限，2 月 20 日是格式对汇总报告的要求。",
        cause=_LATE,
        fix=_NOTE,
        source="《政府信息公开条例》第四十九条；国办公开办函〔2021〕30号附件，二（二）",
        check=_by("PUB-02", (2, 20, Severity.NOTICE), (3, 31, Severity.WARNING)),
    ),
    Rule(
        id="PUB-03",
        title="市级政府在 3 月 31 日前公布",
        formula="公布日期 ≤ 次年 3 月 10 日（提示），≤ 3 月 31 日（可疑）",
        severity=Severity.WARNING,
        reason="3 月 31 日是条例的期限，3 月 10 日是格式对汇总报告的要求。",
        cause=_LATE,
        fix=_NOTE,
        source="《政府信息公开条例》第四十九条；国办公开办函〔2021〕30号附件，二（二）",
        check=_by("PUB-03", (3, 10, Severity.NOTICE), (3, 31, Severity.WARNING)),
    ),
    Rule(
        id="PUB-04",
        title="省级政府在 3 月 31 日前公布",
        formula="公布日期 ≤ 次年 3 月 31 日（省级政府、垂直管理系统的汇总报告）",
        severity=Severity.WARNING,
        reason="条例规定的期限。网页上的日期可能是转载的日期，所以只作可疑。",
        cause=_LATE,
        fix=_NOTE,
        source="《政府信息公开条例》第四十九条；国办公开办函〔2021〕30号附件，二（二）",
        check=_by("PUB-04", (3, 31, Severity.WARNING)),
    ),
    Rule(
        id="PUB-05",
        title="在年度结束后公布",
        formula="公布日期 ≥ 次年 1 月 1 日",
        severity=Severity.WARNING,
        reason="数字以 12 月 31 日为准，年度没有结束就没有全年的数。",
        cause="提前起草后没有更新，或者网页上的日期有误。",
        fix="按 12 月 31 日的数重新公布。",
        source="国办公开办函〔2021〕30号附件，一（二）：核定时间点为 12 月 31 日",
        check=_after_the_year,
    ),
    Rule(
        id="PUB-07",
        title="标题和正文是同一年度",
        formula="标题的年度 = 报告年度；正文写到这一年度",
        severity=Severity.ERROR,
        reason="年度不一致，就不知道数字属于哪一年。",
        cause="以上一年的文件为底稿。",
        fix="改正年度，并确认正文和表格都是这一年的。",
        source="《政府信息公开条例》第四十九条：上一年度",
        check=_one_year,
    ),
)
