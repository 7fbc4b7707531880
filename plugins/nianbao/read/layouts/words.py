"""The words that the forms print in and above their tables, to be found where layout tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from nianbao.forms import FORMS, TableForm, normalise, split_ordinal, squeeze

_GAP = r"[ \t\f\u3000\u00a0]*"
_ORDINAL = (
    rf"(?:[（(]{_GAP}[一二三四五六七]{_GAP}[）)]{_GAP}[、.]?|[一二三四五六七]{_GAP}[、.．]"
    rf"|[1-9１-９]{_GAP}[.．、,，]|[⒈-⒐㈠-㈦]|[（(][1-9][）)]){_GAP}"
)
_CAPTION = rf"第{_GAP}二{_GAP}十{_GAP}条{_GAP}第?{_GAP}[（(]?{_GAP}[一五六八九]{_GAP}[）)]?{_GAP}项"
_caption = re.compile(_CAPTION).fullmatch
_STUB = r"[（(]?本列数据[^）)。]{0,50}[）)]?"
# A definition behind a label; （一） there is the ordinal of the next label.
_DEFINITION = rf"(?:{_GAP}[（(](?![一二三四五六七][）)])[^（）()\d]{{2,40}}[）)])?"
_SHORTEST_NAME = 2
_LONG = 7  # characters: labels of which some print a comma inside
_SHORTEST_CUT = 4  # characters of a cut label that may still tell which one it was


def find_words(text: str) -> list[re.Match[str]]:
    """Return every word of the forms in a text, the longest one at each place, with its ordinal."""
    return list(_pattern().finditer(text))


def lost_ordinals(text: str) -> frozenset[str]:
    """Return the digits that the forms print before the label a text begins with, where it prints none."""
    found = _pattern().match(text)
    if not found or split_ordinal(squeeze(found.group()))[0]:
        return frozenset()
    return _digits().get(normalise(found.group()), frozenset())


def is_word(text: str) -> bool:
    """Return whether a text is exactly one word of the forms, in any of its spellings.

    >>> is_word("(三) 不予公开"), is_word("总 计"), is_word("规章：地方性规章"), is_word("共计")
    (True, True, True, False)
    """
    return normalise(text) in _names() or is_caption(text)


def is_caption(text: str) -> bool:
    """Return whether a text names the clause of a table (`第二十条第（一）项`)."""
    return "条" in text and bool(_caption(text.strip()))


def is_column(text: str) -> bool:
    """Return whether a text names a column to its last character."""
    return normalise(text) in _column_names()


@cache
def widths() -> frozenset[int]:
    """Return how many columns the tables of several columns have, each row of which has a label."""
    return frozenset(len(table.columns) for table in _tables() if table.printed == "grid") - {1}


def begins_table(text: str) -> bool:
    """Return whether a line of a header names the clause of a table, or what its first column holds."""
    return bool(_corner().search(text))


def is_row_label(text: str) -> bool:
    """Return whether a text labels a row: by its name, a part that only one row has, or its first part."""
    name = normalise(text)
    if name in _row_names():
        return True
    return name in _beginnings(_row_names()) or bool(_key().search(squeeze(text)))


def is_whole_label(text: str) -> bool:
    """Return whether a text is the label of a row to its last character."""
    return _bare(text) in _whole_labels()


def whole_label(text: str) -> str:
    """Return the label of a row that a text is to its last character, its ordinal too; empty if none.

    >>> whole_label("2 、重复申请"), whole_label("（六）其他"), whole_label("其他")
    ('2.重复申请', '', '')
    """
    return _ordinal_labels().get(_numbered(text), "")


def begins_label(text: str) -> bool:
    """Return whether a text, behind the letters of a vertical group, is a row's label or its beginning."""
    return _bare(without_group(text)) in _beginnings(_whole_labels())


def without_group(text: str) -> str:
    """Return a text without blanks, and without a group's name or its vertical letters before it.

    >>> without_group("理 结 （五）不予处理 1.信访举报投")
    '1.信访举报投'
    """
    chunks = text.split()
    while len(chunks) > 1 and is_fragment(chunks[0]):
        del chunks[0]
    return _group_name().sub("", "".join(chunks), count=1)


def ends_label(text: str) -> bool:
    """Return whether a text is the end of a row's label."""
    end = _bare(text)
    return bool(end) and any(label.endswith(end) for label in _whole_labels())


def continues_label(text: str) -> bool:
    """Return whether a text is a later part of a row's label, long enough to be of no sentence."""
    part = _bare(without_group(text))
    return len(part) >= _SHORTEST_CUT and any(part in label for label in _whole_labels())


def is_fragment(text: str) -> bool:
    """Return whether a text can be a piece of a header or group printed one character a line."""
    letters = set(re.sub(r"[\s、()（）.．]", "", text))
    return bool(letters) and letters <= _letters() and len(squeeze(text)) <= _LONGEST_FRAGMENT


_LONGEST_FRAGMENT = 24  # characters: a line of a vertical header of fifteen columns, groups included


@cache
def _names() -> frozenset[str]:
    return frozenset(normalise(word) for table in _tables() for word in _words(table))


@cache
def _row_names() -> frozenset[str]:
    rows = [row for table in _tables() for row in table.rows]
    return frozenset(normalise(name) for row in rows for name in (row.label, *row.aliases))


@cache
def _column_names() -> frozenset[str]:
    columns = [column for table in _tables() for column in table.columns]
    return frozenset(normalise(name) for column in columns for name in (column.label, *column.aliases))


@cache
def _digits() -> Mapping[str, frozenset[str]]:
    """Return the ordinals of the labels that are numbered in Arabic digits, by label."""
    digits: dict[str, set[str]] = {}
    for row in (row for table in _tables() for row in table.rows):
        ordinal, _ = split_ordinal(squeeze(row.label))
        if ordinal[:1].isdigit():
            digits.setdefault(normalise(row.label), set()).add(ordinal[0])
    return {label: frozenset(found) for label, found in digits.items()}


@cache
def _beginnings(names: frozenset[str]) -> frozenset[str]:
    """Return the beginnings of names that are long enough to tell which one it was."""
    return frozenset(name[:end] for name in names for end in range(_SHORTEST_CUT, len(name) + 1))


@cache
def _key() -> re.Pattern[str]:
    keys = {key for table in _tables() for row in table.rows for key in row.keys}
    return re.compile("|".join(map(re.escape, sorted(keys))))


@cache
def _whole_labels() -> frozenset[str]:
    return frozenset(_bare(row.label) for table in _tables() for row in table.rows)


@cache
def _ordinal_labels() -> Mapping[tuple[str, str], str]:
    rows = [row for table in _tables() for row in table.rows]
    return {_numbered(row.label): row.label for row in rows}


def _numbered(text: str) -> tuple[str, str]:
    """Return the ordinal of a label, without a stop but with its bracket, and its bare text."""
    ordinal, name = split_ordinal(squeeze(text))
    return ordinal.rstrip("、.,").rstrip(")" if ordinal[:1] != "(" else ""), re.sub("[、,.]", "", name)


@cache
def _letters() -> frozenset[str]:
    columns = [
        name for table in _tables() for column in table.columns for name in (column.label, *column.path)
    ]
    groups = [name for table in _tables() for row in table.rows for name in row.path]
    wide = [row.label for table in _tables() if table.printed == "wide" for row in table.rows]
    return frozenset("".join((*columns, *groups, *wide))) - set("、（）/：.1234567890")


def _bare(text: str) -> str:
    return re.sub(r"[、,.()“”\"]", "", split_ordinal(squeeze(text))[1])


@cache
def _pattern() -> re.Pattern[str]:
    names = {word for table in _tables() for word in map(_body, _words(table)) if len(word) >= _SHORTEST_NAME}
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        between = _GAP if len(name) < _LONG else f"{_GAP}[、，]?{_GAP}"  # 没有现成信息，需要另行制作
        by_first.setdefault(name[0], []).append("".join(between + _letter(letter) for letter in name[1:]))
    bodies = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(rf"{_CAPTION}|{_STUB}|(?:{_ORDINAL})?(?:{bodies}){_DEFINITION}")


@cache
def _group_name() -> re.Pattern[str]:
    names = {
        split_ordinal(squeeze(group))[1] for table in _tables() for row in table.rows for group in row.path
    }
    return re.compile(rf"^(?:(?:{_ORDINAL})?(?:{'|'.join(map(re.escape, sorted(names)))})(?={_ORDINAL}))+")


@cache
def _corner() -> re.Pattern[str]:
    stubs = {table.stub for table in _tables() if not table.stub.startswith("（")}
    return re.compile("|".join((_CAPTION, *(_GAP.join(stub) for stub in sorted(stubs)))))


def _letter(letter: str) -> str:
    return (
        {"、": "[、，,]?", "/": "[/／]?", "他": "[他它]", "或": "[或和]"}.get(letter, re.escape(letter))
        if letter not in "“”"
        else "[“”‘’'\"]?"
    )


def _body(word: str) -> str:
    """Return a label without ordinal and definition; captions and the stub have patterns of their own."""
    if word.startswith(("第二十条", "（本列")):
        return ""
    _, bare = split_ordinal(word.replace("（", "(").replace("）", ")"))
    return re.split(r"[(：:]", bare)[0].strip()


def _tables() -> Iterator[TableForm]:
    return (table for form in FORMS.values() for table in form.tables)


def _words(table: TableForm) -> Iterator[str]:
    yield table.stub
    for row in table.rows:
        yield from (row.label, *row.aliases, *row.path)
    for column in table.columns:
        yield from (column.label, *column.aliases, *column.path)
