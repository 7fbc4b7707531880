"""`nianbao build` on real folders: what is written, what is kept, what is said."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nianbao.cli import main
from sites import ROOT

RAW = ROOT / "content" / "raw"
SHAOGANG = "reports/64/640381-shaogangzhen/2020.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with the originals and nothing made of them yet."""
    shutil.copytree(RAW, tmp_path / "content" / "raw")
    return tmp_path / "content"


def build(content: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--content", str(content), *options])


def files(content: Path) -> dict[str, bytes]:
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in sorted((content / "reports").rglob("*"))
        if path.is_file()
    }


def test_the_committed_archive_is_what_the_originals_give(content: Path) -> None:
    done = build(content)

    assert done.exit_code == 0, done.output
    assert files(content) == files(ROOT / "content")


def test_building_twice_changes_nothing(content: Path) -> None:
    build(content)
    before = files(content)

    done = build(content)

    assert "没有变化" in done.output
    assert files(content) == before


def test_check_shows_a_difference_and_writes_nothing(content: Path) -> None:
    build(content)
    report = content / SHAOGANG
    report.write_text(
        report.read_text("utf-8").replace("| 规章 | 0 | 0 | 0 |", "| 规章 | 0 | 0 | 7 |"), "utf-8"
    )
    before = files(content)

    done = build(content, "--check")

    assert done.exit_code == 1
    assert "-| 规章 | 0 | 0 | 7 |" in done.output
    assert "+| 规章 | 0 | 0 | 0 |" in done.output
    assert files(content) == before


def test_check_passes_on_an_archive_that_is_up_to_date(content: Path) -> None:
    build(content)

    assert build(content, "--check").exit_code == 0


BAD_FILES = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
    "letter.txt": "关于开会的通知\n\n请于周五到会。\n".encode(),
    "nobody.txt": "政府信息公开工作\n\n一、总体情况\n\n政府信息公开工作进展顺利。\n".encode(),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_original_is_named_and_stops_no_other(content: Path, name: str) -> None:
    (content / "raw" / name).write_bytes(BAD_FILES[name])

    done = build(content)

    assert done.exit_code == 1
    assert name in done.output
    assert files(content) == files(ROOT / "content")


def test_an_original_in_gb18030_is_read_like_one_in_utf_8(content: Path) -> None:
    original = content / "raw" / "002_60799c090932cf1e.txt"
    original.write_bytes(original.read_text("utf-8").encode("gb18030"))

    done = build(content)

    assert done.exit_code == 0, done.output
    body = (content / SHAOGANG).read_text("utf-8").partition("\nreader:")[2]
    assert body == (ROOT / "content" / SHAOGANG).read_text("utf-8").partition("\nreader:")[2]


def test_a_link_among_the_originals_is_refused(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("桃尧镇2020年政府信息公开工作年度报告", "utf-8")
    (content / "raw" / "link.txt").symlink_to(secret)
    (content / "raw" / "folder").symlink_to(tmp_path)

    done = build(content)

    assert done.exit_code == 1
    assert "link.txt: 是符号链接" in done.output
    assert "folder: 是符号链接" in done.output
    assert files(content) == files(ROOT / "content")


def test_two_originals_for_one_authority_year_and_scope_are_both_named_and_neither_wins(
    content: Path,
) -> None:
    raw = content / "raw"
    text = (raw / "002_60799c090932cf1e.txt").read_text("utf-8")
    (raw / "second.txt").write_text(text.replace("1035条", "1036条"), "utf-8")

    done = build(content)

    assert done.exit_code == 1
    assert "002_60799c090932cf1e.txt、second.txt" in done.output
    assert SHAOGANG not in files(content)
    assert len(files(content)) == len(files(ROOT / "content")) - 2


def test_a_conflict_leaves_the_report_of_the_archive_as_it_is(content: Path) -> None:
    build(content)
    before = files(content)
    text = (content / "raw" / "002_60799c090932cf1e.txt").read_text("utf-8")
    (content / "raw" / "second.txt").write_text(text.replace("1035条", "1036条"), "utf-8")

    assert build(content).exit_code == 1
    assert files(content) == before


def test_a_copy_of_the_same_bytes_is_no_conflict(content: Path) -> None:
    shutil.copy(content / "raw" / "002_60799c090932cf1e.txt", content / "raw" / "copy.txt")

    assert build(content).exit_code == 0
    assert files(content) == files(ROOT / "content")


def test_an_aggregate_report_stands_beside_the_own_one(content: Path) -> None:
    raw = content / "raw"
    text = (raw / "004_ee4e1e8ab542a5d9.txt").read_text("utf-8")
    (raw / "all.txt").write_text(text.replace("59271", "59272"), "utf-8")
    (raw / "all.txt.yml").write_text("scope: aggregate\n", "utf-8")

    done = build(content)

    assert done.exit_code == 0, done.output
    assert {"reports/14/141002-yaoduqu/2020.md", "reports/14/141002-yaoduqu/2020-aggregate.md"} <= set(
        files(content)
    )


def test_a_township_that_several_counties_have_asks_for_its_region(content: Path) -> None:
    (content / "raw" / "000_e31ae3f1b2656242.txt.yml").unlink()

    done = build(content)

    assert done.exit_code == 1
    assert "region: 六位区划代码" in done.output


def test_a_wrong_sidecar_is_named_with_its_line(content: Path) -> None:
    (content / "raw" / "001_5937ca3af0d8f695.txt.yml").write_text("region: '411328'\nyaer: 2023\n", "utf-8")

    done = build(content)

    assert done.exit_code == 1
    assert "raw/001_5937ca3af0d8f695.txt.yml:2: yaer" in done.output


def test_a_report_whose_original_is_gone_is_removed_with_its_empty_folders(content: Path) -> None:
    build(content)
    (content / "raw" / "002_60799c090932cf1e.txt").unlink()

    done = build(content)

    assert done.exit_code == 0
    assert f"删除 {SHAOGANG}" in done.output
    assert not (content / "reports" / "64").exists()


def test_a_report_whose_original_cannot_be_read_now_is_kept(content: Path) -> None:
    build(content)
    before = files(content)
    (content / "raw" / "002_60799c090932cf1e.txt").write_bytes(b"")

    assert build(content).exit_code == 1
    assert files(content) == before


def test_a_damaged_report_is_made_anew_from_its_original(content: Path) -> None:
    build(content)
    before = files(content)
    (content / SHAOGANG).write_text("---\ntitle: [\n---\n", "utf-8")

    assert build(content).exit_code == 0
    assert files(content) == before


def test_without_originals_nothing_is_deleted(content: Path) -> None:
    build(content)
    before = files(content)
    shutil.rmtree(content / "raw")

    done = build(content)

    assert done.exit_code == 1
    assert "没有这个目录" in done.output
    assert files(content) == before


def test_an_authority_keeps_the_folder_it_was_given(content: Path) -> None:
    build(content)
    old = content / "reports" / "64" / "640381-shaogangzhen"
    given = old.with_name("640381-shaogang")
    old.rename(given)
    for report in given.glob("*.md"):
        report.write_text(
            report.read_text("utf-8").replace("640381-shaogangzhen", "640381-shaogang"), "utf-8"
        )

    assert build(content).exit_code == 0
    assert given.is_dir()
    assert not old.exists()


CORRECTION = """corrections:
- cell: applications.denied.state_secret.total
  from: blank
  to: '0'
  why: 纸质原件此格为 0
  who: 张三
  when: 2026-11-01
"""


def correct(content: Path, text: str, name: str = "14/141002-yaoduqu/2020.yml") -> None:
    path = content / "corrections" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def test_a_correction_is_applied_last_and_told(content: Path) -> None:
    correct(content, CORRECTION)

    assert build(content).exit_code == 0
    report = (content / "reports/14/141002-yaoduqu/2020.md").read_text("utf-8")
    assert "| 1\\.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |" in report
    assert "人工更正" in report
    assert build(content, "--check").exit_code == 0


def test_a_correction_that_no_longer_fits_is_an_error_and_the_report_stays(content: Path) -> None:
    build(content)
    before = files(content)
    correct(content, CORRECTION.replace("from: blank", "from: '7'"))

    done = build(content)

    assert done.exit_code == 1
    assert "corrections/14/141002-yaoduqu/2020.yml:2" in done.output
    assert "now reads blank, not 7" in done.output
    assert files(content) == before


def test_a_correction_without_its_report_is_named(content: Path) -> None:
    correct(content, CORRECTION, "14/141002-yaoduqu/2031.yml")

    done = build(content)

    assert done.exit_code == 1
    assert "corrections/14/141002-yaoduqu/2031.yml: 没有对应的年报" in done.output
    assert files(content) == files(ROOT / "content")
