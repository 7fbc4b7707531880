"""A file that breaks, hangs or fills its reader stops nothing but itself."""

import io
import json
import os
import pickle
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from docx_factory import document, docx, paragraph, run
from nianbao.cli import main, sandbox
from nianbao.cli.sandbox import Answer, Sandbox
from nianbao.errors import SourceError
from nianbao.read import read

GOOD = docx(document(paragraph(run("甲镇2023年政府信息公开工作年度报告")), paragraph(run("一、总体情况"))))
SLOW = docx(document(*(paragraph(run(f"政府信息公开{n * 7919 % 100_003}")) for n in range(200_000))))


def test_a_document_comes_out_of_the_child_as_it_would_here() -> None:
    with Sandbox() as box:
        assert box.read(GOOD, "a.docx") == read(GOOD, "a.docx")


def test_text_and_small_pages_need_no_child() -> None:
    with Sandbox() as box:
        assert box.read("政府信息公开".encode(), "a.txt").text == "政府信息公开"
        assert box.read("<html><p>政府信息公开".encode(), "a.html").text == "政府信息公开"
        assert box.child is None


def test_a_large_text_is_read_in_the_child() -> None:
    text = "政府信息公开。\n" * (sandbox.LARGE_TEXT // 20)
    with Sandbox() as box:
        assert box.read(text.encode(), "a.txt").text == text
        assert box.child is not None


def test_one_child_reads_file_after_file() -> None:
    with Sandbox() as box:
        box.read(GOOD, "a.docx")
        first = box.child
        box.read(GOOD, "b.docx")
        assert box.child is first


@pytest.mark.parametrize(
    ("cpu_seconds", "wall_seconds", "reason"), [(1, 60, "处理器超过 1 秒"), (60, 1, "超过 1 秒")]
)
def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read(
    cpu_seconds: float, wall_seconds: float, reason: str
) -> None:
    with Sandbox(cpu_seconds, wall_seconds) as box:
        start = time.perf_counter()
        with pytest.raises(SourceError, match=reason) as refused:
            box.read(SLOW, "slow.docx")
        assert time.perf_counter() - start < 10
        assert refused.value.where == "slow.docx"
    with Sandbox() as box:
        assert box.read(GOOD, "a.docx").name == "a.docx"


def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_one_is_read() -> None:
    # Without a byte left to raise MemoryError with, CPython may spin: then the limit on time ends it.
    with Sandbox(cpu_seconds=10, wall_seconds=240, memory=120_000_000) as box:
        with pytest.raises(SourceError, match=r"内存|处理器超过 10 秒"):
            box.read(SLOW, "large.docx")
        assert box.read(GOOD, "a.docx").name == "a.docx"


def test_a_child_that_dies_is_replaced() -> None:
    with Sandbox() as box:
        box.read(GOOD, "a.docx")
        assert box.child
        box.child.kill()
        box.child.wait()
        with pytest.raises(SourceError, match="中止"):
            box.read(GOOD, "a.docx")
        assert box.read(GOOD, "a.docx").name == "a.docx"


def test_the_reason_of_the_reader_is_kept() -> None:
    with Sandbox() as box, pytest.raises(SourceError) as refused:
        box.read(GOOD[:100], "raw/a.docx")
    assert refused.value.where == "raw/a.docx"
    assert "损坏" in refused.value.what


class _Call:
    def __reduce__(self) -> tuple[object, ...]:
        return os.getcwd, ()


@pytest.mark.parametrize("answer", [_Call(), Answer(None, _Call()), Path("a")])  # type: ignore[arg-type]
def test_an_answer_that_names_anything_but_documents_is_not_loaded(answer: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        sandbox.load_answer(io.BytesIO(pickle.dumps(answer)))


def test_an_answer_cannot_reach_into_the_modules_that_it_may_name() -> None:
    reach = b"\x80\x04\x8c\x15nianbao.read.document\x8c\x11re._compiler._sre\x93."
    with pytest.raises(pickle.UnpicklingError):
        sandbox.load_answer(io.BytesIO(reach))


def test_read_goes_on_after_a_hostile_file(tmp_path: Path) -> None:
    bomb = docx(document(paragraph(run("政府信息公开"))), {"word/media/a.bin": bytes(200_000_000)})
    files = {"bomb.docx": bomb, "cut.docx": GOOD[:200], "good.docx": GOOD}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    done = CliRunner().invoke(main, ["read", "--json", *(str(tmp_path / name) for name in files)])

    errors = [json.loads(line)["error"] for line in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert "超过上限" in errors[0]
    assert "损坏" in errors[1]
    assert errors[2] is None


def test_a_system_without_limits_is_told_openly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sandbox, "resource", None)  # as on Windows
    with Sandbox() as box:
        assert box.read(GOOD, "a.docx").name == "a.docx"
    assert "不能限制内存" in capsys.readouterr().err
