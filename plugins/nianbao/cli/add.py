"""`nianbao add`: puts an original into the archive with its sidecar, and shows what was read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import yaml

from nianbao.cli.defects import contained
from nianbao.cli.files import read_original, write_atomically, write_bytes_atomically
from nianbao.cli.read import clean, read_json, summary
from nianbao.cli.sandbox import Sandbox
from nianbao.errors import NianbaoError, SourceError
from nianbao.ingest import read_report
from nianbao.model import Report, Scope
from nianbao.sidecar import Sidecar, parse_sidecar


def run_add(path: Path, content: Path, known: Sidecar) -> int:
    """Copy a file to `content/raw/` under a name that says whose and of which year it is.

    `known` is what the contributor knows of it. Returns 1, and copies nothing, where the file cannot be
    read, its authority's region is open, or another original already stands for the same report.
    """
    try:
        text = sidecar_text(known)
        sidecar = parse_sidecar(text, f"{path.name}.yml")
        original = read_original(path, path.name)
        with Sandbox() as sandbox, contained(path.name):
            report = read_report(original.data, path.name, sidecar, reader=sandbox.read)
        target = content / "raw" / original_name(report, path.suffix)
        _refuse_another(target, original.data)
    except NianbaoError as error:
        click.echo(f"✕ {clean(str(error))}", err=True)
        return 1
    write_bytes_atomically(target, original.data)
    if text:
        write_atomically(target.with_name(f"{target.name}.yml"), text)
    with Sandbox() as sandbox:
        click.echo(summary(read_json(target, sandbox.read)))
    click.echo(f"已放入 {target}；接着运行 nianbao build")
    return 0


def original_name(report: Report, suffix: str) -> str:
    """Return the file name of an original: authority, year, scope, and the suffix it came with."""
    if not report.authority.id:
        why = next(note.text for note in report.notes if note.code == "authority-unresolved")
        raise SourceError(report.source.path, f"{why}；请加上 --region 六位区划代码")
    scope = "" if report.scope is Scope.OWN else f"-{report.scope}"
    ending = suffix.lower() if suffix.isascii() and suffix[1:].isalnum() else ".txt"
    return f"{report.authority.id}-{report.year}{scope}{ending}"


def sidecar_text(known: Sidecar) -> str:
    """Return the sidecar as a file, empty where nothing is known beside the text."""
    values = {
        "url": known.url,
        "retrieved": known.retrieved or (date.today() if known.url else None),
        "published": known.published,
        "authority": known.authority,
        "region": known.region,
        "year": known.year,
        "scope": str(known.scope) if known.scope else "",
    }
    kept = {key: value for key, value in values.items() if value}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False) if kept else ""


def _refuse_another(target: Path, data: bytes) -> None:
    if target.exists() and target.read_bytes() != data:
        raise SourceError(
            target.name, "档案里已有这个机关这一年的另一份原件；若是汇总报告，请加上 --scope aggregate"
        )
