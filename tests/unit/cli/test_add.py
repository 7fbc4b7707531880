from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nianbao.cli import main
from sites import ROOT

RAW = ROOT / "content" / "raw"
YAODU = next(RAW.glob("004*.txt"))
TAOYAO = next(RAW.glob("000*.txt"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "raw").mkdir(parents=True)
    return tmp_path / "content"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_an_original_is_put_in_place_with_its_source_and_can_be_built(content: Path) -> None:
    done = run("add", YAODU, "--content", content, "--url", "https://www.example.gov.cn/1.html")

    assert done.exit_code == 0, done.output
    target = content / "raw" / "141002-yaoduqu-2020.txt"
    assert target.read_bytes() == YAODU.read_bytes()
    assert "https://www.example.gov.cn/1.html" in target.with_name(f"{target.name}.yml").read_text("utf-8")
    assert "尧都区人民政府" in done.output
    assert run("build", "--content", content).exit_code == 0
    assert (content / "reports/14/141002-yaoduqu/2020.md").is_file()


def test_nothing_is_copied_while_the_region_is_open(content: Path, tmp_path: Path) -> None:
    alone = tmp_path / "taoyao.txt"
    alone.write_bytes(TAOYAO.read_bytes())

    done = run("add", alone, "--content", content)

    assert done.exit_code == 1
    assert "--region" in done.output
    assert list((content / "raw").iterdir()) == []
    assert run("add", alone, "--content", content, "--region", "441403").exit_code == 0
    assert (content / "raw" / "441403-taoyaozhen-2020.txt").is_file()


def test_another_original_of_the_same_report_is_refused(content: Path, tmp_path: Path) -> None:
    run("add", YAODU, "--content", content)
    other = tmp_path / "other.txt"
    other.write_text(YAODU.read_text("utf-8").replace("59271", "59272"), "utf-8")

    done = run("add", other, "--content", content)

    assert done.exit_code == 1
    assert "另一份原件" in done.output
    assert (content / "raw/141002-yaoduqu-2020.txt").read_bytes() == YAODU.read_bytes()
    assert run("add", other, "--content", content, "--scope", "aggregate").exit_code == 0


def test_an_address_that_is_none_is_refused(content: Path) -> None:
    done = run("add", YAODU, "--content", content, "--url", "javascript:alert(1)")

    assert done.exit_code == 1
    assert list((content / "raw").iterdir()) == []


def test_explain_shows_every_stage_with_places(tmp_path: Path) -> None:
    done = run("explain", YAODU)

    assert done.exit_code == 0
    for stage in ("一、读入", "二、修整", "三、辨认", "四、数字", "五、核对"):
        assert stage in done.output
    assert "new: 15 3 0 0 0 0 18" in done.output
    assert "L121C" in done.output


def test_explain_of_an_unreadable_file_says_why(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    done = run("explain", empty)

    assert done.exit_code == 1
    assert "empty.txt" in done.output
