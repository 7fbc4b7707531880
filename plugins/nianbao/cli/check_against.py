"""What differs between an archive and an earlier state of it, for the check of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from nianbao.acknowledgements import acknowledgements_path
from nianbao.archive import load_figures
from nianbao.checked.changes import Changed, changed_figures
from nianbao.cli.files import read_bytes, read_text
from nianbao.errors import NianbaoError
from nianbao.model import Report


def changed_reports(before: Path, after: Path) -> tuple[str, ...]:
    """Return the paths of the reports that differ, below the archives' folders, those removed too.

    A report also counts as changed where its acknowledgements are.
    """
    names = {path.relative_to(root).as_posix() for root in (before, after) for path in _reports(root)}
    return tuple(
        name
        for name in sorted(names)
        if any(_bytes(before / part) != _bytes(after / part) for part in (name, acknowledgements_path(name)))
    )


def changes(before: Path, after: Path, show: Callable[[Path], str]) -> Iterator[Changed]:
    """Yield what happened to the figures of each report that differs; a broken one is told as such."""
    for name in changed_reports(before, after):
        try:
            old, new = _report(before / name), _report(after / name)
        except NianbaoError:
            yield Changed(show(after / name), "", "不合格式，无法比较")
            continue
        yield _changed(show(after / name), old, new)


def _changed(file: str, old: Report | None, new: Report | None) -> Changed:
    report = new or old
    name = f"{report.authority.name} {report.year} 年" if report else ""
    if old is None or new is None:
        return Changed(file, name, "移出" if new is None else "新收入")
    moved = changed_figures(old, new)
    return Changed(file, name, f"{len(moved)} 格的数字有变化" if moved else "数字没有变化", moved)


def _reports(root: Path) -> Iterator[Path]:
    return (root / "reports").rglob("*.md")


def _report(path: Path) -> Report | None:
    return load_figures(read_text(path), path.name) if path.exists() else None


def _bytes(path: Path) -> bytes | None:
    return read_bytes(path, path.name) if path.exists() else None
