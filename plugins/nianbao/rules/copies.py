"""Rules on reports that repeat another: last year's figures or text, a neighbour's text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules.carried import last_year
from nianbao.rules.neighbours import Neighbours
from nianbao.rules.records import LEAST_TEXT, Record
from nianbao.rules.rule import Outcome, SeriesRule, Severity, Verdict
from nianbao.rules.wording import cell_place, figure

_STOCKS = ("in_force", "total_disclosed", "items_prior_year")
_TOTALS = ("total",)
# Two years with the same few small figures are a coincidence; so many digits in the same cells are not.
_TELLING_DIGITS = 6
_COPIED = Decimal("0.85")  # share of the characters of section 五 that stood there last year

_FLOWS: Mapping[str, frozenset[str]] = {
    form.id: frozenset(
        address for address in form.addresses() if address.rpartition(".")[2] not in (*_STOCKS, *_TOTALS)
    )
    for form in FORMS.values()
}


def _last(report: Report, neighbours: Neighbours) -> Record | None:
    before = last_year(report, neighbours)
    return before.copies[0] if before else None


def _identical(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    other, own = _last(report, neighbours), neighbours.own
    if other is None or other.form != report.form or not report.form:
        return
    severity = Severity.WARNING
    if own.unknown or other.unknown:
        message = f"{report.year - 1}、{report.year} 两年的表格没有读全，无法判断是否完全相同。"
        yield Outcome("XYR-07", Verdict.NOT_ASSESSABLE, severity, (), message)
    elif own.figures == other.figures and _telling(own):
        message = f"各表的数字与 {report.year - 1} 年的报告完全相同。"
        yield Outcome("XYR-07", Verdict.FAILS, severity, tuple(own.figures), message)
    else:
        message = f"各表的数字不是照抄 {report.year - 1} 年的报告。"
        yield Outcome("XYR-07", Verdict.HOLDS, severity, (), message)


def _telling(record: Record) -> bool:
    flows = _FLOWS[record.form]
    return (
        sum(len(figure(abs(value))) for address, value in record.figures.items() if address in flows)
        >= _TELLING_DIGITS
    )


def _rewritten(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    other, own = _last(report, neighbours), neighbours.own
    length = sum(own.sentences.values())
    yield from _like_a_neighbour(neighbours)
    if other is None:
        return
    if length < LEAST_TEXT or not other.sentences:
        message = f"{report.year - 1}、{report.year} 两年的第五部分没有文字或者太少，无法比较。"
        yield Outcome("SEC-09", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
        return
    same = sum(size for sentence, size in own.sentences.items() if sentence in other.sentences)
    if same < _COPIED * length:
        message = f"第五部分没有照抄 {report.year - 1} 年的报告。"
        yield Outcome("SEC-09", Verdict.HOLDS, Severity.WARNING, (), message)
    else:
        share = 100 * same // length
        message = f"第五部分有 {share}% 的文字与 {report.year - 1} 年的报告逐句相同。"
        yield Outcome("SEC-09", Verdict.FAILS, Severity.WARNING, (), message)


def _like_a_neighbour(neighbours: Neighbours) -> Iterator[Outcome]:
    names = sorted(set(neighbours.alike))
    if names:
        others = f"等 {len(names)} 个机关" if len(names) > 1 else ""
        message = f"第五部分除名称和数字外，与“{names[0]}”{others}同一年的报告完全相同。"
        yield Outcome("SEC-09", Verdict.FAILS, Severity.WARNING, (), message)


def _copies_equal(report: Report, neighbours: Neighbours) -> Iterator[Outcome]:
    for other in neighbours.years.get(report.year, ()):
        if other.form != report.form or not report.form:
            message = "同一年收录了两份报告，格式不同，无法逐格比较。"
            yield Outcome("XRP-04", Verdict.NOT_ASSESSABLE, Severity.WARNING, (), message)
            continue
        known = [address for address, cell in report.cells.items() if cell.known]
        both = [(address, report.cells[address].value, other.value(address)) for address in known]
        differ = [(address, mine, theirs) for address, mine, theirs in both if theirs not in (None, mine)]
        cells = tuple(address for address, *_ in differ)
        if not differ:
            message = "同一年收录的两份报告，都读到的数完全一致。"
            yield Outcome("XRP-04", Verdict.HOLDS, Severity.WARNING, (), message)
            continue
        address, mine, theirs = differ[0]
        first = f"如{cell_place(report, address)}，一份为 {_figure(mine)}，另一份为 {_figure(theirs)}"
        message = f"同一年收录的两份报告有 {len(differ)} 格不同，{first}。"
        yield Outcome("XRP-04", Verdict.FAILS, Severity.WARNING, cells, message, mine, theirs)


def _figure(value: Decimal | None) -> str:
    return "" if value is None else figure(value)


COPIES = (
    SeriesRule(
        id="XYR-07",
        title="数字不是照抄上一年",
        formula="各表的数字不与上一年的报告完全相同（只有零星几个小数目的不算）",
        severity=Severity.WARNING,
        reason="每年的数都要重新统计。全部为 0，或者只有几个小数目碰巧相同，是正常的。",
        cause="以上一年的文件为底稿，没有更新表格。",
        fix="按本年的台账重新填写各表。",
        source="国办公开办函〔2021〕30号附件，三（四）：内容雷同",
        check=_identical,
    ),
    SeriesRule(
        id="SEC-09",
        title="第五部分不是照抄",
        formula="第五部分的文字与上一年逐句相同的不到 85%，也不与别的机关完全相同（名称和数字除外）",
        severity=Severity.WARNING,
        reason="格式要求问题和措施写得具体，不能年年雷同。文字相同只是一个迹象。",
        cause="照抄上一年或者邻近机关的报告。",
        fix="按本年的实际情况重写问题和改进措施。",
        source="国办公开办函〔2021〕30号附件，一（五）、三（四）",
        check=_rewritten,
    ),
    SeriesRule(
        id="XRP-04",
        title="同一年的几份报告数字一致",
        formula="同一机关、同一年、同一统计范围：各份报告都读到的数相同",
        severity=Severity.WARNING,
        reason="同一份报告在不同地方公布，数字应当一样。",
        cause="只在一处作了更正。",
        fix="把各处公布的报告改为一致。",
        source="《政府信息公开条例》第六条：及时、准确地公开",
        check=_copies_equal,
    ),
)
