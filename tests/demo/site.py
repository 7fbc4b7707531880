"""A project folder with the demonstration's archive, whose every page says that it is fictional."""

import csv
import shutil
from io import StringIO
from pathlib import Path

import sites
from demo.archive import write

FICTIONAL = "虚构"
CHANGES = (
    ("site_name: 年报库\n", f"site_name: 年报库（{FICTIONAL}演示）\n"),
    ("extra:\n", "extra:\n  fictional: true\n"),
)


def prepare(folder: Path, count: int | None = None) -> int:
    """Write the project into an empty folder, and return how many reports its archive has."""
    sites.copy_project(folder)
    for name in ("raw", "reports"):
        shutil.rmtree(folder / "content" / name)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    for before, after in CHANGES:
        assert before in config
        config = config.replace(before, after)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return write(folder / "content", count)


def build(folder: Path) -> Path:
    """Build the site of a prepared folder, and return where it is."""
    done = sites.run("mkdocs", "build", "--strict", cwd=folder)
    if done.returncode:
        raise SystemExit(done.stderr)
    for path in (folder / "site").rglob("*.csv"):
        path.write_text(_marked(path.read_text("utf-8-sig")), "utf-8", newline="")
    return folder / "site"


def _marked(text: str) -> str:
    """Return a CSV with a last column that says in every row that it is fictional."""
    sheet = StringIO()
    first, *rows = csv.reader(StringIO(text))
    csv.writer(sheet).writerows([[*first, "说明"], *([*row, FICTIONAL] for row in rows)])
    return f"\ufeff{sheet.getvalue()}"
