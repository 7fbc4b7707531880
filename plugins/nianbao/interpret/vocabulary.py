"""Which words belong to which table of a form: rows, columns, captions, groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from nianbao.forms import Column, Form, Row, TableForm, normalise, split_ordinal, squeeze

_SHORTEST_CUT = 4  # characters of a label cut at a page end that may still tell which one it was
_LONGEST_LABEL = 80  # a longer cell that holds a keyword is a sentence
_SHORTEST_GARBLED = 6  # characters of a label in which one or two are lost or wrong (行政止公开)
_ALIKE = 0.8  # as like as no two labels of a table are; 本年新收… and 上年结转政府信息公开申请数量 are 0.79


@dataclass(frozen=True, slots=True, eq=False)  # one object per table, see `words_of`
class TableWords:
    """The words of one table. All names are normalised; `weak` rows share their name with a column."""

    table: TableForm
    rows: Mapping[str, Row]
    columns: Mapping[str, Column]
    keys: tuple[tuple[str, Row], ...]
    groups: frozenset[str]
    weak: frozenset[str]

    def row(self, text: str) -> Row | None:
        """Return the row that `text` labels: by its name, a keyword, or as the only one like it."""
        return _row(self, text)

    def column(self, text: str) -> Column | None:
        """Return the column that `text` heads, or None."""
        return self.columns.get(normalise(text))

    def is_weak(self, text: str) -> bool:
        """Return whether the label needs the table around it, because a column has the same name."""
        return normalise(text) in self.weak

    def knows(self, text: str) -> bool:
        """Return whether `text` is printed in this table's caption, header or groups."""
        name = normalise(text)
        whole = squeeze(text)
        return (
            name in self.columns
            or name in self.groups
            or (caption_key(text) != "" and caption_key(text) == caption_key(self.table.title))
            or whole == squeeze(self.table.stub)
            or (whole.startswith("(本列数据") and "本列数据" in self.table.stub)
        )

    def heads(self, text: str) -> bool:
        """Return whether `text` is a word of the header, or several columns' names without a gap."""
        names = "|".join(map(re.escape, self.columns))
        return self.knows(text) or bool(re.fullmatch(f"(?:{names})+", normalise(text)))


@lru_cache(maxsize=16384)  # every printed cell is tried against every table: mostly the same few hundred
def _row(words: TableWords, text: str) -> Row | None:
    name = normalise(text)
    if name in words.rows:
        # 2.其他 is what a cut has left of 2.其他法律行政法规禁止公开
        cut = name in words.weak and numbered_otherwise(text, words.rows[name])
        return None if cut else words.rows[name]
    whole = squeeze(text)
    if len(whole) > _LONGEST_LABEL:
        return None
    hits = {row.id: row for key, row in words.keys if key in whole}
    if not hits and len(name) >= _SHORTEST_CUT:
        hits = {row.id: row for label, row in words.rows.items() if label.startswith(name)}
    if not hits and len(name) >= _SHORTEST_GARBLED:
        hits = {row.id: row for label, row in words.rows.items() if _is_garbled(name, label)}
    return next(iter(hits.values())) if len(hits) == 1 else None


def _is_garbled(name: str, label: str) -> bool:
    both = len(name) + len(label)
    if 2 * sum(letter in label for letter in name) < _ALIKE * both:
        return False  # as nearly always; difflib is a hundred times dearer
    return SequenceMatcher(None, name, label, autojunk=False).ratio() >= _ALIKE


@cache  # a form has seven tables, and every stage asks for their words
def words_of(table: TableForm) -> TableWords:
    """Return the words of a table."""
    rows = {normalise(name): row for row in table.rows for name in (row.label, *row.aliases)}
    columns = {
        normalise(name): column for column in table.columns for name in (column.label, *column.aliases)
    }
    return TableWords(
        table=table,
        rows=rows,
        columns=columns,
        keys=tuple((key, row) for row in table.rows for key in row.keys),
        groups=frozenset(map(normalise, _groups(table))) - {""},
        weak=frozenset(rows) & (frozenset(columns) | {"其他"}),
    )


def _groups(table: TableForm) -> Iterable[str]:
    for path in (*(row.path for row in table.rows), *(column.path for column in table.columns)):
        yield from path
    if table.printed == "wide":
        yield from (row.label for row in table.rows)


@lru_cache(maxsize=16384)  # asked of every line and cell
def caption_key(text: str) -> str:
    """Return the clause that a caption names (`第二十条第(一)项` → `二十条一项`), or nothing."""
    if len(text) > _LONGEST_LABEL:
        return ""
    found = re.fullmatch(r"第?二十条第?\(?([一二三四五六七八九十]+)\)?项?", squeeze(text))
    return f"二十条{found.group(1)}项" if found else ""


@cache  # the forms are the same for every report
def exclusive_names(form: Form, others: tuple[Form, ...], table_id: str) -> frozenset[str]:
    """Return the labels that only this form prints in a table: they tell which form a report uses."""
    table = form.table(table_id)
    if table is None:
        return frozenset()
    mine = _names(form, table_id) - words_of(table).weak
    return mine.difference(*(_names(other, table_id) for other in others if other.id != form.id))


@cache
def groups_of_others(form: Form, others: tuple[Form, ...], table_id: str) -> frozenset[str]:
    """Return the names of groups of rows or columns that the other forms print in this table."""
    tables = (other.table(table_id) for other in others if other.id != form.id)
    return frozenset().union(*(words_of(table).groups for table in tables if table))


def _names(form: Form, table_id: str) -> frozenset[str]:
    table = form.table(table_id)
    words = words_of(table) if table else None
    return frozenset({*words.rows, *words.columns}) if words else frozenset()


def has_ordinal(text: str) -> bool:
    """Return whether a label begins with its printed numeral."""
    return bool(split_ordinal(squeeze(text))[0])


def numbered_otherwise(text: str, row: Row) -> bool:
    """Return whether a label is printed with a numeral (`2.`, not `（二）`) that is not the row's."""
    printed, official = (split_ordinal(squeeze(label))[0].strip("().,、") for label in (text, row.label))
    return printed.isdecimal() and printed != official
