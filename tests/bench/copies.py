"""What finding copies among all pairs of 10,000 reports costs, beside reading the same files.

`python tests/bench/copies.py [reports]` writes a generated archive, reads the prose of every report, and
then sketches, pairs and proves. Prints seconds, peak memory in MB, and the ratio; the limits are five
minutes and 1 GB on two cores, of which one is used.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from factory import make_reports  # noqa: E402  # the paths above come first
from mkdocs_nianbao.archive import entries  # noqa: E402
from nianbao.archive import dump, report_path  # noqa: E402
from nianbao.render.archive_view import ArchiveView, archive_view, with_copies  # noqa: E402

REPORTS = 10_000


def main(reports: int) -> None:
    """Print one line for reading the archive and one for the search."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
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
    for report in make_reports(reports, seed=1):
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
