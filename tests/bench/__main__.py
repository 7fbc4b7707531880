"""`make bench`: what a build costs, always beside plain MkDocs on the same Markdown in the same run.

Prints CPU seconds (user and system, children too) and peak memory of `mkdocs build` without search for
1,000 and 4,000 generated reports, ours beside MkDocs with Material that renders the same files outside
its nav. Then what the comparison pages add: the same build without the pages of authorities, years,
regions and indicators. Ratios are what to compare: seconds depend on the machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from factory import make_reports  # noqa: E402  # the paths above come first
from nianbao.archive import dump, dump_trace, report_path, trace_path  # noqa: E402

SIZES = (1000, 4000)
PLAIN = (
    "site_name: plain\ndocs_dir: content\ntheme: {name: material, language: zh, font: false}\nplugins: []\n"
)

WITHOUT = """
import re
from mkdocs.plugins import event_priority

@event_priority(-100)  # after the plugin has added its pages
def on_files(files, *, config):
    for file in list(files):
        if re.match(r"(years|regions|indicators)/|reports/../[^/]+/index.md", file.src_uri):
            files.remove(file)
    return files
"""


class Cost(NamedTuple):
    """CPU seconds and the largest process's peak memory in MB."""

    seconds: float
    megabytes: float


def main() -> None:
    """Print one line for each size, then the growth."""
    # A memory file system where there is one: on some disks creating files slows down after deletions.
    memory = Path("/dev/shm")
    ours, plain, compared = {}, {}, {}
    print(" reports   ours s  plain s  ratio  ours MB plain MB  ratio")
    for size in SIZES:
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            site = Path(folder)
            write_archive(site / "content", size)
            ours[size] = build(site, our_config())
            compared[size] = ours[size].seconds / build(site, without_comparison(site)).seconds - 1
            plain[size] = build(site, f"{PLAIN}nav: [index.md]\nnot_in_nav: '*'\nexclude_docs: '*.json'\n")
        mine, theirs = ours[size], plain[size]
        print(
            f"{size:>8} {mine.seconds:>8.1f} {theirs.seconds:>8.1f} {mine.seconds / theirs.seconds:>6.2f}"
            f" {mine.megabytes:>8.0f} {theirs.megabytes:>8.0f} {mine.megabytes / theirs.megabytes:>6.2f}"
        )
        print(f"{'':>8} comparison pages add {compared[size]:.0%} to the CPU of the build")
    small, large = SIZES
    growth = (ours[large].seconds / large) / (ours[small].seconds / small)
    print(f"growth of CPU per report from {small} to {large}: {growth:.2f} (1.00 is linear)")


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


def without_comparison(site: Path) -> str:
    """Return our configuration with a hook that takes the comparison pages out before they are built."""
    (site / "without.py").write_text(WITHOUT, "utf-8")
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


if __name__ == "__main__":
    main()
