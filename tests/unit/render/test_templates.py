"""The templates: whatever a report holds comes out as text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from factory import zero_report
from nianbao.acknowledgements import Acknowledgement
from nianbao.model import Heading, Note, Paragraph, Region, Report, Section
from nianbao.render.archive_view import Entry, archive_view
from nianbao.render.pages import PageSpec, generated_pages, handwritten_view
from nianbao.render.standing import Standing
from nianbao.rules import Outcome, Severity, Suspect, Verdict, Words

OVERRIDES = Path(__file__).parents[3] / "site_overrides"
HOSTILE = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>{{ config }}{% raw %}&amp;"


def hostile_report() -> Report:
    report = zero_report("2021-30")
    region = Region(code="141002", province=HOSTILE, prefecture=HOSTILE, county=HOSTILE, township=HOSTILE)
    return replace(
        report,
        title=HOSTILE,
        authority=replace(report.authority, id="141002-x", name=HOSTILE, region=region),
        source=replace(report.source, path=f"a/{HOSTILE}", url=f"https://example.org/{HOSTILE}"),
        lead=(Paragraph(HOSTILE),),
        sections=(Section(1, HOSTILE, (Heading(3, HOSTILE), Paragraph(HOSTILE))),),
        notes=(Note("x", HOSTILE),),
        reader=HOSTILE,
    )


def entry(report: Report) -> Entry:
    failed = tuple(
        Outcome(
            HOSTILE,
            Verdict.FAILS,
            Severity.ERROR,
            ("applications.new.total",),
            HOSTILE,
            words=(Words(0, 0, 3 * number, 3 * number + 30), Words(1, 1, 0, 9)),
            clerk=HOSTILE,
            suspect=Suspect("applications.new.total", Decimal(7)),
        )
        for number in range(5)
    )
    explained = Acknowledgement(
        "X-1", (), HOSTILE, None, None, HOSTILE, HOSTILE, date(2026, 11, 1), "x.yml:1"
    )
    return Entry(
        path=f"reports/14/{report.authority.id}/{report.year}.md",
        report=report,
        load=lambda: report,
        failed=failed[1:],
        explained=((failed[0], explained),),
        standings={"APP-02": Standing.FAILED, "APP-01": Standing.EXPLAINED},
        held=1,
        not_assessable=1,
        original=lambda: HOSTILE,
        download="originals/0.bin",
    )


def neighbour() -> Report:
    report = hostile_report()
    return replace(report, authority=replace(report.authority, id="141002-y", name=f"{HOSTILE}二"))


ARCHIVE = archive_view(
    [entry(hostile_report()), entry(replace(hostile_report(), year=2021)), entry(neighbour())]
)
HANDWRITTEN = (("index.md", "home.html"), ("method.md", "method.html"), ("glossary.md", "glossary.html"))


class Tags(HTMLParser):
    """Every tag of a page and its attributes, and the text between."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(spec: PageSpec) -> Tags:
    """Render the blocks that we write, in an environment without autoescape, as MkDocs' is."""
    # A view object must have all that its template asks for: an undefined name is an error here.
    environment = Environment(loader=FileSystemLoader(OVERRIDES), undefined=StrictUndefined, autoescape=False)
    environment.filters["url"] = lambda path: f"/{path}"
    template = environment.get_template(spec.template)
    page = SimpleNamespace(
        meta={"nianbao": spec.view()}, content="<p>own</p>", url="x/", canonical_url="", title=spec.title
    )
    context = template.new_context({"page": page, "config": {"site_name": "年报库", "extra": {}}})
    tags = Tags()
    for name in ("aside", "content"):
        if name in template.blocks:
            tags.feed("".join(template.blocks[name](context)))
    return tags


def specs() -> Iterator[PageSpec]:
    yield from generated_pages(ARCHIVE)
    for path, template in HANDWRITTEN:
        yield PageSpec(path, template, "", "", lambda path=path: handwritten_view(path, ARCHIVE))


@pytest.mark.parametrize("spec", tuple(specs()), ids=lambda spec: spec.path)
def test_nothing_of_a_report_becomes_markup(spec: PageSpec) -> None:
    page = rendered(spec)
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")]
        for address in (attributes.get("href"), attributes.get("src")):
            assert address is None or address.startswith(("/", "#", "https://", "original/", "../"))


def test_hostile_words_are_shown_as_they_are() -> None:
    spec = next(spec for spec in specs() if spec.template == "report.html")
    page = rendered(spec)
    assert page.text.count(HOSTILE) > 10


@pytest.mark.parametrize("spec", tuple(specs()), ids=lambda spec: spec.path)
def test_ids_are_unique_and_references_resolve(spec: PageSpec) -> None:
    tags = rendered(spec).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in tags:
        href = attributes.get("href") or ""
        references = [href.removeprefix("#")] if href.startswith("#") else []
        for name in ("aria-describedby", "aria-labelledby", "headers"):
            references += (attributes.get(name) or "").split()
        assert set(references) <= set(ids)


@pytest.mark.parametrize("template", sorted(OVERRIDES.glob("*.html")), ids=lambda path: path.name)
def test_every_page_template_escapes_what_it_prints(template: Path) -> None:
    inner = template.read_text("utf-8").split("{% block content %}")
    assert len(inner) == 1 or template.name == "main.html" or "{% autoescape true %}" in inner[1]
