"""Prose made ready for reading: without blanks, one form of each mark, and the way back to the original."""

from __future__ import annotations

import re
from typing import NamedTuple

from nianbao.facts.once import once_a_report
from nianbao.model import Heading, Paragraph, Report, TableSlot

_SAME = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
    | {ord("．"): ".", ord("％"): "%", ord(","): "，", ord(";"): "；", ord(":"): "：", ord("("): "（"}
    | {ord(")"): "）", ord("○"): "〇", ord("﹒"): "."}
)
_OTHER_FORM = re.compile("[０-９．％,;:()○﹒]")  # asking is several times cheaper than translating
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
# Names of documents hold years, numbers and words of every kind: 《…年度报告》, 〔2021〕30号.
_NAME = re.compile(r"《[^《》]{0,80}》|〔\d{1,4}〕\d{0,4}|https?：[\w./?&=%#：-]{0,200}")
_MAY_NAME = re.compile("[《〔]|http")
_SHORTEST_END = 4  # characters of a name
_STOP = re.compile(r"[。！？!?]")
_LONGEST = 600  # characters; what is longer is cut, so that reading costs no more than its length


class Squeezed(NamedTuple):
    """`text` without blanks and with names of documents masked; `places[i]` is where character i stood.

    `places` is None where every character stands where it stood.
    """

    text: str
    places: tuple[int, ...] | None

    def place(self, index: int) -> int:
        """Return the offset in the original of a character of `text`."""
        return index if self.places is None else self.places[index]


def squeeze(text: str) -> Squeezed:
    """Return the text without blanks; a blank between two digits stays, for it may part two figures.

    >>> squeeze("共 收 到 12 件（2 3）").text
    '共收到12件（2 3）'
    """
    plain = text.translate(_SAME) if _OTHER_FORM.search(text) else text
    plain = plain.replace("其它", "其他")
    places: list[int] | None = None
    if _BLANK.search(plain):
        places, pieces, end = [], [], 0
        for blank in _BLANK.finditer(plain):
            pieces.append(plain[end : blank.start()])
            places.extend(range(end, blank.start()))
            end = blank.end()
            if plain[max(0, blank.start() - 1) : blank.start()].isdigit() and plain[end : end + 1].isdigit():
                pieces.append(" ")
                places.append(blank.start())
        pieces.append(plain[end:])
        places.extend(range(end, len(plain)))
        plain = "".join(pieces)
    masked = _NAME.sub(lambda name: "＿" * len(name[0]), plain) if _MAY_NAME.search(plain) else plain
    return Squeezed(masked, None if places is None else tuple(places))


def without_name(squeezed: Squeezed, name: str) -> Squeezed:
    """Return the text with the body's own name masked: 药品监督管理局 neither supervises nor is another's."""
    text = squeezed.text
    if len(name) < _SHORTEST_END or name[-_SHORTEST_END:] not in text:
        return squeezed
    for start in range(len(name) - _SHORTEST_END + 1):
        if not name.startswith("人民政府", start):
            text = text.replace(name[start:], "＿" * (len(name) - start))
    return squeezed._replace(text=text)


class Printed(NamedTuple):
    """A heading or paragraph; `section` is 0 in the lead, `number` counts the section's blocks from 0."""

    section: int
    number: int
    block: Heading | Paragraph
    squeezed: Squeezed


@once_a_report
def printed(report: Report) -> tuple[Printed, ...]:
    """Return every heading and paragraph of lead and sections."""
    parts = ((0, report.lead), *((section.number, section.blocks) for section in report.sections))
    return tuple(
        Printed(section, number, block, squeeze(block.text))
        for section, blocks in parts
        for number, block in enumerate(blocks)
        if not isinstance(block, TableSlot)
    )


def sentences(text: str) -> list[tuple[int, int]]:
    """Return start and end of every sentence, long ones in pieces; the full stop belongs to none."""
    result, start = [], 0
    for stop in _STOP.finditer(text):
        result += _pieces(text, start, stop.start())
        start = stop.end()
    return result + _pieces(text, start, len(text)) if start < len(text) else result


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretch, cut behind the last mark before each limit: a figure stays in one piece."""
    result = []
    while end - start > _LONGEST:
        middle, limit = start + _LONGEST // 2, start + _LONGEST
        cut = max(text.rfind("；", middle, limit), text.rfind("，", middle, limit)) + 1 or limit
        result.append((start, cut))
        start = cut
    return [*result, (start, end)]
