"""Findings as SARIF 2.1.0, the format in which checkers report to each other.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, sections 3.13 to 3.52.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from nianbao import __version__
from nianbao.checked.finding import Checked, Finding
from nianbao.checked.text import place_words
from nianbao.render.findings import MISREAD
from nianbao.render.levels import misread
from nianbao.report_json import finding_json
from nianbao.rules import RULES, Severity
from nianbao.rules.rule import RuleText

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_ROOT = "SRCROOT"  # the folder that all addresses are relative to; the reader knows where it is


def sarif(files: Sequence[Checked], rules: Sequence[RuleText] = RULES) -> dict[str, Any]:
    """Return one run with all findings; explained ones are suppressed, unread files are notifications."""
    index = {rule.id: number for number, rule in enumerate(rules)}
    unread = [_notification(checked.file, checked.error) for checked in files if checked.error]
    stale = [_notification(problem.where, problem.what) for item in files for problem in item.problems]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "nianbao",
                        "semanticVersion": __version__,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "invocations": [
                    {
                        "executionSuccessful": not unread,
                        "toolExecutionNotifications": unread,
                        "toolConfigurationNotifications": stale,
                    }
                ],
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(checked, finding, index) for checked in files for finding in checked.findings
                ],
            }
        ],
    }


def _rule(rule: RuleText) -> dict[str, Any]:
    told = (rule.formula, f"理由：{rule.reason}", f"常见原因：{rule.cause}", f"怎么改：{rule.fix}")
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {"text": "\n".join((*told, f"来源：{rule.source}"))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(checked: Checked, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    outcome = finding.outcome
    doubt = MISREAD if misread(outcome) else ""
    place = f"（原件{place_words(finding.at)}）" if finding.at else ""
    result: dict[str, Any] = {
        "ruleId": outcome.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": " ".join(filter(None, (outcome.message, doubt, outcome.clerk, place)))},
        "locations": [_location(checked.file, finding.line)],
        # The second name is the one by which GitHub recognises a finding in later runs.
        "partialFingerprints": {
            "nianbaoFinding/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        "properties": finding_json(outcome),
    }
    if outcome.rule in index:
        result["ruleIndex"] = index[outcome.rule]
    if finding.acknowledged:
        result["suppressions"] = [{"kind": "external", "justification": finding.acknowledged.why}]
    return result


def _location(file: str, line: int) -> dict[str, Any]:
    relative = not file.startswith("/")
    artifact = {"uri": quote(file), "uriBaseId": _ROOT} if relative else {"uri": f"file://{quote(file)}"}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if line:
        physical["region"] = {"startLine": line}
    return {"physicalLocation": physical}


def _notification(file: str, text: str) -> dict[str, Any]:
    return {"level": "error", "message": {"text": f"{file}: {text}"}}
