"""Fixtures that more than one kind of test uses."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import chromium
import comparison_site as comparison
import sites
from demo import site as demo


@pytest.hookimpl(tryfirst=True)  # before `-m browser` selects by this marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a Chromium, and skip it only where the caller asks for that."""
    left_out = pytest.mark.skip(reason="NO_BROWSER=1")
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if item.get_closest_marker("browser") and os.environ.get("NO_BROWSER") == "1":
            item.add_marker(left_out)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all browser tests; each test opens its own context."""
    with sync_playwright() as playwright:
        started = chromium.launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the committed content, through a real `mkdocs build`."""
    folder = tmp_path_factory.mktemp("site")
    done = sites.run("mkdocs", "build", "--strict", "--site-dir", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the built site, served on this machine."""
    with sites.served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def comparison_site(tmp_path_factory: pytest.TempPathFactory) -> comparison.Built:
    """The site of a generated archive that fills the comparison pages, with its reports as JSON."""
    return comparison.build(tmp_path_factory.mktemp("comparison"))


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration's first authorities, with its search index."""
    folder = tmp_path_factory.mktemp("demo")
    demo.prepare(folder, 14)
    return demo.build(folder)
