"""Places of the prose where a figure is missing, and years that do not belong to the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nianbao.facts.text import Printed, printed, sentences
from nianbao.model import Report


class Gap(NamedTuple):
    """A place in the prose, as in `Fact`; `year` is the year that is named, 0 for a missing figure."""

    section: int
    block: int
    start: int
    end: int
    year: int = 0


# A unit word with nothing to count: 共收到件, 公开信息条. Never 条例, 文件, 案件 or 申请件 as nouns.
_MISSING = re.compile(
    r"(?=[共累总合主公发制废现行结])(?:"  # far quicker than trying each of them at every character
    r"(?:共计?|累计|总计|合计)(?:新?收到|受理|主动公开|公开|发布|办结|答复|收到政府信息公开申请"
    r"|收到申请)(?:各类)?(?:政府信息公开申请|政府信息|信息|申请)?[件条份](?=[，。；、])"
    r"|(?:主动公开|公开|发布)(?:各类)?(?:政府|政务)?信息[条篇](?=[，。；、])"
    r"|(?:制发|废止)(?:行政)?规范性文件件(?=[，。；、])"
    r"|(?<![\u4e00-\u9fff])现行有效的(?:行政)?规范性文件(?=[。；])"
    r"|(?:行政复议|行政诉讼)(?:案件)?(?:共|为)件(?=[，。；、])|(?<![无零有])结转下年度(?:继续)?(?:办理"
    r"|申请)?件(?=[，。；、]))"
)
_PLAN = re.compile(
    r"(?:下一步|下步|今后)[^。]{0,12}?(?P<year>20\d\d)年|(?P<will>20\d\d)年[^，。；]{0,3}，?[^，。；]{0,12}将"
)
_AS_THIS_YEAR = re.compile(
    r"^(?P<year>20\d\d)年度?(?:，|全年|以来|我|全|共)[^。]{0,40}?(?:共|累计|全年)?(?:收到|受理"
    r"|主动公开|办结|制发)"
)
_NOT_NOW = re.compile(r"同比|相比|较|比|上年|去年|以来|至今|自20|从20|结转")


def gaps_of(report: Report) -> Iterator[Gap]:
    """Yield the places where a figure is missing."""
    for each in printed(report):
        text = each.squeezed.text
        if "件" in text or "条" in text or "现行有效的" in text:
            for found in _MISSING.finditer(text):
                yield _gap(each, found.start(), found.end())


def years_of(report: Report) -> Iterator[tuple[str, Gap]]:
    """Yield the years that the prose uses as its own (`this`) or plans for (`next`)."""
    for each in printed(report):
        text = each.squeezed.text
        for start, end in sentences(text) if "20" in text else ():
            for use, found in _years(text[start:end], each.section):
                year = next(value for value in found.groupdict().values() if value)
                yield use, _gap(each, start + found.start(), start + found.end(), int(year))


def _gap(each: Printed, start: int, end: int, year: int = 0) -> Gap:
    place = each.squeezed.place
    return Gap(each.section, each.number, place(start), place(end - 1) + 1, year)


def _years(sentence: str, section: int) -> Iterator[tuple[str, re.Match[str]]]:
    if section == 5 and (plan := _PLAN.search(sentence)):
        yield "next", plan
    if section in (1, 2, 3, 4) and not _NOT_NOW.search(sentence) and (own := _AS_THIS_YEAR.match(sentence)):
        yield "this", own
