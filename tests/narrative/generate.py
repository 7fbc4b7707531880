"""A report with figures of its form and prose of known truth, made from a seed."""

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import NamedTuple

from factory import make_labelled
from factory_authorities import authority
from narrative import figures
from narrative.slots import SLOTS, Slot, accepted, value
from narrative.template import Source, Template
from nianbao.model import Heading, Paragraph, Report, Scope, Section, TableSlot

OWN = (
    "{we}",
    "我单位",
    "我们",
    "本机关{year}",
    "本机关收到",
)  # words that an aggregate report does not say of its tables
SUFFIXES = ("局", "镇", "乡", "街道", "区", "县", "市", "州", "省", "委", "办", "厅")


class Planted(NamedTuple):
    """A figure of the prose that contradicts the tables."""

    slot: str
    left: Decimal
    right: Decimal
    loud: bool
    sentence: str


class Case(NamedTuple):
    """A report, the sentences in it, and the one contradiction planted (None: it is clean)."""

    report: Report
    planted: Planted | None


def generate(seed: int, source: Source, clean: bool) -> Case | None:
    """Return a report, or None where this seed gives no sentence of that kind (nothing to deny)."""
    rng = Random(f"narrative/{seed}/{clean}")
    report = _report(rng, seed)
    usable = [each for each in source.sentences if _usable(each, report)]
    truthful = [each for each in usable if _true(each, report)]
    chosen = rng.sample(truthful, min(len(truthful), rng.randint(3, 6)))
    planted: Planted | None = None
    lines: list[tuple[int, str]] = []
    if not clean:
        wrong = [each for each in usable if not _true(each, report) or (each.slots and not each.denied)]
        template = rng.choice(wrong)
        planted, text = _contradiction(rng, template, report)
        if planted is None:
            return None
        lines.append((template.section, text))
        about = _about(template)
        chosen = [each for each in chosen if each != template and not about & _about(each)]
    others = (*chosen, *rng.sample(source.distractors, 5))
    lines += [(template.section, _render(rng, template, report, {})) for template in others]
    rng.shuffle(lines)
    return Case(_with_prose(rng, report, lines), planted)


def _about(template: Template) -> set[str]:
    return {*template.slots, *template.denied}


def _report(rng: Random, seed: int) -> Report:
    year = rng.randint(2019, 2025)
    report, _ = make_labelled(seed, year=year, authority=authority(rng.randint(0, 400)), damage=False)
    return report


def _usable(template: Template, report: Report) -> bool:
    known = SLOTS[report.form]
    if any(word in template.text for word in OWN) and report.scope is Scope.AGGREGATE:
        return False
    if "{whole}" in template.text and report.scope is Scope.OWN:
        return False
    return all(name in known for name in _about(template))


def _true(template: Template, report: Report) -> bool:
    known = SLOTS[report.form]
    return not any(value(known[name], report.cells) for name in template.denied)


def _contradiction(rng: Random, template: Template, report: Report) -> tuple[Planted | None, str]:
    known = SLOTS[report.form]
    if template.denied:
        name = next(name for name in template.denied if value(known[name], report.cells))
        text = _render(rng, template, report, {})
        return Planted(name, Decimal(0), value(known[name], report.cells), known[name].loud, text), text
    name = rng.choice(template.slots)
    slot = known[name]
    wrong = _wrong(rng, slot, report)
    if wrong in _all_figures(template, report):
        return None, ""  # the same figure said of another slot of the sentence is no clear truth
    text = _render(rng, template, report, {name: wrong})
    return Planted(name, wrong, value(slot, report.cells), slot.loud, text), text


def _all_figures(template: Template, report: Report) -> set[Decimal]:
    return {value(SLOTS[report.form][name], report.cells) for name in template.slots}


def _wrong(rng: Random, slot: Slot, report: Report) -> Decimal:
    right = value(slot, report.cells)
    taken = accepted(slot, report.cells)
    if slot.cells[0].startswith("applications.processed_total"):
        brought = report.cells["applications.brought_forward.total"].value or Decimal(0)
        taken.add(right - brought)
    ways = (right + 1, right + rng.randint(2, 60), right * 10 + 3, max(right - 1, Decimal(0)), right + 100)
    return next(way for way in rng.sample(ways, len(ways)) if way not in taken)


def _render(rng: Random, template: Template, report: Report, wrong: dict[str, Decimal]) -> str:
    known, words = SLOTS[report.form], _words(report)
    style = figures.style(rng)
    filled = dict(words)
    for name in template.slots:
        figure = wrong.get(name, value(known[name], report.cells))
        filled[name] = figures.Shown(figure, rng.choice(known[name].units), style)
    return template.text.format(**filled, **figures.noise(rng, style))


def _words(report: Report) -> dict[str, object]:
    owner, year = report.authority, report.year
    short = owner.region.township or owner.region.county or owner.name
    name = owner.body or short if owner.kind == "department" else short
    suffix = next((end for end in sorted(SUFFIXES, key=len, reverse=True) if name.endswith(end)), "机关")
    own = "本机关" if suffix == "机关" else f"我{suffix}"
    return {
        "year": year, "last": year - 1, "next": year + 1, "self": name, "we": own,
        "whole": f"全{suffix}" if suffix in "区县市州省" else "全市",
    }  # fmt: skip


def _with_prose(rng: Random, report: Report, lines: Sequence[tuple[int, str]]) -> Report:
    sections = []
    for section in report.sections:
        slots = [block for block in section.blocks if isinstance(block, TableSlot)]
        own = [text for number, text in lines if number == section.number]
        prose: list[Paragraph | Heading] = [Paragraph(text) for text in own]
        if section.number == 1 and len(own) > 1 and rng.random() < 0.5:
            prose = [Paragraph("".join(own[:2])), *(Paragraph(text) for text in own[2:])]
        sections.append(Section(section.number, section.title, (*prose, *slots)))
    return dataclasses.replace(report, sections=tuple(sections))
