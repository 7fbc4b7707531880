import json

from nianbao.index_page import IndexBlock, IndexPage, record, recorded_blocks
from nianbao.search_catalogue import Shard, catalogue

BLOCKS = (IndexBlock("一、总体情况", "s1", 2), IndexBlock("</script>正文"))


def page(url: str, **given: object) -> IndexPage:
    return IndexPage(**{"url": url, "title": "报告", "blocks": tuple, **given})  # type: ignore[arg-type]


def test_a_record_shows_headings_with_their_level_and_anchor() -> None:
    shown = json.loads(record(page("a/"), BLOCKS))
    assert [[2, "s1", "一、总体情况"], "</script>正文"] == shown["blocks"]


def test_a_record_gives_back_the_title_and_the_blocks() -> None:
    assert (IndexBlock("报告"), *BLOCKS) == recorded_blocks(record(page("a/"), BLOCKS))


def test_the_catalogue_has_a_row_for_each_page() -> None:
    pages = (
        page("reports/14/141002-a/2020/", authority="甲", filters={"年度": "2020"}, received=5),
        page("reports/14/141002-a/2021/", authority="甲", filters={"年度": "2021"}),
        page("glossary/"),
    )
    shown = json.loads(catalogue([Shard("x", pages[:2]), Shard("y", pages[2:])], ("年度",)))

    def column(data: dict) -> list[str]:
        return [data["values"][sum(data["steps"][: at + 1])] for at in range(len(data["steps"]))]

    urls = [
        folder + tail for folder, tail in zip(column(shown["folder"]), column(shown["tail"]), strict=True)
    ]
    assert [p.url for p in pages] == urls
    assert ["甲", "甲", ""] == column(shown["authority"])
    assert ["2020", "2021", ""] == column(shown["filters"]["年度"])
    assert [5, None, None] == shown["received"]
    assert [("x", 2), ("y", 1)] == [(shard["folder"], shard["pages"]) for shard in shown["shards"]]
