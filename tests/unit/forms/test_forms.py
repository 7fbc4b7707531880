from collections.abc import Callable
from importlib.resources import files

import pytest
import yaml

from nianbao.errors import FormError
from nianbao.forms import FORMS, normalise, parse_form

TEXT = (files("nianbao.forms") / "2021-30.yml").read_text("utf-8")


def changed(edit: Callable[[dict], None]) -> str:
    """Return the 2021 form's YAML after `edit`."""
    raw = yaml.safe_load(TEXT)
    edit(raw)
    return yaml.safe_dump(raw, allow_unicode=True)


def table(raw: dict, table_id: str) -> dict:
    return next(entry for entry in raw["tables"] if entry["id"] == table_id)


@pytest.mark.parametrize(("form_id", "cells", "equations"), [("2019-60", 198, 40), ("2021-30", 200, 42)])
def test_a_form_has_the_official_number_of_cells_and_equations(
    form_id: str, cells: int, equations: int
) -> None:
    form = FORMS[form_id]

    assert len(set(form.addresses())) == len(list(form.addresses())) == cells
    assert sum(1 for entry in form.tables for _ in entry.equations()) == equations


def test_only_changes_of_items_may_be_negative() -> None:
    signed = {
        f"{entry.id}.{column.id}"
        for form in FORMS.values()
        for entry in form.tables
        for column in entry.columns
        if column.signed
    }

    assert signed == {"art20_5.items_change", "art20_6.items_change", "art20_8.items_change"}


def test_outcomes_of_the_2021_form_add_up_over_all_leaves() -> None:
    applications = FORMS["2021-30"].table("applications")
    assert applications
    outcomes = [row.id for row in applications.rows if row.path and row.id != "processed_total"]
    identity = next(entry for entry in applications.identities if entry.id == "APP-03")

    assert list(identity.left) == outcomes
    assert len(outcomes) == 21


@pytest.mark.parametrize(
    ("edit", "where", "word"),
    [
        (lambda raw: raw.update(colour="red"), "forms/x.yml", "colour"),
        (lambda raw: raw.pop("issued"), "forms/x.yml", "issued"),
        (lambda raw: raw.update(issued="spring"), "forms/x.yml.issued", "date"),
        (lambda raw: raw["tables"].append(raw["tables"][0]), "forms/x.yml.tables", "twice"),
        (lambda raw: raw["tables"][0].update(id="art20_7"), "forms/x.yml.tables[0].id", "art20_7"),
        (lambda raw: raw["tables"][0].update(colums=[]), "forms/x.yml.tables[0]", "colums"),
        (lambda raw: raw["tables"][0].update(printed="tall"), "forms/x.yml.tables[0].printed", "grid"),
        (lambda raw: raw["tables"][0].update(rows="none"), "forms/x.yml.tables[0].rows", "list"),
        (
            lambda raw: raw["tables"][0]["columns"][0].update(unit="元"),
            "forms/x.yml.tables[0].columns[0].unit",
            "元",
        ),
        (
            lambda raw: raw["tables"][0]["rows"][1].update(label="规 章"),
            "forms/x.yml.tables[0].rows",
            "label '规章'",
        ),
        (
            lambda raw: table(raw, "applications")["rows"][3].update(keys=["公开"]),
            "forms/x.yml.tables[4].rows",
            "'公开'",
        ),
        (
            lambda raw: table(raw, "applications")["identities"][0].update(formula="new = processed"),
            "forms/x.yml.tables[4].identities[0].formula",
            "'processed'",
        ),
        (
            lambda raw: table(raw, "disputes")["identities"][0].update(rows=["appeal"]),
            "forms/x.yml.tables[5].identities[0].rows",
            "'appeal'",
        ),
        (
            lambda raw: table(raw, "disputes")["identities"][0].update(formula="upheld +"),
            "forms/x.yml.tables[5].identities[0].formula",
            "a + b",
        ),
        (lambda raw: raw["sections"][0].update(number=7), "forms/x.yml.sections[0].number", "1 to 6"),
    ],
)
def test_a_wrong_form_is_refused_with_file_and_key(
    edit: Callable[[dict], None], where: str, word: str
) -> None:
    with pytest.raises(FormError) as error:
        parse_form(changed(edit), "forms/x.yml")

    assert error.value.where == where
    assert word in error.value.what


def test_yaml_that_does_not_parse_is_a_form_error() -> None:
    with pytest.raises(FormError, match="YAML"):
        parse_form("id: [", "forms/x.yml")


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("社 会 公 益 组 织", "社会公益组织"),
        ("(三) 不予公 开", "（三）不予公开"),
        ("3. 危及‘三安全一稳 定’", "3.危及“三安全一稳定”"),
        ("1、属于国家秘密", "1.属于国家秘密"),
        ("1．属于国家秘密", "1.属于国家秘密"),
        ("（1）属于国家秘密", "1.属于国家秘密"),
        ("（六）其它处理", "（六）其他处理"),
        ("本年收费金额(单位:万元)", "本年收费金额（单位：万元）"),
        ("规章：指本级政府制定的规章", "规章"),
        ("本年增／减", "本年增/减"),
        ("四、结转下年度 继续办理", "四、结转下年度继续办理"),
    ],
)
def test_printed_variants_of_a_label_meet(printed: str, official: str) -> None:
    assert normalise(printed) == normalise(official)


def test_an_ordinal_alone_is_not_emptied() -> None:
    assert normalise("一、") != ""
    assert normalise("12") == "12"
