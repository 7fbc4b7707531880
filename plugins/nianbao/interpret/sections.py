"""The prose of a report: lead and sections, with sub-headings and the tables where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nianbao.forms import Form
from nianbao.interpret.headings import heading_level, plain, section_title
from nianbao.interpret.lines import Item
from nianbao.interpret.tables import Tables
from nianbao.model import Block, Heading, Note, Paragraph, Section, TableSlot


class Prose(NamedTuple):
    """What stands before the first section, the sections by number, and what is odd about them."""

    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def read_prose(items: Sequence[Item], title: frozenset[int], tables: Tables, form: Form | None) -> Prose:
    """Return everything that is not a cell of a recognised table, in printed order."""
    blocks: dict[int, list[Block]] = {0: []}
    titles: dict[int, str] = {}
    slots: set[str] = set()
    for index, item in enumerate(items):
        if item.heads:
            titles[item.heads] = section_title(item.text)
            blocks.setdefault(item.heads, [])
        elif index in tables.owner:
            if tables.owner[index] not in slots:
                slots.add(tables.owner[index])
                blocks[item.section].append(TableSlot(tables.owner[index]))
        elif index not in title:
            blocks[item.section].append(_block(item))
    sections = tuple(Section(number, titles[number], tuple(blocks[number])) for number in sorted(titles))
    return Prose(tuple(blocks[0]), sections, tuple(_notes(items, tables, form, titles)))


def _block(item: Item) -> Block:
    level = heading_level(item.text) if item.alone else 0
    text = plain(item.text) or item.text
    return Heading(level, text, item.at) if level else Paragraph(text, item.at)


def _notes(
    items: Sequence[Item], tables: Tables, form: Form | None, titles: dict[int, str]
) -> Iterator[Note]:
    unread = [
        item
        for index, item in enumerate(items)
        if len(item.row) > 1 and index not in tables.owner and not item.heads
    ]
    if unread:
        yield Note("rows-unread", f"有 {len(unread)} 行表格不属于规定格式，按文字收录", unread[0].at)
    if form is None:
        names = dict.fromkeys(range(1, 7), "")
    else:
        names = {section.number: section.title for section in form.sections}
    for number in names:
        if number in titles:
            continue
        name = f"（{names[number]}）" if names[number] else ""
        table = next(
            (
                index
                for index, owner in tables.owner.items()
                if form and (found := form.table(owner)) and found.section == number
            ),
            None,
        )
        if table is None:
            yield Note("section-missing", f"原文没有第{'一二三四五六'[number - 1]}部分{name}")
        else:
            text = f"原文缺少第{'一二三四五六'[number - 1]}部分{name}的标题，它的表格在原处列出"
            yield Note("section-heading-lost", text, items[table].at)
