"""How a report on paper becomes a file: one renderer for each way in which tables are flattened or kept."""

from collections.abc import Callable
from random import Random

from damaged.layouts import glued, headings, piped, spaced, stacked, tabbed, web, word
from damaged.paper import Paper

Render = Callable[[Random, Paper], str | bytes]

# name, share among real reports, renderer
LAYOUTS: tuple[tuple[str, int, Render], ...] = (
    ("L7", 35, tabbed.l7),
    ("L1", 17, stacked.l1),
    ("L3", 12, piped.l3),
    ("L1t", 6, stacked.l1t),
    ("L4", 6, piped.l4),
    ("L5", 5, piped.l5),
    ("L8", 6, spaced.l8),
    ("L6", 3, piped.l6),
    ("L2", 3, piped.l2),
    ("L10", 3, glued.l10),
    ("L9", 1, glued.l9),
    ("L13", 1, piped.l13),
    ("L12", 1, stacked.l12),
    ("L11", 1, headings.l11),
    ("HTML", 20, web.html),
    ("MSO", 4, web.word),
    ("FAKE", 3, web.fake),
    ("DOCX", 8, word.docx),
)
