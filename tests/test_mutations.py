"""One wrong digit in one cell: what the rules catch, which cell they blame, and what nobody could catch.

Every cell of 表三 and 表四 in turn, on reports whose figures hold.
"""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

import pytest

from consistent import consistent_report, with_figure
from nianbao.forms import FORMS
from nianbao.model import Report
from nianbao.rules import BY_ID, Severity, check

REPORTS = 12  # of each form: 12 × 176 cells, each changed once
SUMMED = ("applications.", "disputes.")
SUMS = [BY_ID[rule] for rule in ("APP-01", "APP-02", "APP-03", "REV-01", "REV-02", "REV-03")]
# Cells that no other figure of the report confirms: a wrong digit there looks like any right one. Only the
# other years (XYR-03, 04, 05, 08) or the prose (NAR-08, 09) can contradict it.
NOT_CONFIRMED = {
    "2021-30": {
        "art20_1.rules.repealed",
        "art20_1.normative_documents.repealed",
        "art20_1.rules.in_force",
        "art20_1.normative_documents.in_force",
        "art20_5.administrative_licenses.decisions",
        "art20_6.administrative_penalties.decisions",
        "art20_6.administrative_compulsion.decisions",
        "art20_8.administrative_charges.amount",
    },
    "2019-60": {
        "art20_1.rules.newly_made",
        "art20_1.normative_documents.newly_made",
        *(
            f"art20_{row}.items_{column}"
            for row in (
                "5.administrative_licenses",
                "5.other_external_services",
                "6.administrative_penalties",
                "6.administrative_compulsion",
                "8.administrative_charges",
            )
            for column in ("prior_year", "change")
        ),
        "art20_1.rules.total_disclosed",
        "art20_1.normative_documents.total_disclosed",
    },
}


def _mutated(rng: Random, value: Decimal) -> Decimal:
    """Return the figure with one digit changed, never the first one to 0."""
    digits = list(f"{value:f}")
    place = rng.randrange(len(digits))
    least = "1" if place == 0 and len(digits) > 1 else "0"
    digits[place] = rng.choice([digit for digit in "0123456789" if digit != digits[place] and digit >= least])
    return Decimal("".join(digits))


def _mutations(form: str, seed: int) -> Iterator[tuple[Report, str, Decimal]]:
    rng = Random(seed)
    report = consistent_report(rng, form)
    for address in FORMS[form].addresses():
        if address.startswith(SUMMED):
            right = report.cells[address].value
            assert right is not None
            yield with_figure(report, address, _mutated(rng, right)), address, right


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(REPORTS))
def test_a_wrong_digit_in_a_summed_cell_is_caught_as_an_error_at_that_cell(form: str, seed: int) -> None:
    missed = [
        address
        for report, address, _ in _mutations(form, seed)
        if not any(
            outcome.failed and outcome.severity is Severity.ERROR and address in outcome.cells
            for outcome in check(report, SUMS)
        )
    ]

    assert missed == []


@pytest.mark.parametrize("form", FORMS)
def test_a_wrong_digit_in_applications_is_blamed_on_its_cell_with_the_right_value(form: str) -> None:
    blamed = [
        (address, right, outcome.suspect)
        for report, address, right in _mutations(form, seed=99)
        if address.startswith("applications.")
        for outcome in check(report, SUMS)
        if outcome.failed
    ]

    assert [(address, right) for address, right, suspect in blamed if suspect != (address, right)] == []
    assert {address for address, *_ in blamed} == set(FORMS[form].table("applications").addresses())


@pytest.mark.parametrize("form", FORMS)
def test_what_no_other_figure_confirms_is_known(form: str) -> None:
    report = consistent_report(Random(5), form)

    def raised(address: str) -> Decimal:
        return (report.cells[address].value or Decimal(0)) + 7

    silent = {
        address
        for address in FORMS[form].addresses()
        if not any(
            outcome.failed and address in outcome.cells
            for outcome in check(with_figure(report, address, raised(address)))
        )
    }

    assert silent == NOT_CONFIRMED[form]
