"""What the archive's folder of reports must hold, given the originals: plain values, no file access."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.archive import dump, dump_trace, report_path, text_path, trace_path
from nianbao.corrections import apply_corrections, corrections_path, parse_corrections
from nianbao.errors import SourceError
from nianbao.ingest import AssignedIds, DocumentReader, read_report
from nianbao.model import Region, Report
from nianbao.read import read
from nianbao.sidecar import parse_sidecar


class Original(NamedTuple):
    """A raw file as found: `path` below `content/raw/`, `sidecar` the text of `<path>.yml` or empty."""

    path: str
    data: bytes
    sidecar: str


class Normalised(NamedTuple):
    """What one original becomes: the report's path below `content/`, and its files' texts.

    `text` is the text of an original that is no text itself, to which the trace's places refer; a text
    original needs none and has None.
    """

    source: str
    path: str
    markdown: str
    trace: str
    text: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Originals that claim the same authority, year and scope."""

    path: str
    sources: tuple[str, ...]

    def __str__(self) -> str:
        """Return the message for a contributor."""
        return (
            f"{'、'.join(self.sources)}: 都是 {self.path} 的原件（同一机关、同一年度、同一口径）；"
            "请只保留一份，或在 .yml 中用 scope: aggregate 标明汇总报告"
        )


def assigned_ids(reports: Iterable[Report]) -> AssignedIds:
    """Return the ids that the archive has given out: an authority's folder is never renamed."""
    ids: dict[tuple[Region, str], str] = {}
    for report in reports:
        ids.setdefault((report.authority.region, report.authority.body), report.authority.id)
    return ids


def normalise(
    original: Original,
    assigned: AssignedIds,
    corrections: Mapping[str, str],
    reader: DocumentReader = read,
) -> Normalised:
    """Return the report of one original, ready to be written.

    `corrections` holds the text of every file of human corrections by its path; they are applied last.
    Raises a `NianbaoError` that tells a contributor what to do: the file cannot be read, its sidecar or a
    correction is wrong, or it does not tell which authority it is of.
    """
    sidecar = parse_sidecar(original.sidecar, f"raw/{original.path}.yml")
    document = reader(original.data, original.path)
    report = read_report(original.data, original.path, sidecar, assigned, lambda data, name: document)
    if not report.authority.id:
        why = next(note.text for note in report.notes if note.code == "authority-unresolved")
        raise SourceError(
            f"raw/{original.path}", f"{why}；请在 {original.path}.yml 中写明 region: 六位区划代码"
        )
    path = report_path(report)
    corrected = corrections_path(path)
    if corrected in corrections:
        report = apply_corrections(report, parse_corrections(corrections[corrected], corrected))
    try:
        markdown, trace = dump(report), dump_trace(report)
    except ValueError as error:  # text that the reader should have cleaned: name the file, keep the others
        raise SourceError(f"raw/{original.path}", f"无法归档：{error}") from error
    text = None if document.media_type == "text/plain" else document.text.encode("utf-8", "replace").decode()
    return Normalised(original.path, path, markdown, trace, text, report.source.sha256)


def without_conflicts(found: Iterable[Normalised]) -> tuple[list[Normalised], list[Conflict]]:
    """Return the reports whose path only one original claims, and the conflicts.

    Copies of the same bytes are no conflict: the first by name stands for all.
    """
    by_path: Mapping[str, list[Normalised]] = defaultdict(list)
    for report in found:
        by_path[report.path].append(report)
    kept, conflicts = [], []
    for path, claims in sorted(by_path.items()):
        if len({claim.sha256 for claim in claims}) == 1:
            kept.append(min(claims, key=lambda claim: claim.source))
        else:
            conflicts.append(Conflict(path, tuple(sorted(claim.source for claim in claims))))
    return kept, conflicts


def wanted_files(reports: Iterable[Normalised]) -> dict[str, str]:
    """Return path → text of all files that these reports make below `content/`."""
    files: dict[str, str] = {}
    for report in reports:
        files[report.path] = report.markdown
        files[trace_path(report.path)] = report.trace
        if report.text is not None:
            files[text_path(report.path)] = report.text
    return files
