"""`nianbao read`: what was read from each file, as a short text or as JSON lines."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from nianbao.cli.defects import contained
from nianbao.cli.files import read_original
from nianbao.cli.sandbox import Sandbox
from nianbao.errors import NianbaoError
from nianbao.ingest import DocumentReader, lacks, read_draft
from nianbao.report_json import error_json, report_json
from nianbao.rules import OF_TABLES, check
from nianbao.sidecar import parse_sidecar


def run_read(files: tuple[Path, ...], as_json: bool) -> int:
    """Print every file's report; return 1 where a file could not be read, after printing the others."""
    failed = False
    with Sandbox() as sandbox:
        for path in files:
            shown = read_json(path, sandbox.read)
            failed = failed or shown["error"] is not None
            click.echo(json.dumps(shown, ensure_ascii=False) if as_json else summary(shown))
    return int(failed)


def read_json(path: Path, reader: DocumentReader) -> dict[str, Any]:
    """Return the JSON value of one file; `error` tells why it cannot be read, or what it does not tell."""
    try:
        original = read_original(path, path.name)
        sidecar = parse_sidecar(original.sidecar, f"{path.name}.yml")
        with contained(path.name):
            report = read_draft(original.data, path.name, sidecar, reader=reader)
            lacking = lacks(report)
            outcomes = check(report) if report.year else check(report, OF_TABLES)
            return report_json(str(path), report, outcomes, lacking and f"{path.name}: {lacking}")
    except NianbaoError as error:
        return error_json(str(path), str(error))


def summary(shown: dict[str, Any]) -> str:
    """Return what a person wants to know first, in a few lines without control characters."""
    if shown["error"]:
        cells = len(shown["cells"])
        return f"✕ {clean(shown['error'])}" + (f"（表格已读出 {cells} 格，见 --json）" if cells else "")
    states = Counter(cell["state"] for cell in shown["cells"].values())
    failed = [finding for finding in shown["findings"] if finding["verdict"] == "fails"]
    authority = shown["authority"]
    lines = [
        f"{shown['source']}",
        f"  机关 {authority['name']}（{authority['id'] or '区划未定'}） 年度 {shown['year']}",
        f"  格式 {shown['form'] or '未识别'} 章节 {'、'.join(map(str, shown['sections']))}",
        f"  单元格 {'、'.join(f'{state} {count}' for state, count in sorted(states.items()))}",
        *(f"  △ {note['text']}" for note in shown["notes"]),
        *(f"  ✕ {finding['rule']} {finding['message']}" for finding in failed),
    ]
    return "\n".join(map(clean, lines))


def clean(text: str) -> str:
    """Return one line of text that cannot steer a terminal or a workflow log."""
    text = "".join(char if char.isprintable() else " " for char in text)
    return text.replace("::", "：：") if text.lstrip().startswith("::") else text
