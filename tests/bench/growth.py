"""What the comparison pages add to the CPU of a build: the same archive built with and without them.

`python tests/bench/growth.py [reports]`. Once without the pages of figures (years, regions, indicators,
authorities), once without those of wording too and without the search for copies; the search index, the
same in each, is left out. Prints CPU seconds and the ratio to the full build.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from builds import HUBS, PROSE, build, memory_folder, our_config, without, write_archive

REPORTS = 10_000


def main(reports: int) -> None:
    """Print one line for each build."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        site = Path(folder)
        write_archive(site / "content", reports)
        full = build(site, our_config()).seconds
        figures = build(site, without(site, HUBS, "yes")).seconds
        none = build(site, without(site, f"{HUBS}|{PROSE}", "no")).seconds
    print(f"{reports} reports, all pages: {full:.1f} s")
    print(f"without pages of figures: {figures:.1f} s, ratio {full / figures:.2f}")
    print(f"without any comparison: {none:.1f} s, ratio {full / none:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
