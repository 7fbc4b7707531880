"""L7: rows of tab-separated cells, as converters of PDF and HTML print them."""

from random import Random

from damaged.paper import Line, Paper, Row, Table, grid, is_data


def l7(rng: Random, paper: Paper) -> str:
    """Return paragraphs parted by blank lines, tables as rows with tabs; marks of Markdown now and then."""
    marked = rng.random() < 0.5
    levels = {level: rng.randint(level, 5) for level in range(2, 6)} if rng.random() < 0.5 else {}
    style = rng.choice("ABC")
    parts = []
    for block in paper:
        if isinstance(block, Table):
            parts.append("\n".join(_rows(rng, block, style)))
        else:
            parts.append(_line(block, marked, levels))
    return "\n\n" + "\n\n".join(parts) + "\n"


def _line(line: Line, marked: bool, levels: dict[int, int]) -> str:
    hashes = "#" * levels.get(line.level, line.level) if marked and line.level else ""
    return f"{hashes} {line.text}" if hashes else line.text


def _rows(rng: Random, table: Table, style: str) -> list[str]:
    lines = []
    shift = rng.random() < 0.3
    for index, (row, texts) in enumerate(zip(table.rows, grid(table), strict=True)):
        if index in table.breaks:
            lines.append("")
        if table.id != "applications" or not is_data(row) or (style == "C" and not _repeats(row)):
            lines.append("\t".join(texts))
        else:
            broken = any(at <= index for at in table.breaks)
            lines.append(_third(rng, row, style, broken, shift))
    return lines


def _repeats(row: Row) -> bool:
    """Return whether the row prints its group labels again, which leaves the grid no room."""
    return sum(not box.address for box in row) == 3 and row[0].tall == 1


def _third(rng: Random, row: Row, style: str, broken: bool, shift: bool) -> str:
    """Return a row of 表三: its figures start in the second, third or fourth column."""
    labels = [box for box in row if not box.address]
    values = [text for box in row if box.address for text in (box.text, *[""] * (box.wide - 1))]
    last = labels[-1]
    lead = 3 - last.wide - (len(labels) - 1)
    if style == "A":
        cells = [""] * lead + [box.text for box in labels] + ([""] if last.wide == 3 else [])
        cells += [*values, *([""] if last.wide > 1 else [])]
        if shift and last.wide == 2 and rng.random() < 0.3:
            cells = [*cells[lead:], "", ""]
    else:
        cells = ([""] * lead if last.wide < 3 else []) + [box.text for box in labels] + values
    return "\t".join(cells[1:] if broken and cells[0] == "" else cells)
