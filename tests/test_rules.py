"""Every rule against its cases in `rules/<id>.yml`.

A case starts from a report of its form in which every cell is a reported 0 and changes what it names:
`cells` (address or pattern: a figure, `blank`, `missing`, `{mark: …}`, `{ambiguous: …}`, `{inferred: …}`,
`{reported: [figure, as printed]}`, `{merged: …}`; `placed` gives every cell a place),
`sections`, `period`, `scope`, `year`, `title`, `published`, `authority` (its fields and those of its region),
`lead` and `prose` (paragraphs, by section), `headings` (title by section), `notes` (code: text), `others`.
`others` are further reports of the archive, told in the same way.
`outcomes` must name every outcome of the rule that does not hold; one that holds is named where the case
is about it. `never` gives the reason why a verdict cannot occur.
"""

import dataclasses
import importlib
import pkgutil
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

from factory import with_places, zero_report
from nianbao import rules
from nianbao.cells import Cell, Place, State
from nianbao.model import Authority, Note, Paragraph, Period, Report, Scope, Section, TableSlot
from nianbao.rules import (
    RULES,
    Outcome,
    Rule,
    SeriesRule,
    Severity,
    Survey,
    Verdict,
    check,
    check_series,
    record,
)
from nianbao.rules.rule import RuleText

FOLDER = Path(__file__).parent / "rules"
PROOFS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yml"))
}
CASES = [
    pytest.param(rule, case, id=f"{rule}: {case['why']}")
    for rule, proof in PROOFS.items()
    for case in proof["cases"]
]
BY_ID = {rule.id: rule for rule in RULES}


def _cell(told: Any) -> Cell:
    if isinstance(told, dict):
        ((state, printed),) = told.items()
        if state == "merged":  # one printed figure for a whole row
            return Cell(State.REPORTED, Decimal(printed), str(printed), Place(1, 1))
        value, raw = printed if state == "reported" else (printed, printed)
        known = state in ("reported", "inferred")
        return Cell(State(state), Decimal(str(value)) if known else None, str(raw))
    if told in ("blank", "missing"):
        return Cell(State(told))
    return Cell(State.REPORTED, Decimal(str(told)), str(told))


def _cells(report: Report, told: dict[str, Any]) -> dict[str, Cell]:
    cells = dict(report.cells)
    for pattern, value in told.items():
        found = [address for address in cells if fnmatchcase(address, pattern)]
        assert found, f"no cell {pattern}"
        cells |= dict.fromkeys(found, _cell(value))
    return cells


def _section(section: Section, case: dict[str, Any]) -> Section:
    slots = [block for block in section.blocks if isinstance(block, TableSlot)]
    texts = case.get("prose", {}).get(section.number)
    blocks = section.blocks if texts is None else (*map(Paragraph, texts), *slots)
    return Section(section.number, case.get("headings", {}).get(section.number, section.title), blocks)


def _authority(authority: Authority, told: dict[str, str]) -> Authority:
    own = {key: text for key, text in told.items() if hasattr(authority, key)}
    region = dataclasses.replace(
        authority.region, **{key: text for key, text in told.items() if key not in own}
    )
    return dataclasses.replace(authority, **own, region=region)


def _report(case: dict[str, Any], form: str) -> Report:
    report = zero_report(case.get("form", form))
    report = with_places(report) if case.get("placed") else report
    sections = case.get("sections", [1, 2, 3, 4, 5, 6])
    period = case.get("period", [report.period.start, report.period.end])
    told = [_section(section, case) for section in report.sections if section.number in sections]
    return dataclasses.replace(
        report,
        title=case.get("title", report.title),
        authority=_authority(report.authority, case.get("authority", {})),
        published=case.get("published"),
        lead=tuple(map(Paragraph, case.get("lead", ()))),
        notes=tuple(Note(code, text) for code, text in case.get("notes", {}).items()),
        year=case.get("year", report.year),
        scope=Scope(case.get("scope", report.scope)),
        cells=_cells(report, case.get("cells", {})),
        sections=tuple(told),
        period=Period(*period) if period else None,
    )


def _other(told: dict[str, Any], form: str, number: int) -> Report:
    report = _report(told, form)
    return dataclasses.replace(report, source=dataclasses.replace(report.source, path=f"{number}.txt"))


def _outcomes(
    case: dict[str, Any], proof: str, applied: tuple[Rule | SeriesRule, ...]
) -> tuple[Outcome, ...]:
    form = PROOFS[proof].get("form", "2021-30")
    report = _report(case, form)
    others = [_other(told, form, number) for number, told in enumerate(case.get("others", ()), 1)]
    survey = Survey(map(record, (report, *others)))
    return (*check(report, applied), *check_series(report, survey.neighbours(record(report)), applied))


def _meets(outcome: Outcome, expected: dict[str, Any]) -> bool:
    figures = all(
        getattr(outcome, side) == (None if expected[side] is None else Decimal(str(expected[side])))
        for side in ("left", "right")
        if side in expected
    )
    return (
        figures
        and outcome.verdict == expected["verdict"]
        and expected.get("at", "") in (*outcome.cells, "")
        and expected.get("without") not in outcome.cells
        and expected.get("severity", outcome.severity) == outcome.severity
        and expected.get("doubt", outcome.doubt) == outcome.doubt
        and expected.get("words", len(outcome.words)) == len(outcome.words)
        and expected.get("says", "") in outcome.message
    )


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case_has_exactly_its_outcomes(rule: str, case: dict[str, Any]) -> None:
    outcomes = _outcomes(case, rule, (BY_ID[rule],))
    left_over = [outcome for outcome in outcomes if outcome.verdict is not Verdict.HOLDS]
    for expected in case["outcomes"]:
        met = [outcome for outcome in outcomes if _meets(outcome, expected)]
        assert len(met) == 1 or (met and expected["verdict"] == "holds"), (expected, outcomes)
        left_over = [outcome for outcome in left_over if outcome not in met]
    assert left_over == []


@pytest.mark.parametrize("rule", RULES, ids=BY_ID)
def test_a_rule_is_proved_for_every_verdict(rule: Any) -> None:
    proof = PROOFS[rule.id]
    shown = {expected["verdict"] for case in proof["cases"] for expected in case["outcomes"]}
    assert shown | set(proof.get("never", {})) == set(Verdict)
    assert not shown & set(proof.get("never", {}))
    assert proof["rule"] == rule.id


def test_every_rule_that_a_module_holds_is_applied() -> None:
    held = {
        rule.id
        for module in pkgutil.iter_modules(rules.__path__)
        for value in vars(importlib.import_module(f"nianbao.rules.{module.name}")).values()
        if isinstance(value, tuple)
        for rule in value
        if isinstance(rule, RuleText)
    }

    assert held <= set(BY_ID)
    assert {type(rule) for rule in RULES} == {Rule, SeriesRule}


def test_every_proof_is_of_a_rule() -> None:
    assert set(PROOFS) == set(BY_ID)
    assert len(BY_ID) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=BY_ID)
def test_a_rule_says_all_that_a_clerk_needs(rule: Any) -> None:
    for field in ("title", "formula", "reason", "cause", "fix", "source"):
        assert getattr(rule, field).strip(), field
    for field in ("reason", "cause", "fix"):
        assert getattr(rule, field).endswith("。"), field


@pytest.mark.parametrize("form", ["2019-60", "2021-30"])
def test_every_figure_of_a_report_of_zeros_holds(form: str) -> None:
    outcomes = check(with_places(zero_report(form)))

    assert {outcome.verdict for outcome in outcomes if outcome.cells} == {Verdict.HOLDS}


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_an_outcome_is_of_its_rule_and_speaks_in_a_sentence(rule: str, case: dict[str, Any]) -> None:
    report = _report(case, PROOFS[rule].get("form", "2021-30"))
    for outcome in _outcomes(case, rule, (BY_ID[rule],)):
        assert outcome.rule == rule
        assert list(Severity).index(outcome.severity) >= list(Severity).index(BY_ID[rule].severity)
        assert outcome.message.endswith("。")
        assert not any(address in outcome.message for address in outcome.cells)
        assert set(outcome.cells) <= set(report.cells)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_nothing_holds_on_a_cell_without_a_number(rule: str, case: dict[str, Any]) -> None:
    report = _report(case, PROOFS[rule].get("form", "2021-30"))
    held = [outcome for outcome in _outcomes(case, rule, RULES) if outcome.verdict is Verdict.HOLDS]
    assert [address for outcome in held for address in outcome.cells if not report.cells[address].known] == []
