"""Pages without a file: content is made when a page is written, and then forgotten."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from nianbao.render.pages import PageSpec


class GeneratedPage(Page):
    """A page made from a `PageSpec`: ten thousand of them must not hold their content at once."""

    def __init__(self, spec: PageSpec, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(spec.title), file, config)  # the theme prints titles as they are
        self.spec = spec

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the meta data that templates and the sitemap need; there is no source to read."""
        self.markdown = ""
        self.meta = {
            "template": self.spec.template,
            "title": escape(self.spec.title),
            "description": escape(self.spec.description),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty: the page's template draws it from the view."""
        self.content = ""
        self.toc = get_toc([])


def generated_file(spec: PageSpec, config: MkDocsConfig) -> File:
    """Return the MkDocs file of a generated page, outside the nav: a nav of all pages is quadratic."""
    file = File.generated(config, spec.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.page = GeneratedPage(spec, file, config)
    return file
