"""The frame of a page, drawn once for a folder and depth, is the one that the page would draw for itself."""

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from mkdocs_nianbao.frame import share_frame
from sites import ROOT

PATHS = (
    *("index.md", "about.md", "404.md", "years/index.md", "years/2019.md", "years/2020.md"),
    *("compare/index.md", "compare/11/index.md", "compare/11/a.md", "reports/11/a/index.md"),
    *("reports/11/a/2019.md", "reports/11/a/2020.md", "regions/index.md", "regions/11.md", "indicators/x.md"),
)


def site() -> tuple[MkDocsConfig, Files, Navigation]:
    config = load_config(str(ROOT / "mkdocs.yml"), nav=["index.md"])
    files = Files([File(path, config.docs_dir, config.site_dir, use_directory_urls=True) for path in PATHS])
    return config, files, get_navigation(files, config)


def drawn(env: Environment, config: MkDocsConfig, files: Files, nav: Navigation) -> dict[str, str]:
    pages: dict[str, str] = {}
    for file in files:
        page = file.page
        assert isinstance(page, Page)
        page.content, page.meta = f"<p>{file.src_uri}</p>", {"title": file.src_uri}
        pages[file.src_uri] = env.get_template("main.html").render(get_context(nav, files, config, page))
    return pages


def test_every_page_has_the_frame_that_it_would_draw_for_itself() -> None:
    config, files, nav = site()
    alone, shared = config.theme.get_env(), config.theme.get_env()
    share_frame(shared)

    expected = drawn(alone, config, files, nav)

    assert len(set(expected.values())) == len(PATHS)
    assert expected == drawn(shared, config, files, nav)


def test_the_page_of_what_is_not_found_draws_its_own_frame_without_a_page() -> None:
    config, files, nav = site()
    alone, shared = config.theme.get_env(), config.theme.get_env()
    share_frame(shared)
    drawn(shared, config, files, nav)
    nowhere = get_context(nav, files, config, base_url="/")

    assert alone.get_template("404.html").render(nowhere) == shared.get_template("404.html").render(nowhere)
