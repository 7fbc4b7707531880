"""The finer bundle, from a bundle that Pagefind itself has made."""

import gzip
import subprocess
from pathlib import Path

import pagefind_bin
import pytest

from nianbao.errors import ContentError
from nianbao.search_bundle import MAGIC, Word, chunks, meta, words

PAGES = ("公 开 目 录 2020 78d80", "公 告 か が 한 " + "公 告 " * 200, *(f"第 {n} 号" for n in range(400)))


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pagefind")
    for number, text in enumerate(PAGES):
        html = f'<html><body data-pagefind-body data-pagefind-weight="1.05"><p>{text}</p></body></html>'
        (folder / f"{number}.html").write_text(html, "utf-8")
    command = [
        str(pagefind_bin.get_executable()),
        "--site",
        str(folder),
        "--force-language",
        "zh",
        "--silent",
    ]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "pagefind"


def indexed(bundle: Path) -> list[Word]:
    (path,) = (bundle / "index").iterdir()
    return list(words(gzip.decompress(path.read_bytes())))


def test_the_words_of_an_index_are_those_of_its_pages(bundle: Path) -> None:
    expected = {word for text in PAGES for word in text.split()} - {"が", "한"} | {"\u1112\u1161\u11ab"}
    assert expected == {word.text for word in indexed(bundle)}


@pytest.mark.parametrize("size", [1, 300, 10**6])
def test_chunks_of_any_size_hold_every_word_once_and_in_order(bundle: Path, size: int) -> None:
    found = indexed(bundle)
    made = list(chunks(found, size))
    assert found == [word for chunk in made for word in words(chunk.data)]
    assert [(chunk.first, chunk.last) for chunk in made] == [
        (own[0].text, own[-1].text) for own in (list(words(chunk.data)) for chunk in made)
    ]
    assert {1: len(found), 10**6: 1}.get(size, len(made)) == len(made)


def test_the_parts_of_a_word_stay_in_one_chunk(bundle: Path) -> None:
    data = indexed(bundle)[0].data
    found = [
        Word(text, data) for text in ("0x4e00p0", "0x4e00p1", "0x4e00p10", "0x4e00p2", "0x4e01p0", "20p0")
    ]
    assert [("0x4e00p0", "0x4e00p2"), ("0x4e01p0", "0x4e01p0"), ("20p0", "20p0")] == [
        (chunk.first, chunk.last) for chunk in chunks(found, 1)
    ]


def text(word: str) -> bytes:
    """A short text as CBOR has it."""
    return bytes((0x60 + len(word.encode()),)) + word.encode()


def test_the_meta_file_names_the_pages_by_number_and_lists_the_chunks(bundle: Path) -> None:
    (path,) = bundle.glob("*.pf_meta")
    names = {path.stem: number for number, path in enumerate((bundle / "fragment").iterdir())}
    made = tuple(chunks(indexed(bundle), 300))
    finer = meta(gzip.decompress(path.read_bytes()), names, made)
    assert not any(name.encode() in finer for name in names)
    assert all(text(chunk.first) + text(chunk.last) + text(str(n)) in finer for n, chunk in enumerate(made))
    assert len(finer) < 0.7 * len(gzip.decompress(path.read_bytes()))


@pytest.mark.parametrize(
    "data", [b"", b"{}", MAGIC, MAGIC + b"\x81\x81\x82\x61a\x80", MAGIC + b"\x81\x80\x00"]
)
def test_a_file_of_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(ContentError):
        list(words(data))
