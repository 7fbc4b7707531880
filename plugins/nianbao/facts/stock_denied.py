"""Stocks of which the prose says that there were none: 上年度无结转, 没有需要转入2021年继续办理的申请."""

from __future__ import annotations

import re

from nianbao.facts.kinds import HANDED_ON, OPEN_STILL

_HANDED_ON = re.compile(rf"(?:无|没有)(?:(?:{OPEN_STILL})的?申请(?:件)?)?(?:{HANDED_ON}|{OPEN_STILL})")
_LAST_YEAR = re.compile(r"(?:上一?年|去年|(?P<year>20\d\d)年)度?[也亦]?$")
_STOCK_BEFORE = re.compile("(?:(?:上一?年|去年)度?结转|结转至?(?:下一?年|次年)度?(?:继续办理)?)(?:的?申请)?$")
_NOTHING_LEFT = re.compile(  # 没有需要转入2021年继续办理的申请
    rf"(?:无|没有)(?:需要?|须)?(?:{HANDED_ON}|转)(?:至|到|入)?(?:下一?年|次年|明年|20\d\d年)?度?"
    r"(?:继续)?(?:办理|答复)?的?(?:申请|事项|案件|件){0,2}"
)


def stock_denied(text: str, start: int, first: int, words: str, year: int) -> tuple[str, int] | None:
    """Return the words that name a stock of which the "none" at `first` is said, and where it begins then."""
    last = _LAST_YEAR.search(text, start, first) if _HANDED_ON.match(words) else None
    if last and int(last["year"] or year - 1) == year - 1:  # 上年度无结转
        return "上年结转", last.start()
    named = _STOCK_BEFORE.search(text, start, first) if words in ("无", "没有") else None
    if named:  # 上年结转无
        return named[0], named.start()
    return (words, first) if _NOTHING_LEFT.fullmatch(words) else None
