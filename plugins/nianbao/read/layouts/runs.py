"""A line cut into labels with their figures: known words, and digits with or without gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nianbao.read.document import GridCell, Line, cell_at, line_at
from nianbao.read.layouts.words import (
    begins_label,
    continues_label,
    ends_label,
    find_words,
    is_fragment,
    is_row_label,
    lost_ordinals,
)

_FIGURE = (
    r"[\d０-９]+(?:[.．][\d０-９]+)?|[,，](?=\d{3}(?!\d))|[+＋\-－−–—―⸺/／＼\\*○〇]|\(\d+\)|无(?=[\s\d无]|$)|[?？OolI](?=[\s\d]|$)"
    r"|增加?|减少?|[↑↓]|(?:(?<=\d)|(?<=\d\s)|(?<=\d\s\s))(?:万元|亿元|元|件|项|条|个)"
)
_FIGURES = re.compile(rf"(?:\s*(?:{_FIGURE}))+\s*")
# 35无 无无3: marks need no gap; +(0) -(0) is one figure.
_FIELD = re.compile(r"无|[+＋]\(\d+\)\s{1,2}[-－−]\(\d+\)|[^\s无]+(?:\s+(?:万元|亿元|元|件|项|条|个)(?!\S))?")
_UNKNOWN = re.compile(
    rf"(?P<figures>(?:\s*(?:{_FIGURE}))*)\s*(?P<text>(?![、和及])[^，。；：！？]{{1,30}}?)(?P<own>(?:\s*(?:[\d]+))*)\s*"
)
_FEWEST_GLUED = 5  # rows; one or two may be codes or slips of the pen
_TWO_AT_LEAST = re.compile(r"0\d")
_FEWEST_WORDS = 8  # words in a row inside a longer line: a sentence names four kinds of decisions at most
# a sentence that lists every reason: 属于国家秘密 4 件、内部事务信息 9 件
_TOLD = re.compile(r"\d\s?[件条宗份起例]次?[、，,；;（(][^\d、，,；;]{2,60}\d{1,9}\s?[件条宗份起例]")
_ENDS = frozenset("+＋-－−–—―⸺/*○〇)无?？OolI增加减少↑↓元件项条个")  # of a figure, other than digits
_BEHIND = re.compile(r"(?P<row>.*?\S(?:\s+\d+){3,})\s+(?P<piece>[^\d\s，。；：！？]{1,24})\s*")
_GLUED = re.compile(
    r"\s*(?P<label>(?:[1-9１-９]\s*[.．、]|[（(]?[一二三四五六七][）)、]{1,2})[^\d，。；：！？]{3,40})"
    r"[\d０-９]{3,}\s*"
)
# 投诉类申请0000000: a label that has begun on the line above
_CUT = re.compile(r"\s*(?P<label>[^\d\s。；：！？]{2,40})[\d０-９]+(?:\s+[\d０-９]+){0,6}\s*")
_LONGER = re.compile(r"[^\d\s，。；：！？、（）()]{1,6}\s*\d")
_TAIL = re.compile(rf"(?P<text>.*?)(?P<figures>(?:(?:^|\s)\s*(?:{_FIGURE})+)+)\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """A row: what stands before its label, its label (none or one cell) and figures; or header `words`."""

    before: tuple[GridCell, ...] = ()
    label: tuple[GridCell, ...] = ()
    figures: tuple[GridCell, ...] = ()
    words: tuple[GridCell, ...] = ()


def is_glued(runs: Sequence[Run]) -> bool:
    """Return whether rows print several figures as one (`000`, `0012`): then no row's gaps can be trusted.

    Where most figures stand on lines of their own, the figures of a row do so, one below the other.
    """
    if sum(any(map(_TWO_AT_LEAST.match, _texts(run))) for run in runs if run.label) >= _FEWEST_GLUED:
        return True
    single = sum(len(run.figures) == 1 and len(run.figures[0].text) > 1 for run in runs)
    alone = sum(len(run.figures) == 1 and not run.label for run in runs)
    labelled = sum(bool(run.figures and run.label) for run in runs)
    return single > sum(len(run.figures) > 1 for run in runs) and alone <= labelled


def _texts(run: Run) -> Iterator[str]:
    return (cell.text for cell in run.figures)


def runs_of(text: str, line: int, column: int) -> Iterator[Run | Line]:
    """Yield the rows and the prose of a text that stands at `line`, `column`, in printed order.

    Words behind the figures are a piece of the group or label that a program has printed on the same line.
    """
    last = text.rstrip()[-1:]
    behind = None if last.isdecimal() or last in _ENDS else _BEHIND.fullmatch(text)
    if behind and (is_fragment(behind["piece"]) or ends_label(behind["piece"])):
        yield from runs_of(behind["row"], line, column)
        yield line_at(behind["piece"], line, column + behind.start("piece"))
        return
    for start, end, words in _groups(text):
        before, tail = text[:start], text[end:]
        whole = not tail.strip() and (not before.strip() or (_is_piece(before) and words))
        if whole or (len(words) >= _FEWEST_WORDS and not _TOLD.search(text, start, end)):
            if before.strip() and whole:
                yield from _prefixed(before, list(_rows(text, words, end, line, column)), line, column)
            else:
                yield from _loose(before, line, column)
                yield from _rows(text, words, end, line, column)
            yield from runs_of(tail, line, column + end) if tail.strip() else ()
            return
    yield from _loose(text, line, column)


def _is_piece(text: str) -> bool:
    """Return whether a text can be a piece of a vertical group: letters of it, or nothing but its marks."""
    return is_fragment(text) or not re.sub(r"[\s、()（）]", "", text)


def _prefixed(before: str, rows: list[Run], line: int, column: int) -> Iterator[Run]:
    """Yield the rows, the first with the pieces of a vertical group that are printed before it."""
    first, *others = rows
    yield Run((cell_at(before, line, column),), first.label, first.figures, first.words)
    yield from others


def _groups(text: str) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Yield the start, the end and the words of each run of words with only figures between."""
    group: list[re.Match[str]] = []
    for word in find_words(text):
        if group and not _is_gap(text[group[-1].end() : word.start()]):
            yield group[0].start(), _end(text, group), group
            group = []
        group.append(word)
    if group:
        yield group[0].start(), _end(text, group), group


def _is_gap(gap: str) -> bool:
    return not gap.strip() or bool(_FIGURES.fullmatch(gap) or _UNKNOWN.fullmatch(gap))


def _end(text: str, group: list[re.Match[str]]) -> int:
    last = group[-1].end()
    figures = _FIGURES.match(text, last)
    return figures.end() if figures else last


def _rows(text: str, words: list[re.Match[str]], end: int, line: int, column: int) -> Iterator[Run]:
    """Yield a row for each word with figures behind it, and one for the words before such a word."""
    heads: list[GridCell] = []
    for word, after in zip(words, (*(each.start() for each in words[1:]), end), strict=True):
        label = cell_at(word.group(), line, column + word.start())
        gap = text[word.end() : after]
        figures = _FIGURES.match(gap)
        if not figures:
            heads.append(label)
        else:
            if heads:
                yield Run(words=tuple(heads))
                heads = []
            doubtful = _swallows(text, word.end() + figures.end())
            yield Run((), (label,), tuple(_fields(figures.group(), line, column + word.end(), doubtful)))
        rest = gap[figures.end() :] if figures else gap
        if rest.strip():
            longer = not figures and bool(_LONGER.match(rest)) and is_row_label(word.group())
            if longer:  # 要求提供公开出版物信息0
                heads.pop()
                rest = word.group() + rest
            if heads:
                yield Run(words=tuple(heads))
                heads = []
            yield from _unknown(rest, line, column + after - len(rest))
    if heads:
        yield Run(words=tuple(heads))


def _unknown(text: str, line: int, column: int) -> Iterator[Run]:
    """Yield a row whose label is none of the forms' words."""
    found = _UNKNOWN.fullmatch(text)
    own = found.start("own") if found else len(text)
    label = (cell_at(text[:own], line, column),)
    figures = tuple(_fields(text[own:], line, column + own, doubtful=False))
    yield Run((), label, figures) if figures else Run(words=label)


def _swallows(text: str, end: int) -> bool:
    """Return whether the last digit may be the ordinal of the next label, which has lost its stop."""
    rest, last = text[end:], text[end - 1]
    if not rest or not last.isdigit():
        return False
    return rest[0] in ".．、" or last in lost_ordinals(rest)


def _fields(figures: str, line: int, column: int, doubtful: bool) -> Iterator[GridCell]:
    """Yield the figures that gaps separate; `doubtful` ones end with a question mark in `text`."""
    for found in _FIELD.finditer(figures):
        cell = cell_at(found.group(), line, column + found.start())
        yield cell._replace(text=f"{cell.text}?") if doubtful else cell


def _loose(text: str, line: int, column: int) -> Iterator[Run | Line]:
    """Yield a text whose words are unknown or cut: with figures at its end it is a row."""
    if not text.strip():
        return
    last = text.rstrip()[-1]
    glued = _GLUED.fullmatch(text) if last.isdecimal() else None
    if glued and is_row_label(glued["label"]):
        yield from _unknown(text, line, column)
        return
    cut = _CUT.fullmatch(text) if last.isdecimal() else None
    if cut and ends_label(cut["label"]):
        start = cut.end("label")
        figures = tuple(_fields(text[start:], line, column + start, doubtful=False))
        yield Run((), (cell_at(text[:start], line, column),), figures)
        return
    found = _TAIL.fullmatch(text) if last in _ENDS or last.isdecimal() else None
    if found and re.search(r"\d", found["figures"]) and not _is_sentence(found["text"]):
        start = found.start("figures")
        figures = tuple(_fields(found["figures"], line, column + start, doubtful=False))
        yield Run(*_cut_label(found["text"], line, column), figures)
        return
    yield line_at(text, line, column)


def _is_sentence(text: str) -> bool:
    """Return whether a text before figures is prose; a label may have a comma, too."""
    return bool(re.search("[，。：；]", text)) and not (begins_label(text) or continues_label(text))


def _cut_label(text: str, line: int, column: int) -> tuple[tuple[GridCell, ...], tuple[GridCell, ...]]:
    """Return what stands before a cut label, and the label: from the first blank on that makes it one."""
    if not text.strip():
        return (), ()
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    label = next((start for start in starts if is_row_label(text[start:])), starts[0])
    before = (cell_at(text[:label], line, column),) if text[:label].strip() else ()
    return before, (cell_at(text[label:], line, column + label),)
