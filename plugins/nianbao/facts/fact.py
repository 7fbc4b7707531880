"""What a fact is: one figure, or one "none", that the prose of a report states."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """Which time a figure is of; only `THIS_YEAR` can be compared with the tables."""

    THIS_YEAR = "this_year"
    OTHER_YEAR = "other_year"  # 上年, 2019年 in a report of 2020
    PART_OF_YEAR = "part_of_year"  # 上半年, 第一季度
    CUMULATIVE = "cumulative"  # 自2008年以来
    DIFFERENCE = "difference"  # 同比增长 3 件


class Reach(StrEnum):
    """Whose figure the sentence says it is."""

    UNSTATED = "unstated"
    OWN = "own"  # 本机关, 我局, 办公室
    WHOLE = "whole"  # 全市, 各部门
    OTHER = "other"  # another body, named


class Fact(NamedTuple):
    """One figure of the prose.

    `kind` is the word of `nianbao.facts.kinds`; `value` is in cases, documents, 元 or %; `step` is 0 for an
    exact figure, else the place of its last printed digit (约 120 → 10, 1.2 万余 → 1000). `none` marks a
    zero said in words (未收到), `vague` a figure that may count a part only, or something else; `clause` are
    the words that lead to it, squeezed, where that depends on whether all of them are known. `section` is
    1–6 (0: the lead), `block` counts the section's blocks from 0, `start` and `end` are offsets into the
    plain text of that block; `sentence` is where its sentence starts, so that facts of one sentence can be
    told from others.
    """

    kind: str
    value: Decimal
    unit: str
    section: int
    block: int
    start: int
    end: int
    sentence: int
    step: Decimal = Decimal(0)
    relation: Relation = Relation.THIS_YEAR
    reach: Reach = Reach.UNSTATED
    none: bool = False
    vague: bool = False
    clause: str = ""

    def fits(self, figure: Decimal) -> bool:
        """Return whether the prose can mean this figure: equal, or as near as a rounded one is.

        >>> Fact("received", Decimal(120), "件", 1, 0, 0, 4, 0, step=Decimal(10)).fits(Decimal(127))
        True
        """
        return self.value == figure or abs(self.value - figure) < self.step
