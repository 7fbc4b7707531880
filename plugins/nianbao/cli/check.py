"""`nianbao check`: what the rules say, for people, for programs and for pull requests."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import click

from nianbao.checked.finding import Checked
from nianbao.checked.github import commands
from nianbao.checked.job_summary import job_summary
from nianbao.checked.json_lines import checked_json
from nianbao.checked.sarif import sarif
from nianbao.checked.text import text_lines
from nianbao.cli.check_against import changed_reports, changes
from nianbao.cli.check_files import Checking, Source, archived, sources, unused_acknowledgements
from nianbao.cli.read import clean
from nianbao.cli.sandbox import Sandbox
from nianbao.render.levels import LEVELS

FORMATS = ("text", "json", "github", "sarif")
NEVER = "never"
FAIL_ON = (*map(str, LEVELS), NEVER)
_STYLES: dict[str, dict[str, Any]] = {
    "head": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
    "quiet": {"dim": True},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the caller wants: which files, how to be told, what counts as failure, which rules (none: all).

    `against` is an earlier state of the archive: then only what belongs to changed authorities is checked.
    """

    paths: tuple[Path, ...]
    format: str = "text"
    fail_on: str = "error"
    rules: tuple[str, ...] = ()
    against: Path | None = None


def run_check(asked: Asked) -> int:
    """Print what was found; return 1 for findings loud enough, unread files and stale acknowledgements."""
    show = relative if asked.format in ("github", "sarif") else str
    with Sandbox() as sandbox:
        checking = Checking(sandbox.read, show, asked.rules)
        files = chain(
            checking.run(source for path in asked.paths for source in _wanted(path, asked.against)),
            *(unused_acknowledgements(path, show) for path in asked.paths),
        )
        worst = _tell_json(files) if asked.format == "json" else _tell(list(files), asked, show)
    if worst < 0 or asked.fail_on == NEVER:
        return int(worst < 0)
    return int(worst <= FAIL_ON.index(asked.fail_on))


def relative(path: Path) -> str:
    """Return a path as a pull request names it: below the current folder, with slashes."""
    whole = path.absolute()
    return (whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole).as_posix()


def _wanted(path: Path, against: Path | None) -> Iterator[Source]:
    """Yield the files at a path; against an earlier archive only those of authorities that changed.

    All years of such an authority are looked at, since rules compare them.
    """
    if against is None:
        yield from sources(path)
        return
    folders = {name.rpartition("/")[0] for name in changed_reports(against, path)}
    found = archived(path / "reports", path)
    yield from (source for source in found if source.name.rpartition("/")[0] in folders)


def _tell_json(files: Iterator[Checked]) -> int:
    worst = len(LEVELS)
    for checked in files:
        click.echo(json.dumps(checked_json(checked), ensure_ascii=False))
        worst = min(worst, checked.worst)
    return worst


def _tell(files: list[Checked], asked: Asked, show: Callable[[Path], str]) -> int:
    if asked.format == "sarif":
        click.echo(json.dumps(sarif(files), ensure_ascii=False, indent=1))
    elif asked.format == "github":
        _tell_github(files, asked, show)
    else:
        _tell_people(files)
    return min((checked.worst for checked in files), default=len(LEVELS))


def _tell_people(files: list[Checked]) -> None:
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for line in text_lines(files):
        text = clean(line.text)
        click.echo(click.style(text, **_STYLES.get(line.tone, {})) if coloured else text)


def _tell_github(files: list[Checked], asked: Asked, show: Callable[[Path], str]) -> None:
    for command in commands(files):
        click.echo(command)
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        moved = changes(asked.against, asked.paths[0], show) if asked.against else ()
        with Path(target).open("a", encoding="utf-8") as summary:
            summary.write(job_summary(files, moved))
