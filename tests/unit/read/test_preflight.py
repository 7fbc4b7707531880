"""Files made to harm are refused before anything unpacks or parses them."""

import io
import time
import zipfile

import pytest

from docx_factory import document, docx, paragraph, run
from nianbao.errors import SourceError
from nianbao.read import preflight, read

GOOD = docx(document(paragraph(run("政府信息公开"))))


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def with_parts(parts: dict[str, str | bytes]) -> bytes:
    return docx(document(paragraph(run("政府信息公开"))), parts)


def twice_the_same() -> bytes:
    packed = io.BytesIO(GOOD)
    with pytest.warns(UserWarning), zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("word/document.xml", document(paragraph(run("另一份"))))
    return packed.getvalue()


def test_an_ordinary_document_passes() -> None:
    assert read(GOOD, "a.docx").text == "政府信息公开"


# Named by what is wrong: an archive holds the time at which it was made, which no test may be called by.
HOSTILE = {
    "bomb": (with_parts({"word/media/a.bin": bytes(preflight.MAX_UNPACKED)}), "超过上限"),
    "squeezed": (with_parts({"word/media/a.bin": bytes(3_000_000)}), "压缩比"),
    "crowded": (with_parts({f"word/{at}.xml": "<a/>" for at in range(preflight.MAX_ENTRIES)}), "部件"),
    "twice": (twice_the_same(), "同名"),
    "archive": (zipped({"a.txt": b"x"}), "压缩包"),
    "workbook": (zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), "不是 DOCX"),
    "half": (GOOD[: len(GOOD) // 2], "损坏"),
    "beginning": (GOOD[:40], "损坏"),
    "overwritten": (GOOD[:200] + b"\xff" * 20 + GOOD[220:], "损坏"),
    "encrypted": (
        GOOD.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
        "密码",
    ),
}


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_or_broken_archive_is_refused_at_once(data: bytes, reason: str) -> None:
    start = time.process_time()
    with pytest.raises(SourceError, match=reason):
        preflight.check_docx(data, "a.docx")
    assert time.process_time() - start < 1


DECLARED = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "name", ["word/document2.xml", "word/_rels/footnotes.xml.rels", "customXml/item1.xml"]
)
def test_a_declaration_in_any_part_is_refused(name: str, codec: str) -> None:
    part = f"<?xml version='1.0'?><!-- {'x' * 2_000_000} -->{DECLARED}<a>&x;</a>".encode(codec)
    data = io.BytesIO(GOOD)
    with zipfile.ZipFile(data, "a") as archive:  # stored, so that its size is no reason to refuse it
        archive.writestr(name, part)
    with pytest.raises(SourceError, match="docx-dtd"):
        read(data.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "另存为 DOCX"),
        (b"{\\rtf1\\ansi ...}", "另存为 DOCX"),
    ],
)
def test_an_old_format_says_what_to_do(data: bytes, advice: str) -> None:
    with pytest.raises(SourceError, match=advice):
        read(data, "a.doc")


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000,
        "".join(f"<b id={number}><p>" for number in range(100_000)),
        "<table>" * 50_000,
        "<br>" * (preflight.MAX_TAGS + 1),
        "a" * (preflight.MAX_MARKUP + 1),
    ],
)
def test_a_page_that_no_parser_should_see_is_refused_at_once(markup: str) -> None:
    start = time.process_time()
    with pytest.raises(SourceError):
        preflight.check_markup(markup, "a.html")
    assert time.process_time() - start < 10


def test_a_page_with_end_tags_left_out_is_no_deep_page() -> None:
    preflight.check_markup("<ul>" + "<li><p>x<br>" * 5_000 + "</ul>" + "<table>" + "<tr><td>1" * 5_000, "a")


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr>" + "<td rowspan=65000 colspan=65000>政府信息公开" * 300,
        "".join(f"<b id={number}><p>" for number in range(900)) + "政府信息公开",
        "<!---->" * 20_000 + "政府信息公开",
        "<p>政府信息公开" + "扫一扫" * 39,
        "<p>政府信息公开" + "<a href=x>主动公开<table><td>" * 300,
        "<p>政府信息公开" + " " * 500_000 + "。",
        "<p>政府信息公开" + "来源：" * 100_000,
    ],
)
def test_a_page_made_to_take_long_is_read_in_seconds(markup: str) -> None:
    start = time.process_time()
    assert "政府信息公开" in read(f"<html><body>{markup}".encode(), "a.html").text
    assert time.process_time() - start < 10
