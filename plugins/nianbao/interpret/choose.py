"""Which form a report uses: the labels tell that only one form prints, never the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nianbao.forms import Form, normalise
from nianbao.interpret.lines import Item
from nianbao.interpret.vocabulary import caption_key, exclusive_names
from nianbao.read.layouts.shape import is_value


class Choice(NamedTuple):
    """The form of a report, or None; `foreign` names for each table of another form that form."""

    form: Form | None
    foreign: Mapping[str, Form]


class Label(NamedTuple):
    """A printed label, normalised, and the clause of the caption above it, if any."""

    caption: str
    text: str


def choose_form(items: Sequence[Item], forms: Mapping[str, Form]) -> Choice:
    """Return the form most tables are printed in, and the tables printed in another one."""
    printed = frozenset(_labels(items))
    by_table: dict[str, Form] = {}
    votes: Counter[str] = Counter()
    for table_id in dict.fromkeys(table.id for form in forms.values() for table in form.tables):
        counted = {form.id: _votes(printed, form, forms, table_id) for form in forms.values()}
        votes.update(counted)
        best = _only_best(counted)
        if best:
            by_table[table_id] = forms[best]
    tables = Counter(form.id for form in by_table.values())
    chosen = _only_best(tables) or _only_best({form: votes[form] for form in tables})
    foreign = {table: form for table, form in by_table.items() if form.id != chosen}
    return Choice(forms.get(chosen), foreign if chosen else {})


def _votes(printed: frozenset[Label], form: Form, forms: Mapping[str, Form], table_id: str) -> int:
    """Return how many labels of this table only this form prints.

    A label under the caption of another clause does not count; one without a caption may belong here.
    """
    table = form.table(table_id)
    caption = caption_key(table.title) if table else ""
    near = {label.text for label in printed if not (caption and label.caption) or label.caption == caption}
    return len(near & exclusive_names(form, forms.values(), table_id))


def _labels(items: Sequence[Item]) -> Iterator[Label]:
    """Yield the words of rows without figures, and the last word, the label, of rows with figures."""
    caption = ""
    for item in items:
        texts = [cell.text for cell in item.row if cell.text]
        words = [text for text in texts if not is_value(text)]
        captions = [key for key in map(caption_key, words) if key]
        caption = "" if item.heads else (captions or [caption])[-1]
        for text in words[-1:] if len(words) < len(texts) else words:
            yield Label(caption, normalise(text))


def _only_best(counts: Mapping[str, int]) -> str:
    """Return the key with the highest count, or nothing where none or several have it."""
    top = max(counts.values(), default=0)
    best = [key for key, count in counts.items() if count == top and top > 0]
    return best[0] if len(best) == 1 else ""
