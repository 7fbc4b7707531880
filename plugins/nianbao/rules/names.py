"""Rules on the names in a report: the body's own, and the region's (spec ORG-01 to 03)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nianbao.model import Authority, Report
from nianbao.regions import by_code
from nianbao.rules.prose import found, quoted, texts
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict

_AUTHOR = re.compile(r"本(?:年度)?报告由([^，。；：（(由]{2,30}?)(?:根据|按照|依据|依照|编制|组织编制|汇总)")
_BODY = re.compile(r"(?:局|委员会|委|厅|银行)$")
_SUFFIX = re.compile(r"委员会|[局委厅办]|管理|事务|人民政府|办公室")
_SERVICE = r"(?:人民政府|省政府)?(?:政务服务网|政府信息公开(?:平台|网|专栏)|依申请公开(?:平台|系统))"
_PROVINCES = [
    *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42"),
    *("43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"),
]


def _named_alike(report: Report) -> Iterator[Outcome]:
    lead = "".join(text.text for text in texts(report) if not text.section).replace(" ", "")
    author = _AUTHOR.search(lead)
    if author is None:
        return
    if _same_body(author[1], report.authority):
        yield Outcome("ORG-01", Verdict.HOLDS, Severity.WARNING, (), "标题和开头写的是同一机关。")
    else:
        message = f"标题写的是“{report.authority.name}”，开头写的是由“{author[1]}”编制。"
        yield Outcome("ORG-01", Verdict.FAILS, Severity.WARNING, (), message)


def _same_body(author: str, authority: Authority) -> bool:
    """Whether two names may mean one body: only a department's name can show that they do not.

    Offices write for their government, and names are shortened: 卫健委 is 卫生健康委员会.
    """
    own = _core(authority.body or authority.name, authority)
    other = _core(author, authority)
    return (
        not _BODY.search(author)
        or not other
        or set(other) <= set(own)
        or (bool(own) and set(own) <= set(other))
    )


def _core(name: str, authority: Authority) -> str:
    region = authority.region
    for place in (region.township, region.county, region.prefecture, region.province):
        if place:
            name = (
                name.replace(place, "").replace(place[:-1], "") if len(place) > 2 else name.replace(place, "")
            )
    return _SUFFIX.sub("", name)


def _resolved(report: Report) -> Iterator[Outcome]:
    if report.authority.region.code:
        yield Outcome("ORG-02", Verdict.HOLDS, Severity.NOTICE, (), "报告机关的所在地已经确定。")
    else:
        message = f"只凭“{report.authority.name}”不能确定是哪里的机关。"
        yield Outcome("ORG-02", Verdict.FAILS, Severity.NOTICE, (), message)


def _own_region(report: Report) -> Iterator[Outcome]:
    province = report.authority.region.province
    if not province:
        message = "报告机关的所在地没有确定，无法核对。"
        yield Outcome("ORG-03", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
        return
    named = found(report, _services())
    other = tuple(words for words in named if not quoted(report, words).startswith(province))
    if other:
        message = f"报告写到“{quoted(report, other[0])}”，报告机关却在{province}。"
        yield Outcome("ORG-03", Verdict.FAILS, Severity.WARNING, (), message, words=other)
    else:
        message = "没有写到外省的政务服务平台。"
        yield Outcome("ORG-03", Verdict.HOLDS, Severity.WARNING, (), message)


@cache  # reads the table of divisions
def _services() -> re.Pattern[str]:
    names = [region.province for region in map(by_code, _PROVINCES) if region]
    return re.compile(f"(?:{'|'.join(names)}){_SERVICE}")


NAMES = (
    Rule(
        id="ORG-01",
        title="标题和开头写的是同一机关",
        formula="标题的机关 = 开头“由……编制”的机关",
        severity=Severity.WARNING,
        reason="写了别的部门，说明正文是从那里抄来的，数字也可能是。",
        cause="照抄别的机关的报告。",
        fix="改正开头的机关名称，并确认表格是本机关的。",
        source="《政府信息公开条例》第五十条；实际报告中所见",
        check=_named_alike,
    ),
    Rule(
        id="ORG-02",
        title="能确定是哪里的机关",
        formula="机关名称 → 行政区划代码",
        severity=Severity.NOTICE,
        reason="同名的乡镇很多，只有名称不能确定是哪一个。",
        cause="标题只写了简称。",
        fix="标题写全称；或者在收录时注明所在地。",
        source="行政区划代码",
        check=_resolved,
    ),
    Rule(
        id="ORG-03",
        title="没有写到外省的政务平台",
        formula="正文写到的省级政务服务平台属于本省",
        severity=Severity.WARNING,
        reason="写成外省的平台，说明这一段是从外省的报告抄来的。",
        cause="照抄外省的报告。",
        fix="改正平台名称，并检查这一段的其他内容。",
        source="实际报告中所见",
        check=_own_region,
    ),
)
