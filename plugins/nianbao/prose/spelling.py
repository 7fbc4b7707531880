"""Prose in the spelling in which copies are sought: own names, years and figures count for nothing."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from nianbao.model import Authority

NAME = "某"  # stands for the report's own names; a letter, so that it stays in the shingles
FIGURE = "0"

_NOT_LETTERS = re.compile(r"[\W_]+")
_FIGURES = re.compile(r"\d[\d,.，．]*")
# 我镇, 全县: what a copy swaps with the name of the place.
_OURS = re.compile(r"[我本全](?:省|自治区|市|州|盟|县|区|旗|镇|乡|街道|局|委|办|厅|机关|单位|部门)")
_OURS_OR_FIGURES = re.compile(f"{_OURS.pattern}|{_FIGURES.pattern}")
_SUFFIX = re.compile(r"(?:特别行政区|自治[区州县旗]|街道|[省市州盟县区旗镇乡])$")


class Spelled(NamedTuple):
    """A text as letters alone; `starts` holds the place of each in the printed text of `length`."""

    letters: str
    starts: array[int]
    length: int


@lru_cache(maxsize=4096)  # 2 kB each; they are met again when pairs are proven
def own_names(authority: Authority) -> re.Pattern[str]:
    """Return what stands for the authority itself in its own report; nothing where it has no name."""
    names = sorted(names_of(authority), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) or r"(?!)")


def names_of(authority: Authority) -> frozenset[str]:
    """Return the names of an authority and of the places it lies in, those too without their suffix.

    >>> from nianbao.model import Region
    >>> sorted(names_of(Authority("尧都区财政局", body="财政局", region=Region(county="尧都区"))))
    ['尧都', '尧都区', '尧都区财政局', '财政局']
    """
    region = authority.region
    places = (region.province, region.prefecture, region.county, region.township)
    names = (authority.name, authority.body, *places, *(_SUFFIX.sub("", place) for place in places))
    return frozenset(name for name in names if len(name) >= 2)


def letters(text: str, own: re.Pattern[str]) -> str:
    """Return the letters of a text: own names and 我县 as 某, figures as 0, no punctuation and no spaces.

    >>> letters("2020年，尧都区公开 1,204 条，我区", re.compile("尧都区"))
    '0年某公开0条某'
    """
    text = _FIGURES.sub(FIGURE, _OURS.sub(NAME, own.sub(NAME, text)))
    return _plain(_NOT_LETTERS.sub("", text))


def spelled(text: str, own: re.Pattern[str]) -> Spelled:
    """Return the same letters, each with its place in the text."""
    found: list[str] = []
    starts = array("l")
    at = 0
    for start, end, word in _pieces(text, own):
        for place, printed in (*enumerate(text[at:start], at), (start, word)):
            if printed.isalnum():  # as _NOT_LETTERS has it, for a single letter
                kept = _plain(printed)
                found.append(kept)
                starts.extend([place] * len(kept))
        at = end
    return Spelled("".join(found), starts, len(text))


def _pieces(text: str, own: re.Pattern[str]) -> Iterable[tuple[int, int, str]]:
    """Yield where own words and figures stand and what stands for them, then the end of the text."""
    at = 0
    for end, stop in (*(name.span() for name in own.finditer(text)), (len(text), len(text))):
        for found in _OURS_OR_FIGURES.finditer(text, at, end):
            yield found.start(), found.end(), FIGURE if found[0][0].isdecimal() else NAME
        yield end, stop, NAME if stop > end else ""
        at = stop


def _plain(text: str) -> str:
    """Return the text in NFKC; nearly every text is already, and asking is cheaper than making it."""
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
