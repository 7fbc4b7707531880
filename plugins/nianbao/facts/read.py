"""A report → the facts that its prose states."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple, TypeVar

from nianbao.facts.alls import all_of, finished_all, is_open
from nianbao.facts.applications import application_kinds
from nianbao.facts.decisions import PRIOR_ITEMS, shown
from nianbao.facts.documents import IN_FORCE, MADE_AND_SHOWN, swept
from nianbao.facts.fact import Fact, Reach, Relation
from nianbao.facts.inside import of_applicants
from nianbao.facts.kinds import ALL_FINISHED, ASIDE
from nianbao.facts.lists import MAY_LIST, lists
from nianbao.facts.numbers import Quantity, counts_names, quantities
from nianbao.facts.others import aside
from nianbao.facts.phrase import Phrase, phrases
from nianbao.facts.plain import is_vague
from nianbao.facts.rows_denied import NONE_AT_ALL
from nianbao.facts.scope import HAS_BECOME, YEAR_THEN, of_item, outside_brackets, reach, relation
from nianbao.facts.subjects import subject_kinds
from nianbao.facts.text import Squeezed, printed, sentences, without_name
from nianbao.facts.topics import (
    APPLICATIONS,
    DISPUTES,
    FEE,
    FOREIGN,
    IN_DISPUTE,
    NOT_OURS,
    RELEVANT,
    ROWS_ALONE,
    Mark,
    marks,
)
from nianbao.facts.zeros import Zero, zeros
from nianbao.model import Block, Heading, Report

_ZERO = Decimal(0)
_OPEN_INFORMATION = re.compile(
    r"信息公开|政务公开|依申请|未经(?:行政)?复议|复议后[再又仍还]?被?(?:起诉|提起)|原答复"
)
_SECTION_TOPIC = {3: APPLICATIONS, 4: DISPUTES}
_Standing = TypeVar("_Standing", Quantity, Mark)
_SHORT = 30  # characters: a line without figures that is so short is a heading, however it is set


class _Place(NamedTuple):
    """Where a block stands and what the words before it are about."""

    report: Report
    section: int
    block: int
    topic: str


def read_facts(report: Report) -> tuple[Fact, ...]:
    """Return every fact of lead and sections, in printed order."""
    result: list[Fact] = []
    for section, blocks in groupby(printed(report), key=lambda each: each.section):
        topic = _SECTION_TOPIC.get(section, "")
        for each in blocks:
            result.extend(_block_facts(each.squeezed, _Place(report, section, each.number, topic)))
            topic = _topic_after(each.block, each.squeezed.text, topic, section)
    return tuple(result)


def _topic_after(block: Block, text: str, topic: str, section: int) -> str:
    """Return the topic that a heading gives to what follows it."""
    if not isinstance(block, Heading) and (len(text) > _SHORT or text.endswith("。")):
        return topic
    named = [mark.topic for mark in marks(text) if mark.topic in (APPLICATIONS, *IN_DISPUTE)]
    if named:
        return named[-1] if len(named) == 1 else DISPUTES if named[-1] in IN_DISPUTE else APPLICATIONS
    return _SECTION_TOPIC.get(section, "")


def _block_facts(squeezed: Squeezed, place: _Place) -> Iterator[Fact]:
    squeezed = without_name(squeezed, place.report.authority.name)
    text = squeezed.text
    relevant = bool(place.topic) or any(word in text for word in RELEVANT)
    if not relevant and not MAY_LIST.search(text):
        return
    found = list(quantities(text))
    if not found and not (relevant and _MAY_DENY.search(text)):
        return
    named = marks(text) if relevant else []
    topic, whose = place.topic, Reach.UNSTATED
    proper = place.section == 4 or topic == APPLICATIONS  # below 依申请公开 情况 a dispute is about that
    for start, end in sentences(text):
        own = _between(named, start, end)
        proper = proper or bool(_OPEN_INFORMATION.search(text, start, end))
        may_deny = _MAY_DENY.search(text, start, end)
        denied = list(zeros(text, start, end, own, place.report.year)) if may_deny else []
        inside = [
            each
            for each in _between(found, start, end)
            if not any(zero.start <= each.start < zero.end for zero in denied)
        ]
        none = [each for each in denied if each.kinds]
        if inside or none or "均" in text[start:end] or "全部" in text[start:end]:
            row_alone = topic in NOT_OURS and not own and ROWS_ALONE.search(text, start, end)
            around = APPLICATIONS if row_alone else topic
            sentence = _Sentence(squeezed, start, end, place, own, around, proper, whose)
            facts = _sentence_facts(sentence, inside, none)
            yield from facts
            whose = _subject(facts, whose)
        topic = _topic_of(own, inside, topic)


def _subject(facts: Sequence[Fact], before: Reach) -> Reach:
    """Return whose figures the next sentence goes on about: not of the parts of a whole (其中各县 9 件)."""
    others = [fact.kind for fact in facts if fact.reach is Reach.OTHER]
    if len(others) != len({*others}):  # 从收件量看，教育局收到 9 件，水利局收到 5 件: about neither of them
        return Reach.UNSTATED
    reaches = list(dict.fromkeys(fact.reach for fact in facts))
    if len(reaches) > 1:
        return Reach.WHOLE if reaches == [Reach.WHOLE, Reach.OTHER] else Reach.UNSTATED
    return reaches[0] if reaches else before


def _topic_of(own: Sequence[Mark], inside: Sequence[Quantity], before: str) -> str:
    """Return what the next sentence goes on about; figures of something else take the topic with them."""
    counted = [mark for mark in own if inside and mark.start < inside[-1].start]
    if counted and counted[-1].topic == FOREIGN:
        return FOREIGN
    return next((mark.topic for mark in reversed(own) if mark.topic != FOREIGN), before)


def _between(places: Sequence[_Standing], start: int, end: int) -> Sequence[_Standing]:
    """Return what starts in a stretch of the text; `places` are in printed order."""
    first = bisect_left(places, start, key=_start_of)
    return places[first : bisect_left(places, end, first, key=_start_of)]


def _start_of(place: Quantity | Mark) -> int:
    return place.start


_MAY_DENY = re.compile("[未无没零]|不存在|不涉及|均|全部")


class _Sentence(NamedTuple):
    """A sentence of a block with its marks.

    `around` is the topic of what stands before it: in its block, else in its heading. `proper` says that a
    dispute here is one about open information, not any that the body has or hears; `whose` the figures
    before it in the block are.
    """

    squeezed: Squeezed
    start: int
    end: int
    place: _Place
    marks: Sequence[Mark]
    around: str
    proper: bool
    whose: Reach

    @property
    def text(self) -> str:
        return self.squeezed.text

    def fact(self, kind: str, found: Quantity, prefix: str, clause: str, none: bool = False) -> Fact:
        report, words = self.place.report, outside_brackets(prefix)
        return Fact(
            kind=kind,
            value=found.value,
            unit=found.unit,
            section=self.place.section,
            block=self.place.block,
            start=self.squeezed.place(found.start),
            end=self.squeezed.place(found.end - 1) + 1,
            sentence=self.squeezed.place(self.start),
            step=found.step,
            relation=relation(of_item(words), clause, self.text[found.end : self.end], report.year),
            reach=reach(words, report, self.whose),
            none=none,
        )


def _sentence_facts(sentence: _Sentence, found: list[Quantity], denied: list[Zero]) -> list[Fact]:
    result: list[Fact] = []
    if sentence.marks or sentence.around not in ("", FOREIGN):
        cases = [each for each in found if not counts_names(each, sentence.text)]
        for phrase in phrases(
            sentence.text, sentence.start, sentence.end, cases, sentence.marks, sentence.around
        ):
            result.extend(_phrase_facts(sentence, phrase, result))
        result.extend(_all_finished(sentence))
    result.extend(_denied_facts(sentence, denied, result))
    result.extend(lists(sentence, found))
    return sorted(result, key=lambda fact: fact.start)


def _phrase_facts(sentence: _Sentence, phrase: Phrase, before: list[Fact]) -> Iterator[Fact]:
    said = [fact.kind for fact in before if fact.relation is Relation.THIS_YEAR and fact.kind != ASIDE]
    became = HAS_BECOME.fullmatch(phrase.before) or YEAR_THEN.fullmatch(phrase.before)
    if before and became and before[-1].relation is Relation.OTHER_YEAR:
        kinds: Sequence[str] = (before[-1].kind,)  # 由上年的 9 件变为 7 件
    elif phrase.topic == APPLICATIONS:
        kinds = application_kinds(phrase, said, sentence.place.report.year)
        kinds = kinds if any(kinds) else aside(phrase)
    else:
        kinds = subject_kinds(phrase, said, sentence.proper)
    for kind in filter(None, kinds):
        fact = sentence.fact(kind, phrase.quantity, phrase.prefix, phrase.clause)
        if kind.endswith(PRIOR_ITEMS) or (kind.endswith(IN_FORCE) and fact.relation is Relation.CUMULATIVE):
            fact = fact._replace(relation=Relation.THIS_YEAR)  # which the table of this year has
        fact = fact._replace(clause="" if HAS_BECOME.fullmatch(phrase.before) else phrase.clause)
        yield fact._replace(vague=kind.endswith(MADE_AND_SHOWN) or swept(phrase, kind) or shown(phrase, kind))
        if all_are := all_of(phrase, kind):
            vague = is_vague(fact, sentence.place.report) or is_open(all_are, kind)
            yield fact._replace(kind=all_are, vague=vague)


def _denied_facts(sentence: _Sentence, denied: list[Zero], before: Sequence[Fact]) -> Iterator[Fact]:
    for zero in denied:
        place = sentence.squeezed.place(zero.start)
        said = [fact.kind for fact in before if fact.start < place]
        prefix = sentence.text[sentence.start : zero.start]
        clause = prefix[max(prefix.rfind("，"), prefix.rfind("；")) + 1 :]
        for kind in filter(None, of_applicants(zero.kinds, clause, "".join(said[-1:]))):
            if kind == FEE and _THE_REST.search(clause):
                continue
            words = sentence.text[zero.start : zero.end]
            if kind.split(".")[0] not in IN_DISPUTE or sentence.proper or NONE_AT_ALL.fullmatch(words):
                found = Quantity(_ZERO, _ZERO, "", zero.start, zero.end)
                fact = sentence.fact(kind, found, prefix, clause, none=True)
                yield fact._replace(clause=clause + words)


_THE_REST = re.compile(r"其余|其他|除")  # 其余申请均未收费


def _all_finished(sentence: _Sentence) -> Iterator[Fact]:
    text = sentence.text[sentence.start : sentence.end]
    found = finished_all(text)
    if found and [mark.topic for mark in sentence.marks[-1:]] == [APPLICATIONS]:
        start, end = sentence.start + found.start(), sentence.start + found.end()
        quantity = Quantity(Decimal(100), _ZERO, "%", start, end)
        yield sentence.fact(ALL_FINISHED, quantity, text[: found.start()], found[0])


__all__ = ["Reach", "read_facts"]
