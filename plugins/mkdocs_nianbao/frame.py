"""What stands around a page's content, drawn once for all pages of a folder and depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

_BLOCKS = ("styles", "config", "scripts")
_PARTIALS = (
    *("search.html", "palette.html", "logo.html", "top.html", "footer.html"),
    *("nianbao/bar.html", "nianbao/drawer.html"),
)
"""Blocks of the theme's `base.html` and templates that show nothing of a page but where it stands."""

_Drawn = Callable[["Context"], Iterator[str]]


def share_frame(env: Environment) -> None:
    """Make the environment draw the frame once for each place: it was half of the time of a small page."""
    base = env.get_template("base.html")
    base.blocks |= {name: _shared(base.blocks[name]) for name in _BLOCKS}
    for name in _PARTIALS:
        partial = env.get_template(f"partials/{name}")
        partial.root_render_func = _shared(partial.root_render_func)


def _shared(draw: _Drawn) -> _Drawn:
    """Return what draws the same text; at one depth only links to the page's own folder differ."""
    drawn: dict[tuple[str, str], str] = {}

    def shared(context: Context) -> Iterator[str]:
        page = context["page"]
        place = context["base_url"], page.url.partition("/")[0] if page else ""
        if place not in drawn:
            drawn[place] = "".join(draw(context))
        yield drawn[place]

    return shared
