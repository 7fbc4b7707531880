"""Front matter → everything of a report but its sections and figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nianbao.archive.front_matter import Mapping as Head
from nianbao.cells import Cell, Place, State
from nianbao.errors import ContentError
from nianbao.forms import FORMS
from nianbao.model import Authority, Note, Period, Region, Report, Scope, Source


@dataclass(frozen=True, slots=True)
class Exceptions:
    """States and reasons that a table cannot show, by cell address, with the line that says so."""

    where: str
    cells: Mapping[str, tuple[int, State, str, str]]

    def apply(self, cells: dict[str, Cell]) -> dict[str, Cell]:
        """Return `cells` with these states and reasons; a state that the table denies is an error.

        A key `table.row.*` stands for all cells of the row.
        """
        for key, (line, state, why, by) in self.cells.items():
            row = key.removesuffix("*")
            found = [address for address in cells if address.startswith(row)] if key.endswith(".*") else [key]
            if not found or found[0] not in cells:
                raise ContentError(f"{self.where}:{line}", f"cell {key!r} is not in the report's form")
            for address in found:
                cells[address] = self._changed(address, cells[address], line, state, why, by)
        return cells

    def _changed(self, address: str, cell: Cell, line: int, state: State, why: str, by: str) -> Cell:
        shown = State.REPORTED if state is State.INFERRED else state
        if cell.state is not shown:
            raise ContentError(
                f"{self.where}:{line}", f"cell {address!r} is {state} here, but {cell.state} in its table"
            )
        return cell._replace(state=state, why=why, by=by)


def read_head(head: Head) -> tuple[Report, Exceptions]:
    """Return the report without body, and the exceptional cells; every key must be known."""
    report = Report(
        title=head.text("title"),
        authority=_authority(head),
        scope=Scope(head.choice("scope", tuple(Scope))),
        year=head.integer("year"),
        form=head.choice("form", ("", *FORMS), ""),
        period=_period(head),
        published=head.day("published"),
        source=_source(head),
        reader=head.text("reader", ""),
        notes=tuple(_note(note) for note in head.mappings("notes")),
    )
    exceptions = Exceptions(head.where, _exceptions(head))
    head.finish()
    return report, exceptions


def _nested(head: Head, key: str) -> Head:
    nested = head.mapping(key)
    if nested is None:
        raise ContentError(f"{head.where}:{head.line}", f"key {key!r} is missing")
    return nested


def _authority(head: Head) -> Authority:
    node = _nested(head, "authority")
    authority = Authority(
        id=node.text("id", ""),
        name=node.text("name"),
        body=node.text("body", ""),
        level=node.text("level", ""),
        kind=node.text("kind", ""),
        region=Region(
            code=node.text("code", ""),
            province=node.text("province", ""),
            prefecture=node.text("prefecture", ""),
            county=node.text("county", ""),
            township=node.text("township", ""),
        ),
    )
    node.finish()
    return authority


def _period(head: Head) -> Period | None:
    node = head.mapping("period")
    if node is None:
        return None
    start, end = node.day("start"), node.day("end")
    node.finish()
    if start is None or end is None:
        raise node.error("period", "expected start and end")
    return Period(start, end)


def _source(head: Head) -> Source:
    node = _nested(head, "source")
    source = Source(
        path=node.text("path"),
        sha256=node.text("sha256"),
        bytes=node.integer("bytes"),
        media_type=node.text("media_type"),
        url=node.text("url", ""),
        retrieved=node.day("retrieved"),
    )
    node.finish()
    return source


def _note(node: Head) -> Note:
    at = node.text("at", "")
    note = Note(node.text("code"), node.text("text"), _place(node, at) if at else None)
    node.finish()
    return note


def _place(node: Head, text: str) -> Place:
    try:
        return Place.parse(text)
    except ValueError as error:
        raise node.error("at", str(error)) from error


def _exceptions(head: Head) -> dict[str, tuple[int, State, str, str]]:
    found = {}
    for node in head.mappings("cells"):
        state = State(node.choice("state", tuple(State)))
        why, by = node.text("why", ""), node.text("by", "")
        for address in node.texts("at"):
            if address in found:
                raise node.error("at", f"cell {address!r} is listed twice")
            found[address] = (node.line, state, why, by)
        node.finish()
    return found
