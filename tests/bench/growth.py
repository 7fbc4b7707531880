"""What the comparison pages add to the CPU of a build.

`python tests/bench/growth.py [reports]`. One `mkdocs build` as a user runs it for the first time, with the
search index and Pagefind's process; inside it the CPU is told apart that the comparison pages take: their
views, templates and files, the search for copied passages, and the downloads. The last line is the ratio
of the whole to the build without them. Two builds, one with and one without them, would tell more about
the machine, whose speed changes from one minute to the next.

The archive is that of `builds.as_authorities_write`, each report with its original.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from builds import as_authorities_write, build, memory_folder, our_config, write_report

from demo.original import with_original

REPORTS = 10_000

COMPARISON = (
    *("copies", "changes.html", "shared.html"),  # the wording of reports
    *("authority.html", "pairs", "compare_pair.html", "compare_region.html", "downloads"),
    *("indicators.html", "indicator.html", "indicator_year.html"),
    *("years.html", "year.html", "regions.html", "region.html"),
)
"""Templates, and steps between them: the search for copied passages, the choice of neighbours, the files."""

HOOK = """
import json
import time
from collections import Counter
from pathlib import Path

import mkdocs.commands.build
import mkdocs_nianbao.plugin
import nianbao.render.pages

spent, pages = Counter(), Counter()

def count(owner, name, part):
    work = getattr(owner, name)

    def counted(first, *others, **options):
        start = time.process_time()
        try:
            return work(first, *others, **options)
        finally:
            spent[part(first)] += time.process_time() - start

    setattr(owner, name, counted)

def template(page):
    return page.meta.get("template", "")

count(mkdocs.commands.build, "_populate_page", template)
count(mkdocs.commands.build, "_build_page", template)
count(mkdocs_nianbao.plugin, "generated_file", lambda spec: spec.template)
count(mkdocs_nianbao.plugin, "with_copies", lambda archive: "copies")
count(nianbao.render.pages, "pairs", lambda archive: "pairs")

downloads = mkdocs_nianbao.plugin.generated_downloads

def counted_downloads(archive):
    start = time.process_time()
    yield from downloads(archive)  # what is done with each is counted too
    spent["downloads"] += time.process_time() - start

mkdocs_nianbao.plugin.generated_downloads = counted_downloads

def on_page_context(context, page, config, nav):
    pages[template(page)] += 1

def on_post_build(config):
    Path("spent.json").write_text(json.dumps([spent, pages]))
"""


def main(reports: int) -> None:
    """Print a line for each part, and the ratio."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        site = Path(folder)
        write_originals(site / "content", reports)
        (site / "measured.py").write_text(HOOK, "utf-8")
        whole = build(site, f"{our_config()}\nhooks: [measured.py]\n").seconds
        spent, pages = json.loads((site / "spent.json").read_text("utf-8"))
    print(f"{reports} reports           pages   CPU s   ms a report")
    for part in COMPARISON:
        seconds = spent.get(part, 0.0)
        print(f"{part:<20} {pages.get(part, ''):>9} {seconds:>7.2f} {1000 * seconds / reports:>13.2f}")
    added = sum(spent.get(part, 0.0) for part in COMPARISON)
    print(f"all of these {added:>25.1f} {1000 * added / reports:>13.2f}")
    print(f"the rest     {whole - added:>25.1f} {1000 * (whole - added) / reports:>13.2f}")
    print(f"whole / the rest {whole / (whole - added):>21.2f}")


def write_originals(content: Path, reports: int) -> None:
    """Write an archive of `reports` reports, each with its original, and a home page."""
    (content / "raw").mkdir(parents=True)
    for written in as_authorities_write(reports):
        report, original = with_original(written, "")
        write_report(content, report)
        (content / "raw" / report.source.path).write_bytes(original)
    (content / "index.md").write_text("# 年报库\n", "utf-8")


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:] or [REPORTS]))
