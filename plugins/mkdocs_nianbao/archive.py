"""The committed archive on disk → the entries that pages are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from nianbao.acknowledgements import acknowledgements_path, parse_acknowledgements, sort_out
from nianbao.archive import Prose, load_figures, load_paragraphs, load_prose, text_path, trace_path
from nianbao.errors import ContentError, NianbaoError
from nianbao.model import Report
from nianbao.read.text import decode
from nianbao.render.archive_view import Entry
from nianbao.render.standing import Standing, standings
from nianbao.rules import Outcome, Record, Survey, Verdict, check, check_series, record


def entries(content: Path, problems: list[str]) -> Iterator[Entry]:
    """Yield an entry for each report below `content/reports/`.

    A report that breaks the contract is left out and told in `problems`; it never stops the others.
    """
    _prose.cache_clear()  # a preview builds again when a file has changed
    read: list[tuple[Entry, Record]] = []
    for path in sorted((content / "reports").rglob("*.md")):
        try:
            read.append(_entry(content, path, problems))
        except NianbaoError as error:
            problems.append(str(error))
    survey = Survey(own for _, own in read)
    for entry, own in read:
        judged = _with_outcomes(entry, check_series(entry.report, survey.neighbours(own)))
        yield _with_acknowledgements(content, judged, problems)


def _entry(content: Path, path: Path, problems: list[str]) -> tuple[Entry, Record]:
    """Return an entry with the outcomes that need no other report, and what others need of this one."""
    name = path.relative_to(content).as_posix()
    report = load_figures(_text(path, name), name)
    whole = _load(content, name, report)
    raw = _original(content, report, problems)
    text = content / text_path(name)
    entry = Entry(
        path=name,
        report=report,
        load=partial(_load, content, name, report),
        prose=partial(_prose, content, name),
        original=partial(_original_text, raw, text, report.source.path) if raw else None,
        download=f"originals/{report.source.sha256[:16]}.bin" if raw else "",
    )
    return _with_outcomes(entry, check(whole)), record(whole)


def _with_outcomes(entry: Entry, outcomes: tuple[Outcome, ...]) -> Entry:
    """Return the entry with these outcomes beside those it has: the broken rules kept, the others counted."""
    return replace(
        entry,
        standings={**entry.standings, **standings(outcomes)},  # the rules of the two calls are others
        failed=(*entry.failed, *(outcome for outcome in outcomes if outcome.failed)),
        held=entry.held + sum(outcome.verdict is Verdict.HOLDS for outcome in outcomes),
        not_assessable=entry.not_assessable
        + sum(outcome.verdict is Verdict.NOT_ASSESSABLE for outcome in outcomes),
    )


def _with_acknowledgements(content: Path, entry: Entry, problems: list[str]) -> Entry:
    """Return the entry with its explained findings apart from the open ones."""
    path = content / acknowledgements_path(entry.path)
    if not path.is_file():
        return entry
    name = path.relative_to(content).as_posix()
    try:
        done = sort_out(entry.load(), entry.failed, parse_acknowledgements(_text(path, name), name))
    except NianbaoError as error:
        problems.append(str(error))
        return entry
    problems += map(str, done.problems)
    closed = {outcome.rule for outcome, _ in done.explained} - {outcome.rule for outcome in done.open}
    explained = dict.fromkeys(closed, Standing.EXPLAINED)
    return replace(
        entry, failed=done.open, explained=done.explained, standings={**entry.standings, **explained}
    )


def _load(content: Path, name: str, figures: Report) -> Report:
    trace = content / trace_path(name)
    printed = _text(trace, trace.name) if trace.is_file() else ""
    return load_prose(figures, _text(content / name, name), name, printed)


@lru_cache(maxsize=64)  # a report is met again as the one before the next, and by each that has its passages
def _prose(content: Path, name: str) -> Prose:
    return load_paragraphs(_text(content / name, name))


def _text(path: Path, name: str) -> str:
    if path.is_symlink():
        raise ContentError(name, "is a symbolic link, expected the file itself")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(name, f"not UTF-8: byte {error.start}") from error


def _original(content: Path, report: Report, problems: list[str]) -> Path | None:
    """Return the original of a report, or None where it is not here or is not the one that was read."""
    path = content / "raw" / report.source.path
    inside = path.resolve().is_relative_to((content / "raw").resolve())
    if not inside or path.is_symlink() or not path.is_file():
        return None
    if hashlib.sha256(path.read_bytes()).hexdigest() != report.source.sha256:
        problems.append(f"raw/{report.source.path}: changed since it was read; run nianbao build")
        return None
    return path


def _original_text(raw: Path, text: Path, name: str) -> str:
    """Return what the places of the figures refer to: the text kept beside the report, or the raw text."""
    return _text(text, text.name) if text.exists() else decode(raw.read_bytes(), name)
