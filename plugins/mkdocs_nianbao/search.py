"""Writes the search index of the site, a shard at a time; what did not change is taken from a cache."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs_nianbao import pagefind
from mkdocs_nianbao.search_names import names
from nianbao.index_page import IndexBlock, IndexPage, record, recorded_blocks
from nianbao.search_catalogue import Shard, catalogue
from nianbao.search_page import FILTERS
from nianbao.search_shard import heading_pairs, merged_pairs, places_json, shard_pages

FOLDER = "pagefind"

SHARD_SIZE = 2500
"""Pages of a shard, at most: Pagefind needs some half a megabyte of memory for each while it indexes."""

_VERSION = "4"  # of the files' format; a new one makes every shard anew
_UNPUBLISHED = "headings.json"


def build(pages: Sequence[IndexPage], site_dir: Path, cache: Path, size: int = SHARD_SIZE) -> None:
    """Replace `<site_dir>/pagefind` by the index of the pages, in shards of at most `size` pages.

    `cache` keeps the shards of the last build, each under the digest of what it holds. Files that are
    not Pagefind's are compressed with gzip, since not every server does it. Raises `PluginError` when
    Pagefind fails.
    """
    target = site_dir / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    shards = [_shard(part, target, cache) for part in cut(pages, size)]
    if not shards:
        return
    pagefind.write(target / "catalogue.bin", catalogue(shards, FILTERS))
    pagefind.write(target / "names.bin", names(pages))
    pagefind.write(target / "headings.bin", _json(merged_pairs(_headings(cache / s.folder) for s in shards)))
    for old in {folder.name for folder in cache.iterdir()} - {shard.folder for shard in shards}:
        shutil.rmtree(cache / old)


def cut(pages: Sequence[IndexPage], size: int) -> Iterator[tuple[IndexPage, ...]]:
    """Yield the pages in shards of whole years, the oldest first, so that a new year leaves the old alone.

    Within a shard the order stays; a year with more pages than `size` is cut into pieces of it.
    """
    shard: list[IndexPage] = []
    for year in sorted(Counter(page.year for page in pages)):
        of_year = [page for page in pages if page.year == year]
        if shard and len(shard) + len(of_year) > size:
            yield tuple(shard)
            shard = []
        shard += of_year
        while len(shard) > size:
            yield tuple(shard[:size])
            shard = shard[size:]
    if shard:
        yield tuple(shard)


def _shard(pages: tuple[IndexPage, ...], target: Path, cache: Path) -> Shard:
    """Publish a shard, making it first where the cache has none of its digest."""
    made = cache / "unfinished"
    shutil.rmtree(made, ignore_errors=True)
    digest = hashlib.sha256(f"{_VERSION} {pagefind.version()}".encode())
    for number, page in enumerate(pages):
        shown = record(page, page.blocks())
        digest.update(shown)
        pagefind.write(made / "pages" / f"{number}.bin", shown)
    folder = digest.hexdigest()[:16]
    if not (cache / folder).is_dir():
        _index(made, pages)
        made.rename(cache / folder)
    _publish(cache / folder, target)
    return Shard(folder, pages)


def _index(folder: Path, pages: Sequence[IndexPage]) -> None:
    """Complete a shard, of which the folder has the records, by its index."""
    shard = shard_pages(_blocks(folder, number) for number in range(len(pages)))
    reports = (number for number, page in enumerate(pages) if page.year)
    headings = heading_pairs(_blocks(folder, number) for number in reports)
    pagefind.write(folder / "places.bin", places_json(shard))
    (folder / _UNPUBLISHED).write_bytes(_json(headings))
    pagefind.index(shard.html(), folder)


def _blocks(folder: Path, number: int) -> tuple[IndexBlock, ...]:
    return recorded_blocks(gzip.decompress((folder / "pages" / f"{number}.bin").read_bytes()))


def _publish(made: Path, target: Path) -> None:
    kept_back = shutil.ignore_patterns(_UNPUBLISHED, *pagefind.PROGRAM)
    shutil.copytree(made, target / made.name, ignore=kept_back, dirs_exist_ok=True)  # two may be the same
    for name in pagefind.PROGRAM:
        shutil.copy(made / name, target / name)


def _headings(made: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((made / _UNPUBLISHED).read_bytes())
    return found


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
