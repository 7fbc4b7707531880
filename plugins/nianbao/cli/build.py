"""`nianbao build`: originals → the committed archive."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from nianbao.archive import load_head
from nianbao.build import Claim, Normalised, assigned_ids, without_conflicts
from nianbao.cli.files import original_paths, read_text, remove, write_atomically
from nianbao.cli.read import clean
from nianbao.cli.store import Store, StoreError
from nianbao.cli.workers import Failure, Kept, Task, read_all
from nianbao.corrections import corrections_path
from nianbao.errors import NianbaoError
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
    status is 1. A report whose original is gone is removed. An original that has not changed since the
    last run is not read again; `check` reads every one, and compares with what the last run kept.
    """
    if not (content / "raw").is_dir():
        _complain(f"{content / 'raw'}: 没有这个目录；请在档案的上级目录运行，或用 --content 指明档案目录")
        return 1
    cache = Store(content.absolute().parent / ".cache" / "nianbao")
    if not check:
        return _build(content, cache, None, _apply)
    with TemporaryDirectory(prefix="nianbao-") as folder:
        return _build(content, Store(Path(folder)), cache, _show)


def _build(
    content: Path, store: Store, compared: Store | None, handle: Callable[[_Change, Path], None]
) -> int:
    archived = dict(_archived(content))
    known = assigned_ids(report.authority for report in archived.values() if report)
    corrections = _corrections(content)
    read, failed = _read_all(Task(content / "raw", store, compared, known, corrections))
    keys = {kept.claim: kept.key for kept in read}
    failed.update(_unused(corrections, keys, archived, content))
    reports, conflicts = without_conflicts(keys)
    for conflict in conflicts:
        _complain(str(conflict))
    failed.update(source for conflict in conflicts for source in conflict.sources)
    made = (store.take(keys[claim]) for claim in reports)  # one by one: all of them would fill the memory
    changes = 0
    try:
        for change in _changes(content, made, _spared(archived, failed)):
            handle(change, content)
            changes += 1
    except StoreError as error:
        _complain(str(error))
        return 1
    store.keep_only(keys.values())
    _conclude(read, len(reports), changes, len(failed), compared is not None)
    return int(bool(failed) or (compared is not None and bool(changes)))


def _archived(content: Path) -> Iterator[tuple[Path, Report | None]]:
    """Yield the reports that the archive holds; None for a damaged one, which its original makes anew."""
    for path in sorted((content / "reports").rglob("*.md")):
        try:
            yield path, load_head(path.read_text("utf-8"), str(path))
        except (NianbaoError, UnicodeDecodeError) as error:
            _complain(f"{error}（档案文件已损坏，将按原件重新生成）")
            yield path, None


def _corrections(content: Path) -> dict[str, str]:
    """Return the text of every file of corrections by its path below `content/`."""
    paths = sorted((content / "corrections").rglob("*.yml"))
    return {path.relative_to(content).as_posix(): read_text(path) for path in paths}


def _unused(
    corrections: dict[str, str],
    claims: Iterable[Claim],
    archived: dict[Path, Report | None],
    content: Path,
) -> Iterator[str]:
    """Complain of corrections that no report asks for, and yield their paths: a human's work is not lost."""
    reports = {claim.path for claim in claims} | {path.relative_to(content).as_posix() for path in archived}
    for path in corrections.keys() - {corrections_path(report) for report in reports}:
        _complain(f"{path}: 没有对应的年报；请核对文件名，或在年报移走后删除这份更正")
        yield path


def _read_all(task: Task) -> tuple[list[Kept], set[str]]:
    """Return the reports of all originals, and the originals that gave none, each complained of."""
    kept: list[Kept] = []
    failed: set[str] = set()
    paths = list(original_paths(task.raw))
    with _progress(read_all(task, paths), len(paths)) as shown:
        for found in shown:
            if isinstance(found, Kept):
                kept.append(found)
            else:
                failed.add(found.source)
                _complain(found.why)
    return kept, failed


def _progress(found: Iterator[Kept | Failure], length: int):  # type: ignore[no-untyped-def]
    """Return the results behind a progress bar (privately typed by click) on a terminal, or plainly."""
    if sys.stderr.isatty():
        return click.progressbar(found, length=length, label="读取原件", file=sys.stderr)
    return nullcontext(found)


def _spared(archived: dict[Path, Report | None], failed: set[str]) -> set[Path]:
    """Return the files never to delete: their original could not be read this time, or is not known."""
    kept = (path for path, report in archived.items() if report is None or report.source.path in failed)
    return {path.with_suffix(ending) for path in kept for ending in _ENDINGS}


def _changes(content: Path, reports: Iterable[Normalised], spared: set[Path]) -> Iterator[_Change]:
    """Yield what differs from what these reports make, then what none of them makes."""
    wanted: set[Path] = set()
    for report in reports:
        for name, text in sorted(report.files().items()):
            path = content / name
            wanted.add(path)
            before = path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
            if before != text:
                yield _Change(path, before, text)
    for path in sorted(_generated(content / "reports")):
        if path not in wanted and path not in spared:
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


def _conclude(read: list[Kept], reports: int, changes: int, failed: int, check: bool) -> None:
    unread = sum(not kept.fresh for kept in read)
    unchanged = f"，{unread} 个原件没有变，未重读" if unread else ""
    changed = f"{changes} 个文件{'会有变化' if check else '有变化'}" if changes else "没有变化"
    trouble = f"，{failed} 个原件有问题（见上）" if failed else ""
    click.echo(f"{reports} 份年报，{changed}{unchanged}{trouble}")


def _complain(message: str) -> None:
    click.echo(f"✕ {clean(message)}", err=True)
