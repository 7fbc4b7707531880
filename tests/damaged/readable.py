"""What a layout leaves of the truth: which cells can still be read, and which nothing decides."""

from collections.abc import Mapping
from random import Random

from damaged import glue
from damaged.damage import Printed
from damaged.figures import doubt_rows
from damaged.layouts.glued import partly_spaced
from damaged.paper import Box, Line, Paper, Table, is_data
from damaged.truth import LOST, TrueCell, without_number
from nianbao.forms import Form

Cells = Mapping[str, TrueCell]
SWALLOWS_BLANKS = ("L1", "L3", "L4", "L5", "L8", "FAKE")


def seen_through(rng: Random, layout: str, form: Form, printed: Printed) -> tuple[Paper, Cells]:
    """Return the paper and the truth about it once `layout` has flattened it."""
    if layout == "L11":
        return printed.paper, {}
    if layout == "L12":
        return printed.paper, _once(printed)
    if layout in ("L9", "L10"):
        paper = tuple(_partly_spaced(rng, block) for block in printed.paper)
        if holds(form, printed.cells):
            return paper, _decided(form, paper, printed.cells)
        return paper, {at: cell.doubtful() for at, cell in printed.cells.items()}
    return printed.paper, doubt_rows(form, printed.cells, blanks=layout not in SWALLOWS_BLANKS)


def _partly_spaced(rng: Random, block: Line | Table) -> Line | Table:
    return partly_spaced(rng, block) if isinstance(block, Table) and rng.random() < 0.2 else block


def holds(form: Form, cells: Cells) -> bool:
    """Return whether the identities hold, as far as all their cells have numbers."""
    for equation in (equation for table in form.tables for equation in table.equations()):
        left = [cells[at].value for at in equation.left]
        right = [cells[at].value for at in equation.right]
        if None not in (*left, *right) and sum(filter(None, left)) != sum(filter(None, right)):
            return False
    return True


def _once(printed: Printed) -> Cells:
    """Return the cells where every text is printed once only: the others are lost."""
    seen: set[str] = set()
    cells = dict(printed.cells)
    for block in printed.paper:
        boxes = (box for row in block.rows for box in row) if isinstance(block, Table) else (Box(block.text),)
        for box in boxes:
            if "." in box.address:
                again = box.text.strip() in seen
                cells[box.address] = LOST if again else cells[box.address].doubtful()
            seen.add(box.text.strip())
    return cells


def _decided(form: Form, paper: Paper, cells: Cells) -> Cells:
    """Return the cells where figures are glued: only what every fitting split agrees on has a number."""
    known = dict(cells)
    third: dict[str, tuple[list[str], list[glue.Vector]]] = {}
    for table in (block for block in paper if not isinstance(block, Line)):
        for row in filter(is_data, table.rows):
            addresses = [box.address for box in row if "." in box.address]
            text = "".join(box.text for box in row if box.address)
            if table.id == "applications":
                third[addresses[0].removeprefix("applications.").rsplit(".", 1)[0]] = (
                    addresses,
                    glue.sums(text, 7),
                )
            elif addresses:
                candidates = glue.groups(text, 3) if table.id == "disputes" else _splits(addresses, text)
                known |= _agreed(cells, addresses, candidates)
    return known | _third(form, cells, third)


def _splits(addresses: list[str], text: str) -> list[glue.Split]:
    def pattern(address: str) -> str:
        if address.endswith("items_change"):
            return glue.SIGNED
        return glue.MONEY if address.endswith("amount") else glue.COUNT

    return list(glue.splits(text, [pattern(address) for address in addresses]))


def _third(form: Form, cells: Cells, rows: dict[str, tuple[list[str], list[glue.Vector]]]) -> Cells:
    table = form.table("applications")
    assert table
    candidates = {name: found for name, (_, found) in rows.items()}
    whole = len(rows) == len(table.rows)
    fitting = glue.consistent(table, candidates) if whole else None
    known: dict[str, TrueCell] = {}
    for name, (addresses, found) in rows.items():
        if fitting is None and len(found) > 1:
            known |= {at: cells[at].doubtful() for at in addresses}
        else:
            known |= _agreed(cells, addresses, fitting[name] if fitting else found)
    return known


def _agreed(cells: Cells, addresses: list[str], candidates: list[glue.Split] | list[glue.Vector]) -> Cells:
    agreed = glue.decided(candidates, len(addresses))
    return {
        at: cells[at] if sure else without_number(cells[at].printed, "ambiguous")
        for at, sure in zip(addresses, agreed, strict=True)
    }
