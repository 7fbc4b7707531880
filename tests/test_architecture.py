"""Imports point one way, and the core needs only the standard library, PyYAML and markdown-it-py."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parent.parent / "plugins"
LIMIT = 250  # lines of a module: what one can read at a sitting

# A package may import those before it; `None` stands for modules of the package's own level.
LAYERS = (
    {"errors", "cells", "__init__"},
    {"model"},
    {"forms", "tokens", "numerals", "search_bundle"},
    {"archive", "regions", "read", "index_page", "facts"},
    {"repair", "sidecar", "corrections", "rules", "prose", "search_catalogue", "search_shard"},
    {"interpret", "acknowledgements", "compare"},
    {"ingest", "render", "report_json"},
    {"build", "checked", "reference_pages"},
    {"search_page"},
    {"cli"},
    {"__main__"},
)
BEFORE_COMMIT = {"read", "repair", "interpret"}
AFTER_COMMIT = {"rules", "compare", "prose", "render", "reference_pages", "search_page"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "nianbao":
                yield from (f"nianbao.{alias.name}" for alias in node.names)


MODULES = sorted(PLUGINS.rglob("*.py"))


def part(name: str) -> str:
    """Return the part of nianbao that a dotted name belongs to, empty for other packages."""
    pieces = name.split(".")
    return pieces[1] if pieces[0] == "nianbao" and len(pieces) > 1 else ""


def level(name: str) -> int:
    return next((index for index, layer in enumerate(LAYERS) if name in layer), -1)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PLUGINS)))
def test_a_module_is_short_and_imports_only_what_lies_below_it(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LIMIT
    if path.is_relative_to(PLUGINS / "nianbao"):
        own = path.relative_to(PLUGINS / "nianbao").parts[0].removesuffix(".py")
        assert level(own) >= 0, f"{own} stands in no layer"
        for name in imports(path):
            assert name.split(".")[0] not in ("mkdocs", "mkdocs_nianbao", "material")
            other = part(name)
            if other and other not in (own, "__version__"):
                assert level(other) < level(own), f"{own} imports {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PLUGINS)))
def test_reading_and_publishing_know_nothing_of_each_other(path: Path) -> None:
    inside = path.relative_to(PLUGINS).parts
    own = inside[1].removesuffix(".py") if inside[0] == "nianbao" else ""
    others = {part(name) for name in imports(path)}

    assert not (own in BEFORE_COMMIT and others & AFTER_COMMIT)
    assert not (own in AFTER_COMMIT and others & BEFORE_COMMIT)


def test_only_the_command_and_the_adapter_touch_files() -> None:
    touching = {
        str(path.relative_to(PLUGINS))
        for path in MODULES
        if set(imports(path)) & {"os", "pathlib", "shutil", "tempfile", "subprocess"}
        and path.relative_to(PLUGINS).parts[:2] != ("nianbao", "cli")
        and path.relative_to(PLUGINS).parts[0] != "mkdocs_nianbao"
    }

    assert touching == set()


def test_the_core_imports_with_three_packages_only() -> None:
    code = """
import sys
class Closed:
    def find_spec(self, name, path=None, target=None):
        known = {"nianbao", "yaml", "_yaml", "markdown_it", "mdurl", *sys.stdlib_module_names}
        if name.split(".")[0] not in known:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Closed())
import nianbao.ingest, nianbao.rules, nianbao.archive, nianbao.render.pages, nianbao.search_page
from nianbao.sidecar import Sidecar
text = "桃尧镇2020年政府信息公开工作年度报告\\n\\n一、总体情况\\n\\n政府信息公开工作正常。\\n"
print(nianbao.ingest.read_report(text.encode(), "x.txt", Sidecar()).year)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(PLUGINS)}, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == "2020\n"
