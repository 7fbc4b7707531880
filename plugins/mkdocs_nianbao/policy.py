"""The content security policy of every page: what slipped through all escaping still cannot run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_CHARSET = '<meta charset="utf-8">'

# Material needs inline styles; Pagefind compiles WebAssembly. Nothing is ever asked of another host.
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; object-src 'none'"
)


class Policy:
    """Allows the theme's own inline scripts by their hashes, and no others.

    `templates` are the sources of the theme's templates with inline scripts; a `{{ … }}` in one stands
    for a relative path, the only thing in which these scripts differ from page to page.
    """

    def __init__(self, templates: Iterable[str]) -> None:
        scripts = [script for text in templates for script in _INLINE_SCRIPT.findall(text)]
        patterns = ("[./]*".join(map(re.escape, _PLACEHOLDER.split(script))) for script in scripts)
        self._trusted = re.compile("|".join(patterns) or r"(?!)")

    def apply(self, html: str) -> str:
        """Return the page with its policy as the first element of its head after the charset."""
        found = dict.fromkeys(_INLINE_SCRIPT.findall(html))
        scripts = "".join(f" '{_hash(script)}'" for script in found if self._trusted.fullmatch(script))
        policy = _POLICY.format(scripts=scripts)
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        return html.replace(_CHARSET, _CHARSET + meta, 1)


@lru_cache(maxsize=64)  # the same few scripts on every page of a depth
def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
