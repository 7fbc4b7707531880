"""What finding copies among all pairs of 10,000 reports costs, beside reading the same files.

`python tests/bench/copies.py [reports]` writes the archive of `builds.as_authorities_write`, reads the prose
of every report, and then sketches, pairs and proves. Prints seconds, peak memory in MB, and the ratio; the
limits are five minutes and 1 GB on two cores, of which one is used.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from builds import as_authorities_write, memory_folder

from mkdocs_nianbao.archive import entries
from nianbao.archive import dump, report_path
from nianbao.render.archive_view import ArchiveView, archive_view, with_copies

REPORTS = 10_000


def main(reports: int) -> None:
    """Print one line for reading the archive and one for the search."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        write(Path(folder), reports)
        archive, reading = read(Path(folder))
        start = time.process_time()
        found = with_copies(archive).copies
        seconds = time.process_time() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    passages = sum(map(len, found.values()))
    print(f"reading {reports} reports: {reading:.1f} s")
    print(f"copies: {seconds:.1f} s, {megabytes:.0f} MB, {seconds / reading:.2f} × reading")
    print(f"{passages} passages in {len(found)} reports")


def write(content: Path, reports: int) -> None:
    """Write generated reports without traces."""
    for report in as_authorities_write(reports):
        path = content / report_path(report)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(report), "utf-8")


def read(content: Path) -> tuple[ArchiveView, float]:
    """Return the archive as a build reads it, and the seconds that takes."""
    start = time.process_time()
    archive = archive_view(entries(content, []))
    return archive, time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
