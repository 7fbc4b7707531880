"""L1, L1t and L12: one cell per line."""

from collections.abc import Iterator
from random import Random

from damaged.paper import Box, Line, Paper, Table, grid, is_data

TWO_LINES = {  # H2: headers that the paper prints on two lines
    "商业企业": 2,
    "科研机构": 2,
    "本年新制作数量": 3,
    "本年新公开数量": 3,
    "（三）不予公开": 3,
    "(三)不予公开": 3,
}


def _cells(rng: Random, table: Table, share: float, between: str) -> Iterator[str]:
    """Yield what is printed: a blank value leaves nothing."""
    for row in table.rows:
        for box in row:
            if box.text.strip():
                yield _in_two(box, between) if rng.random() < share else box.text


def _in_two(box: Box, between: str) -> str:
    at = TWO_LINES.get(box.text)
    return f"{box.text[:at]}{between}{box.text[at:]}" if at else box.text


def l1(rng: Random, paper: Paper) -> str:
    """Return one cell per line with blank lines between; prose likewise."""
    share, between = rng.choice((0.0, 0.9, 1.0)), rng.choice(("\n\n", "\n\n", "\n"))
    indent = rng.choice(("", "", "  ", "　　"))
    parts: list[str] = []
    for block in paper:
        if isinstance(block, Table):
            parts += _cells(rng, block, share, between)
        else:
            parts.append(indent + block.text)
    return "\n\n".join(parts) + "\n"


def l1t(rng: Random, paper: Paper) -> str:
    """Return one cell per line after a tab, a blank line between rows; empty cells are lines with a tab."""
    parts: list[str] = []
    for block in paper:
        if isinstance(block, Line):
            parts.append(block.text)
        else:
            parts += _tabbed_rows(rng, block)
    return "\n\n".join(parts) + "\n"


def _tabbed_rows(rng: Random, table: Table) -> Iterator[str]:
    empties = rng.random() < 0.7
    for row, texts in zip(table.rows, grid(table), strict=True):
        boxes = [_in_two(box, "\n") or (" " if rng.random() < 0.3 else "") for box in row]
        first = next((at for at, text in enumerate(texts) if text), 0)
        covered = [""] * first if empties or not is_data(row) else []
        yield "\n".join(f"\t{text}" for text in (*covered, *boxes))


def l12(rng: Random, paper: Paper) -> str:
    """Return one cell per line, and every line once only."""
    lines: dict[str, None] = {}
    for block in paper:
        if isinstance(block, Table):
            lines |= dict.fromkeys(text.strip() for text in _cells(rng, block, 0.0, ""))
        else:
            lines[block.text] = None
    return "\n".join(lines) + "\n"
