"""The identities of the forms as rules: one rule for each identity id, applied to every row or column.

The equations are data (`forms/*.yml`); here stand only the words around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from nianbao.cells import Cell
from nianbao.forms import FORMS, Equation, Form, Identity, TableForm
from nianbao.model import Report
from nianbao.rules.rule import Outcome, Rule, Severity, Verdict
from nianbao.rules.wording import (
    column_name,
    column_place,
    figure,
    row_name,
    row_place,
    total,
    why_unknown,
)

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What an identity's YAML does not say: its two sides in words, and the clerk's side of it."""

    left: str
    right: str
    reason: str
    cause: str
    fix: str


_DISPUTES = _Words(
    left="四种结果之和",
    right="总计",
    reason="每一件都只属于结果维持、结果纠正、其他结果、尚未审结之一，总计就是这四项之和。",
    cause="总计填错，或者漏填了一种结果。",
    fix="按案件台账核对四种结果，再重新计算总计。",
)
WORDS: Mapping[str, _Words] = {
    "APP-01": _Words(
        left="本年新收加上年结转",
        right="办理结果总计加结转下年度",
        reason="手上的申请要么在本年办完，要么转到下一年。这是表格左上角印着的勾稽关系。",
        cause="漏填上年结转，或者办理结果按另一本台账统计。",
        fix="按申请登记台账重新统计新收、上年结转、办理结果总计和结转下年度。",
    ),
    "APP-02": _Words(
        left="六类申请人之和",
        right="总计栏",
        reason="每一件申请都属于六类申请人之一，总计就是六类之和。",
        cause="总计填错，或者有一类申请人漏填。",
        fix="核对六类申请人的数字，再重新计算总计。",
    ),
    "APP-03": _Words(
        left="各项办理结果之和",
        right="（七）总计",
        reason="每一件办结的申请都计入一种办理结果，（七）总计就是各项之和。",
        cause="有一种办理结果漏填，或者一件申请在两行里各计了一次。",
        fix="按办理台账核对各项结果，一件只计一次，再重新计算（七）总计。",
    ),
    "REV-01": _DISPUTES,
    "REV-02": _DISPUTES,
    "REV-03": _DISPUTES,
}


class Line(NamedTuple):
    """An equation ready to be checked: its cells and the words that do not depend on figures.

    `all_zero` is the outcome of two sums of 0, by far the most frequent one.
    """

    equation: Equation
    cells: tuple[str, ...]
    names: Mapping[str, str]
    place: str
    holds: str
    all_zero: Outcome


def _line(form: Form, table: TableForm, equation: Equation) -> Line:
    cells = (*equation.left, *equation.right)
    rows = {table.address(row.id, column.id): row for row in table.rows for column in table.columns}
    columns = {table.address(row.id, column.id): column for row in table.rows for column in table.columns}
    if equation.identity.each == "column":
        place = column_place(form, table, columns[cells[0]])
        names = {cell: f"“{row_name(rows[cell])}”" for cell in cells}
    else:
        place = row_place(form, table, rows[cells[0]])
        names = {cell: f"“{column_name(columns[cell])}”" for cell in cells}
    words = WORDS[equation.identity.id]
    holds = f"{place}：{words.left}等于{words.right}。"
    all_zero = Outcome(equation.identity.id, Verdict.HOLDS, Severity.ERROR, cells, holds, _ZERO, _ZERO)
    return Line(equation, cells, names, place, holds, all_zero)


LINES: Mapping[str, Mapping[str, tuple[Line, ...]]] = {
    identity_id: {
        form.id: tuple(
            _line(form, table, equation)
            for table in form.tables
            for equation in table.equations()
            if equation.identity.id == identity_id
        )
        for form in FORMS.values()
    }
    for identity_id in WORDS
}
"""Identity → form → its equations."""


def _check(identity: str, report: Report) -> Iterator[Outcome]:
    cells = report.cells
    for line in LINES[identity].get(report.form, ()):
        left, right = total(cells, line.equation.left), total(cells, line.equation.right)
        if left is None or right is None:
            yield _incomplete(cells, line, left, right)
            continue
        if left == right:
            if not left:
                yield line.all_zero
                continue
            verdict, message = Verdict.HOLDS, line.holds
        else:
            verdict, message = Verdict.FAILS, _differ(line, left, right)
        yield Outcome(identity, verdict, Severity.ERROR, line.cells, message, left, right)


def _incomplete(
    cells: Mapping[str, Cell], line: Line, left: Decimal | None, right: Decimal | None
) -> Outcome:
    """Return that an equation cannot be checked, or that it fails whatever its lacking figures are.

    Counts are not negative: the known figures of one side may already exceed the other side's sum.
    """
    identity = line.equation.identity.id
    words = WORDS[identity]
    names = (words.left, words.right) if left is None else (words.right, words.left)
    lacking, limit = (line.equation.left, right) if left is None else (line.equation.right, left)
    part = total(cells, [cell for cell in lacking if cells[cell].known])
    if limit is None or part is None or part <= limit:
        message = f"{line.place}：{why_unknown(cells, line.cells, line.names.__getitem__)}。"
        return Outcome(identity, Verdict.NOT_ASSESSABLE, Severity.ERROR, line.cells, message, left, right)
    message = (
        f"{line.place}：{names[0]}只算读到的已有 {figure(part)}，超过{names[1]} {figure(limit)}，"
        f"相差至少 {figure(part - limit)}。"
    )
    clerk = f"补齐{line.place}没有填数的格，再核对{words.left}是否等于{words.right}。"
    left, right = (part, limit) if left is None else (limit, part)
    return Outcome(identity, Verdict.FAILS, Severity.ERROR, line.cells, message, left, right, clerk=clerk)


def _differ(line: Line, left: Decimal, right: Decimal) -> str:
    words = WORDS[line.equation.identity.id]
    return (
        f"{line.place}：{words.left}为 {figure(left)}，{words.right}为 {figure(right)}，"
        f"相差 {figure(abs(left - right))}。"
    )


def _rule(identity: Identity) -> Rule:
    words = WORDS[identity.id]
    scope = "每一栏" if identity.each == "column" else "每一行" if not identity.rows else "这一行"
    return Rule(
        id=identity.id,
        title=identity.title,
        formula=f"{scope}：{words.left} = {words.right}",
        severity=Severity.ERROR,
        reason=words.reason,
        cause=words.cause,
        fix=words.fix,
        source=identity.source,
        check=partial(_check, identity.id),
    )


def identity_rules(table_id: str) -> tuple[Rule, ...]:
    """Return one rule for each identity that any form states for this table, in the form's order."""
    tables = [table for form in FORMS.values() for table in form.tables if table.id == table_id]
    identities = {identity.id: identity for table in tables for identity in table.identities}
    return tuple(_rule(identity) for identity in identities.values())
