"""The files that `nianbao check` looks at: originals, or an archive with its acknowledgements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from nianbao.acknowledgements import (
    Sorted,
    acknowledgements_path,
    parse_acknowledgements,
    sort_out,
)
from nianbao.archive import load, trace_path
from nianbao.archive.lines import markdown_lines
from nianbao.checked.finding import Checked, checked
from nianbao.cli.files import original_paths, read_original, read_text
from nianbao.errors import ContentError, NianbaoError
from nianbao.ingest import DocumentReader, read_report
from nianbao.model import Report
from nianbao.rules import Outcome, check
from nianbao.sidecar import parse_sidecar

_REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check. `root` is the archive's folder for one of its reports, None for an original."""

    path: Path
    root: Path | None = None

    @property
    def name(self) -> str:
        """The path of a report below its archive."""
        return self.path.relative_to(self.root).as_posix() if self.root else self.path.name


def sources(path: Path) -> Iterator[Source]:
    """Yield what is to be checked at a path: a file, the reports of an archive, or a folder's originals."""
    if (path / _REPORTS).is_dir():
        yield from (Source(found, path) for found in sorted((path / _REPORTS).rglob("*.md")))
        return
    root = _root_of(path)
    if path.is_dir():
        inside = sorted(path.rglob("*.md")) if root else original_paths(path)
        yield from (Source(found, root) for found in inside)
    else:
        yield Source(path, root if path.suffix == ".md" else None)


def _root_of(path: Path) -> Path | None:
    """Return the archive that holds a path: the folder above the nearest `reports/`."""
    return next((above.parent for above in (path, *path.parents) if above.name == _REPORTS), None)


@dataclass
class Checking:
    """Reads files one after the other and applies the rules to them together.

    `show` names a file in what is printed, `rules` are those to tell of (none: all). `failed` collects the
    files that could not be read.
    """

    reader: DocumentReader
    show: Callable[[Path], str]
    rules: tuple[str, ...] = ()
    failed: list[Checked] = field(default_factory=list)
    _pending: dict[int, tuple[Source, Report]] = field(default_factory=dict)

    def run(self, found: Iterator[Source]) -> Iterator[Checked]:
        """Yield every file with its findings; those that could not be read come last."""
        for report in self._reports(found):
            yield self._checked(report, check(report))
        yield from self.failed

    def _reports(self, found: Iterator[Source]) -> Iterator[Report]:
        for source in found:
            try:
                report = self._load(source) if source.root else self._read(source)
            except NianbaoError as error:
                self.failed.append(Checked(file=self.show(source.path), error=str(error)))
            else:
                self._pending[id(report)] = (source, report)
                yield report

    def _checked(self, report: Report, outcomes: tuple[Outcome, ...]) -> Checked:
        source, _ = self._pending.pop(id(report))
        shown = self.show(source.path)
        failed = [outcome for outcome in outcomes if outcome.failed]
        done = self._sorted(source, report, failed)
        try:
            lines = None
            if source.root and failed:  # places are read only where there is something to show
                text = read_text(source.path)
                lines = markdown_lines(text, report.form)
                trace = source.root / trace_path(source.name)
                report = load(text, shown, read_text(trace)) if trace.is_file() else report
        except NianbaoError as error:
            return Checked(file=shown, error=str(error))
        told = tuple(outcome for outcome in outcomes if self._asked(outcome))
        return checked(shown, report, told, lines, self._only(done))

    def _asked(self, outcome: Outcome) -> bool:
        return not self.rules or outcome.rule in self.rules

    def _only(self, done: Sorted) -> Sorted:
        return replace(
            done,
            open=tuple(filter(self._asked, done.open)),
            explained=tuple(pair for pair in done.explained if self._asked(pair[0])),
        )

    def _read(self, source: Source) -> Report:
        original = read_original(source.path, source.path.name)
        sidecar = parse_sidecar(original.sidecar, f"{source.path.name}.yml")
        return read_report(original.data, source.path.name, sidecar, reader=self.reader)

    def _load(self, source: Source) -> Report:
        return load(read_text(source.path), self.show(source.path))

    def _sorted(self, source: Source, report: Report, failed: list[Outcome]) -> Sorted:
        path = source.root / acknowledgements_path(source.name) if source.root else None
        if path is None or not path.is_file():
            return Sorted(tuple(failed))
        shown = self.show(path)
        try:
            return sort_out(report, failed, parse_acknowledgements(read_text(path), shown))
        except NianbaoError as error:  # its findings are told all the same, as open ones
            where = error.where if error.where.startswith(shown) else f"{shown}:1"
            return Sorted(tuple(failed), problems=(ContentError(where, error.what),))


def unused_acknowledgements(root: Path, show: Callable[[Path], str]) -> Iterator[Checked]:
    """Yield every file of acknowledgements whose report the archive does not hold."""
    reports = {
        acknowledgements_path(path.relative_to(root).as_posix()) for path in root.glob("reports/**/*.md")
    }
    for path in sorted((root / "acknowledgements").rglob("*.yml")):
        if path.relative_to(root).as_posix() not in reports:
            what = "没有对应的年报；请核对文件名，或在年报移走后删去这份说明"
            yield Checked(file=show(path), problems=(ContentError(f"{show(path)}:1", what),))
