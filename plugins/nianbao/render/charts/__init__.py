"""Charts as SVG, drawn when the page is built: real text, colours from the style sheet, no script."""

from nianbao.render.charts.bar import bar
from nianbao.render.charts.panel import Column, Cut, Mark, PanelRow, panel

__all__ = ["Column", "Cut", "Mark", "PanelRow", "bar", "panel"]
