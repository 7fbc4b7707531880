"""A generated archive with gaps, both forms and both scopes, its site, and its reports as JSON."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import sites
from factory import make_report
from factory_authorities import authority
from nianbao.archive import dump, dump_trace, load, report_path, trace_path
from nianbao.cells import Cell, State
from nianbao.model import Authority, Region, Report, Scope
from nianbao.report_json import report_json
from nianbao.rules import check_all

AUTHORITIES = int(os.environ.get("COMPARISON_AUTHORITIES", "40"))
YEARS = range(2019, 2024)
WUZHONG = {
    "640302": "利通区",
    "640303": "红寺堡区",
    "640323": "盐池县",
    "640324": "同心县",
    "640381": "青铜峡市",
}
"""Every county of one prefecture: where all of them report, sums may be shown."""


class Built(NamedTuple):
    """A built site and its reports: the path of each in the archive, and its JSON value."""

    site: Path
    reports: dict[str, dict[str, Any]]


def reports() -> Iterator[Report]:
    """Yield the reports of the archive: some years are missing, some late reports use the old form."""
    rng = Random(7)
    for number in range(AUTHORITIES):
        for year in YEARS:
            late = "2019-60" if year == 2022 and number % 9 == 0 else None
            report = make_report(number, year=year, authority=authority(number), form=late)
            if rng.random() > 0.15:
                yield report
            if report.scope is Scope.AGGREGATE and rng.random() < 0.3:
                own = make_report(number + 1000, year=year, authority=authority(number))
                yield dataclasses.replace(own, scope=Scope.OWN)
    for code, name in WUZHONG.items():
        region = Region(code, "宁夏回族自治区", "吴忠市", name)
        county = Authority(f"{name}人民政府", f"{code}-county", "", "county", "government", region)
        for year in (2020, 2021, 2022):
            late = (
                "2019-60" if (code, year) == ("640324", 2022) else None
            )  # among neighbours of the newer form
            report = make_report(int(code), year=year, authority=county, damage=False, form=late)
            marked = {"applications.carried_forward.total": Cell(State.MARK, raw="/")} if year == 2021 else {}
            yield dataclasses.replace(report, scope=Scope.OWN, cells={**report.cells, **marked})


def build(folder: Path) -> Built:
    """Write the archive, build its site without the search index, and return both."""
    project = sites.copy_project(folder)
    content = project / "content"
    shutil.rmtree(content / "reports")
    stored = []
    for report in reports():
        path = report_path(report)
        text, trace = dump(report), dump_trace(report)
        for name, written in ((path, text), (trace_path(path), trace)):
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_text(written, "utf-8")
        stored.append(load(text, path, trace))
    found = {
        report_path(report): report_json(report_path(report), report, outcomes)
        for report, outcomes in check_all(stored)
    }
    config = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        config.replace("  - nianbao\n", "  - nianbao: {search: false}\n"), "utf-8"
    )
    done = sites.run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    return Built(project / "site", found)
