"""Paragraphs printed line by line are whole again; headings, titles and what is on one line stay apart."""

from itertools import pairwise

import pytest

from nianbao.cells import Place
from nianbao.read import Line
from nianbao.read.document import DocumentBlock
from nianbao.repair.wrapped import join_wrapped_lines

FIRST = (
    "2023年，本镇坚持依法公开、及时公开、准确公开，把群众关心的事项放在前面，"
    "制作目录一份，修订指南一份，回应咨询三百零六次，组织业务学习四次，做到有问必答。"
)
SECOND = (
    "（一）主动公开情况。通过政府网站、公示栏和广播公开各类信息，内容包括财政预算、"
    "惠农补贴、工程招标、征地补偿，同时在村务公开栏张贴，方便不上网的村民查看，收到意见27条。"
)
THIRD = "全年收到政府信息公开申请15件，上年结转2件，予以公开11件，部分公开3件，结转下年度继续办理3件。"
HEADING = "（二）依申请公开情况"


def wrapped(*paragraphs: str, width: int = 28, indent: int = 2) -> tuple[str, ...]:
    """Return the lines of a page so many characters wide; figures are never broken, stops never first."""
    found = []
    for text in paragraphs:
        line, room = "", width - indent
        for number, letter in enumerate(text):
            inside = number and text[number - 1].isdigit() and letter.isdigit()
            printed = sum(0.5 if each.isascii() else 1 for each in line)
            if printed > room - 1 and not inside and letter not in "，。、；":
                found.append(line)
                line, room = "", width
            line += letter
        found.append(line)
    return tuple(found)


def lines(*texts: str) -> tuple[DocumentBlock, ...]:
    return tuple(Line(text, Place(number)) for number, text in enumerate(texts, 1))


def joined(*texts: str) -> list[str]:
    return [block.text for block in join_wrapped_lines(lines(*texts)) if isinstance(block, Line)]


@pytest.mark.parametrize("width", [20, 28, 40])
def test_paragraphs_printed_line_by_line_are_whole(width: int) -> None:
    paragraphs = (FIRST, SECOND, HEADING, THIRD, FIRST, SECOND)
    assert joined("二、总体情况", *wrapped(*paragraphs, width=width)) == ["二、总体情况", *paragraphs]


def test_a_joined_paragraph_stands_where_its_first_line_does() -> None:
    found = join_wrapped_lines(lines(*wrapped(FIRST, SECOND, THIRD)))
    assert found[0] == Line(FIRST, Place(1))
    assert found[1] == Line(SECOND, Place(1 + len(wrapped(FIRST))))


@pytest.mark.parametrize(
    "texts",
    [
        (FIRST, SECOND, HEADING, THIRD),  # each on one line
        ("（一）组织领导、制度建设情况", FIRST, "（二）平台建设、监督保障情况", SECOND) * 3,
        ("某某县某某镇人民政府2023年政府信息公开工作年度报告", *wrapped(FIRST)[:3]),  # too few lines
    ],
)
def test_lines_that_show_no_margin_stay_as_they_are(texts: tuple[str, ...]) -> None:
    assert joined(*texts) == list(texts)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("某某省某某市某某县某某镇人民政府2023年政府信息公开年度报告", "根据条例编制本报告。"),
        ("（三）政府信息管理和政府信息公开平台建设以及监督保障工作", "落实三审三校制度。"),
        ("做到依法公开、及时公开、准确公开，把群众关心的事项放在前面", "二、主动公开政府信息情况"),
        ("做到依法公开、及时公开、准确公开，把群众关心的事放前面24", "1条信息。"),  # which number is not told
        ("做到依法公开、及时公开、准确公开，把群众关心的事放在前面。", "下一步继续努力。"),
        ("做到依法公开、及时公开、准确公开，把群众关心的事项放在前面", ""),  # of control characters
    ],
)
def test_a_full_line_is_not_joined_to_what_is_not_its_paragraph(above: str, below: str) -> None:
    page = wrapped(FIRST, SECOND, THIRD)
    assert (above, below) in pairwise(joined(*page, above, below))


def test_words_of_latin_letters_keep_their_blank() -> None:
    page = wrapped(FIRST, SECOND, THIRD)
    found = joined(*page, "本镇在门户网站、政务新媒体公开信息，并接入全国一体化平台 Open", "Data，供下载。")
    assert found[-1].endswith("Open Data，供下载。")
