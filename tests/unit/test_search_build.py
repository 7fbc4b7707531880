from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_nianbao.search import build
from nianbao.index_page import IndexBlock, IndexPage


def page(url: str) -> IndexPage:
    return IndexPage(url, "报告", (IndexBlock("正文"),))


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / "pagefind").iterdir()}


def test_the_index_replaces_the_last_one_and_has_no_interface_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / "old.pf_meta").write_text("")
    build([page(""), page("reports/a/2020/"), page("method.html")], tmp_path)
    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 3
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= names(tmp_path)
    assert [] == [name for name in names(tmp_path) if "-ui" in name or "highlight" in name or "old" in name]


@pytest.mark.parametrize("url", ["../x/", "/etc/x/", "a/%2e%2e/%2e%2e/%2e%2e/x/"])
def test_an_address_that_leaves_the_site_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(PluginError, match="leaves the site"):
        build([page(url)], tmp_path)


def test_an_archive_without_pages_has_no_index(tmp_path: Path) -> None:
    build([], tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_what_pagefind_says_when_it_fails_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file where the site's folder should be")
    with pytest.raises(PluginError, match=r"Pagefind ended with \d+\n\S"):
        build([page("")], tmp_path / "site")
