"""The figures that a template can state: which cells, which units, and what else the words may mean."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from nianbao.cells import Cell
from nianbao.forms import FORMS

CASES = ("件",) * 8 + ("份", "条", "宗", "件次")
DISPUTES = ("件",) * 6 + ("起", "宗", "例")
PAPERS = ("件",) * 6 + ("份", "个", "部")


class Slot(NamedTuple):
    """The cells whose sum the words state; `also` are other sums that the same words may mean."""

    cells: tuple[str, ...]
    units: tuple[str, ...] = CASES
    also: tuple[tuple[str, ...], ...] = ()
    loud: bool = True  # a contradiction is a warning or an error; else a notice is enough


def _row(row: str, column: str = "total") -> str:
    return f"applications.{row}.{column}"


def _group(form: str, group: str) -> tuple[str, ...]:
    table = FORMS[form].table("applications")
    assert table
    return tuple(_row(row.id) for row in table.rows if row.id.split(".")[0] == group)


def _case(column: str, *rows: str) -> Slot:
    return Slot(tuple(f"disputes.{row}.{column}" for row in rows), DISPUTES)


LITIGATION = ("litigation_direct", "litigation_after_reconsideration")
ORGANISATIONS = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
)
INCOMING = (_row("new"), _row("brought_forward"))


def slots(form: str) -> Mapping[str, Slot]:
    """Return every slot of a form by the name that templates use."""
    organisations = tuple(_row("new", column) for column in ORGANISATIONS)
    brought = tuple(_row("brought_forward", column) for column in ORGANISATIONS)
    found = {
        "new": Slot((_row("new"),), also=(INCOMING,)),
        "incoming": Slot(INCOMING, also=((_row("new"),),)),
        "brought": Slot((_row("brought_forward"),)),
        "processed": Slot((_row("processed_total"),)),
        "carried": Slot((_row("carried_forward"),)),
        "natural": Slot(
            (_row("new", "natural_person"),),
            also=((_row("new", "natural_person"), _row("brought_forward", "natural_person")),),
        ),
        "legal": Slot(organisations, also=((*organisations, *brought),)),
        "company": Slot(
            (_row("new", "commercial_enterprise"),),
            also=((_row("new", "commercial_enterprise"), _row("brought_forward", "commercial_enterprise")),),
        ),
        "granted": Slot(_group(form, "granted")),
        "partial": Slot(_group(form, "partially_granted")),
        "denied": Slot(_group(form, "denied")),
        "unable": Slot(_group(form, "unable_to_provide")),
        "unprocessed": Slot(_group(form, "not_processed")),
        "otherwise": Slot(_group(form, "other_outcome")),
        "secret": Slot((_row("denied.state_secret"),)),
        "internal": Slot((_row("denied.internal_affairs"),)),
        "not_held": Slot((_row("unable_to_provide.not_held"),)),
        "creation": Slot((_row("unable_to_provide.creation_required"),)),
        "repeated": Slot((_row("not_processed.repeated"),)),
        "petition": Slot((_row("not_processed.petition_or_complaint"),)),
        "granted_natural": Slot((_row("granted", "natural_person"),)),
        "granted_company": Slot((_row("granted", "commercial_enterprise"),)),
        "processed_natural": Slot((_row("processed_total", "natural_person"),)),
        "carried_natural": Slot((_row("carried_forward", "natural_person"),)),
        "brought_natural": Slot((_row("brought_forward", "natural_person"),)),
        "licenses": Slot(("art20_5.administrative_licenses.decisions",), ("件", "宗"), loud=False),
        "penalties": Slot(("art20_6.administrative_penalties.decisions",), ("件", "宗", "起"), loud=False),
        "compulsion": Slot(("art20_6.administrative_compulsion.decisions",), ("件", "次"), loud=False),
    }
    for name, rows in (("recon", ("reconsideration",)), ("lit", LITIGATION)):
        for column in ("upheld", "corrected", "other", "pending", "total"):
            found[name if column == "total" else f"{name}_{column}"] = _case(column, *rows)
    found["direct"], found["after"] = _case("total", LITIGATION[0]), _case("total", LITIGATION[1])
    found["disputes"] = _case("total", "reconsideration", *LITIGATION)
    columns = {"issued": "newly_made"} if form == "2019-60" else {each: each for each in _DOCUMENTS}
    for name, column in columns.items():
        for short, row in (("norm", "normative_documents"), ("rules", "rules")):
            found[f"{short}_{name}"] = Slot((f"art20_1.{row}.{column}",), PAPERS)
    return found


_DOCUMENTS = ("issued", "repealed", "in_force")
SLOTS = {form: slots(form) for form in FORMS}


def value(slot: Slot, cells: Mapping[str, Cell]) -> Decimal:
    """Return the figure that the tables give for a slot."""
    return sum((cells[address].value or Decimal(0) for address in slot.cells), Decimal(0))


def accepted(slot: Slot, cells: Mapping[str, Cell]) -> set[Decimal]:
    """Return every figure that would be no contradiction."""
    return {value(slot, cells), *(value(Slot(other), cells) for other in slot.also)}
