"""How fast originals are read, beside a bare parse of the same files in the same run.

`python tests/bench/reading.py [originals ...]`. First the median CPU time of one report, for text, web
pages, both in the shares in which reports come, Word and PDF, with what a second of one processor reads,
and the ratio to a parser that only takes the file apart. Then `nianbao build` on folders of originals:
everything new, nothing changed, one changed; CPU and clock show how many processors were at work, and
peak memory at several sizes how it grows.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

import mammoth  # noqa: E402  # the paths above come first
import pdfplumber  # noqa: E402
from markdown_it import MarkdownIt  # noqa: E402
from selectolax.lexbor import LexborHTMLParser  # noqa: E402

from damaged.generate import generate  # noqa: E402
from damaged.pdf import pdf_case  # noqa: E402
from damaged.truth import Case  # noqa: E402
from nianbao.errors import NianbaoError  # noqa: E402
from nianbao.ingest import read_report  # noqa: E402
from nianbao.sidecar import Sidecar  # noqa: E402

SIZES = (500, 2000)
PAGES = ("HTML", "MSO", "FAKE")  # layouts of `damaged` that are marked up


class Format(NamedTuple):
    """A kind of originals, and a parser that takes such a file apart and no more."""

    name: str
    cases: Iterable[Case]
    bare: Callable[[Case], object]


def main(sizes: Sequence[int]) -> None:
    """Print one line for each format, then one for each build of so many originals."""
    print("format      median ms  reports/s  bare ms  ratio")
    for each in formats():
        pairs = [(cpu(read, case), cpu(each.bare, case)) for case in each.cases for _ in range(2)]
        ours, bare = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        print(f"{each.name:<10} {ours:>10.1f} {1000 / ours:>10.0f} {bare:>8.1f} {ours / bare:>6.1f}")
    print("\noriginals  build       CPU s  clock s  CPU/clock  MB of the largest process")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            builds(Path(folder) / "content", size)


def formats() -> tuple[Format, ...]:
    """Return the formats with a few dozen reports each, the layouts of text as they come."""
    drawn = [generate(seed) for seed in range(120)]
    word = [case for case in drawn if case.truth.layout == "DOCX"]
    both = [case for case in drawn if case.truth.layout != "DOCX"]
    return (
        Format("text", [case for case in both if case.truth.layout not in PAGES], markdown),
        Format("page", [generate(seed, "HTML") for seed in range(60)], page_text),
        Format("text+page", both, lambda case: (page_text if case.truth.layout in PAGES else markdown)(case)),
        Format("Word", word, lambda case: mammoth.convert_to_html(io.BytesIO(case.data))),
        Format("PDF", [pdf_case(seed) for seed in range(12)], pdf_words),
    )


def markdown(case: Case) -> object:
    """Parse a text as the Markdown that it may be."""
    return MarkdownIt().parse(case.text)


def page_text(case: Case) -> object:
    """Parse a page and take its text."""
    return LexborHTMLParser(case.text).text()


def pdf_words(case: Case) -> object:
    """Find the words of every page."""
    with pdfplumber.open(io.BytesIO(case.data)) as pdf:
        return [page.extract_words() for page in pdf.pages]


def read(case: Case) -> object:
    """Read a report; some are refused, which takes time too."""
    try:
        return read_report(case.data, case.name, Sidecar(authority=case.authority, year=case.year))
    except NianbaoError as error:
        return error


def cpu(work: Callable[[Case], object], case: Case) -> float:
    """Return the CPU seconds of one call."""
    start = time.process_time()
    work(case)
    return time.process_time() - start


def builds(content: Path, size: int) -> None:
    """Print what three builds in a row cost."""
    raw = content / "raw"
    raw.mkdir(parents=True)
    for seed in range(size):
        case = generate(seed)
        (raw / case.name).write_bytes(case.data)
    show(size, "new", content)
    show(size, "unchanged", content)
    changed = min(raw.iterdir())
    changed.write_bytes(changed.read_bytes() + b"\n")
    show(size, "one changed", content)


def show(size: int, name: str, content: Path) -> None:
    """Print the cost of one build; conflicts among the generated reports are of no interest here."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "nianbao", "build", "--content", str(content)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    seconds = usage.ru_utime + usage.ru_stime
    print(
        f"{size:>9}  {name:<11} {seconds:>5.1f} {clock:>8.1f} {seconds / clock:>10.2f}"
        f" {usage.ru_maxrss / 1024:>6.0f}"
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
