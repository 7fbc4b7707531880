"""L8: the text of a PDF; cells are parted by blanks, labels and headers are broken over lines."""

from collections.abc import Iterator
from random import Random
from unicodedata import east_asian_width

from damaged.paper import Box, Line, Paper, Row, Table, is_data

LABEL_WIDTH = 44  # half-width columns before the first figure
LONGEST_LABEL = 20  # characters that fit beside the figures
VERTICAL = "三、本年度办理结果"
HEADER = (
    "结 结 其 尚",
    "结 结 其 尚 结 结 其 尚",
    "果 果 他 未",
    "总计 果 果 他 未 总 果 果 他 未 总",
    "维 纠 结 审",
    "计 维 纠 结 审 计",
    "持 正 果 结",
)


def l8(rng: Random, paper: Paper) -> str:
    """Return text with aligned columns, or with single blanks as a text extractor gives it."""
    aligned = rng.random() < 0.5
    vertical = rng.random() < 0.5
    page = iter(range(2, 99))
    mark = rng.choice(("- {} -", "-{}-", "{}", "Page {}"))
    parts: list[str] = []
    for block in paper:
        if isinstance(block, Line):
            parts.append(block.text)
        elif block.id == "disputes":
            parts += _fourth(block, aligned)
        else:
            parts += _rows(block, aligned, vertical, mark, page)
    return "\n".join(parts) + "\n"


def width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _padded(text: str, columns: int) -> str:
    return text + " " * max(1, columns - width(text))


def _values(boxes: list[Box], aligned: bool) -> str:
    if not aligned:
        return " ".join(box.text.strip() for box in boxes)
    return "".join(_padded(box.text, 14 * box.wide if box.wide < 5 else 8) for box in boxes).rstrip()


def _rows(table: Table, aligned: bool, vertical: bool, mark: str, page: Iterator[int]) -> Iterator[str]:
    letters = iter(VERTICAL if vertical and table.id == "applications" else "")
    for index, row in enumerate(table.rows):
        if index in table.breaks:
            yield f"\n{mark.format(next(page))}\n\f"
        if not is_data(row):
            yield _values(
                [box._replace(text=box.text.replace("二十条第", "二十条 第")) for box in row], aligned
            )
            continue
        if vertical and row[0].text.replace(" ", "").startswith("三、"):
            row = row[1:]
        if (letter := next(letters, "")) and index > 4:
            yield f" {letter}"
        yield from _row(row, aligned)


def _row(row: Row, aligned: bool) -> Iterator[str]:
    labels = " ".join(box.text for box in row if not box.address)
    values = [box for box in row if box.address]
    if not aligned and len(labels) <= LONGEST_LABEL * 2:
        yield f"{labels} {_values(values, aligned)}"
    elif len(labels) <= LONGEST_LABEL:
        yield _padded(f"     {labels}", LABEL_WIDTH) + _values(values, aligned)
    else:
        middle = max(LONGEST_LABEL - 2, len(labels) // 2)
        yield f"     {labels[:middle]}"
        yield " " * LABEL_WIDTH + _values(values, aligned)
        yield f"     {labels[middle:]}"


def _fourth(table: Table, aligned: bool) -> Iterator[str]:
    yield "行政复议 行政诉讼"
    yield "未经复议直接起诉 复议后起诉"
    yield from HEADER
    values = list(table.rows[-1])
    yield ("    ".join if aligned else " ".join)(box.text.strip() for box in values)
