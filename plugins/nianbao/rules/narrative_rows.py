"""The rules on the prose as a reader meets them; what they check stands in the modules beside."""

from __future__ import annotations

from nianbao.rules import narrative_prose
from nianbao.rules.narrative import CHECKS
from nianbao.rules.narrative_fees import FEES
from nianbao.rules.rule import Rule, Severity

_SAME_FACT = "正文和表格说的是同一件事，数字应当一致。"
_ALIGN = "按台账核对，改正错的一边；统计口径不同的，在正文中写明。"
_FORM_1 = "国办公开办函〔2021〕30号附件，一（一）"


def _row(
    rule: str,
    title: str,
    formula: str,
    severity: Severity,
    source: str,
    *,
    reason: str = _SAME_FACT,
    cause: str = "正文或表格有一处写错，或者两处的统计口径不同。",
    fix: str = _ALIGN,
) -> Rule:
    return Rule(
        id=rule,
        title=title,
        formula=formula,
        severity=severity,
        reason=reason,
        cause=cause,
        fix=fix,
        source=source,
        check=CHECKS[rule] if rule in CHECKS else _OTHERS[rule],
    )


_OTHERS = {
    "NAR-10": narrative_prose.shares,
    "NAR-11": narrative_prose.parts_of_list,
    "NAR-13": narrative_prose.all_finished,
    "NAR-14": narrative_prose.missing_figures,
    "NAR-15": narrative_prose.years,
    "UNT-04": narrative_prose.scale_words,
}
NARRATIVE = (
    _row(
        "NAR-01",
        "正文收到的申请与表三一致",
        "收到申请 N 件：N = 本年新收，或 N = 本年新收 + 上年结转",
        Severity.WARNING,
        _FORM_1,
        reason="两种写法都常见：只算本年新收，或者连同上年结转。都不相符，就有一处不对。",
    ),
    _row(
        "APP-11",
        "表三全为 0 而正文有申请",
        "表三本年新收 = 0 ⇒ 正文没有写收到申请",
        Severity.ERROR,
        "《政府信息公开条例》第五十条第（二）项",
        reason="同一份报告里，一处说收到了申请，一处说没有，至少有一处是错的。",
        cause="表格没有填，或者正文统计的是别的事项。",
    ),
    _row(
        "NAR-02",
        "正文办结的申请与表三一致",
        "办结 N 件：N = 办理结果总计；句中只算本年新收的，N = 办理结果总计 − 上年结转",
        Severity.WARNING,
        _FORM_1,
        cause="两处的截止日期不同，或者正文只算了本年新收的申请。",
    ),
    _row("NAR-03", "正文上年结转与表三一致", "上年结转 N 件：N = 上年结转", Severity.WARNING, _FORM_1),
    _row(
        "NAR-04", "正文结转下年与表三一致", "结转下年 N 件：N = 结转下年度继续办理", Severity.WARNING, _FORM_1
    ),
    _row(
        "NAR-05",
        "正文办理结果与表三一致",
        "予以公开（部分公开、不予公开、无法提供、不予处理、其他处理）N 件：N = 表三这一项各行之和",
        Severity.WARNING,
        _FORM_1,
    ),
    _row(
        "NAR-06",
        "正文复议、诉讼与表四一致",
        "行政复议 N 件：N = 行政复议总计；行政诉讼 N 件：N = 两类诉讼总计之和，指明一类的等于那一类",
        Severity.WARNING,
        "国办公开办函〔2021〕30号附件，一（四）",
        cause="正文统计的是新发生或已审结的案件。",
    ),
    _row(
        "NAR-07",
        "正文说没有，表格也没有",
        "正文写未收到申请、没有复议或诉讼 ⇒ 相应的总计 = 0",
        Severity.ERROR,
        "《政府信息公开条例》第五十条",
        reason="正文说没有，表格里却有，报告自相矛盾。",
        cause="沿用了往年的句子。",
        fix="按台账改正错的一边。",
    ),
    _row(
        "NAR-08",
        "正文文件数与表二一致",
        "制发、废止、现行有效规章或规范性文件 N 件：N = 表二对应的一格",
        Severity.WARNING,
        "国办公开办函〔2021〕30号附件，一（二）",
        cause="正文把修改的文件算在内，或者范围不同。",
    ),
    _row(
        "NAR-09",
        "正文行政决定与表二一致",
        "行政许可（处罚、强制）N 件、行政事业性收费 N 万元、政府集中采购 N 项：N = 表二对应的一格",
        Severity.NOTICE,
        "国办公开办函〔2021〕30号附件，一（二）",
        reason="表二包括依法不公开的决定，正文常常只算公开的，所以只作提示。",
        cause="正文只统计了对外公开的决定。",
    ),
    _row(
        "NAR-10",
        "正文百分比与表三一致",
        "写出的占比或增幅 = 按表三，或按句中写出的数字重新计算的百分比（相差不超过 0.05 个百分点）",
        Severity.NOTICE,
        "对实际报告的观察",
        reason="百分比可以由表三或句中的数字算出；报告常常没有写明分母，所以只作提示。",
        cause="分母不同。",
        fix="写明分子和分母，按表三重新计算。",
    ),
    _row(
        "NAR-11",
        "正文分项之和等于总数",
        "写出总数 N 和列全的各项（如主动公开 N 条，其中各项）：N = 各项之和",
        Severity.NOTICE,
        "对实际报告的观察",
        reason="列全的分项加起来就是总数；分项有时只是举例，所以只作提示。",
        cause="分项没有列全。",
        fix="补全分项，或者改正总数。",
    ),
    _row(
        "NAR-12",
        "正文申请人与表三一致",
        "自然人（法人或其他组织）N 件：N = 表三这一栏的本年新收，或加上年结转",
        Severity.WARNING,
        "国办公开办函〔2021〕30号附件，一（三）",
    ),
    _row(
        "NAR-13",
        "全部办结与结转下年",
        "办结率 100% 或均已办结 ⇒ 结转下年度 = 0",
        Severity.NOTICE,
        "对实际报告的观察",
        reason="还有申请结转下年度办理，就不是全部办结；也可能指到期的都已答复，所以只作提示。",
        cause="把按期答复率写成了办结率。",
        fix="写“按期答复率”，或者改正数字。",
    ),
    _row(
        "NAR-14",
        "句子里有数字",
        "写了件、条等量词的句子有数字",
        Severity.WARNING,
        "对实际报告的观察",
        reason="“共收到件”这样的句子没有说出件数。",
        cause="没有填写，或者发布、转换时丢了数字。",
        fix="补上数字；没有的写 0。",
    ),
    _row(
        "NAR-15",
        "正文的年份是报告年度",
        "写成本年度情况的年份 = 报告年度；写成打算的年份 = 报告年度 + 1",
        Severity.NOTICE,
        "对实际报告的观察",
        reason="年度报告写的是这一年的情况和下一年的打算。",
        cause="沿用了别的年份的文字。",
        fix="核对年份，改正沿用的旧文。",
    ),
    _row(
        "UNT-04",
        "“万”字没有多写",
        "分项之和 ≠ 去掉“万”字的总数",
        Severity.WARNING,
        "对实际报告的观察",
        reason="分项加起来正好是去掉“万”字的数，总数就大了一万倍。",
        cause="在全数后面又加了“万”字。",
        fix="删去“万”字。",
    ),
    *FEES,
)
