"""What a query in Latin letters or with a typing error may mean: terms, and how characters are read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from nianbao.index_page import IndexPage
from nianbao.reference_pages import terms

_HAN = re.compile(r"[\u4e00-\u9fff]")


def names(pages: Iterable[IndexPage]) -> bytes:
    """Return JSON: the terms, and the pinyin of every character of the terms and the pages' names.

    A character has all its readings (都: dou du), without tones and with `v` as `u`: nobody can tell from
    a list which of them a place uses, and a visitor types the right one.
    """
    known = terms()
    texts = {text for page in pages for text in (page.authority, page.where)}
    characters = sorted(set(_HAN.findall("".join((*known, *texts)))))
    shown = {"terms": known, "readings": dict(zip(characters, map(_readings, characters), strict=True))}
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()


def _readings(character: str) -> str:
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return " ".join(sorted({reading.replace("v", "u").replace("ü", "u") for reading in found}))
