"""An error that nobody foresaw is about one file, and says where it happened."""

import pytest

from nianbao.cli.defects import contained
from nianbao.errors import ContentError, SourceError


def test_a_defect_names_the_file_and_the_line_to_report() -> None:
    with pytest.raises(SourceError) as caught, contained("某县2023.html"):
        [][1]

    assert str(caught.value).startswith("某县2023.html: 程序出错（IndexError，test_defects.py 第 11 行）")


@pytest.mark.parametrize(
    "error", [ContentError("a.md:3", "缺少年度"), OSError(28, "no space"), KeyboardInterrupt()]
)
def test_what_the_file_is_not_to_blame_for_stays_as_it_is(error: BaseException) -> None:
    with pytest.raises(type(error)) as caught, contained("a.txt"):
        raise error

    assert caught.value is error
