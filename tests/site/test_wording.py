"""The pages on wording in a real build: which there are, what they say, and that they are escaped."""

import re
from html import unescape
from pathlib import Path

import pytest

import sites
import wording_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The site with these reports added, and the paths of their pages."""
    project = sites.copy_project(tmp_path_factory.mktemp("wording"))
    paths = wording_site.write(project / "content")
    done = sites.run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "site", paths


def article(site: Path, path: str) -> str:
    page = (site / path / "index.html").read_text("utf-8")
    return page[page.index("<article") : page.index("</article>")]


def test_only_reports_with_an_earlier_one_have_a_page_of_changes(built: tuple[Path, list[str]]) -> None:
    site, paths = built
    having = [path for path in paths if (site / path / "changes/index.html").is_file()]

    assert having == [path for path in paths if not path.endswith("2020")]
    for path in paths:
        assert ('changes/"' in article(site, path)) == (path in having)


def test_only_reports_that_share_a_passage_have_a_page_of_it(built: tuple[Path, list[str]]) -> None:
    site, paths = built
    having = [path for path in paths if (site / path / "shared/index.html").is_file()]

    assert having == [path for path in paths if path.endswith("2023")]
    for path in paths:
        assert ('shared/"' in article(site, path)) == (path in having)


def test_the_page_of_changes_states_its_figures_and_which_year_it_compares(
    built: tuple[Path, list[str]],
) -> None:
    site, paths = built
    shown = re.sub(r"<[^>]+>", "", article(site, f"{paths[2]}/changes"))

    total, new = map(int, re.findall(r"报告的 (\d+) 句话里，(\d+) 句是新写的", shown)[0])
    counts = [int(found) for found in re.findall(r"(?:新写|改写|只改数字|照用) (\d+) 句", shown)]
    assert total == sum(counts)
    assert new == counts[0]
    assert "2022 年的报告本站没有收录，所以与 2021 年对照" in shown


def test_both_pages_say_what_they_show_in_plain_words(built: tuple[Path, list[str]]) -> None:
    site, paths = built

    assert "文字相同可以是正当的" in article(site, f"{paths[2]}/shared")
    changes = article(site, f"{paths[2]}/changes")
    assert "新句：</span>" in changes
    assert "原为</span>" in changes


def test_hostile_text_is_shown_as_printed_and_runs_nowhere(built: tuple[Path, list[str]]) -> None:
    site, paths = built
    for path in (f"{paths[1]}/changes", f"{paths[2]}/changes", f"{paths[2]}/shared"):
        html = article(site, path)
        assert not re.search(r"<(?:script|img)", html)
        shown = unescape(re.sub(r"<[^>]+>", "", html))
        if path.endswith("changes"):
            assert wording_site.HOSTILE[:25] in shown
            assert "{{ config }}" in shown
