"""`make bench`: what a build costs, always beside plain MkDocs on the same Markdown in the same run.

Prints CPU seconds (user and system, children too) and peak memory of `mkdocs build` without search for
1,000 and 4,000 generated reports, ours beside MkDocs with Material that renders the same files outside
its nav. Ratios are what to compare: seconds depend on the machine. What the comparison pages add is told
by `growth.py`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from builds import build, config_without_search, memory_folder, write_archive

SIZES = (1000, 4000)
PLAIN = (
    "site_name: plain\ndocs_dir: content\ntheme: {name: material, language: zh, font: false}\nplugins: []\n"
)


def main() -> None:
    """Print one line for each size, then the growth."""
    ours, plain = {}, {}
    print(" reports   ours s  plain s  ratio  ours MB plain MB  ratio")
    for size in SIZES:
        with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
            site = Path(folder)
            write_archive(site / "content", size)
            ours[size] = build(site, config_without_search())
            plain[size] = build(site, f"{PLAIN}nav: [index.md]\nnot_in_nav: '*'\nexclude_docs: '*.json'\n")
        mine, theirs = ours[size], plain[size]
        print(
            f"{size:>8} {mine.seconds:>8.1f} {theirs.seconds:>8.1f} {mine.seconds / theirs.seconds:>6.2f}"
            f" {mine.megabytes:>8.0f} {theirs.megabytes:>8.0f} {mine.megabytes / theirs.megabytes:>6.2f}"
        )
    small, large = SIZES
    growth = (ours[large].seconds / large) / (ours[small].seconds / small)
    print(f"growth of CPU per report from {small} to {large}: {growth:.2f} (1.00 is linear)")


if __name__ == "__main__":
    main()
