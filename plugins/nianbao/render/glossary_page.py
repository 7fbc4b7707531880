"""术语: what each row and column of the tables means, grouped by table, once for both forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nianbao.forms import FORMS, Form, TableForm
from nianbao.render.meanings import MEANINGS, Meaning
from nianbao.render.terms import anchor, column_term, group_term, row_term


@dataclass(frozen=True, slots=True)
class Term:
    """An entry: its anchor, the label of each form that has it, and its meaning.

    `forms` names the only form that has the term, empty where both do. `inner` marks a row of a group.
    """

    id: str
    labels: tuple[str, ...]
    forms: str
    meaning: Meaning
    inner: bool


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms of one table, in the order in which the form prints them."""

    id: str
    title: str
    rows: tuple[Term, ...]
    columns: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """Everything `glossary.html` adds to the hand-written page."""

    groups: tuple[TermGroup, ...]


def glossary_view() -> GlossaryView:
    """Return the glossary of all tables."""
    titles = {table.id: table.title for form in FORMS.values() for table in form.tables}
    return GlossaryView(tuple(_group(table_id, title) for table_id, title in titles.items()))


def _group(table_id: str, title: str) -> TermGroup:
    tables = [(form, table) for form in FORMS.values() for table in form.tables if table.id == table_id]
    return TermGroup(
        id=table_id,
        title=title,
        rows=_terms([(form, list(_rows(table))) for form, table in tables]),
        columns=_terms([(form, list(_columns(table))) for form, table in tables]),
    )


def _rows(table: TableForm) -> Iterator[tuple[str, str]]:
    """Yield (key, label) of every row, each group before its rows."""
    told = set[str]()
    for row in table.rows:
        for level, label in enumerate(row.path):
            key = group_term(table, row, level)
            if key and key not in told:
                told.add(key)
                yield key, label
        yield row_term(table, row), row.label


def _columns(table: TableForm) -> Iterator[tuple[str, str]]:
    return ((column_term(table, column), column.label) for column in table.columns)


def _terms(editions: Sequence[tuple[Form, list[tuple[str, str]]]]) -> tuple[Term, ...]:
    """Join the editions of a table: the order of the newest form, then what only older ones have."""
    labels: dict[str, dict[str, list[str]]] = {}
    for form, pairs in reversed(editions):
        for key, label in pairs:
            labels.setdefault(key, {}).setdefault(label, []).append(form.name)
    return tuple(_term(key, found) for key, found in labels.items())


def _term(key: str, labels: dict[str, list[str]]) -> Term:
    names = [name for found in labels.values() for name in found]
    return Term(
        id=anchor(key),
        labels=tuple(labels),
        forms=names[0] if len(names) < len(FORMS) else "",
        meaning=MEANINGS[key],
        inner=key.count(".") > 1 and "*" not in key,
    )
