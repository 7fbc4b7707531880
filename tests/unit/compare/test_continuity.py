"""What may be compared across the change of the form, and what the loader refuses."""

from collections.abc import Callable
from importlib.resources import files

import pytest
import yaml

from nianbao.compare.continuity import CONTINUITY, Kind, parse_continuity
from nianbao.compare.indicators import INDICATORS, parse_indicators
from nianbao.errors import FormError
from nianbao.forms import FORMS

FOLDER = files("nianbao.compare")
APPLICANTS = ("natural_person", "commercial_enterprise", "other", "total")


def changed(name: str, edit: Callable[[dict], None]) -> str:
    raw = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    edit(raw)
    return yaml.safe_dump(raw, allow_unicode=True)


def test_every_cell_of_both_forms_stands_in_exactly_one_relation() -> None:
    for form, side in (("2019-60", "old"), ("2021-30", "new")):
        cells = [address for relation in CONTINUITY.relations for address in getattr(relation, side)]
        assert sorted(cells) == sorted(FORMS[form].addresses())


@pytest.mark.parametrize("column", APPLICANTS)
def test_the_old_other_outcome_is_the_sum_of_three_new_rows(column: str) -> None:
    parts = [
        f"applications.other_outcome.{row}.{column}" for row in ("correction_overdue", "fee_unpaid", "other")
    ]

    whole = CONTINUITY.passage(parts)

    assert whole is not None
    assert (whole.old, whole.kind) == ((f"applications.other_outcome.{column}",), Kind.SUM)
    assert CONTINUITY.passage(parts[:2]) is None


@pytest.mark.parametrize(
    "cell",
    [
        "art20_1.normative_documents.issued",
        "art20_1.rules.in_force",
        "art20_8.administrative_charges.amount",
    ],
)
def test_cells_whose_columns_were_redefined_have_no_counterpart(cell: str) -> None:
    assert CONTINUITY.passage([cell]) is None


def test_decisions_pass_over_with_care_only() -> None:
    passage = CONTINUITY.passage(["art20_6.administrative_penalties.decisions"])

    assert passage is not None
    assert passage.kind is Kind.CAREFUL
    assert "不公开的决定" in passage.why


def test_no_indicator_reads_old_cells_that_the_table_does_not_allow() -> None:
    for indicator in INDICATORS.values():
        old = indicator.terms.get("2019-60")
        for address in (*old.part, *old.whole) if old else ():
            relation = CONTINUITY.relation("2019-60", address)
            assert relation.kind in (Kind.SAME, Kind.SUM, Kind.CAREFUL), (indicator.id, address)
            assert set(relation.new) <= {*indicator.terms["2021-30"].part, *indicator.terms["2021-30"].whole}


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda raw: raw.update(colour="red"), "unknown key"),
        (lambda raw: raw.update(old="1999"), "expected one of"),
        (lambda raw: raw["relations"].pop(), "art20_9.centralized_procurement.projects"),
        (lambda raw: raw["relations"].append(raw["relations"][0]), "stands in two relations"),
        (lambda raw: raw["relations"][0].update(kind="similar"), "similar"),
        (lambda raw: raw["relations"][0]["cells"].append("applications.nothing.*"), "matches no cell"),
        (lambda raw: raw["relations"][1].update(table="applicants"), "applicants"),
        (lambda raw: raw["relations"][1]["parts"].append("other_outcome.lost"), "other_outcome.lost"),
        (lambda raw: raw["relations"][0].pop("why"), "'why' is missing"),
    ],
)
def test_a_wrong_table_is_refused_with_file_and_key(edit: Callable[[dict], None], words: str) -> None:
    with pytest.raises(FormError) as error:
        parse_continuity(changed("continuity.yml", edit), "compare/x.yml")

    assert error.value.where.startswith("compare/x.yml")
    assert words in str(error.value)


def first(raw: dict) -> dict:
    return raw["groups"][0]["indicators"][0]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda raw: first(raw).update(colour="red"), "unknown key"),
        (lambda raw: first(raw).update(cells=[]), "missing or empty"),
        (lambda raw: first(raw).update(cells=["applications.old.total"]), "matches no cell"),
        (lambda raw: first(raw).update(id="processed"), "occurs twice"),
        (lambda raw: first(raw)["cells"].append("art20_8.administrative_charges.amount"), "expected one"),
    ],
)
def test_a_wrong_indicator_is_refused_with_file_and_key(edit: Callable[[dict], None], words: str) -> None:
    with pytest.raises(FormError) as error:
        parse_indicators(changed("indicators.yml", edit), "compare/x.yml")

    assert error.value.where.startswith("compare/x.yml")
    assert words in str(error.value)
