"""`python tests/bench/rules.py [COUNT]`: what all rules cost over an archive, beside loading it.

For a tenth of COUNT reports and for COUNT (default: 10,000), each in a process of its own, it prints CPU
milliseconds a report for loading it with its prose and for all rules on it and its neighbours, the ratio of
the two, the CPU seconds of all, and the peak memory of loading alone and of loading and rules together.
Loading counts twice in all: `check_all` walks through the archive twice. Then it prints how memory grows.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from factory import make_reports  # noqa: E402  # the paths above come first
from nianbao.archive import dump, dump_trace, load, trace_path  # noqa: E402
from nianbao.model import Report  # noqa: E402
from nianbao.rules import check_all  # noqa: E402

COUNT = 10_000
ONE = "--one"  # how the benchmark calls itself for one size


class Archive(Collection[Report]):
    """The reports of a folder, `0.md` and on, loaded each time they are walked through."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder, self.size = folder, size

    def __iter__(self) -> Iterator[Report]:
        for number in range(self.size):
            path = self.folder / f"{number}.md"
            trace = path.with_name(trace_path(path.name))
            yield load(path.read_text("utf-8"), path.name, trace.read_text("utf-8"))

    def __len__(self) -> int:
        return self.size

    def __contains__(self, report: object) -> bool:
        return any(report == other for other in self)


class Cost(NamedTuple):
    """CPU seconds and peak megabytes of one size."""

    size: int
    loading: float
    everything: float
    peak_loading: float
    peak: float

    def line(self) -> str:
        """Return the figures as a line of the table."""
        rules = self.everything - 2 * self.loading
        each = f"{1000 * self.loading / self.size:>8.2f} {1000 * rules / self.size:>9.2f}"
        times = f"{rules / self.loading:>6.2f} {rules:>8.1f} {self.everything:>6.1f}"
        return f"{self.size:>8} {each} {times} {self.peak_loading:>8.1f} {self.peak:>8.1f}"


def main() -> None:
    """Measure one size, or both in processes of their own."""
    if ONE in sys.argv:
        print(json.dumps(measure(int(sys.argv[-1]))))
        return
    size = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    print(" reports  load ms  rules ms  ratio  rules s  all s  load MB  peak MB")
    few, many = (cost(each) for each in (size // 10, size))
    more = many.size - few.size
    kept = (many.peak - few.peak) * 1024
    loaded = (many.peak_loading - few.peak_loading) * 1024
    print(f"memory: ×{many.peak / few.peak:.2f} for ×{many.size / few.size:.0f} reports", end="; ")
    print(f"{kept / more:.2f} kB for one more, {loaded / more:.2f} kB of it by loading alone")


def cost(size: int) -> Cost:
    """Measure one size in a process of its own and print its line."""
    command = [sys.executable, __file__, ONE, str(size)]
    found = Cost(*json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))
    print(found.line(), flush=True)
    return found


def measure(size: int) -> Cost:
    """Return what one size costs."""
    memory = Path("/dev/shm")  # where there is one: disks would be measured otherwise
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        for number, report in enumerate(make_reports(size, seed=1)):
            path = Path(name) / f"{number}.md"
            path.write_text(dump(report), "utf-8")
            path.with_name(trace_path(path.name)).write_text(dump_trace(report), "utf-8")
        archive = Archive(Path(name), size)
        loading, peak_loading = seconds(iter(archive)), peak()
        return Cost(size, loading, seconds(check_all(archive)), peak_loading, peak())


def peak() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds(work: Iterator[object]) -> float:
    """Return the CPU seconds that it takes to exhaust the iterator."""
    start = time.process_time()
    for _ in work:
        pass
    return time.process_time() - start


if __name__ == "__main__":
    main()
