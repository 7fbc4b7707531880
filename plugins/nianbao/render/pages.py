"""Every generated page of the site: where it stands, which template shows it, and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from nianbao.compare import INDICATORS
from nianbao.render.archive_view import ArchiveView, Entry, earlier
from nianbao.render.authority_csv import csv_name, csv_text
from nianbao.render.authority_page import authority_view
from nianbao.render.changes_page import changes_path, changes_view
from nianbao.render.glossary_page import glossary_view
from nianbao.render.home_page import home_view
from nianbao.render.indicator_page import (
    asked_years,
    indicator_path,
    indicator_view,
    indicator_year_view,
    indicators_view,
)
from nianbao.render.method_page import method_view
from nianbao.render.original_page import original_path, original_view
from nianbao.render.pair_page import Pair, pair_view, pairs
from nianbao.render.peer_lists import peer_groups
from nianbao.render.quality import quality
from nianbao.render.quality_page import PATH as QUALITY
from nianbao.render.quality_page import quality_view, rule_path, rule_proof_view
from nianbao.render.region_page import region_view, regions_view
from nianbao.render.report_page import report_view
from nianbao.render.shared_page import shared_path, shared_view
from nianbao.render.trail import region_names, region_path, year_label
from nianbao.render.versus_names import name_list, names_path
from nianbao.render.versus_page import versus_region_view, versus_regions, versus_view
from nianbao.render.versus_parts import figures_part, figures_path
from nianbao.render.year_page import year_view, years_view
from nianbao.render.year_tree import year_tree
from nianbao.rules import RULES


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A generated page. `path` is its source path (`years/2020.md`), `view` makes what it shows.

    `view` is called when the page is rendered, and its result is forgotten afterwards.
    """

    path: str
    template: str
    title: str
    description: str
    view: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Download:
    """A generated file that is no page. `path` is its URL path, `text` is made when the file is written."""

    path: str
    text: Callable[[], str]


def generated_downloads(archive: ArchiveView) -> Iterator[Download]:
    """Yield every file made from the archive for other programs, each path once."""
    for entries in archive.authorities.values():
        yield Download(csv_name(entries), partial(csv_text, entries))
        yield Download(figures_path(entries), partial(figures_part, entries))
    names = name_list(archive)
    for letters in ("", *names.found):
        yield Download(names_path(letters), partial(names.part, letters))


def generated_pages(archive: ArchiveView) -> Iterator[PageSpec]:
    """Yield every page made from the archive, each path once."""
    yield from _report_pages(archive)
    found = pairs(archive)
    yield from _authority_pages(archive, found)
    yield from _versus_pages(found)
    yield from _year_pages(archive)
    yield from _region_pages(archive)
    yield from _quality_pages(archive)
    yield from _indicator_pages(archive)


def handwritten_view(src_path: str, archive: ArchiveView) -> object | None:
    """Return what a hand-written page shows besides its text, None where it is text alone."""
    views: dict[str, Callable[[], object]] = {
        "index.md": partial(home_view, archive),
        "method.md": lambda: method_view(quality(archive.entries)),
        "glossary.md": glossary_view,
    }
    return views[src_path]() if src_path in views else None


def _report_pages(archive: ArchiveView) -> Iterator[PageSpec]:
    for entry in archive.entries:
        report = entry.report
        name = f"{report.authority.name} {year_label(report)}"
        yield PageSpec(
            path=entry.path,
            template="report.html",
            title=f"{name}政府信息公开工作年度报告",
            description=f"{name}政府信息公开工作年度报告：全文、官方格式的表格、勾稽核对结果和原文出处。",
            view=partial(report_view, entry, archive),
        )
        if entry.original:
            yield PageSpec(
                path=original_path(entry),
                template="original.html",
                title=f"{name}报告原文",
                description=f"{name}政府信息公开工作年度报告的原文，逐行编号。",
                view=partial(_original, entry),
            )
        yield from _prose_pages(archive, entry, name)


def _prose_pages(archive: ArchiveView, entry: Entry, name: str) -> Iterator[PageSpec]:
    before = earlier(entry, archive)
    if before:
        yield PageSpec(
            path=changes_path(entry),
            template="changes.html",
            title=f"{name}报告的文字变化",
            description=f"{name}报告与 {before.report.year} 年的逐句对照：新写、改写和删去的句子。",
            view=partial(changes_view, entry, before),
        )
    if entry.path in archive.copies:
        yield PageSpec(
            path=shared_path(entry),
            template="shared.html",
            title=f"{name}报告与其他机关相同的段落",
            description=f"{name}政府信息公开工作年度报告中与其他机关报告高度相同的段落，两边文字对照。",
            view=partial(shared_view, entry, archive),
        )


def _original(entry: Entry) -> object:
    return original_view(entry, entry.original() if entry.original else "")


def _authority_pages(archive: ArchiveView, found: Mapping[str, Pair]) -> Iterator[PageSpec]:
    for folder, entries in archive.authorities.items():
        name = entries[-1].report.authority.name
        pair = found.get(folder)
        yield PageSpec(
            path=f"{folder}/index.md",
            template="authority.html",
            title=f"{name}历年报告",
            description=f"{name}历年政府信息公开工作年度报告和主要数字，共 {len(entries)} 份。",
            view=partial(authority_view, entries, pair),
        )
        if pair:
            other = pair.other.report.authority.name
            yield _list_page(
                pair.path,
                "compare_pair.html",
                f"{name}与{other}对照（{year_label(pair.own.report)}）",
                partial(pair_view, pair),
            )


def _versus_pages(found: Mapping[str, Pair]) -> Iterator[PageSpec]:
    yield _list_page("compare/index.md", "compare.html", "比一比", partial(versus_view, found))
    for region, some in versus_regions(found):
        title = f"{region.name}：邻近机关对照"
        yield _list_page(region.path, "compare_region.html", title, partial(versus_region_view, region, some))


def _year_pages(archive: ArchiveView) -> Iterator[PageSpec]:
    yield _list_page("years/index.md", "years.html", "按年度查报告", partial(years_view, archive))
    for year, entries in archive.years.items():
        for node, above in year_tree(year, entries).walk():
            title = f"{year} 年{node.label}各机关的申请和公开"
            yield _list_page(node.path, "year.html", title, partial(year_view, archive, node, above))


def _region_pages(archive: ArchiveView) -> Iterator[PageSpec]:
    yield _list_page("regions/index.md", "regions.html", "按地区查报告", partial(regions_view, archive))
    for code, entries in archive.regions.items():
        name = dict(region_names(entries[0].report.authority.region))[code]
        yield _list_page(
            region_path(code), "region.html", f"{name}各机关报告", partial(region_view, archive, code)
        )


def _quality_pages(archive: ArchiveView) -> Iterator[PageSpec]:
    found = quality(archive.entries)
    yield _list_page(QUALITY, "quality.html", "数据质量", partial(quality_view, archive, found))
    for rule in RULES:
        view = partial(rule_proof_view, rule, found)
        yield _list_page(rule_path(rule.id), "quality_rule.html", f"核对规则 {rule.id}：{rule.title}", view)


def _indicator_pages(archive: ArchiveView) -> Iterator[PageSpec]:
    yield _list_page("indicators/index.md", "indicators.html", "按指标比较", indicators_view)
    groups = peer_groups(archive.entries)
    of_year = {year: peer_groups(entries) for year, entries in archive.years.items()}
    for one in INDICATORS.values():
        yield _list_page(
            indicator_path(one), "indicator.html", one.title, partial(indicator_view, archive, groups, one)
        )
        for year in asked_years(archive, one):
            yield _list_page(
                indicator_path(one, year),
                "indicator_year.html",
                f"{year} 年{one.question}",
                partial(indicator_year_view, archive, of_year[year], one, year),
            )


def _list_page(path: str, template: str, title: str, view: Callable[[], object]) -> PageSpec:
    description = f"{title}：政府信息公开工作年度报告，可查数字、核对结果和原文。"
    return PageSpec(path, template, title, description, view)
