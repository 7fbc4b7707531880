"""The figures of a report, and what clerks and converters do to single values (V1–V12)."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

import factory_figures
from damaged.truth import TrueCell, without_number
from nianbao.forms import Form

Cells = dict[str, TrueCell]
MARKS = ("/", "—", "-", "无", "――")
TAKEN_FOR = {"0": ("O", "Ｏ", "?"), "1": ("l", "?")}
UNREADABLE = ("?",)
GARBLED = frozenset(letter for letters in TAKEN_FOR.values() for letter in letters)
QUIET = {"township": 0.75, "street": 0.75, "department": 0.5}


def true_figures(rng: Random, form: Form, seed: int, year: int, level: str) -> Cells:
    """Return exact figures as printed; most small authorities report nothing but zeros."""
    cells = factory_figures.figures(form, seed, year, level)
    if rng.random() < QUIET.get(level, 0):
        cells = dict.fromkeys(cells, factory_figures.ZERO)
    return {at: TrueCell(cell.raw, cell.value) for at, cell in cells.items()}


def _row_of_third(rng: Random, form: Form) -> list[str]:
    table = form.table("applications")
    assert table
    row = rng.choice(table.rows)
    return [table.address(row.id, column.id) for column in table.columns]


def _plain(cells: Cells, money: bool = False) -> list[str]:
    """Return where a plain count is printed; amounts too if `money`."""
    return [at for at, cell in cells.items() if cell.printed.isdigit() and (money or "amount" not in at)]


def _blank(cells: Cells, addresses: list[str]) -> Cells:
    return {**cells, **{at: without_number("", "blank") for at in addresses}}


def all_blank(rng: Random, form: Form, cells: Cells) -> Cells:
    return _blank(cells, list(cells))


def parts_blank(rng: Random, form: Form, cells: Cells) -> Cells:
    """Print the total of a row of 表三 alone, or all its totals, beside some of the natural persons."""
    row = _row_of_third(rng, form)
    if rng.random() < 0.5:
        return _blank(cells, row[:-1])
    table = form.table("applications")
    assert table
    parts = [at for at in table.addresses() if not at.endswith(".total")]
    return _blank(cells, [at for at in parts if not at.endswith("natural_person") or rng.random() < 0.9])


def total_blank(rng: Random, form: Form, cells: Cells) -> Cells:
    return _blank(cells, _row_of_third(rng, form)[-1:])


def some_blank(rng: Random, form: Form, cells: Cells) -> Cells:
    return _blank(cells, rng.sample(list(cells), rng.randint(1, 6)))


def outer_blanks(rng: Random, form: Form, cells: Cells) -> Cells:
    """Print blanks before and after some figures: ` 0`, `0 `, `  0`."""
    chosen = rng.sample(_plain(cells), min(30, len(_plain(cells))))
    spaced = {at: rng.choice((" {}", "{} ", "  {}")).format(cells[at].printed) for at in chosen}
    return {**cells, **{at: TrueCell(text, cells[at].value) for at, text in spaced.items()}}


def inner_blanks(rng: Random, form: Form, cells: Cells) -> Cells:
    """Print `3 000`: it may be 3000, and nothing else."""
    long = [at for at in _plain(cells) if len(cells[at].printed) > 3]
    split = {at: f"{cells[at].printed[:-3]} {cells[at].printed[-3:]}" for at in long[:3]}
    return {**cells, **{at: TrueCell(text, cells[at].value, False) for at, text in split.items()}}


def thousands(rng: Random, form: Form, cells: Cells) -> Cells:
    comma = rng.choice(",，")
    long = [at for at in _plain(cells) if len(cells[at].printed) > 3]
    printed = {at: f"{int(cells[at].printed):,}".replace(",", comma) for at in long}
    return {**cells, **{at: TrueCell(text, cells[at].value) for at, text in printed.items()}}


def marks(rng: Random, form: Form, cells: Cells) -> Cells:
    """Print a mark instead of some or all zeros."""
    mark = rng.choice(MARKS)
    zeros = [at for at, cell in cells.items() if cell.printed == "0"]
    chosen = zeros if rng.random() < 0.3 else rng.sample(zeros, min(len(zeros), 8))
    return {**cells, **{at: without_number(mark, "mark") for at in chosen}}


def garbled(rng: Random, form: Form, cells: Cells) -> Cells:
    """Print what a program that reads pictures takes a last digit for; only a letter tells which it was."""
    chosen = rng.sample(_plain(cells), min(3, len(_plain(cells))))
    return {**cells, **{at: _garbled(cells[at], rng) for at in chosen}}


def _garbled(cell: TrueCell, rng: Random) -> TrueCell:
    letter = rng.choice(TAKEN_FOR.get(cell.printed[-1], UNREADABLE))
    if letter in UNREADABLE:
        return without_number(cell.printed[:-1] + letter, "ambiguous")
    return TrueCell(cell.printed[:-1] + letter, cell.value, readable=False, state="ambiguous")


def signs(rng: Random, form: Form, cells: Cells) -> Cells:
    """Print changes of stock the way clerks do: `增3`, `—5`, `+(0) -(0)`, full-width signs."""
    changed: Cells = {}
    for at in (at for at in cells if at.endswith("items_change")):
        value = cells[at].value
        if value == 0:
            changed[at] = TrueCell(rng.choice(("0", "+(0) -(0)", "+0")), value, readable=False)
        elif value is not None:
            ways = (
                ("+{}", "增{}", "＋{}", "增加{}") if value > 0 else ("-{}", "—{}", "－{}", "减{}", "减少{}")
            )
            changed[at] = TrueCell(rng.choice(ways).format(abs(value)), value)
    return {**cells, **changed}


def units(rng: Random, form: Form, cells: Cells) -> Cells:
    """Print amounts in 元, with a blank before the unit, or without any unit."""
    at = "art20_9.centralized_procurement.amount"
    if at not in cells or not cells[at].value:
        return cells
    value = cells[at].value or Decimal(0)
    yuan = (value * 10_000).normalize()
    ways = (
        TrueCell(f"{yuan:f}元", value),
        TrueCell(f"{value} 万元", value),
        without_number(f"{yuan:f}", "ambiguous"),
    )
    return {**cells, at: rng.choice(ways)}


def decimals(rng: Random, form: Form, cells: Cells) -> Cells:
    at = "art20_8.administrative_charges.amount"
    if at not in cells:
        return cells
    value = Decimal(rng.choice(("4166.241619", "96171.6", "282.1", "0.00", "0.35", "12")))
    return {**cells, at: TrueCell(str(value), value)}


def rules_of_a_township(rng: Random, form: Form, cells: Cells) -> Cells:
    changed = {at: TrueCell("2", Decimal(2)) for at in cells if at.startswith("art20_1.rules.")}
    return {**cells, **changed}


def wrong_total(rng: Random, form: Form, cells: Cells) -> Cells:
    """Report a total or a balance that is wrong: the paper says so, and so does the truth."""
    at = rng.choice([each for each in cells if each.startswith(("applications", "disputes"))])
    value = (cells[at].value or Decimal(0)) + rng.choice((1, 2, 10))
    return {**cells, at: TrueCell(str(value), value)}


Change = Callable[[Random, Form, Cells], Cells]
# name, share of the documents, and whether the layouts that part nothing can show it
CHANGES: tuple[tuple[str, float, bool, Change], ...] = (
    ("wrong_total", 0.15, True, wrong_total),
    ("V14", 0.02, True, rules_of_a_township),
    ("V7", 0.5, False, signs),
    ("V8", 0.5, False, units),
    ("V9", 0.15, True, decimals),
    ("V11", 0.04, False, thousands),
    ("V6", 0.15, False, outer_blanks),
    ("V6-inner", 0.03, False, inner_blanks),
    ("V10", 0.05, False, marks),
    ("V12", 0.02, False, garbled),
    ("V2", 0.02, False, parts_blank),
    ("V3", 0.02, False, total_blank),
    ("V0", 0.02, False, some_blank),
    ("V1", 0.02, False, all_blank),
)


def change(rng: Random, form: Form, cells: Cells, *, parted: bool) -> tuple[Cells, tuple[str, ...]]:
    """Return the cells after damage, and its names; `parted` where the layout parts the figures."""
    done: list[str] = []
    for name, share, always, apply in CHANGES:
        if rng.random() < share and (parted or always):
            cells = apply(rng, form, cells)
            done.append(name)
    return cells, tuple(done)


def _printed_rows(form: Form) -> list[list[str]]:
    """Return the addresses of each printed row: 表四 has one, of fifteen."""
    rows = [
        [table.address(row.id, column.id) for column in table.columns]
        for table in form.tables
        if table.printed == "grid"
        for row in table.rows
    ]
    return [*rows, *(list(table.addresses()) for table in form.tables if table.printed == "wide")]


def doubt_rows(form: Form, cells: Cells, *, blanks: bool) -> Cells:
    """Free a reader from rows of which the layout does not tell which figure stands where.

    Without `blanks` the layout swallows empty cells, and a garbled figure looks like a word. With them
    an empty cell at either end of a row cannot be told from the padding beside it.
    """
    changed = dict(cells)
    for row in _printed_rows(form):
        texts = [cells[at].printed.strip() if at in cells else "" for at in row]
        ends = "" in (texts[0], texts[-1])
        swallowed = not blanks and not all(_is_figure(text) for text in texts)
        if ends or swallowed:
            changed |= {at: cells[at].doubtful() for at in row if at in cells}
    return changed


def _is_figure(text: str) -> bool:
    return bool(text) and " " not in text and GARBLED.isdisjoint(text)
