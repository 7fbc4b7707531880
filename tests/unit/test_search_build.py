import gzip
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_nianbao.search import FOLDER, build, cut
from nianbao.index_page import IndexBlock, IndexPage


def page(year: int, text: str = "正文", url: str = "") -> IndexPage:
    folder = url or f"reports/14/141002-yaoduqu/{year}/"
    return IndexPage(
        url=folder, title="报告", blocks=lambda: (IndexBlock(text),), year=year, authority="尧都区人民政府"
    )


def unpacked(path: Path) -> dict:
    return json.loads(gzip.decompress(path.read_bytes()))


def files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def test_the_index_replaces_the_last_one(tmp_path: Path) -> None:
    (tmp_path / "site" / FOLDER).mkdir(parents=True)
    (tmp_path / "site" / FOLDER / "old.bin").write_text("")
    build((page(2020), page(2021)), tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site" / FOLDER / "old.bin").exists()
    (shard,) = unpacked(tmp_path / "site" / FOLDER / "catalogue.bin")["shards"]
    shown = unpacked(tmp_path / "site" / FOLDER / shard["folder"] / "pages" / "1.bin")
    assert ("报告", ["正文"]) == (shown["title"], shown["blocks"])


def test_two_builds_of_the_same_pages_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        build((page(2020), page(2021)), tmp_path / name, tmp_path / f"cache-{name}")
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_a_shard_that_did_not_change_is_taken_from_the_cache_and_an_old_one_is_forgotten(
    tmp_path: Path,
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    build((page(2020), page(2021, "一段")), site, cache, size=1)
    kept = set(cache.iterdir())
    for folder in kept:
        (folder / "places.bin").write_bytes(b"from the cache")
    build((page(2020), page(2021, "另一段")), site, cache, size=1)
    (unchanged,) = kept & set(cache.iterdir())
    assert 2 == len(list(cache.iterdir()))
    assert [b"from the cache"] == [
        data for path, data in files(site / FOLDER).items() if path == f"{unchanged.name}/places.bin"
    ]


def test_a_shard_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    (cache / "unfinished" / "pages").mkdir(parents=True)
    (cache / "unfinished" / "pages" / "7.bin").write_bytes(b"half")
    build((page(2020),), site, cache)
    assert not any(path.endswith("7.bin") for path in files(site))
    assert 1 == len(list(cache.iterdir()))


def test_two_shards_of_the_same_text_share_their_files(tmp_path: Path) -> None:
    build((page(2020), page(2021)), tmp_path / "site", tmp_path / "cache", size=1)
    shards = unpacked(tmp_path / "site" / FOLDER / "catalogue.bin")["shards"]
    assert [1, 1] == [shard["pages"] for shard in shards]
    assert 1 == len({shard["folder"] for shard in shards})


def test_the_program_stands_once_beside_the_shards(tmp_path: Path) -> None:
    build((page(2020), page(2021, "一段")), tmp_path / "site", tmp_path / "cache", size=1)
    names = [path.rsplit("/", 1)[-1] for path in files(tmp_path / "site")]
    assert [1, 1, 2] == [
        names.count(name) for name in ("pagefind.js", "wasm.unknown.pagefind", "pagefind-entry.json")
    ]
    assert not any("ui" in name or name.endswith((".pf_fragment", ".html")) for name in names)


def test_an_archive_without_pages_has_no_index(tmp_path: Path) -> None:
    build((), tmp_path / "site", tmp_path / "cache")
    assert [] == list(tmp_path.iterdir())


@given(st.lists(st.integers(2018, 2024)), st.integers(1, 9))
def test_shards_have_every_page_once_and_whole_years_where_these_fit(years: list[int], size: int) -> None:
    pages = tuple(page(year, url=f"{number}/") for number, year in enumerate(years))
    shards = list(cut(pages, size))
    assert sorted(p.url for p in pages) == sorted(p.url for shard in shards for p in shard)
    assert all(0 < len(shard) <= size for shard in shards)
    for year in set(years):
        holding = sum(any(p.year == year for p in shard) for shard in shards)
        assert holding <= 1 + years.count(year) // size


def test_a_new_year_leaves_the_shards_of_the_old_alone() -> None:
    old = [page(year, url=f"{year}/{n}/") for year in range(2019, 2023) for n in range(3)]
    new = [page(2023, url=f"2023/{n}/") for n in range(3)]
    before, after = ([tuple(p.url for p in s) for s in cut(pages, 6)] for pages in (old, old + new))
    assert before == after[: len(before)]
