"""The gold set of the search: queries of every class over a generated archive, and their true answers.

Truth is containment in what a report says, decided here without the tokeniser under test: one width and
case, no signs and spaces, a number only whole. Several words must all occur; quotes make one phrase.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from factory import YEARS, make_report
from factory_authorities import SYLLABLES, authority
from mkdocs_nianbao.search import build
from nianbao.archive import report_path
from nianbao.cells import State
from nianbao.forms import FORMS
from nianbao.model import Heading, Paragraph, Report
from nianbao.render.archive_view import Entry, archive_view
from nianbao.search_page import search_pages

AUTHORITIES = tuple(map(authority, (*range(14), *(20 * (2 + turn) + turn * 7 % 20 for turn in range(46)))))
"""Governments of counties, townships with different names, and departments: six reports each."""

SHARD_SIZE = 100  # less than two years, so that answers come from several shards

TRADITIONAL = {
    "農村低保": "农村低保",
    "疫苗接種": "疫苗接种",
    "營商環境": "营商环境",
    "環境監測": "环境监测",
    "養老服務": "养老服务",
    "徵地補償": "征地补偿",
    "財政預決算": "财政预决算",
    "公共法律服務": "公共法律服务",
    "門戶網站": "门户网站",
    "責任清單": "责任清单",
    "業務培訓": "业务培训",
    "專項檢查": "专项检查",
    "鏈接失效": "链接失效",
    "錯別字": "错别字",
    "鄞州區": "鄞州区",
    "臨汾市": "临汾市",
    "廣東省": "广东省",
    "政務服務大廳": "政务服务大厅",
}
TERMS = (
    *("行政复议", "行政诉讼", "依申请公开", "主动公开", "规范性文件", "行政许可", "行政处罚", "本年新收"),
    *(
        "予以公开",
        "国家秘密",
        "应公开尽公开",
        "结转下年度",
        "不予公开",
        "部分公开",
        "政府信息管理",
        "监督保障",
    ),
    *("平台建设", "重复申请", "统计期限", "信息处理费", "其他处理", "勾稽关系", "危旧房改造", "一图读懂"),
)
COUNTIES = ("xihuqu 西湖区", "yinzhouqu 鄞州区", "gulouqu 鼓楼区", "tianhequ 天河区", "yaoduqu 尧都区")
SPELT_TERMS = ("xingzhengfuyi 行政复议", "yi shenqing gongkai 依申请公开", "guojia mimi 国家秘密")


@dataclass(frozen=True)
class Query:
    """What is asked, and what is meant by it: words that must all occur, each as one phrase."""

    kind: str
    text: str
    meant: tuple[str, ...]


@cache
def reports() -> tuple[Report, ...]:
    """The archive: every authority with its six years."""
    return tuple(
        make_report(7000 + number, year=year, authority=owner)
        for number, owner in enumerate(AUTHORITIES)
        for year in YEARS
    )


def url(report: Report) -> str:
    return f"{report_path(report).removesuffix('.md')}/"


def write_index(site: Path) -> None:
    """Write the search index of the archive below the folder of a site."""

    def entry(report: Report) -> Entry:
        light = replace(report, lead=(), sections=())
        return Entry(path=report_path(report), report=light, load=lambda: report, held=1)

    build(search_pages(archive_view(map(entry, reports()))), site, site.parent / "cache", SHARD_SIZE)


# What a report says


def blocks(report: Report) -> Iterator[str]:
    """Yield every text that stands together: title, names, headings, paragraphs, labels, figures."""
    region = report.authority.region
    yield report.title
    yield report.authority.name
    yield "".join((region.province, region.prefecture, region.county, region.township))
    for number, section in enumerate(report.sections):
        yield "一二三四五六"[section.number - 1 if section.number else number] + section.title
    for block in (*report.lead, *(b for section in report.sections for b in section.blocks)):
        if isinstance(block, Heading | Paragraph):
            yield block.text
    yield from _tables(report)


def _tables(report: Report) -> Iterator[str]:
    form = FORMS.get(report.form)
    for table in form.tables if form else ():
        yield from (table.title, table.stub)
        for column in table.columns:
            yield from (column.label, *column.path)
        for row in table.rows:
            yield from (row.label, *row.path)
    for cell in report.cells.values():
        if cell.value is not None:
            yield format(cell.value, "f")
        elif cell.state is State.MARK:
            yield cell.raw


def plain(text: str) -> str:
    """One width and case, numbers without separators, no signs; `·` keeps words and decimals apart."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<![\d.])(\d+)\.(\d+)(?![\d.])", r"\1d\2", text)
    text = re.sub(r"(?<=[0-9a-z])[\W_]+(?=[0-9a-z])", "·", text)
    return re.sub(r"[^\w·]|_", "", text)


@cache
def said() -> dict[str, str]:
    """The plain text of every report by its address, blocks apart."""
    return {url(report): "\n".join(map(plain, blocks(report))) for report in reports()}


@cache
def truth(query: Query) -> set[str]:
    wanted = [_whole(plain(text)) for text in query.meant]
    return {page for page, text in said().items() if all(pattern.search(text) for pattern in wanted)}


def _whole(text: str) -> re.Pattern[str]:
    """The text, not cutting a number or a Latin word at its edges."""
    begin = r"(?<![0-9d])" if text[0].isdigit() else r"(?<![a-z])" if text[0].isascii() else ""
    end = r"(?![0-9d])" if text[-1].isdigit() else r"(?![a-z])" if text[-1].isascii() else ""
    return re.compile(begin + re.escape(text) + end)


# The queries


@cache
def queries() -> tuple[Query, ...]:
    chance = random.Random(2019)
    paragraphs = [text for report in reports() for text in map(str, _paragraphs(report))]
    return (
        *(Query("town", town, (town,)) for town in _towns()[:25]),
        *(Query("county and town", f"{c} {t}", (c, t)) for c, t in _towns_with_county()[:22]),
        *(Query("term", term, (term,)) for term in TERMS),
        *_pieces(chance, paragraphs, "two characters", 24, lambda: 2),
        *_pieces(chance, paragraphs, "one character", 12, lambda: 1),
        *_pieces(chance, paragraphs, "phrase", 26, lambda: chance.randint(4, 9)),
        *_pieces(chance, paragraphs, "fragment", 24, lambda: chance.randint(12, 24)),
        *(Query("number", text, (text,)) for text in _figures(chance, 26)),
        *_mixed(chance, paragraphs, 20),
        *_quoted(chance, paragraphs, 20),
        *(Query("traditional", text, (meant,)) for text, meant in TRADITIONAL.items()),
        *(Query("pinyin", *_spelling(line)) for line in (*_spelt_towns(18), *COUNTIES, *SPELT_TERMS)),
    )


def slips() -> tuple[tuple[str, str], ...]:
    """Names with one character wrong → the name meant."""
    wrong = [(f"{town[0]}鱻{town[2:]}", town) for town in _towns()[:10] if len(town) > 2]
    return (*wrong, ("勾嵇关系", "勾稽关系"), ("行政复仪", "行政复议"), ("政行诉讼", "行政诉讼"))


def _paragraphs(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield from (b.text for b in section.blocks if isinstance(b, Paragraph) and len(b.text) > 40)


def _towns() -> list[str]:
    return [town for _, town in _towns_with_county()]


def _towns_with_county() -> list[tuple[str, str]]:
    regions = [owner.region for owner in AUTHORITIES]
    return [(r.county, r.township) for r in regions if r.township]


def _spelt_towns(count: int) -> list[str]:
    sounds = {**dict(SYLLABLES), "镇": "zhen", "乡": "xiang", "街": "jie", "道": "dao"}
    spelt = [f"{''.join(sounds[character] for character in town)} {town}" for town in _towns()]
    apart = [f"{' '.join(sounds[character] for character in town)} {town}" for town in _towns()]
    return [*spelt[: count // 2], *apart[count // 2 : count]]


def _spelling(line: str) -> tuple[str, tuple[str, ...]]:
    letters, _, name = line.rpartition(" ")
    return letters, (name,)


def _pieces(
    chance: random.Random, texts: list[str], kind: str, count: int, length: Callable[[], int]
) -> Iterator[Query]:
    """Yield runs of Chinese characters from anywhere in the prose."""
    made = 0
    while made < count:
        text = chance.choice(texts)
        size = length()
        start = chance.randrange(len(text) - size)
        piece = text[start : start + size]
        if re.fullmatch(r"[\u4e00-\u9fff]", piece[0]) and re.fullmatch(r"[\u4e00-\u9fff]", piece[-1]):
            made += 1
            yield Query(kind, piece, (piece,))


def _figures(chance: random.Random, count: int) -> list[str]:
    figures = sorted({format(c.value, "f") for r in reports() for c in r.cells.values() if c.value})
    decimals = [figure for figure in figures if "." in figure]
    separated = [f"{int(figure):,}" for figure in figures if figure.isdigit() and len(figure) > 3]
    rare = [*chance.sample(decimals, min(len(decimals), count // 3)), *separated[: count // 3]]
    return [*rare, *chance.sample([figure for figure in figures if figure not in rare], count - len(rare))]


def _mixed(chance: random.Random, texts: list[str], count: int) -> Iterator[Query]:
    pieces = _pieces(chance, texts, "", count, lambda: 4)
    for piece, town in zip(pieces, _towns() * 2, strict=False):
        year = str(chance.choice(YEARS))
        word = piece.meant[0]
        yield (
            Query("mixed", f"{year} {word}", (year, word))
            if chance.random() < 0.5
            else Query("mixed", f"{town} {year}", (town, year))
        )


def _quoted(chance: random.Random, texts: list[str], count: int) -> Iterator[Query]:
    for number, piece in enumerate(_pieces(chance, texts, "", count, lambda: chance.randint(4, 10))):
        sign = ('"{}"', "“{}”")[number % 2]
        yield Query("quoted", sign.format(piece.text), piece.meant)
