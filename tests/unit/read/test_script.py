"""Mirrors convert the characters of a report; its words are read all the same, and its figures are kept."""

import pytest

from nianbao.forms import FORMS
from nianbao.interpret import Reading, interpret
from nianbao.read import read
from nianbao.read.script import in_simplified_script

REPORT = (
    "臨湘市長安街道辦事處2022年政府信息公開工作年度報告",
    "根據《中華人民共和國政府信息公開條例》，編製本報告。",
    "二、主動公開政府信息情況",
    "第二十條第（一）項\t\t\t",
    "信息內容\t本年制發件數\t本年廢止件數\t現行有效件數",
    "規章\t0\t0\t0",
    "行政規範性文件\t1,024\t2\t31",
    "第二十條第（八）項\t\t\t",
    "信息內容\t本年收費金額（單位：萬元）\t\t",
    "行政事業性收費\t12.5\t\t",
    "三、收到和處理政府信息公開申請情況",
    "一、本年新收政府信息公開申請數量\t1\t0\t0\t0\t0\t0\t1",
    "三、本年度辦理結果\t（一）予以公開\t1\t0\t0\t0\t0\t0\t1",
    "\t（三）不予公開\t3.危及“三安全一穩定”\t0\t0\t0\t0\t0\t0\t0",
    "\t（五）不予處理\t2.重複申請\t0\t0\t0\t0\t0\t0\t0",
    "五、存在的主要問題及改進情況",
)
PAGE = "<html><head><meta charset=utf-8></head><body>{}</body></html>"


def marked_up(lines: tuple[str, ...]) -> bytes:
    rows = (
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>"
        if "\t" in line
        else f"<p>{line}"
        for line in lines
    )
    parts = ((f"<table>{row}</table>" if row.startswith("<tr>") else row) for row in rows)
    return PAGE.format("".join(parts)).encode()


def readings(line: str) -> str:
    return line.replace("開", "開(kāi)").replace("數", "數(shù)").replace("報", "報（bào）")


def of(data: bytes) -> Reading:
    return interpret(read(data, "a.txt"), FORMS)


@pytest.mark.parametrize("annotate", [str, readings])
@pytest.mark.parametrize("written", [lambda lines: "\n".join(lines).encode(), marked_up])
def test_a_report_in_traditional_characters_is_read(annotate, written) -> None:  # type: ignore[no-untyped-def]
    found = of(written(tuple(map(annotate, REPORT))))
    assert (found.form, found.year, found.authority_name) == ("2021-30", 2022, "临湘市长安街道办事处")
    known = {at: str(cell.value) for at, cell in found.cells.items() if cell.known and cell.value}
    assert known == {
        "art20_1.normative_documents.issued": "1024",
        "art20_1.normative_documents.repealed": "2",
        "art20_1.normative_documents.in_force": "31",
        "art20_8.administrative_charges.amount": "12.5",
        "applications.new.natural_person": "1",
        "applications.new.total": "1",
        "applications.granted.natural_person": "1",
        "applications.granted.total": "1",
    }
    codes = [note.code for note in found.notes]
    assert "script-converted" in codes
    assert (annotate is readings) == ("readings-dropped" in codes)


@pytest.mark.parametrize(
    "text",
    [
        "政府信息公开小程序(app)、公众号(wx)",
        "乾县、於潜镇、著名的後海",
        "“開”字招牌",
        "石(dàn)",
        "收到申请(a)2件",
    ],
)
def test_a_text_in_simplified_characters_stays(text: str) -> None:
    assert in_simplified_script(text) == (text, ())


def test_a_character_becomes_one_character_so_that_places_keep() -> None:
    text = "\n".join(REPORT)
    assert len(in_simplified_script(text).text) == len(text)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
@pytest.mark.parametrize("cut", [1, 2])
def test_a_text_cut_inside_its_last_character_is_read_up_to_there(codec: str, cut: int) -> None:
    whole = "桃溪镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\t0\t0\t0\n行政许"
    data = whole.encode(codec)[: -cut if codec == "utf-8" else -1]
    document = read(data, "a.txt")
    assert document.text == whole[:-1]
    assert [(note.code, str(note.at)) for note in interpret(document, FORMS).notes][-1] == (
        "source-cut",
        "L4C2",
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("臨汾市堯都區", "临汾市尧都区"),
        ("遷西縣灑河橋鎮", "迁西县洒河桥镇"),
        ("陝西省鄠邑區", "陕西省鄠邑区"),
    ],
)
def test_names_of_places_are_written_in_simplified_characters(printed: str, name: str) -> None:
    assert in_simplified_script(f"{printed}2022年政府信息公開工作年度報告，數據0件").text.startswith(name)
