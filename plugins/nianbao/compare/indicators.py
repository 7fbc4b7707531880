"""The indicators: what is compared, over which cells of each form, and what it does not tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import NamedTuple

from nianbao.compare.continuity import CONTINUITY, Continuity, Kind
from nianbao.errors import FormError
from nianbao.forms import FORMS, Form
from nianbao.forms.nodes import Node, read_yaml, unique


class Terms(NamedTuple):
    """The cells of one form that an indicator adds up; `whole` is empty unless it is a share."""

    part: tuple[str, ...]
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing that is compared.

    `terms` holds its cells by form id; a form that does not ask for it is absent. `unit` is 件, 项, 万元 or
    %, `crossing` how it passes from the older form to the newer one (None: it does not), `crossing_why` the
    sentence for readers.
    """

    id: str
    group: str
    title: str
    short: str
    question: str
    why: str
    unit: str
    caveats: tuple[str, ...]
    terms: Mapping[str, Terms]
    crossing: Kind | None
    crossing_why: str

    @property
    def share(self) -> bool:
        """Whether it is a part of a whole, in per cent."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that are read together."""

    id: str
    title: str
    indicators: tuple[Indicator, ...]


def parse_indicators(text: str, where: str, continuity: Continuity = CONTINUITY) -> tuple[Group, ...]:
    """Return the groups of indicators in `text`; `where` names the file in errors.

    Raises `FormError` for unknown keys, patterns without a cell, ids that are not unique, and sums over
    cells of different units.
    """
    node = read_yaml(text, where)
    groups = node.nodes("groups", lambda group: _group(group, continuity))
    node.finish()
    unique(f"{where}.groups", "indicator", (one.id for group in groups for one in group.indicators))
    return groups


def _group(node: Node, continuity: Continuity) -> Group:
    group_id = node.take("id", str)
    group = Group(
        id=group_id,
        title=node.take("title", str),
        indicators=node.nodes("indicators", lambda one: _indicator(one, group_id, continuity)),
    )
    node.finish()
    return group


def _indicator(node: Node, group: str, continuity: Continuity) -> Indicator:
    form = FORMS[continuity.new]
    now = Terms(_cells(node, "cells", form), _cells(node, "of", form))
    passages = [continuity.passage(side) for side in now if side]
    crossed = [passage for passage in passages if passage]
    terms = {form.id: now}
    crossing, why = None, continuity.relation(form.id, now.part[0]).why
    if len(crossed) == len(passages):
        terms[continuity.old] = Terms(*(passage.old for passage in crossed))
        loosest = max(crossed, key=lambda passage: tuple(Kind).index(passage.kind))
        crossing, why = loosest.kind, loosest.why
    indicator = Indicator(
        id=node.take("id", str),
        group=group,
        title=node.take("title", str),
        short=node.take("short", str),
        question=node.take("question", str),
        why=node.take("why", str),
        unit="%" if now.whole else _unit(node.where, form, now.part),
        caveats=node.strings("caveats"),
        terms=terms,
        crossing=crossing,
        crossing_why=why,
    )
    node.finish()
    return indicator


def _cells(node: Node, key: str, form: Form) -> tuple[str, ...]:
    """Return the cells that the patterns of `key` match, in the form's order."""
    patterns = node.strings(key)
    if key == "cells" and not patterns:
        raise FormError(node.where, "key 'cells' is missing or empty")
    for pattern in patterns:
        if not any(fnmatchcase(address, pattern) for address in form.addresses()):
            raise FormError(f"{node.where}.{key}", f"pattern {pattern!r} matches no cell of form {form.id}")
    return tuple(
        address for address in form.addresses() if any(fnmatchcase(address, pattern) for pattern in patterns)
    )


def _unit(where: str, form: Form, cells: tuple[str, ...]) -> str:
    units = {
        column.unit
        for table in form.tables
        for column in table.columns
        for address in cells
        if address.startswith(f"{table.id}.") and address.endswith(f".{column.id}")
    }
    if len(units) != 1:
        raise FormError(f"{where}.cells", f"found units {sorted(units)}, expected one")
    return units.pop()


GROUPS = parse_indicators(
    (files("nianbao.compare") / "indicators.yml").read_text("utf-8"), "compare/indicators.yml"
)
INDICATORS: Mapping[str, Indicator] = {one.id: one for group in GROUPS for one in group.indicators}
"""Every indicator by its id, in reading order."""
