"""Findings for other programs: one JSON value for each file."""

from __future__ import annotations

from typing import Any

from nianbao.archive.dump import authority_fields
from nianbao.checked.finding import Checked, Finding
from nianbao.report_json import finding_json


def checked_json(checked: Checked) -> dict[str, Any]:
    """Return one file: whose report it is, counts, and every finding and application not assessable.

    A finding has the shape that `nianbao read --json` gives it, with its place and fingerprint besides.
    What holds is only counted.
    """
    report = checked.report
    explained = len(checked.findings) - len(checked.open)
    return {
        "source": checked.file,
        "title": report and report.title,
        "authority": report and authority_fields(report.authority),
        "scope": report and str(report.scope),
        "year": report and report.year,
        "form": report and report.form,
        "counts": {
            "holds": checked.held,
            "fails": len(checked.open),
            "acknowledged": explained,
            "not_assessable": len(checked.unassessed),
        },
        "findings": [
            *map(_finding, checked.findings),
            *map(finding_json, checked.unassessed),
        ],
        "problems": [{"at": problem.where, "text": problem.what} for problem in checked.problems],
        "error": checked.error or None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    entry = finding.acknowledged
    return {
        **finding_json(finding.outcome),
        "at": str(finding.at) if finding.at else None,
        "line": finding.line or None,
        "quotes": list(finding.quotes),
        "fingerprint": finding.fingerprint,
        "acknowledged": entry and {"why": entry.why, "who": entry.who, "when": str(entry.when)},
    }
