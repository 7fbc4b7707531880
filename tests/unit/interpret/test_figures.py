"""How the text of a cell becomes a number, or why it does not."""

from decimal import Decimal

import pytest

from nianbao.cells import State
from nianbao.forms import FORMS, Column
from nianbao.interpret.figures import converted, parse_figure


def column(form: str, table: str, name: str) -> Column:
    found = FORMS[form].table(table)
    assert found
    return next(each for each in found.columns if each.id == name)


COUNT = column("2019-60", "art20_5", "items_prior_year")
CHANGE = column("2019-60", "art20_5", "items_change")
AMOUNT = column("2019-60", "art20_9", "amount")  # its header prints no unit
CHARGES = column("2021-30", "art20_8", "amount")  # its header prints 万元


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("59271", "59271"),
        (" 15 ", "15"),
        ("１５", "15"),
        ("1,204", "1204"),
        ("1，204", "1204"),
        ("1， 204", "1204"),
        ("12,345,678", "12345678"),
        ("3件", "3"),
        ("3 项", "3"),
    ],
)
def test_a_count_is_read(text: str, value: str) -> None:
    cell = parse_figure(text, COUNT)
    assert (cell.state, str(cell.value), cell.raw) == (State.REPORTED, value, text.strip())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+32", 32),
        ("-415", -415),
        ("－415", -415),
        ("−7", -7),
        ("—5", -5),
        ("增3", 3),
        ("增加3", 3),
        ("减5", -5),
        ("减少 5", -5),
        ("↓2", -2),
        ("12", 12),
        ("-0", 0),
        ("+(0) -(0)", 0),
    ],
)
def test_a_change_carries_its_sign(text: str, value: int) -> None:
    assert parse_figure(text, CHANGE).value == value


@pytest.mark.parametrize("text", ["—", "－", "-", "——", "⸺", "/", "／", "\\", "无", "○", "〇", "零"])
def test_a_mark_is_no_number(text: str) -> None:
    for each in (COUNT, CHANGE, AMOUNT, CHARGES):
        cell = parse_figure(text, each)
        assert (cell.state, cell.value, cell.raw) == (State.MARK, None, text)


@pytest.mark.parametrize(
    "text",
    [
        "1 234",
        "007",
        "00",
        "+32",
        "-5",
        "3.5",
        "1,23",
        "1,2345",
        "O",
        "l5",
        "?",
        "约3",
        "3万",
        "5²",
        "①",
        "三",
        "3-5",
        "0/0",
        "1234567890",
        "5元",
        "２ ３",
    ],
)
def test_what_is_no_clear_count_is_ambiguous_with_a_reason(text: str) -> None:
    cell = parse_figure(text, COUNT)
    assert (cell.state, cell.value, cell.raw) == (State.AMBIGUOUS, None, text)
    assert cell.why


@pytest.mark.parametrize("text", ["+(3) -(0)", "+3-2", "1 234", "+", "增", "+007", "减减5"])
def test_what_is_no_clear_change_is_ambiguous(text: str) -> None:
    assert parse_figure(text, CHANGE).value is None


@pytest.mark.parametrize(
    ("text", "header", "value"),
    [
        ("78.80 万元", "采购总金额", "78.80"),
        ("6314.18万元", "采购总金额", "6314.18"),
        ("75394432.52元", "采购总金额", "7539.443252"),
        ("8040", "采购总金额（元）", "0.8040"),
        ("8040", "采购总金额（单位：万元）", "8040"),
        ("1,204.5万元", "", "1204.5"),
        ("2亿元", "", "2E+4"),
        ("0", "采购总金额", "0"),
        ("0件", "", "0"),
        ("0元", "", "0"),
    ],
)
def test_an_amount_is_in_ten_thousand_yuan(text: str, header: str, value: str) -> None:
    assert str(parse_figure(text, AMOUNT, header=header).value) == value


def test_an_amount_without_a_unit_is_ambiguous_unless_it_is_zero() -> None:
    cell = parse_figure("8040", AMOUNT, header="采购总金额")
    assert (cell.state, cell.why) == (State.AMBIGUOUS, "原文未写明单位，不能确定是元还是万元")


def test_the_form_states_the_unit_of_the_charges() -> None:
    assert parse_figure("282.10", CHARGES).value == Decimal("282.10")
    assert parse_figure("50元", CHARGES, header="本年收费金额（单位：万元）").value == Decimal("0.0050")


@pytest.mark.parametrize(
    "text", ["-5万元", "1 204万元", "00.5万元", ".5万元", "5万", "约78万元", "78.8.0万元"]
)
def test_what_is_no_clear_amount_is_ambiguous(text: str) -> None:
    assert parse_figure(text, AMOUNT).state is State.AMBIGUOUS


def test_a_conversion_is_noticed() -> None:
    assert converted(parse_figure("8040元", AMOUNT))
    assert not converted(parse_figure("78.80万元", AMOUNT), "采购总金额（元）")
    assert not converted(parse_figure("0元", AMOUNT))


def test_an_empty_cell_is_blank() -> None:
    for text in ("", " ", "\u3000", "\u200b"):
        assert parse_figure(text, COUNT).state is State.BLANK
