"""The small file beside an original: what is known of it that its text does not say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from nianbao.archive.front_matter import Mapping, parse_yaml
from nianbao.model import Scope


@dataclass(frozen=True, slots=True)
class Sidecar:
    """`<file>.yml`: each value overrides what the text seems to say; empty or None says nothing.

    `region` is a six-digit division code or a path of names (广东省梅州市梅县区).
    """

    url: str = ""
    retrieved: date | None = None
    published: date | None = None
    authority: str = ""
    region: str = ""
    year: int | None = None
    scope: Scope | None = None


def parse_sidecar(text: str, where: str) -> Sidecar:
    """Return the sidecar in `text`; `ContentError` names file and line of an unknown or impossible value."""
    node = parse_yaml(text, where)
    year = node.text("year", "")
    scope = node.choice("scope", ("", *Scope), "")
    sidecar = Sidecar(
        url=_url(node),
        retrieved=node.day("retrieved"),
        published=node.day("published"),
        authority=node.text("authority", ""),
        region=node.text("region", ""),
        year=_year(node, year) if year else None,
        scope=Scope(scope) if scope else None,
    )
    node.finish()
    return sidecar


def _year(node: Mapping, text: str) -> int:
    if not (text.isascii() and text.isdigit() and 2008 <= int(text) <= 2100):
        raise node.error("year", f"found {text!r}, expected a year from 2008 on")
    return int(text)


def _url(node: Mapping) -> str:
    url = node.text("url", "")
    if url and not _is_web_address(url):
        raise node.error("url", f"found {url!r}, expected an http(s) address")
    return url


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
