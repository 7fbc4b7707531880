"""What the comparison pages add to the CPU of a build: the same archive built with and without them.

`python tests/bench/growth.py [reports] [rounds]`. A build is `mkdocs build` as a user runs it for the first
time, with the search index; Pagefind's process counts. No comparison page is in the index, so it costs the
same in each build; its CPU stands beside, and a second ratio leaves it out. Each build is the cheapest of
`rounds`, taken in turns: the machine may have other work.

The archive is that of `builds.as_authorities_write`, each report with its original.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from builds import as_authorities_write, build, memory_folder, our_config, write_report

from demo.original import with_original

REPORTS = 10_000

FIGURES = ("pairs", "_authority_pages", "_versus_pages", "_year_pages", "_region_pages", "_indicator_pages")
WORDING = ("_prose_pages",)
WITHOUT = {"all pages": (), "without pages of figures": FIGURES, "without any comparison": FIGURES + WORDING}
"""Name of a build → what `nianbao.render.pages` leaves out in it."""

HOOK = """
import os
from pathlib import Path

import mkdocs_nianbao.plugin
import nianbao.render.pages

for name in {left_out}:
    setattr(nianbao.render.pages, name, lambda *_: ())
if "pairs" in {left_out}:
    mkdocs_nianbao.plugin.generated_downloads = lambda archive: ()  # figures as CSV, and what 比一比 loads
if "_prose_pages" in {left_out}:
    mkdocs_nianbao.plugin.with_copies = lambda archive: archive

index = mkdocs_nianbao.plugin.search.build

def measured(*given):
    before = sum(os.times()[:4])  # of this process and its children, user and system
    index(*given)
    Path("index-seconds").write_text(str(sum(os.times()[:4]) - before))

mkdocs_nianbao.plugin.search.build = measured
"""


class Cost(NamedTuple):
    """CPU seconds of a build, and how many of them the search index takes."""

    whole: float
    index: float


def main(reports: int, rounds: int) -> None:
    """Print one line for each build."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        site = Path(folder)
        write_originals(site / "content", reports)
        costs = [{name: cost(site, left_out) for name, left_out in WITHOUT.items()} for _ in range(rounds)]
    least = {name: min(costs_of[name] for costs_of in costs) for name in WITHOUT}
    full = least["all pages"]
    print(f"{reports} reports, CPU seconds     whole build   index   ratio   without index   ratio")
    for name, one in least.items():
        rest, of_full = one.whole - one.index, full.whole - full.index
        print(f"{name:<30} {one.whole:>11.1f} {one.index:>7.1f} {full.whole / one.whole:>7.2f}", end="")
        print(f" {rest:>15.1f} {of_full / rest:>7.2f}")


def write_originals(content: Path, reports: int) -> None:
    """Write an archive of `reports` reports, each with its original, and a home page."""
    (content / "raw").mkdir(parents=True)
    for written in as_authorities_write(reports):
        report, original = with_original(written, "")
        write_report(content, report)
        (content / "raw" / report.source.path).write_bytes(original)
    (content / "index.md").write_text("# 年报库\n", "utf-8")


def cost(site: Path, left_out: tuple[str, ...]) -> Cost:
    """Return what a build costs that leaves these pages out and finds nothing in the cache."""
    shutil.rmtree(site / ".cache", ignore_errors=True)
    (site / "measured.py").write_text(HOOK.format(left_out=left_out), "utf-8")
    whole = build(site, f"{our_config()}\nhooks: [measured.py]\n").seconds
    return Cost(whole, float((site / "index-seconds").read_text()))


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(*(given + [REPORTS, 1][len(given) :]))
