"""`nianbao build`: originals → the committed archive."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import click

from nianbao.archive import load_figures
from nianbao.build import Normalised, assigned_ids, normalise, wanted_files, without_conflicts
from nianbao.cli.files import original_paths, read_original, read_text, remove, write_atomically
from nianbao.cli.read import clean
from nianbao.cli.sandbox import Sandbox
from nianbao.corrections import corrections_path
from nianbao.errors import NianbaoError
from nianbao.ingest import AssignedIds
from nianbao.model import Report

# The files that a report is made of; nothing else in its folder is ours to remove.
_ENDINGS = (".md", ".trace.json", ".original.txt")


class _Change(NamedTuple):
    """A file of the archive that differs; `after` is None where it is no longer wanted."""

    path: Path
    before: str
    after: str | None


def run_build(content: Path, check: bool) -> int:
    """Bring `content/reports/` up to date, or only show how it would change; return the exit status.

    One bad original never stops the others: its report stays as it is, the reason is printed, and the
    status is 1. A report whose original is gone is removed.
    """
    if not (content / "raw").is_dir():
        _complain(f"{content / 'raw'}: 没有这个目录；请在档案的上级目录运行，或用 --content 指明档案目录")
        return 1
    archived = dict(_archived(content))
    known = assigned_ids(report for report in archived.values() if report)
    corrections = _corrections(content)
    found, failed = _normalise_all(content / "raw", known, corrections)
    failed.update(_unused(corrections, found, archived, content))
    reports, conflicts = without_conflicts(found)
    for conflict in conflicts:
        _complain(str(conflict))
    failed.update(source for conflict in conflicts for source in conflict.sources)
    changes = list(_changes(content, wanted_files(reports), _kept(archived, failed)))
    for change in changes:
        _show(change, content) if check else _apply(change, content)
    _conclude(len(reports), len(changes), len(failed), check)
    return int(bool(failed) or (check and bool(changes)))


def _archived(content: Path) -> Iterator[tuple[Path, Report | None]]:
    """Yield the reports that the archive holds; None for a damaged one, which its original makes anew."""
    for path in sorted((content / "reports").rglob("*.md")):
        try:
            yield path, load_figures(path.read_text("utf-8"), str(path))
        except (NianbaoError, UnicodeDecodeError) as error:
            _complain(f"{error}（档案文件已损坏，将按原件重新生成）")
            yield path, None


def _corrections(content: Path) -> dict[str, str]:
    """Return the text of every file of corrections by its path below `content/`."""
    paths = sorted((content / "corrections").rglob("*.yml"))
    return {path.relative_to(content).as_posix(): read_text(path) for path in paths}


def _unused(
    corrections: dict[str, str],
    found: list[Normalised],
    archived: dict[Path, Report | None],
    content: Path,
) -> Iterator[str]:
    """Complain of corrections that no report asks for, and yield their paths: a human's work is not lost."""
    reports = {report.path for report in found} | {path.relative_to(content).as_posix() for path in archived}
    for path in corrections.keys() - {corrections_path(report) for report in reports}:
        _complain(f"{path}: 没有对应的年报；请核对文件名，或在年报移走后删除这份更正")
        yield path


def _normalise_all(
    raw: Path, assigned: AssignedIds, corrections: dict[str, str]
) -> tuple[list[Normalised], set[str]]:
    found: list[Normalised] = []
    failed: set[str] = set()
    paths = list(original_paths(raw))
    with Sandbox() as sandbox, _progress(paths) as shown:
        for path in shown:
            name = path.relative_to(raw).as_posix()
            try:
                found.append(normalise(read_original(path, name), assigned, corrections, sandbox.read))
            except NianbaoError as error:
                failed.add(name)
                _complain(str(error))
    return found, failed


def _progress(paths: list[Path]):  # type: ignore[no-untyped-def]  # click types its bar privately
    """Return the paths behind a progress bar on a terminal, and plainly elsewhere."""
    if sys.stderr.isatty():
        return click.progressbar(paths, label="读取原件", file=sys.stderr)
    return nullcontext(paths)


def _kept(archived: dict[Path, Report | None], failed: set[str]) -> set[Path]:
    """Return the reports never to delete: their original could not be read this time, or is not known."""
    return {path for path, report in archived.items() if report is None or report.source.path in failed}


def _changes(content: Path, wanted: dict[str, str], kept: set[Path]) -> Iterator[_Change]:
    for name, text in sorted(wanted.items()):
        path = content / name
        before = path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
        if before != text:
            yield _Change(path, before, text)
    spared = {stem for path in kept for stem in (path, *(path.with_suffix(ending) for ending in _ENDINGS))}
    for path in sorted(_generated(content / "reports")):
        if path.relative_to(content).as_posix() not in wanted and path not in spared:
            yield _Change(path, path.read_bytes().decode("utf-8", "replace"), None)


def _generated(reports: Path) -> Iterable[Path]:
    return (path for path in reports.rglob("*") if path.name.endswith(_ENDINGS))


def _apply(change: _Change, content: Path) -> None:
    name = change.path.relative_to(content).as_posix()
    if change.after is None:
        remove(change.path, content / "reports")
        click.echo(f"删除 {name}（原件已不在 raw/）")
    else:
        write_atomically(change.path, change.after)
        click.echo(f"{'更新' if change.before else '新增'} {name}")


def _show(change: _Change, content: Path) -> None:
    name = change.path.relative_to(content).as_posix()
    before, after = change.before.splitlines(), (change.after or "").splitlines()
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm="", n=1):
        click.echo(clean(line))


def _conclude(reports: int, changes: int, failed: int, check: bool) -> None:
    changed = f"{changes} 个文件{'会有变化' if check else '有变化'}" if changes else "没有变化"
    trouble = f"，{failed} 个原件有问题（见上）" if failed else ""
    click.echo(f"{reports} 份年报，{changed}{trouble}")


def _complain(message: str) -> None:
    click.echo(f"✕ {clean(message)}", err=True)
