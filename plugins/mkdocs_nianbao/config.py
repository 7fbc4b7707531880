"""The plugin's settings in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type


class NianbaoConfig(Config):
    """`search`: build the full-text index; off for quick previews of a large archive."""

    search = Type(bool, default=True)
