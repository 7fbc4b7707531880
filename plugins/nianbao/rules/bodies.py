"""Rules on who reports: what such a body may do, and whose figures it gives (spec AD, ORG-04, XRP-03)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nianbao.model import Authority, Report, Scope
from nianbao.rules.prose import texts
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.wording import cell_place, figure, total, why_unknown

_RULES = {  # cells that tell of 规章 made by the body itself; what a township discloses may be its superior's
    "2019-60": ("art20_1.rules.newly_made",),
    "2021-30": ("art20_1.rules.issued", "art20_1.rules.repealed", "art20_1.rules.in_force"),
}
_DOCUMENTS = "art20_1.normative_documents.in_force"
_NO_RULES_LEVELS = ("county", "township", "street")
_WITHOUT_POWER = ("public_institution", "dispatched")
_LARGE = ("province", "prefecture", "county")  # governments that publish an own and an aggregate report
_SCOPE = re.compile(r"汇总|全[省市县区州旗盟]|本机关|本级|各部门|所属|各乡镇|各镇|下级")


def _may_make_rules(report: Report) -> Iterator[Outcome]:
    cells = _RULES.get(report.form, ())
    allowed = _rule_maker(report.authority)
    if not cells or allowed:
        return
    whole = total(report.cells, cells)
    place = "表二“规章”一行"
    if whole is None or allowed is None:
        why = (
            "不能判断这一机关是否有权制定规章"
            if allowed is None
            else why_unknown(report.cells, cells, lambda cell: cell_place(report, cell))
        )
        yield Outcome("AD-03", Verdict.NOT_ASSESSABLE, Severity.ERROR, cells, f"{place}：{why}。")
    elif whole:
        largest = max(cells, key=lambda cell: report.cells[cell].value or 0)
        value = report.cells[largest].value
        message = f"{cell_place(report, largest)}为 {figure(value or whole)} 件，这一级机关无权制定规章。"
        yield Outcome("AD-03", Verdict.FAILS, Severity.ERROR, cells, message)
    else:
        message = f"{place}：都为 0。"
        yield Outcome("AD-03", Verdict.HOLDS, Severity.ERROR, cells, message)


def _rule_maker(authority: Authority) -> bool | None:
    """Return whether a body may make 规章, None where its kind or level is not known."""
    if authority.level == "ministry":
        return True
    if authority.kind == "government":
        return None if not authority.level else authority.level not in _NO_RULES_LEVELS
    if authority.kind in ("department", "functional_zone", "dispatched", "public_institution"):
        return False if authority.level else None
    return None


def _no_documents(report: Report) -> Iterator[Outcome]:
    cell = report.cells.get(_DOCUMENTS)
    if cell is None or report.authority.kind not in _WITHOUT_POWER:
        return
    place = cell_place(report, _DOCUMENTS)
    if cell.value is None:
        message = f"{why_unknown(report.cells, (_DOCUMENTS,), lambda _: place)}。"
        yield Outcome("AD-04", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (_DOCUMENTS,), message)
    elif cell.value:
        message = f"{place}为 {figure(cell.value)} 件，这一类机关一般不制发行政规范性文件。"
        yield Outcome("AD-04", Verdict.FAILS, Severity.NOTICE, (_DOCUMENTS,), message, cell.value)
    else:
        yield Outcome("AD-04", Verdict.HOLDS, Severity.NOTICE, (_DOCUMENTS,), f"{place}为 0。", cell.value)


def _has_duty(report: Report) -> Iterator[Outcome]:
    kind = report.authority.kind
    if not kind:
        message = f"不能判断“{report.authority.name}”是哪一类机关。"
        yield Outcome("ORG-04", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
    elif kind == "public_institution":
        message = "公共企事业单位不在应当公布年度报告的机关之列。"
        yield Outcome("ORG-04", Verdict.FAILS, Severity.NOTICE, (), message)
    else:
        yield Outcome("ORG-04", Verdict.HOLDS, Severity.NOTICE, (), "报告机关是应当公布年度报告的机关。")


def _scope_declared(report: Report) -> Iterator[Outcome]:
    authority = report.authority
    if authority.kind != "government" or authority.level not in _LARGE:
        return
    cover = " ".join((report.title, *(text.text for text in texts(report) if text.section < 2)))
    if report.scope is Scope.AGGREGATE or _SCOPE.search(cover):
        message = "报告写明了统计范围。"
        yield Outcome("XRP-03", Verdict.HOLDS, Severity.NOTICE, (), message)
    elif not report.lead and not report.sections:
        message = "没有读到正文，无法核对。"
        yield Outcome("XRP-03", Verdict.NOT_ASSESSABLE, Severity.NOTICE, (), message)
    else:
        message = "报告没有写明是本机关的数，还是汇总下级和部门的数。"
        yield Outcome("XRP-03", Verdict.FAILS, Severity.NOTICE, (), message)


BODIES = (
    Rule(
        id="AD-03",
        title="有权的机关才有规章",
        formula="规章 > 0 ⇒ 国务院部门、省级政府、设区的市和自治州政府",
        severity=Severity.ERROR,
        reason="县级政府、乡镇、街道和地方政府的部门无权制定规章。",
        cause="把单位内部的规章制度当成了规章。",
        fix="填 0；内部规章制度不是规章。",
        source="《立法法》关于部门规章和地方政府规章的规定",
        check=_may_make_rules,
    ),
    Rule(
        id="AD-04",
        title="没有对外管理权的机关一般没有规范性文件",
        formula="公共企事业单位、派出机构：行政规范性文件现行有效件数 = 0",
        severity=Severity.NOTICE,
        reason="行政规范性文件由有权对外管理的机关制发；这类机关有是可能的，但不多见。",
        cause="把一般公文算作行政规范性文件。",
        fix="按行政规范性文件的定义，会同司法行政部门核对。",
        source="国办公开办函〔2021〕30号附件，第二十条第（一）项；由行政规范性文件的含义推出",
        check=_no_documents,
    ),
    Rule(
        id="ORG-04",
        title="是应当公布年度报告的机关",
        formula="报告机关不是公共企事业单位",
        severity=Severity.NOTICE,
        reason="公共企事业单位的信息公开另有规定，不要求公布这种年度报告。",
        cause="学校、医院等按行政机关的格式写了报告。",
        fix="不需要改正。",
        source="《政府信息公开条例》第四十九条、第五十四条、第五十五条",
        check=_has_duty,
    ),
    Rule(
        id="XRP-03",
        title="写明统计范围",
        formula="县级以上政府的报告写明是本机关的数，还是汇总的数",
        severity=Severity.NOTICE,
        reason="同一政府可以有两份报告：本机关的和汇总的，不写明就不知道数字属于谁。",
        cause="开头没有写。",
        fix="在开头写明统计范围。",
        source="国办公开办函〔2021〕30号附件，二（一）、（二）",
        check=_scope_declared,
    ),
)
