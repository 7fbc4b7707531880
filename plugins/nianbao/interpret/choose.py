"""Which form a report uses: the labels tell that only one form prints, never the year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from nianbao.forms import Form, TableForm, normalise, squeeze
from nianbao.interpret.lines import Item
from nianbao.interpret.vocabulary import caption_key, exclusive_names, groups_of_others, words_of
from nianbao.read.layouts.shape import is_value

_CAPTION = "第二十条"
_PROACTIVE = 2  # the section of 表二
_FEWEST_NAMES = 2


class Choice(NamedTuple):
    """The form of a report, or None; `foreign` names the form of each table with columns of another one.

    A table that only has rows of another form (one row （六）其他处理 in a report of 2023) is no such table:
    its columns, and the rows of both forms, mean the same.
    """

    form: Form | None
    foreign: Mapping[str, Form]


class Label(NamedTuple):
    """A printed label, the clause of the caption above it, if any, and whether figures stand behind it."""

    caption: str
    text: str
    figures: bool


class Ballot(NamedTuple):
    """A vote of a label for the only form that prints its name in a table; `group` in others as a group."""

    form: str
    table: str
    caption: str
    name: str
    group: bool


def choose_form(items: Sequence[Item], forms: Mapping[str, Form]) -> Choice:
    """Return the form most tables are printed in, and the tables printed in another one."""
    printed = frozenset(_labels(items))
    names = _names(printed, tuple(forms.values()))
    if not names:  # a program that has taken tables out of a page prints them below another clause's caption
        printed = frozenset(label._replace(caption="") for label in printed)
        names = _names(printed, tuple(forms.values()))
    if not names:
        names = _names_in_prose(items, tuple(forms.values()))
    captions = _captions(printed)
    by_table: dict[str, Form] = {}
    votes: Counter[str] = Counter()
    for table_id in dict.fromkeys(table.id for form in forms.values() for table in form.tables):
        counted = {form: len(names[table_id, form]) for form in forms}
        votes.update(counted)
        best = _only_best(counted) or ("" if any(counted.values()) else _whole(captions, forms, table_id))
        if best:
            by_table[table_id] = forms[best]
    tables = Counter(form.id for form in by_table.values())
    chosen = _only_best(tables) or _only_best({form: votes[form] for form in tables})
    own = forms.get(chosen)
    others = {table: form for table, form in by_table.items() if own and not _same_columns(own, form, table)}
    return Choice(own, others)


def _same_columns(one: Form, other: Form, table_id: str) -> bool:
    first, second = one.table(table_id), other.table(table_id)
    return bool(first and second and first.columns == second.columns)


def _names(printed: frozenset[Label], forms: tuple[Form, ...]) -> Mapping[tuple[str, str], set[str]]:
    """Return by table and form the printed names that only this form has there.

    The row （六）其他处理 of 2019 is a group of rows in 2021: it counts where figures stand behind it.
    """
    names: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for label in printed:
        for ballot in _ballots(label.text, forms):
            if _is_near(label.caption, ballot.caption) and (label.figures or not ballot.group):
                names[ballot.table, ballot.form].add(ballot.name)
    return names


def _names_in_prose(items: Sequence[Item], forms: tuple[Form, ...]) -> Mapping[tuple[str, str], set[str]]:
    """Return by table and form the names of columns that run together in the prose of section 二.

    A program that glues labels leaves a table without any figure as a line of words.
    """
    text = "".join(squeeze(item.text) for item in items if item.section == _PROACTIVE)
    names: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for form in forms:
        for table in form.tables if text else ():
            labels = {normalise(column.label) for column in table.columns}
            found = {label for label in labels & exclusive_names(form, forms, table.id) if label in text}
            names[table.id, form.id] |= found
    return names if sum(map(len, names.values())) >= _FEWEST_NAMES else defaultdict(set)


@lru_cache(maxsize=16384)  # most labels are the same in every report, and vote for nothing
def _ballots(text: str, forms: tuple[Form, ...]) -> tuple[Ballot, ...]:
    return tuple(
        Ballot(form.id, table.id, caption_key(table.title), name, normalise(text) in groups)
        for form in forms
        for table in form.tables
        if (name := _name(text, table)) in exclusive_names(form, forms, table.id)
        for groups in (groups_of_others(form, forms, table.id),)
    )


def _name(text: str, table: TableForm) -> str:
    """Return the official name of the row that `text` labels, else the text itself."""
    row = words_of(table).row(text)
    return normalise(row.label) if row else normalise(text)


def _captions(printed: frozenset[Label]) -> Mapping[str, set[str]]:
    """Return by normalised name the captions below which it is printed."""
    captions: defaultdict[str, set[str]] = defaultdict(set)
    for label in printed:
        captions[normalise(label.text)].add(label.caption)
    return captions


def _whole(captions: Mapping[str, set[str]], forms: Mapping[str, Form], table_id: str) -> str:
    """Return the only form of which the table's whole header is printed, word for word as it prescribes.

    第二十条第（五）项 of 2021 has no words of its own, but 本年处理决定数量 is all of its header.
    """
    found = []
    for form in forms.values():
        table = form.table(table_id)
        if table is None:
            continue
        caption = caption_key(table.title)
        header = [captions.get(normalise(column.label), ()) for column in table.columns]
        if all(any(_is_near(above, caption) for above in places) for places in header):
            found.append(form.id)
    return found[0] if len(found) == 1 else ""


def _is_near(above: str, caption: str) -> bool:
    """Return whether what stands below `above` may belong to the table of this caption, no other clause's."""
    return not (caption and above) or above == caption


def _labels(items: Sequence[Item]) -> Iterator[Label]:
    """Yield the words of rows without figures, and the last word, the label, of rows with figures."""
    caption = ""
    for item in items:
        texts = [cell.text for cell in item.row if cell.text]
        words = [text for text in texts if not is_value(text)]
        captions = [caption_key(text) for text in words if squeeze(text).startswith(_CAPTION)]
        caption = "" if item.heads else (captions or [caption])[-1]  # a cut one may be any clause
        figures = len(words) < len(texts)
        for text in words[-1:] if figures else words:
            yield Label(caption, text, figures)


def _only_best(counts: Mapping[str, int]) -> str:
    """Return the key with the highest count, or nothing where none or several have it."""
    top = max(counts.values(), default=0)
    best = [key for key, count in counts.items() if count == top and top > 0]
    return best[0] if len(best) == 1 else ""
