"""The words of a text as the search knows them; `search/tokens.js` is the same function for queries.

Every Han character is one word, so that any piece of a sentence is a contiguous phrase of words; numbers
are whole words, so that 80 is not found inside 1804. The two tokenisers share `tests/vectors/tokens.json`
and must change together. Scripts are listed as code ranges, not by Unicode category or property, because
Python and browsers follow different Unicode versions.
"""

from __future__ import annotations

import re
import unicodedata

HAN = "\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U0003ffff"
"""Unified ideographs with all extensions (planes 2 and 3 whole), 々, 〇 and 〡–〩."""

LETTERS = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u2c60-\u2c7f\u0370-\u03ff\u0400-\u052f\u0620-\u064a\u0671-\u06d3"
    "\u0e01-\u0e30\u0f40-\u0f6c\u1820-\u18aa\u1950-\u19ab\u1e00-\u1eff\u3041-\u3096\u30a1-\u30fa"
    "\u3105-\u312f\ua000-\ua48c\uac00-\ud7a3"
)
"""Letters of other scripts met in China: Latin, Greek, Cyrillic, Arabic, Thai, Tibetan, Mongolian, Dai,
kana, bopomofo, Yi, Hangul. One word each, like Han: they are rare and often set without spaces."""

_INVISIBLE = re.compile(
    "[\u0300-\u036f\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ufeff\ufe00-\ufe0f\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Accents, controls, format characters and private use: removed as if never printed."""

_FOLDED = str.maketrans(
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮"
    "⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚"
    "⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲○◯",
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗"
    "糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页"
    "风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀〇〇",
)
"""Radicals that PDF files put for whole characters → the character (Unicode's EquivalentUnifiedIdeograph,
where NFKC leaves them), and the circle that many offices type for the numeral in 二○二○年."""

_LISTED_YEAR = re.compile(r"(^|[^0-9.,])([0-9]{1,2})\.(?=(?:19|20)[0-9]{2} *年)")
"""`3.2021年`: item 3 of a list that begins with a year, not the decimal 3.2021."""

_WORD = re.compile(f"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[{HAN}]|[{LETTERS}]")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


def normalise(text: str) -> str:
    """Return the text in one width and composition (NFKC), without accents and invisible characters.

    >>> normalise("７８．８０　Ｌü")
    '78.80 Lu'
    """
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKD", text))
    return _LISTED_YEAR.sub(r"\1\2. ", unicodedata.normalize("NFC", visible).translate(_FOLDED))


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of the text, lower-cased, in order; punctuation and symbols are not words.

    >>> tokens("尧都区 2020 年支出1，204.50元")
    ('尧', '都', '区', '2020', '年', '支', '出', '1204d50', '元')
    """
    runs = _WORD.findall(normalise(text))
    return tuple(word.lower() for run in runs for word in (_numbers(run) if len(run) > 1 else (run,)))


def _numbers(run: str) -> tuple[str, ...]:
    """Split a run of digits, commas and points; a Latin word is one word.

    A thousands separator is dropped; the point of a decimal becomes `d`, so that it stays inside its
    word: 14.61 and 1461 differ, and 14 is not found in it. Dates such as 2020.12.31 and lists are split.
    """
    if _THOUSANDS.fullmatch(run):
        run = run.replace(",", "")
    parts = run.split(",")
    return tuple(
        word
        for part in parts
        for word in ([part.replace(".", "d")] if _DECIMAL.fullmatch(part) else part.split("."))
    )
