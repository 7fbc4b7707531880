"""How reports side by side are told in words; `compare/words.js` of the site says the same in a browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.compare import ENOUGH, INDICATORS, Figure, Gap, Indicator, figure_of
from nianbao.compare.pairs import Difference, Obstacle, difference, obstacle
from nianbao.model import Report
from nianbao.render.archive_view import Entry
from nianbao.render.figure_words import told, word
from nianbao.render.figures import number
from nianbao.render.trail import year_label

LETTERS = "甲乙丙丁"
"""How the reports side by side are called, in order."""

LEADS = tuple(INDICATORS[one] for one in ("received", "disclosed_share", "denied_share", "reconsiderations"))
"""What the sentence above a comparison tells: asked, disclosed, refused, contested."""

_OBSTACLES = {Obstacle.SCOPE: "一份是汇总报告", Obstacle.COUNTED: "两种格式口径不同"}


class Words(NamedTuple):
    """How one figure stands to another; `compared` is false where `text` says why they are not."""

    text: str
    compared: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A report in a comparison: its letter, and its figures by the ids of the indicators."""

    letter: str
    entry: Entry
    figures: Mapping[str, Figure]

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.entry.report


def sides(entries: Sequence[Entry]) -> tuple[Side, ...]:
    """Return two to four reports with their letters and all their figures."""
    return tuple(
        Side(letter, entry, {one.id: figure_of(one, entry.report) for one in INDICATORS.values()})
        for letter, entry in zip(LETTERS, entries, strict=False)
    )


def standing(indicator: Indicator, one: Side, other: Side) -> Words:
    """Return how a report stands to another: `多 10 件（+25.0%）`, `低 6.3 个百分点`, or why none is said."""
    figures = one.figures[indicator.id], other.figures[indicator.id]
    barrier = obstacle(indicator, one.report, other.report)
    found = difference(indicator, *figures)
    if found and not barrier:
        return Words(_difference_words(indicator, found), True)
    if found and barrier:
        return Words(f"无法比较：{_OBSTACLES[barrier]}", False)
    return Words(f"无法比较：{_unknown(zip((one, other), figures, strict=True))}", False)


def _unknown(found: Iterable[tuple[Side, Figure]]) -> str:
    """Return which figures are not known and why, by letter; the reason alone where both have the same."""
    why = sorted(
        ((side.letter, reason(figure)) for side, figure in found if not figure.known),
        key=lambda pair: LETTERS.index(pair[0]),
    )
    if len({words for _, words in why}) == 1 and len(why) > 1:
        return why[0][1]
    return "，".join(letter + words for letter, words in why)


def reason(figure: Figure) -> str:
    """Return why a figure cannot be compared, as a predicate after whose figure it is."""
    return f"分母不足 {ENOUGH} 件" if figure.state is Gap.FEW else word(figure.state)


def _difference_words(indicator: Indicator, found: Difference) -> str:
    if not found.by:
        return "相同"
    more, less, unit = ("高", "低", "个百分点") if indicator.share else ("多", "少", indicator.unit)
    words = f"{more if found.by > 0 else less} {number(abs(found.by))} {unit}"
    if found.percent is None:
        return words
    return f"{words}（{'+' if found.by > 0 else '−'}{number(abs(found.percent))}%）"


def sentence(compared: Sequence[Side]) -> str:
    """Return the result in words: leading figures of the first report, and how it stands to the others.

    A name is said once where there is only one other; what cannot be compared with any is named at the end.
    """
    first, *others = compared
    same_year = len({year_label(side.report) for side in compared}) == 1
    names = [_name(side, same_year) for side in others]
    clauses: list[str] = []
    left: list[str] = []
    for indicator in LEADS:
        words = [standing(indicator, first, other) for other in others]
        if not any(found.compared for found in words):
            left.append(indicator.title)
            continue
        said = [""] if clauses and len(others) == 1 else names
        clauses.append(_clause(indicator, first, zip(said, words, strict=True)))
    if left:
        clauses.append(f"{'、'.join(left)}无法比较")
    return f"{_name(first, False)}：{'；'.join(clauses)}。"


def _name(side: Side, short: bool) -> str:
    name = side.report.authority.name
    return name if short else f"{name} {year_label(side.report)}"


def _clause(indicator: Indicator, first: Side, stands: Iterable[tuple[str, Words]]) -> str:
    unit = "" if indicator.share else f" {indicator.unit}"
    parts = [f"{indicator.title} {told(first.figures[indicator.id], indicator).text}{unit}"]
    parts += [f"{_joint(words) if name else ''}{name}{words.text}" for name, words in stands]
    return "，".join(parts)


def _joint(words: Words) -> str:
    return "比" if words.compared and words.text != "相同" else "与"
