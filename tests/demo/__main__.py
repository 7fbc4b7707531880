"""`make demo`: builds `.demo/site`, what the archive looks like when it is full, from invented reports."""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from demo import site  # noqa: E402  # the paths above come first

FOLDER = ROOT / ".demo"

if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    count = site.prepare(FOLDER)
    print(f"虚构的报告 {count} 份，正在生成网站……", flush=True)
    print(f"{site.build(FOLDER).relative_to(ROOT)}/index.html")
