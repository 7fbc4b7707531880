"""What the prose says against what the tables say (spec NAR-01 to NAR-09, NAR-12, APP-11)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from nianbao.facts import Fact, Relation, facts_of, is_doubtful, kinds
from nianbao.facts.topics import FEE
from nianbao.model import Report
from nianbao.rules.narrative_another import another
from nianbao.rules.narrative_cells import Meaning
from nianbao.rules.narrative_doubt import adds_up, doubted, is_part_of_sum, of_sentence, told_rightly
from nianbao.rules.narrative_quote import as_printed, quote, words_of
from nianbao.rules.narrative_stated import compare, may_be_of_area, stated
from nianbao.rules.rule import Outcome, Severity, Verdict
from nianbao.rules.wording import cell_place, figure, total, why_unknown

_NEW = "applications.new.total"
_BROUGHT = "applications.brought_forward.total"
_PROCESSED = "applications.processed_total.total"
_DISPUTES = (
    "reconsideration",
    "litigation",
    "litigation_direct",
    "litigation_after_reconsideration",
    "disputes",
)
_DISPUTE_TOTALS = frozenset(f"{row}.total" for row in _DISPUTES)
_OUTCOMES = (
    kinds.OPENED,
    "granted",
    "partially_granted",
    "denied",
    "unable_to_provide",
    "not_processed",
    "other_outcome",
)


def outcome(rule: str, severity: Severity, report: Report, fact: Fact, meant: Sequence[Meaning]) -> Outcome:
    """Return the outcome of one fact against its cells."""
    meant = _likeliest_first(report, fact, meant)
    compared = compare(report, fact, meant)
    left = as_printed(report, fact)
    if compared.fits:
        cells, verdict = compared.fits.cells, Verdict.HOLDS
        message = f"正文{quote(report, fact)}与{compared.fits.name}一致。"
        right = total(report.cells, cells)
    elif not compared.known:
        cells, verdict = _all(meant), Verdict.NOT_ASSESSABLE
        why = why_unknown(report.cells, cells, partial(cell_place, report))
        message, right = f"正文{quote(report, fact)}：{why}。", compared.first
    else:
        cells, verdict, right = _all(meant), Verdict.FAILS, compared.first
        message = f"正文写{quote(report, fact)}，{_figures(report, meant)}。"
    clerk = _clerk(report, fact, meant) if verdict is Verdict.FAILS else ""
    made = Outcome(rule, verdict, severity, cells, message, left, right, (words_of(fact),), clerk)
    if not made.failed:
        return made
    if adds_up(report, fact):
        message = f"正文{quote(report, fact)}与同一句里的其他数字合起来才是表中的数，不单独比较。"
        return made._replace(verdict=Verdict.NOT_ASSESSABLE, message=message, clerk="")
    if is_doubtful(fact, report) or is_part_of_sum(report, fact) or may_be_of_area(report, fact):
        return doubted(made, report, fact)
    if not fact.none and fact.kind in told_rightly(report):
        message = f"{made.message[:-1]}；正文另有一处与表格一致，这一处说的可能不是同一范围。"
        return made._replace(severity=Severity.NOTICE, message=message)
    beside = another(report, fact) if severity is Severity.WARNING else None
    if beside is None:
        return made
    message = f"{made.message[:-1]}；{beside.name}为 {figure(fact.value)}，正文说的也可能是它。"
    return made._replace(severity=Severity.NOTICE, message=message)


def _likeliest_first(report: Report, fact: Fact, meant: Sequence[Meaning]) -> Sequence[Meaning]:
    """收到 25 件（其中上年结转 1 件）are both together; 办理 24 件，结转下年 1 件: those are finished.

    So are those of 收到 25 件，办理 24 件, where the verb has no 申请 of its own.
    """
    if fact.kind not in _SECOND_MEANT or not _second_is_meant(report, fact):
        return meant
    return (meant[1], meant[0], *meant[2:])


def _second_is_meant(report: Report, fact: Fact) -> bool:
    if fact.kind == kinds.HANDLED and "申请" not in fact.clause:
        return True
    behind = next((each for each in of_sentence(report, fact) if each.start > fact.start), None)
    if behind is None or behind.kind != _SECOND_MEANT[fact.kind]:
        return False
    return behind.kind != kinds.BROUGHT or _INCLUDED.match(behind.clause) is not None


_SECOND_MEANT = {kinds.RECEIVED: kinds.BROUGHT, kinds.HANDLED: kinds.CARRIED}
_INCLUDED = re.compile("其中|包含|包括|含")


def _all(meant: Sequence[Meaning]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell for meaning in meant for cell in meaning.cells))


def _figures(report: Report, meant: Sequence[Meaning]) -> str:
    shown = [(meaning.name, total(report.cells, meaning.cells)) for meaning in meant]
    unit = " 万元" if meant[0].cells[0].endswith(".amount") else ""
    return "，".join(f"{name}为 {figure(value)}{unit}" for name, value in shown if value is not None)


def _clerk(report: Report, fact: Fact, meant: Sequence[Meaning]) -> str:
    side = meant[0].name
    return f"按台账核对{quote(report, fact)}与{side}：改正错的一边；如统计口径不同，在正文中写明。"


def _is_nothing(fact: Fact) -> bool:
    """Return whether it says "none" of applications or disputes, in words or as a plain 0."""
    said = fact.none or (not fact.value and not fact.step)
    return said and (fact.kind in (kinds.RECEIVED, kinds.BROUGHT, kinds.CARRIED) or _is_dispute(fact))


def _is_dispute(fact: Fact) -> bool:
    return fact.kind in _DISPUTE_TOTALS


def _agree(
    rule: str, severity: Severity, chosen: Callable[[Fact], bool], report: Report
) -> Iterator[Outcome]:
    for fact, meant in stated(report, chosen):
        yield outcome(rule, severity, report, fact, meant)


def _received(report: Report) -> Iterator[Outcome]:
    """NAR-01, but where the table has none at all APP-11 says it louder."""
    for fact, meant in stated(report, lambda fact: fact.kind in (kinds.RECEIVED, kinds.INCOMING)):
        if not _is_nothing(fact) and not _stands_against_zero(report, fact, meant):
            yield outcome("NAR-01", Severity.WARNING, report, fact, meant)


def _stands_against_zero(report: Report, fact: Fact, meant: Sequence[Meaning]) -> bool:
    fits = compare(report, fact, meant).fits
    return report.cells[_NEW].value == 0 and fact.value > 0 and not fits


def _empty_table(report: Report) -> Iterator[Outcome]:
    for fact, meant in stated(report, lambda fact: fact.kind in (kinds.RECEIVED, kinds.INCOMING)):
        if fact.value > 0:
            made = outcome("APP-11", Severity.ERROR, report, fact, meant)
            if made.verdict is not Verdict.FAILS or report.cells[_NEW].value == 0:
                yield made


def _finished(report: Report) -> Iterator[Outcome]:
    """NAR-02: a figure that fits only without the cases brought forward is told with that reading."""
    for fact, meant in stated(report, lambda fact: fact.kind in (kinds.PROCESSED, kinds.HANDLED)):
        made = outcome("NAR-02", Severity.WARNING, report, fact, meant)
        brought, processed = report.cells[_BROUGHT].value, report.cells[_PROCESSED].value
        plain = made.failed and not is_doubtful(fact, report)
        if plain and brought and processed is not None and fact.fits(processed - brought):
            yield _without_brought(report, fact, made, brought)
        else:
            yield made


def _without_brought(report: Report, fact: Fact, made: Outcome, brought: Decimal) -> Outcome:
    cells = (_PROCESSED, _BROUGHT)
    if _closed(report, fact):
        message = f"正文{quote(report, fact)}与表三办理结果总计减去上年结转 {figure(brought)} 件一致。"
        return made.__class__(
            "NAR-02", Verdict.HOLDS, Severity.WARNING, cells, message, made.left, made.left, made.words
        )
    processed = report.cells[_PROCESSED].value or brought
    message = (
        f"正文写{quote(report, fact)}，表三办理结果总计为 {figure(processed)}；"
        f"不计上年结转的 {figure(brought)} 件才相符，正文没有这样说明。"
    )
    return made.__class__(
        "NAR-02",
        Verdict.FAILS,
        Severity.WARNING,
        cells,
        message,
        made.left,
        processed,
        made.words,
        made.clerk,
    )


def _closed(report: Report, fact: Fact) -> bool:
    """Return whether the sentence itself counts this year's cases only: received − finished = left over."""
    same = of_sentence(report, fact)
    if any(each.kind == kinds.BROUGHT and each.value for each in same):
        return False
    received = [each.value for each in same if each.kind == kinds.RECEIVED]
    carried = [each.value for each in same if each.kind == kinds.CARRIED]
    return bool(received and carried) and received[0] - fact.value == carried[0]


def _none(report: Report) -> Iterator[Outcome]:
    """NAR-07, and a fee that one sentence says was charged and another denies."""
    yield from _agree("NAR-07", Severity.ERROR, _is_nothing, report)
    fees = [fact for fact in facts_of(report) if fact.kind == FEE and fact.relation is Relation.THIS_YEAR]
    charged = [fact for fact in fees if fact.value]
    for fact in (fact for fact in fees if fact.none and charged):
        message = f"正文写{quote(report, fact)}，又写{quote(report, charged[0])}。"
        words, left, right = (words_of(fact), words_of(charged[0])), fact.value, charged[0].value
        clerk = "核对是否收取信息处理费，改正错的一处。"
        yield Outcome("NAR-07", Verdict.FAILS, Severity.WARNING, (), message, left, right, words, clerk)


def _kind_is(*names: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.kind.split(".")[0] in names and not _is_nothing(fact) and not _is_inside(fact)


def _is_inside(fact: Fact) -> bool:
    """Return whether it counts one kind of applicants: in a row of its own, or of all that was received."""
    return "@" in fact.kind or fact.kind.startswith("applicant.")


CHECKS: dict[str, Callable[[Report], Iterator[Outcome]]] = {
    "NAR-01": _received,
    "APP-11": _empty_table,
    "NAR-02": _finished,
    "NAR-03": partial(_agree, "NAR-03", Severity.WARNING, _kind_is(kinds.BROUGHT)),
    "NAR-04": partial(_agree, "NAR-04", Severity.WARNING, _kind_is(kinds.CARRIED, kinds.TRANSFERRED)),
    "NAR-05": partial(_agree, "NAR-05", Severity.WARNING, _kind_is(*_OUTCOMES)),
    "NAR-06": partial(_agree, "NAR-06", Severity.WARNING, _kind_is(*_DISPUTES)),
    "NAR-07": _none,
    "NAR-08": partial(_agree, "NAR-08", Severity.WARNING, _kind_is("rules", "normative_documents")),
    "NAR-09": partial(
        _agree,
        "NAR-09",
        Severity.NOTICE,
        _kind_is(
            "administrative_licenses",
            "administrative_penalties",
            "administrative_compulsion",
            "administrative_charges",
            "centralized_procurement",
            "other_external_services",
        ),
    ),
    "NAR-12": partial(_agree, "NAR-12", Severity.WARNING, _is_inside),
}
"""Rule → its check; the rows of the rules stand in `narrative_rows`."""
