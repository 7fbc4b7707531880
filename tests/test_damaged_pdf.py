"""PDFs damaged in every known way, against the truth about them: no figure is ever wrong."""

from collections import Counter

import pytest

from damaged.pdf import NAMES, NOISES, UNREADABLE, damaged_pdf, pdf_case
from damaged.score import Score, by_layout, judge, table
from nianbao.errors import SourceError
from nianbao.read import read

SEED = 0
EACH = {"ruled": 4, "open": 3, "rows": 5, "bare": 5, "turned": 3, "scan": 2, "nameless": 2}
AIM = 0.98  # of the readable cells of a layout
COVER = 0.98  # of the names and years that the text states


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return by_layout(pdf_case(SEED + number, layout) for layout in NAMES for number in range(EACH[layout]))


@pytest.mark.parametrize("kind", ["wrong", "crash", "mute"])
def test_no_figure_is_silently_wrong_and_every_open_cell_says_why(
    scores: dict[str, Score], kind: str
) -> None:
    misses = (miss for score in scores.values() for miss in score.misses)
    assert [] == [f"{miss.case.name} {miss.address}: {miss.got}" for miss in misses if miss.kind == kind]


@pytest.mark.parametrize("layout", [name for name in NAMES if name not in UNREADABLE])
def test_what_is_printed_is_read(scores: dict[str, Score], layout: str) -> None:
    tally = scores[layout].tally
    assert tally["readable"] > 300
    assert tally["right"] >= AIM * tally["readable"], table(scores)


@pytest.mark.parametrize(
    ("seed", "layout"),
    [
        (881_000_002, "ruled"),  # a row cut by the page end, the label of its group in the lower half
        (5_512_000_020, "ruled"),  # headers cut by the page end, where the upper page has fewer columns
        (881_000_018, "open"),  # a framed note beside a table with open sides
    ],
)
def test_everything_is_read_of_pages_that_once_lost_figures(seed: int, layout: str) -> None:
    kinds = Counter(miss.kind for miss in judge(pdf_case(seed, layout)).misses)
    assert (0, 0) == (kinds["lost"], kinds["wrong"])


def test_names_years_and_forms_are_right(scores: dict[str, Score]) -> None:
    tally = sum((score.tally for score in scores.values()), Counter[str]())
    readable = tally["documents"] - sum(scores[layout].tally["documents"] for layout in UNREADABLE)
    assert tally["name_right"] >= COVER * tally["named"], table(scores)
    assert tally["year_right"] >= COVER * tally["dated"], table(scores)
    assert tally["form_right"] == readable, table(scores)


@pytest.mark.parametrize("layout", UNREADABLE)
def test_pictures_and_fonts_without_characters_need_ocr_and_nothing_is_guessed(layout: str) -> None:
    data, truth = damaged_pdf(SEED, layout)
    assert not truth.cells
    with pytest.raises(SourceError, match="需要 OCR"):
        read(data, "a.pdf")


def test_the_same_seed_gives_the_same_truth_and_every_noise_occurs() -> None:
    assert damaged_pdf(7, "bare")[1] == damaged_pdf(7, "bare")[1]
    drawn = {name for seed in range(30) for name in damaged_pdf(seed, "open")[1].damages}
    assert set() == {*NOISES, "wide", "bold", "header"} - drawn
