"""Word documents: what a reader sees on the page is what is read, and nothing from outside the file."""

import io
import zipfile
from pathlib import Path

import pytest

from docx_factory import (
    W,
    cell,
    control,
    deleted,
    document,
    docx,
    inserted,
    paragraph,
    row,
    run,
    table,
    text_box,
)
from nianbao.errors import SourceError
from nianbao.read import Grid, Line, read

HEAD = paragraph(run("桃溪镇2023年政府信息公开工作年度报告"))
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>"
SHOWN = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>7</w:t></w:r>'
STRUCK = "<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r>"
FIELD = f'<w:fldSimple w:instr=" =SUM(LEFT) ">{run("19")}</w:fldSimple>'
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'


def cells(*rows: str) -> list[list[str]]:
    found = read(docx(document(HEAD, table(rows))), "a.docx")
    (grid,) = [block for block in found.blocks if isinstance(block, Grid)]
    return [[each.text for each in printed] for printed in grid.rows]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (paragraph(run("12"), inserted("34")), "1234"),
        (paragraph(deleted("12"), inserted("34")), "34"),
        (paragraph('<w:moveFrom w:id="1">' + run("1") + "</w:moveFrom>", run("2")), "2"),
        (control(paragraph(run("5"))), "5"),
        (paragraph(control(run("6"))), "6"),
        (paragraph(text_box("8")), "8"),
        (paragraph(run("1"), run("2")) + paragraph(run("3")), "12 3"),
        (paragraph(run("商业")) + paragraph(run("企业")), "商业企业"),
        (paragraph(HIDDEN, run("8")), "8"),
        (paragraph(SHOWN, run("8")), "78"),
        (paragraph(STRUCK, run("8")), "7 8"),
        (paragraph(run("5"), RAISED), "5 2"),
        (paragraph("<w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r>"), "1 2"),
        (table([row(cell(paragraph(run("9"))))]) + paragraph(), "9"),
        (paragraph(), ""),
        (paragraph(FIELD), "19"),
        (paragraph(f'<w:bdo w:val="ltr">{FIELD}</w:bdo>'), "19"),
    ],
)
def test_a_cell_is_what_the_page_shows(content: str, text: str) -> None:
    assert cells(row(cell(paragraph(run("标签"))), cell(content))) == [["标签", text]]


def test_merged_cells_are_expanded() -> None:
    words = {word: paragraph(run(word)) for word in "abcde"}
    assert cells(
        row(cell(words["a"], 2), cell(words["b"], merge="start")),
        row(cell(words["c"]), cell(words["d"]), cell(paragraph(), merge="on")),
        control(row(cell(words["e"]), cell(paragraph()), cell(paragraph(run("1"))))),
    ) == [["a", "", "b"], ["c", "d", ""], ["e", "", "1"]]


def test_a_row_deleted_with_tracked_changes_is_not_read() -> None:
    kept = row(cell(paragraph(run("规章"))), cell(paragraph(run("1"))))
    gone = row(cell(paragraph(run("规章"))), cell(paragraph(run("2"))), properties='<w:del w:id="1"/>')
    assert cells(kept, gone) == [["规章", "1"]]


def test_links_and_parts_outside_of_the_file_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary", encoding="utf-8")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="i" Type="{kind}/image" Target="{secret.as_uri()}" TargetMode="External"/>'
        f'<Relationship Id="l" Type="{kind}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>'
        "</Relationships>"
    )
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:blipFill><a:blip xmlns:r="{kind}" r:link="i"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    link = f'<w:hyperlink xmlns:r="{kind}" r:id="l">{run("条例")}</w:hyperlink>'
    data = docx(document(HEAD, paragraph(drawing, link)), {"word/_rels/document.xml.rels": relations})

    found = read(data, "a.docx")

    assert found.text == "桃溪镇2023年政府信息公开工作年度报告\n条例"
    assert found.media_type.endswith("wordprocessingml.document")


def test_a_style_map_in_the_file_is_not_obeyed() -> None:
    rows = table([row(cell(paragraph(run("规章"))), cell(paragraph(run("1"))))])
    data = docx(document(HEAD, rows), {"mammoth/style-map": "table => !"})
    assert any(isinstance(block, Grid) for block in read(data, "a.docx").blocks)


def lines_of(head: str, title: str) -> list[str]:
    header = f"<w:hdr {W}>{paragraph(run(head[:2]), run(head[2:]))}</w:hdr>"
    data = docx(document(paragraph(run(title)), paragraph(run("一、总体情况"))), {"word/header1.xml": header})
    return [block.text for block in read(data, "a.docx").blocks if isinstance(block, Line)]


def test_the_head_of_the_pages_tells_who_reports_where_the_title_does_not() -> None:
    title = "2023年政府信息公开工作年度报告"
    assert lines_of("甲县水利局", title)[:2] == ["来源：甲县水利局", title]
    assert lines_of("甲县水利局", f"甲县水利局{title}")[0] == f"甲县水利局{title}"
    assert lines_of("第 1 页", title)[0] == title


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels"])
def test_a_damaged_part_is_refused_with_a_reason(part: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(document(HEAD)))) as old, zipfile.ZipFile(data, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, b"<a" if entry.filename == part else old.read(entry))
    with pytest.raises(SourceError, match="损坏") as refused:
        read(data.getvalue(), "raw/a.docx")
    assert refused.value.where == "raw/a.docx"


def test_a_damaged_head_of_the_pages_keeps_no_one_from_reading_the_rest() -> None:
    for header in ("<w:hdr", "<w:hdr><w:vanish/>"):
        found = read(docx(document(HEAD), {"word/header1.xml": header}), "a.docx")
        assert found.text == "桃溪镇2023年政府信息公开工作年度报告"
