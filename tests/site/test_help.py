"""The pages that explain: found from where a reader needs them, and every link into them arrives."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from comparison_site import Built

REPORT = "reports/14/141002-yaoduqu/2020"


def page(site: Path, folder: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / folder / "index.html").read_text("utf-8"))


def links(parsed: LexborHTMLParser, place: str = "article") -> set[str]:
    return {(link.attributes["href"] or "").lstrip("./") for link in parsed.css(f"{place} a[href]")}


@pytest.mark.parametrize("folder", ["", "glossary", "about", REPORT])
def test_how_to_apply_is_found_from_where_one_asks(built_site: Path, folder: str) -> None:
    parsed = page(built_site, folder)
    assert {link.partition("#")[0] for link in links(parsed)} & {"request/", "request"}
    assert "request/" in links(parsed, ".nb-bar")


def test_every_time_limit_names_the_article_it_rests_on(built_site: Path) -> None:
    rows = page(built_site, "request").css("table.nb-limits tbody tr")
    assert len(rows) == 7
    for row in rows:
        assert len(row.css("th[scope=row]")) == 1
        limit, law = (cell.text() for cell in row.css("td"))
        assert re.search(r"\d+ (个工作日|日|个月)内|\d+ 个工作日，", limit)
        assert re.search(r"第[一二三四五六七八九十]+条", law)


def test_every_step_and_remedy_names_an_article(built_site: Path) -> None:
    parsed = page(built_site, "request")
    items = [*parsed.css("article ol > li"), *parsed.css("#refused ~ ul > li")]
    assert len(items) == 7
    assert all(re.search(r"第[一二三四五六七八九十]+条", item.text()) for item in items)


def glossary_links(site: Path, pattern: str) -> Iterator[tuple[str, str]]:
    for path in site.glob(pattern):
        for link in LexborHTMLParser(path.read_text("utf-8")).css("a[href*='glossary/#']"):
            yield path.relative_to(site).as_posix(), (link.attributes["href"] or "").partition("#")[2]


def test_every_link_into_the_glossary_arrives(built_site: Path, comparison_site: Built) -> None:
    terms = {term.attributes["id"] for term in page(built_site, "glossary").css("dl.nb-terms > div")}
    for site, pattern in (
        (built_site, "request/index.html"),
        (comparison_site.site, "reports/3*/*/**/index.html"),
        (comparison_site.site, "indicators/*/index.html"),
    ):
        found = list(glossary_links(site, pattern))
        assert found, pattern
        assert [link for link in found if link[1] not in terms] == []


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        ("reports/*/*/*/index.html", "table.nb-table tbody th"),
        ("reports/*/*/index.html", "table.nb-all tbody th[scope=row]"),
    ],
)
def test_every_row_label_of_a_figure_leads_to_its_meaning(
    comparison_site: Built, pattern: str, rows: str
) -> None:
    labels = 0
    for path in sorted(comparison_site.site.glob(pattern))[:60]:
        for head in LexborHTMLParser(path.read_text("utf-8")).css(rows):
            if head.attributes.get("scope") == "row" and "k1" not in (head.attributes.get("class") or ""):
                assert head.css_first("a[href*='glossary/#']"), (path, head.text())
                labels += 1
    assert labels > 1000


def test_every_cell_of_a_formula_leads_to_its_meaning(comparison_site: Built) -> None:
    formulas = [
        formula
        for path in comparison_site.site.glob("indicators/*/index.html")
        for formula in LexborHTMLParser(path.read_text("utf-8")).css(".nb-formula")
    ]
    assert formulas
    for formula in formulas:
        for named in formula.css("a, b, small"):
            named.decompose()
        assert re.fullmatch(r"[\s+÷（）]*", formula.text())
