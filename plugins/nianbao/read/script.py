"""Converted script: mirrors print reports in traditional characters, often with readings (`數(shù)`)."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from typing import NamedTuple

from nianbao.cells import Place
from nianbao.read.document import Step

# Characters that every report has and no text in simplified characters; one alone may stand in a name.
_MARKS = ("開", "報", "數", "據", "務", "關", "與", "時")
_FEWEST_MARKS = 3
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = re.compile(
    rf"[(（](?<=[\u3400-\u9fff].)(?:(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouüv{_TONED}]{{1,3}}(?:ng?|r)?|[\u3105-\u312f]+)[)）]"
)
_FEWEST_READINGS = 2  # with a tone: one alone may be the reading of a rare character
_FEWEST_PLAIN = 5  # without one, in a text that was converted
# Converters look up a glyph's character backwards and find the radical that shares the glyph (⼯ for 工).
# The glyph is the same, so nothing printed changes; NFKC has no mapping for the block U+2E80, and an old
# form for ⼾ and ⾭, which mainland fonts print as 户 and 青.
RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | dict(
    zip(
        map(ord, "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾⾭"),
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户青",
        strict=True,
    )
)
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def _pairs() -> dict[str, str]:
    lines = files(__package__).joinpath("traditional.txt").read_text("utf-8").splitlines()
    pairs = " ".join(line for line in lines if not line.startswith("#")).split()
    return {pair[0]: pair[1] for pair in pairs}


_SIMPLE = str.maketrans(_pairs())


class Plain(NamedTuple):
    """A text in simplified characters without readings, and what was done to it."""

    text: str
    steps: tuple[Step, ...] = ()


def in_simplified_script(text: str) -> Plain:
    """Return a text of converted script as it was before; any other text as it is.

    Radicals become the characters they stand for. One character becomes one, so that places keep;
    readings go, which moves the rest of a line.

    >>> in_simplified_script("政府信息公開(kāi)，數(shù)據(jù)0件").text
    '政府信息公开，数据0件'
    """
    steps: list[Step] = []
    if _RADICAL.search(text):
        text = text.translate(RADICALS)
    marks = [mark for mark in _MARKS if mark in text]
    converted = len(marks) >= _FEWEST_MARKS
    readings = [found[0] for found in _READING.finditer(text)]
    toned = [reading for reading in readings if not reading.strip("()（）").isascii()]
    if len(toned) >= _FEWEST_READINGS or (converted and len(readings) >= _FEWEST_PLAIN):
        text = _READING.sub("", text)
        steps.append(Step("drop_readings", Place(1), (toned or readings)[0], None))
    if converted:
        text = text.translate(_SIMPLE)
        steps.append(Step("simplify_script", Place(1), marks[0], marks[0].translate(_SIMPLE)))
    return Plain(text, tuple(steps))
