"""Prose as sentences, and the spelling in which two of them are the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from nianbao.prose.official import is_official
from nianbao.prose.spelling import FIGURE

# A sentence with the signs that end it and the quotes and brackets that close behind them.
_SENTENCE = re.compile(r"[^。！？；;!?]*(?:[。！？；;!?]+[”’」』）)》]*|$)")
_NOT_LETTERS = re.compile(r"[\W_]+")
_FIGURES = re.compile(r"\d[\d,.，．]*")
_FEWEST_LETTERS = 6  # 一是, 无, （此件公开发布）: marks and remarks, no sentences


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph; joined they are the paragraph.

    >>> sentences("他说：“好。”一是快；二是准。完")
    ('他说：“好。”', '一是快；', '二是准。', '完')
    """
    return tuple(found[0] for found in _SENTENCE.finditer(text) if found[0])


class Spelling(NamedTuple):
    """How a sentence is compared.

    `key` are its letters and figures: two sentences with one key are the same. `without_figures` is the key
    with every figure as 0. `counted` tells whether it counts in the share of new ones: a mark, a remark and
    official wording do not.
    """

    key: str
    without_figures: str
    counted: bool


@lru_cache(maxsize=1024)  # most sentences of a report come again in the next, which is read after it
def spelling(sentence: str) -> Spelling:
    """Return how a sentence is compared.

    >>> spelling("一是 公开1,204条；") == spelling("一是公开1204条。")
    True
    >>> spelling("2020年公开12条").without_figures
    '0年公开0条'
    """
    key = _NOT_LETTERS.sub("", sentence)
    without_figures = _FIGURES.sub(FIGURE, key)
    return Spelling(key, without_figures, len(key) >= _FEWEST_LETTERS and not is_official(without_figures))
