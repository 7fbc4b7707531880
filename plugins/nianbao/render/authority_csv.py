"""All figures of an authority as CSV: a row for each figure, its state in a column of its own."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from nianbao.forms import FORMS
from nianbao.render.archive_view import Entry
from nianbao.render.authority_table import BANDS, known
from nianbao.render.figures import number

HEADER = ("机关", "年度", "范围", "格式", "项目", "单元格", "单位", "数值", "状态")

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, full-width signs included."""


# What does not depend on a report: the lines of each form with their label, cells and unit.
_LINES = {
    form: tuple(
        (line, (f"{band.title} {line.label}", " + ".join(line.cells[form]), line.column.unit))
        for band in BANDS
        for line in band.lines
        if form in line.cells
    )
    for form in FORMS
}


def csv_name(entries: Sequence[Entry]) -> str:
    """Return the URL path of the authority's CSV."""
    return f"{entries[0].folder}/figures.csv"


def csv_text(entries: Sequence[Entry]) -> str:
    """Return the CSV with a byte order mark: without it spreadsheets take Chinese for another encoding."""
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(HEADER)
    for entry in entries:
        writer.writerows(_rows(entry))
    return f"\ufeff{sheet.getvalue()}"


def safe_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> safe_text("=1+1"), safe_text(" ＋甲"), safe_text("尧都区")
    ("'=1+1", "' ＋甲", '尧都区')
    """
    return f"'{text}" if text.lstrip(" \u3000\ufeff").startswith(_FORMULA) or text[:1] in _FORMULA else text


def _rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    report = entry.report
    form = FORMS[report.form].name if report.form in FORMS else ""
    whose = (
        safe_text(report.authority.name),
        str(report.year),
        "汇总" if entry.aggregate else "本机关",
        form,
    )
    for line, told in _LINES.get(report.form, ()):
        value, state = known(line, report)
        yield (*whose, *told, "" if value is None else number(value), state.value)
