"""`python tests/bench/rules.py [COUNT]`: what all rules cost over an archive, beside loading it.

Prints CPU milliseconds a report (default: 1,000 reports, then 4,000) for loading a report with its prose
and for all rules on it and its neighbours, the ratio of the two, and the peak memory. Each size runs in
its own process; growth of memory is what one more report costs.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from factory import make_reports  # noqa: E402  # the paths above come first
from nianbao.archive import dump, dump_trace, load, report_path, trace_path  # noqa: E402
from nianbao.model import Report  # noqa: E402
from nianbao.rules import check_all  # noqa: E402

SIZES = (1000, 4000)


class Archive(Collection[Report]):
    """The reports of a folder, loaded each time they are walked through."""

    def __init__(self, folder: Path) -> None:
        self.files = sorted(folder.rglob("*.md"))

    def __iter__(self) -> Iterator[Report]:
        for path in self.files:
            trace = path.with_name(trace_path(path.name))
            yield load(path.read_text("utf-8"), path.name, trace.read_text("utf-8"))

    def __len__(self) -> int:
        return len(self.files)

    def __contains__(self, report: object) -> bool:
        return any(report == other for other in self)


def main() -> None:
    """Measure one size, or both in processes of their own."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    print(" reports  load ms  rules ms  ratio  peak MB")
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True, env=os.environ)


def measure(size: int) -> None:
    """Print the line of one size."""
    memory = Path("/dev/shm")  # where there is one: disks would be measured otherwise
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        folder = Path(name)
        for number, report in enumerate(make_reports(size, seed=1)):
            path = folder / str(number) / report_path(report)
            path.parent.mkdir(parents=True)
            path.write_text(dump(report), "utf-8")
            path.with_name(trace_path(path.name)).write_text(dump_trace(report), "utf-8")
        archive = Archive(folder)
        loading = seconds(iter(archive))
        everything = seconds(check_all(archive))
    rules = everything - 2 * loading  # they are walked through twice
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = f"{1000 * loading / size:>8.2f} {1000 * rules / size:>9.2f}"
    print(f"{size:>8} {each} {rules / loading:>6.2f} {peak:>8.0f}")


def seconds(work: Iterator[object]) -> float:
    """Return the CPU seconds that it takes to exhaust the iterator."""
    start = time.process_time()
    for _ in work:
        pass
    return time.process_time() - start


if __name__ == "__main__":
    main()
