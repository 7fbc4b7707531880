"""Which cells a fact of the prose can mean: one sum, or several where the wording leaves it open."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from nianbao.facts import kinds
from nianbao.forms import FORMS, TableForm

_LITIGATION = ("litigation_direct", "litigation_after_reconsideration")
_DISPUTE_ROWS: Mapping[str, tuple[str, ...]] = {
    "reconsideration": ("reconsideration",),
    "litigation": _LITIGATION,
    **{row: (row,) for row in _LITIGATION},
    "disputes": ("reconsideration", *_LITIGATION),
}
_DISPUTE_NAMES = {
    "reconsideration": "行政复议",
    "litigation": "行政诉讼（两类之和）",
    "litigation_direct": "未经复议直接起诉",
    "litigation_after_reconsideration": "复议后起诉",
    "disputes": "行政复议与行政诉讼之和",
}
_OUTCOME_NAMES = {
    "upheld": "结果维持",
    "corrected": "结果纠正",
    "other": "其他结果",
    "pending": "尚未审结",
    "total": "总计",
}
# Trap T-01: what a report says it received may include what was brought forward.
_FLOWS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    kinds.RECEIVED: (("new",), ("new", "brought_forward")),
    kinds.INCOMING: (("new", "brought_forward"),),
    kinds.BROUGHT: (("brought_forward",),),
    kinds.CARRIED: (("carried_forward",),),
    kinds.TRANSFERRED: (("carried_forward",), ("brought_forward",)),
    kinds.PROCESSED: (("processed_total",),),
    kinds.HANDLED: (("new", "brought_forward"), ("processed_total",), ("new",)),
}
_FLOW_NAMES = {
    ("new",): "本年新收",
    ("new", "brought_forward"): "本年新收与上年结转之和",
    ("brought_forward",): "上年结转",
    ("carried_forward",): "结转下年度",
    ("processed_total",): "办理结果总计",
}
_GROUP_NAMES = {
    kinds.OPENED: "予以公开与部分公开",
    "granted": "予以公开",
    "partially_granted": "部分公开",
    "denied": "不予公开",
    "unable_to_provide": "无法提供",
    "not_processed": "不予处理",
    "other_outcome": "其他处理",
}
_ORGANISATIONS = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
)
_DOCUMENT_COLUMNS: Mapping[
    str, Mapping[str, tuple[str, ...]]
] = {  # 2019-60 counts what was made and shown, 2021-30 what is in force: never the same
    "2019-60": {
        "issued": ("newly_made",),
        "made_and_shown": ("newly_made", "newly_disclosed"),
        "newly_disclosed": ("newly_disclosed",),
        "disclosed": ("newly_disclosed", "total_disclosed"),
        "total_disclosed": ("total_disclosed",),
    },
    "2021-30": {
        "issued": ("issued",),
        "made_and_shown": ("issued",),
        "repealed": ("repealed",),
        "in_force": ("in_force",),
    },
}
_ROW_TABLES = {
    "administrative_licenses": "art20_5",
    "other_external_services": "art20_5",
    "administrative_penalties": "art20_6",
    "administrative_compulsion": "art20_6",
    "administrative_charges": "art20_8",
    "centralized_procurement": "art20_9",
}


class Meaning(NamedTuple):
    """A sum of cells that a fact can mean, and its name in words."""

    name: str
    cells: tuple[str, ...]


@cache  # a few dozen kinds for each of two forms
def meanings(form: str, kind: str) -> tuple[Meaning, ...]:
    """Return what a fact of this kind can mean in a form, the likeliest first; empty where it has no cell."""
    if form not in FORMS:
        return ()
    rows, _, columns = kind.partition("@")
    if columns:
        places = product(rows.split("|"), columns.split("|"))
        return tuple(each for row, column in places for each in _inside(form, row, column))
    first, _, rest = kind.partition(".")
    if kind in _FLOWS:
        return tuple(
            Meaning(f"表三{_FLOW_NAMES[rows]}", tuple(f"applications.{row}.total" for row in rows))
            for rows in _FLOWS[kind]
        )
    if first == "applicant":
        return _inside(form, kinds.RECEIVED, rest)
    if first in _GROUP_NAMES:
        return _outcome(form, kind)
    if first in _DISPUTE_ROWS:
        name = f"表四{_DISPUTE_NAMES[first]}{_OUTCOME_NAMES[rest]}"
        return (Meaning(name, tuple(f"disputes.{row}.{rest}" for row in _DISPUTE_ROWS[first])),)
    return _proactive(form, first, rest)


def _table(form: str, table: str) -> TableForm:
    found = FORMS[form].table(table)
    assert found
    return found


def _inside(form: str, row: str, column: str) -> tuple[Meaning, ...]:
    """Return what a row can mean for one kind of applicant."""
    columns = _ORGANISATIONS if column == "organisations" else tuple(column.split("+"))
    labels = {each.id: each.label for each in _table(form, "applications").columns}
    label = "法人或其他组织各栏" if column == "organisations" else "、".join(labels[each] for each in columns)
    return tuple(
        Meaning(
            f"{whole.name}的{label}",
            tuple(f"{cell.rpartition('.')[0]}.{each}" for cell in whole.cells for each in columns),
        )
        for whole in meanings(form, row)
    )


def _outcome(form: str, kind: str) -> tuple[Meaning, ...]:
    wanted = ("granted", "partially_granted") if kind == kinds.OPENED else (kind,)
    rows = [
        row for row in _table(form, "applications").rows if row.id in wanted or row.id.startswith(f"{kind}.")
    ]
    if not rows:  # the form of 2019 has no rows below 其他处理
        return ()
    name = _GROUP_NAMES.get(kind) or rows[0].label.partition(".")[2].partition("（")[0]
    cells = tuple(f"applications.{row.id}.total" for row in rows)
    return (Meaning(f"表三{name}{'各行之和' if len(rows) > 1 else ''}", cells),)


def _proactive(form: str, first: str, rest: str) -> tuple[Meaning, ...]:
    if first == "administrative_charges" and not rest:
        cell = "art20_8.administrative_charges.amount"
        return (Meaning("表二行政事业性收费本年收费金额", (cell,)),) if form == "2021-30" else ()
    table = _ROW_TABLES.get(first, "art20_1")
    columns = (rest,) if first in _ROW_TABLES else _DOCUMENT_COLUMNS[form].get(rest, ())
    found = FORMS[form].table(table)
    if not found:  # the form of 2021 has no procurement
        return ()
    labels = {each.id: each.label for each in found.columns}
    rows = {each.id: each.label for each in found.rows}
    return tuple(
        Meaning(f"表二{rows[first]}{labels[column]}", (f"{table}.{first}.{column}",))
        for column in columns
        if first in rows and column in labels
    )
