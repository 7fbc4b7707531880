"""`nianbao read` as other programs use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nianbao.cli import main
from nianbao.forms import FORMS
from sites import ROOT

RAW = sorted((ROOT / "content" / "raw").glob("*.txt"))


def read(*files: Path) -> tuple[Result, list[dict]]:
    done = CliRunner().invoke(main, ["read", "--json", *map(str, files)])
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def test_each_file_gives_one_line_with_every_cell_of_its_form() -> None:
    done, reports = read(*RAW)

    assert done.exit_code == 0
    assert [report["source"] for report in reports] == [str(path) for path in RAW]
    for report in reports:
        assert report["error"] is None
        assert list(report["cells"]) == list(FORMS[report["form"]].addresses())
        for cell in report["cells"].values():
            assert (cell["value"] is not None) == (cell["state"] in ("reported", "inferred"))


def test_money_is_in_units_of_ten_thousand_yuan() -> None:
    _, reports = read(*RAW)

    amounts = [
        report["cells"]["art20_9.centralized_procurement.amount"]["value"]
        for report in reports
        if report["form"] == "2019-60"
    ]
    assert amounts == [78.8, 17.6675, 6314.18]


def test_an_unreadable_file_gives_its_reason_and_the_others_are_read(tmp_path: Path) -> None:
    bad = tmp_path / "empty.txt"
    bad.write_bytes(b"")

    done, reports = read(RAW[0], bad, tmp_path / "absent.txt", RAW[1])

    assert done.exit_code == 1
    assert [report["error"] is None for report in reports] == [True, False, False, True]
    assert "empty.txt" in reports[1]["error"]
    assert reports[1]["cells"] == {}


NAMELESS = """政府信息公开工作年度报告

二、主动公开政府信息情况

第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t5\t1\t2
"""


def test_a_report_without_its_authority_or_year_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(NAMELESS, "utf-8")

    done, (report,) = read(path)

    assert done.exit_code == 1
    assert "authority" in report["error"]
    assert (report["authority"], report["year"]) == (None, None)
    assert report["cells"]["art20_1.normative_documents.issued"]["value"] == 5
    failed = [finding["rule"] for finding in report["findings"] if finding["verdict"] == "fails"]
    assert "AD-01" in failed  # on the figures alone
    assert not any(finding["rule"].startswith(("NAR", "PUB")) for finding in report["findings"])


def test_what_a_report_lacks_is_told_to_people_with_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(NAMELESS, "utf-8")
    told = CliRunner().invoke(main, ["read", str(path)]).output
    assert "没有找到报告机关" in told
    assert "表格已读出" in told


def test_findings_name_both_figures() -> None:
    _, reports = read(next(path for path in RAW if path.name.startswith("004")))

    findings = reports[0]["findings"]
    held = [finding for finding in findings if finding["rule"] == "APP-01"]
    assert len(held) == 7
    assert all(finding["verdict"] == "holds" for finding in held)
    assert {(finding["left"], finding["right"]) for finding in held} == {(16, 16), (3, 3), (0, 0), (19, 19)}


@pytest.mark.parametrize("text", ["::add-mask::x", "\x1b[2J", "a\nb::error::x"])
def test_text_of_a_file_cannot_steer_a_terminal_or_a_workflow_log(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(RAW[0].read_text("utf-8").replace("桃尧镇 2020 年", f"{text}桃尧镇 2020 年"), "utf-8")

    done = CliRunner().invoke(main, ["read", str(path)])

    assert "\x1b" not in done.output
    assert not any(line.lstrip().startswith("::") for line in done.output.splitlines())
