"""A form of the annual report as data: its sections, tables, labels and identities, checked when loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionForm:
    """One of the six sections: the template's title, the notice's long one, and variants seen in use."""

    number: int
    title: str
    long: str = ""
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of figures. `path` holds the headers printed above its own, outermost first.

    `unit` is 件, 项 or 万元. A money column whose header states the unit is `unit_printed`; in the other
    one a cell must state its unit itself. Only a `signed` column may hold negative figures.
    """

    id: str
    label: str
    unit: str
    path: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    signed: bool = False
    unit_printed: bool = False

    @property
    def money(self) -> bool:
        """Whether the column holds an amount in 万元, not a count."""
        return self.unit == "万元"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of figures. `label` is unique in its table, `path` the group labels, outermost first.

    `keys` are words that occur in no other label of the table, for labels that are cut or damaged.
    """

    id: str
    label: str
    path: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An equation between cells of one table: the sum of `left` equals the sum of `right`.

    With `each` = `column`, `left` and `right` are row ids and the equation holds in every column; with
    `each` = `row` they are column ids and it holds in every row of `rows` (all rows where empty).
    """

    id: str
    each: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    title: str
    source: str
    rows: tuple[str, ...] = ()


class Equation(NamedTuple):
    """An identity applied to one row or column: cell addresses on both sides."""

    identity: Identity
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)  # one object each: asked for by every report, as a key too
class TableForm:
    """A table of a form: rows × columns of figures. `stub` is the text of the corner cell.

    `printed` is `grid` where the paper shows rows and columns as here, `wide` where it shows one row of
    figures with the rows as groups of columns (表四).
    """

    id: str
    section: int
    title: str
    stub: str
    source: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    identities: tuple[Identity, ...] = ()
    printed: str = "grid"

    @property
    def has_totals(self) -> bool:
        """Return whether a row says itself that it adds up: it ends with its total."""
        return any(identity.each == "row" for identity in self.identities)

    def addresses(self) -> tuple[str, ...]:
        """Return the address of every cell, row by row."""
        return self._addresses

    @cached_property  # asked for by every report: the strings are made once and shared
    def _addresses(self) -> tuple[str, ...]:
        return tuple(chain.from_iterable(self._by_row.values()))

    def row_addresses(self, row: str) -> tuple[str, ...]:
        """Return the addresses of a row's cells in the order of the columns; `KeyError` for another row."""
        return self._by_row[row]

    @cached_property
    def _by_row(self) -> Mapping[str, tuple[str, ...]]:
        return {
            row.id: tuple(self.address(row.id, column.id) for column in self.columns) for row in self.rows
        }

    def address(self, row: str, column: str) -> str:
        """Return the address `table.row.column`."""
        return f"{self.id}.{row}.{column}"

    def equations(self) -> Iterator[Equation]:
        """Yield every identity applied to every row or column that it covers."""
        for identity in self.identities:
            if identity.each == "column":
                for column in self.columns:
                    yield self._equation(
                        identity,
                        [(row, column.id) for row in identity.left],
                        [(row, column.id) for row in identity.right],
                    )
            else:
                for row_id in identity.rows or tuple(row.id for row in self.rows):
                    yield self._equation(
                        identity,
                        [(row_id, column) for column in identity.left],
                        [(row_id, column) for column in identity.right],
                    )

    def _equation(
        self, identity: Identity, left: list[tuple[str, str]], right: list[tuple[str, str]]
    ) -> Equation:
        return Equation(
            identity,
            tuple(self.address(*pair) for pair in left),
            tuple(self.address(*pair) for pair in right),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Form:
    """An official report form. `years` are the first and last report year it was seen in, for people."""

    id: str
    document: str
    name: str
    issued: date
    years: tuple[int, int]
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]

    def table(self, table_id: str) -> TableForm | None:
        """Return the table with this id, or None where the form has none."""
        return next((table for table in self.tables if table.id == table_id), None)

    def addresses(self) -> tuple[str, ...]:
        """Return the address of every cell in the form's order."""
        return tuple(address for table in self.tables for address in table.addresses())
