"""The pages on wording in a real Chromium: accessible, fitting, and usable without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import sites
import wording_site
from quiet_page import LOOKS, assert_quiet

PAGES = ("changes", "shared")


@pytest.fixture(scope="module")
def report_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a report that has both pages."""
    project: Path = sites.copy_project(tmp_path_factory.mktemp("wording"))
    path = wording_site.write(project / "content")[-1]
    done = sites.run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    with sites.served(project / "site") as url:
        yield f"{url}{path}/"


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_a_page_on_wording_is_accessible_quiet_and_fits(
    browser: Browser, report_url: str, kind: str, width: int, scheme: str
) -> None:
    assert_quiet(browser, f"{report_url}{kind}/", width, scheme)


def test_only_new_sentences_are_left_without_scripts_and_by_keyboard(
    browser: Browser, report_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{report_url}changes/")
    kept = page.locator(".nb-diff .nb-kept")
    assert kept.first.is_visible()

    page.get_by_label("只看新句子").focus()
    page.keyboard.press("Space")

    assert not any(found.is_visible() for found in kept.all())
    assert not any(found.is_visible() for found in page.locator(".nb-diff .nb-changed").all())
    assert all(found.is_visible() for found in page.locator(".nb-diff section ins.nb-new").all())
    context.close()
