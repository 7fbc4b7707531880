"""The files that `nianbao check` looks at: originals, or an archive with its acknowledgements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from nianbao.acknowledgements import (
    Sorted,
    acknowledgements_path,
    parse_acknowledgements,
    sort_out,
)
from nianbao.archive import load, trace_path
from nianbao.archive.lines import markdown_lines
from nianbao.checked.finding import Checked, checked
from nianbao.cli.defects import contained
from nianbao.cli.files import original_paths, read_original, read_text
from nianbao.errors import ContentError, NianbaoError
from nianbao.ingest import DocumentReader, read_report
from nianbao.model import Report
from nianbao.rules import Outcome, Record, Survey, check, check_series, record
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
    """Yield what is to be checked at a path: a file, the reports of an archive, or a folder's originals.

    An archive without a report yet has its originals in `raw/`.
    """
    root = next((above for above in (path, *path.parents) if _is_archive(above)), None)
    inside_reports = root is not None and path.is_relative_to(root / _REPORTS)
    if path.is_file() or not path.exists():
        yield Source(path, root if inside_reports and path.suffix == ".md" else None)
    elif root == path or inside_reports:
        yield from archived(path if inside_reports else path / _REPORTS, root or path)
    else:
        raw = path / "raw"
        yield from map(Source, original_paths(raw if raw.is_dir() else path))


def archived(folder: Path, root: Path) -> Iterator[Source]:
    """Yield the reports below a folder of the archive `root`."""
    return (Source(found, root) for found in sorted(folder.rglob("*.md")))


def _is_archive(path: Path) -> bool:
    """Whether reports lie below it as in an archive; a folder may be called `reports` for other reasons."""
    return next(path.glob(f"{_REPORTS}/[0-9][0-9]/*/[12][0-9][0-9][0-9]*.md"), None) is not None


class _Read(NamedTuple):
    """A file after the first of two walks: its report, what its own rules say, what other reports need."""

    source: Source
    report: Report
    outcomes: tuple[Outcome, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class Checking:
    """Reads files one after the other and applies the rules to them together.

    `show` names a file in what is printed, `rules` are those to tell of (none: all).
    """

    reader: DocumentReader
    show: Callable[[Path], str]
    rules: tuple[str, ...] = ()

    def run(self, found: Iterable[Source]) -> Iterator[Checked]:
        """Yield every file with its findings, those that could not be read first.

        All files are read before the first is told, since rules compare a report with the others; of a
        report of the archive only the figures are kept meanwhile.
        """
        reads: list[_Read] = []
        for source in found:
            try:
                with contained(self.show(source.path)):
                    reads.append(self._read(source))
            except NianbaoError as error:
                yield Checked(file=self.show(source.path), error=str(error))
        survey = Survey(read.record for read in reads)
        for read in reads:
            series = check_series(read.report, survey.neighbours(read.record))
            yield self._checked(read.source, read.report, (*read.outcomes, *series))

    def _read(self, source: Source) -> _Read:
        if source.root is None:
            report = self._original(source)
            return _Read(source, report, check(report), record(report))
        whole = self._whole(source)
        figures = replace(whole, lead=(), sections=tuple(replace(part, blocks=()) for part in whole.sections))
        return _Read(source, figures, check(whole), record(whole))

    def _original(self, source: Source) -> Report:
        original = read_original(source.path, source.path.name)
        sidecar = parse_sidecar(original.sidecar, f"{source.path.name}.yml")
        return read_report(original.data, source.path.name, sidecar, reader=self.reader)

    def _whole(self, source: Source) -> Report:
        trace = source.path.with_name(trace_path(source.path.name))
        printed = read_text(trace) if trace.is_file() else ""
        return load(read_text(source.path), self.show(source.path), printed)

    def _checked(self, source: Source, report: Report, outcomes: tuple[Outcome, ...]) -> Checked:
        failed = [outcome for outcome in outcomes if outcome.failed]
        lines = None
        if source.root and failed:
            report = self._whole(source)
            lines = markdown_lines(read_text(source.path), report.form)
        done = self._sorted(source, report, failed)
        told = tuple(outcome for outcome in outcomes if self._asked(outcome))
        return checked(self.show(source.path), report, told, lines, self._only(done))

    def _asked(self, outcome: Outcome) -> bool:
        return not self.rules or outcome.rule in self.rules

    def _only(self, done: Sorted) -> Sorted:
        return replace(
            done,
            open=tuple(filter(self._asked, done.open)),
            explained=tuple(pair for pair in done.explained if self._asked(pair[0])),
        )

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
