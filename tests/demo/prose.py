"""What the reports say: an authority keeps most of its sentences from one year to the next."""

from collections.abc import Mapping, Sequence
from random import Random

from factory_prose import NUMERALS, TOPICS_OF_SECTION_1, statement
from nianbao.cells import Cell
from nianbao.forms import FORMS
from nianbao.model import Authority, Block, Heading, Paragraph, Section, TableSlot

NEW_SENTENCES = 0.2
"""Of the sentences of a report, how many are not those of the year before."""

FIGURES = (
    ("applications.new.total", "本年新收政府信息公开申请{}件"),
    ("applications.processed_total.total", "办结{}件"),
    ("applications.carried_forward.total", "结转下年度继续办理{}件"),
)
DISPUTES = (
    ("disputes.reconsideration.total", "因政府信息公开工作被申请行政复议{}件"),
    ("disputes.litigation_direct.total", "未经复议直接被提起行政诉讼{}件"),
)


def sections(
    form: str, owner: Authority, year: int, cells: Mapping[str, Cell], problems: Authority, told: int
) -> tuple[Section, ...]:
    """Return the six sections. Section 五 is that of `problems`, the authority itself unless it copies.

    `told` is added to the applications that section 三 tells: 0 where the prose agrees with the table.
    """
    blocks: dict[int, Sequence[Block]] = {
        1: _topics(owner, year),
        2: [_paragraph(owner, year, "2", 3)],
        3: [Paragraph(_told(FIGURES, cells, told) + _text(owner, year, "3", 2))],
        4: [Paragraph(_told(DISPUTES, cells, 0) + _text(owner, year, "4", 1))],
        5: [
            Heading(3, "（一）存在的主要问题"),
            _paragraph(problems, year, "5-1", 6),
            Heading(3, "（二）改进措施"),
            _paragraph(problems, year, "5-2", 6),
        ],
        6: [Paragraph("本年度没有收取信息处理费。")],
    }
    return tuple(
        Section(part.number, part.title, (*blocks[part.number], *_slots(form, part.number)))
        for part in FORMS[form].sections
    )


def lead(owner: Authority, year: int) -> tuple[Block, ...]:
    """Return what stands before the first section; the telephone number cannot exist."""
    period = f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    return (
        Paragraph(f"本报告由{owner.name}编制，机关、地名和数字均为虚构。{period}联系电话：000-0000000。"),
    )


def _slots(form: str, number: int) -> tuple[TableSlot, ...]:
    return tuple(TableSlot(table.id) for table in FORMS[form].tables if table.section == number)


def _topics(owner: Authority, year: int) -> list[Block]:
    blocks: list[Block] = [_paragraph(owner, year, "1", 3)]
    for number, topic in enumerate(TOPICS_OF_SECTION_1):
        blocks += [
            Heading(3, f"（{NUMERALS[number]}）{topic}"),
            _paragraph(owner, year, f"1-{number}", 2 + number % 3),
        ]
    return blocks


def _paragraph(owner: Authority, year: int, part: str, count: int) -> Paragraph:
    return Paragraph(_text(owner, year, part, count))


def _text(owner: Authority, year: int, part: str, count: int) -> str:
    return "".join(_sentence(owner, year, f"{owner.id}/{part}/{place}") for place in range(count))


def _sentence(owner: Authority, year: int, key: str) -> str:
    """Return the sentence in a place, as last rewritten in or before the year."""
    written = [past for past in range(2019, year + 1) if Random(f"{key}/{past}").random() < NEW_SENTENCES]
    region = owner.region
    name = region.township or region.county or region.prefecture or region.province
    return statement(Random(f"{key}/{written[-1:]}"), name, year) + "。"


def _told(parts: Sequence[tuple[str, str]], cells: Mapping[str, Cell], more: int) -> str:
    """Return a sentence with the figures that are known, `more` added to the first."""
    values = [cells[address].value for address, _ in parts]
    if None in values:
        return ""
    numbers = [values[0] + more, *values[1:]]
    clauses = (words.format(number) for (_, words), number in zip(parts, numbers, strict=True))
    return "，".join(clauses) + "。"
