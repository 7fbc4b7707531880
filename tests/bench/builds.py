"""What benchmarks of the site share: a generated archive, its configuration, and the cost of a build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from factory import make_reports  # noqa: E402  # the paths above come first
from nianbao.archive import dump, dump_trace, report_path, trace_path  # noqa: E402

HUBS = r"(years|regions|indicators|compare)/|reports/../[^/]+/(index|compare).md"
"""The pages of figures: years, regions, indicators, authorities, pairs of them."""

PROSE = r"reports/.*/(changes|shared).md"
"""The pages of wording; without them nobody looks for copies either."""

HOOK = """
import re
import mkdocs_nianbao.plugin
from mkdocs.plugins import event_priority

mkdocs_nianbao.plugin.generated_downloads = lambda archive: ()  # figures as CSV, and what 比一比 loads
if {copies!r} == "no":
    mkdocs_nianbao.plugin.with_copies = lambda archive: archive

@event_priority(-100)  # after the plugin has added its pages
def on_files(files, *, config):
    for file in list(files):
        if re.match(r"{pages}", file.src_uri):
            files.remove(file)
    return files
"""


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
        path = report_path(report)
        for name, text in ((path, dump(report)), (trace_path(path), dump_trace(report))):
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_text(text, "utf-8")
    (content / "index.md").write_text("# 年报库\n", "utf-8")


def our_config() -> str:
    """Return this repository's configuration without the search index and its hand-written pages."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace("custom_dir: site_overrides", f"custom_dir: {ROOT / 'site_overrides'}")
    text = text.replace("  - nianbao\n", "  - nianbao: {search: false}\n")
    return text[: text.index("\nnav:")] + "\nnav: [index.md]\n" + text[text.index("\nvalidation:") :]


def without(site: Path, pages: str, copies: str) -> str:
    """Return our configuration with a hook that takes pages out before they are built.

    `pages` is a pattern of source paths; `copies` is "no" where none are looked for.
    """
    (site / "without.py").write_text(HOOK.format(pages=pages, copies=copies), "utf-8")
    return f"{our_config()}\nhooks: [without.py]\n"


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
