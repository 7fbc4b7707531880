"""What the reports say: an authority writes again what it wrote, as authorities do.

Of a report's sentences half are word for word those of the year before, a sixth have new figures, a sixth
are rewritten in part, a sixth are new. A report has 1,900 characters, as the five originals of the
repository have on average.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import blake2b

from factory_prose import NUMERALS, SENTENCES, SLOTS, TOPICS_OF_SECTION_1
from nianbao.cells import Cell
from nianbao.forms import FORMS
from nianbao.model import Authority, Block, Heading, Paragraph, Report, Scope, Section, TableSlot

NEW_SENTENCES, NEW_WORDS, NEW_FIGURES = 0.15, 0.05, 0.2
"""Of the sentences of a report, and of the words and figures in the others, how many are drawn anew."""

MOST = {"n": 4000, "m": 90, "k": 30, "month": 12}

FIGURES = (
    ("本年新收政府信息公开申请{}件", ("applications.new.total",)),
    ("办结{}件", ("applications.processed_total.total",)),
    ("结转下年度继续办理{}件", ("applications.carried_forward.total",)),
)
LAWSUITS = ("disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total")
DISPUTES = (
    ("因政府信息公开工作被申请行政复议{}件", ("disputes.reconsideration.total",)),
    ("被提起行政诉讼{}件", LAWSUITS),
)
SUPERVISION = "本年度把政府信息公开列入工作考核，开展了社会评议，没有发生责任追究的情形。"
COVERS = {
    Scope.OWN: "所列数据只是本机关的，不含所属部门和下级机关。",
    Scope.AGGREGATE: "所列数据汇总了本级各部门和下级机关。",
}


def sections(report: Report, problems: Authority, told: int) -> tuple[Section, ...]:
    """Return the six sections. Section 五 is that of `problems`, the authority itself unless it copies.

    `told` is added to the applications that section 三 tells: 0 where the prose agrees with the table.
    """
    owner, year, cells = report.authority, report.year, report.cells
    blocks: dict[int, Sequence[Block]] = {
        1: [*_topics(owner, year), *([] if told else [Paragraph(SUPERVISION)])],
        2: [_paragraph(owner, year, "2", 4)],
        3: [Paragraph(_told(FIGURES, cells, told) + _text(owner, year, "3", 2))],
        4: [Paragraph(_told(DISPUTES, cells, 0) + _text(owner, year, "4", 1))],
        5: [
            Heading(3, "（一）存在的主要问题"),
            _paragraph(problems, year, "5-1", 8),
            Heading(3, "（二）改进措施"),
            _paragraph(problems, year, "5-2", 8),
        ],
        6: [Paragraph("本年度没有收取信息处理费。")],
    }
    return tuple(
        Section(part.number, part.title, (*blocks[part.number], *_slots(report.form, part.number)))
        for part in FORMS[report.form].sections
    )


def lead(report: Report) -> tuple[Block, ...]:
    """Return what stands before the first section; the telephone number cannot exist."""
    period = f"统计期限自{report.year}年1月1日起至{report.year}年12月31日止。"
    who = f"本报告由{report.authority.name}编制，机关、地名和数字均为虚构。"
    return (Paragraph(f"{who}{COVERS[report.scope]}{period}联系电话：000-0000000。"),)


def _slots(form: str, number: int) -> tuple[TableSlot, ...]:
    return tuple(TableSlot(table.id) for table in FORMS[form].tables if table.section == number)


def _topics(owner: Authority, year: int) -> list[Block]:
    blocks: list[Block] = [_paragraph(owner, year, "1", 4)]
    for number, topic in enumerate(TOPICS_OF_SECTION_1):
        blocks += [
            Heading(3, f"（{NUMERALS[number]}）{topic}"),
            _paragraph(owner, year, f"1-{number}", 3 + number % 3),
        ]
    return blocks


def _paragraph(owner: Authority, year: int, part: str, count: int) -> Paragraph:
    return Paragraph(_text(owner, year, part, count))


def _text(owner: Authority, year: int, part: str, count: int) -> str:
    return "".join(_sentence(owner, year, f"{owner.id}/{part}/{place}") for place in range(count))


def _sentence(owner: Authority, year: int, key: str) -> str:
    """Return the sentence in a place: pattern, words and figures are each as old as chance has it."""
    region = owner.region
    name = region.township or region.county or region.prefecture or region.province
    pattern = _drawn(key, year, NEW_SENTENCES)
    words = _Words(partial(_drawn, f"{key}/{pattern}", year), year=str(year), name=name)
    return SENTENCES[pattern % len(SENTENCES)].format_map(words) + "。"


class _Words(dict[str, str]):
    """The words and figures of a sentence, each drawn when its pattern asks for it."""

    def __init__(self, drawn: Callable[[float, str], int], **known: str) -> None:
        super().__init__(known)
        self.drawn = drawn

    def __missing__(self, slot: str) -> str:
        if slot in MOST:
            return str(1 + self.drawn(NEW_FIGURES, slot) % MOST[slot])
        words = SLOTS[slot.rstrip("2") if slot not in SLOTS else slot]
        return words[self.drawn(NEW_WORDS, slot) % len(words)]


def _drawn(key: str, year: int, share: float, slot: str = "") -> int:
    """Return a number drawn in the last year in which this `share` of draws fell on the key."""
    numbers = (_number(f"{key}/{slot}/{past}") for past in range(year, 2018, -1))
    return next((number for number in numbers if number < share * 2**32), _number(f"{key}/{slot}"))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest())


def _told(parts: Sequence[tuple[str, Sequence[str]]], cells: Mapping[str, Cell], more: int) -> str:
    """Return a sentence with the sums of these cells, `more` added to the first."""
    clauses = []
    for words, addresses in parts:
        values = [cells[address].value or 0 for address in addresses]
        clauses.append(words.format(sum(values) + more))
        more = 0
    return "，".join(clauses) + "。"
