"""The MkDocs plugin: the archive's pages, their search index, and the originals for download."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from mkdocs_nianbao import search
from mkdocs_nianbao.archive import entries
from mkdocs_nianbao.config import NianbaoConfig
from mkdocs_nianbao.frame import share_frame
from mkdocs_nianbao.pages import GeneratedPage, generated_file
from mkdocs_nianbao.policy import Policy
from nianbao.render.archive_view import ArchiveView, archive_view, with_copies
from nianbao.render.pages import generated_downloads, generated_pages, handwritten_view
from nianbao.search_page import search_pages

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.nianbao")

# Parts of the archive that are no pages: MkDocs would publish them as they are.
_NOT_PUBLISHED = ("reports/", "raw/", "corrections/", "acknowledgements/")


class NianbaoPlugin(BasePlugin[NianbaoConfig]):
    """Publishes the archive in `docs_dir`; every event only hands over to the domain library."""

    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a wrong report may end the run: a preview goes on."""
        self.serving = command == "serve"

    @event_priority(100)  # before plugins that look at the files: these are the site's pages
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the archive's files by the pages made of them."""
        self.problems: list[str] = []
        content = Path(config.docs_dir)
        self._drop_unpublished(files, content)
        self.archive: ArchiveView = with_copies(archive_view(entries(content, self.problems)))
        for spec in generated_pages(self.archive):
            files.append(generated_file(spec, config))
        for problem in self.problems:
            log.error(problem)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Learn which inline scripts are the theme's own, and make templates quick and their pages small."""
        env.trim_blocks = env.lstrip_blocks = True  # tags leave no blank lines
        env.auto_reload = False  # else every include of every page asks the disk; a rebuild has a new env
        share_frame(env)
        names = env.list_templates(filter_func=lambda name: name.startswith("partials/javascripts/"))
        loader = env.loader
        self.policy = Policy(loader.get_source(env, name)[0] for name in names) if loader else Policy(())
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the page's template its view."""
        if isinstance(page, GeneratedPage):
            page.meta["nianbao"] = page.spec.view()
        else:
            page.meta["nianbao"] = handwritten_view(page.file.src_uri, self.archive)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Forget the view once the page is written, and lock the page.

        A preview stays open: its live reload is an inline script that MkDocs adds afterwards.
        """
        page.meta.pop("nianbao", None)
        return output if self.serving else self.policy.apply(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish the originals, build the search index, and end the run if a report was left out."""
        site = Path(config.site_dir)
        self._publish_originals(Path(config.docs_dir), site)
        for download in generated_downloads(self.archive):
            path = site / download.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(download.text(), "utf-8", newline="")
        if self.config.search:
            cache = Path(config.config_file_path).parent / ".cache" / "nianbao" / "search"
            search.build(search_pages(self.archive), site, cache)
        if self.problems and not self.serving:
            raise PluginError(f"{len(self.problems)} file(s) of the archive were left out, see above")

    def _drop_unpublished(self, files: Files, content: Path) -> None:
        root = content.resolve()
        for file in list(files):
            path = Path(file.abs_src_path) if file.abs_src_path else None
            if file.src_uri.startswith(_NOT_PUBLISHED):
                files.remove(file)
            elif path and path.is_relative_to(content) and path.resolve() != root / file.src_uri:
                self.problems.append(f"{file.src_uri}: is reached through a symbolic link")
                files.remove(file)

    def _publish_originals(self, content: Path, site: Path) -> None:
        for entry in self.archive.entries:
            if entry.download:
                target = site / entry.download
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes((content / "raw" / entry.report.source.path).read_bytes())
