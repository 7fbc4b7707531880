"""比一比: every figure and difference against a second calculation, and how much is loaded for it."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import recompute
from comparison_site import Built
from recompute import Json

REASONS = {**recompute.WORDS, "not_asked": "无此项", "contradictory": "矛盾", "few": "分母不足 30 件"}


def parts(built: Built) -> Iterator[tuple[str, Json]]:
    """Yield the JSON part of each authority with its folder."""
    found = 0
    for file in sorted(built.site.glob("reports/*/*/compare.json")):
        found += 1
        yield file.parent.relative_to(built.site).as_posix(), json.loads(file.read_text("utf-8"))
    assert found == len({path.rpartition("/")[0] for path in built.reports})


def pairs(built: Built) -> Iterator[tuple[Path, LexborHTMLParser, list[Json]]]:
    """Yield each ready-made pair: its file, its page, its two reports."""
    found = 0
    for file in sorted(built.site.glob("reports/*/*/compare/index.html")):
        page = LexborHTMLParser(file.read_text("utf-8"))
        links = [link.attributes["href"] or "" for link in page.css(".nb-versus__reports td a")]
        targets = [(file.parent / link).resolve().relative_to(built.site.resolve()) for link in links]
        found += 1
        yield file, page, [built.reports[f"{target.as_posix()}.md"] for target in targets]
    assert found > 3


def rounded(number: Fraction, rounding: str) -> Decimal:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(Decimal("0.1"), rounding)


def standing(key: str, other: Json, first: Json) -> str:
    """Return how the second report of a pair stands to the first, worked out again."""
    values = [recompute.value(report, key) for report in (first, other)]
    why = [REASONS[value.state] if value.number is None else "" for value in values]
    if any(why):
        letters = "，".join(f"{letter}{word}" for letter, word in zip("甲乙", why, strict=True) if word)
        return f"无法比较：{why[0] if why[0] == why[1] else letters}"
    if first["scope"] != other["scope"]:
        return "无法比较：一份是汇总报告"
    if first["form"] != other["form"] and key in ("licenses", "penalties", "compulsion"):
        return "无法比较：两种格式口径不同"
    base, number = values[0].number, values[1].number
    assert base is not None
    assert number is not None
    if key in recompute.WHOLES:
        by = rounded(number, ROUND_HALF_EVEN) - rounded(base, ROUND_HALF_EVEN)
        return f"{'高' if by > 0 else '低'} {abs(by)} 个百分点" if by else "相同"
    if number == base:
        return "相同"
    unit = "万元" if key == "charges" else "件"
    share = rounded(abs(number - base) * 100 / base, ROUND_HALF_UP) if base >= recompute.ENOUGH else None
    sign = "+" if number > base else "−"
    words = f"{'多' if number > base else '少'} {recompute.plain(abs(number - base))} {unit}"
    return words if share is None else f"{words}（{sign}{share}%）"


def test_every_figure_that_is_loaded_equals_a_second_calculation(comparison_site: Built) -> None:
    states: Counter[str] = Counter()
    for folder, part in parts(comparison_site):
        assert [one["id"] for one in part["reports"]] == sorted(
            (path.rpartition("/")[2].removesuffix(".md") for path in comparison_site.reports
             if path.startswith(f"{folder}/")),
            key=lambda name: (name[:4], name[4:]),
        )  # fmt: skip
        for one in part["reports"]:
            report = comparison_site.reports[f"{folder}/{one['id']}.md"]
            assert (one["scope"], one["form"]) == (report["scope"], report["form"])
            assert set(one["figures"]) == set(recompute.PARTS)
            for key, figure in one["figures"].items():
                expected = recompute.value(report, key)
                percent = "%" if key in recompute.WHOLES else ""
                shown = figure.get("text") or f"{figure['value']}{percent}"
                if percent or expected.number is None:
                    assert shown == recompute.text(report, key), key
                else:
                    assert Fraction(shown) == expected.number, key
                assert ("value" in figure) == (expected.number is not None)
                if expected.number is None:
                    assert (figure["state"], figure["why"]) == (expected.state, REASONS[expected.state])
                states[figure.get("state", "reported")] += 1
    assert {"reported", "inferred", "blank", "missing", "ambiguous", "mark", "not_asked", "few"} <= set(
        states
    )


def test_a_ready_made_pair_shows_the_figures_and_how_they_differ(comparison_site: Built) -> None:
    told: Counter[str] = Counter()
    for _, page, (first, other) in pairs(comparison_site):
        lines = page.css("tr[data-indicator]")
        assert {line.attributes["data-indicator"] for line in lines} == set(recompute.PARTS)
        for line in lines:
            key = line.attributes["data-indicator"] or ""
            cells = line.css("td")
            for report, cell in zip((first, other), cells, strict=True):
                shown, expected = cell.css_first("b").text(), recompute.value(report, key).number
                if key in recompute.WHOLES or expected is None:
                    assert shown == recompute.text(report, key), key
                else:
                    assert Fraction(shown) == expected, key
            found = cells[1].css_first(".nb-versus__standing").text()
            expected_words = standing(key, other, first)
            if key == "charges" and "万元" in found:  # printed decimals stay: 17.90, not 17.9
                assert Fraction(found.split(" ")[1]) == Fraction(expected_words.split(" ")[1])
                assert found.partition(" 万元")[2] == expected_words.partition(" 万元")[2]
            else:
                assert found == expected_words, key
            told[found[:2]] += 1
    assert {"多 ", "少 ", "高 ", "低 ", "相同", "无法"} <= set(told)


def test_a_pair_is_of_one_kind_scope_year_and_region_above(comparison_site: Built) -> None:
    digits = {"province": 0, "prefecture": 2, "county": 4, "township": 6, "county-bodies": 4}
    for _, _, (first, other) in pairs(comparison_site):
        level, _ = recompute.peers(first)
        assert recompute.peers(first) == recompute.peers(other)
        assert first["year"] == other["year"]
        above = digits[level]
        assert first["authority"]["code"][:above] == other["authority"]["code"][:above]
        assert first["authority"]["id"] != other["authority"]["id"]


def test_a_pair_over_both_forms_says_so(comparison_site: Built) -> None:
    found: Counter[bool] = Counter()
    for _, page, reports in pairs(comparison_site):
        crosses = len({report["form"] for report in reports}) == 2
        assert bool(page.css_first(".nb-change")) == crosses
        found[crosses] += 1
    assert found[False] and found[True]


def test_the_lists_of_pairs_lead_to_every_pair_once(comparison_site: Built) -> None:
    listed: Counter[Path] = Counter()
    home = LexborHTMLParser((comparison_site.site / "compare/index.html").read_text("utf-8"))
    for link in home.css(".nb-counts a"):
        folder = (comparison_site.site / "compare" / (link.attributes["href"] or "")).resolve()
        page = LexborHTMLParser((folder / "index.html").read_text("utf-8"))
        links = page.css(".nb-pairs a")
        assert f"{len(links)} 对" in link.text()
        listed.update((folder / (one.attributes["href"] or "")).resolve() for one in links)
    assert listed == Counter(file.parent.resolve() for file, _, _ in pairs(comparison_site))


def test_an_authority_links_to_its_pair_and_to_the_choice(comparison_site: Built) -> None:
    for folder, _ in parts(comparison_site):
        page = (comparison_site.site / folder / "index.html").read_text("utf-8")
        assert f'compare/?a={folder.rpartition("/")[2]}"' in page
        ready = (comparison_site.site / folder / "compare").is_dir()
        assert ('href="compare/"' in page) == ready


def test_each_authority_is_listed_under_every_character_of_its_name(comparison_site: Built) -> None:
    folder = comparison_site.site / "compare/names"
    index = json.loads((folder / "index.json").read_text("utf-8"))
    assert index["common"] == ""
    assert {f"{ord(one):x}.json" for one in index["listed"]} | {"index.json"} == {
        file.name for file in folder.iterdir()
    }
    for path, part in parts(comparison_site):
        years = sorted({int(one["id"][:4]) for one in part["reports"]})
        for character in part["name"]:
            listed = json.loads((folder / f"{ord(character):x}.json").read_text("utf-8"))
            assert [path.rpartition("/")[2], part["name"], part["region"], years] in listed


def test_the_pages_of_a_comparison_weigh_little(comparison_site: Built) -> None:
    pages = [file for file, _, _ in pairs(comparison_site)]
    for file in (*pages, *comparison_site.site.glob("compare/**/index.html")):
        assert len(gzip.compress(file.read_bytes())) < 20_000, file


def test_every_cell_of_a_pair_has_a_row_and_a_column_header(comparison_site: Built) -> None:
    for _, page, _ in pairs(comparison_site):
        assert len(page.css("thead th[scope=col]")) == 2
        for line in page.css("tbody tr:has(td)"):
            assert len(line.css("th[scope=row]")) == 1
            assert len(line.css("td")) == 2
