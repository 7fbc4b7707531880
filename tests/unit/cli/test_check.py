"""`nianbao check` as people, other programs and GitHub use it."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factory import make_report
from nianbao.archive import dump, report_path
from nianbao.cells import Cell, State
from nianbao.cli import main
from sites import ROOT

CONTENT = ROOT / "content"
RAW = sorted((CONTENT / "raw").glob("*.txt"))
YAODU = "reports/14/141002-yaoduqu/2020"
# The total of 属于国家秘密 is blank in this report: the only finding on its figures.
BLANK_TOTAL = (
    "acknowledgements:\n- {rule: CEL-05, cells: [applications.denied.state_secret.total], "
    "why: 纸质原件为 0, who: 张三, when: 2026-11-01RIGHT}\n"
)


def check(*arguments: object, **options: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], catch_exceptions=False, **options)


def values(done: Result) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the committed archive, below the current folder."""
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


def draft(folder: Path, text: str = "") -> Path:
    """A clerk's draft: the report of 尧都区, here with another total."""
    path = folder / "草稿.txt"
    original = next(path for path in RAW if path.name.startswith("004")).read_text("utf-8")
    path.write_text(text or original, "utf-8")
    return path


def test_originals_and_the_archive_made_of_them_have_the_same_findings() -> None:
    raw = values(check("--format", "json", CONTENT / "raw"))
    archived = values(check("--format", "json", CONTENT))

    def told(files: list[dict]) -> dict[str, list[tuple]]:
        return {
            file["title"]: [
                (found["rule"], found["verdict"], found["at"]) for found in file["findings"] if "at" in found
            ]
            for file in files
        }

    assert told(raw) == told(archived)
    assert any(told(raw).values())


def test_years_that_are_checked_together_are_compared(tmp_path: Path) -> None:
    first = make_report(7, year=2022, damage=False)
    second = make_report(7, year=2023, damage=False)
    column = "applications.{}.total"
    carried = first.cells[column.format("carried_forward")].value
    assert second.cells[column.format("brought_forward")].value == carried
    cells = {**first.cells, column.format("carried_forward"): Cell(State.REPORTED, carried + 5, "x")}
    for report in (replace(first, cells=cells), second):
        path = tmp_path / report_path(report)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(report), "utf-8")

    def carry(*paths: Path) -> list[tuple]:
        found = [one for file in values(check("--format", "json", *paths)) for one in file["findings"]]
        return [
            (one["left"], one["right"])
            for one in found
            if one["rule"] == "XYR-01" and one["verdict"] == "fails"
        ]

    both = sorted(tmp_path.rglob("*.md"))
    assert carry(tmp_path) == [(carried, carried + 5)]
    assert carry(*both) == carry(tmp_path)
    assert carry(both[0]) == carry(both[1]) == []


def test_without_a_file_the_archive_here_is_checked(archive: Path) -> None:
    done = check()

    assert "核对 5 份" in done.output
    assert done.output == check(archive).output


def test_without_an_archive_here_the_command_says_what_to_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = check()

    assert done.exit_code == 2
    assert "content/" in done.output


def test_one_report_or_one_folder_of_the_archive_can_be_checked(archive: Path) -> None:
    one = values(check("--format", "json", archive / f"{YAODU}.md"))
    folder = values(check("--format", "json", archive / "reports/14"))

    assert one == folder
    assert [file["year"] for file in one] == [2020]


@pytest.mark.parametrize("folder", ["reports", "reports/14", "content/raw", "raw"])
def test_originals_are_read_as_such_whatever_their_folder_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (tmp_path / folder).mkdir(parents=True)
    draft(tmp_path / folder)
    monkeypatch.chdir(tmp_path)

    for path in (folder, tmp_path / folder):
        (file,) = values(check("--format", "json", path))
        assert (file["source"], file["year"]) == (f"{path}/草稿.txt", 2020)


def test_an_archive_without_reports_is_checked_by_its_originals(archive: Path) -> None:
    shutil.rmtree(archive / "reports")

    assert "核对 5 份" in check().output
    assert check("--against", archive).exit_code == 0


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("notice", 1), ("never", 0)])
def test_the_status_follows_the_loudest_finding(tmp_path: Path, fail_on: str, status: int) -> None:
    done = check("--rule", "CEL-05", "--fail-on", fail_on, draft(tmp_path))

    assert "可疑 1 处" in done.output
    assert done.exit_code == status


def test_an_error_is_a_failure_by_default() -> None:
    assert check(CONTENT).exit_code == 1


@pytest.mark.parametrize("fail_on", ["error", "never"])
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_an_unreadable_file_is_told_and_fails_whatever_is_asked(
    tmp_path: Path, form: str, fail_on: str
) -> None:
    bad = tmp_path / "空.txt"
    bad.write_bytes(b"")

    done = check("--format", form, "--fail-on", fail_on, bad, draft(tmp_path))

    assert done.exit_code == 1
    assert "空.txt" in done.output
    assert "CEL-05" in done.output


def test_a_broken_report_of_the_archive_does_not_stop_the_others(archive: Path) -> None:
    path = archive / f"{YAODU}.md"
    path.write_text(path.read_text("utf-8").replace("year: 2020", "year: [2020"), "utf-8")

    done = check("--fail-on", "never")

    assert done.exit_code == 1
    assert f"{YAODU}.md:14" in done.output
    assert "核对 4 份，另有 1 份读不了" in done.output


def test_only_the_rules_asked_for_are_told(archive: Path) -> None:
    (file,) = values(check("--format", "json", "--rule", "APP-01", archive / f"{YAODU}.md"))

    assert file["counts"]["holds"] == 7
    assert {finding["rule"] for finding in file["findings"]} <= {"APP-01"}
    assert check("--rule", "XXX-99").exit_code == 2


def acknowledge(archive: Path, text: str, name: str = "2020") -> Path:
    path = archive / "acknowledgements/14/141002-yaoduqu" / f"{name}.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def test_an_acknowledged_finding_is_shown_with_its_reason_and_fails_nothing(archive: Path) -> None:
    acknowledge(archive, BLANK_TOTAL.replace("RIGHT", ", left: '0'"))

    done = check("--rule", "CEL-05", "--fail-on", "notice", archive / f"{YAODU}.md")

    assert done.exit_code == 0
    assert "已说明：纸质原件为 0（张三，2026-11-01）" in done.output
    assert "可疑 0 处" in done.output


@pytest.mark.parametrize("form", ["text", "github"])
def test_an_acknowledgement_that_fits_nothing_is_an_error_with_its_file_and_line(
    archive: Path, form: str
) -> None:
    acknowledge(archive, BLANK_TOTAL.replace("RIGHT", ", left: '1'"))

    done = check("--format", form, "--fail-on", "never", archive)

    assert done.exit_code == 1
    after = {"text": ":2：", "github": ",line=2,title=失效的说明::"}[form]
    assert f"content/acknowledgements/14/141002-yaoduqu/2020.yml{after}" in done.output


@pytest.mark.parametrize("text", [b"acknowledgements: [}", b"\xff\xfe", b"anerkannt: 1\n"])
def test_a_broken_file_of_acknowledgements_is_an_error_and_its_findings_stay(
    archive: Path, text: bytes
) -> None:
    path = acknowledge(archive, "")
    path.write_bytes(text)

    done = check("--format", "github", "--fail-on", "never", archive / f"{YAODU}.md")

    assert done.exit_code == 1
    assert f"::error file={path.as_posix()},line=1,title=失效的说明::" in done.output
    assert "CEL-05" in done.output


def test_an_acknowledgement_without_a_report_is_an_error(archive: Path) -> None:
    path = acknowledge(archive, BLANK_TOTAL.replace("RIGHT", ""), "2019")

    done = check("--fail-on", "never", archive)

    assert done.exit_code == 1
    assert f"{path}:1：没有对应的年报" in done.output


def test_github_gets_annotations_on_the_lines_of_the_archive(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("earlier\n", "utf-8")

    done = check("--format", "github", archive.absolute())

    (line,) = [line for line in done.output.splitlines() if "CEL-05" in line]
    number = int(line.partition("line=")[2].partition(",")[0])
    assert line.startswith(f"::warning file=content/{YAODU}.md,line=")
    assert "属于国家秘密" in (archive / f"{YAODU}.md").read_text("utf-8").splitlines()[number - 1]
    summary = Path("summary.md").read_text("utf-8")
    assert summary.startswith("earlier\n## 年报核对")
    assert "CEL&#45;05" in summary


def test_against_an_earlier_archive_only_what_changed_is_checked_and_its_figures_are_told(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(archive, "before")
    path = archive / f"{YAODU}.md"
    text = path.read_text("utf-8")
    changed = text.replace("| 规范性文件 | 1 | 1 | 4 |", "| 规范性文件 | 1 | 1 | 5 |")
    assert changed != text
    path.write_text(changed, "utf-8")
    (archive / "reports/64/640381-shaogangzhen/2020.md").unlink()
    shutil.copytree(archive / "reports/37/370828-bujizhen", archive / "reports/37/370828-other")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")

    done = check("--format", "github", "--against", "before")

    files = {
        line.partition("file=")[2].partition(",")[0] for line in done.output.splitlines() if "::" in line
    }
    assert files == {f"content/{YAODU}.md", "content/reports/37/370828-other/2021.md"}
    summary = Path("summary.md").read_text("utf-8")
    assert "“规范性文件”一行“对外公开总数量”一栏 | 4 | 5 |" in summary
    assert "移出" in summary
    assert "新收入" in summary
    assert "taoyaozhen" not in summary


def test_against_needs_one_archive(tmp_path: Path) -> None:
    assert check("--against", CONTENT, draft(tmp_path)).exit_code == 2


@pytest.mark.parametrize("form", ["text", "github"])
def test_text_of_a_file_cannot_steer_a_terminal_or_a_workflow_log(tmp_path: Path, form: str) -> None:
    source = next(path for path in RAW if path.name.startswith("000")).read_text("utf-8")
    evil = "\x1b[2J\u202e::add-mask::x"
    path = tmp_path / f"a{evil}.txt"
    path.write_text(source.replace("桃尧镇 2020 年", f"{evil}桃尧镇 2020 年"), "utf-8")

    done = check("--format", form, path)

    assert "SEC-02" in done.output
    assert not {"\x1b", "\u202e"} & set(done.output)
    commands = [line for line in done.output.splitlines() if line.lstrip().startswith("::")]
    assert bool(commands) == (form == "github")
    assert all(re.match(r"::(error|warning|notice) file=[^:,]+,", line) for line in commands)


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals_and_for_those_who_want_it(
    tmp_path: Path, no_color: str, coloured: bool
) -> None:
    terminal, end = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "NO_COLOR": no_color, "TERM": "xterm"}
    command = [sys.executable, "-m", "nianbao", "check", str(draft(tmp_path))]
    subprocess.run(command, stdout=end, env=environment, check=False)
    os.close(end)
    with os.fdopen(terminal, "rb", closefd=True) as shown:
        said = os.read(shown.fileno(), 100_000)

    assert (b"\x1b[33m" in said) is coloured


def test_what_is_piped_has_no_colour(tmp_path: Path) -> None:
    assert "\x1b" not in check(draft(tmp_path), color=True).output
