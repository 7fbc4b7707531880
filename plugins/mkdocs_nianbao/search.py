"""Writes the search index of the site: index-only pages into a temporary folder, then Pagefind over it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from mkdocs.exceptions import PluginError

from nianbao.index_page import IndexPage, to_html

FOLDER = "pagefind"

_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)
"""Pagefind's own interfaces, 400 kB: the site has its own in `assets/javascripts/search/`."""


def build(pages: Iterable[IndexPage], site_dir: Path) -> None:
    """Replace `<site_dir>/pagefind` by the index of the pages; each page is written and then forgotten.

    Raises `PluginError` when a page's address leaves the site or Pagefind fails, with what it printed.
    """
    target = site_dir / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    with TemporaryDirectory(prefix="nianbao-search-") as folder:
        source = Path(folder)
        for page in pages:
            _write(page, source)
        if any(source.iterdir()):  # Pagefind takes an empty archive for a mistake
            _index(source, target)
    for pattern in _UNUSED:
        for unused in target.glob(pattern):
            unused.unlink()


def _write(page: IndexPage, folder: Path) -> None:
    path = folder / _file_of(page.url)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_html(page), encoding="utf-8")


def _file_of(url: str) -> PurePosixPath:
    """Return the file that a server sends for the address, from which Pagefind derives it again."""
    path = PurePosixPath(unquote(url.removeprefix("./")))
    if path.is_absolute() or ".." in path.parts:
        raise PluginError(f"search: page address {url!r} leaves the site")
    return path if path.suffix == ".html" else path / "index.html"


def _index(source: Path, target: Path) -> None:
    # Imported here: a site built without search then needs no Pagefind.
    from pagefind_bin import get_executable  # type: ignore[import-untyped]  # ships no types

    command = [str(get_executable()), "--site", str(source), "--output-path", str(target)]
    command += ["--force-language", "zh", "--quiet"]  # one language: all pages in one index
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        printed = (result.stderr or result.stdout).strip()
        raise PluginError(f"search: Pagefind ended with {result.returncode}\n{printed}")
