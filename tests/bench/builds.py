"""What benchmarks of the site share: a generated archive, its configuration, and the cost of a build."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from demo.archive import COPIES_FROM, COPYING  # noqa: E402  # the paths above come first
from demo.prose import lead, sections  # noqa: E402
from factory import YEARS, make_reports  # noqa: E402
from factory_authorities import authority  # noqa: E402
from nianbao.archive import dump, dump_trace, report_path, trace_path  # noqa: E402
from nianbao.model import Report  # noqa: E402


class Cost(NamedTuple):
    """CPU seconds and the largest process's peak memory in MB."""

    seconds: float
    megabytes: float


def memory_folder() -> Path | None:
    """Return a memory file system: on some disks creating files slows down after deletions."""
    folder = Path("/dev/shm")
    return folder if folder.is_dir() else None


def write_archive(content: Path, size: int) -> None:
    """Write `size` normalised reports and a home page."""
    for report in make_reports(size, seed=1):
        write_report(content, report)
    (content / "index.md").write_text("# 年报库\n", "utf-8")


def as_authorities_write(size: int) -> Iterator[Report]:
    """Yield `size` reports of 1,900 characters of prose, of whose sentences half are last year's.

    `demo.prose` says more. In every eleventh authority's later reports a section is copied from another's.
    """
    for number, report in enumerate(make_reports(size, seed=1)):
        place = number // len(YEARS)
        copies = place % COPYING == COPYING - 1 and report.year >= COPIES_FROM
        problems = authority(place - 5) if copies else report.authority
        yield replace(report, lead=lead(report), sections=sections(report, problems, 0))


def write_report(content: Path, report: Report) -> None:
    """Write a report and its trace."""
    path = report_path(report)
    for name, text in ((path, dump(report)), (trace_path(path), dump_trace(report))):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")


def config_without_search() -> str:
    """Return our configuration without the search index."""
    return our_config().replace("  - nianbao\n", "  - nianbao: {search: false}\n")


def our_config() -> str:
    """Return this repository's configuration without its hand-written pages."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace("custom_dir: site_overrides", f"custom_dir: {ROOT / 'site_overrides'}")
    return text[: text.index("\nnav:")] + "\nnav: [index.md]\n" + text[text.index("\nvalidation:") :]


def build(site: Path, config: str) -> Cost:
    """Return the cost of one `mkdocs build`; a failing build ends the benchmark with its output."""
    (site / "mkdocs.yml").write_text(config, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site / "site")]
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": os.environ.get("PYTHONPATH", "") + ":" + str(ROOT / "plugins"),
    }
    process = subprocess.Popen(command, cwd=site, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"mkdocs build failed with status {status}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
