"""Wording that every report may share: the forms' titles and labels, and what the law says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from nianbao.forms import FORMS, Form
from nianbao.model import Authority
from nianbao.prose.shingles import SHORT, shingles
from nianbao.prose.spelling import letters, own_names

_MOST = 0.6  # the rest: a word put in, or where two official passages meet
_NOBODY = Authority("")


@cache
def official_shingles() -> frozenset[str]:
    """Return the short kept shingles of official wording, in the spelling of `spelling.letters`.

    Sources: the YAML files of `nianbao.forms`, and `statutory.txt` beside this module.
    """
    texts = (text for texts in (*map(_form, FORMS.values()), _statutory()) for text in texts)
    return frozenset(
        shingle for text in texts for shingle in _short_shingles(letters(text, own_names(_NOBODY)))
    )


def is_official(letters: str) -> bool:
    """Whether most of what a text keeps is official wording; False for a text that keeps nothing.

    `letters` is as `spelling.letters` makes it.
    """
    kept = _short_shingles(letters)
    return bool(kept) and len(kept & official_shingles()) >= _MOST * len(kept)


def _short_shingles(letters: str) -> set[str]:
    return shingles(letters, (SHORT,))


def _form(form: Form) -> Iterator[str]:
    yield f"{form.name}{form.document}"
    for section in form.sections:
        yield from (section.title, section.long, *section.variants)
    for table in form.tables:
        yield from (table.title, table.stub)
        labels = (*(row.label for row in table.rows), *(column.label for column in table.columns))
        yield "".join(labels)  # a table printed as prose
        for row in table.rows:
            yield from (*row.path, row.label, *row.aliases)
        for column in table.columns:
            yield from (*column.path, column.label, *column.aliases)


def _statutory() -> Iterator[str]:
    text = (files(__package__) / "statutory.txt").read_text("utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))
