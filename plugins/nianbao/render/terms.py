"""Anchors of the glossary: one for each row, row group and column of the tables, shared by both forms."""

from __future__ import annotations

from nianbao.forms import Column, Row, TableForm


def row_term(table: TableForm, row: Row) -> str:
    """Return the glossary key of a row, such as `applications.new`."""
    return f"{table.id}.{row.id}"


def column_term(table: TableForm, column: Column) -> str:
    """Return the glossary key of a column, such as `applications.*.total`."""
    return f"{table.id}.*.{column.id}"


def group_term(table: TableForm, row: Row, level: int) -> str:
    """Return the glossary key of a row's group at a level, empty where the group has none of its own.

    Only groups whose rows share a dotted prefix, such as `denied.…`, are terms.
    """
    prefix, dot, _ = row.id.partition(".")
    return f"{table.id}.{prefix}" if dot and level == len(row.path) - 1 else ""


def anchor(term: str) -> str:
    """Return the fragment id of a glossary key.

    >>> anchor("applications.*.total")
    'applications.all.total'
    """
    return term.replace("*", "all")
