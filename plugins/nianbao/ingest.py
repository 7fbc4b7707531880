"""An original and its sidecar → a report: the whole way in, in one function."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace

from nianbao import __version__, regions
from nianbao.errors import SourceError
from nianbao.forms import FORMS
from nianbao.interpret import interpret
from nianbao.model import Authority, Note, Region, Report, Source
from nianbao.read import Document, read
from nianbao.sidecar import Sidecar

# Ids that the archive has given to authorities, by region and body: an id is assigned once and then kept.
AssignedIds = Mapping[tuple[Region, str], str]


# Bytes and name → the document; raises `SourceError`. The command line reads risky formats in a sandbox.
DocumentReader = Callable[[bytes, str], Document]


def read_report(
    data: bytes,
    path: str,
    sidecar: Sidecar,
    assigned: AssignedIds | None = None,
    reader: DocumentReader = read,
) -> Report:
    """Return the report in the original `data`; `path` is its path below `content/raw/`.

    Raises `SourceError` where the file is not readable or neither text nor sidecar tells authority or
    year. An authority whose region is open is no error here: its id stays empty, and a note says why.
    """
    report = read_draft(data, path, sidecar, assigned, reader)
    if lacking := lacks(report):
        raise SourceError(path, lacking)
    return report


def lacks(report: Report) -> str:
    """Return what a report does not tell of itself and how to tell it, or nothing."""
    if not report.authority.name:
        return "没有找到报告机关；请在同名 .yml 文件中写明 authority: 机关名称"
    return "" if report.year else "没有找到报告年度；请在同名 .yml 文件中写明 year: 2023"


def read_draft(
    data: bytes,
    path: str,
    sidecar: Sidecar,
    assigned: AssignedIds | None = None,
    reader: DocumentReader = read,
) -> Report:
    """Return the report as `read_report` does, but with an empty name or the year 0 where they are not told.

    Raises `SourceError` where the file is not readable.
    """
    document = reader(data, path)
    reading = interpret(document, FORMS)
    name = sidecar.authority or reading.authority_name
    authority, note = _authority(name, document, sidecar, assigned) if name else (Authority(""), ())
    year = sidecar.year or reading.year or 0
    return Report(
        title=reading.title or f"{authority.name}{year or ''}年政府信息公开工作年度报告",
        authority=authority,
        year=year,
        form=reading.form,
        source=_source(data, path, document, sidecar),
        lead=reading.lead,
        sections=reading.sections,
        cells=reading.cells,
        scope=sidecar.scope or reading.scope,
        period=reading.period,
        published=sidecar.published or reading.published,
        notes=(*reading.notes, *note),
        reader=f"nianbao {__version__}",
    )


def _authority(
    name: str, document: Document, sidecar: Sidecar, assigned: AssignedIds | None
) -> tuple[Authority, tuple[Note, ...]]:
    found = regions.resolve(name, document.text, sidecar.region)
    authority = Authority(
        name=name, body=found.body, level=str(found.level), kind=str(found.kind), region=found.region
    )
    if not found.region.code:
        return authority, (Note("authority-unresolved", found.why),)
    given = (assigned or {}).get((found.region, found.body))
    identity = given or regions.authority_id(found.region, found.body, found.region.township)
    return replace(authority, id=identity), ()


def _source(data: bytes, path: str, document: Document, sidecar: Sidecar) -> Source:
    return Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media_type=document.media_type,
        url=sidecar.url,
        retrieved=sidecar.retrieved,
    )
