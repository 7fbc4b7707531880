"""L2–L6 and L13: cells parted by pipes."""

from collections.abc import Callable, Iterator
from random import Random

from damaged.paper import Line, Paper, Row, Table, grid, is_data, with_broken_labels


def _pads(row: Row) -> int:
    return sum(box.wide - 1 for box in row)


def _document(rng: Random, paper: Paper, rows: Callable[[Table], Iterator[str]]) -> str:
    """Return prose and tables line by line; `rows` gives the lines of a table."""
    gap = rng.choice(("\n", "\n\n"))
    indent = rng.choice(("", "　　", "  ", "        "))
    ends = " |" if rng.random() < 0.05 else ""
    parts = [
        "\n".join(rows(block)) if isinstance(block, Table) else f"{indent}{block.text}{ends}"
        for block in paper
    ]
    return gap.join(parts) + "\n"


def l2(rng: Random, paper: Paper) -> str:
    """Return clean rows `| a | b |`."""

    def rows(table: Table) -> Iterator[str]:
        for index, texts in enumerate(grid(table)):
            yield "| " + " | ".join(texts) + " |"
            if index == 0:
                yield "| " + " | ".join("---" for _ in texts) + " |"

    return _document(rng, paper, rows)


def l3(rng: Random, paper: Paper) -> str:
    """Return rows without a leading pipe; merged cells leave pipes at the end."""
    lone = rng.random() < 0.5  # a blank cell stands on a line of its own
    broken = rng.choice((0.0, 0.0, 0.2, 0.5))

    def rows(table: Table) -> Iterator[str]:
        for row in table.rows:
            yield _l3_row(with_broken_labels(rng, row, broken), lone)

    return _document(rng, paper, rows)


def _l3_row(row: Row, lone: bool) -> str:
    pads = _pads(row)
    whole = [box for box in row if box.address]
    merged = len(whole) == 1 and whole[0].wide > 3
    cells = []
    for box in row:
        text = box.text.strip(" ")
        broken = lone and is_data(row) and (not text or (merged and box.address))
        cells.append(f"\n{text} |" if broken and text else "\n|" if broken else f"{box.text} |")
    return " ".join(cells).replace(" \n", "\n") + (" " + "|" * pads if pads else "")


def l4(rng: Random, paper: Paper) -> str:
    """Return one cell per line with a pipe after it; merged cells leave a line of pipes."""
    trailing = rng.random() < 0.5

    def rows(table: Table) -> Iterator[str]:
        for row in table.rows:
            yield from (f"{box.text} |" if box.text else "|" for box in row)
            if _pads(row):
                yield "|" * _pads(row)
            elif trailing:
                yield "|"

    return _document(rng, paper, rows)


def l5(rng: Random, paper: Paper) -> str:
    """Return a lone pipe before each row, then one cell per line; or a lone pipe between all cells."""
    between = rng.random() < 0.4

    def rows(table: Table) -> Iterator[str]:
        for row in table.rows:
            if between:
                yield "| " + "\n|\n".join(box.text for box in row) + "\n|" + "|" * _pads(row)
            else:
                yield "|"
                yield "\n".join(f"{box.text} |" if box.text else "|" for box in row) + " |" + "|" * _pads(row)

    return _document(rng, paper, rows)


def l6(rng: Random, paper: Paper) -> str:
    """Return cells that begin with a line break and blanks."""
    indent = " " * rng.choice((1, 1, 7))

    def rows(table: Table) -> Iterator[str]:
        for row in table.rows:
            cells = "".join(f"\n{indent}{box.text}  |" + (" " if box.text else "") for box in row)
            yield "| " + cells + ("\n" + indent + "|" * _pads(row) if _pads(row) else " \n")

    return _document(rng, paper, rows)


def l13(rng: Random, paper: Paper) -> str:
    """Return a page that is one table: runs of pipes, the prose of several sections in one cell."""
    run = "|" * rng.randint(100, 170)
    title = next((at for at, block in enumerate(paper) if isinstance(block, Line) and block.level == 1), -1)
    parts = [block.text for block in paper[: title + 1] if isinstance(block, Line)]
    prose: list[str] = []
    for block in paper[title + 1 :]:
        if isinstance(block, Line):
            prose.append(block.text)
        else:
            parts += [f"|\n{run}\n|", f"| {' '.join(prose)} |", run]
            parts += [f"| {' | '.join(box.text for box in row)} |{'|' * _pads(row)}" for row in block.rows]
            prose.clear()
    return "\n".join([*parts, f"|\n{run}\n|", " ".join(prose), "|"]) + "\n"
