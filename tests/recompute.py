"""What a comparison page must say, worked out a second time from the JSON of the reports alone.

Nothing here knows `nianbao.compare` or `nianbao.render`: formulas, continuity, groups and rounding are
written down again, from the official forms.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

Json = dict[str, Any]

OLD, NEW = "2019-60", "2021-30"
ENOUGH = 30
WORDS = {"blank": "未填", "missing": "缺失", "ambiguous": "存疑", "mark": "无数字"}
DECISIONS = (
    "art20_5.administrative_licenses.decisions",
    "art20_6.administrative_penalties.decisions",
    "art20_6.administrative_compulsion.decisions",
)
DENIED = (
    "state_secret",
    "prohibited_by_law",
    "security_and_stability",
    "third_party_rights",
    "internal_affairs",
    "process_information",
    "enforcement_case_file",
    "administrative_inquiry",
)
UNABLE = ("not_held", "creation_required", "unclear_after_correction")
NOT_PROCESSED = ("petition_or_complaint", "repeated", "publications", "excessive", "reconfirmation")
OTHER = ("correction_overdue", "fee_unpaid", "other")


class Value(NamedTuple):
    """A sum of cells: a number, or the state of the first cell that has none."""

    number: Fraction | None
    state: str = "reported"


def rows(group: str, names: tuple[str, ...]) -> list[str]:
    return [f"applications.{group}.{name}.total" for name in names]


def row(name: str, column: str = "total") -> list[str]:
    return [f"applications.{name}.{column}"]


def cases(column: str, *groups: str) -> list[str]:
    return [f"disputes.{group}.{column}" for group in groups]


LAWSUITS = ("litigation_direct", "litigation_after_reconsideration")
OUTCOMES = {
    "granted_share": row("granted"),
    "partially_granted_share": row("partially_granted"),
    "disclosed_share": row("granted") + row("partially_granted"),
    "denied_share": rows("denied", DENIED),
    "unable_share": rows("unable_to_provide", UNABLE),
    "not_processed_share": rows("not_processed", NOT_PROCESSED),
    "other_outcome_share": rows("other_outcome", OTHER),
}
PARTS: dict[str, list[str]] = {
    "received": row("new"),
    "processed": row("processed_total"),
    "carried_forward": row("carried_forward"),
    **OUTCOMES,
    "denied": rows("denied", DENIED),
    **{f"denied_{name}": row(f"denied.{name}") for name in DENIED},
    "from_natural_persons_share": row("new", "natural_person"),
    "from_commercial_enterprises": row("new", "commercial_enterprise"),
    "from_research_institutions": row("new", "research_institution"),
    "from_public_welfare_organizations": row("new", "public_welfare_organization"),
    "from_legal_service_organizations": row("new", "legal_service_organization"),
    "reconsiderations": cases("total", "reconsideration"),
    "reconsiderations_corrected_share": cases("corrected", "reconsideration"),
    "lawsuits": cases("total", *LAWSUITS),
    "lawsuits_corrected_share": cases("corrected", *LAWSUITS),
    "documents_issued": ["art20_1.normative_documents.issued"],
    "documents_repealed": ["art20_1.normative_documents.repealed"],
    "documents_in_force": ["art20_1.normative_documents.in_force"],
    "licenses": [DECISIONS[0]],
    "penalties": [DECISIONS[1]],
    "compulsion": [DECISIONS[2]],
    "charges": ["art20_8.administrative_charges.amount"],
}
WHOLES: dict[str, list[str]] = {
    **dict.fromkeys(OUTCOMES, row("processed_total")),
    "from_natural_persons_share": row("new"),
    "reconsiderations_corrected_share": [
        f"disputes.reconsideration.{column}" for column in ("upheld", "corrected", "other")
    ],
    "lawsuits_corrected_share": [
        f"disputes.{group}.{column}" for group in LAWSUITS for column in ("upheld", "corrected", "other")
    ],
}
ONLY_NEW = {"documents_issued", "documents_repealed", "documents_in_force", "charges"}


def continues(address: str) -> bool:
    """Tell whether a cell of the newer form is a quantity of the older one too (issue: 国办 B → C)."""
    if address.startswith("applications.other_outcome."):
        return address.startswith("applications.other_outcome.total")
    return address.startswith(("applications.", "disputes.")) or address in DECISIONS


def in_form(addresses: list[str], form: str) -> list[str]:
    """Return the cells as the older form has them: its one row 其他处理 stands for three."""
    if form != OLD or not addresses[0].startswith("applications.other_outcome."):
        return addresses
    return ["applications.other_outcome.total"]


def number(value: float) -> Fraction:
    return Fraction(str(value))


def add(report: Json, addresses: list[str]) -> Value:
    total, state = Fraction(0), "reported"
    for address in addresses:
        cell = report["cells"].get(address, {"value": None, "state": "missing"})
        if cell["value"] is None:
            return Value(None, cell["state"])
        total += number(cell["value"])
        if cell["state"] == "inferred":
            state = "inferred"
    return Value(total, state)


def part(report: Json, indicator: str) -> Value:
    """Return the count of an indicator, for a share its numerator."""
    if indicator in ONLY_NEW and report["form"] == OLD:
        return Value(None, "not_asked")
    return add(report, in_form(PARTS[indicator], report["form"]))


def value(report: Json, indicator: str) -> Value:
    """Return an indicator: a share only over a whole of at least 30 cases, and never outside 0 to 1."""
    count = part(report, indicator)
    if indicator not in WHOLES or count.number is None:
        return count
    whole = add(report, in_form(WHOLES[indicator], report["form"]))
    if whole.number is None:
        return whole
    if not 0 <= count.number <= whole.number:
        return Value(None, "contradictory")
    if whole.number < ENOUGH:
        return Value(None, "few")
    return Value(count.number * 100 / whole.number)


def plain(amount: Fraction) -> str:
    """Return a number as people write it: no needless zeros."""
    if amount.denominator == 1:
        return str(amount.numerator)
    return f"{float(amount):.10f}".rstrip("0")


def text(report: Json, indicator: str) -> str:
    """Return what a page says of an indicator, without what stands behind a percentage."""
    found = value(report, indicator)
    if found.state == "few":
        count, whole = part(report, indicator), add(report, in_form(WHOLES[indicator], report["form"]))
        assert count.number is not None
        assert whole.number is not None
        return f"{plain(count.number)}/{plain(whole.number)}"
    if found.number is None:
        return {**WORDS, "not_asked": "无此项", "contradictory": "矛盾"}[found.state]
    if indicator in WHOLES:
        return f"{float(round(found.number, 1)):.1f}%"
    return plain(found.number)


def peers(report: Json) -> tuple[str, bool]:
    """Return the group in which a report may be ranked: kind and level, and whether it is an aggregate."""
    owner = report["authority"]
    level = {"street": "township"}.get(owner["level"], owner["level"])
    bodies = "" if owner["kind"] == "government" else "-bodies"
    return f"{level}{bodies}", report["scope"] == "aggregate"
