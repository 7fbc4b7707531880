"""Which cells of the older form go on in the newer one: data, checked against both forms when loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

from nianbao.errors import FormError
from nianbao.forms import FORMS, Form
from nianbao.forms.nodes import Node, read_yaml


class Kind(StrEnum):
    """How cells of the two forms belong together."""

    SAME = "same"
    SUM = "sum"  # one old row equals the sum of several new ones
    CAREFUL = "careful"  # side by side, never joined or subtracted
    ENDS = "ends"  # only in the old form
    BEGINS = "begins"  # only in the new form


class Relation(NamedTuple):
    """Cells of the old form that are the same quantity as cells of the new one; one side may be empty.

    `why` is a Chinese sentence for readers.
    """

    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...]
    why: str


class Passage(NamedTuple):
    """How a sum of cells of the new form passes over to the old one: the cells there, and with what care."""

    old: tuple[str, ...]
    kind: Kind
    why: str


@dataclass(frozen=True)
class Continuity:
    """The relations between two forms, by their ids; every cell of both stands in exactly one."""

    old: str
    new: str
    source: str
    relations: tuple[Relation, ...]

    def passage(self, cells: Iterable[str]) -> Passage | None:
        """Return how the sum of these cells of the new form reads in the old one; None: not comparable.

        Only whole relations pass: a part of a sum has no counterpart.
        """
        wanted = set(cells)
        touched = [relation for relation in self.relations if not wanted.isdisjoint(relation.new)]
        if any(relation.kind is Kind.BEGINS or not wanted.issuperset(relation.new) for relation in touched):
            return None
        loosest = max(touched, key=lambda relation: tuple(Kind).index(relation.kind))
        return Passage(
            tuple(address for relation in touched for address in relation.old), loosest.kind, loosest.why
        )

    def relation(self, form: str, address: str) -> Relation:
        """Return the relation in which a cell of one of the two forms stands."""
        return self._by_cell[form, address]

    @cached_property
    def _by_cell(self) -> Mapping[tuple[str, str], Relation]:
        return {
            (form, address): relation
            for relation in self.relations
            for form, side in ((self.old, relation.old), (self.new, relation.new))
            for address in side
        }


def parse_continuity(text: str, where: str, forms: Mapping[str, Form] = FORMS) -> Continuity:
    """Return the continuity table in `text`; `where` names the file in errors.

    Raises `FormError` for unknown keys and forms, patterns without a cell, and cells of either form that
    stand in no relation or in two.
    """
    node = read_yaml(text, where)
    old, new = (_form(node, key, forms) for key in ("old", "new"))

    def read(relation: Node) -> tuple[Relation, ...]:
        return tuple(_relations(relation, old, new))

    found = Continuity(
        old=old.id,
        new=new.id,
        source=node.take("source", str),
        relations=tuple(relation for group in node.nodes("relations", read) for relation in group),
    )
    node.finish()
    for form, side in ((old, "old"), (new, "new")):
        cells = (address for relation in found.relations for address in getattr(relation, side))
        _check_complete(f"{where}.relations", form, tuple(cells))
    return found


def _form(node: Node, key: str, forms: Mapping[str, Form]) -> Form:
    form_id = node.take(key, str)
    if form_id not in forms:
        raise FormError(f"{node.where}.{key}", f"found {form_id!r}, expected one of {tuple(forms)}")
    return forms[form_id]


def _relations(node: Node, old: Form, new: Form) -> Iterator[Relation]:
    kind, why = node.take("kind", str), node.take("why", str)
    if kind not in tuple(Kind):
        raise FormError(f"{node.where}.kind", f"found {kind!r}, expected one of {tuple(map(str, Kind))}")
    if kind == Kind.SUM:
        yield from _sums(node, old, new, why)
    else:
        patterns, but = node.strings("cells"), node.strings("but")
        for address in _matching(node.where, patterns, but, new if kind == Kind.BEGINS else old):
            yield Relation(
                Kind(kind),
                () if kind == Kind.BEGINS else (address,),
                () if kind == Kind.ENDS else (address,),
                why,
            )
    node.finish()


def _sums(node: Node, old: Form, new: Form, why: str) -> Iterator[Relation]:
    """Yield a relation for each column of a row that became several."""
    table_id, row, parts = node.take("table", str), node.take("row", str), node.strings("parts")
    table = old.table(table_id)
    if not table:
        raise FormError(f"{node.where}.table", f"found {table_id!r}, which the old form has not")
    known = set(new.addresses())
    for column in table.columns:
        cells = tuple(table.address(part, column.id) for part in parts)
        for cell in cells:
            if cell not in known:
                raise FormError(f"{node.where}.parts", f"{cell!r} is not in form {new.id}")
        yield Relation(Kind.SUM, (table.address(row, column.id),), cells, why)


def _matching(where: str, patterns: tuple[str, ...], but: tuple[str, ...], form: Form) -> Iterator[str]:
    for pattern in (*patterns, *but):
        if not any(fnmatchcase(address, pattern) for address in form.addresses()):
            raise FormError(where, f"pattern {pattern!r} matches no cell of form {form.id}")
    for address in form.addresses():
        if any(fnmatchcase(address, pattern) for pattern in patterns) and not any(
            fnmatchcase(address, pattern) for pattern in but
        ):
            yield address


def _check_complete(where: str, form: Form, cells: tuple[str, ...]) -> None:
    """Refuse cells that the form has not, that stand nowhere, or twice."""
    known = form.addresses()
    for address in cells:
        if address not in known:
            raise FormError(where, f"{address!r} is not in form {form.id}")
        if cells.count(address) > 1:
            raise FormError(where, f"{address!r} of form {form.id} stands in two relations")
    for address in known:
        if address not in cells:
            raise FormError(where, f"{address!r} of form {form.id} stands in no relation")


CONTINUITY = parse_continuity(
    (files("nianbao.compare") / "continuity.yml").read_text("utf-8"), "compare/continuity.yml"
)
