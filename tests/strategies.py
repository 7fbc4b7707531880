"""Hypothesis strategies for reports with odd text in every field; what the model forbids is left out."""

import dataclasses
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from factory import YEARS, make_report
from factory_prose import ODD_INSIDE, ODD_STARTS
from nianbao.cells import Cell, State
from nianbao.forms import FORMS
from nianbao.model import (
    Block,
    Heading,
    Note,
    Paragraph,
    Period,
    Report,
    Scope,
    Section,
    Source,
    TableSlot,
)

# No surrogates, control characters or line separators: a line of a report has none of them.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
_MARKDOWN = st.sampled_from("#*_`|\\<>&[](){}!-+=~^$:;.\"'%@0123456789 　，。")
_ODD = st.sampled_from(
    (*ODD_INSIDE, *ODD_STARTS, "\\", "\\|", "---", "...", "null", "true", "1e3", "- [ ] ", "&#10;")
)


def lines(minimum: int = 1) -> st.SearchStrategy[str]:
    """Return a single line without white space at its ends, at least `minimum` (0 or 1) characters long."""
    pieces = st.lists(
        st.one_of(_ODD, st.text(_MARKDOWN, max_size=6), st.text(_CHARACTERS, max_size=8)), max_size=5
    )
    texts = pieces.map(lambda found: "".join(found).strip())
    return texts if minimum == 0 else texts.map(lambda text: text or "无")


def counts() -> st.SearchStrategy[Decimal]:
    """Return figures of any sign with up to six decimals."""
    return st.decimals(min_value=-(10**9), max_value=10**9, places=6) | st.integers(-50, 10**6).map(Decimal)


def cells() -> st.SearchStrategy[Cell]:
    """Return a cell of any state."""
    printed, why = lines(), lines(0)
    return st.one_of(
        counts().map(lambda value: Cell(State.REPORTED, value, f"{value}")),
        st.builds(lambda value, raw: Cell(State.REPORTED, value, raw), counts(), printed),
        st.builds(
            lambda value, raw, why, by: Cell(State.INFERRED, value, raw, why=why, by=by),
            counts(),
            printed,
            why,
            st.sampled_from(("APP-01", "APP-02")),
        ),
        why.map(lambda text: Cell(State.BLANK, why=text)),
        st.sampled_from(("—", "/", "无", "-", "|", "－", "＼")).map(lambda raw: Cell(State.MARK, raw=raw)),
        why.map(lambda text: Cell(State.MISSING, why=text)),
        st.builds(lambda raw, why: Cell(State.AMBIGUOUS, raw=raw, why=why), lines(0), why),
    )


def _blocks() -> st.SearchStrategy[list[Block]]:
    prose: st.SearchStrategy[Block] = st.one_of(
        st.builds(Paragraph, lines()), st.builds(Heading, st.sampled_from((3, 4, 5)), lines())
    )
    return st.lists(prose, max_size=4)


def _dates() -> st.SearchStrategy[date]:
    return st.dates(date(2009, 1, 1), date(2030, 12, 31))


@st.composite
def _sections(draw: st.DrawFn, form: str) -> tuple[Section, ...]:
    """Draw sections in order; only one without tables may be lost, so that every table has its place."""
    sections = []
    for number in sorted({2, 3, 4} | draw(st.sets(st.sampled_from((1, 5, 6))))):
        blocks = draw(_blocks())
        for table in FORMS[form].tables:
            if table.section == number:
                blocks.insert(draw(st.integers(0, len(blocks))), TableSlot(table.id))
        sections.append(Section(number, draw(lines()), tuple(blocks)))
    return tuple(sections)


@st.composite
def _source(draw: st.DrawFn) -> Source:
    return Source(
        path=draw(lines()),
        sha256=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        bytes=draw(st.integers(0, 10**9)),
        media_type=draw(st.sampled_from(("text/plain", "text/html", "application/pdf"))),
        url=draw(lines(0)),
        retrieved=draw(st.none() | _dates()),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report that obeys the model and is odd everywhere else; it has no places in the original."""
    form = draw(st.sampled_from(sorted(FORMS)))
    base = make_report(draw(st.integers(0, 500)), year=draw(st.sampled_from(YEARS)), form=form)
    changed = draw(st.dictionaries(st.sampled_from(tuple(base.cells)), cells(), max_size=8))
    return dataclasses.replace(
        base,
        title=draw(lines()),
        authority=dataclasses.replace(base.authority, name=draw(lines()), body=draw(lines(0))),
        source=draw(_source()),
        lead=tuple(draw(_blocks())),
        sections=draw(_sections(form)),
        cells={**base.cells, **changed},
        scope=draw(st.sampled_from(Scope)),
        period=draw(st.none() | st.builds(Period, _dates(), _dates())),
        published=draw(st.none() | _dates()),
        notes=tuple(
            draw(
                st.lists(st.builds(Note, st.from_regex(r"[a-z_]{3,12}", fullmatch=True), lines()), max_size=3)
            )
        ),
    )
