"""Chinese numerals as reports print counts of cases (spec §6)."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}


def han_number(text: str) -> int | None:
    """Return the number that Chinese numerals below 万 spell, or None where they spell none.

    >>> han_number("一百零五"), han_number("二十三"), han_number("十"), han_number("二〇"), han_number("百百")
    (105, 23, 10, 20, None)
    """
    if not any(letter in _POWERS for letter in text):
        return int("".join(str(_DIGITS[letter]) for letter in text))
    total, digit, lowest = 0, None, 10_000
    for letter in text:
        if letter in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[letter]
        elif _POWERS[letter] >= lowest or (digit == 0 and lowest == 10_000):
            return None
        else:
            lowest = _POWERS[letter]
            total += (digit or 1) * lowest
            digit = None
    return total + (digit or 0)
