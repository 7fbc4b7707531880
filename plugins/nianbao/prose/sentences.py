"""Prose as sentences, and the spelling in which two of them are the same."""

from __future__ import annotations

import re

from nianbao.prose.official import is_official
from nianbao.prose.spelling import FIGURE

# A sentence with the signs that end it and the quotes and brackets that close behind them.
_SENTENCE = re.compile(r".*?(?:[。！？；;!?]+[”’」』）)》]*|$)", re.DOTALL)
_NOT_LETTERS = re.compile(r"[\W_]+")
_FIGURES = re.compile(r"\d[\d,.，．]*")
_FEWEST_LETTERS = 6  # 一是, 无, （此件公开发布）: marks and remarks, no sentences


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph; joined they are the paragraph.

    >>> sentences("他说：“好。”一是快；二是准。完")
    ('他说：“好。”', '一是快；', '二是准。', '完')
    """
    return tuple(found[0] for found in _SENTENCE.finditer(text) if found[0])


def key(sentence: str) -> str:
    """Return what two sentences have in common that are the same: their letters and figures.

    >>> key("一是 公开1,204条；") == key("一是公开1204条。")
    True
    """
    return _NOT_LETTERS.sub("", sentence)


def without_figures(key: str) -> str:
    """Return a key in which every figure is 0.

    >>> without_figures("2020年公开12条")
    '0年公开0条'
    """
    return _FIGURES.sub(FIGURE, key)


def counted(key: str) -> bool:
    """Whether a sentence counts in the share of new ones: not a mark, a remark or official wording."""
    return len(key) >= _FEWEST_LETTERS and not is_official(without_figures(key))
