"""One spelling for a printed label, so that the form's label and its many printed variants meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_QUOTES = re.compile("[“”‘’\"'「」『』]")
_BRACKETS = str.maketrans("〔〕[]【】{}", "()()()()")
# 一、 （一） (1) 1. 1、 ①: at most one, so that a label which is itself an ordinal is not emptied.
_ORDINAL = re.compile(
    r"(?:\((?:[一二三四五六七八九十]+|\d{1,2})\)|[①-⑳]|(?:[一二三四五六七八九十]+|\d{1,2})[、.,)](?!\d))[、.,]?"
)
_SPELLINGS = (("其它", "其他"), ("法人和其他", "法人或其他"), ("／", "/"))


@lru_cache(maxsize=16384)  # the same labels and figures, thousands of times
def squeeze(text: str) -> str:
    """Return `text` in NFKC without any white space, quotes or invisible characters.

    >>> squeeze("３. 危及“三安全一稳 定”")
    '3.危及三安全一稳定'
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _QUOTES.sub("", text).replace("。", ".").translate(_BRACKETS)


def split_ordinal(text: str) -> tuple[str, str]:
    """Return the leading ordinal of a squeezed label and the rest; the ordinal is empty where none stands.

    >>> split_ordinal("(三)不予公开")
    ('(三)', '不予公开')
    """
    found = _ORDINAL.match(text)
    if not found or found.end() == len(text):
        return "", text
    return found.group(), text[found.end() :]


@lru_cache(maxsize=16384)
def normalise(label: str) -> str:
    """Return the form in which labels are compared: squeezed, no ordinal, no definition, one spelling.

    A definition in brackets or after a colon is cut (`规章：指…` is still 规章).

    >>> normalise("本年收费金额（单位：万元）"), normalise("（六）其 它处理"), normalise("1、属于国家秘密")
    ('本年收费金额', '其他处理', '属于国家秘密')
    """
    _, text = split_ordinal(squeeze(label))
    for printed, official in _SPELLINGS:
        text = text.replace(printed, official)
    return re.split(r"[(:]", text, maxsplit=1)[0] or text
