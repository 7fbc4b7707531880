"""What 比一比 loads in the browser of an authority that was chosen: its reports and their figures.

Every number and word is worked out here; the scripts only subtract and put together.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from nianbao.cells import State
from nianbao.compare import INDICATORS, Figure, Indicator, figure_of
from nianbao.render.archive_view import Entry
from nianbao.render.figure_rows import check_words, is_loud
from nianbao.render.figure_words import told
from nianbao.render.pair_page import report_key
from nianbao.render.pair_words import reason
from nianbao.render.trail import region_label, year_label

Json = dict[str, Any]


def figures_path(entries: Sequence[Entry]) -> str:
    """Return the URL path of an authority's figures."""
    return f"{entries[0].folder}/compare.json"


def figures_part(entries: Sequence[Entry]) -> str:
    """Return an authority's reports, the oldest first, each with its figures by indicator."""
    authority = entries[-1].report.authority
    part = {
        "name": authority.name,
        "region": region_label(authority.region),
        "reports": [_report(entry) for entry in entries],
    }
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _report(entry: Entry) -> Json:
    report = entry.report
    return {
        "id": report_key(entry),
        "label": year_label(report),
        "scope": report.scope.value,
        "form": report.form,
        "check": check_words(entry),
        "level": "error" if is_loud(entry) else "warning" if entry.flagged else "",
        "figures": {one.id: _figure(figure_of(one, report), one) for one in INDICATORS.values()},
    }


def _figure(figure: Figure, indicator: Indicator) -> Json:
    """Return the printed number, with numerator and denominator of a share; else the words for its lack.

    `state` is left out where the source reports the number plainly: most of the part would be that word.
    """
    shown = told(figure, indicator)
    if not shown.known:
        return {"text": shown.text, "state": figure.state.value, "why": reason(figure)}
    found = {"value": shown.text.removesuffix("%")}
    if shown.note:
        found["note"] = shown.note
    if figure.state is State.INFERRED:
        found["state"] = figure.state.value
    return found
