"""The site's own reference pages as the search index sees them: the glossary and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from nianbao.index_page import IndexBlock, IndexPage
from nianbao.render.glossary_page import glossary_view
from nianbao.render.method_page import method_view
from nianbao.render.quality import quality


def reference_pages() -> tuple[IndexPage, ...]:
    """Return the pages that explain the reports, with an anchor for every term and rule."""
    return (
        IndexPage(url="glossary/", title="术语", blocks=lambda: tuple(_glossary()), where="参考"),
        IndexPage(url="method/", title="方法", blocks=lambda: tuple(_method()), where="参考"),
    )


def terms() -> tuple[str, ...]:
    """Return the words of the field that a query may mean, shortest first: the labels of the tables too."""
    labels = {label for group in glossary_view().groups for term in group.rows for label in term.labels}
    listed = files("nianbao").joinpath("search_terms.txt").read_text("utf-8")
    words = {line for line in listed.splitlines() if not line.startswith("#")}
    return tuple(sorted(labels | words, key=lambda term: (len(term), term)))


def _glossary() -> Iterator[IndexBlock]:
    for group in glossary_view().groups:
        yield IndexBlock(group.title, group.id, heading=2)
        for term in (*group.rows, *group.columns):
            yield IndexBlock(" ／ ".join(term.labels), term.id, heading=3)
            meaning = term.meaning
            yield from (IndexBlock(text) for text in (meaning.meaning, meaning.misread, meaning.law) if text)


def _method() -> Iterator[IndexBlock]:
    view = method_view(quality(()))  # its words: the counts of the archive are not searched
    for _, word, meaning in view.states:
        yield IndexBlock(f"{word}：{meaning}")
    for item in view.rules:
        rule = item.rule
        yield IndexBlock(rule.title, rule.id, heading=3)
        yield from (IndexBlock(text) for text in (rule.formula, rule.reason, rule.cause, rule.fix) if text)
