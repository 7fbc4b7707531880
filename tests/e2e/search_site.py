"""A small site with the search of this repository: made-up reports, Material, the real index."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copy, copytree
from threading import Thread

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from mkdocs_nianbao.search import build as build_index
from nianbao.index_page import IndexBlock, IndexPage

ROOT = Path(__file__).parents[2]

PLACES = (  # slug, authority, province, region path
    ("taoyao", "桃尧镇人民政府", "山西省", "山西省 临汾市 永和县"),
    ("yaodu", "尧都区人民政府", "山西省", "山西省 临汾市 尧都区"),
    ("shaogang", "邵岗镇人民政府", "宁夏回族自治区", "宁夏回族自治区 吴忠市 青铜峡市"),
    ("buji", "卜集镇人民政府", "山东省", "山东省 济宁市 金乡县"),
)
SETTINGS = """
site_name: 年报库
docs_dir: docs
site_dir: site/base
plugins: []
extra_css: [assets/stylesheets/tokens.css, assets/stylesheets/base.css, assets/stylesheets/search.css]
extra_javascript:
  - assets/javascripts/search/from-folder.js
  - {path: assets/javascripts/search/main.js, type: module}
theme:
  name: material
  language: zh
  font: false
  custom_dir: overrides
  palette:
    - {scheme: default, media: "(prefers-color-scheme: light)"}
    - {scheme: slate, media: "(prefers-color-scheme: dark)"}
"""
YEARS = (2019, 2020, 2021)
COMMON = (
    "本报告根据《中华人民共和国政府信息公开条例》的规定编制，"
    "所列数据自 {year} 年 1 月 1 日起至 12 月 31 日止。"
)
PARAGRAPHS = {
    ("taoyao", 2020): (
        "全年采购 23 项，金额 78.80 万元，危旧房屋改造 3 处，请登录 www.taoyao.gov.cn/zwgk 查阅。",
        "3.2021年起按月公开，做到应公开、尽公开；累计公开1,204条，另有１８０４条归档。",
    ),
    ("taoyao", 2021): ("行政复议 1 件，结果维持。", "热线12345受理群众来电 80 件。"),
    ("yaodu", 2020): ("因政府信息公开被申请行政复议 2 件、提起行政诉讼 1 件。", "答复申请 16 件。"),
    ("yaodu", 2021): ("行政诉讼 4 件，无行政", "复议案件。", "𠀀字街𪚥巷社区办理　ＷｉＦｉ　覆盖 7 处。"),
    ("shaogang", 2020): (
        "利用好微信公众号、政务公开栏等载体，开展“政府开放日”活动，<b>&amp;共 850 条</b>。",
    ),
    ("buji", 2019): ("二○一九年公开 78 条，其中村务 80 条。", "勾稽关系核对无误，金额1880.00万元。"),
    ("buji", 2021): ("桃尧镇的做法值得学习。",),
}


def pages() -> Iterator[IndexPage]:
    """Twelve reports, and a page without a year or a province."""
    for slug, authority, province, region in PLACES:
        for year in YEARS:
            yield IndexPage(
                url=f"reports/{slug}/{year}/",
                title=f"{authority}{year}年政府信息公开工作年度报告",
                blocks=partial(_blocks, slug, year, authority, region),
                authority=authority,
                year=year,
                where=region,
                filters={"省": province, "年度": str(year)},
                received=year % 2020,
                figures=(("本年新收申请", "5 件"),),
                check="✓ 未见不符",
            )
    hostile = IndexBlock("<script>alert(1)</script>")
    blocks = (IndexBlock("勾稽关系怎样核对"), hostile)
    yield IndexPage(url="method/", title="方法", blocks=lambda: blocks, where="参考", check="4321")


def _blocks(slug: str, year: int, authority: str, region: str) -> tuple[IndexBlock, ...]:
    prose = PARAGRAPHS.get((slug, year), ("全年没有收到申请。",))
    return (
        IndexBlock(region),
        IndexBlock(authority),
        IndexBlock("一、总体情况", "s1", 2),
        IndexBlock(COMMON.format(year=year)),
        IndexBlock("二、主动公开政府信息情况", "s2", 2),
        *(IndexBlock(text) for text in prose),
        IndexBlock("三、收到和处理申请情况", "s3", 2),
        *(IndexBlock(text) for text in ("本年新收", "5", "0", "5")),
    )


def make(folder: Path) -> Path:
    """Build the site below `folder`/site/base, so that the base path is not the server's root."""
    docs = folder / "docs"
    copytree(ROOT / "site_overrides", folder / "overrides")
    docs.mkdir()
    copy(ROOT / "content" / "search.md", docs)
    for page in pages():
        path = docs / page.url / "index.md"
        path.parent.mkdir(parents=True)
        path.write_text(_markdown(page), encoding="utf-8")
    (docs / "index.md").write_text("# 首页\n\n甲\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    build_site(config)
    build_index(tuple(pages()), folder / "site" / "base", folder / "cache")
    return folder / "site"


def _markdown(page: IndexPage) -> str:
    lines = [f"# {page.title}"]
    for block in page.blocks():
        text = block.text.replace("<", "&lt;")
        lines.append(f'<h2 id="{block.anchor}">{text}</h2>' if block.heading else f"<p>{text}</p>")
    return "\n\n".join(lines)


# As the site is published, but for the inline scripts of Material, which get hashes there.
CSP = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'"
)


class _QuietHandler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the folder on a free port; yields the address of the site in it."""
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/base/"
        server.shutdown()
