"""How all reports of the archive stand to all rules: counted in one walk for every page that tells it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nianbao.render.archive_view import Entry
from nianbao.render.standing import Standing, Tally, tally

_TOLD = (Standing.FAILED, Standing.EXPLAINED)


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts by rule and year, and the reports that break each rule, in reading order."""

    tallies: Mapping[str, Mapping[int, Tally]]
    failing: Mapping[str, tuple[Entry, ...]]

    def of_rule(self, rule: str) -> Tally:
        """Return the counts of one rule over all years; all 0 where it was never applied."""
        years = self.tallies.get(rule, {}).values()
        return Tally(
            held=sum(year.held for year in years),
            failed=sum(year.failed for year in years),
            explained=sum(year.explained for year in years),
            unknown=sum(year.unknown for year in years),
        )


def quality(entries: Iterable[Entry]) -> Quality:
    """Return the counts of these reports."""
    counts: dict[str, dict[int, Counter[Standing]]] = defaultdict(lambda: defaultdict(Counter))
    failing: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for rule, standing in entry.standings.items():
            counts[rule][entry.report.year][standing] += 1
            if standing in _TOLD:
                failing[rule].append(entry)
    return Quality(
        {rule: {year: tally(years[year]) for year in sorted(years)} for rule, years in counts.items()},
        {rule: tuple(found) for rule, found in failing.items()},
    )
