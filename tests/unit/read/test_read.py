"""What is accepted as a raw file, and how its bytes become text."""

import pytest

from nianbao.errors import SourceError
from nianbao.read import Grid, Line, read

TEXT = "桃尧镇2020年政府信息公开工作年度报告\n\n一、总体情况\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空"),
        (b" \n\t", "空"),
        ("\ufeff".encode(), "空"),
        (TEXT.encode() + b"\0\1\2", "二进制"),
        (b"\x7fELF\0\0", "二进制"),
        (TEXT.encode() + b"\xff\xff\xff", "编码"),
        ("今天天气很好。".encode(), "政府信息公开"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04\x14\0", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "DOC"),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>" + "天气".encode(), "政府信息公开"),
        (b"<!-- saved -->\n<HTML lang=zh>", "政府信息公开"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name_and_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(data, "raw/a.txt")
    assert refused.value.where == "raw/a.txt"
    assert reason in refused.value.what


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_is_told_by_the_bytes(codec: str) -> None:
    document = read(TEXT.encode(codec), "a.txt")
    assert document.text == TEXT
    assert document.blocks[0] == Line("桃尧镇2020年政府信息公开工作年度报告", document.blocks[0].at)  # type: ignore[union-attr]
    assert document.media_type == "text/plain"


def test_the_type_is_told_by_the_content_not_by_the_name() -> None:
    assert read(TEXT.encode(), "report.pdf").text == TEXT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_count_lines_whatever_ends_them(end: str) -> None:
    blocks = read(TEXT.replace("\n", end).encode(), "a.txt").blocks
    assert [str(block.at) for block in blocks if isinstance(block, Line)] == ["L1C1", "L3C1"]


def test_control_characters_become_blanks() -> None:
    blocks = read(TEXT.replace("总体", "总\x07体\u2028").encode(), "a.txt").blocks
    assert [block.text for block in blocks if isinstance(block, Line)][1] == "一、总 体 情况"


def test_a_text_without_table_marks_is_prose() -> None:
    assert not any(isinstance(block, Grid) for block in read(TEXT.encode(), "a.txt").blocks)
