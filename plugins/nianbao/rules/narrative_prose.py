"""What the prose says against itself: shares, lists, missing figures, years (NAR-10, 11, 13–15, UNT-04)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from nianbao.facts import Fact, facts_of, kinds
from nianbao.facts.gaps import gaps_of, years_of
from nianbao.facts.lists import LISTED, PART
from nianbao.facts.shares import Share, shares_of
from nianbao.model import Report
from nianbao.rules.narrative_cells import meanings
from nianbao.rules.narrative_quote import block_text, quote, words_of
from nianbao.rules.narrative_stated import comparable, of_whole_area
from nianbao.rules.rule import Outcome, Severity, Verdict
from nianbao.rules.wording import cell_place, figure, total, unknown, why_unknown

_NEW = "applications.new.total"
_BROUGHT = "applications.brought_forward.total"
_PROCESSED = "applications.processed_total.total"
_CARRIED = "applications.carried_forward.total"
_BASES = ((_PROCESSED,), (_NEW,), (_NEW, _BROUGHT))
_NEARLY_ALL = Decimal("0.8")  # of the total: 其中 with less names a few of its parts only
_POINTS = Decimal("0.05")  # percentage points: one decimal, rounded
_TEN_THOUSAND = 10_000


def shares(report: Report) -> Iterator[Outcome]:
    """NAR-10: 予以公开 5 件，占 41.7%; 办结率 98%."""
    whole = of_whole_area(report)
    for fact in facts_of(report):
        part = _part_of_share(report, fact)
        if part and comparable(whole, fact):
            yield _share(report, fact, part)
    for told in shares_of(report):
        yield _told_share(report, told)


def _told_share(report: Report, told: Share) -> Outcome:
    """占 12 件的 75 %, 由 8 件增加到 10 件，增长 25 %: the sentence itself has what it is made of."""
    near = abs(told.computed - told.stated) <= _tolerance(told.stated, told.step)
    right = told.computed.quantize(Decimal("0.01"))
    words = "".join(block_text(report, told.section, told.block)[told.start : told.end].split())
    found = "与句中的数字相符" if near else f"按句中的数字计算为 {figure(right)}%"
    return Outcome(
        "NAR-10",
        Verdict.HOLDS if near else Verdict.FAILS,
        Severity.NOTICE,
        (),
        f"正文写“{words}”，{found}。",
        told.stated,
        right,
        (words_of(told),),
        "" if near else "按写出的分子和分母重新计算。",
    )


def _part_of_share(report: Report, fact: Fact) -> tuple[str, ...]:
    if not report.form:
        return ()
    if fact.kind == kinds.FINISHED_RATE:
        return (_PROCESSED,)
    part = fact.kind.partition("/")[0].partition(".")[2] if fact.kind.startswith("share.") else ""
    meant = meanings(report.form, part) if part else ()
    return meant[0].cells if meant else ()


def _bases(report: Report, fact: Fact) -> tuple[tuple[str, ...], ...]:
    """Return the sums of cells that a share can be of: as the words tell, else any whole."""
    told = fact.kind.partition("/")[2]
    if told:
        return tuple(meaning.cells for meaning in meanings(report.form, told))
    return _BASES[1:] if fact.kind == kinds.FINISHED_RATE else _BASES


def _share(report: Report, fact: Fact, part: tuple[str, ...]) -> Outcome:
    bases = _bases(report, fact)
    cells = tuple(dict.fromkeys((*part, *(cell for base in bases for cell in base))))
    whole, words = total(report.cells, part), (words_of(fact),)
    wholes = [value for base in bases if (value := total(report.cells, base))]
    if unknown(report.cells, cells) or whole is None or not wholes:
        lacking = unknown(report.cells, cells)
        why = (
            why_unknown(report.cells, cells, lambda cell: cell_place(report, cell)) if lacking else "基数为 0"
        )
        message = f"正文{quote(report, fact)}：{why}。"
        return Outcome("NAR-10", Verdict.NOT_ASSESSABLE, Severity.NOTICE, cells, message, words=words)
    actual = [whole * 100 / base for base in wholes]
    near = [share for share in actual if abs(share - fact.value) <= _tolerance(fact.value, fact.step)]
    right = (near or actual)[0].quantize(Decimal("0.01"))
    if near:
        message = f"正文{quote(report, fact)}与表三算得的一致。"
        return Outcome("NAR-10", Verdict.HOLDS, Severity.NOTICE, cells, message, fact.value, right, words)
    message = f"正文写{quote(report, fact)}，按表三计算为 {figure(right)}%。"
    clerk = "写明百分比的分子和分母，按表三重新计算。"
    return Outcome("NAR-10", Verdict.FAILS, Severity.NOTICE, cells, message, fact.value, right, words, clerk)


def _tolerance(stated: Decimal, step: Decimal) -> Decimal:
    return max(_POINTS, Decimal(1).scaleb(int(stated.as_tuple().exponent)) / 2, step)


def parts_of_list(report: Report) -> Iterator[Outcome]:
    """NAR-11: 主动公开 13 条，其中 …: the closed list adds up."""
    for fact, parts in _lists(report):
        whole = sum((part.value for part in parts), Decimal(0))
        if whole < _NEARLY_ALL * fact.value:
            continue
        verdict = Verdict.HOLDS if fact.fits(whole) or _any_rounded(parts) else Verdict.FAILS
        words = (words_of(fact), *(words_of(part) for part in parts))
        told = "各项之和相符" if verdict is Verdict.HOLDS else f"其中列出的各项之和为 {figure(whole)}"
        message = f"正文写{quote(report, fact)}，{told}。"
        clerk = "补全分项，或者改正总数。" if verdict is Verdict.FAILS else ""
        yield Outcome("NAR-11", verdict, Severity.NOTICE, (), message, fact.value, whole, words, clerk)


def _any_rounded(parts: list[Fact]) -> bool:
    return any(part.step for part in parts)


def _lists(report: Report) -> Iterator[tuple[Fact, list[Fact]]]:
    listed = [fact for fact in facts_of(report) if fact.kind in (LISTED, PART)]
    for _, sentence in groupby(listed, lambda fact: (fact.section, fact.block, fact.sentence)):
        figures = list(sentence)  # of a sentence only one total is read, with its parts
        yield (
            next(figure for figure in figures if figure.kind == LISTED),
            [figure for figure in figures if figure.kind == PART],
        )


def scale_words(report: Report) -> Iterator[Outcome]:
    """UNT-04: 173769 万条 whose parts 75656 + 98113 make 173769."""
    for fact, parts in _lists(report):
        whole = sum((part.value for part in parts), Decimal(0))
        if whole and whole * _TEN_THOUSAND == fact.value:
            message = f"正文写{quote(report, fact)}，其中列出的各项之和为 {figure(whole)}：多写了“万”字。"
            verdict, clerk = Verdict.FAILS, "删去“万”字。"
        else:
            message, verdict, clerk = f"正文{quote(report, fact)}的数量级与各项相符。", Verdict.HOLDS, ""
        yield Outcome(
            "UNT-04", verdict, Severity.WARNING, (), message, fact.value, whole, (words_of(fact),), clerk
        )


def all_finished(report: Report) -> Iterator[Outcome]:
    """NAR-13: 办结率 100%, 均已办结, and yet something is carried forward."""
    whole = of_whole_area(report)
    for fact in facts_of(report):
        rate = fact.kind == kinds.FINISHED_RATE and fact.value == 100
        if report.form and (rate or fact.kind == kinds.ALL_FINISHED) and comparable(whole, fact):
            yield _finished_but(report, fact)


def _finished_but(report: Report, fact: Fact) -> Outcome:
    carried, words = report.cells[_CARRIED].value, (words_of(fact),)
    if carried is None:
        why = why_unknown(report.cells, (_CARRIED,), lambda cell: cell_place(report, cell))
        message, verdict = f"正文{quote(report, fact)}：{why}。", Verdict.NOT_ASSESSABLE
    elif carried:
        message = f"正文写{quote(report, fact)}，表三仍有 {figure(carried)} 件结转下年度继续办理。"
        verdict = Verdict.FAILS
    else:
        message, verdict = f"正文{quote(report, fact)}，表三没有结转下年度的申请。", Verdict.HOLDS
    clerk = "如果是指到期的申请都已答复，写“按期答复率”。" if verdict is Verdict.FAILS else ""
    return Outcome(
        "NAR-13", verdict, Severity.NOTICE, (_CARRIED,), message, Decimal(0), carried, words, clerk
    )


def missing_figures(report: Report) -> Iterator[Outcome]:
    """NAR-14: 共收到件."""
    for gap in gaps_of(report):
        words = "".join(block_text(report, gap.section, gap.block)[gap.start : gap.end].split())
        message = f"正文“{words}”里没有数字。"
        place = (words_of(gap),)
        clerk = "补上数字；没有的写 0。"
        yield Outcome("NAR-14", Verdict.FAILS, Severity.WARNING, (), message, words=place, clerk=clerk)


def years(report: Report) -> Iterator[Outcome]:
    """NAR-15: facts of the report's year, plans for the next one."""
    for use, gap in years_of(report):
        expected = report.year if use == "this" else report.year + 1
        place = (words_of(gap),)
        if gap.year == expected or (use == "next" and gap.year > expected):
            message = f"正文写的 {gap.year} 年与报告年度相符。"
            yield Outcome("NAR-15", Verdict.HOLDS, Severity.NOTICE, (), message, words=place)
        else:
            told = "把它写成本年度的情况" if use == "this" else "把它写成下一步的打算"
            message = f"正文写的是 {gap.year} 年，{told}，而这是 {report.year} 年的报告。"
            clerk = "核对年份，改正沿用的旧文。"
            yield Outcome("NAR-15", Verdict.FAILS, Severity.NOTICE, (), message, words=place, clerk=clerk)
