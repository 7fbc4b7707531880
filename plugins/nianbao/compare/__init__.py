"""Reports side by side: what may be compared, the indicators, and their values over years and authorities."""

from nianbao.compare.continuity import CONTINUITY, Continuity, Kind, Relation
from nianbao.compare.figure import ENOUGH, Figure, Gap, figure_of
from nianbao.compare.indicators import INDICATORS, Indicator
from nianbao.compare.series import Point, Series, series_of

__all__ = [
    "CONTINUITY",
    "ENOUGH",
    "INDICATORS",
    "Continuity",
    "Figure",
    "Gap",
    "Indicator",
    "Kind",
    "Point",
    "Relation",
    "Series",
    "figure_of",
    "series_of",
]
