"""YAML → `Form`: every key, label and identity is checked, and an error names the file and the key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nianbao.errors import FormError
from nianbao.forms.form import Column, Form, Identity, Row, SectionForm, TableForm
from nianbao.forms.labels import normalise
from nianbao.forms.nodes import Node, read_yaml, unique

_TABLE_IDS = ("art20_1", "art20_5", "art20_6", "art20_8", "art20_9", "applications", "disputes")
_UNITS = ("件", "项", "万元")


def parse_form(text: str, where: str) -> Form:
    """Return the form in `text`; `where` names the file in errors.

    Raises `FormError` for YAML that does not parse, unknown or missing keys, values of the wrong type,
    ids or labels that are not unique, and identities that name a missing row or column.
    """
    node = read_yaml(text, where)
    years = node.take("years", list)
    form = Form(
        id=node.take("id", str),
        document=node.take("document", str),
        name=node.take("name", str),
        issued=node.take("issued", date),
        years=(years[0], years[-1]),
        sections=node.nodes("sections", _section),
        tables=node.nodes("tables", _table),
    )
    node.finish()
    unique(f"{where}.tables", "table id", (table.id for table in form.tables))
    unique(f"{where}.sections", "section", (str(section.number) for section in form.sections))
    return form


def _section(node: Node) -> SectionForm:
    section = SectionForm(
        number=node.take("number", int),
        title=node.take("title", str),
        long=node.take("long", str, ""),
        variants=node.strings("variants"),
    )
    node.finish()
    if not 1 <= section.number <= 6:
        raise FormError(f"{node.where}.number", f"found {section.number}, expected 1 to 6")
    return section


def _table(node: Node) -> TableForm:
    table = TableForm(
        id=node.take("id", str),
        section=node.take("section", int),
        title=node.take("title", str),
        stub=node.take("stub", str),
        source=node.take("source", str),
        printed=node.take("printed", str, "grid"),
        columns=node.nodes("columns", _column),
        rows=node.nodes("rows", _row),
        identities=node.nodes("identities", _identity, []),
    )
    node.finish()
    if table.id not in _TABLE_IDS:
        raise FormError(f"{node.where}.id", f"found {table.id!r}, expected one of {_TABLE_IDS}")
    if table.printed not in ("grid", "wide"):
        raise FormError(f"{node.where}.printed", f"found {table.printed!r}, expected grid or wide")
    _check_axis(f"{node.where}.rows", table.rows)
    _check_axis(f"{node.where}.columns", table.columns)
    for index, identity in enumerate(table.identities):
        _check_identity(f"{node.where}.identities[{index}]", identity, table)
    return table


def _column(node: Node) -> Column:
    column = Column(
        id=node.take("id", str),
        label=node.take("label", str),
        unit=node.take("unit", str),
        path=node.strings("path"),
        aliases=node.strings("aliases"),
        signed=node.take("signed", bool, False),
        unit_printed=node.take("unit_printed", bool, False),
    )
    node.finish()
    if column.unit not in _UNITS:
        raise FormError(f"{node.where}.unit", f"found {column.unit!r}, expected one of {_UNITS}")
    return column


def _row(node: Node) -> Row:
    row = Row(
        id=node.take("id", str),
        label=node.take("label", str),
        path=node.strings("path"),
        keys=node.strings("keys"),
        aliases=node.strings("aliases"),
    )
    node.finish()
    return row


def _identity(node: Node) -> Identity:
    formula = node.take("formula", str)
    sides = [tuple(term.strip() for term in side.split("+")) for side in formula.split("=")]
    if len(sides) != 2 or not all(term for side in sides for term in side):
        raise FormError(f"{node.where}.formula", f"found {formula!r}, expected 'a + b = c + d'")
    identity = Identity(
        id=node.take("id", str),
        each=node.take("each", str),
        left=sides[0],
        right=sides[1],
        title=node.take("title", str),
        source=node.take("source", str),
        rows=node.strings("rows"),
    )
    node.finish()
    return identity


def _check_axis(where: str, entries: tuple[Row, ...] | tuple[Column, ...]) -> None:
    unique(where, "id", (entry.id for entry in entries))
    unique(where, "label", (name for entry in entries for name in _names(entry)))
    labels = [normalise(entry.label) for entry in entries]
    for entry in entries:
        for key in entry.keys if isinstance(entry, Row) else ():
            if sum(key in label for label in labels) > 1:
                raise FormError(where, f"key {key!r} of {entry.id!r} occurs in several labels")


def _names(entry: Row | Column) -> set[str]:
    return {normalise(name) for name in (entry.label, *entry.aliases)}


def _check_identity(where: str, identity: Identity, table: TableForm) -> None:
    axes: Mapping[str, set[str]] = {
        "column": {row.id for row in table.rows},
        "row": {column.id for column in table.columns},
    }
    if identity.each not in axes:
        raise FormError(f"{where}.each", f"found {identity.each!r}, expected column or row")
    for term in (*identity.left, *identity.right):
        if term not in axes[identity.each]:
            raise FormError(f"{where}.formula", f"{term!r} is not in table {table.id!r}")
    for row in identity.rows:
        if row not in axes["column"]:
            raise FormError(f"{where}.rows", f"row {row!r} is not in table {table.id!r}")
