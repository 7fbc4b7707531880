"""Runs Pagefind over pages made for it, and keeps of its bundle what the site needs."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.exceptions import PluginError

from nianbao.search_bundle import MAGIC, Word, chunks, meta, words

PROGRAM = ("pagefind.js", "wasm.unknown.pagefind")
"""Files that are the same in every bundle: the site has them once, for all its shards."""

_FETCH = 'import { pagefindFetch as fetch } from "../assets/javascripts/search/bundle.js";\n'
"""First line of the program: it goes on without a file that it cannot load, which the site must know."""

_ENTRY = "pagefind-entry.json"

_SHARED_WASM = "/../../wasm.unknown"
"""Pagefind loads `<bundle>/wasm.<this>.pagefind`, which is here the file one folder above the bundle."""


def index(pages: Iterable[str], folder: Path) -> None:
    """Add to the folder the index of the pages, each given as HTML, and the program that reads it.

    A result's id is the number of its page. Pagefind's fragments, one a page, and its own interfaces are
    left out: results show the records of the archive, which have the printed signs. Raises `PluginError`
    with what Pagefind printed if it fails.
    """
    with TemporaryDirectory(prefix="nianbao-search-") as temporary:
        source, bundle = Path(temporary) / "pages", Path(temporary) / "bundle"
        source.mkdir()
        for number, page in enumerate(pages):
            (source / f"{number}.html").write_text(page, "utf-8")
        _run(source, bundle)
        _pack(bundle, folder)
        for name in PROGRAM:
            shutil.copy(bundle / name, folder)
        program = folder / PROGRAM[0]
        program.write_text(_FETCH + program.read_text("utf-8"), "utf-8")


def version() -> str:
    """Return the version of the Pagefind installed."""
    return metadata.version("pagefind-bin")


def _run(source: Path, target: Path) -> None:
    # Imported here: a site built without search then needs no Pagefind.
    from pagefind_bin import get_executable  # type: ignore[import-untyped]  # ships no types

    command = [str(get_executable()), "--site", str(source), "--output-path", str(target)]
    command += ["--force-language", "zh", "--quiet"]  # one language: all pages in one index
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        printed = (result.stderr or result.stdout).strip()
        raise PluginError(f"search: Pagefind ended with {result.returncode}\n{printed}")


def _pack(bundle: Path, folder: Path) -> None:
    made = tuple(chunks(_words(bundle)))
    for number, chunk in enumerate(made):
        write(folder / "index" / f"{number}.pf_index", chunk.data)
    (listed,) = bundle.glob("*.pf_meta")
    numbers = {path.stem: _number(path) for path in (bundle / "fragment").iterdir()}
    write(folder / "pagefind.pages.pf_meta", meta(gzip.decompress(listed.read_bytes()), numbers, made))
    entry = json.loads((bundle / _ENTRY).read_text("utf-8"))
    for language in entry["languages"].values():
        language |= {"hash": "pages", "wasm": _SHARED_WASM}
    (folder / _ENTRY).write_text(json.dumps(entry), "utf-8")


def _words(bundle: Path) -> Iterator[Word]:
    """Yield all words of a bundle in their order, which the names of its files do not tell."""
    read = (tuple(words(gzip.decompress(path.read_bytes()))) for path in (bundle / "index").iterdir())
    for part in sorted(read, key=lambda part: part[0].text.encode()):
        yield from part


def _number(fragment: Path) -> int:
    """Return the number of a fragment's page, which is its file's name."""
    shown = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(MAGIC))
    return int(re.sub(r"\D", "", shown["url"]))


def write(path: Path, data: bytes) -> None:
    """Write a file compressed with gzip, the same bytes for the same data."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data, 9, mtime=0))
