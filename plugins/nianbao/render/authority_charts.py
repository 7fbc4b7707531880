"""The four panels of an authority: what came in, how it ended, why it was refused, and what was contested."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from nianbao.compare import INDICATORS, Series
from nianbao.compare.figure import Figure, part_of
from nianbao.forms import FORMS
from nianbao.model import Scope
from nianbao.render.charts import Column, Cut, Mark, PanelRow, panel
from nianbao.render.figure_words import word
from nianbao.render.figures import number

_MOST_YEARS = 8
"""Years in a chart: with more of them the figures on the columns would touch; the table has them all."""

# Title, and each row's label with the indicator whose count it shows. Only what passes over unchanged from
# form to form is drawn; test_authority_charts proves it.
PANELS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("flow", "申请", (("新收", "received"), ("办结", "processed"), ("结转下年", "carried_forward"))),
    (
        "outcomes",
        "办理结果",
        (
            ("予以公开", "granted_share"),
            ("部分公开", "partially_granted_share"),
            ("不予公开", "denied_share"),
            ("无法提供", "unable_share"),
            ("不予处理", "not_processed_share"),
            ("其他处理", "other_outcome_share"),
        ),
    ),
    (
        "refusals",
        "不予公开的理由",
        tuple(
            (one.short, one.id)
            for one in INDICATORS.values()
            if one.id.startswith("denied_") and not one.share
        ),
    ),
    (
        "disputes",
        "行政复议和行政诉讼",
        (
            ("行政复议", "reconsiderations"),
            ("其中纠正", "reconsiderations_corrected_share"),
            ("行政诉讼", "lawsuits"),
            ("其中纠正", "lawsuits_corrected_share"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Chart:
    """A panel of the page; `svg` is empty where `words` say all there is to see."""

    id: str
    title: str
    svg: str
    words: str = ""


def charts(series: Series, name: str, held: Set[int]) -> tuple[Chart, ...]:
    """Return the panels of a series; `name` makes their ids unique on the page.

    `held` are the years of which the archive has a report of any scope.
    """
    years = series.years[-_MOST_YEARS:]
    other = "只有汇总" if series.scope is Scope.OWN else "只有本级"
    columns = tuple(
        Column(str(year), str(year), "" if year in series.reports else other if year in held else "未收录")
        for year in years
    )
    return tuple(_chart(series, columns, f"{name}-{key}", title, rows) for key, title, rows in PANELS)


def _chart(
    series: Series, columns: Sequence[Column], name: str, title: str, rows: Sequence[tuple[str, str]]
) -> Chart:
    years = [int(column.key) for column in columns]
    figures = {key: _figures(series, years, key) for _, key in rows}
    silent = [key for key, found in figures.items() if all(not one or one.value == 0 for one in found)]
    shown = [(label, key) for label, key in rows if key not in silent or name.endswith("flow")]
    if len(silent) == len(rows):
        return Chart(name, title, "", f"{_always_zero(years)}。")
    drawn = tuple(
        PanelRow(key, label, tuple(_mark(figure) for figure in figures[key])) for label, key in shown
    )
    missing = [label for label, key in rows if (label, key) not in shown]
    words = f"{'、'.join(missing)}：{_always_zero(years)}。" if missing else ""
    cuts = form_cuts(series, years)
    description = f"{_span(years)}{'、'.join(label for label, _ in shown)}的件数，逐年成柱。" + "".join(
        f"{cut.words}。" for cut in cuts
    )
    return Chart(name, title, panel(name, title, description, columns, drawn, cuts), words)


def form_cuts(series: Series, years: Sequence[int]) -> tuple[Cut, ...]:
    """Return a line for each change of the form among these years."""
    return tuple(
        Cut(years.index(found.after), f"{found.after} 年起用 {FORMS[found.new].name}")
        for found in series.breaks
        if found.after in years
    )


def break_words(series: Series) -> tuple[str, ...]:
    """Return a sentence for each change of the form: what may be compared across it, and what not."""
    return tuple(
        f"{found.after} 年改用{FORMS[found.new].name}（{FORMS[found.new].document}），{found.before} 年用的是"
        f"{FORMS[found.old].name}。{_COMPARABLE}"
        for found in series.breaks
    )


_COMPARABLE = (
    "申请、办理结果、复议和诉讼各项两种格式含义相同，可以比较；规范性文件和收费两项数的不是同一件事，"
    "不能比较；许可、处罚、强制的件数口径有变，只能并列，不能相减。"
)


def _figures(series: Series, years: Sequence[int], key: str) -> tuple[Figure | None, ...]:
    reports = (series.reports.get(year) for year in years)
    return tuple(part_of(INDICATORS[key], report) if report else None for report in reports)


def _mark(figure: Figure | None) -> Mark:
    if figure is None:
        return Mark("")
    if figure.value is None:
        return Mark(word(figure.state))
    return Mark(number(figure.value), figure.value)


def _always_zero(years: Sequence[int]) -> str:
    return f"{_span(years)}{'' if len(years) == 1 else '各年'}均为 0"


def _span(years: Sequence[int]) -> str:
    return f"{years[0]} 年" if len(years) == 1 else f"{years[0]}–{years[-1]} 年"
