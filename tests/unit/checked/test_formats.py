"""Each format of findings, with hostile text in every place that a report can fill."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from unicodedata import category
from urllib.parse import unquote

import pytest

from factory import zero_report
from findings import HOSTILE, KNOWN, RECEIVED, SENTENCE, broken, checked_file, told_report
from nianbao.archive import dump
from nianbao.archive.lines import markdown_lines
from nianbao.cells import Cell, State
from nianbao.checked.changes import Changed, changed_figures
from nianbao.checked.finding import Checked
from nianbao.checked.github import LIMIT, commands
from nianbao.checked.job_summary import LIMIT as SUMMARY_LIMIT
from nianbao.checked.job_summary import job_summary
from nianbao.checked.json_lines import checked_json
from nianbao.checked.sarif import sarif
from nianbao.checked.text import text_lines
from nianbao.errors import ContentError
from nianbao.model import Paragraph, Report, Section
from nianbao.report_json import finding_json
from nianbao.rules import RULES, Doubt, Outcome, Severity, Suspect, Verdict, Words

COMMAND = re.compile(r"::(error|warning|notice) (file=[^,:]*(?:,line=\d+)?,title=[^,:]*)::(.*)")


def hostile_file() -> Checked:
    report = replace(told_report(), title=HOSTILE, authority=replace(told_report().authority, name=HOSTILE))
    return checked_file(broken("X-9", message=HOSTILE), file=f"x/{HOSTILE}.txt", report=report)


def unread() -> Checked:
    return Checked(file="bad.pdf", error=f"bad.pdf: 读不了 {HOSTILE}")


def stale() -> Checked:
    return Checked(file="a.yml", problems=(ContentError("content/acknowledgements/a.yml:7", HOSTILE),))


def moved(report: Report) -> Report:
    """The same report one paragraph further down."""
    lead = (Paragraph("前言。"), *report.lead)
    first = report.sections[0]
    longer = Section(first.number, first.title, (Paragraph("又一段。"), *first.blocks))
    return replace(report, lead=lead, sections=(longer, *report.sections[1:]))


# --- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["2019-60", "2021-30"])
def test_the_lines_of_the_markdown_are_those_of_its_rows_and_paragraphs(form: str) -> None:
    report = told_report() if form == "2021-30" else zero_report(form)
    text = dump(report)
    printed = text.split("\n")

    lines = markdown_lines(text, form)

    assert set(lines.cells) == set(report.cells)
    for address, line in lines.cells.items():
        assert printed[line - 1].startswith("| ")
        assert printed[line - 1].count("|") > 2, address
    for section in report.sections:
        for index, block in enumerate(section.blocks):
            line = printed[lines.blocks[section.number, index] - 1]
            assert line.startswith("<!-- table") or block.text in line.replace("\\", "")


def test_a_finding_of_the_archive_stands_at_the_row_of_its_first_cell() -> None:
    report = told_report()
    text = dump(report)
    found = checked_file(broken(), lines=markdown_lines(text, report.form)).findings[0]

    assert "一、本年新收政府信息公开申请数量" in text.split("\n")[found.line - 1]
    assert found.at == report.cells["applications.new.total"].at


def test_a_finding_without_cells_stands_at_its_words() -> None:
    report = told_report()
    text = dump(report)
    found = checked_file(broken(cells=()), lines=markdown_lines(text, report.form)).findings[0]

    assert text.split("\n")[found.line - 1] == SENTENCE
    assert found.quotes == ("64件",)


def test_a_text_has_lines_and_a_pdf_has_none() -> None:
    report = told_report()
    pdf = replace(report, source=replace(report.source, media_type="application/pdf"))

    assert checked_file(broken(), report=report).findings[0].line > 0
    assert checked_file(broken(), report=pdf).findings[0].line == 0


def test_a_fingerprint_survives_moved_lines_and_corrected_figures_and_tells_findings_apart() -> None:
    first = checked_file(broken()).findings[0].fingerprint
    shifted = moved(told_report())
    words = (replace_block(RECEIVED, 0),)
    again = checked_file(broken(left=65, words=words), report=shifted).findings[0].fingerprint
    twins = checked_file(broken(), broken(), broken("APP-02"), broken(cells=("applications.new.other",)))

    assert first == again
    assert len({finding.fingerprint for finding in twins.findings}) == 4


def replace_block(words: Words, block: int) -> Words:
    return words._replace(block=block)


# --- for people -----------------------------------------------------------------------------------


def test_the_worst_file_and_the_worst_finding_come_first_and_all_is_counted() -> None:
    calm = checked_file(broken("X-3", Severity.NOTICE), file="a.txt")
    loud = checked_file(broken("X-2", Severity.WARNING), broken("X-1"), file="b.txt")
    holds = Outcome("APP-01", Verdict.HOLDS, Severity.ERROR, (), "相等。")
    unknown = holds._replace(verdict=Verdict.NOT_ASSESSABLE)
    fine = checked_file(holds, unknown, file="c.txt")

    lines = [line.text for line in text_lines([calm, loud, fine, unread()])]
    text = "\n".join(lines)

    order = [text.index(name) for name in ("bad.pdf", "b.txt", "X-1", "X-2", "a.txt", "X-3")]
    assert order == sorted(order)
    assert "c.txt" not in text
    assert lines[-1] == (
        "核对 3 份，另有 1 份读不了：相符 1 项，不符 1 处，可疑 1 处，提示 1 处，无法核对 1 项。"
    )


def test_a_person_reads_place_words_advice_proposal_and_doubt() -> None:
    suspect = Suspect("applications.new.total", Decimal(64))
    found = checked_file(broken(suspect=suspect), broken("X-2", doubt=Doubt.READING))

    text = "\n".join(line.text for line in text_lines([found]))

    assert "第 3 页第" in text
    assert "原文：“64件”" in text
    assert "给填报人员：核对“本年新收”总计" in text
    assert "若是 64，所在的行和栏就都能对上。这是推算，没有采用。" in text
    assert "△ 可疑    X-2" in text
    assert "可能是我们读错了" in text


def test_an_explained_finding_is_told_last_with_its_reason_and_not_counted() -> None:
    found = checked_file(broken(), broken("X-2", Severity.NOTICE), acknowledgements=(KNOWN,))

    text = "\n".join(line.text for line in text_lines([found]))

    assert text.index("X-2") < text.index("NAR-01")
    assert "已说明：正文含下属单位（张三，2026-11-01）" in text
    assert "不符 0 处，可疑 0 处，提示 1 处，已说明 1 处" in text
    assert found.worst == 2


# --- JSON -----------------------------------------------------------------------------------------


def test_json_gives_each_finding_as_read_does_with_its_place_besides() -> None:
    outcome = broken(suspect=Suspect("applications.new.total", Decimal(64)))
    shown = json.loads(json.dumps(checked_json(checked_file(outcome, acknowledgements=(KNOWN,)))))

    (finding,) = shown["findings"]
    assert finding | finding_json(outcome) == finding
    assert (finding["left"], finding["right"], finding["quotes"]) == (64, 0, ["64件"])
    assert finding["acknowledged"] == {"why": "正文含下属单位", "who": "张三", "when": "2026-11-01"}
    assert shown["counts"] == {"holds": 0, "fails": 0, "acknowledged": 1, "not_assessable": 0}


def test_json_of_a_file_that_cannot_be_read_has_its_reason_and_the_same_keys() -> None:
    shown = checked_json(unread())

    assert shown.keys() == checked_json(checked_file()).keys()
    assert shown["error"].startswith("bad.pdf")


# --- GitHub ---------------------------------------------------------------------------------------


def test_hostile_text_stays_inside_its_command() -> None:
    printed = list(commands([hostile_file(), unread(), stale()]))

    assert len(printed) == 3
    for line in printed:
        found = COMMAND.fullmatch(line)
        assert found, line
        assert not [char for char in line if category(char) in ("Cc", "Cf", "Zl", "Zp")]
    (message,) = (COMMAND.fullmatch(line)[3] for line in commands([hostile_file()]))
    assert unquote(message).startswith("a::error::b ::add-mask::c %0A100% [2J<script>")


def test_a_command_names_file_line_rule_and_both_voices() -> None:
    report = told_report()
    lines = markdown_lines(dump(report), report.form)
    (printed,) = commands([checked_file(broken("APP-02"), lines=lines)])

    title = next(rule.title for rule in RULES if rule.id == "APP-02")
    line = lines.cells["applications.new.total"]
    assert printed.startswith(
        f"::error file=content/reports/33/330106-x/2023.md,line={line},title=APP-02 {title}"
    )
    assert "文字说收到 64 件" in printed
    assert "按登记台账填写" in printed


def test_at_most_ten_of_a_level_are_annotated_worst_first_and_the_rest_counted() -> None:
    many = [broken(f"X-{number}", level) for number in range(LIMIT + 3) for level in reversed(Severity)]
    *printed, left_out = commands([checked_file(*many)])

    levels = [COMMAND.fullmatch(line)[1] for line in printed]
    assert levels == ["error"] * LIMIT + ["warning"] * LIMIT + ["notice"] * LIMIT
    assert "error 3 处，warning 3 处，notice 3 处" in left_out
    assert not left_out.startswith("::")


def test_what_may_be_our_misreading_is_no_error_and_what_is_explained_is_not_annotated() -> None:
    (printed,) = commands(
        [checked_file(broken(), broken("X-2", doubt=Doubt.READING), acknowledgements=(KNOWN,))]
    )

    assert printed.startswith("::warning ")
    assert "可能是我们读错了" in printed


# --- job summary ----------------------------------------------------------------------------------


def test_hostile_text_makes_no_markup_in_the_summary() -> None:
    changed = Changed(
        f"x/{HOSTILE}", HOSTILE, "1 格的数字有变化", changed_figures(told_report(), with_three())
    )
    text = job_summary([hostile_file(), unread(), stale()], [changed])

    rows = [line for line in text.split("\n") if line.startswith("| ") and "---" not in line]
    assert {row.count("|") for row in rows} == {7, 5}
    assert not re.search(r"[<>`\x1b\u202e\u2028]", text)


def with_three() -> Report:
    report = told_report()
    cells = {**report.cells, "applications.new.total": Cell(State.REPORTED, Decimal(3), "3")}
    return replace(report, cells={**cells, "applications.new.other": Cell(State.BLANK)})


def test_the_summary_names_each_changed_cell_with_what_it_was_and_is() -> None:
    changes = changed_figures(told_report(), with_three())
    text = job_summary([], [Changed("f.md", "甲镇 2023 年", "2 格的数字有变化", changes)])

    assert [(change.before, change.after) for change in changes] == [("0", "未填"), ("0", "3")]
    assert re.search(r"\| 甲镇 2023 年 \| 表三“一、本年新收.*”一行“总计”一栏 \| 0 \| 3 \|", text)


def test_the_summary_ends_below_the_limit_of_github_and_says_so() -> None:
    many = [checked_file(*(broken(message="很长" * 200) for _ in range(100))) for _ in range(20)]
    text = job_summary(many, [])

    assert SUMMARY_LIMIT - 5000 < len(text.encode()) < SUMMARY_LIMIT + 200
    assert text.rstrip().endswith("可看全部。")


# --- SARIF ----------------------------------------------------------------------------------------


def test_sarif_has_what_the_standard_requires() -> None:
    report = told_report()
    lines = markdown_lines(dump(report), report.form)
    value = json.loads(
        json.dumps(sarif([checked_file(broken("APP-02"), lines=lines), hostile_file(), unread(), stale()]))
    )

    assert value["version"] == "2.1.0"
    (run,) = value["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "nianbao"
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in RULES]
    for rule in driver["rules"]:
        assert rule["help"]["text"].count("\n") == 4
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in ("error", "warning", "note", "none")
        physical = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", physical["artifactLocation"]["uri"])
        assert physical.get("region", {"startLine": 1})["startLine"] >= 1
        assert set(result["partialFingerprints"]) == {"nianbaoFinding/v1", "primaryLocationLineHash"}
    first = run["results"][0]
    assert driver["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "APP-02"
    assert "ruleIndex" not in run["results"][1]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 1
    assert len(invocation["toolConfigurationNotifications"]) == 1


def test_sarif_suppresses_what_is_explained() -> None:
    (run,) = sarif([checked_file(broken(), acknowledgements=(KNOWN,))])["runs"]

    assert run["results"][0]["suppressions"] == [{"kind": "external", "justification": "正文含下属单位"}]


@pytest.mark.parametrize(
    ("file", "uri"),
    [("a b/年.md", "a%20b/%E5%B9%B4.md"), ("a:b%c", "a%3Ab%25c"), ("/tmp/x y", "file:///tmp/x%20y")],
)
def test_an_address_in_sarif_is_percent_encoded(file: str, uri: str) -> None:
    (run,) = sarif([checked_file(broken(), file=file)])["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]

    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) == (not file.startswith("/"))
