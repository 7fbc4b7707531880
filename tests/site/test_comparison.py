"""Every figure on every comparison page, against a second calculation from the reports' JSON."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

import recompute
from comparison_site import Built
from recompute import Json

DIVISIONS = Path(__file__).parents[2] / "plugins/nianbao/regions/divisions.tsv"
COLUMNS = ("received", "disclosed_share", "denied_share", "reconsiderations", "lawsuits")
SUMMED = (
    "received",
    "processed",
    "granted_share",
    "partially_granted_share",
    "denied",
    "reconsiderations",
    "lawsuits",
)
CHARTED = 21


def pages(built: Built, pattern: str) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Yield the pages whose folder matches, as (folder, page)."""
    found = 0
    for file in sorted(built.site.rglob("index.html")):
        folder = file.parent.relative_to(built.site).as_posix()
        if re.fullmatch(pattern, folder):
            found += 1
            yield folder, LexborHTMLParser(file.read_text("utf-8"))
    assert found, f"no page matches {pattern}"


def said(node: LexborNode | None) -> str:
    assert node is not None
    return node.text(deep=True).strip()


def figure(text: str) -> Fraction:
    return Fraction(text.removesuffix(" 万元").lstrip("+"))


def report_of(built: Built, href: str) -> Json:
    """Return the report that a link or `data-report` leads to."""
    path = re.sub(r"^(\.\./)+", "", href).rstrip("/")
    return built.reports[f"{path}.md"]


def by_folder(built: Built) -> dict[str, list[Json]]:
    found = defaultdict(list)
    for path, report in built.reports.items():
        found[path.rpartition("/")[0]].append(report)
    return found


def of_year(built: Built, year: int) -> list[Json]:
    return [report for report in built.reports.values() if report["year"] == year]


def divisions(level: str) -> set[str]:
    """Return the codes of a level in the division table, read here a second time."""
    lines = [line.split("\t") for line in DIVISIONS.read_text("utf-8").splitlines() if line[0] != "#"]
    codes = {line[0] for line in lines if (line[2] if len(line) > 2 else "") == "" and line[0][0] not in "78"}
    kinds = {"province": lambda code: code.endswith("0000"), "county": lambda code: not code.endswith("00")}
    kinds["prefecture"] = lambda code: code.endswith("00") and not code.endswith("0000")
    return {code for code in codes if kinds[level](code)}


def check_cell(report: Json, key: str, shown: str) -> str:
    """Check a cell of the table of all years; return what kind it was."""
    address, _, only_old = key.partition("@")
    cells = [address]
    if report["form"] == recompute.NEW:
        if only_old:
            assert shown == "无此项"
            return "not_asked"
        if address == "applications.other_outcome.total":
            cells = recompute.rows("other_outcome", recompute.OTHER)
    elif not only_old and not recompute.continues(address):
        assert shown == "无此项", (key, shown)
        return "not_asked"
    expected = recompute.add(report, cells)
    if expected.number is None:
        raw = report["cells"][cells[0]]["raw"] if len(cells) == 1 else ""
        words = recompute.WORDS[expected.state]
        assert shown == (raw.strip() or words if expected.state == "mark" else words)
    else:
        assert figure(shown) == expected.number, key
    return expected.state


def test_the_table_of_an_authority_holds_every_figure_of_its_reports(comparison_site: Built) -> None:
    kinds: Counter[str] = Counter()
    for folder, page in pages(comparison_site, r"reports/\d\d/[^/]+"):
        keys = [head.attributes["data-report"] for head in page.css("th[data-report]")]
        reports = [comparison_site.reports[f"{folder}/{key}.md"] for key in keys]
        assert len(reports) == len(by_folder(comparison_site)[folder])
        lines = page.css("tr[data-row]")
        forms = {report["form"] for report in reports}
        # 表三 without its three new rows, the applicants, 表四, the decisions; then what one form has alone.
        shared = 23 + 6 + 15 + 3
        assert len(lines) == shared + (10 if recompute.NEW in forms else 0) + (
            19 if recompute.OLD in forms else 0
        )
        for line in lines:
            cells = line.css("td")
            assert len(cells) == len(reports)
            for report, cell in zip(reports, cells, strict=True):
                kinds[check_cell(report, line.attributes["data-row"] or "", said(cell))] += 1
    assert {"reported", "inferred", "blank", "missing", "ambiguous", "mark", "not_asked"} <= set(kinds)


def test_the_panels_of_an_authority_draw_the_same_figures(comparison_site: Built) -> None:
    drawn = 0
    for folder, page in pages(comparison_site, r"reports/\d\d/[^/]+"):
        for scope in ("own", "aggregate"):
            reports = {r["year"]: r for r in by_folder(comparison_site)[folder] if r["scope"] == scope}
            figures = page.css(f"figure[aria-labelledby^='c-{scope}-']")
            assert len(figures) == (4 if reports else 0)
            for one in figures:
                for line in one.css("g[data-row]"):
                    key = line.attributes["data-row"] or ""
                    texts = {text.attributes["data-col"]: said(text) for text in line.css("text[data-col]")}
                    expected = {str(year): recompute.part(report, key) for year, report in reports.items()}
                    assert texts == {
                        year: recompute.WORDS[value.state]
                        if value.number is None
                        else recompute.plain(value.number)
                        for year, value in expected.items()
                    }
                    drawn += len(texts)
    assert drawn > 1000


def test_what_a_panel_leaves_out_is_zero_in_every_report(comparison_site: Built) -> None:
    for folder, page in pages(comparison_site, r"reports/\d\d/[^/]+"):
        for scope in ("own", "aggregate"):
            reports = [r for r in by_folder(comparison_site)[folder] if r["scope"] == scope]
            if reports:
                shown = {
                    line.attributes["data-row"]
                    for line in page.css(f"figure[aria-labelledby^='c-{scope}-'] g[data-row]")
                }
                charted = {*list(recompute.PARTS)[:3], *recompute.OUTCOMES, *recompute.PARTS} - {
                    *("disclosed_share", "denied"),
                    *(key for key in recompute.PARTS if key.startswith("from_")),
                    *recompute.ONLY_NEW,
                    *("licenses", "penalties", "compulsion"),
                }
                assert len(charted) == CHARTED
                for key in charted - shown:
                    assert all(recompute.part(report, key).number == 0 for report in reports), (folder, key)


def test_the_csv_of_an_authority_holds_the_same_figures_with_their_states(comparison_site: Built) -> None:
    for folder, reports in by_folder(comparison_site).items():
        text = (comparison_site.site / folder / "figures.csv").read_bytes().decode("utf-8")
        assert text[0] == "\ufeff"
        lines = list(csv.DictReader(text[1:].splitlines()))
        by_report = {(str(r["year"]), {"own": "本机关"}.get(r["scope"], "汇总")): r for r in reports}
        assert {(line["年度"], line["范围"]) for line in lines} == set(by_report)
        for line in lines:
            report = by_report[line["年度"], line["范围"]]
            expected = recompute.add(report, line["单元格"].split(" + "))
            assert line["状态"] == expected.state
            assert (Fraction(line["数值"]) if line["数值"] else None) == expected.number


def test_the_tables_of_a_year_hold_every_report_once_among_its_peers(comparison_site: Built) -> None:
    seen: Counter[str] = Counter()
    for folder, page in pages(comparison_site, r"years/\d+(/[^/]+)?"):
        for table in page.css("table.nb-compared"):
            lines = table.css("tr[data-report]")
            reports = [report_of(comparison_site, line.attributes["data-report"] or "") for line in lines]
            assert {report["year"] for report in reports} == {int(folder.split("/")[1])}
            assert len({recompute.peers(report) for report in reports}) == 1
            for line, report in zip(lines, reports, strict=True):
                seen[line.attributes["data-report"] or ""] += 1
                for key, cell in zip(COLUMNS, line.css("td"), strict=False):
                    small = cell.css_first("small")
                    shown = said(cell).removesuffix(said(small)) if small else said(cell)
                    assert shown == recompute.text(report, key), key
                    number = recompute.value(report, key).number
                    sort = cell.attributes["data-sort"]
                    assert (sort == "") == (number is None)
                    assert number is None or abs(Fraction(sort or "") - number) < Fraction(1, 1000)
            received = [recompute.value(report, "received").number for report in reports]
            order = [-1 if number is None else number for number in received]
            assert order == sorted(order, reverse=True)
    assert seen == Counter(f"{path.removesuffix('.md')}/" for path in comparison_site.reports)


def test_every_list_ranks_what_is_known_and_leaves_nobody_out(comparison_site: Built) -> None:
    lists = 0
    for folder, page in pages(comparison_site, r"(years/\d+|indicators/[^/]+/\d+)(/[^/]+)?"):
        year = int(re.findall(r"\d{4}", folder)[0])
        for ranks in page.css("[data-indicator]"):
            key = ranks.attributes["data-indicator"] or ""
            items = ranks.css("li")
            reports = [report_of(comparison_site, item.attributes["data-report"] or "") for item in items]
            careful = key in ("licenses", "penalties", "compulsion")
            prefix = (re.findall(r"/(\d+)[^/]*$", folder) or [""])[0] if folder.count("/") == 2 else ""
            prefix = prefix if folder.startswith("years") else ""
            group = [
                report
                for report in of_year(comparison_site, year)
                if recompute.peers(report) == recompute.peers(reports[0])
                and (not careful or report["form"] == reports[0]["form"])
                and report["authority"]["code"].startswith(prefix)
            ]
            known = [recompute.value(report, key).number for report in group]
            values = sorted((number for number in known if number is not None), reverse=True)
            for item, report in zip(items, reports, strict=True):
                number = recompute.value(report, key).number
                assert number is not None
                assert int(item.attributes["value"] or 0) == values.index(number) + 1
                assert said(item.css_first("b")).split(" ")[0] == recompute.text(report, key)
            top = [recompute.value(report, key).number for report in reports]
            assert top == values[: len(top)]
            left = re.search(r"后面还有 (\d+) 个", said(ranks.css_first("p")))
            assert len(top) + (int(left[1]) if left else 0) == len(values)
            assert f"在 {len(values)} 个机关之间比较" in said(ranks.css_first("p"))
            lists += 1
    assert lists > 50


def test_a_year_states_how_many_reports_governments_and_findings_there_are(comparison_site: Built) -> None:
    for folder, page in pages(comparison_site, r"years/\d+"):
        year = int(folder.split("/")[1])
        reports = of_year(comparison_site, year)
        broken = sum(any(map(_loud, report["findings"])) for report in reports)
        head = said(page.css_first("h1 span"))
        assert f"收录 {len(reports)} 份" in head
        assert f"{broken} 份有不符或存疑之处" in head
        for group in page.css("[data-group]"):
            level = group.attributes["data-group"] or ""
            words = said(group.css_first("h2 small"))
            mine = [report for report in reports if recompute.peers(report) == (level, False)]
            if level in ("province", "prefecture", "county"):
                codes = {report["authority"]["code"] for report in mine}
                assert words.startswith(f"收录 {len(codes & divisions(level))}/{len(divisions(level))}（")
            else:
                assert re.fullmatch(r"收录 \d+ 份", words)


def test_an_indicator_says_where_its_data_ends(comparison_site: Built) -> None:
    for folder, page in pages(comparison_site, r"indicators/[a-z_]+"):
        key = folder.split("/")[1]
        for line in page.css("table.nb-extent tr[data-year]"):
            reports = of_year(comparison_site, int(line.attributes["data-year"] or 0))
            found = Counter(
                "known" if one.number is not None else one.state
                for one in (recompute.value(report, key) for report in reports)
            )
            expected = [len(reports), found["known"]]
            expected += [found["few"]] if key in recompute.WHOLES else []
            expected += [found["not_asked"]]
            assert [int(said(cell)) for cell in line.css("td")] == [
                *expected,
                len(reports) - sum(expected[1:]),
            ]


LIMITS = {
    "负数": (None, 0),
    "不足 1": (0, 1),
    "1–9": (1, 10),
    "10–99": (10, 100),
    "100–999": (100, 1000),
    "1000–9999": (1000, 10_000),
    "1 万以上": (10_000, None),
    "不足 20%": (0, 20),
    "20–39%": (20, 40),
    "40–59%": (40, 60),
    "60–79%": (60, 80),
    "80–99%": (80, 100),
}


def lies_in(number: Fraction, title: str) -> bool:
    if title in ("0", "0%", "100%"):
        return number == int(title.removesuffix("%"))
    low, high = LIMITS[title]
    above = low is None or number > low or (number == low != 0)
    return above and (high is None or number < high)


def test_the_spread_of_an_indicator_counts_every_known_figure_once(comparison_site: Built) -> None:
    for folder, page in pages(comparison_site, r"indicators/[a-z_]+"):
        key = folder.split("/")[1]
        counted = 0
        for one in page.css("figure.nb-panel"):
            name = (one.attributes["aria-labelledby"] or "").removeprefix("spread-")
            group = (name.removesuffix("-aggregate"), name.endswith("-aggregate"))
            for line in one.css("g[data-row]"):
                for mark in line.css("text[data-col]"):
                    numbers = [
                        recompute.value(report, key).number
                        for report in of_year(comparison_site, int(mark.attributes["data-col"] or 0))
                        if recompute.peers(report) == group
                    ]
                    title = line.attributes["data-row"] or ""
                    count = sum(number is not None and lies_in(number, title) for number in numbers)
                    assert int(said(mark)) == count, (key, name, title)
                    counted += count
        known = [recompute.value(report, key).number for report in comparison_site.reports.values()]
        assert counted == sum(number is not None for number in known), key


def test_a_region_states_its_coverage_and_adds_up_only_what_is_complete(comparison_site: Built) -> None:
    sums = 0
    for folder, page in pages(comparison_site, r"regions/\d+"):
        code = folder.split("/")[1]
        inside = [r for r in comparison_site.reports.values() if r["authority"]["code"].startswith(code)]
        years = [int(said(head)) for head in page.css("#coverage + div thead th")[1:]]
        assert years == sorted({report["year"] for report in inside})
        for line in page.css("#coverage + div tr[data-row]"):
            level = line.attributes["data-row"] or ""
            for year, cell in zip(years, line.css("td"), strict=True):
                mine = [r for r in inside if r["year"] == year and recompute.peers(r)[0] == level]
                own = {r["authority"]["code"] for r in mine if r["scope"] == "own"}
                due = {one for one in divisions(level) if one.startswith(code)} if level in LEVELS else set()
                bodies = len({report["authority"]["id"] for report in mine})
                assert said(cell) == (f"{len(own & due)}/{len(due)}" if due else str(bodies))
        for line in page.css("#sums ~ div tr[data-row]"):
            level, _, year = (line.attributes["data-row"] or "").rpartition("-")
            own = [r for r in inside if r["year"] == int(year) and recompute.peers(r) == (level, False)]
            due = {one for one in divisions(level) if one.startswith(code)}
            assert {report["authority"]["code"] for report in own} == due
            if len(own) > len(due):  # two reports of one government
                assert {said(cell) for cell in line.css("td")} == {"有重复"}
                continue
            for key, cell in zip(SUMMED, line.css("td"), strict=True):
                found = [recompute.part(report, key).number for report in own]
                unknown = found.count(None)
                total = sum(number for number in found if number is not None)
                assert said(cell) == (f"{unknown} 个不知道" if unknown else recompute.plain(Fraction(total)))
                sums += 1
    assert sums >= len(SUMMED)


KEY_FIGURES = {
    "本年新收申请": ("received",),
    "本年办结": ("processed",),
    "予以公开和部分公开": ("disclosed_share",),
    "行政复议和行政诉讼": ("reconsiderations", "lawsuits"),
}


def key_figure(report: Json | None, keys: tuple[str, ...]) -> recompute.Value:
    if report is None:
        return recompute.Value(None, "missing")
    return recompute.add(report, [address for key in keys for address in recompute.PARTS[key]])


def key_note(report: Json, before: Json | None, keys: tuple[str, ...]) -> str:
    """Return what stands below a key figure: the share that it is, and how it changed."""
    now, then = key_figure(report, keys).number, key_figure(before, keys).number
    notes = []
    if keys == ("disclosed_share",):
        share, whole = recompute.value(report, keys[0]), key_figure(report, ("processed",)).number
        if share.state == "few":
            notes.append(f"办结 {recompute.plain(whole)} 件之中" if whole else "")
        elif share.number is not None:
            notes.append(f"占办结的 {float(round(share.number, 1)):.1f}%")
    if now is not None and then is not None:
        more = "多" if now > then else "少"
        notes.append(f"比上年{more} {recompute.plain(abs(now - then))}" if now != then else "与上年相同")
    return " · ".join(note for note in notes if note)


def check_key_figures(page: LexborHTMLParser, report: Json, before: Json | None) -> None:
    shown = page.css("dl.nb-key > div")
    assert [said(one.css_first("dt")) for one in shown] == list(KEY_FIGURES)
    for one, keys in zip(shown, KEY_FIGURES.values(), strict=True):
        value = key_figure(report, keys)
        text = recompute.WORDS[value.state] if value.number is None else recompute.plain(value.number)
        assert said(one.css_first("dd > :is(a, span)")) == text
        note = one.css_first("dd.nb-key__note")
        assert (said(note) if note else "") == key_note(report, before, keys)


def test_the_key_figures_of_a_report_and_of_an_authority_are_those_of_the_report(
    comparison_site: Built,
) -> None:
    for folder, page in pages(comparison_site, r"reports/\d\d/[^/]+/\d{4}(-aggregate)?"):
        report = comparison_site.reports[f"{folder}.md"]
        last = f"{folder.rpartition('/')[0]}/{report['year'] - 1}{folder.rpartition('/')[2][4:]}.md"
        check_key_figures(page, report, comparison_site.reports.get(last))
    for folder, page in pages(comparison_site, r"reports/\d\d/[^/]+"):
        reports = {(r["year"], r["scope"] == "own"): r for r in by_folder(comparison_site)[folder]}
        year, own = max(reports)
        check_key_figures(page, reports[year, own], reports.get((year - 1, own)))


def test_a_year_names_those_who_received_most(comparison_site: Built) -> None:
    answers = 0
    for folder, page in pages(comparison_site, r"years/\d+"):
        for group in page.css("[data-group]"):
            mine = [
                report
                for report in of_year(comparison_site, int(folder.split("/")[1]))
                if f"{recompute.peers(report)[0]}{'-aggregate' * recompute.peers(report)[1]}"
                == group.attributes["data-group"]
            ]
            answer = group.css_first(".nb-answer")
            if answer:
                known = [(recompute.value(r, "received").number, r["authority"]["name"]) for r in mine]
                most = max(number for number, _ in known if number is not None)
                leaders = [name for number, name in known if number == most]
                assert any(name in said(answer) for name in leaders)
                assert f" {recompute.plain(most)} 件。" in re.sub("，(各 )?", "， ", said(answer))
                answers += 1
    assert answers


def test_the_home_page_counts_the_reports_the_authorities_and_the_findings(comparison_site: Built) -> None:
    page = LexborHTMLParser((comparison_site.site / "index.html").read_text("utf-8"))
    reports = comparison_site.reports
    shown = [int(re.sub(r"\D", "", said(number))) for number in page.css("dl.nb-key dd")]
    assert shown[:2] == [len(reports), len(by_folder(comparison_site))]
    loud = [
        report for report in reports.values() if any(one["verdict"] == "fails" for one in report["findings"])
    ]
    assert 0 < shown[2] <= len(loud)
    provinces = Counter(report["authority"]["code"][:2] for report in reports.values())
    counts = {
        (item.css_first("a").attributes["href"] or "").strip("/").rpartition("/")[2]: said(item)
        for item in page.css("#regions + ul > li")
    }
    assert set(counts) == set(provinces)
    assert all(f"{provinces[code]} 份" in text for code, text in counts.items())


LEVELS = ("province", "prefecture", "county")


def test_every_page_over_both_forms_says_so(comparison_site: Built) -> None:
    for folder, page in pages(comparison_site, r"reports/\d\d/[^/]+"):
        for scope in ("own", "aggregate"):
            forms = {r["form"] for r in by_folder(comparison_site)[folder] if r["scope"] == scope}
            if len(forms) == 2:
                assert "不能比较" in said(page.css_first(".nb-change"))
                charts = page.css(f"figure[aria-labelledby^='c-{scope}-'] svg")
                assert all(chart.css_first("text.cut") for chart in charts)
    for folder, page in pages(comparison_site, r"(years|indicators/[a-z_]+)/\d+"):
        forms = {report["form"] for report in of_year(comparison_site, int(folder.rpartition("/")[2]))}
        if len(forms) == 2:
            assert "2019 年试行格式" in said(page.css_first(".nb-change"))
    for folder, page in pages(comparison_site, r"indicators/[a-z_]+"):
        change = said(page.css_first(".nb-change"))
        key = folder.split("/")[1]
        careful = key in ("licenses", "penalties", "compulsion")
        kind = "不能比较" if key in recompute.ONLY_NEW else "只能并列" if careful else "可以比较"
        assert kind in change


def test_a_quantity_of_one_form_has_no_list_for_a_year_of_the_other(comparison_site: Built) -> None:
    for key in recompute.ONLY_NEW:
        years = {path.name for path in (comparison_site.site / "indicators" / key).iterdir() if path.is_dir()}
        assert years == {"2021", "2022", "2023"}


def test_a_comparison_page_weighs_little(comparison_site: Built) -> None:
    for pattern in (r"reports/\d\d/[^/]+", r"years/.+", r"indicators/.+", r"regions/.+"):
        for folder, _ in pages(comparison_site, pattern):
            page = (comparison_site.site / folder / "index.html").read_bytes()
            assert len(gzip.compress(page)) < 40_000, folder


@pytest.mark.parametrize("name", ["authority", "year_table"])
def test_every_data_cell_of_a_table_has_a_row_and_a_column_header(comparison_site: Built, name: str) -> None:
    pattern = r"reports/\d\d/[^/]+" if name == "authority" else r"(years|indicators|regions)/.+"
    tables = 0
    for _, page in pages(comparison_site, pattern):
        for table in page.css("table"):
            heads = table.css("thead th[scope=col], thead td")
            for line in table.css("tbody tr"):
                if line.css("td"):
                    assert len(line.css("th[scope=row]")) == 1
                    assert len(line.css("td")) + 1 == len(heads)
            tables += 1
    assert tables


def _loud(finding: Json) -> bool:
    return finding["verdict"] == "fails" and finding["severity"] != "notice"
