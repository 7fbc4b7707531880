from datetime import date

import pytest

from nianbao.archive.front_matter import parse_yaml
from nianbao.errors import ContentError


def test_scalars_are_never_coerced() -> None:
    head = parse_yaml("a: 012\nb: 12:30\nc: no\nd: 2021-01-31\n", "x.md")

    assert [head.text(key) for key in "abc"] == ["012", "12:30", "no"]
    assert head.day("d") == date(2021, 1, 31)


@pytest.mark.parametrize(
    ("text", "where", "word"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.md:4", "twice"),
        ("a: 1\nb: &x 2\nc: *x\n", "x.md:3", "anchors"),
        ("a: !!python/object:os.system x\n", "x.md:2", "tags"),
        ("a: [1\n", "x.md:3", "YAML"),
        ("- 1\n", "x.md:2", "keys"),
        ("a: 1\n? [b]\n: 2\n", "x.md:3", "key"),
    ],
)
def test_unsafe_yaml_is_refused_with_its_line(text: str, where: str, word: str) -> None:
    with pytest.raises(ContentError, match=word) as error:
        parse_yaml(text, "x.md", first_line=2)

    assert error.value.where == where


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("year: 02020", "integer"),
        ("year: 二〇二〇", "integer"),
        ("year: 2020-02-30", "day"),
        ("year: {a: 1}", "text"),
        ("year: x", "mapping"),
        ("year: x", "mappings"),
        ("year: [{a: 1}]", "texts"),
    ],
)
def test_a_value_of_the_wrong_kind_is_an_error_with_its_line(line: str, read: str) -> None:
    head = parse_yaml(f"title: x\n{line}\n", "x.md")

    with pytest.raises(ContentError, match="year") as error:
        getattr(head, read)("year")

    assert error.value.where == "x.md:2"


def test_a_key_that_nobody_asked_for_is_an_error() -> None:
    head = parse_yaml("title: x\ntilte: y\n", "x.md")
    head.text("title")

    with pytest.raises(ContentError, match="tilte"):
        head.finish()
