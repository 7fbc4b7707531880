"""Which places a report's text names, with the care that free text needs."""

from __future__ import annotations

from nianbao.regions.printed import chain_of, without_spaces
from nianbao.regions.table import Division, Table

# Common nouns that are names of counties too: they count only behind the name of what they lie in
# (阳泉市城区), as does every name of two characters (省、市和县 has nothing to do with 和县).
_COMMON = ("新城区", "城中区", "市中区", "城关区", "市北区", "市南区", "新市区", "老城区", "开发区")
# What follows shows that the last character belongs to another word: 东方市场, 河北区域.
_NOT_BEFORE = {"市": "场", "区": "域划间"}


def mentioned(context: str, table: Table) -> frozenset[str]:
    """Return the codes of the divisions that a text names in full.

    A name inside a longer one does not count (吉林市 is not 吉林省), nor one without its suffix. Where a
    name fits several places, all of them are returned unless the words before it decide (徐州市鼓楼区).
    """
    text = without_spaces(context)
    found: set[str] = set()
    at = 0
    while at < len(text):
        if text[at : at + 2] not in table.beginnings:
            at += 1
            continue
        chain = list(chain_of(text[at : at + 60], table))
        words = "".join(word for word, _ in chain)
        if _counts(chain, text[at + len(words) : at + len(words) + 1]):
            found.update(division.code for _, divisions in chain for division in divisions)
        at += len(words) or 1
    return frozenset(found)


def _counts(chain: list[tuple[str, tuple[Division, ...]]], following: str) -> bool:
    if not chain:
        return False
    last = chain[-1][0]
    if following and following in _NOT_BEFORE.get(last[-1], ""):
        return False
    return len(chain) > 1 or (len(last) > 2 and last not in _COMMON)
