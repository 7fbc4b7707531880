"""What 比一比 loads in the browser, in small parts: names by character, and the figures of one authority.

Every number and word is worked out here; the scripts only subtract and put together.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from nianbao.cells import State
from nianbao.compare import INDICATORS, Figure, Indicator, figure_of
from nianbao.render.archive_view import ArchiveView, Entry
from nianbao.render.figure_rows import check_words, is_loud
from nianbao.render.figure_words import told
from nianbao.render.pair_page import report_key
from nianbao.render.pair_words import reason
from nianbao.render.trail import region_label, year_label

MOST_NAMES = 300
"""Authorities in one part of the list of names, at most: about 35 kB as it is sent without compression."""

Json = dict[str, Any]


def names(archive: ArchiveView) -> Mapping[str, tuple[Sequence[Entry], ...]]:
    """Return the authorities by each character of their names and regions, rarest character first.

    A character that more than `MOST_NAMES` share (人, 政, 府) tells nothing and has none.
    """
    found: dict[str, list[Sequence[Entry]]] = {}
    for entries in archive.authorities.values():
        authority = entries[-1].report.authority
        for character in sorted({*authority.name, *region_label(authority.region)} - {" "}):
            found.setdefault(character, []).append(entries)
    order = sorted(found, key=lambda character: (len(found[character]), character))
    return {one: tuple(found[one]) if len(found[one]) <= MOST_NAMES else () for one in order}


def names_index(found: Mapping[str, tuple[Sequence[Entry], ...]]) -> str:
    """Return which characters have a part of their own, the rarest first, and which are too common."""
    listed = "".join(character for character, authorities in found.items() if authorities)
    common = "".join(character for character, authorities in found.items() if not authorities)
    return _json({"listed": listed, "common": common})


def names_path(character: str = "") -> str:
    """Return the URL path of a character's part, of the index where none is given.

    >>> names_path("尧")
    'compare/names/5c27.json'
    """
    return f"compare/names/{ord(character):x}.json" if character else "compare/names/index.json"


def names_part(authorities: Sequence[Sequence[Entry]]) -> str:
    """Return the authorities of a part: id, name, region, years with a report."""
    return _json([_listed(entries) for entries in authorities])


def _listed(entries: Sequence[Entry]) -> list[object]:
    authority = entries[-1].report.authority
    years = sorted({entry.report.year for entry in entries})
    return [entries[-1].folder.rpartition("/")[2], authority.name, region_label(authority.region), years]


def figures_path(entries: Sequence[Entry]) -> str:
    """Return the URL path of an authority's figures."""
    return f"{entries[0].folder}/compare.json"


def figures_part(entries: Sequence[Entry]) -> str:
    """Return an authority's reports, the oldest first, each with its figures by indicator."""
    authority = entries[-1].report.authority
    return _json(
        {
            "name": authority.name,
            "region": region_label(authority.region),
            "reports": [_report(entry) for entry in entries],
        }
    )


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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
