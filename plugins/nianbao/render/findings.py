"""What the rules found, as numbered sentences with links to the cells and words, and as marks on those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.acknowledgements import Acknowledgement
from nianbao.forms import FORMS
from nianbao.render.levels import LEVELS, level, misread
from nianbao.render.trail import Link
from nianbao.rules.rule import Outcome, Severity, Words
from nianbao.rules.wording import CELL_PLACES, figure

# The word and the symbol say what the colour says.
SYMBOLS = {Severity.ERROR: "✕", Severity.WARNING: "△", Severity.NOTICE: "○"}
WORDS = {Severity.ERROR: "不符", Severity.WARNING: "可疑", Severity.NOTICE: "提示"}
EXPLAINED = ("◇", "已说明")
MISREAD = "可能是我们读错了：所涉的格子里有推得、修补或读不准的，请先对照原文。"
"""What stands beside a finding that may be our own misreading."""

# An equation over a whole column looks at twenty cells: only its last one, the total, is outlined then.
_CELLS_OUTLINED = 4
_PARTS = ("正文开头", *(f"第{numeral}部分的文字" for numeral in "一二三四五六"))

_NAMES = {
    form.id: {
        table.address(row.id, column.id): f"{row.label} · {column.label}"
        for table in form.tables
        for row in table.rows
        for column in table.columns
    }
    for form in FORMS.values()
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule for a reader.

    `kind` is the class of its look: a severity, `misread` or `explained`. `cells` and `words` are links to
    what is outlined and marked on the same page; `clerk` and `proposal` may be empty, `reason` is why an
    explained finding stands. `table` is the id of the table below which it is told again.
    """

    number: int
    kind: str
    symbol: str
    word: str
    message: str
    rule: str
    clerk: str
    proposal: str
    reason: str
    cells: tuple[Link, ...]
    words: tuple[Link, ...]
    table: str
    outcome: Outcome

    @property
    def id(self) -> str:
        """The fragment id of the sentence."""
        return f"finding-{self.number}"


class Mark(NamedTuple):
    """What a finding does to a cell: a class, and the finding to point at (None: only looked at)."""

    kind: str
    finding: Finding | None = None


class Span(NamedTuple):
    """Marked words in one block of the prose: offsets into its plain text, the finding, the fragment id."""

    start: int
    end: int
    finding: Finding
    id: str


def proposal(outcome: Outcome, form: str) -> str:
    """Return the smallest repair in words, empty where there is none. It is never made by us."""
    suspect = outcome.suspect
    if suspect is None:
        return ""
    place = CELL_PLACES.get(form, {}).get(suspect.cell, suspect.cell)
    return f"{place}若是 {figure(suspect.value)}，所在的行和栏就都能对上。这是推算，没有采用。"


def findings(
    failed: Sequence[Outcome],
    form: str,
    explained: Sequence[tuple[Outcome, Acknowledgement]] = (),
) -> tuple[Finding, ...]:
    """Return the broken rules, the loudest first, then those that somebody has explained; from 1."""
    ordered = sorted(failed, key=lambda outcome: LEVELS.index(level(outcome)))
    told = (*((outcome, None) for outcome in ordered), *explained)
    return tuple(_finding(number, *pair, form) for number, pair in enumerate(told, 1))


def marks(found: Iterable[Finding]) -> dict[str, Mark]:
    """Return the mark of every cell a broken rule looked at; the first finding, the loudest, wins."""
    result: dict[str, Mark] = {}
    for finding in found:
        main = main_cells(finding.outcome)
        for address in finding.outcome.cells:
            mark = Mark(finding.kind, finding) if address in main else Mark("part")
            if address not in result or result[address].finding is None:
                result[address] = mark
    return result


def spans(found: Iterable[Finding], section: int) -> dict[int, tuple[Span, ...]]:
    """Return the marked words of one section by block, in the order of the findings."""
    result: dict[int, tuple[Span, ...]] = {}
    for finding in found:
        for number, words in enumerate(finding.outcome.words, 1):
            if words.section == section:
                span = Span(words.start, words.end, finding, f"{finding.id}-words-{number}")
                result[words.block] = (*result.get(words.block, ()), span)
    return result


def main_cells(outcome: Outcome) -> tuple[str, ...]:
    """Return the cells to outline: all of a few, the last of many, which is the total."""
    return outcome.cells if len(outcome.cells) <= _CELLS_OUTLINED else outcome.cells[-1:]


def _finding(number: int, outcome: Outcome, entry: Acknowledgement | None, form: str) -> Finding:
    main = main_cells(outcome)
    kind, symbol, word = _look(outcome, entry)
    return Finding(
        number=number,
        kind=kind,
        symbol=symbol,
        word=word,
        message=outcome.message,
        rule=outcome.rule,
        clerk=outcome.clerk,
        proposal=proposal(outcome, form),
        reason=f"{entry.why}（{entry.who}，{entry.when}）" if entry else "",
        cells=_cell_links(main, _NAMES.get(form, {})),
        words=_word_links(number, outcome.words),
        table=main[-1].partition(".")[0] if main else "",
        outcome=outcome,
    )


def _look(outcome: Outcome, entry: Acknowledgement | None) -> tuple[str, str, str]:
    """Return class, symbol and word."""
    if entry:
        return ("explained", *EXPLAINED)
    if misread(outcome):
        return ("misread", "?", "可能是我们读错了")
    return (str(outcome.severity), SYMBOLS[outcome.severity], WORDS[outcome.severity])


def _cell_links(addresses: Iterable[str], names: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(Link(names[address], f"#{address}") for address in addresses if address in names)


def _word_links(number: int, words: Sequence[Words]) -> tuple[Link, ...]:
    return tuple(
        Link(_PARTS[place.section], f"#finding-{number}-words-{index}")
        for index, place in enumerate(words, 1)
    )
