"""The list of all searchable pages, loaded once by the browser: what ranks, filters and sorts them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nianbao.index_page import IndexPage


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the index and its pages, in order; `folder` holds its files."""

    folder: str
    pages: tuple[IndexPage, ...]


def catalogue(shards: Sequence[Shard], filters: Sequence[str]) -> bytes:
    """Return the catalogue as JSON: the shards, and the columns of all their pages one after the other."""
    pages = [page for shard in shards for page in shard.pages]
    folders = [page.url.rstrip("/").rpartition("/")[0] for page in pages]
    tails = [page.url[len(folder) :] for page, folder in zip(pages, folders, strict=True)]
    shown = {
        "shards": [{"folder": shard.folder, "pages": len(shard.pages)} for shard in shards],
        "authority": _column([page.authority for page in pages]),
        "folder": _column(folders),
        "tail": _column(tails),
        "where": _column([page.where for page in pages]),
        "filters": {name: _column([page.filters.get(name, "") for page in pages]) for name in filters},
        "received": [page.received for page in pages],
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()


def _column(values: Sequence[str]) -> dict[str, object]:
    """Return the different values, and for each page the step from the one before: mostly 0 or 1."""
    different = list(dict.fromkeys(values))
    number = {value: index for index, value in enumerate(different)}
    places = [number[value] for value in values]
    return {"values": different, "steps": list(_steps(places))}


def _steps(places: Iterable[int]) -> Iterable[int]:
    before = 0
    for place in places:
        yield place - before
        before = place
