"""Templates copied from the theme are compared anew when the theme changes."""

import hashlib
import re
from importlib.metadata import version
from importlib.resources import files

from sites import ROOT


def test_the_copied_header_is_still_that_of_the_installed_theme() -> None:
    first = (ROOT / "site_overrides/partials/header.html").read_text("utf-8").splitlines()[0]
    found = re.search(r"mkdocs-material (\S+) partials/header\.html, sha256 ([0-9a-f]{64})", first)
    upstream = (files("material") / "templates/partials/header.html").read_bytes()

    assert found
    assert found[1] == version("mkdocs-material")
    assert found[2] == hashlib.sha256(upstream).hexdigest()
