"""How a figure is printed: plain, with separators, full-width, in Chinese numerals, with blanks."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import NamedTuple

Style = Callable[[int], str]
HAN = "零一二三四五六七八九"
FULL_WIDTH = {ord("0") + digit: ord("０") + digit for digit in range(10)}


def plain(number: int) -> str:
    return str(number)


def spaced(number: int) -> str:
    return f" {number} "


def separated(number: int) -> str:
    return f"{number:,}"


def separated_wide(number: int) -> str:
    return f"{number:,}".replace(",", "，")


def full_width(number: int) -> str:
    return str(number).translate(FULL_WIDTH)


def han(number: int) -> str:
    """Return Chinese numerals below ten thousand, the way they are spoken.

    >>> han(105), han(23), han(10), han(2001), han(0)
    ('一百零五', '二十三', '十', '二千零一', '零')
    """
    if number >= 10_000 or number == 0:
        return HAN[0] if number == 0 else str(number)
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + HAN[digit] + name
        gap = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def style(rng: Random) -> Style:
    """Return one of the styles; most reports print plain digits."""
    return rng.choice((*(plain,) * 6, spaced, spaced, separated, separated, separated_wide, full_width, han))


class Shown(NamedTuple):
    """A figure with its unit; `{slot.bare}` in a template prints it without."""

    figure: Decimal
    unit: str
    style: Style

    @property
    def bare(self) -> str:
        return self.style(int(self.figure))

    def __format__(self, spec: str) -> str:
        return f"{self.bare}{self.unit}"


def noise(rng: Random, chosen: Style) -> dict[str, object]:
    """Return figures that no cell holds."""
    return {
        "xfew": Shown(Decimal(rng.randint(1, 9)), "件", chosen),
        "xcases": Shown(Decimal(rng.randint(10, 300)), "件", chosen),
        "xmany": Shown(Decimal(rng.randint(300, 90_000)), "条", chosen),
        "xpercent": f"{rng.randint(10, 999) / 10}%",
    }
