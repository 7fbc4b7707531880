from datetime import date

import pytest

from nianbao.errors import ContentError
from nianbao.model import Scope
from nianbao.sidecar import Sidecar, parse_sidecar


def test_an_empty_sidecar_says_nothing() -> None:
    assert parse_sidecar("", "x.yml") == Sidecar()


def test_a_sidecar_states_what_the_text_does_not() -> None:
    text = (
        "url: https://www.example.gov.cn/2020.html\nretrieved: 2021-02-01\npublished: 2021-01-28\n"
        "authority: 桃尧镇人民政府\nregion: '441403'\nyear: 2020\nscope: aggregate\n"
    )

    assert parse_sidecar(text, "x.yml") == Sidecar(
        url="https://www.example.gov.cn/2020.html",
        retrieved=date(2021, 2, 1),
        published=date(2021, 1, 28),
        authority="桃尧镇人民政府",
        region="441403",
        year=2020,
        scope=Scope.AGGREGATE,
    )


@pytest.mark.parametrize(
    "line",
    [
        "url: javascript:alert(1)",
        "url: file:///etc/passwd",
        "url: 'http://[1'",
        "url: www.example.gov.cn",
        "year: 20",
        "year: 二〇二〇",
        "scope: all",
        "retrieved: 2021-02-30",
        "titel: x",
    ],
)
def test_an_impossible_value_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(ContentError) as error:
        parse_sidecar(f"# note\n{line}\n", "x.yml")

    assert error.value.where == "x.yml:2"
