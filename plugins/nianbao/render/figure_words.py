"""How a compared figure is told: a number with its unit, or the word for why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from nianbao.cells import State
from nianbao.compare import Figure, Gap, Indicator
from nianbao.render.figures import WORDS, number

GAP_WORDS = {Gap.NOT_ASKED: "无此项", Gap.FEW: "分母不足", Gap.CONTRADICTORY: "矛盾"}


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in words. `sort` is its number or empty, `note` what stands behind a percentage.

    `few` tells that numerator and denominator are known but too small for a percentage.
    """

    text: str
    sort: str = ""
    note: str = ""
    few: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a number to compare."""
        return bool(self.sort)


def told(figure: Figure, indicator: Indicator) -> Told:
    """Return a figure as a cell of a table shows it; the unit stands in the table's head."""
    behind = fraction(figure)
    if figure.state is Gap.FEW:
        return Told(behind, few=True)
    if figure.value is None:
        return Told(word(figure.state))
    if indicator.share:
        return Told(f"{figure.value:.1f}%", f"{figure.value:.4f}", behind)
    return Told(number(figure.value), number(figure.value))


def fraction(figure: Figure) -> str:
    """Return numerator and denominator of a share as `8/13`, empty where it has none."""
    if figure.part is None or figure.whole is None:
        return ""
    return f"{number(figure.part)}/{number(figure.whole)}"


def word(state: State | Gap) -> str:
    """Return the word for a figure that is not known."""
    return GAP_WORDS[state] if isinstance(state, Gap) else WORDS[state]
