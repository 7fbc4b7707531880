"""L9 and L10: the figures of a row stand together without anything between them."""

from collections.abc import Iterator
from random import Random

from damaged.paper import Line, Paper, Row, Table, with_broken_labels


def glued(row: Row) -> str:
    return "".join(box.text for box in row)


def l9(rng: Random, paper: Paper) -> str:
    """Return one line per row, its cells glued."""
    return "\n".join(_lines(rng, paper)) + "\n"


def _lines(rng: Random, paper: Paper) -> Iterator[str]:
    broken = rng.choice((0.0, 0.0, 0.2, 0.5))
    for block in paper:
        if isinstance(block, Line):
            yield f"    {block.text}"
        else:
            rows = (glued(with_broken_labels(rng, row, broken)) for row in block.rows)
            yield from (f"    {line}" for row in rows for line in row.split("\n"))


def l10(rng: Random, paper: Paper) -> str:
    """Return the whole report on one line."""
    return "".join(
        block.text if isinstance(block, Line) else "".join(glued(row) for row in block.rows)
        for block in paper
    )


def partly_spaced(rng: Random, table: Table) -> Table:
    """Return the table with some figures parted by a blank, all of a row or a few of them."""
    rows = []
    for row in table.rows:
        share = rng.choice((0.0, 0.0, 0.0, 0.5, 1.0))
        values = [at for at, box in enumerate(row) if box.address]
        rows.append(
            tuple(
                box._replace(text=f"{box.text} ") if at in values[:-1] and rng.random() < share else box
                for at, box in enumerate(row)
            )
        )
    return table._replace(rows=tuple(rows))
