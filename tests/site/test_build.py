"""A real `mkdocs build` of a changed project: what is published, what is left out, what is said."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest

import html_factory
import sites
from factory import make_report

REPORT = "reports/64/640381-shaogangzhen/2020"
OTHERS = (
    "reports/14/141002-yaoduqu/2020",
    "reports/37/370828-bujizhen/2021",
    "reports/41/411328-cangtaizhen/2023",
    "reports/44/441403-taoyaozhen/2020",
)
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[点这里](javascript:alert(1))",
    "{: onclick=alert(1)}",
    "{{ config.site_name }} {% include 'main.html' %}",
    '--8<-- "/etc/hostname"',
    "[TOC] [^1] !!! note _粗_ __粗__ `码` ~~删~~",
    "&lt;b&gt; &amp;amp; \\<b\\>",
    "</article></main><script>alert(2)</script>",
    '"><svg onload=alert(3)>',
    "| 甲 | 乙 |",
    "- - -",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sites.copy_project(tmp_path)


def build(project: Path, *options: str) -> tuple[int, str]:
    done = sites.run("mkdocs", "build", *options, cwd=project)
    return done.returncode, done.stdout + done.stderr


def published(project: Path, path: str) -> bool:
    return (project / "site" / path / "index.html").is_file()


def test_the_committed_content_is_published_without_a_warning(project: Path) -> None:
    status, said = build(project, "--strict")

    assert status == 0, said
    assert all(published(project, path) for path in (REPORT, *OTHERS))
    assert (project / "site/pagefind/pagefind.js").is_file()


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda text: text.replace("year: 2020", "year: [2020"), 14),
        (lambda text: text.replace("scope: own", "scope: own\nscope: own"), 14),
        (lambda text: text.replace("---\n", "", 1), 1),
        (lambda text: text.replace("| 规范性文件 | 0 |", "| 规范性文件 | 3件 |"), None),
        (lambda text: text.replace("| 规章 |", "| 规张 |"), None),
    ],
)
def test_a_damaged_report_is_named_with_its_line_and_the_others_are_published(
    project: Path, damage, line: int | None
) -> None:
    path = project / "content" / f"{REPORT}.md"
    damaged = damage(path.read_text("utf-8"))
    assert damaged != path.read_text("utf-8")
    path.write_text(damaged, "utf-8")

    status, said = build(project)

    assert status == 1
    found = re.search(rf"{REPORT}\.md:(\d+)", said)
    assert found, said
    if line:
        assert abs(int(found[1]) - line) <= 1
    assert not published(project, REPORT)
    assert all(published(project, other) for other in OTHERS)


def test_hostile_prose_is_shown_as_printed_and_runs_nowhere(project: Path) -> None:
    original = project / "content/raw/002_60799c090932cf1e.txt"
    text = original.read_text("utf-8")
    lines = "\n\n".join(f"甲乙丙丁{hostile}戊己庚辛。" for hostile in HOSTILE)
    original.write_text(
        text.replace("二、主动公开政府信息情况", f"{lines}\n\n二、主动公开政府信息情况", 1), "utf-8"
    )
    assert sites.run("nianbao", "build", "--content", str(project / "content")).returncode == 0

    status, said = build(project)

    assert status == 0, said
    page = (project / "site" / REPORT / "index.html").read_text("utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    shown = unescape(re.sub(r"<[^>]+>", "", article))
    squeezed = re.sub(r"\s+", "", shown)
    for hostile in HOSTILE:
        assert re.sub(r"\s+", "", f"甲乙丙丁{hostile}戊己庚辛") in squeezed
    tags = Tags()
    tags.feed(article)
    assert not tags.names & {"script", "img", "svg", "iframe", "object", "embed", "style"}
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert not [value for _, value in tags.attributes if (value or "").startswith("javascript:")]


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += attrs


def test_a_hostile_title_or_name_runs_nowhere(project: Path) -> None:
    path = project / "content" / f"{REPORT}.md"
    text = path.read_text("utf-8")
    evil = '"></title><script>alert(1)</script>'
    text = re.sub(r"(?m)^title: .*", lambda _: f"title: '{evil}'", text)
    text = re.sub(r"(?m)^  name: .*", lambda _: f"  name: '{evil}'", text)
    path.write_text(text, "utf-8")

    status, said = build(project)

    assert status == 0, said
    for page in (project / "site").rglob("*.html"):
        assert "<script>alert(1)" not in page.read_text("utf-8"), page


ACKNOWLEDGED = """acknowledgements:
- rule: SEC-02
  why: "纸质原件有第六部分<script>alert(1)</script>"
  who: 张三
  when: 2026-11-01
"""


def acknowledge(project: Path, text: str) -> None:
    path = project / "content/acknowledgements/44/441403-taoyaozhen/2020.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def test_an_acknowledged_finding_is_shown_with_its_reason_and_counted_apart(project: Path) -> None:
    acknowledge(project, ACKNOWLEDGED)

    status, said = build(project)

    assert status == 0, said
    page = (project / "site/reports/44/441403-taoyaozhen/2020/index.html").read_text("utf-8")
    assert "已说明：纸质原件有第六部分&lt;script&gt;" in page
    assert "◇ 1 处已说明" in page
    proof = (project / "site/quality/SEC-02/index.html").read_text("utf-8")
    row = re.search(r"2020 年</a></th>(.*?)</tr>", proof)[1]
    assert re.findall(r"<td[^>]*>(\d+)</td>", row) == ["3", "2", "0", "1", "0"]
    assert not list((project / "site").rglob("*.yml"))
    assert not (project / "site/acknowledgements").exists()


@pytest.mark.parametrize("text", [ACKNOWLEDGED.replace("SEC-02", "SEC-01"), "acknowledgements: [}"])
def test_an_acknowledgement_that_fits_nothing_is_named_and_its_finding_stays_open(
    project: Path, text: str
) -> None:
    acknowledge(project, text)

    status, said = build(project)

    assert status == 1
    assert "acknowledgements/44/441403-taoyaozhen/2020.yml:" in said
    page = (project / "site/reports/44/441403-taoyaozhen/2020/index.html").read_text("utf-8")
    assert "处已说明" not in page
    assert "#SEC-02" in page


def test_links_in_the_archive_are_not_followed(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "secret.md").write_text("# 机密文件\n", "utf-8")
    (secret / "secret.txt").write_text("机密文件", "utf-8")
    content = project / "content"
    (content / "page.md").symlink_to(secret / "secret.md")
    (content / "folder").symlink_to(secret)
    (content / "reports/64/640381-shaogangzhen/2019.md").symlink_to(secret / "secret.md")
    (content / "raw/000_e31ae3f1b2656242.txt").unlink()
    (content / "raw/000_e31ae3f1b2656242.txt").symlink_to(secret / "secret.txt")

    status, said = build(project)

    assert status == 1
    assert "page.md" in said
    assert "2019.md" in said
    for path in (project / "site").rglob("*"):
        if path.is_file():
            assert "机密文件".encode() not in path.read_bytes(), path


def test_an_original_that_changed_since_it_was_read_is_not_offered(project: Path) -> None:
    original = project / "content/raw/002_60799c090932cf1e.txt"
    original.write_bytes(original.read_bytes() + b"\n")

    status, said = build(project)

    assert status == 1
    assert "run nianbao build" in said
    assert published(project, REPORT)
    assert not published(project, f"{REPORT}/original")


def test_originals_are_published_only_as_downloads_that_no_browser_runs(project: Path) -> None:
    build(project)

    assert {path.suffix for path in (project / "site/originals").iterdir()} == {".bin"}
    assert not (project / "site/raw").exists()
    assert not list((project / "site").rglob("*.trace.json"))


def test_two_builds_give_the_same_pages(project: Path) -> None:
    build(project, "--site-dir", "one")
    build(project, "--site-dir", "two")

    pages = sorted(path.relative_to(project / "one") for path in (project / "one").rglob("*.html"))
    assert pages
    for page in pages:
        assert (project / "one" / page).read_bytes() == (project / "two" / page).read_bytes()


def test_an_archive_without_reports_still_builds(project: Path) -> None:
    for path in sorted((project / "content/reports").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()

    status, said = build(project)

    assert status == 0, said
    assert (project / "site/index.html").is_file()


def test_a_web_page_as_original_is_read_and_its_figures_lead_to_its_text(project: Path) -> None:
    cells = make_report(3, year=2021, form="2021-30", damage=False).cells
    title = html_factory.TITLE.format(year=2021)
    body = html_factory.report("2021-30", 2021, cells, html_factory.Style(html_factory.paragraph), title)
    raw = project / "content/raw/page.html"
    raw.write_text(html_factory.portal(f"{body}<script>alert(1)</script>", title, Random(1)), "utf-8")
    raw.with_name("page.html.yml").write_text("region: '330106'\n", "utf-8")
    done = sites.run("nianbao", "build", "--content", str(project / "content"))
    assert done.returncode == 0, done.stderr

    status, said = build(project)

    assert status == 0, said
    (folder,) = (project / "site/reports/33").iterdir()
    report = (folder / "2021/index.html").read_text("utf-8")
    original = (folder / "2021/original/index.html").read_text("utf-8")
    assert "alert(1)" not in report + original
    links = re.findall(r'href="original/#L(\d+)">([\d.]+)<', report)
    assert len(links) > 100
    for line, figure in links:
        shown = re.search(rf'id="L{line}"[^>]*>(.*?)</li>', original, re.DOTALL)
        assert shown
        assert figure in unescape(re.sub(r"<[^>]+>", " ", shown[1]))
