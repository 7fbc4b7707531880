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
from nianbao.model import Authority, Region
from nianbao.read import read
from nianbao.sidecar import parse_sidecar


class Original(NamedTuple):
    """A raw file as found: `path` below `content/raw/`, `sidecar` the text of `<path>.yml` or empty."""

    path: str
    data: bytes
    sidecar: str


class Claim(NamedTuple):
    """An original, the hash of its bytes, and the path below `content/` of the report it is of."""

    source: str
    path: str
    sha256: str


class Normalised(NamedTuple):
    """What one original becomes: the texts of the report's files, and what they were made with.

    `text` is the text of an original that is no text itself, to which the trace's places refer; a text
    original needs none and has None. `given` says that the archive had already given the authority (its
    `region` and `body`) an id, `corrections` is the text of the corrections applied, or empty.
    """

    claim: Claim
    markdown: str
    trace: str
    text: str | None
    region: Region
    body: str
    given: bool
    corrections: str

    def stands(self, assigned: AssignedIds, corrections: Mapping[str, str]) -> bool:
        """Return whether the same original would become the same with these ids and corrections."""
        given = assigned.get((self.region, self.body))
        same_id = given == _authority_id(self.claim.path) if given else not self.given
        return same_id and self.corrections == corrections.get(corrections_path(self.claim.path), "")

    def files(self) -> dict[str, str]:
        """Return path below `content/` → text of the files that this report is made of."""
        path = self.claim.path
        files = {path: self.markdown, trace_path(path): self.trace}
        return files if self.text is None else {**files, text_path(path): self.text}


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


def assigned_ids(authorities: Iterable[Authority]) -> AssignedIds:
    """Return the ids that the archive has given out: an authority's folder is never renamed."""
    ids: dict[tuple[Region, str], str] = {}
    for authority in authorities:
        ids.setdefault((authority.region, authority.body), authority.id)
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
    authority = report.authority
    try:
        markdown, trace = dump(report), dump_trace(report)
    except ValueError as error:  # text that the reader should have cleaned: name the file, keep the others
        raise SourceError(f"raw/{original.path}", f"无法归档：{error}") from error
    text = None if document.media_type == "text/plain" else document.text.encode("utf-8", "replace").decode()
    return Normalised(
        Claim(original.path, path, report.source.sha256),
        markdown,
        trace,
        text,
        authority.region,
        authority.body,
        given=(authority.region, authority.body) in assigned,
        corrections=corrections.get(corrected, ""),
    )


def _authority_id(path: str) -> str:
    return path.split("/")[-2]


def without_conflicts(found: Iterable[Claim]) -> tuple[list[Claim], list[Conflict]]:
    """Return the claims to paths that only one original claims, by path, and the conflicts.

    Copies of the same bytes are no conflict: the first by name stands for all.
    """
    by_path: Mapping[str, list[Claim]] = defaultdict(list)
    for claim in found:
        by_path[claim.path].append(claim)
    kept, conflicts = [], []
    for path, claims in sorted(by_path.items()):
        if len({claim.sha256 for claim in claims}) == 1:
            kept.append(min(claims))
        else:
            conflicts.append(Conflict(path, tuple(sorted(claim.source for claim in claims))))
    return kept, conflicts
