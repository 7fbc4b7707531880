"""The meanings of rows and columns as data."""

import pytest

from nianbao.errors import FormError
from nianbao.render.glossary_page import glossary_view
from nianbao.render.meanings import MEANINGS, parse_meanings


def test_every_meaning_is_used() -> None:
    used = {term.meaning.key for group in glossary_view().groups for term in (*group.rows, *group.columns)}
    assert used == set(MEANINGS)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: [", "meanings.yml"),
        ("- a", "meanings.yml"),
        ("a.b: text", "meanings.yml.a.b"),
        ("a.b: {law: x}", "meanings.yml.a.b"),
        ("a.b: {meaning: x, lwa: y}", "meanings.yml.a.b"),
    ],
)
def test_a_wrong_entry_is_an_error_with_its_place(text: str, where: str) -> None:
    with pytest.raises(FormError) as error:
        parse_meanings(text, "meanings.yml")
    assert error.value.where == where
