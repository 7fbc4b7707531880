"""An original is read again only when it, its sidecar, its corrections or the reader has changed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from damaged.generate import generate
from nianbao.cli import main
from sites import ROOT

RAW = ROOT / "content" / "raw"
MANY = 120  # originals: enough for a process on each of two processors


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An archive of the five founding reports, built once."""
    shutil.copytree(RAW, tmp_path / "content" / "raw")
    assert "未重读" not in build(tmp_path / "content").output
    return tmp_path / "content"


def build(content: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--content", str(content), *options])


def files(content: Path) -> dict[str, bytes]:
    found = sorted((content / "reports").rglob("*"))
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in found if path.is_file()}


def kept(content: Path) -> list[Path]:
    return sorted((content.parent / ".cache").rglob("*.json"))


def test_nothing_is_read_again_where_nothing_has_changed(content: Path) -> None:
    assert "5 个原件没有变，未重读" in build(content).output


def test_only_the_original_that_changed_is_read_again(content: Path) -> None:
    changed = content / "raw" / "002_60799c090932cf1e.txt"
    changed.write_bytes(changed.read_bytes() + "\n本报告可在网站下载。\n".encode())

    assert "4 个原件没有变，未重读" in build(content).output
    assert "本报告可在网站下载" in (content / "reports/64/640381-shaogangzhen/2020.md").read_text("utf-8")
    assert len(kept(content)) == 5


def test_a_sidecar_is_part_of_its_original(content: Path) -> None:
    original = content / "raw" / "002_60799c090932cf1e.txt"
    original.with_name(f"{original.name}.yml").write_text("url: https://example.gov.cn/a.html\n", "utf-8")

    assert "4 个原件没有变，未重读" in build(content).output
    text = (content / "reports/64/640381-shaogangzhen/2020.md").read_text("utf-8")
    assert "https://example.gov.cn/a.html" in text


def test_a_new_correction_is_applied_and_a_withdrawn_one_undone(content: Path) -> None:
    before = files(content)
    correction = content / "corrections" / "64" / "640381-shaogangzhen" / "2020.yml"
    correction.parent.mkdir(parents=True)
    correction.write_text(
        "corrections:\n- {cell: art20_1.rules.newly_made, from: '0', to: '1', why: 原件的图片上是 1,"
        " who: 张三, when: 2024-05-06}\n",
        "utf-8",
    )

    done = build(content)
    assert done.exit_code == 0, done.output
    assert "4 个原件没有变，未重读" in done.output
    assert files(content) != before

    correction.unlink()
    assert "4 个原件没有变，未重读" in build(content).output
    assert files(content) == before


def test_a_torn_file_of_the_cache_only_costs_time(content: Path) -> None:
    before = files(content)
    for path, text in zip(kept(content), ("", "{", "[]", '{"claim": 1}'), strict=False):
        path.write_text(text, "utf-8")

    done = build(content)

    assert done.exit_code == 0
    assert "1 个原件没有变，未重读" in done.output
    assert files(content) == before


def test_check_reads_everything_and_finds_a_cached_result_that_is_not_the_readers(content: Path) -> None:
    assert build(content, "--check").exit_code == 0
    path = kept(content)[0]
    made = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**made, "markdown": made["markdown"].replace("0", "1")}), "utf-8")

    done = build(content, "--check")

    assert done.exit_code == 1
    assert f"{made['claim'][0]}: 缓存的结果与重新读取的不同" in done.output


def run(content: Path, plugins: Path) -> subprocess.Popen[str]:
    """Start a build with the package in `plugins`."""
    return subprocess.Popen(
        [sys.executable, "-m", "nianbao", "build", "--content", str(content)],
        env={**os.environ, "PYTHONPATH": str(plugins)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_another_version_of_the_reader_reads_everything_again(content: Path, tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    shutil.copytree(
        ROOT / "plugins" / "nianbao", plugins / "nianbao", ignore=shutil.ignore_patterns("__pycache__")
    )
    assert "5 个原件没有变" in run(content, plugins).communicate()[0]

    aliases = plugins / "nianbao" / "forms" / "2021-30.yml"
    aliases.write_text(aliases.read_text("utf-8") + "\n# another spelling\n", "utf-8")

    assert "未重读" not in run(content, plugins).communicate()[0]
    assert "5 个原件没有变" in run(content, plugins).communicate()[0]
    assert len(kept(content)) == 5


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Originals of generated authorities, some of which no report can be made of."""
    raw = tmp_path / "many" / "raw"
    raw.mkdir(parents=True)
    for seed in range(MANY):
        case = generate(seed)
        (raw / case.name).write_text(case.text, "utf-8")
    return tmp_path / "many"


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system has no such setting")
def test_many_originals_give_the_same_on_one_processor_as_on_several(many: Path, tmp_path: Path) -> None:
    shutil.copytree(many, tmp_path / "alone" / "content")
    done = build(many)
    processors = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(processors)})
        alone = build(tmp_path / "alone" / "content")
    finally:
        os.sched_setaffinity(0, processors)

    assert alone.output == done.output
    assert files(tmp_path / "alone" / "content") == files(many)


def test_an_interrupted_build_leaves_no_half_file_and_goes_on_where_it_was(many: Path) -> None:
    started = run(many, ROOT / "plugins")
    while not kept(many) and started.poll() is None:
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    output, _ = started.communicate()

    assert started.returncode != 0, output
    assert [path for path in many.rglob(".*") if path.is_file()] == []
    assert all(json.loads(path.read_text("utf-8")) for path in kept(many))
    read_before = len(kept(many))

    again = build(many)
    assert f"{read_before} 个原件没有变，未重读" in again.output
    assert files(many)
