"""What a cell that was printed empty would have to be for an identity to hold; shown, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from nianbao.cells import Cell, State
from nianbao.forms import Equation, TableForm
from nianbao.render.figures import NOT_READ


def implied(table: TableForm, cells: Mapping[str, Cell]) -> dict[str, Decimal]:
    """Return the value of each blank cell that one equation settles.

    Only equations in which every other cell is known decide; where two disagree, none does.
    """
    result: dict[str, Decimal] = {}
    disputed = set[str]()
    for equation in table.equations():
        unknown = [address for address in (*equation.left, *equation.right) if not _known(cells, address)]
        if len(unknown) != 1 or cells.get(unknown[0], NOT_READ).state is not State.BLANK:
            continue
        address = unknown[0]
        value = _solve(equation, cells, address)
        if result.setdefault(address, value) != value:
            disputed.add(address)
    return {address: value for address, value in result.items() if address not in disputed}


def _known(cells: Mapping[str, Cell], address: str) -> bool:
    return address in cells and cells[address].known


def _solve(equation: Equation, cells: Mapping[str, Cell], address: str) -> Decimal:
    difference = _sum(cells, equation.right, address) - _sum(cells, equation.left, address)
    return difference if address in equation.left else -difference


def _sum(cells: Mapping[str, Cell], addresses: tuple[str, ...], without: str) -> Decimal:
    known = (cells[address].value for address in addresses if address != without)
    return sum((value for value in known if value is not None), Decimal(0))
