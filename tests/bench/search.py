"""`python tests/bench/search.py [SITE [QUERIES]]`: what queries cost a visitor of any built site.

SITE is a folder with a built site (`site` where none is named), QUERIES a file with a query on each line.
Without it the queries are taken from the site's own index: names of authorities and places, figures, and
pieces of sentences, with the words that stand on every page. Each query is asked twice: first in a page
with nothing loaded, which gives the bytes (programs, catalogue, index and ten results, as a server sends
them that compresses what is text), then in a page that stays open, which gives the time; both to the first
results and to all of them.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

import chromium  # noqa: E402  # the path above comes first
from nianbao.tokens import tokens  # noqa: E402

BOILERPLATE = ("政府信息公开", "政府", "公开", "年", "0", "行政复议", "本年新收", "人民政府", "其他处理", "1")
COMPRESSED = (".bin", ".pf_index", ".pf_meta", ".pagefind")
COUNT = 60  # queries taken from a site
ASK = """async ([base, query]) => {
  const { Questions } = await import(base + "assets/javascripts/search/questions.js");
  globalThis.questions ??= new Questions(base);
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(10000);
  const isSent = ({ transferSize, encodedBodySize }) => transferSize >= encodedBodySize; // not from the cache
  const loaded = () => performance.getEntriesByType("resource").filter(isSent).map(({ name }) => name);
  const started = performance.now();
  let first = null;
  const early = () => (first = [performance.now() - started, loaded()]);
  const { hits } = await questions.ask(query, {}, 10, early);
  const all = [performance.now() - started, loaded()];
  return { hits: hits.length, first: first ?? all, all };
}"""


class Cost(NamedTuple):
    """Of one query: pages found, bytes with nothing loaded before, and milliseconds with the programs
    loaded, each to the first results shown and to all."""

    query: str
    found: int
    first_size: int
    size: int
    first_milliseconds: float
    milliseconds: float


class Quiet(SimpleHTTPRequestHandler):
    """Serves a site and prints nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the site on a free port and yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(browser: Browser, site: Path, base: str, queries: tuple[str, ...]) -> Iterator[Cost]:
    """Yield what each query costs."""
    open_page = browser.new_page()
    open_page.goto(f"{base}404.html")
    open_page.evaluate(ASK, [base, queries[0]])
    for query in queries:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{base}404.html")
        cold = page.evaluate(ASK, [base, query])
        context.close()
        warm = open_page.evaluate(ASK, [base, query])
        sizes = (sum(size_of(site, url.removeprefix(base)) for url in cold[at][1]) for at in ("first", "all"))
        yield Cost(query, warm["hits"], *sizes, warm["first"][0], warm["all"][0])


def size_of(site: Path, path: str) -> int:
    """Return the bytes of a file as gzip makes them, unless it is compressed already."""
    file = site / path.partition("?")[0]
    data = file.read_bytes()
    return len(data) if file.suffix in COMPRESSED else len(gzip.compress(data, 6))


def queries_of(site: Path) -> tuple[str, ...]:
    """Return queries made from what the site's index shows, the same for every run."""
    chance = random.Random(1)
    folder = site / "pagefind"
    catalogue = _unpacked(folder / "catalogue.bin")
    names = [name for name in catalogue["authority"]["values"] if name]
    places = [where.split(" ")[-1] for where in catalogue["where"]["values"]]
    records = chance.sample(sorted(folder.glob("*/pages/*.bin")), COUNT // 2)
    texts = [[block for block in _unpacked(path)["blocks"] if isinstance(block, str)] for path in records]
    pieces = [_piece(chance, [text for text in page if len(text) > 20] or ["年度报告"]) for page in texts]
    figures = [chance.choice([text for text in page if text.isdigit()] or ["0"]) for page in texts]
    made = [f"{place} {word}" for place, word in zip(places, ("教育", "2021", "行政复议"), strict=False)]
    sampled = (
        chance.sample(found, min(len(found), COUNT // 6)) for found in (names, places, pieces, figures)
    )
    return tuple(dict.fromkeys([*BOILERPLATE, *made, *(query for found in sampled for query in found)]))


def _piece(chance: random.Random, texts: list[str]) -> str:
    text = chance.choice(texts)
    length = chance.randint(2, 12)
    start = chance.randrange(max(1, len(text) - length))
    return text[start : start + length] if tokens(text[start : start + length]) else "公开"


def _unpacked(path: Path) -> Any:
    return json.loads(gzip.decompress(path.read_bytes()))


def main() -> None:
    """Print the median and the worst of the queries, then the five dearest of each kind."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    listed = Path(sys.argv[2]).read_text("utf-8").splitlines() if len(sys.argv) > 2 else ()
    queries = tuple(listed) or queries_of(site)
    with sync_playwright() as playwright, served(site) as base:
        browser = chromium.launch(playwright)
        costs = tuple(measure(browser, site, base, queries))
        browser.close()
    for name, unit, values in (
        ("to the first results", "kB", [cost.first_size / 1000 for cost in costs]),
        ("to all of them", "kB", [cost.size / 1000 for cost in costs]),
        ("to the first results", "ms", [cost.first_milliseconds for cost in costs]),
        ("to all of them", "ms", [cost.milliseconds for cost in costs]),
    ):
        print(f"{name}: median {statistics.median(values):.0f} {unit}, worst {max(values):.0f} {unit}")
        for value, cost in sorted(zip(values, costs, strict=True), reverse=True)[:5]:
            print(f"  {value:8.0f} {unit}  {cost.found:6} pages  {cost.query}")


if __name__ == "__main__":
    main()
