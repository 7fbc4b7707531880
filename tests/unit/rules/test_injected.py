"""Errors of arithmetic in originals: `nianbao read --json` names the cell and both figures."""

import json
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner

from consistent import consistent_report
from damaged import labels, prose
from damaged.generate import RENDER
from damaged.paper import Line, tables
from damaged.truth import TrueCell
from factory_authorities import authority
from nianbao.cli import main
from nianbao.forms import FORMS

LAYOUTS = ("L7", "L1", "L3", "L1t", "L4", "L5", "L8", "L6", "L2", "L13", "HTML", "MSO", "DOCX")
EACH = 2  # originals of a layout and form: 13 × 2 × 2, one wrong cell in each
YEARS = {"2019-60": 2020, "2021-30": 2023}
SUMMED = ("applications.", "disputes.")


def _original(rng: Random, layout: str, form: str, wrong: str, by: int) -> bytes:
    """Return an original of the layout whose one cell is `by` more than the others make it."""
    figures = {
        address: cell.value or Decimal(0) for address, cell in consistent_report(rng, form).cells.items()
    }
    figures[wrong] += by
    cells = {address: TrueCell(f"{value:f}", value) for address, value in figures.items()}
    made = tables(FORMS[form], cells, labels.words(rng, layout, form), wide_first=True)
    owner, year = authority(20), YEARS[form]
    body, _ = prose.sections(rng, FORMS[form], made, owner.name, year)
    text = RENDER[layout](rng, (Line(f"{owner.name}{year}年政府信息公开工作年度报告", 1), *body))
    return text if isinstance(text, bytes) else text.encode()


def _names_both(finding: dict[str, Any], wrong: str) -> bool:
    told = finding["left"], finding["right"]
    return (
        finding["verdict"] == "fails"
        and wrong in finding["cells"]
        and None not in told
        and told[0] != told[1]
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_error_of_arithmetic_is_found_with_both_figures(layout: str, tmp_path: Path) -> None:
    wrong: dict[str, str] = {}
    for form in FORMS:
        for number in range(EACH):
            rng = Random(f"injected/{layout}/{form}/{number}")
            address = rng.choice([each for each in FORMS[form].addresses() if each.startswith(SUMMED)])
            path = tmp_path / f"{form}-{number}.{'docx' if layout == 'DOCX' else 'txt'}"
            path.write_bytes(_original(rng, layout, form, address, rng.randint(1, 30)))
            wrong[str(path)] = address

    done = CliRunner().invoke(main, ["read", "--json", *wrong])

    reports = [json.loads(line) for line in done.stdout.splitlines()]
    missed = [
        (report["source"], wrong[report["source"]])
        for report in reports
        if not any(_names_both(finding, wrong[report["source"]]) for finding in report["findings"])
    ]
    assert len(wrong) == len(reports)
    assert missed == []
