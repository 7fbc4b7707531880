"""A page as a browser judges it: accessible, without errors, no wider than its window."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

LOOKS = ((390, "light"), (1440, "dark"))
"""Windows and schemes: colours do not depend on the width, nor places on the scheme."""


def assert_quiet(browser: Browser, address: str, width: int, scheme: str) -> None:
    """Open a page in a window of `width` pixels, `scheme` being light or dark, and judge it."""
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address, wait_until="networkidle")
    found = Axe().run(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert errors == []
    assert wide <= width, "the page scrolls sideways"
